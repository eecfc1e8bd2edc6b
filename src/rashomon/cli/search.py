"""``rashomon search``"""

from __future__ import annotations

import click

from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000))
@click.option("--database", help="SQLite file or postgresql:// address; rashomon.db if not set.")
@_options.settings
def command(words: tuple[str, ...], limit: int, database: str | None, settings: Settings) -> None:
    """Find kept documents by their words; "a phrase" and prefix* work."""
    from rashomon.store import open_store

    with open_store(database or settings.database) as store:
        for found in store.search(" ".join(words), limit=limit):
            document = store.documents.get(found.document_id)
            name = f"{document.source or document.location}: {document.title}" if document else ""
            click.echo(_options.plain(f"{found.document_id}  {name}"))
            click.echo(_options.plain("    " + " ".join(found.snippet.split())))
