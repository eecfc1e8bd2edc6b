"""The places of a story: which go on the map, in what order, and how much is told to have happened there."""

from __future__ import annotations

import re
from collections.abc import Callable

from rashomon.brief.material import Material
from rashomon.records import Event, Mention, Pin, Place, Reading, Span

MOST = 12
"""Places on one map."""

_GROUND = re.compile(
    r"(?<!\w)(?:in|at|near|over|outside|around|above|central|downtown|в|во|под|над|около|возле|близ|у|біля|поблизу|під)\s+(?:central\s+)?$",
    re.IGNORECASE,
)
"""Words before a name that make it ground."""
Wanted = Callable[[Reading, Event], bool]


def every(reading: Reading, event: Event) -> bool:
    """Every event counts."""
    return True


def pins(material: Material, wanted: Wanted = every, *, only_events: bool = False) -> tuple[Pin, ...]:
    """The places to print: towns and regions where something is told to have happened, most first, then such states, then the
    places that most roots name.

    A state, or a capital that may stand for its government, is a place only where an event is told to be there; with
    ``only_events`` so is every other. ``wanted`` picks the events that count.
    """
    named: dict[Place, dict[str, Span]] = {}
    told: dict[Place, set[tuple[str, str, str]]] = {}
    for document in material.documents:
        reading = material.readings.get(document.id)
        if reading is None or not material.places:
            continue
        mentions = [m for m in reading.mentions if (document.id, m.start, m.end) in material.places]
        here = {id(m): material.places[document.id, m.start, m.end] for m in mentions}
        scenes = [
            (one, m)
            for one in reading.events
            if wanted(reading, one) and (m := _scene(one, mentions, reading))
        ]
        at = {id(m) for _, m in scenes}
        for one, m in scenes:
            # A copy tells nothing new: one event is told once a root.
            told.setdefault(_same(here[id(m)]), set()).add(
                (material.root(document.id), one.action, _words(material, document.id, one))
            )
        for m in mentions:
            if id(m) in at or not (only_events or _stands_for_others(material, document.id, m, here[id(m)])):
                named.setdefault(_same(here[id(m)]), {}).setdefault(
                    document.id, material.span(document.id, m.start, m.end)
                )

    def rank(one: Place) -> tuple[object, ...]:
        """A town where something is told to be comes before a state that says no more than that."""
        happenings = len(told.get(one, ()))
        exact = (not happenings, one.precision == "state", -happenings)
        return (*exact, -len(_roots(material, named[one])), one.name, one.lat, one.lon)

    order = sorted(named, key=rank)
    return tuple(
        Pin(
            number=number,
            place=one,
            span=next(iter(named[one].values())),
            documents=len(named[one]),
            roots=len(_roots(material, named[one])),
            happenings=len(told.get(one, ())),
        )
        for number, one in enumerate(order[:MOST], 1)
    )


def _scene(event: Event, mentions: list[Mention], reading: Reading) -> Mention | None:
    """The mention that an event's place is: in its sentence, the nearest to its words."""
    if not event.place:
        return None
    inside = next(((s, e) for s, e in reading.sentences if s <= event.start < e), None)
    fitting = [
        m for m in mentions if m.text == event.place and (inside is None or inside[0] <= m.start < inside[1])
    ]
    return min(fitting, key=lambda m: (abs(m.start - event.start), m.start), default=None)


def _same(place: Place) -> Place:
    """The place without how sure one mention of it was."""
    return Place(
        name=place.name, lat=place.lat, lon=place.lon, precision=place.precision, geonames=place.geonames,
        state=place.state, division=place.division, views=place.views,
    )  # fmt: skip


def _words(material: Material, document_id: str, event: Event) -> str:
    text = material.by_id[document_id].text[event.start : event.end]
    return "".join(c for c in text.casefold() if c.isalnum())


def _stands_for_others(material: Material, document_id: str, mention: Mention, place: Place) -> bool:
    """Whether a name may mean a government rather than ground: "Lima said", but not "over Lima"."""
    if place.precision == "state":
        return True
    entity = material.entities.get(mention.entity)
    capital = any(tie.kind in {"capital_of", "seat_of"} for tie in (entity.related if entity else ()))
    before = material.by_id[document_id].text[max(0, mention.start - 24) : mention.start]
    return capital and not _GROUND.search(before)


def _roots(material: Material, places: dict[str, Span]) -> set[str]:
    return {material.root(document_id) for document_id in places}
