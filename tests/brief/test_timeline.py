"""The timeline stands on event times; publication times only where no other is told, and marked so."""

from __future__ import annotations

from datetime import UTC, datetime

from rashomon.brief import compose
from rashomon.brief.words import when
from rashomon.records import Brief, Document, Event, Judged, Membership, Reading, Sentence, Story

NOW = datetime(2023, 6, 1, tzinfo=UTC)
TOLD = "A drone hit the grain terminal in Lindos on Monday night. Two silos burned."
AGAIN = "The terminal was struck on Monday night by one drone, the harbour master said."
PLAIN = "Wheat from Lindos goes to eleven countries."


def event(text: str, words: str, **fields: str) -> Event:
    start = text.index(words)
    told = {
        "status": "asserted",
        "time_from": "2023-03-13T18:00",
        "time_until": "2023-03-14T06:00",
        "time_precision": "part",
    } | fields
    return Event(
        actor="", action="ASSAULT", target="", place="", time="", start=start, end=start + len(words), mode="drone", **told
    )  # fmt: skip


def brief(*extra: Document, judged: tuple[Judged, ...] = (), doubt: str = "", **fields: str) -> Brief:
    texts = {"a": TOLD, "b": AGAIN, "c": PLAIN}
    documents = [
        Document(
            id=id, text=text, source=f"Outlet {id}", language="en", published_at=datetime(2023, 3, 14 + n, 9, tzinfo=UTC)
        )
        for n, (id, text) in enumerate(texts.items())
    ]  # fmt: skip
    documents += extra
    readings = [
        Reading(
            document_id="a", reader="x", sentences=((0, 57), (58, 75)), events=(event(TOLD, "hit", **fields),)
        ),
        Reading(
            document_id="b",
            reader="x",
            sentences=((0, len(AGAIN)),),
            events=(event(AGAIN, "was struck", **fields),),
        ),
    ]
    story = Story(
        id="s",
        title="",
        judged=judged,
        members=tuple(
            Membership(document_id=d.id, story_id="s", root_id=d.id, date_doubt=doubt if d.id == "d" else "")
            for d in documents
        ),
    )
    return compose(story, documents, readings, [], [], [], now=NOW)


def lines(made: Brief) -> tuple[Sentence, ...]:
    return next(one for one in made.sections if one.key == "timeline").sentences


def test_an_event_stands_once_at_its_own_time_with_all_who_tell_it() -> None:
    found = lines(brief())
    first = found[0]
    assert (first.at, first.precision) == (datetime(2023, 3, 13, 18, tzinfo=UTC), "part")
    assert when(first) == "18:00–06:00 local time"
    assert "Outlet a reports" in first.text
    assert any("Outlet b reports" in one.text for one in first.detail)
    assert any("2 documents from 2 independent roots" in one.text for one in first.detail)
    assert sum("grain terminal" in one.text for one in found) == 1, "its publication is not told besides"


def test_a_report_without_event_times_stands_at_its_publication_and_is_marked() -> None:
    plain = next(one for one in lines(brief()) if "Outlet c" in one.text)
    assert plain.precision == "published"
    assert when(plain) == "published 09:00 UTC"


def test_plans_and_decades_are_no_happenings() -> None:
    assert all(one.mark != "event" for one in lines(brief(status="planned")))
    assert all(one.mark != "event" for one in lines(brief(time_precision="decade")))
    assert all(one.mark != "event" for one in lines(brief(time_from="not a time", time_until="not a time")))


def test_a_date_that_is_not_believed_places_nothing() -> None:
    wrong = Document(
        id="d", text="Lindos again.", source="Outlet d", published_at=datetime(1970, 1, 1, tzinfo=UTC)
    )
    told = next(
        one
        for one in lines(brief(wrong, doubt="dated 1970, before there were such pages"))
        if "Outlet d" in one.text
    )
    assert told.at is None
    assert "dated 1970" in told.text


def test_the_brief_says_that_a_person_joined_it() -> None:
    said = Judged(kind="merge", by="Ann", at=datetime(2023, 5, 1, tzinfo=UTC), why="one campaign", before=2)
    glance = next(one for one in brief(judged=(said,)).sections if one.key == "glance")
    assert any("Ann joined" in one.text and "one campaign" in one.text for one in glance.sentences)
