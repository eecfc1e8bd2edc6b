"""``rashomon watch``"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from rashomon.cli import _options
from rashomon.config import Settings

if TYPE_CHECKING:
    from rashomon.flow import Desk
    from rashomon.records import Pack, Watched
    from rashomon.watch import Outlook

_database = click.option("--database", help="SQLite file or postgresql:// address; rashomon.db if not set.")
_pack = click.option(
    "--pack", "names", multiple=True, metavar="PACK", help="A pack's name or its .yaml file; repeat it."
)
_role = click.option(
    "--role",
    "roles",
    multiple=True,
    metavar="ROLE=NAME",
    help="Who fills a role; repeat it, also for one role.",
)


@click.group()
def command() -> None:
    """Indicators written before the fact: what would be seen, what is usual, and where each stands now."""


@command.command("packs")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@_options.moment
def packs(files: tuple[str, ...], now: datetime) -> None:
    """List packs with their roles and indicators: those that ship, or FILEs. All are checked; exit code 1 if one cannot be used."""
    from rashomon.watch.pack_file import shipped

    for one in _checked(files or tuple(shipped()), now):
        click.echo(
            _options.plain(f"{one.name}: {one.title} (until {one.expires}; tells {', '.join(one.tell)})")
        )
        for role in one.roles:
            click.echo(
                _options.plain(
                    f"  --role {role.name}=…  {role.what}{'' if role.needed else ' (may be left out)'}"
                )
            )
        for indicator in one.indicators:
            click.echo(_options.plain(f"  {indicator.key}: {indicator.watched}"))


@command.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_options.moment
def check(files: tuple[str, ...], now: datetime) -> None:
    """Check FILEs of packs, one by one and together; each fault is told with file and key. Exit code 1 if there is any."""
    made = _checked(files, now)
    click.echo(
        f"{len(made)} packs, {sum(len(one.indicators) for one in made)} indicators, no fault", err=True
    )


@command.command("run")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@_pack
@_role
@click.option(
    "--to", "target", help="Write states with their signals as JSON lines there; - for standard output."
)
@click.option(
    "--alert",
    "channels",
    multiple=True,
    help="Send alerts on this channel; those of rashomon.toml if not given.",
)
@click.option("--no-alerts", is_flag=True, help="Send nothing.")
@_database
@_options.settings
@_options.moment
def run(
    paths: tuple[str, ...],
    names: tuple[str, ...],
    roles: tuple[str, ...],
    target: str | None,
    channels: tuple[str, ...],
    no_alerts: bool,
    database: str | None,
    settings: Settings,
    now: datetime,
) -> None:
    """Collect and read what is new, and say where each indicator stands: quiet, raised, high, lapsed or blind.

    Without PATH: over everything in the database. Without --pack and --role: those of rashomon.toml. Each change is
    told once on each channel.
    """
    from rashomon.flow import Desk
    from rashomon.store import open_store
    from rashomon.watches import tell

    with open_store(database or settings.database) as store:
        desk = Desk(store=store, settings=settings)
        outlook = _outlook(desk, paths, names, roles, now)
        asked = (
            {}
            if no_alerts
            else {n: settings.watch.alerts.get(n, {}) for n in channels or settings.watch.alerts}
        )
        told = tell(desk, outlook, asked, now) if asked else ()
    if target:
        _options.put(target, outlook.watched)
    else:
        for one in outlook.watched:
            _state(one)
    for row in told:
        click.echo(f"{row.channel}: {row.sent} sent, {row.held} held", err=True)
    issues = [*outlook.issues, *(issue for row in told for issue in row.issues)]
    _options.tell(issues)
    if any(issue.code == "not_sent" for issue in issues):
        raise click.exceptions.Exit(1)


@command.command("explain")
@click.argument("indicator", metavar="PACK/KEY")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@_pack
@_role
@_database
@_options.settings
@_options.moment
def explain(
    indicator: str,
    paths: tuple[str, ...],
    names: tuple[str, ...],
    roles: tuple[str, ...],
    database: str | None,
    settings: Settings,
    now: datetime,
) -> None:
    """Why an indicator stands where it does: every change of its state, with counts and the words that moved it."""
    from rashomon.flow import Desk
    from rashomon.store import open_store
    from rashomon.watch.alerts._text import lines
    from rashomon.watch.explain import alert

    with open_store(database or settings.database) as store:
        desk = Desk(store=store, settings=settings)
        outlook = _outlook(desk, paths, names or (indicator.partition("/")[0],), roles, now)
    found = [one for one in outlook.watched if one.indicator == indicator]
    if not found:
        known = ", ".join(one.indicator for one in outlook.watched)
        raise click.UsageError(f"no indicator {indicator}; there are {known}")
    for one in found:
        _state(one)
        for signal in one.signals:
            click.echo(_options.plain("\n".join(lines(alert(signal)))))
        if not one.signals:
            click.echo(f"  {one.sightings} sightings, never beyond the usual.")
    _options.tell(outlook.issues)


def _outlook(
    desk: Desk, paths: tuple[str, ...], names: tuple[str, ...], roles: tuple[str, ...], now: datetime
) -> Outlook:
    from rashomon.watches import packs as checked
    from rashomon.watches import watch_desk

    chosen = names or desk.settings.watch.packs
    if not chosen:
        raise click.UsageError(
            "name a pack with --pack, or packs under [watch] in rashomon.toml; `rashomon watch packs` lists them"
        )
    made = checked(chosen, now.date())
    filled = _filled(roles) or dict(desk.settings.watch.roles)
    return watch_desk(desk, paths, made, filled, now)


def _filled(roles: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {}
    for one in roles:
        role, equals, name = one.partition("=")
        if not equals or not role.strip() or not name.strip():
            raise click.BadParameter(f"{one!r} is not ROLE=NAME", param_hint="--role")
        made[role.strip()] = (*made.get(role.strip(), ()), name.strip())
    return made


def _checked(files: tuple[str, ...], now: datetime) -> tuple[Pack, ...]:
    """Every pack that can be used; faults are told for all, not for the first only."""
    from rashomon.errors import PackError
    from rashomon.watch.order import ordered
    from rashomon.watch.pack_file import find, load

    made, wrong = [], 0
    for name in files:
        try:
            made.append(load(find(name), now.date()))
        except PackError as error:
            wrong += 1
            click.echo(_options.plain(f"rashomon: {error}"), err=True)
    try:
        ordered(made)
    except PackError as error:
        wrong += 1
        click.echo(_options.plain(f"rashomon: {error}"), err=True)
    if wrong:
        click.echo(f"  {PackError.remedy}", err=True)
        raise click.exceptions.Exit(1)
    return tuple(made)


def _state(one: Watched) -> None:
    since = f" since {one.since}" if one.since else ""
    click.echo(_options.plain(f"{one.state:6} {one.indicator}{since}: {one.title}"))
    for line in one.why if one.state != "quiet" else ():
        click.echo(_options.plain(f"         {line}"))
