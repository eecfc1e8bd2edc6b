"""``rashomon source``"""

from __future__ import annotations

import getpass
from datetime import datetime
from pathlib import Path

import click

from rashomon.cli import _options
from rashomon.config import Settings

_database = click.option("--database", help="SQLite file or postgresql:// address; rashomon.db if not set.")
_by = click.option("--by", default=getpass.getuser, help="Who says so; your user name if not set.")
_why = click.option("--why", default="", help="The ground, in a sentence.")
_form = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Lines to read, or JSON lines."
)  # fmt: skip


@click.group()
def command() -> None:
    """How sources did on claims that were settled since: see it, grade one, take one back."""


@command.command("list")
@_form
@_database
@_options.settings
def list_(form: str, database: str | None, settings: Settings) -> None:
    """Every source: its letter, settled and open cases, the share of its words that are right."""
    from rashomon.assess.record.declared import retracted
    from rashomon.assess.record.lines import list_lines
    from rashomon.flow import Desk
    from rashomon.sources import printed, record, said
    from rashomon.store import open_store

    with open_store(database or settings.database) as store:
        now, rows = record(Desk(store=store, settings=settings))
        gone = retracted(said(store))
    if form == "json":
        _options.put("-", rows)
        return
    for line in list_lines(rows, {one: printed(now, one) for one in now.names}, gone):
        click.echo(_options.plain(line))
    if not rows:
        click.echo("no source has spoken on a claim yet", err=True)


@command.command("show")
@click.argument("name")
@_form
@_database
@_options.settings
def show(name: str, form: str, database: str | None, settings: Settings) -> None:
    """One source by topic and interest, what people said of it, and the settled claims behind it."""
    from rashomon.flow import Desk
    from rashomon.sources import record, show_of
    from rashomon.store import open_store

    with open_store(database or settings.database) as store:
        desk = Desk(store=store, settings=settings)
        now, rows = record(desk)
        lines, own = show_of(desk, now, rows, name)
    if form == "json":
        _options.put("-", own)
        return
    for line in lines:
        click.echo(_options.plain(line))


@command.command("grade")
@click.argument("name")
@click.argument("letter", type=click.Choice(list("ABCDEF"), case_sensitive=False))
@click.option("--topic", default="", help="Only on this topic; on all if not set.")
@_by
@_why
@_options.moment
@_database
@_options.settings
def grade(
    name: str,
    letter: str,
    topic: str,
    by: str,
    why: str,
    now: datetime,
    database: str | None,
    settings: Settings,
) -> None:
    """Say what a source is worth before its cases speak; F takes your grade back. Cases outgrow it."""
    from rashomon.flow import Desk
    from rashomon.sources import declare
    from rashomon.store import open_store

    with open_store(database or settings.database) as store:
        desk = Desk(store=store, settings=settings)
        declare(desk, "grade", name, by=by, why=why, at=now, grade=letter, topic=topic)  # type: ignore[arg-type]
    click.echo(_options.plain(f"kept: {name} is {letter}{f' on {topic}' if topic else ''}, says {by}"))


@command.command("retract")
@click.argument("name")
@_by
@_why
@_options.moment
@_database
@_options.settings
def retract(name: str, by: str, why: str, now: datetime, database: str | None, settings: Settings) -> None:
    """Take a source back: lists each claim, judgement and brief it touched; the next `rashomon brief` makes them anew without it."""
    from rashomon.assess.record.lines import touched_lines
    from rashomon.flow import Desk
    from rashomon.sources import declare
    from rashomon.store import open_store

    with open_store(database or settings.database) as store:
        _, moved = declare(Desk(store=store, settings=settings), "retract", name, by=by, why=why, at=now)
    for line in touched_lines(moved):
        click.echo(_options.plain(line))
    click.echo("The next `rashomon brief` makes them anew without it.", err=True)


@command.command("restore")
@click.argument("name")
@_by
@_why
@_options.moment
@_database
@_options.settings
def restore(name: str, by: str, why: str, now: datetime, database: str | None, settings: Settings) -> None:
    """Let a source count again that was taken back. Both words stay."""
    from rashomon.flow import Desk
    from rashomon.sources import declare
    from rashomon.store import open_store

    with open_store(database or settings.database) as store:
        declare(Desk(store=store, settings=settings), "restore", name, by=by, why=why, at=now)
    click.echo(_options.plain(f"kept: {name} counts again, says {by}"))


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--list", "called", default="", help="Name of the list; the file's name if not set.")
@_by
@_options.moment
@_database
@_options.settings
def import_(
    file: Path, called: str, by: str, now: datetime, database: str | None, settings: Settings
) -> None:
    """Take in a list of graded sources, CSV or TSV: a name or site, and a letter or high, mixed, low."""
    from rashomon.flow import Desk
    from rashomon.sources import import_grades
    from rashomon.store import open_store

    with open_store(database or settings.database) as store:
        seen, new, issues = import_grades(Desk(store=store, settings=settings), file, called, by=by, at=now)
    _options.tell(issues)
    click.echo(_options.plain(f"{seen:,} grades read from {file}, {new:,} new"))
    if not seen:
        raise click.exceptions.Exit(1)


@command.command("import-cases")
@click.argument("file")
@_database
@_options.settings
def import_cases_(file: str, database: str | None, settings: Settings) -> None:
    """Take in settled claims with what was said on them, JSON lines (a file, or -). A rerun adds what is new."""
    from rashomon.flow import Desk
    from rashomon.sources import import_cases
    from rashomon.store import open_store

    with open_store(database or settings.database) as store, _options.opened(file, "r") as stream:
        seen, new, issues = import_cases(Desk(store=store, settings=settings), stream, file)
    _options.tell(issues)
    click.echo(_options.plain(f"{seen:,} cases read from {file}, {new:,} new"))
    if not seen:
        raise click.exceptions.Exit(1)
