"""``rashomon link``"""

from __future__ import annotations

import click

from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@_options.lines
@_options.settings
def command(origin: str, target: str, settings: Settings) -> None:
    """Documents → Entities: who and what is named, with every form of the name."""
    from rashomon.flow import think_alone

    documents, issues = _options.documents(origin)
    thought, more = think_alone(documents, settings)
    _options.put(target, thought.entities)
    _options.tell([*issues, *more])
    if not documents and issues:
        raise click.exceptions.Exit(1)
