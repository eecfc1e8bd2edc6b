"""``rashomon assess``"""

from __future__ import annotations

from datetime import datetime

import click

from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@_options.lines
@_options.as_of
@_options.settings
def command(origin: str, target: str, as_of: datetime | None, settings: Settings) -> None:
    """Documents → Assessments: rival explanations of each claim, the evidence, and how likely it is with the working."""
    from rashomon.flow import think_alone

    documents, issues = _options.documents(origin)
    thought, more = think_alone(documents, settings, as_of=as_of)
    _options.put(target, thought.assessments)
    _options.tell([*issues, *more])
    if not documents and issues:
        raise click.exceptions.Exit(1)
