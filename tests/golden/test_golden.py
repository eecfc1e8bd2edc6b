"""The reader ``rules`` on whole reports, as reviewed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.__main__ import HOME, reading_of, rows


@pytest.mark.parametrize("file", sorted(HOME.glob("*.txt")), ids=lambda file: file.stem)
def test_reads_as_reviewed(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    expected = file.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    assert rows(reading_of(file), text) == expected, "review, then: python -m tests.golden"
