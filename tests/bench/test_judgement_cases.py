"""The bench of hand cases: which claim is scored, what it counts, and what it refuses to show."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from bench.case import HOME, Case, Explanation, Words, folders
from bench.floors import figures
from bench.judgement.cases import DEV, Result, chosen, counted, holds, totals, true_one

from rashomon.records import Assessment, Claim, Document, Hypothesis, Position, Saying, Span

TEXT = "Alm said that the dam had burst. Brod denied it. The mayor of Alm said that the dam was gone."
CUT = datetime(2030, 1, 2, tzinfo=UTC)


def span(quote: str) -> Span:
    at = TEXT.index(quote)
    return Span(document_id="d", start=at, end=at + len(quote), quote=quote)


def claim(quote: str, *stances: str) -> Claim:
    saying = Saying(document_id="d", speaker="Alm", entity="a", cue="said", act="asserts", form="indirect", negated=False,
                    content=(span(quote),), span=span(quote))  # fmt: skip
    return Claim(
        id=quote, story_id="s", text=quote, members=(saying,),
        positions=tuple(Position(party=f"p{n}", name="p", stance=one, span=span(quote), root_id=f"r{n % 2}") for n, one in enumerate(stances)),  # type: ignore[arg-type]
    )  # fmt: skip


def case(outcome: str = "true", slug: str = "dam-at-alm") -> Case:
    words = (Words(document="d", quote="the dam had burst"), Words(document="d", quote="the dam was gone"))
    one = Explanation(kind="exaggerated", says="Less.", by=("Brod",), words=words[:1], outcome="true")
    return Case(
        slug=slug, title="t", question="q", cut=CUT, claim="The dam burst.", words=words, outcome=outcome, established=(), hypotheses=(one,),
        interests=(), topic="incident", own=True, documents=(Document(id="d", text=TEXT),), left_out=(),
    )  # fmt: skip


def result(outcome: str, ours: float | None, slug: str = "dam-at-alm") -> Result:
    return Result(case=case(outcome, slug), claim=None, assessment=None, here=1, elsewhere=0, ours=ours, documents=0.75, roots=0.6, rank=None,
                  share=None)  # fmt: skip


def test_a_quote_is_held_where_it_overlaps_by_half() -> None:
    quote = Words(document="d", quote="said that the dam had burst")
    assert holds(claim("the dam had burst"), quote, TEXT)
    assert not holds(claim("the dam was gone"), quote, TEXT)
    assert not holds(claim("the dam had burst"), replace(quote, document="other"), TEXT)
    assert not holds(claim("the dam had burst"), replace(quote, quote="words that are not there"), TEXT)


def test_the_claim_with_most_quotes_and_where_the_others_are() -> None:
    best, here, elsewhere = chosen(
        case(), [claim("Brod denied it"), claim("the dam had burst"), claim("the dam was gone")]
    )
    assert best is not None and best.id == "the dam had burst"
    assert (here, elsewhere) == (1, 1)
    assert chosen(case(), [claim("Brod denied it")]) == (None, 0, 0)
    assert chosen(case(), []) == (None, 0, 0)


def test_votes_count_documents_and_roots_once() -> None:
    documents, roots = counted(
        claim("the dam had burst", "asserts", "asserts", "asserts", "denies"), frozenset({"d"})
    )
    assert documents == 0.5  # one document both asserts and denies
    assert roots == pytest.approx(3 / 5)
    assert counted(claim("the dam had burst", "asserts"), frozenset()) == (0.5, 0.5)


def test_an_abstention_counts_as_even_and_open_cases_apart() -> None:
    lines = totals(
        "dev", [result("true", 0.9), result("false", None), result("open", 0.8), result("open", None)]
    )
    ours = lines[0]
    assert (ours["settled"], ours["open"], ours["abstains"]) == (2, 2, "50")
    assert float(str(ours["Brier"])) == pytest.approx((0.01 + 0.25) / 2)
    assert float(str(ours["spoken"])) == pytest.approx(0.01)
    assert float(str(ours["far"])) == pytest.approx(0.15)
    assert lines[1]["Brier"] == "0.2500"
    assert totals("dev", [result("open", 0.8)]) == []


def test_floors_can_read_the_rows() -> None:
    from bench.attribution import table

    printed = table(totals("held", [result("true", 0.9), result("false", 0.4)]))
    assert figures(printed, "cases held, ours")["skill"] == pytest.approx(66.0)
    assert figures(printed, "cases held, ours")["hold"] == pytest.approx(60.0)


def test_the_true_explanation_and_its_rank() -> None:
    listed = (
        Hypothesis(id="t", claim_id="c", kind="as_claimed", text="t", holds=True),
        Hypothesis(id="e", claim_id="c", kind="exaggeration", text="e", holds=False),
    )
    found = Assessment(claim_id="c", status="disputed", hypotheses=listed, shares=(("t", 0.3), ("e", 0.7)))
    assert true_one(case(), found) == (1, 0.7)
    assert true_one(case(), replace(found, shares=())) == (2, None)
    assert true_one(case(), replace(found, hypotheses=listed[:1], shares=())) == (None, None)


def test_dev_cases_are_there_and_some_are_held() -> None:
    names = {one.name for one in folders(HOME)}
    assert names >= DEV
    assert len(names - DEV) >= 9
