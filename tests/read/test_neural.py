"""The trained reader on texts of ours: what every version of the model must get right, and what no text may do to it."""

from __future__ import annotations

import os

import pytest

from rashomon.errors import MissingModel
from rashomon.read import best_for, read
from rashomon.read.neural import model as trained
from rashomon.read.neural.place import folder
from rashomon.read.readers import neural
from rashomon.records import Document, Reading


def reading(text: str, **given: str) -> Reading:
    document = Document(id="d", text=text, language="en", **given)  # type: ignore[arg-type]
    return next(one for one in read([document], reader="neural") if isinstance(one, Reading))


def told(text: str) -> list[tuple[str, str, str, str]]:
    def words(ranges: tuple[tuple[int, int], ...]) -> str:
        return " / ".join(text[s:e] for s, e in ranges)

    return [(words(a.source), words(a.cue), words(a.content), a.act) for a in reading(text).attributions]


def test_english_takes_the_trained_reader_where_it_is() -> None:
    assert folder() is not None
    assert best_for("en") == "neural"
    assert best_for("ru") != "neural"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Ruth Stein said that the bridge had been shut.",
            ("Mayor Ruth Stein", "said", "that the bridge had been shut", "asserts"),
        ),
        (
            "The company denied that it had broken the law.",
            ("The company", "denied", "that it had broken the law", "denies"),
        ),
        (
            "“We will not pay,” the minister told reporters on Friday.",
            ("the minister", "told", "“We will not pay,”", "asserts"),
        ),
        (
            "According to the police, two men were arrested.",
            ("the police", "According to", "two men were arrested", "asserts"),
        ),
    ],
)
def test_plain_reports(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in told(text)


def test_he_is_the_one_named_before() -> None:
    text = "Senator Ann Lee opposes the plan. “It is too dear,” she said on Monday."
    dear = [a for a in reading(text).attributions if any("dear" in text[s:e] for s, e in a.content)]
    assert "Ann Lee" in {a.speaker.text for a in dear}


def test_scores_are_probabilities() -> None:
    text = "The senator said that the vote was fair. Critics said it was not."
    scores = [a.score for a in reading(text).attributions]
    assert scores
    assert all(score is not None and 0 <= score <= 1 for score in scores)


def test_a_long_document_is_read_without_seams() -> None:
    people = (
        "Mayor Ruth Stein",
        "The minister",
        "Colonel Idris Kane",
        "A police spokesman",
        "Dr Ana Rey",
        "The company",
    )
    said = (
        "that the bridge had been shut",
        "that two men had been arrested",
        "that prices would rise by spring",
    )
    said += ("that the talks had failed", "that nobody was hurt in the fire")
    told = [f"{who} said {what}." for who in people for what in said]
    text = "\n\n".join(
        f"{one} It was the {n}th day of the strike in the port." for n, one in enumerate(told * 3, 4)
    )
    found = [a for a in reading(text).attributions if a.cue and a.source and a.content]
    contents = [text[a.content[0][0] : a.content[0][1]] for a in found]
    whole = sum(contents.count(what) for what in said)
    assert whole >= 0.85 * 90


def test_lines_broken_by_hand_break_no_content() -> None:
    text = (
        "The harbour master of the northern port, Idris Kane, said on Monday evening that the\n"
        "ferry had been stopped for three days because of the storm, and that nobody on board\n"
        "had been hurt when it ran into the pier of the old harbour on the western side.\n"
    ) * 2
    contents = [text[s:e] for a in reading(text).attributions for s, e in a.content]
    assert any("three days" in one and "\n" in one for one in contents)


def test_huge_and_odd_texts_are_read_whole() -> None:
    for text in ("word said that " * 20_000, "«" * 30_000, "He said. " * 10 + "\n" * 50_000 + "She said no."):
        one = reading(text)
        for a in one.attributions:
            for start, end in (*a.source, *a.cue, *a.content):
                assert 0 <= start < end <= len(text)


def test_no_model_is_told_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: os.PathLike[str]
) -> None:
    monkeypatch.setattr(trained, "folder", lambda: None)
    trained.model.cache_clear()
    try:
        with pytest.raises(MissingModel, match="models/attribution"):
            trained.model()
    finally:
        trained.model.cache_clear()


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("Kim Jong-un spoke", "Kim Jong", "Kim Jong-un"),
        ("Na'moks spoke", "Na", "Na'moks"),
        ("the Peru-led talks", "Peru", "Peru"),
        ("a Lima-based firm", "Lima", "Lima"),
        ("in Ouagadougou today", "gado", "Ouagadougou"),
        ("Ruth Stein spoke", "Ruth", "Ruth"),
    ],
)
def test_a_name_cut_inside_a_word_is_made_whole(text: str, cut: str, whole: str) -> None:
    start = text.index(cut)
    s, e = neural._to_word_ends(text, start, start + len(cut))
    assert text[s:e] == whole


def test_a_document_in_parts_keeps_every_place() -> None:
    one = "“The ferry was late,” said Idris Kane. Nobody denied it. " * 12 + "\n\n"
    text = one * (neural.LONGEST // len(one) * 2)
    made = reading(text)
    assert len(made.attributions) > 1_000
    for m in made.mentions:
        assert text[m.start : m.end] == m.text
    for a in made.attributions:
        assert all(text[s:e].strip() for s, e in (*a.source, *a.cue, *a.content))
    assert made.sentences[-1][1] == len(text.rstrip())
    late = [a for a in made.attributions if a.start > len(text) - 2 * len(one)]
    assert "Idris Kane" in {a.speaker.text for a in late}


def test_what_is_declined_is_said_by_nobody() -> None:
    made = reading(
        "The mayor's spokesman, Idris Kane, declined to speculate on whether the fire had been set by rivals."
    )
    assert [a.act for a in made.attributions] == ["declines"]
