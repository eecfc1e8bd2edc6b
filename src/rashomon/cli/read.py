"""``rashomon read``"""

from __future__ import annotations

import click

from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@_options.lines
@click.option("--reader", help="A reader's name, or auto: the best one present for each language.")
@_options.settings
def command(origin: str, target: str, reader: str | None, settings: Settings) -> None:
    """Documents → Readings: sentences, mentions, and who says what in which words."""
    from rashomon.read import read
    from rashomon.records import Issue, Reading

    documents, issues = _options.documents(origin)
    made = list(read(documents, reader=reader or settings.read.reader, batch=settings.read.batch))
    _options.put(target, (one for one in made if isinstance(one, Reading)))
    _options.tell([*issues, *(one for one in made if isinstance(one, Issue))])
    if not documents and issues:
        raise click.exceptions.Exit(1)
