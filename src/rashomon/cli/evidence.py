"""``rashomon evidence``"""

from __future__ import annotations

from datetime import datetime
from typing import get_args

import click

from rashomon.cli import _options
from rashomon.cli._judging import by, database, desk, kept, why
from rashomon.config import Settings
from rashomon.records import Credibility, Deceiver, Reliability


@click.group()
def command() -> None:
    """The evidence on a claim: see it, and grade it. The program's grades, and those of others, stay beside."""


@command.command("list")
@click.argument("claim")
@_options.as_of
@_options.moment
@database
@_options.settings
def list_(
    claim: str, as_of: datetime | None, now: datetime, database: str | None, settings: Settings
) -> None:
    """The items of evidence on a claim with ids, what weighs most first, and everybody's grades. CLAIM is an id or its first letters."""
    from rashomon.judging import claim_named, evidence_lines, judged

    with desk(database, settings) as at:
        for line in evidence_lines(claim_named(judged(at, now, as_of), claim)):
            click.echo(_options.plain(line))


@command.command("grade")
@click.argument("item")
@click.option(
    "--reliability", type=click.Choice(get_args(Reliability)), help="Of the source, A to E; F: not known."
)
@click.option(
    "--credibility", type=click.Choice(get_args(Credibility)), help="Of what it says, 1 to 5; 6: not known."
)
@click.option(
    "--deceiver",
    type=click.Choice(get_args(Deceiver)),
    help="Whether somebody who wants to deceive would produce it all the same.",
)
@click.option(
    "--fits",
    multiple=True,
    metavar="EXPLANATION=STEP",
    help="How well it fits an explanation (its id or kind): ++ + 0 - -- or n/a; repeat it.",
)
@by
@why
@_options.moment
@database
@_options.settings
def grade(
    item: str,
    reliability: str | None,
    credibility: str | None,
    deceiver: str | None,
    fits: tuple[str, ...],
    by: str,
    why: str,
    now: datetime,
    database: str | None,
    settings: Settings,
) -> None:
    """Grade an item of evidence. What you do not give stays as the program has it. ITEM is an id or its first letters."""
    from rashomon import judging

    with desk(database, settings) as at:
        made = judging.grade(
            at,
            now,
            item,
            reliability=reliability,
            credibility=credibility,
            deceiver=deceiver,
            fits=fits,
            by=by,
            why=why,
        )
    kept(made)
