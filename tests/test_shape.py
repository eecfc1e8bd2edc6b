"""The shape of the project: stages do not know the store, the command line or the flow."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent / "src" / "rashomon"
STAGES = ("collect", "read", "link", "group", "claim", "assess", "foresee", "watch", "brief")
FORBIDDEN = ("rashomon.store", "rashomon.cli", "rashomon.web", "rashomon.flow")


@pytest.mark.parametrize("stage", STAGES)
def test_stages_import_neither_store_nor_cli_nor_each_other(stage: str) -> None:
    others = tuple(f"rashomon.{one}" for one in STAGES if one != stage)
    files = list((HOME / stage).rglob("*.py"))
    assert files
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                assert not name.startswith((*FORBIDDEN, *others)), f"{file}: {name}"


def test_no_file_is_past_four_hundred_lines() -> None:
    long = [str(f) for f in HOME.rglob("*.py") if len(f.read_text(encoding="utf-8").splitlines()) > 420]
    assert not long
