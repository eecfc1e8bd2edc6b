"""What is told to have been done between an entity and others, with provenance on every edge."""

from __future__ import annotations

from datetime import UTC, date, datetime

from rashomon.link.register import Entry, Tenure
from rashomon.profile.deeds import deeds
from rashomon.profile.graph import graph
from rashomon.profile.sections.offices import term
from rashomon.records import Document, Entity, Event, Mention, Reading

TEXT = (
    "Ostland shelled Westland. Westland may sue Ostland. Ostland shelled Westland again and shelled it twice."
)
AT = datetime(2025, 3, 1, tzinfo=UTC)


def made() -> tuple[Document, Reading]:
    document = Document(id="d", text=TEXT, published_at=AT)
    ends = [i + 1 for i, c in enumerate(TEXT) if c == "."]
    mentions = []
    for name in ("Ostland", "Westland"):
        at = TEXT.find(name)
        while at >= 0:
            mentions.append(Mention(start=at, end=at + len(name), text=name, kind="state", entity=name))
            at = TEXT.find(name, at + 1)

    def event(words: str, action: str, status: str, actor: str, target: str, after: int) -> Event:
        start = TEXT.index(words, after)
        a, t = TEXT.index(actor, after), TEXT.index(target, after)
        return Event(
            actor=actor, action=action, target=target, place="", time="", status=status, start=start, end=start + len(words),
            actor_span=(a, a + len(actor)), target_span=(t, t + len(target)),
        )  # fmt: skip

    events = (
        event("shelled", "ASSAULT", "asserted", "Ostland", "Westland", 0),
        event("sue", "ACCUSE", "hypothetical", "Westland", "Ostland", ends[0]),
        event("shelled Westland again", "ASSAULT", "asserted", "Ostland", "Westland", ends[1]),
        event("shelled it", "ASSAULT", "negated", "Ostland", "Westland", ends[1]),
    )
    sentences = tuple(zip([0, *ends[:-1]], ends, strict=True))
    return document, Reading(
        document_id="d",
        reader="r",
        sentences=sentences,
        mentions=tuple(sorted(mentions, key=lambda m: m.start)),
        events=events,
    )


def test_grouped_by_whom_what_and_direction() -> None:
    document, reading = made()
    found = deeds("Ostland", [document], {"d": reading})
    assert [(d.other, d.action, d.active, d.statuses) for d in found] == [
        ("Westland", "ASSAULT", True, ("asserted", "asserted")),
        ("Westland", "ACCUSE", False, ("hypothetical",)),
    ]
    assert all(TEXT[s.start : s.end] == s.quote for d in found for s in d.spans)
    assert found[0].first == found[0].last == AT


def test_every_edge_has_its_ground_and_its_direction() -> None:
    document, reading = made()
    entities = [Entity(id=n, name=n, kind="state", party=n) for n in ("Ostland", "Westland")]
    net = graph(entities[0], None, [document], [reading], entities)
    told = {(t.kind, t.source, t.target) for t in net.ties if t.kind.startswith("told_")}
    assert told == {("told_assault", "Ostland", "Westland"), ("told_accuse", "Westland", "Ostland")}
    assert all(bool(t.span) != bool(t.listed) for t in net.ties)


def test_an_office_whose_end_is_not_known_says_so() -> None:
    seen = Tenure(
        office="former", of="state:FR", since=date(2020, 1, 2), seen=(date(2022, 12, 31), date(2022, 12, 31))
    )
    assert term(seen) == "from 02 January 2020, last known in it on 31 December 2022"
    entry = Entry(
        id="person:a", kind="person", name="A", names=(("A", "en"),), source="list-a", tenures=(seen,)
    )
    from rashomon.link.known import entity_id

    people = [
        Entity(id="a", name="A", kind="person", party="a"),
        Entity(id=entity_id("state:FR"), name="France", kind="state"),
    ]
    (tie,) = graph(people[0], entry, [], [], people).ties
    assert (tie.since, tie.until, tie.seen, tie.listed) == ("2020-01-02", "", "2022-12-31", "list-a")
