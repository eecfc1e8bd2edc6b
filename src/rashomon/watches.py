"""The watch over a desk's documents, and its alerts out to the channels: what the stage ``watch`` is given and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from rashomon.errors import AlertError
from rashomon.flow import Desk, collected, link_all, read_new, story_judgements
from rashomon.records import Alert, Document, Issue, Pack, Reading
from rashomon.version import fingerprint

if TYPE_CHECKING:
    from rashomon.watch import Outlook, Seen

HISTORY = 200
"""Days before now that are looked at: the longest baseline that ships is 84 days, and what is up must have had time to rise and lapse."""


def packs(names: Sequence[str], today: date | None) -> tuple[Pack, ...]:
    """Packs by name or file, checked one by one and together.

    Raises:
        PackError: with file and key.
    """
    from rashomon.watch.order import ordered
    from rashomon.watch.pack_file import find, load

    made = tuple(load(find(name), today) for name in names)
    ordered(made)
    return made


def watch_desk(
    desk: Desk, locations: Sequence[str], chosen: Sequence[Pack], roles: Mapping[str, Sequence[str]], now: datetime
) -> Outlook:  # fmt: skip
    """Collect and read what is new at these locations (of none: take the whole database), then say where each indicator stands.

    Raises:
        PackError: a role that must be filled is not.
    """
    from rashomon.watch import watch

    ids, issues = collected(desk, locations, now)
    ids, more = read_new(desk, ids, now)
    whole = desk.store.documents.many(ids)
    begin = now - timedelta(days=HISTORY)
    documents = tuple(d for d in whole if d.published_at is None or d.published_at >= begin)
    readings = desk.store.readings.many(
        [d.id for d in documents], f"{desk.settings.read.reader}-{fingerprint('read')}"
    )
    outlook = watch(chosen, roles, seen(desk, documents, readings, chosen), now)
    return replace(outlook, issues=(*issues, *more, *outlook.issues))


def seen(
    desk: Desk, documents: Sequence[Document], readings: Sequence[Reading], chosen: Sequence[Pack]
) -> Seen:
    """Linked and grouped; claims are made only where a pack looks at positions, since they cost most."""
    from rashomon.claim import claim
    from rashomon.group import group
    from rashomon.group.owners import Owners
    from rashomon.watch import Seen

    linked, _ = link_all(documents, readings, desk.store)
    stories = group(
        documents,
        linked.readings,
        threshold=desk.settings.group.threshold,
        owners=desk.settings.group.owners,
        judgements=story_judgements(desk.store),
    )
    wanted = any(sign.trace == "position" for pack in chosen for one in pack.indicators for sign in one.signs)
    table = Owners(desk.settings.group.owners)
    return Seen(
        documents=tuple(documents),
        readings=linked.readings,
        entities=linked.entities,
        memberships=tuple(member for story in stories for member in story.members),
        claims=claim(stories, documents, linked.readings, linked.entities) if wanted else (),
        owners={one.source: owner for one in documents if (owner := table.of(one))},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of the alerts on one channel."""

    channel: str
    sent: int
    held: int
    issues: tuple[Issue, ...] = ()


def tell(
    desk: Desk, outlook: Outlook, channels: Mapping[str, Mapping[str, object]], now: datetime
) -> tuple[Told, ...]:
    """Send what is to be sent, channel by channel; what could not be sent stays for the next run, and an Issue says so.

    Raises:
        ConfigError: a channel has no such file, or a setting is wrong; nothing was sent then.
    """
    from rashomon import registry
    from rashomon.watch.dispatch import plan, rule_of, subject
    from rashomon.watch.explain import alert

    settings = desk.settings.watch
    rule = rule_of(settings.least, settings.quiet, settings.zone, settings.digest)
    ready = {name: registry.load("watch.alerts", name, **options) for name, options in channels.items()}
    store = desk.store.watches
    store.add([alert(signal) for one in outlook.watched for signal in one.signals], at=now)
    told = []
    for name, channel in ready.items():
        known = {subject(one): (one.state, when) for one, when in store.sent(name)}
        made = plan(store.waiting(name), known, rule, now, store.last_digest(name))
        issues: list[Issue] = []
        sent = 0
        jobs: list[tuple[tuple[Alert, ...], bool]] = [((one,), False) for one in made.now]
        jobs += [(made.digest, True)] if made.digest else []
        for group, digest in jobs:
            try:
                channel.send(group, now, digest=digest)
            except AlertError as error:
                issues.append(_unsent(name, error))
                break  # the next would wait for the same server
            sent += store.mark(name, group, at=now, digest=digest)
        told.append(Told(channel=name, sent=sent, held=len(made.held), issues=tuple(issues)))
    return tuple(told)


def _unsent(name: str, error: AlertError) -> Issue:
    return Issue(stage="watch", subject=name, code="not_sent", reason=str(error), remedy=error.remedy)
