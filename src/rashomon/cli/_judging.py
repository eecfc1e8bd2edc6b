"""What the verbs that take a person's word on a judgement share."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from rashomon.cli._options import plain
from rashomon.config import Settings

if TYPE_CHECKING:
    from rashomon.assess.people import Said
    from rashomon.flow import Desk

database = click.option("--database", help="SQLite file or postgresql:// address; rashomon.db if not set.")
by = click.option("--by", default=getpass.getuser, help="Who says so; your user name if not set.")
why = click.option("--why", default="", help="The ground, in a sentence.")


@contextmanager
def desk(address: str | None, settings: Settings) -> Iterator[Desk]:
    """A desk at the database, with progress told on standard error."""
    from rashomon.cli._progress import Progress
    from rashomon.flow import Desk
    from rashomon.store import open_store

    with open_store(address or settings.database) as store, Progress() as progress:
        yield Desk(store=store, settings=settings, tell=progress)


def kept(said: Said) -> None:
    """Tell that a word is kept, and how it comes to be seen."""
    told = f"kept: {said.word} {said.subject} by {said.by}. `rashomon brief` shows it, beside the program's answer."
    click.echo(plain(told))
