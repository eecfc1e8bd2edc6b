"""The rules of a brief: what breaks each, where it is told to be, and what is somebody else's words."""

from __future__ import annotations

import importlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import registry
from rashomon.assess import scale
from rashomon.brief import words
from rashomon.brief.lint import RULES, check, check_page
from rashomon.brief.lint._terms import confidences, likelihoods, outside
from rashomon.brief.phrase import Line
from rashomon.brief.tied import LINES
from rashomon.records import (
    Assessment,
    Brief,
    Claim,
    Document,
    Finding,
    Saying,
    Section,
    Sentence,
    Span,
    Table,
)

DOCS = Path(__file__).parents[2] / "docs"
WORDS = "the depot was set on fire by a drone"
TEXT = f"Ann Lee said that {WORDS}."
WHOLE = Span(document_id="d", start=0, end=len(TEXT), quote=TEXT)
CONTENT = Span(document_id="d", start=TEXT.index(WORDS), end=TEXT.index(WORDS) + len(WORDS), quote=WORDS)
SAID = Saying(
    document_id="d", speaker="Ann Lee", entity="", cue="said", act="asserts", form="indirect", negated=False,
    content=(CONTENT,), span=WHOLE,
)  # fmt: skip


def brief(*lines: Sentence, likelihood: float | None = None, **fields: object) -> Brief:
    """A brief of one claim with these lines in its section "true"."""
    made = Brief(
        story_id="s",
        title=Sentence(text="A story of 1 document", basis="1 document"),
        contested=False,
        made_at=datetime(2026, 1, 1, tzinfo=UTC),
        sections=(
            Section(key="glance", heading="At a glance"),
            Section(key="true", heading="Is it true?", sentences=lines),
        ),
        documents=(Document(id="d", text=TEXT, source="Coast Ledger"),),
        claims=(Claim(id="c", story_id="s", text=WORDS, members=(SAID,)),),
        assessments=(Assessment(claim_id="c", status="disputed", roots=1, likelihood=likelihood),),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def line(text: str, mark: str = "") -> Sentence:
    return Sentence(text=text, spans=(WHOLE,), mark=mark)


def broken(*lines: Sentence, likelihood: float | None = None) -> list[tuple[str, str, str]]:
    return [(one.rule, one.section, one.sentence) for one in check(brief(*lines, likelihood=likelihood))]


def test_a_quoted_line_breaks_nothing_whatever_it_says() -> None:
    told = Line().say("Ann Lee says: ").quote([WORDS], own=False).say(", as Coast Ledger words it.")
    assert check(brief(told.cite([WHOLE], mark="asserts"))) == ()


def test_a_claim_in_our_own_voice_is_found_with_its_place_and_words() -> None:
    told = Line().say("Ann Lee says: ").quote([WORDS], own=False).stop().cite([WHOLE])
    (found,) = check(brief(told, line("The depot was set on fire by a drone, and two men fled.")))
    assert (found.rule, found.section, found.sentence) == ("fact", "true", "2")
    assert found.words == "depot was set on fire"
    assert "true, 2" in str(found) and found.words in str(found)


def test_a_claim_with_a_speaker_and_cue_is_no_fact() -> None:
    assert not broken(line(f"Ann Lee says that {WORDS}."))
    assert not broken(line(f"According to Ann Lee, {WORDS}."))
    assert broken(line(f"It is reported that {WORDS}.")) == [("fact", "true", "1")]
    assert broken(line(f"We say that {WORDS}.")) == [("fact", "true", "1")]


@pytest.mark.parametrize(
    "text",
    [
        f"In the night {WORDS}, with two reports.",
        f"An estimated four hours earlier {WORDS}.",
        f"In the United States nobody knew that {WORDS}.",
        f"This suggests that {WORDS}.",
    ],
)
def test_a_noun_a_participle_or_a_thing_is_no_speaker(text: str) -> None:
    assert "fact" in [rule for rule, _, _ in broken(line(text))]


@pytest.mark.parametrize(
    "text",
    [
        f"The mayor has repeatedly claimed {WORDS}.",
        f"Tacna's police also suspect {WORDS}.",
        f"{words.sentence_case(WORDS)}, Ann Lee said.",
        f"Two officials later suggested that {WORDS}.",
    ],
)
def test_a_person_or_body_with_a_cue_is_a_speaker(text: str) -> None:
    assert not broken(line(text))


def test_a_speaker_before_a_quotation_does_not_answer_for_what_we_add() -> None:
    told = Line().say("Ann Lee says: ").quote([WORDS], own=False).say(", which is perhaps untrue.")
    assert [(one.rule, one.words) for one in check(brief(told.cite([WHOLE])))] == [("scale", "perhaps")]


def test_a_likelihood_belongs_to_an_assessed_claim_and_is_its_word() -> None:
    assert not broken(line("Likely (about 70 %).", "likelihood"), likelihood=0.7)
    assert broken(line("Likely.", "likelihood")) == [("unassessed", "true", "1")]
    assert broken(line("Very unlikely.", "likelihood"), likelihood=0.7) == [("unassessed", "true", "1")]
    assert broken(line("Likely.", "claim"), likelihood=0.7) == [("unassessed", "true", "1")]
    counted = Sentence(text="Likely.", basis="2 roots weighed", mark="likelihood")
    assert broken(counted) == [("unassessed", "true", "1")]
    assert broken(counted, likelihood=0.9) == [("unassessed", "true", "1")]
    elsewhere = Span(document_id="d", start=0, end=7, quote="Ann Lee")
    assert broken(replace(line("Likely.", "likelihood"), spans=(elsewhere,)), likelihood=0.7) == [
        ("unassessed", "true", "1")
    ]
    above = replace(line("Ann Lee speaks of the depot."), detail=(counted,))
    assert not broken(above, likelihood=0.7)


@given(st.floats(min_value=0, max_value=1))
def test_what_the_scale_prints_always_passes(p: float) -> None:
    text = f"{words.sentence_case(scale.word(p))} ({scale.as_percent(p)})."
    assert not broken(line(text, "likelihood"), likelihood=p)


@given(st.floats(min_value=0, max_value=1), st.sampled_from(["chance", "probability"]))
def test_every_word_of_the_scale_is_read_back_as_its_own_band(p: float, row: scale.Row) -> None:
    sentence = f"A second strike is {scale.word(p, row)}."
    if row == "probability" and scale.band(p).rank == 0:
        sentence = "A second strike is a remote chance."
    (term,) = likelihoods(sentence)
    assert (term.row, term.low, term.high) == (row, scale.band(p).low, scale.band(p).high)
    assert not outside(sentence)


def test_a_cell_is_told_by_row_and_column() -> None:
    rows = (
        (Line().quote([WORDS], own=False).cite([CONTENT]), line("Likely", "likelihood")),
        (line("Nobody"), line("Probable", "claim")),
    )
    made = brief(likelihood=0.7)
    table = Section(
        key="true", heading="Is it true?", table=Table(columns=("Claim", "Likelihood"), rows=rows)
    )
    found = check(replace(made, sections=(table,)))
    assert {(one.rule, one.sentence) for one in found} == {
        ("one_row", "row 2, Likelihood"),
        ("unassessed", "row 2, Likelihood"),
    }


def test_details_headings_and_empty_sections_are_checked_too() -> None:
    detail = replace(line("Ann Lee speaks."), detail=(line("She speaks."), line("She may lie.")))
    assert broken(line("Two speak."), detail) == [("scale", "true", "2.2")]
    odd = Section(key="next", heading="What is likely next", empty="Nothing could happen.")
    asked = Section(key="ask", heading="What may they do next?", empty="Nobody says.")
    found = check(replace(brief(), sections=(odd, asked)))
    assert [(one.rule, one.section, one.sentence) for one in found] == [
        ("unassessed", "next", "heading"),
        ("scale", "next", "empty"),
    ]


def test_citations_are_checked_against_the_documents() -> None:
    lost = replace(WHOLE, document_id="gone")
    moved = replace(WHOLE, start=1)
    made = brief(
        Sentence(text="Two speak."),
        Sentence(text="Two speak.", spans=(lost,)),
        Sentence(text="Two speak.", spans=(moved,)),
        Sentence(text="Ann Lee says: “it rained”.", spans=(WHOLE,), quoted=((15, 24),)),
    )
    assert [(one.rule, one.sentence) for one in check(made)] == [("cited", str(n)) for n in range(1, 5)]


def test_a_name_is_no_word_of_ours() -> None:
    made = brief(line("Likely Perhaps reports of 2 documents."))
    named = replace(made, documents=(Document(id="d", text=TEXT, source="Likely Perhaps"),))
    assert check(made) and not check(named)
    assert not broken(line("Perhaps Mining", "organisation"))


def test_likelihood_and_confidence_are_kept_apart() -> None:
    both = "It is likely that the drone came by night, and confidence in this is low.[1]"
    assert [one.rule for one in check_page(both)] == ["apart"]
    assert not check_page("It is likely that the drone came by night.[1] Confidence in this is low.[1]")
    assert broken(line("Likely, with low confidence.", "likelihood"), likelihood=0.7) == [
        ("apart", "true", "1")
    ]
    assert [one.level for one in confidences("We say so with medium confidence.")] == ["medium"]
    assert not confidences("The cabinet lost a confidence vote.")


def test_a_page_is_told_by_its_headings() -> None:
    page = (
        "# The strike\n\nThe ministry denies it.[1]\n\n## What next\n\n"
        "- The army could answer.[^2] Its chief left.\n- Two ships left.\n\n> It may all be true.\n\n[^2]: It may.\n"
    )
    assert [(one.rule, one.section, one.sentence) for one in check_page(page)] == [
        ("scale", "What next", "1"),
        ("cited", "What next", "2"),
        ("cited", "What next", "3"),
    ]


def test_a_page_that_cites_nothing_is_told_so_once() -> None:
    found = check_page("The army left. The fleet stayed.\n\nIs it true?\n\nNobody knows.")
    assert [(one.rule, one.words) for one in found] == [("cited", "none of 3 sentences cites anything")]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_a_page(text: str) -> None:
    assert all(isinstance(one, Finding) for one in check_page(text))


@pytest.mark.parametrize("rule", registry.names(RULES))
def test_every_rule_has_docs_and_says_what_it_asks(rule: str) -> None:
    module = importlib.import_module(f"rashomon.{RULES}.{rule}")
    assert module.__doc__ and module.Plugin.__doc__
    assert f"\n- `{rule}`: " in (DOCS / "how-to" / "lint.md").read_text(encoding="utf-8")


def test_our_own_phrases_weigh_nothing() -> None:
    phrases = [*words.NOTE, *LINES.values(), *words.STANCES.values(), *words.explanations().values()]
    phrases += [one for forms in words.VERBS.values() for one in forms]
    phrases += [scale.confidence(one) for one in ("low", "moderate", "high")]
    phrases += [scale.reliability(one).meaning for one in "ABCDEF"]
    phrases += [scale.credibility(one).meaning for one in range(1, 7)]
    for one in phrases:
        assert not outside(one) and not likelihoods(one) and not confidences(one), one
