"""``rashomon group``"""

from __future__ import annotations

import click

from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@_options.lines
@_options.settings
def command(origin: str, target: str, settings: Settings) -> None:
    """Documents → Memberships: each document's story, root and relation, in the order they came."""
    from rashomon.group import group

    documents, issues = _options.documents(origin)
    member = {
        one.document_id: one
        for story in group(documents, threshold=settings.group.threshold, owners=settings.group.owners)
        for one in story.members
    }
    _options.put(target, (member[document.id] for document in documents))
    _options.tell(issues)
    if not documents and issues:
        raise click.exceptions.Exit(1)
