"""Which alerts go now, which wait for the digest, and which were told already. Pure: what was sent is handed in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rashomon.errors import ConfigError
from rashomon.records import Alert
from rashomon.watch.explain import WEIGHT

REPEAT = timedelta(days=7)
"""The same state of the same indicator is not told twice within this: a document that comes late may move the day of a change by one."""
STALE = timedelta(days=14)
"""A change longer ago than this is history: a first run over an archive must not send a year of alarms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When one channel may ring."""

    least: int = 1
    """Weight (``explain.WEIGHT``) under which nothing is sent: 3 only high, 2 raised too, 1 blind and lapsed too."""
    quiet: tuple[time, time] | None = None
    """Hours in which only ``high`` rings; the end may be on the next morning."""
    zone: str = "UTC"
    digest: time | None = None
    """With this, what is not high is gathered and sent once a day, in the first run after this time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a channel is to be given now."""

    now: tuple[Alert, ...]
    """One message each."""
    digest: tuple[Alert, ...]
    """One message together; empty: none."""
    held: tuple[Alert, ...]
    """For a later run."""
    known: tuple[Alert, ...]
    """Told before, or too old, or below the channel's least: not sent."""


def plan(
    alerts: Iterable[Alert], sent: Mapping[str, tuple[str, datetime]], rule: Rule, now: datetime, last_digest: datetime | None = None
) -> Plan:  # fmt: skip
    """``sent``: headline without its state → the state last told on this channel, and when. Order is kept, the worst first."""
    at_once: list[Alert] = []
    gathered: list[Alert] = []
    held: list[Alert] = []
    known: list[Alert] = []
    still = in_quiet(rule, now)
    due = digest_due(rule, now, last_digest)
    for one in sorted(latest(alerts), key=lambda a: (-WEIGHT[a.state], a.at, a.id)):
        state, when = sent.get(subject(one), ("", None))
        if (
            (state == one.state and when is not None and one.at - when < REPEAT)
            or now - one.at > STALE
            or (when is not None and one.at.date() < when.date())
            or WEIGHT[one.state] < rule.least
        ):
            known.append(one)
        elif one.state == "high":
            at_once.append(one)
        elif still:
            held.append(one)
        elif rule.digest is None:
            at_once.append(one)
        else:
            (gathered if due else held).append(one)
    return Plan(now=tuple(at_once), digest=tuple(gathered), held=tuple(held), known=tuple(known))


def latest(alerts: Iterable[Alert]) -> Sequence[Alert]:
    """Of each indicator the last change only: who is told that it is raised need not be told that it was blind before.

    Of two of one day the later in the given order stands: a run in the evening knows more than one in the morning.
    """
    last: dict[str, Alert] = {}
    for one in alerts:
        kept = last.get(subject(one))
        if kept is None or one.at >= kept.at:
            last[subject(one)] = one
    return tuple(last.values())


def subject(one: Alert) -> str:
    """What an alert is about, whatever its state."""
    return one.headline.partition(": ")[2]


def in_quiet(rule: Rule, now: datetime) -> bool:
    if rule.quiet is None:
        return False
    begin, end = rule.quiet
    local = now.astimezone(_zone(rule.zone)).time()
    return begin <= local < end if begin <= end else local >= begin or local < end


def digest_due(rule: Rule, now: datetime, last: datetime | None) -> bool:
    """Whether the digest's time has come since the last one was sent."""
    if rule.digest is None:
        return False
    zone = _zone(rule.zone)
    local = now.astimezone(zone)
    due = local.replace(hour=rule.digest.hour, minute=rule.digest.minute, second=0, microsecond=0)
    if local < due:
        due -= timedelta(days=1)
    return last is None or last.astimezone(zone) < due


def rule_of(least: str, quiet: str, zone: str, digest: str) -> Rule:
    """A rule from its settings as written: ``least = "raised"``, ``quiet = "22:00-07:00"``, ``digest = "08:00"``; empty: none.

    Raises:
        ConfigError: one of them cannot be read.
    """
    if least not in ("high", "raised", "all"):
        raise ConfigError(f"[watch] least: {least}", "it is high, raised or all")
    _zone(zone)
    hours = None
    if quiet:
        begin, dash, end = quiet.partition("-")
        hours = _time(begin, "quiet"), _time(end if dash else "", "quiet")
    return Rule(
        least={"high": 3, "raised": 2, "all": 0}[least],
        quiet=hours,
        zone=zone,
        digest=_time(digest, "digest") if digest else None,
    )


def _time(text: str, key: str) -> time:
    try:
        return time.fromisoformat(text.strip())
    except ValueError as error:
        raise ConfigError(
            f"[watch] {key}: {text!r}", "it is a time as 22:00, or two joined by a hyphen"
        ) from error


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigError(
            f"[watch] zone: {name}", "no such time zone; it is as Europe/Kyiv or UTC"
        ) from error
