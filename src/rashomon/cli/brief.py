"""``rashomon brief``: the main job"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "markdown", "json"]),
    help="Form of the brief; html if not set.",
)
@click.option(
    "--to", "target", default="briefs", show_default=True, help="Folder the briefs go to; - prints them."
)
@click.option(
    "--numbers/--no-numbers",
    default=None,
    help="Put the figure beside each word of likelihood; not, if not set.",
)
@_options.as_of
@click.option("--database", help="SQLite file or postgresql:// address; rashomon.db if not set.")
@_options.settings
@_options.moment
def command(
    paths: tuple[str, ...],
    form: str | None,
    target: str,
    numbers: bool | None,
    as_of: datetime | None,
    database: str | None,
    settings: Settings,
    now: datetime,
) -> None:
    """Make a brief of what these folders, files, feeds, exports and addresses say.

    Without PATH: of everything in the database. With several stories: an index, and a brief each. Running it again
    reads only what is new. With --as-of nothing published later is weighed, and the brief says so. A brief that breaks a rule of `rashomon lint` is not written, and the exit code is 1.
    """
    from rashomon import registry
    from rashomon.cli._deliver import deliver
    from rashomon.cli._findings import refuse
    from rashomon.cli._progress import Progress
    from rashomon.errors import NothingRead
    from rashomon.flow import Desk, run
    from rashomon.store import open_store

    with open_store(database or settings.database) as store, Progress() as progress:
        outcome = run(Desk(store=store, settings=settings, tell=progress), paths, now, as_of)
    _options.tell(outcome.coverage.issues)
    refuse(outcome.refused)
    if not outcome.briefs:
        if outcome.refused:
            raise click.exceptions.Exit(1)
        raise NothingRead(", ".join(paths) or database or settings.database)
    exporter = registry.load("brief.exporters", form or settings.brief.format)
    files = exporter.export(
        outcome.briefs,
        outcome.coverage,
        context=settings.brief.context,
        numbers=settings.brief.numbers if numbers is None else numbers,
    )
    place = deliver(files, target)
    contested = sum(brief.contested for brief in outcome.briefs)
    click.echo(
        f"{outcome.coverage.collected} documents, {len(outcome.briefs)} stories, {contested} contested."
        + (f" The brief lies at {place}" if isinstance(place, Path) else ""),
        err=target == "-",
    )
    if outcome.refused:
        raise click.exceptions.Exit(1)
