"""A folder with everything that goes wrong: each item named with its reason, the rest briefed."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

from click.testing import CliRunner

from rashomon.cli import main

GOOD = "Bridge shut at Ilo\n\nMayor Ruth Stein said that the bridge at Ilo had been shut by the storm. "


def bomb() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.html", b"0" * 30_000_000)
    return packed.getvalue()


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def spoiled(folder: Path) -> None:
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "bomb.html").write_bytes(bomb())
    (folder / "scripts.html").write_text(page("<script>var a = 1;</script>" * 50), encoding="utf-8")
    (folder / "huge.html").write_bytes(b"<html><body>" + b"<p>word word word</p>" * 2_600_000)
    (folder / "deep.html").write_text(page("<div>" * 10_000 + GOOD + "</div>" * 10_000), encoding="utf-8")
    (folder / "cut.json").write_text('{"id": "a", "text": "half a rec', encoding="utf-8")
    rows = [
        {"id": "t1", "text": GOOD, "published_at": "2031-01-01T00:00:00Z", "title": "Future"},
        {"id": "t2", "text": GOOD + "It was late.", "title": "One"},
        {"id": "t2", "text": GOOD + "It was early.", "title": "Other"},
    ]
    (folder / "rows.jsonl").write_text(
        "\n".join(json.dumps(r) for r in rows) + '\n{"id": "x", ', encoding="utf-8"
    )
    (folder / "koi8.txt").write_bytes("Мэр сообщил, что мост закрыт из-за шторма.".encode("koi8-r"))
    (folder / "evil.html").write_text(
        page(f"<article><h1>&lt;script&gt;alert(1)&lt;/script&gt; at Ilo</h1><p>{GOOD * 3}</p></article>"),
        encoding="utf-8",
    )
    (folder / "empty.txt").write_text("", encoding="utf-8")


def brief(folder: Path, home: Path) -> tuple[int, str]:
    arguments = ["brief", str(folder), "--to", str(home / "out"), "--database", str(home / "r.db")]
    result = CliRunner().invoke(main, [*arguments, "--now", "2026-02-01T00:00:00Z"], catch_exceptions=False)
    return result.exit_code, result.output


def test_each_fault_is_named_and_the_rest_is_briefed(tmp_path: Path) -> None:
    spoiled(tmp_path / "in")
    code, output = brief(tmp_path / "in", tmp_path)
    assert code == 0
    for name in ("bomb.html", "scripts.html", "huge.html", "cut.json", "rows.jsonl", "empty.txt"):
        assert name in output, name
    assert "2031" in output
    assert "t2" in output
    pages = "".join(file.read_text(encoding="utf-8") for file in (tmp_path / "out").glob("*.html"))
    assert "Ruth Stein" in pages
    assert "<script" not in pages
    again, output = brief(tmp_path / "in", tmp_path)
    assert again == 0
    assert "bomb.html" in output


def test_only_faults_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bomb.html").write_bytes(bomb())
    code, output = brief(tmp_path / "in", tmp_path)
    assert code != 0
    assert "bomb.html" in output


def test_an_empty_folder_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    code, output = brief(tmp_path / "in", tmp_path)
    assert code != 0
    assert str(tmp_path / "in") in output
