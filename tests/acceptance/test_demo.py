"""The example corpus from end to end: what an analyst must find in the brief, and what must not be there."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rashomon.cli import main

CORPUS = Path(__file__).parents[2] / "examples" / "drones-over-the-kremlin"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The brief in every form, from one database."""
    home = tmp_path_factory.mktemp("demo")
    for form in ("html", "markdown", "json"):
        arguments = ["brief", str(CORPUS), "--to", str(home / form), "--format", form]
        arguments += ["--database", str(home / "r.db"), "--now", "2023-05-05T12:00:00Z"]
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert result.exit_code == 0, result.output
    return {form: home / form for form in ("html", "markdown", "json")} | {"database": home / "r.db"}


@pytest.fixture(scope="module")
def contested(made: dict[str, Path]) -> dict[str, Any]:
    found = [one for one in told(made) if one["contested"]]
    assert len(found) == 1
    return found[0]


def told(made: dict[str, Path]) -> list[dict[str, Any]]:
    files = (json.loads(file.read_text()) for file in sorted(made["json"].glob("*.json")))
    return [dict(one["brief"]) for one in files if "brief" in one]


def stances(brief: dict[str, Any], text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for claim in brief["claims"]:
        if re.search(text, claim["text"]):
            for one in claim["positions"]:
                found.setdefault(one["name"], set()).add(one["stance"])
    return found


def test_the_accusation_is_disputed_between_the_two_states(contested: dict[str, Any]) -> None:
    where = stances(contested, r"(?i)ukraine (tried|had sent|sent).*(putin|kremlin)")
    assert "asserts" in where["Russia"]
    assert "denies" in where["Ukraine"]
    assert "denies" not in where["Russia"]


def test_every_cited_span_is_in_its_document(contested: dict[str, Any]) -> None:
    texts = {one["id"]: one["text"] for one in contested["documents"]}
    spans = [
        position["span"]
        for claim in contested["claims"]
        for position in claim["positions"]
        if position["span"]
    ]
    assert len(spans) > 30
    for span in spans:
        assert texts[span["document_id"]][span["start"] : span["end"]] == span["quote"]


def test_every_sentence_is_cited_or_says_what_it_rests_on(contested: dict[str, Any]) -> None:
    def walk(value: Any) -> list[dict[str, Any]]:
        if isinstance(value, dict):
            own = [value] if {"text", "spans", "basis"} <= value.keys() else []
            return own + [x for v in value.values() for x in walk(v)]
        return [x for v in value for x in walk(v)] if isinstance(value, list) else []

    sentences = walk(contested["sections"])
    assert len(sentences) > 40
    for one in sentences:
        assert one["spans"] or one["basis"], one["text"]


def test_the_earlier_drone_the_shelling_and_the_bank_are_stories_of_their_own(made: dict[str, Path]) -> None:
    titles = [one["title"]["text"] for one in told(made)]
    assert len(titles) == 4
    assert len([title for title in titles if re.search("gas station|Shelling|Fed ", title)]) == 3


def test_copies_forwards_and_translations_are_no_roots(contested: dict[str, Any]) -> None:
    relations = {one["relation"] for one in contested["members"]}
    assert {"original", "copy", "forward", "update"} <= relations
    roots = {one["root_id"] for one in contested["members"]}
    assert len(roots) <= len(contested["members"]) - 5


def test_what_is_judged_has_a_word_confidence_and_rivals_and_the_rest_a_reason(
    contested: dict[str, Any],
) -> None:
    judged = [one for one in contested["assessments"] if one["likelihood"] is not None]
    assert judged
    for one in judged:
        assert 0 < one["likelihood"] < 1 and one["word"] and one["confidence"] in ("low", "moderate", "high")
        assert len(one["hypotheses"]) > 1 and abs(sum(share for _, share in one["shares"]) - 1) < 1e-6
    assert all(one["unjudged"] for one in contested["assessments"] if one["likelihood"] is None)


def test_is_it_true_prints_the_judgement_and_its_confidence_in_sentences_apart(
    contested: dict[str, Any],
) -> None:
    (true,) = [one for one in contested["sections"] if one["key"] == "true"]
    leading = true["parts"][0]
    judgement, confidence = leading["sentences"]
    assert judgement["mark"] == "likelihood" and judgement["spans"] and judgement["likelihood"] is not None
    assert "Ukraine had sent two drones" in judgement["text"] and judgement["text"].startswith(
        "Russia says: ‹"
    )
    assert confidence["mark"] == "confidence" and "confidence" in confidence["text"]
    assert [part["heading"] for part in leading["parts"]][:3] == [
        "Rival explanations", "What speaks for it and against it", "What it hangs on, and what is missing",
    ]  # fmt: skip
    advanced = {cell["text"] for row in leading["parts"][0]["table"]["rows"] for cell in row[1:2]}
    assert {"Russia", "Ukraine"} <= advanced


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_page_fetches_and_runs_nothing_and_its_links_lead_somewhere(made: dict[str, Path]) -> None:
    for file in made["html"].glob("*.html"):
        text = file.read_text()
        page = Page()
        page.feed(text)
        assert not {tag for tag, _ in page.tags} & {"script", "iframe", "object", "embed", "link", "img"}
        assert not re.search(r"url\((?!['\"]?(?:data:|#))|@import", text)
        ids = {given["id"] for _, given in page.tags if given.get("id")}
        for tag, given in page.tags:
            assert not [name for name in given if name.startswith("on")], tag
            target = given.get("href") or ""
            if target.startswith("#"):
                assert target[1:] in ids
            elif target and not re.match(r"https?://", target):
                assert (file.parent / target.split("#")[0]).exists()


def test_a_rerun_writes_the_same_bytes(made: dict[str, Path], tmp_path: Path) -> None:
    arguments = ["brief", str(CORPUS), "--to", str(tmp_path), "--database", str(made["database"])]
    result = CliRunner().invoke(main, [*arguments, "--now", "2023-05-06T12:00:00Z"], catch_exceptions=False)
    assert result.exit_code == 0
    for file in made["html"].glob("*.html"):
        assert (tmp_path / file.name).read_bytes() == file.read_bytes()


def test_markdown_says_who_is_involved_and_what_is_not_known(made: dict[str, Path]) -> None:
    text = "".join(file.read_text() for file in made["markdown"].glob("russia-*.md"))
    for heading in (
        "What is claimed",
        "The evidence offered",
        "Who denies",
        "Timeline",
        "What is not known",
        "Sources",
    ):
        assert f"\n## {heading}" in text
    assert "Not assessed" not in text
    assert "Cannot be judged yet" in text
    assert re.search(r"It is \*\*[a-z ]+\*\* that this is so\.", text)
