"""Cases that are kept, what people said, and the reports of a run make one record."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from rashomon.assess.record import Report
from rashomon.assess.record.case import Case
from rashomon.assess.record.names import called
from rashomon.config import Settings
from rashomon.flow import Desk
from rashomon.records import Assessment, Document, Evidence, Span
from rashomon.sources import gathered, learned, letters
from rashomon.store import Store
from tests.assess.record.desks import desk as invented

NOW = datetime(2024, 3, 1, tzinfo=UTC)
WHO = {"good": 0.95, "fair": 0.8, "poor": 0.5}


@pytest.fixture
def desk(store: Store) -> Desk:
    reports, truth = invented(WHO, 40, topic="losses")
    store.cases.add(
        Case(
            claim=claim, text=claim, outcome="true" if true else "false", by="Ann", at=NOW,
            reports=tuple(r for r in reports if r.claim == claim),
        )
        for claim, true in truth.items()
    )  # fmt: skip
    return Desk(store=store, settings=Settings())


def say(desk: Desk, source: str, kind: str, value: str = "{}") -> None:
    desk.store.corrections.add(source, f"source.{kind}", value, by="Ann", at=NOW)


def test_the_record_of_kept_cases_judges_what_is_new(desk: Desk) -> None:
    new = [Report(claim=who, source=who, topic="losses", at=50) for who in WHO]
    found = learned(desk.store, new).probability
    assert found["good"] > found["fair"] > found["poor"]
    assert found["good"] > 0.8


def test_a_run_knows_of_a_later_word_than_the_case(desk: Desk) -> None:
    (first, *_) = desk.store.cases.all()
    later = Report(claim=first.claim, source="poor", word="silent", at=99)
    table = learned(desk.store, [later]).table
    row = (table.claim == table.claims.index(first.claim)) & (table.source == table.sources.index("poor"))
    assert table.at[row].tolist() == [99.0]
    assert row.sum() == 1


def test_a_withdrawn_case_is_open_again(desk: Desk) -> None:
    (first, *_) = desk.store.cases.all()
    back = Case(claim=first.claim, text="", outcome="withdrawn", by="Bo", at=NOW, reports=first.reports)
    assert learned(desk.store, []).settled.sum() == 40
    desk.store.cases.add([back])
    assert learned(desk.store, []).settled.sum() == 39


def test_who_is_taken_back_is_out_of_cases_and_reports_and_has_no_letter(desk: Desk) -> None:
    new = [Report(claim="new", source="good", at=50)]
    assert letters(desk.store, learned(desk.store, new))("good", "losses") in "AB"
    say(desk, "GOOD", "retract")
    assert "good" not in learned(desk.store, []).table.sources
    assert letters(desk.store, learned(desk.store, []))("good", "losses") == "F"
    assert letters(desk.store, learned(desk.store, []))("fair", "losses") != "F"


def test_a_grade_is_found_by_the_name_or_the_site(desk: Desk) -> None:
    say(desk, "www.harbour.example", "grade", '{"grade": "A", "list": "l"}')
    page = Document(id="d", text="x", source="Harbour News", url="https://harbour.example/1")
    new = [Report(claim="new", source="harbour news", at=50)]
    names = called(documents=[page], sources=["harbour news"])  # fmt: skip
    assert letters(desk.store, learned(desk.store, new, names), names)("harbour news", "losses") == "A"
    told, untold = learned(desk.store, new, names), learned(desk.store, new)
    assert told.probability["new"] > untold.probability["new"] + 0.02


def test_gathered_leaves_out_what_rests_on_a_source_taken_back(desk: Desk) -> None:
    def said(source: str, document: str) -> Evidence:
        span = Span(document_id=document, start=0, end=1, quote="x")
        given: dict[str, Any] = {"kind": "statement", "word": "asserts", "text": "x", "claim_id": "c"}
        return Evidence(id=source, spans=(span,), source=source, name=source, root_id=document, **given)

    pages = [Document(id="d1", text="x", source="Harbour News"), Document(id="d2", text="x", source="Radio")]
    one = Assessment(claim_id="c", status="disputed", evidence=(said("mayor", "d1"), said("navy", "d2")))
    assert len(gathered(desk.store, [one], pages)) == 2
    say(desk, "Harbour News", "retract")
    assert [r.source for r in gathered(desk.store, [one], pages)] == ["navy"]


def test_a_brief_takes_a_grade_by_the_printed_name_of_a_party(desk: Desk) -> None:
    from rashomon.judgements import known

    say(desk, "the Navy", "grade", '{"grade": "B"}')
    held = known(desk.store)
    assert held.letters is not None
    names = {"3f9a": ("the Navy",)}
    assert held.letters(held.learn((), names), names)("3f9a", "losses") == "B"
    assert held.letters(held.learn((), {}), {})("3f9a", "losses") == "F"
