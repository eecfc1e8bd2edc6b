"""``rashomon claim``"""

from __future__ import annotations

import click

from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@_options.lines
@_options.settings
def command(origin: str, target: str, settings: Settings) -> None:
    """Documents → Claims: what is claimed, by whom, and who stands where on it."""
    from rashomon.flow import reported, think_alone

    documents, issues = _options.documents(origin)
    thought, more = think_alone(documents, settings)
    _options.put(target, reported(thought, documents).claims)
    _options.tell([*issues, *more])
    if not documents and issues:
        raise click.exceptions.Exit(1)
