"""``rashomon history``"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from rashomon import edge
from rashomon.cli import _options
from rashomon.cli._progress import Progress
from rashomon.config import Settings
from rashomon.records import Issue, PastEvent, Precedent, Remembered

_database = click.option("--database", help="SQLite file or postgresql:// address; rashomon.db if not set.")
_format = click.option(
    "--format",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="json: a line for each record.",
)


@click.group()
def command() -> None:
    """What happened before: archives of events taken in, what two actors did to each other, and what tended to follow."""


@command.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--archive", default="", help="gdelt, icews, polecat or desk; told by the first line if not set."
)
@_options.moment
@_database
@_options.settings
def import_(
    files: tuple[Path, ...], archive: str, now: datetime, database: str | None, settings: Settings
) -> None:
    """Take in files of past events: GDELT 1 and 2, ICEWS, POLECAT, or the output of `rashomon read`; zip, gz and bz2 as they are.

    A run that was cut off is gone on with by the same command; a file taken in before changes nothing.
    """
    from rashomon.flow import Desk
    from rashomon.histories import import_history
    from rashomon.store import open_store

    issues, met = list[Issue](), 0
    with open_store(database or settings.database) as store, Progress() as tell:
        desk = Desk(store=store, settings=settings, tell=tell)
        for file in files:
            taken = import_history(desk, file, now, archive)
            met += taken.records + taken.skipped
            issues += taken.issues
            left = sum(i.severity != "note" for i in taken.issues)
            before = f"; the first {taken.skipped:,} lines were there already" if taken.skipped else ""
            click.echo(
                _options.plain(
                    f"{file}: {taken.records:,} records, {taken.events:,} new events, {taken.reports:,} new reports, {left:,} left out{before}"
                )
            )
    _options.tell(issues)
    if not met:
        raise click.exceptions.Exit(1)


@command.command("show")
@click.argument("actor")
@click.argument("other", required=False, default="")
@click.option("--deeds", is_flag=True, help="Only what was done, not what was said.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="The newest so many.")
@_format
@_database
@_options.settings
def show(
    actor: str, other: str, deeds: bool, limit: int, format: str, database: str | None, settings: Settings
) -> None:
    """What ACTOR did and had done to it, or what ACTOR and OTHER did to each other, by day."""
    from rashomon.store import open_store

    with open_store(database or settings.database) as store:
        found = [r for r in store.history.of(actor, other) if not deeds or r.event.act == "deed"]
        near = store.history.names(actor) if not found else ()
    for one in found[-limit:]:
        click.echo(edge.to_line(one) if format == "json" else _options.plain(_line(one)))
    if format == "table" and found:
        said = sum(r.event.act == "statement" for r in found)
        click.echo(
            f"{len(found):,} events, {len(found) - said:,} deeds and {said:,} statements; {min(limit, len(found)):,} shown"
        )
    if not found:
        click.echo(_options.plain(f"nothing of {actor}{f' and {other}' if other else ''} is there"), err=True)
        for name, count in near:
            click.echo(_options.plain(f"{count:>10,}  {name}"), err=True)
        raise click.exceptions.Exit(1)


@command.command("precedents")
@click.argument("actor")
@click.argument("other")
@click.option(
    "--after",
    "trigger",
    default="",
    help="ACCUSE: ACTOR accused OTHER; '<ASSAULT': the other way. All rules that hold if not set.",
)
@click.option(
    "--within",
    "days",
    default=(7, 30, 90),
    multiple=True,
    type=click.IntRange(1),
    show_default=True,
    help="Days.",
)
@click.option(
    "--cases", "shown", default=5, show_default=True, type=click.IntRange(0), help="Cases listed of each."
)
@_format
@_options.moment
@_database
@_options.settings
def precedents_(
    actor: str, other: str, trigger: str, days: tuple[int, ...], shown: int, format: str, now: datetime, database: str | None,
    settings: Settings,
) -> None:  # fmt: skip
    """What ACTOR did to OTHER after a trigger, in how many of how many cases, beside how often it does so anyway."""
    from rashomon.foresee.precedents import History, learn, precedents
    from rashomon.store import open_store

    with open_store(database or settings.database) as store:
        history = History.of(store.history.all())
    found = list[Precedent]()
    for horizon in days:
        found += (
            precedents(history, actor, other, trigger, horizon, now=now)
            if trigger
            else learn(history, actor, other, horizon, now=now)
        )
    by_id = {e.id: e for e in history.events}
    for one in found:
        click.echo(edge.to_line(one) if format == "json" else _options.plain(_told(one, by_id, shown)))
    if not found:
        click.echo(_options.plain(f"no precedent of {actor} and {other} is there"), err=True)
        raise click.exceptions.Exit(1)


def _line(one: Remembered) -> str:
    event = one.event
    what = f"{event.category}/{event.mode}" if event.mode else event.category
    marks = [event.status] if event.status != "asserted" else []
    marks += [one.trust if one.trust != "doubtful" else "day doubtful"]
    place = (
        f" in {event.place}{' (doubtful)' if event.place_trust == 'doubtful' else ''}" if event.place else ""
    )
    reports = f"{one.reports} report{'s' if one.reports != 1 else ''}"
    return (
        f"{event.day}  {event.act:9}  {event.actor or '-'} → {event.target or '-'}: {what}{place}"
        f"  [{event.origin}, {reports}, {', '.join(marks)}; {event.id}]"
    )


def _told(one: Precedent, events: dict[str, PastEvent], shown: int) -> str:
    whom = {
        "pair": f"{one.actor} did {one.then} to {one.other}",
        "kind": f"actors of their kinds did {one.then}",
        "world": f"any actor did {one.then}",
    }
    rate = "not known" if one.base.rate is None else f"{100 * one.base.rate:.0f} of 100 such windows"
    lines = [
        f"after {one.trigger}, within {one.horizon_days} days {whom[one.scope]} in {one.hits} of {one.tried} cases"
        f" (chance {one.chance:.2f}; anyway in {rate})"
    ]
    for case in one.cases[:shown]:
        then = f"then {case.followed_on} [{case.followed_by}]" if case.followed_on else "nothing followed"
        trigger = events[case.trigger]
        lines.append(f"     {case.on} {trigger.actor} → {trigger.target} [{case.trigger}], {then}")
    return "\n".join(lines)
