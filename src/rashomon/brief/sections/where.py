"""Where it happens: the places named, how exactly they are known, and for contested ground what each side says."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.brief import words
from rashomon.brief.material import Material
from rashomon.brief.phrase import Line, count_line
from rashomon.brief.where import pins
from rashomon.records import Pin, Section, Sentence, content_id

MAP = "the map of GeoNames"
PRECISION = {
    "place": "a town",
    "division": "a region; the point is its middle",
    "state": "a state or larger; the point is its middle",
}


def make(material: Material) -> Section:
    """A line a place; none where nobody looked for places."""
    if material.places is None:
        return Section(key="where", heading="Where", empty="Places were not looked for.")
    return section(material, pins(material), f"No place was found on the map in {material.size}.")


def section(material: Material, found: Sequence[Pin], empty: str) -> Section:
    """The section of these pins."""
    lines = tuple(line(material, one) for one in found)
    return Section(key="where", heading="Where", sentences=lines, empty="" if found else empty)


def line(material: Material, pin: Pin) -> Sentence:
    """Name, precision, state as the gazetteer has it; counts; each side's view of contested ground, with its source."""
    place = pin.place
    state = material.name(content_id("state", place.state)) or place.state
    where = f" in {state}" if place.state and place.precision != "state" else ""
    made = Line().say(f"{pin.number}. {words.one_line(place.name)}, {PRECISION[place.precision]}{where}.")
    documents, roots = words.count(pin.documents, "document"), words.count(pin.roots, "root")
    detail = [
        count_line(f"Named in {documents}, {roots}.", f"named in {documents}", mark="roots"),
        count_line(f"{place.lat:.2f}, {place.lon:.2f}", MAP, mark="point"),
    ]
    if pin.happenings:
        told = words.count(pin.happenings, "happening")
        detail.insert(
            0, count_line(f"{told} told to be there.", "events that the program read", mark="happenings")
        )
    for view in place.views:
        detail.append(count_line(f"Contested: {view.by} says it is {view.says}.", view.source, mark="view"))
    return made.cite([pin.span], mark=place.precision, detail=detail)
