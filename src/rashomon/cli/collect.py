"""``rashomon collect``"""

from __future__ import annotations

from datetime import datetime

import click

from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--to", "target", default="-", show_default=True, help="Where JSON lines go.")
@_options.settings
@_options.moment
def command(paths: tuple[str, ...], target: str, settings: Settings, now: datetime) -> None:
    """Folders, files, feeds, exports and addresses → Documents, as JSON lines."""
    from rashomon.collect import collect
    from rashomon.records import Document, Issue

    issues: list[Issue] = []
    count = 0

    def found() -> object:
        nonlocal count
        for item in collect(paths, now=now, settings=settings.collect):
            if isinstance(item, Document):
                count += 1
                yield item
            elif isinstance(item, Issue):
                issues.append(item)

    _options.put(target, found())  # type: ignore[arg-type]
    _options.tell(issues)
    if not count:
        raise click.exceptions.Exit(1)
