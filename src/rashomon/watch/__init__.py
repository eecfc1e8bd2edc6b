"""Indicator → Signal: what was said beforehand to matter, looked for in what is read now, and told when it is beyond the usual."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rashomon.errors import PackError
from rashomon.records import Issue, Pack, Sighting, Watched, as_utc
from rashomon.watch.levels import Day, by_absence, by_counts, by_others
from rashomon.watch.order import full, ordered
from rashomon.watch.parties import fill
from rashomon.watch.seen import Seen, dated
from rashomon.watch.series import Stream, counted, stream
from rashomon.watch.signs import Search, Sought, sightings
from rashomon.watch.states import walk

__all__ = ["Outlook", "Seen", "judge", "watch"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Where every indicator stands, what was seen for it, and what could not be counted."""

    watched: tuple[Watched, ...]
    sightings: tuple[Sighting, ...]
    issues: tuple[Issue, ...]


def watch(
    packs: Sequence[Pack], roles: Mapping[str, Sequence[str]], seen: Seen, now: datetime, *, last_days: int | None = None
) -> Outlook:  # fmt: skip
    """States of all indicators of these packs on the day of ``now``, and the signals of all changes on the way there.

    ``roles``: role → names of who fills it, for all packs; a name for a role that no pack has is refused. With ``last_days`` only the states
    of so many last days are walked through: what came before is the baseline, and an indicator that was up before begins as quiet.

    Raises:
        PackError: a circle, a missing key, or a role that must be filled and is not.
        NaiveTime: ``now`` names no moment.
    """
    now = as_utc(now)
    found, issues, whole = look(packs, roles, seen, now)
    late = tuple(_hindsight(pack) for pack in packs if pack.written > now.date())
    return Outlook(
        watched=judge(packs, roles, found, whole, last_days=last_days),
        sightings=found,
        issues=(*late, *issues),
    )


def _hindsight(pack: Pack) -> Issue:
    """An indicator written when the outcome was known finds it easily, and proves nothing."""
    return Issue(
        stage="watch",
        subject=pack.file or pack.name,
        code="hindsight",
        reason=f"It was written on {pack.written}, after the time that is taken for now.",
        remedy="Take its states as a trial of the pack, not as a warning that was given.",
        severity="warning",
    )


def look(
    packs: Sequence[Pack], roles: Mapping[str, Sequence[str]], seen: Seen, now: datetime
) -> tuple[tuple[Sighting, ...], tuple[Issue, ...], Stream]:
    """The sightings in what is seen, and the stream of days they stand in."""
    ordered(packs)  # refuses circles before any work
    documents, issues = dated(seen, now)
    names = {one.name for pack in packs for one in pack.roles}
    for name in roles:
        if name not in names:
            raise PackError(
                f"--role {name}",
                f"no given pack has this role; there are {', '.join(sorted(names)) or 'none'}",
            )
    sought = []
    for pack in packs:
        own = {one.name for one in pack.roles}
        filled = fill(pack, {name: who for name, who in roles.items() if name in own}, seen.entities)
        for one in pack.indicators:
            sought += [Sought(full(pack, one.key), sign, filled) for sign in one.signs]
    found = tuple(sightings(Search(sought), seen, documents))
    return found, issues, stream(documents.values(), seen, now.date())


def judge(
    packs: Sequence[Pack],
    roles: Mapping[str, Sequence[str]],
    found: Iterable[Sighting],
    whole: Stream,
    *,
    last_days: int | None = None,
) -> tuple[Watched, ...]:
    """States from sightings, in the order in which the packs give their indicators."""
    by_key: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in found:
        by_key[sighting.indicator].append(sighting)
    start = 0 if last_days is None else max(0, whole.days - last_days)
    days: dict[str, list[Day]] = {}
    made: dict[str, Watched] = {}
    for pack, one in ordered(packs):
        key = full(pack, one.key)
        if one.signs:
            own = counted(by_key[key], whole, one)
            if one.absent is None:
                days[key] = by_counts(one, own, whole, start)
            else:
                rose = _rises(days[full(pack, one.absent.after)], start) if one.absent.after else ()
                days[key] = by_absence(one, own, whole, start, rose)
        else:
            under = {full(pack, k): days[full(pack, k)] for k in (*one.all_of, *one.any_of)}
            days[key] = by_others(one, under, bool(one.all_of))
        made[key] = walk(pack, one, days[key], whole.day(start), roles, len(by_key[key]))
    return tuple(made[full(pack, one.key)] for pack in packs for one in pack.indicators)


def _rises(days: Sequence[Day], start: int) -> tuple[int, ...]:
    """Places of the days on which an indicator went up that was not up the day before."""
    return tuple(
        start + at for at, day in enumerate(days) if day.level > 0 and (at == 0 or days[at - 1].level <= 0)
    )
