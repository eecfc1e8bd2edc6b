"""Hostile words in a brief: shown as text in every form, never as markup."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from rashomon import flow, registry
from rashomon.config import Settings
from rashomon.records import Document, Issue

NOW = datetime(2026, 1, 2, tzinfo=UTC)
EVIL = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }} {% raw %}",
    "[click](javascript:alert(1))",
    "\u202egnp.exe\u202c",
    "`</code>` | pipe | # head",
    "&lt;b&gt; &amp;",
]


def briefs(evil: str) -> tuple[flow.Thought, list[Document], dict[str, dict[str, str]]]:
    text = (
        f"Mayor {evil} of Ilo blames Tacna for fire\n\n"
        f"Mayor Ruth Stein said that {evil} men from Tacna had set the depot on fire. "
        f"Tacna denied that its men had set the depot on fire. “It was {evil}, and no fire,” said Tom Reed."
    )
    documents = [
        Document(
            id="d1",
            text=text,
            title=text.splitlines()[0],
            url=f"javascript:alert('{evil}')",
            source=evil,
            author=evil,
            published_at=NOW,
            language="en",
        )
    ]
    thought, _ = flow.think_alone(documents, Settings())
    made = flow.write_briefs(documents, thought, NOW)
    issue = Issue(
        stage="collect", subject=evil, code="unreadable", reason=f"{evil} could not be read.", remedy=evil
    )
    coverage = flow.cover(documents, [issue])
    forms = {
        name: registry.load("brief.exporters", name).export(made, coverage, context=120)
        for name in registry.names("brief.exporters")
    }
    return thought, documents, forms


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.addresses: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]


@pytest.mark.parametrize("evil", EVIL)
def test_shown_as_text_and_never_run(evil: str) -> None:
    _, _, forms = briefs(evil)
    for name, content in forms["html"].items():
        page = Tags()
        page.feed(content)
        assert not page.seen & {"script", "img", "iframe", "b"}, name
        assert not page.handlers
        assert not [one for one in page.addresses if one.lower().startswith(("javascript", "data"))]
        if "7*7" in evil:
            assert "7*7" in content, "a template in the words must be shown, not worked out"
        assert "\u202e" not in content, "a character that turns text around must be shown, not obeyed"
    for content in forms["markdown"].values():
        assert "<script" not in content.replace("\\<script", "")
        assert "](javascript" not in content.replace("\\]", "")
    for content in forms["json"].values():
        for line in content.splitlines() if not content.startswith("{\n") else [content]:
            json.loads(line)


def test_each_exporter_gives_one_file_for_one_story_and_an_index_for_more(tmp_path: Path) -> None:
    _, documents, forms = briefs("plain")
    other = Document(
        id="d2",
        text="Bank raises rates\n\nThe central bank of Peru said that it had raised its rate to four per cent.",
        title="Bank raises rates",
        source="Ledger",
        published_at=NOW,
        language="en",
    )
    both = [*documents, other]
    thought, _ = flow.think_alone(both, Settings())
    made = flow.write_briefs(both, thought, NOW)
    assert len(made) == 2
    for name, files in forms.items():
        assert len(files) == 1
        more = registry.load("brief.exporters", name).export(made, flow.cover(both, []), context=80)
        assert len(more) == 3
        assert next(iter(more)).startswith("index.")
        assert all("/" not in file and ".." not in file for file in more)


def test_a_lone_report_is_not_called_contested() -> None:
    documents = [
        Document(
            id="d",
            text="Bank raises rates\n\nThe central bank of Peru said that it had raised its rate to four per cent.",
            title="Bank raises rates",
            source="Ledger",
            language="en",
        )
    ]
    thought, _ = flow.think_alone(documents, Settings())
    (brief,) = flow.write_briefs(documents, thought, NOW)
    assert not brief.contested
    page = registry.load("brief.exporters", "html").export([brief], flow.cover(documents, []), context=80)
    assert "Not contested" in "".join(page.values())
