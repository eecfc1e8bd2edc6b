"""``rashomon story``"""

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


@click.group()
def command() -> None:
    """Stories in the database: see them, join two, part one, and what became of them."""


@command.command("show")
@click.argument("story", required=False, default="")
@_options.moment
@_database
@_options.settings
def show(story: str, now: datetime, database: str | None, settings: Settings) -> None:
    """All stories, or one with its documents and what people said of it. STORY is an id, its first letters, or a document's id."""
    from rashomon.flow import Desk
    from rashomon.store import open_store
    from rashomon.stories import stories, story_lines

    with open_store(database or settings.database) as store:
        desk = Desk(store=store, settings=settings)
        for line in story_lines(stories(desk, now), story):
            click.echo(_options.plain(line))


@command.command("merge")
@click.argument("one")
@click.argument("other")
@_by
@_why
@_options.moment
@_database
@_options.settings
def merge(
    one: str, other: str, by: str, why: str, now: datetime, database: str | None, settings: Settings
) -> None:
    """Say that two stories are one. The program's own answer is kept beside, and does not undo it."""
    from rashomon.flow import Desk
    from rashomon.store import open_store
    from rashomon.stories import judge_stories

    with open_store(database or settings.database) as store:
        desk = Desk(store=store, settings=settings)
        made = judge_stories(desk, now, kind="merge", story=one, other=other, by=by, why=why)
    click.echo(_options.plain(f"kept: {len(made.one)} and {len(made.other)} reports tell one story"))


@command.command("split")
@click.argument("story")
@click.option(
    "--out", "out", multiple=True, required=True, help="Id of a document that is another story; repeat it."
)
@_by
@_why
@_options.moment
@_database
@_options.settings
def split(
    story: str,
    out: tuple[str, ...],
    by: str,
    why: str,
    now: datetime,
    database: str | None,
    settings: Settings,
) -> None:
    """Say that documents of a story are a story of their own. Later reports join the nearer of the two."""
    from rashomon.flow import Desk
    from rashomon.store import open_store
    from rashomon.stories import judge_stories

    with open_store(database or settings.database) as store:
        desk = Desk(store=store, settings=settings)
        made = judge_stories(desk, now, kind="split", story=story, out=out, by=by, why=why)
    click.echo(_options.plain(f"kept: {len(made.one)} reports stand apart from {len(made.other)}"))


@command.command("changes")
@click.option(
    "--before",
    "origin",
    required=True,
    type=click.Path(path_type=Path),
    help="Memberships of an earlier day, as `rashomon group` or `rashomon story lines` wrote them.",
)
@_options.moment
@_database
@_options.settings
def changes(origin: Path, now: datetime, database: str | None, settings: Settings) -> None:
    """What became of stories since: begun, grew, merged, split, quiet. JSON lines."""
    from rashomon.flow import Desk
    from rashomon.store import open_store
    from rashomon.stories import story_changes

    before, issues = _options.memberships(str(origin))
    with open_store(database or settings.database) as store:
        _options.put("-", story_changes(Desk(store=store, settings=settings), before, now))
    _options.tell(issues)


@command.command("lines")
@click.option("--to", "target", default="-", show_default=True, help="Where JSON lines go.")
@_options.moment
@_database
@_options.settings
def lines(target: str, now: datetime, database: str | None, settings: Settings) -> None:
    """Memberships of all documents in the database, with people's words, as JSON lines."""
    from rashomon.flow import Desk
    from rashomon.store import open_store
    from rashomon.stories import stories

    with open_store(database or settings.database) as store:
        found = stories(Desk(store=store, settings=settings), now)
    _options.put(target, (member for story in found for member in story.members))
