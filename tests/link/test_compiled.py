"""The compiled registry: the same as the files give, and made again wherever it cannot be trusted."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from rashomon.link import compiled
from rashomon.link.candidates import Index, tables
from rashomon.link.register import read

LEADERS = """\
lea-roche: {name: Léa Roche, held: [{office: head_of_state, of: FR, since: 2012, seen: 2014-06-30}], source: list-a}
tom-moon: {name: Tom Moon, also: [TM], ru: Том Мун, source: list-a}
"""


@pytest.fixture()
def made(tmp_path: Path) -> compiled.Compiled:
    for name, text in {
        "sources": "list-a: {title: A list}\n",
        "states": "FR: {name: France, source: list-a}\n",
        "leaders": LEADERS,
    }.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    records = read(tmp_path)
    return compiled.Compiled(entries=list(records.entries.values()), tables=tables(records))


def test_it_comes_back_as_it_was_made(made: compiled.Compiled, tmp_path: Path) -> None:
    path = tmp_path / "cache" / "registry-1.json"
    compiled.save(path, made)
    assert compiled.load(path) == made
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_what_is_found_is_the_same_with_kept_keys(tmp_path: Path, made: compiled.Compiled) -> None:
    records = read(tmp_path)
    for name in ("Tom Moon", "Муна", "TM", "tm", "Roche", "Леа Рош"):
        fresh = Index(records).of(name, is_person=True)
        assert Index(records, made=made.tables).of(name, is_person=True) == fresh
    assert [c.entry.id for c in Index(records).of("Леа Рош", is_person=True)] == ["person:lea-roche"]


@pytest.mark.parametrize("how", ["missing", "cut", "edited", "no records", "for all to write"])
def test_a_file_that_cannot_be_trusted_is_not_used(made: compiled.Compiled, tmp_path: Path, how: str) -> None:
    path = tmp_path / "registry-1.json"
    compiled.save(path, made)
    if how == "missing":
        path.unlink()
    elif how == "cut":
        path.write_bytes(path.read_bytes()[:-20])
    elif how == "edited":
        path.write_bytes(path.read_bytes().replace(b"Tom Moon", b"Tom Sun!"))
    elif how == "no records":
        body = json.dumps({"entries": [{"id": 1}], "tables": {}}).encode()
        path.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    else:
        path.chmod(0o666)
    assert compiled.load(path) is None


def test_a_folder_that_cannot_be_written_is_no_error(made: compiled.Compiled, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    compiled.save(tmp_path / "file" / "registry-1.json", made)


def test_another_registry_or_code_has_another_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = compiled.key()
    (tmp_path / "leaders.yaml").write_text(LEADERS, encoding="utf-8")
    monkeypatch.setattr(compiled, "HOME", tmp_path)
    assert compiled.key() != before
