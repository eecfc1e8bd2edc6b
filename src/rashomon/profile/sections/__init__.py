"""The sections of a profile, in the order they are printed."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.profile.sections import (
    ahead,
    capability,
    events,
    offices,
    positions,
    presence,
    relations,
    statements,
    topics,
    where,
)
from rashomon.profile.subject import Subject
from rashomon.records import Section

SPEAKING = (statements.make, ahead.make, positions.make, topics.make)
"""Sections about what the entity says: left out for what cannot speak and was not heard, as a missile or a doctrine."""
ORDER: tuple[Callable[[Subject], Section | None], ...] = (
    offices.make,
    statements.make,
    ahead.make,
    positions.make,
    events.make,
    where.make,
    capability.make,
    relations.make,
    presence.make,
    topics.make,
)
