"""``rashomon assess``"""

from __future__ import annotations

import click

from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@_options.lines
@_options.settings
def command(origin: str, target: str, settings: Settings) -> None:
    """Documents → Assessments: the status of each claim and its independent roots."""
    from rashomon.flow import think_alone

    documents, issues = _options.documents(origin)
    thought, more = think_alone(documents, settings)
    _options.put(target, thought.assessments)
    _options.tell([*issues, *more])
    if not documents and issues:
        raise click.exceptions.Exit(1)
