"""``rashomon profile``"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@click.argument("name")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "markdown", "json", "followthemoney", "stix"]),
    help="Form of the page, html if not set; or its network as FollowTheMoney or STIX 2.1.",
)
@click.option(
    "--to", "target", default="profiles", show_default=True, help="Folder the pages go to; - prints them."
)
@click.option(
    "--most", default=2_000, show_default=True, type=click.IntRange(1), help="Newest documents looked at."
)
@click.option("--database", help="SQLite file or postgresql:// address; rashomon.db if not set.")
@_options.settings
@_options.moment
def command(
    name: str,
    form: str | None,
    target: str,
    most: int,
    database: str | None,
    settings: Settings,
    now: datetime,
) -> None:
    """All that was collected about a person, state, body or technology: statements, positions, ties, stories, topics.

    From the documents of the database that name it; `rashomon brief PATH` or `rashomon collect` fills one.
    """
    from rashomon import registry
    from rashomon.cli._deliver import deliver
    from rashomon.cli._progress import Progress
    from rashomon.errors import NothingRead
    from rashomon.flow import Desk, cover
    from rashomon.profiles import profile
    from rashomon.store import open_store

    with open_store(database or settings.database) as store, Progress() as progress:
        found = profile(Desk(store=store, settings=settings, tell=progress), name, now, most)
    if not found:
        raise NothingRead(
            name, "no document in the database names it", "Collect documents first, or try another form."
        )
    documents = {d.id: d for one in found for d in one.page.documents}
    if form in registry.names("profile.exporters"):
        files = registry.load("profile.exporters", form).export([one.graph for one in found], now)
    else:
        exporter = registry.load("brief.exporters", form or settings.brief.format)
        coverage = cover(tuple(documents.values()), ())
        files = exporter.export([one.page for one in found], coverage, context=settings.brief.context)
    place = deliver(files, target)
    click.echo(
        f"{len(documents)} documents, {len(found)} entities of that name."
        + (f" The page lies at {place}" if isinstance(place, Path) else ""),
        err=target == "-",
    )
