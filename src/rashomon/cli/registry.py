"""``rashomon registry``"""

from __future__ import annotations

import getpass
from datetime import datetime
from pathlib import Path

import click

from rashomon.cli import _options
from rashomon.config import Settings
from rashomon.records import Issue

_database = click.option("--database", help="SQLite file or postgresql:// address; rashomon.db if not set.")


@click.group()
def command() -> None:
    """Who and what is known: find records, import lists, and say whom a name means."""


@command.command("find")
@click.argument("name")
@click.option(
    "--person/--no-person", default=None, help="Whether it is a person's name; tried both ways if not said."
)
@click.option("--on", "day", metavar="DATE", help="A day, as in 2016-05-01: offices held then are marked.")
@_database
@_options.settings
def find(name: str, person: bool | None, day: str | None, database: str | None, settings: Settings) -> None:
    """Records that a name may stand for, in any script or case."""
    from rashomon.link.candidates import index
    from rashomon.link.register import OFFICES
    from rashomon.store import open_store

    when = datetime.fromisoformat(day).date() if day else None
    with open_store(database or settings.database) as store:
        known = index(store.imported)
        found = {
            c.entry.id: c for as_person in ((True, False) if person is None else (person,))
            for c in known.of(name, is_person=as_person)
        }  # fmt: skip
    for one in found.values():
        entry = one.entry
        click.echo(
            _options.plain(f"{entry.id}  {entry.name} ({entry.kind}; {one.form} name; {entry.source})")
        )
        for t in entry.tenures:
            mark = " *" if when and t.holds(when) else ""
            span = f"{t.since or '?'} to {t.until or ('?' if t.seen else 'now')}"
            span += f" (seen in it {t.seen[0]} to {t.seen[1]})" if t.seen else ""
            click.echo(_options.plain(f"    {t.title or OFFICES[t.office]} of {t.of}, {span}{mark}"))
    if not found:
        click.echo(f"no record is called {_options.plain(name)}")
        raise click.exceptions.Exit(1)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format", "format", default="", help="table, followthemoney or wikidata; told from the file if not set."
)
@click.option("--list", "name", help="Name of the list; the file's name if not set.")
@click.option("--replace", is_flag=True, help="Take out an earlier edition of the list first.")
@_options.moment
@_database
@_options.settings
def import_(
    file: Path,
    format: str,
    name: str | None,
    replace: bool,
    now: datetime,
    database: str | None,
    settings: Settings,
) -> None:
    """Take in a list: CSV, FollowTheMoney/OpenSanctions, or an extract of a Wikidata dump. A rerun adds what is new."""
    from rashomon.link.imports import read
    from rashomon.link.register import Entry
    from rashomon.store import open_store

    issues: list[Issue] = []
    seen = 0

    def entries() -> object:
        nonlocal seen
        for one in read(file, format):
            if isinstance(one, Issue):
                issues.append(one)
            else:
                seen += 1
                if seen % 100_000 == 0:
                    click.echo(f"{seen:,} records", err=True)
                yield one

    with open_store(database or settings.database) as store:
        name = name or file.name.split(".")[0]
        if replace:
            store.imported.drop(name)
        new = store.imported.add((e for e in entries() if isinstance(e, Entry)), list=name, at=now)  # type: ignore[attr-defined]
    _options.tell(issues)
    click.echo(
        f"{seen:,} records read from {_options.plain(str(file))}, {new:,} new in the list {_options.plain(name)}"
    )
    if not seen:
        raise click.exceptions.Exit(1)


@command.command("lists")
@_database
@_options.settings
def lists(database: str | None, settings: Settings) -> None:
    """What is known: the records that ship, and the lists imported."""
    from collections import Counter

    from rashomon.link.register import register
    from rashomon.store import open_store

    for kind, count in sorted(Counter(e.id.split(":")[0] for e in register()).items()):
        click.echo(f"{count:>10,}  {kind} (ships with Rashomon)")
    with open_store(database or settings.database) as store:
        for name, count in store.imported.lists().items():
            click.echo(_options.plain(f"{count:>10,}  {name}"))


@command.command("propose")
@click.option(
    "--least", default=3, show_default=True, type=click.IntRange(1), help="Sources that must have the name."
)
@_options.moment
@_database
@_options.settings
def propose(least: int, now: datetime, database: str | None, settings: Settings) -> None:
    """Names that recur in the database and are in no list; `rashomon registry add` takes one in."""
    from rashomon.flow import Desk
    from rashomon.profiles import propose
    from rashomon.store import open_store

    with open_store(database or settings.database) as store:
        for one in propose(Desk(store=store, settings=settings), now, least):
            side = f"; speaks for {one.party}" if one.party else ""
            text = f"{one.name} ({one.kind}{side}): {one.documents} documents of {one.sources} sources; also {', '.join(one.names[1:]) or '-'}"
            click.echo(_options.plain(text))


@command.command("add")
@click.argument("name")
@click.option(
    "--kind", required=True, help="person, state, place, organisation, group, event, technology or other."
)
@click.option("--also", multiple=True, help="Another name; may be given several times.")
@click.option("--state", default="", help="ISO code of the state it belongs to.")
@click.option("--source", required=True, help="Where this is known from.")
@_options.moment
@_database
@_options.settings
def add(
    name: str,
    kind: str,
    also: tuple[str, ...],
    state: str,
    source: str,
    now: datetime,
    database: str | None,
    settings: Settings,
) -> None:
    """Take a name in as a record of this desk's own list."""
    from typing import get_args

    from rashomon.link.names import is_cyrillic
    from rashomon.link.register import Entry
    from rashomon.records import Kind, content_id
    from rashomon.store import open_store

    if kind not in get_args(Kind):
        raise click.UsageError(f"{kind} is no kind; there are {', '.join(get_args(Kind))}")
    made = Entry(
        id=f"desk:{content_id(kind, name)}", kind=kind, name=name, source=source,  # type: ignore[arg-type]
        names=tuple((n, "ru" if is_cyrillic(n) else "en") for n in (name, *also)), attributes={"state": state} if state else {},
    )  # fmt: skip
    with open_store(database or settings.database) as store:
        new = store.imported.add([made], list="desk", at=now)
    click.echo(_options.plain(f"{'kept' if new else 'was there already'}: {made.id}  {name}"))


@command.command("judge")
@click.argument("name")
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@click.argument("record", required=False, default="")
@click.option("--by", default=getpass.getuser, help="Who says so; your user name if not set.")
@click.option("--document", default="", help="Only in this document.")
@_options.moment
@_database
@_options.settings
def judge(
    name: str,
    verdict: str,
    record: str,
    by: str,
    document: str,
    now: datetime,
    database: str | None,
    settings: Settings,
) -> None:
    """Say whom a name means, or does not. Kept beside the program's own answer, and used from then on."""
    from rashomon.link.candidates import index
    from rashomon.link.known import Judgement
    from rashomon.store import open_store

    if verdict != "unsure" and not record:
        raise click.UsageError(
            f"{verdict} needs the id of a record; `rashomon registry find {name}` lists them"
        )
    made = Judgement(name=name, registry_id=record, verdict=verdict, by=by, document_id=document)  # type: ignore[arg-type]
    with open_store(database or settings.database) as store:
        if record and index(store.imported).record(record) is None:
            raise click.UsageError(f"there is no record {record}; `rashomon registry find {name}` lists them")
        subject, field, value = made.correction()
        store.corrections.add(subject, field, value, by=by, at=now)
    click.echo(f"kept: {_options.plain(name)} is {verdict} {record}".rstrip())
