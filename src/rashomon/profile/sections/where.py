"""Where the entity's events are told to be."""

from __future__ import annotations

from rashomon.brief.sections.where import section
from rashomon.brief.where import pins
from rashomon.profile.deeds import role
from rashomon.profile.subject import Subject
from rashomon.records import Pin, Section


def found(subject: Subject) -> tuple[Pin, ...]:
    """The places of the events in which it acts or is acted upon."""
    return pins(
        subject.material, lambda reading, one: bool(role(reading, one, subject.entity.id)), only_events=True
    )


def make(subject: Subject) -> Section | None:
    """A line a place, as in a brief; left out where nobody looked for places."""
    if subject.material.places is None:
        return None
    return section(
        subject.material, found(subject), f"No event of {subject.name} is told to be at a place on the map."
    )
