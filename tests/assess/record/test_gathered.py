"""Evidence → reports: who said what on which claim, whose words they are, and what goes with a source taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from rashomon.assess.record.gathered import reports
from rashomon.assess.record.table import table
from rashomon.records import Assessment, Evidence, Span

OUTLETS = {"d1": "Harbour News", "d2": "Coast Radio", "d3": "Harbour News"}


def said(source: str, word: str = "asserts", document: str = "d1", **more: Any) -> Evidence:
    span = Span(document_id=document, start=0, end=4, quote="said")
    given: dict[str, Any] = {
        "name": source,
        "root_id": document,
        "kind": "statement",
        "at": datetime(1970, 1, 3, 12, tzinfo=UTC),
    }
    return Evidence(
        id=f"{source}{word}{document}", claim_id="c", text="said", spans=(span,), source=source, word=word, **(given | more)
    )  # type: ignore[arg-type]  # fmt: skip


def assessed(*evidence: Evidence, **more: Any) -> Assessment:
    return Assessment(claim_id="c", status="disputed", topic="losses", evidence=evidence, **more)


def test_a_statement_is_a_report_in_days() -> None:
    (one,) = reports([assessed(said("navy", "denies", interest=-1, side="north"))])
    assert (one.claim, one.source, one.word, one.topic) == ("c", "navy", "denies", "losses")
    assert (one.interest, one.side, one.at, one.root) == (-1, "north", 2.5, "d1")


def test_what_says_nothing_on_the_claim_is_none() -> None:
    quiet = said("mayor", "silent", kind="absence")
    other = said("film", "", kind="media")
    nobody = said("", "asserts")
    assert [(r.source, r.word) for r in reports([assessed(quiet, other, nobody)])] == [("mayor", "silent")]


def test_a_known_partys_word_is_its_own_and_others_are_as_good_as_their_text() -> None:
    navy = said("3f9a", name="the navy")
    guard = said("88c1", name="the coast guard")
    outlet = said("harbour news", name="Harbour News")
    linked = said("77aa", name="Harbour News")
    witness = said("a fisherman")
    found = reports([assessed(navy, guard, outlet, linked, witness)], outlets=OUTLETS)
    assert [r.root for r in found] == ["", "", "d1", "d1", "d1"]
    assert len(table(found).claim) == 3, "two parties, and one text"


def test_accusation_and_denial_in_one_text_both_count() -> None:
    found = reports([assessed(said("3f9a", name="the navy"), said("88c1", "denies", name="the guard"))])
    assert len(table(found).claim) == 2


def test_a_statement_without_a_date_is_nobodys_last_word() -> None:
    later = said("navy", "denies", at=datetime(1970, 1, 5, tzinfo=UTC))
    undated = said("navy", at=None)
    first = said("guard", at=datetime(1970, 1, 2, tzinfo=UTC))
    found = reports([assessed(later, undated, first)])
    assert [r.at for r in found] == [4.0, 1.0, 1.0]
    as_of = assessed(said("navy", at=None), as_of=datetime(1970, 1, 8, tzinfo=UTC))
    assert reports([as_of])[0].at == 7.0
    assert reports([assessed(said("navy", at=None))])[0].at == 0.0


def test_a_source_taken_back_goes_by_id_or_name_and_so_does_what_only_its_texts_hold() -> None:
    navy = said("3f9a", name="the Navy", document="d2")
    quoted = said("88c1", name="the guard", document="d1")
    copy = said("coast radio", name="Coast Radio", document="d2", root_id="d3")
    every = assessed(navy, quoted, copy)
    assert [r.source for r in reports([every], outlets=OUTLETS, without=["The navy"])] == ["88c1", "coast radio"]  # fmt: skip
    assert [r.source for r in reports([every], outlets=OUTLETS, without=["Harbour news"])] == ["3f9a"]
    assert len(reports([every], outlets=OUTLETS, without=["nobody"])) == 3
