"""The parts of a brief, each in a file of its own; the order of the page is this table."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.brief.material import Material
from rashomon.brief.sections import (
    ahead,
    changes,
    claimed,
    denials,
    evidence,
    glance,
    involved,
    sources,
    timeline,
    truth,
    unknown,
    where,
)
from rashomon.records import Section

ORDER: tuple[Callable[[Material], Section], ...] = (
    glance.make,
    claimed.make,
    evidence.make,
    truth.make,
    denials.make,
    changes.make,
    ahead.next_steps,
    ahead.watch,
    timeline.make,
    where.make,
    involved.make,
    unknown.make,
    sources.make,
)
