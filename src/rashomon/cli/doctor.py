"""``rashomon doctor``"""

from __future__ import annotations

import click

from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@click.option("--database", help="SQLite file or postgresql:// address; rashomon.db if not set.")
@_options.settings
def command(database: str | None, settings: Settings) -> None:
    """Say what is installed, which models, which database, what is wrong and how to mend it."""
    from rashomon.doctor import examine

    wrong = 0
    for finding in examine(settings, database or settings.database):
        wrong += not finding.well
        click.echo(_options.plain(f"{'ok   ' if finding.well else 'WRONG'}  {finding.what}: {finding.state}"))
        if finding.remedy:
            click.echo(_options.plain(f"       {finding.remedy}"))
    if wrong:
        raise click.exceptions.Exit(1)
