"""``rashomon settle``"""

from __future__ import annotations

import getpass
from datetime import datetime
from typing import get_args

import click

from rashomon.assess.record.case import Outcome
from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@click.argument("claim")
@click.argument("outcome", type=click.Choice(get_args(Outcome)))
@click.option("--by", default=getpass.getuser, help="Who says so; your user name if not set.")
@click.option("--why", default="", help="The ground, in a sentence.")
@click.option("--source", default="", help="Address of what shows it.")
@click.option(
    "--at",
    metavar="TIME",
    callback=lambda _ctx, _param, text: _options.as_moment(text) if text else None,
    help="When it was settled, ISO 8601 with its zone; now if not set.",
)
@click.option("--database", help="SQLite file or postgresql:// address; rashomon.db if not set.")
@_options.moment
@_options.settings
def command(
    claim: str,
    outcome: Outcome,
    by: str,
    why: str,
    source: str,
    at: datetime | None,
    database: str | None,
    now: datetime,
    settings: Settings,
) -> None:
    """Say how a claim came out. What sources had said on it is kept with it: from such cases their record is learnt.

    CLAIM is its id as in `rashomon brief --format json`, the beginning of one, or its words. A later word holds; both stay.
    """
    from rashomon.flow import Desk
    from rashomon.sources import settle
    from rashomon.store import open_store

    with open_store(database or settings.database) as store:
        desk = Desk(store=store, settings=settings)
        case = settle(desk, claim, outcome, by=by, why=why, source=source, at=at or now)
    words, sources = len(case.reports), len({one.source for one in case.reports})
    told = f"kept: {case.outcome}: {case.text}\n  {words} report{'s' * (words != 1)} on it by {sources} source{'s' * (sources != 1)}"
    click.echo(_options.plain(told))
