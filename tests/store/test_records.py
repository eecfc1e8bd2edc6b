"""Issues, readings, results and corrections: once in, the same out, nothing overwritten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rashomon import edge
from rashomon.errors import NaiveTime, NotKept, RecordError
from rashomon.records import (
    Assessment,
    Attribution,
    Claim,
    Document,
    Entity,
    Issue,
    Membership,
    Mention,
    Position,
    Reading,
    Related,
    Saying,
    Span,
    Speaker,
    Story,
)  # fmt: skip
from rashomon.store import Correction, Store

NOW = datetime(2024, 2, 29, 12, 0, 0, 5, tzinfo=UTC)


def issue(subject: str, stage: str = "read", code: str = "read_in_part") -> Issue:
    return Issue(
        stage=stage, subject=subject, code=code, reason="Too long.", remedy="Cut it.", severity="warning"
    )


def reading(id: str, reader: str = "rules") -> Reading:
    return Reading(
        document_id=id,
        reader=reader,
        language="en",
        sentences=((0, 10), (11, 20)),
        mentions=(Mention(start=0, end=4, text="Порт", kind="place", entity="e1"),),
        attributions=(
            Attribution(
                source=((0, 4),), cue=((5, 8),), content=((9, 12), (14, 20)), speaker=Speaker(text="port"),
                act="denies", form="mixed", negated=True, score=0.1 + 0.2,
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def filled(store: Store) -> Store:
    store.documents.add(Document(id=f"d{n}", text=f"Report {n}.") for n in range(5))
    return store


def test_issues_once_and_by_stage(store: Store) -> None:
    assert store.issues.add([issue("d1"), issue("d1"), issue("d2", "collect")], at=NOW) == 2
    assert store.issues.add([issue("d1")], at=NOW + timedelta(days=1)) == 0
    assert store.issues.all("read") == (issue("d1"),)
    assert store.issues.all() == (issue("d2", "collect"), issue("d1"))


def test_issues_of_documents_that_are_not_read_again(store: Store) -> None:
    store.issues.add([issue("d1"), issue("d2"), issue("d3", "collect")], at=NOW, version="rules-1")
    store.issues.add([issue("d1", code="other")], at=NOW, version="rules-2")
    found = store.issues.of_subjects(["d1", "d3", "d9"], stage="read", version="rules-1")
    assert found == (issue("d1"),)


@pytest.mark.parametrize("subject", ["/in/caf\udce9.txt", "a\x00b", "https://example.org/" + "x" * 9_000, ""])
def test_no_issue_is_lost_to_its_own_subject(store: Store, subject: str) -> None:
    store.issues.add([issue(subject)], at=NOW)
    (kept,) = store.issues.all()
    assert kept.code == "read_in_part" and kept.subject.startswith(subject[:1])
    assert store.issues.of_subjects([subject], stage="read", version="") == (kept,)


def test_an_issue_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(NaiveTime):
        store.issues.add([issue("d1")], at=datetime(2024, 1, 1))  # noqa: DTZ001
    assert store.issues.all() == ()


def test_readings_come_back_and_are_asked_for_by_version(filled: Store) -> None:
    readings = [reading("d3"), reading("d1")]
    assert filled.readings.add(readings, "rules-1").new == 2
    assert filled.readings.add(readings, "rules-1").new == 0
    assert filled.readings.missing(["d4", "d3", "d0", "d1", "d4"], "rules-1") == ("d4", "d0")
    assert filled.readings.missing(["d3"], "rules-2") == ("d3",)
    assert filled.readings.many(["d3", "d0", "d1"], "rules-1") == (reading("d1"), reading("d3"))
    filled.readings.add([reading("d1", "neural")], "neural-1")
    assert filled.readings.many(["d1"], "neural-1")[0].reader == "neural"
    assert filled.readings.many(["d1"], "rules-1")[0].reader == "rules"


def test_a_reading_and_its_issues_are_kept_together(filled: Store) -> None:
    filled.readings.add([reading("d1")], "rules-1", issues=[issue("d1")], at=NOW)
    assert filled.issues.of_subjects(["d1"], stage="read", version="rules-1") == (issue("d1"),)
    with pytest.raises(NotKept):
        filled.readings.add([reading("unknown")], "rules-1", issues=[issue("d2")], at=NOW)
    assert filled.issues.all() == (issue("d1"),)


def test_a_reading_that_cannot_be_written_is_refused_and_the_rest_kept(filled: Store) -> None:
    half = Reading(
        document_id="d1", reader="rules", mentions=(Mention(start=0, end=1, text="\ud83d", kind="other"),)
    )
    added = filled.readings.add([half, reading("d2"), Reading(document_id="\x00", reader="rules")], "v")
    assert added.ids == ("d2",)
    assert [i.code for i in added.refused] == ["unstorable_text"] * 2
    assert filled.readings.missing(["d1", "d2"], "v") == ("d1",)


def test_ids_that_name_nothing_are_no_error(filled: Store) -> None:
    for id in ("\x00", "\ud83d", "x" * 100_000):
        assert filled.readings.missing([id], "v") == (id,)
        assert filled.readings.many([id], "v") == ()
        assert filled.documents.get(id) is None


def test_more_ids_than_a_statement_takes(filled: Store) -> None:
    filled.readings.add([reading("d1")], "v")
    ids = [f"x{n}" for n in range(40_000)] + ["d1"]
    assert len(filled.readings.missing(ids, "v")) == 40_000
    assert filled.readings.many(ids, "v") == (reading("d1"),)


SPAN = Span(document_id="d1", start=3, end=9, quote="«нет» 🚁")
SAYING = Saying(
    document_id="d1", speaker="Port", entity="e1", cue="said", act="denies", form="direct", negated=False,
    content=(SPAN,), span=SPAN, at=NOW,
)  # fmt: skip
RECORDS = (
    Entity(id="e2", name="Port", kind="group", related=(Related(kind="seat_of", entity="e1"),), party="e1"),
    Entity(id="e1", name="Town", kind="place", names=("Town", "Місто")),
    Story(
        id="s1", title="Drones", started_at=NOW,
        members=(Membership(document_id="d1", story_id="s1", root_id="d1"),),
    ),
    Claim(
        id="c1", story_id="s1", text="no", members=(SAYING,),
        positions=(Position(party="e1", name="Port", stance="denies", at=NOW, span=SPAN, saying=SAYING),),
    ),
    Assessment(claim_id="c1", status="disputed", roots=2, root_ids=("d1", "d2"), documents=3),
)  # fmt: skip


def test_results_come_back_whole_and_in_order(store: Store) -> None:
    assert store.results.save("run1", "claim", [*RECORDS, reading("d1")])
    assert store.results.load("run1", "claim", Entity) == RECORDS[:2]
    for record in (*RECORDS[2:], reading("d1")):
        assert store.results.load("run1", "claim", type(record)) == (record,)


def test_no_results_yet_and_no_results_found_are_told_apart(store: Store) -> None:
    assert store.results.load("run1", "claim", Claim) is None
    store.results.save("run1", "claim", [])
    assert store.results.load("run1", "claim", Claim) == ()
    assert store.results.load("run1", "assess", Claim) is None
    assert store.results.load("run2", "claim", Claim) is None


def test_results_are_not_overwritten(store: Store) -> None:
    assert store.results.save("run1", "link", RECORDS[:1])
    assert not store.results.save("run1", "link", RECORDS[:2])
    assert store.results.load("run1", "link", Entity) == RECORDS[:1]


def test_results_are_kept_whole_or_not_at_all(store: Store) -> None:
    with pytest.raises(RecordError):
        store.results.save("run1", "link", [*RECORDS[:1], Entity(id="e9", name="\ud83d", kind="other")])
    assert store.results.load("run1", "link", Entity) is None


def test_corrections_stand_beside_each_other(store: Store) -> None:
    assert store.corrections.add("e1", "party", "e7", by="ann", at=NOW)
    assert store.corrections.add("e1", "party", "e8", by="bo", at=NOW + timedelta(hours=1))
    assert store.corrections.add("c1", "text", "long " * 3_000, by="ann", at=NOW)
    assert not store.corrections.add("e1", "party", "e7", by="ann", at=NOW)
    assert [(c.value, c.by) for c in store.corrections.all("e1")] == [("e7", "ann"), ("e8", "bo")]
    assert store.corrections.all("e1")[0] == Correction(
        subject="e1", field="party", value="e7", by="ann", at=NOW
    )
    assert len(store.corrections.all()) == 3
    with pytest.raises(NaiveTime):
        store.corrections.add("e1", "party", "e9", by="ann", at=datetime(2024, 1, 1))  # noqa: DTZ001


def test_the_stored_form_is_the_contracts_form() -> None:
    for record in (*RECORDS, reading("d1"), issue("d1")):
        data = edge.to_bytes(record)
        assert data.decode() == edge.to_line(record)
        assert edge.from_bytes(type(record), data) == record
    with pytest.raises(RecordError, match=r"entity 7.*name"):
        edge.from_bytes(Entity, b'{"id": "e1"}', "entity 7")
