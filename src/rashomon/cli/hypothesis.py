"""``rashomon hypothesis``"""

from __future__ import annotations

from datetime import datetime

import click

from rashomon.cli import _options
from rashomon.cli._judging import by, database, desk, kept, why
from rashomon.config import Settings


@click.group()
def command() -> None:
    """Rival explanations of a claim: see them, add, leave out, join or part them. The program's answer stays beside."""


@command.command("claims")
@_options.as_of
@_options.moment
@database
@_options.settings
def claims(as_of: datetime | None, now: datetime, database: str | None, settings: Settings) -> None:
    """The claims that were weighed, each with its id and the judgement."""
    from rashomon.judging import claim_lines, judged

    with desk(database, settings) as at:
        for line in claim_lines(judged(at, now, as_of)):
            click.echo(_options.plain(line))


@command.command("list")
@click.argument("claim")
@_options.as_of
@_options.moment
@database
@_options.settings
def list_(
    claim: str, as_of: datetime | None, now: datetime, database: str | None, settings: Settings
) -> None:
    """The explanations of a claim with ids, the likeliest first, and what people said of them. CLAIM is an id or its first letters."""
    from rashomon.judging import claim_named, hypothesis_lines, judged

    with desk(database, settings) as at:
        for line in hypothesis_lines(claim_named(judged(at, now, as_of), claim)):
            click.echo(_options.plain(line))


@command.command("add")
@click.argument("claim")
@click.option("--text", default="", help="The explanation, in a sentence.")
@click.option(
    "--holds",
    type=click.Choice(["true", "false", "open"]),
    default="open",
    show_default=True,
    help="Whether the claim is true under it.",
)
@click.option("--kind", default="", help="A kind of the codebook, or a word of your own.")
@click.option("--step", default="", help="In place of a text: a step of `rashomon hypothesis steps`.")
@by
@why
@_options.moment
@database
@_options.settings
def add(
    claim: str,
    text: str,
    holds: str,
    kind: str,
    step: str,
    by: str,
    why: str,
    now: datetime,
    database: str | None,
    settings: Settings,
) -> None:
    """Add an explanation of a claim, or with --step one of the ten steps of a state's responsibility."""
    from rashomon import judging

    holding = {"true": True, "false": False, "open": None}[holds]
    with desk(database, settings) as at:
        if step:
            made = judging.take_step(at, now, claim, step, by=by, why=why)
        else:
            made = judging.add(at, now, claim, text=text, holds=holding, kind=kind, by=by, why=why)
    kept(made)


@command.command("drop")
@click.argument("hypothesis")
@by
@why
@_options.moment
@database
@_options.settings
def drop(hypothesis: str, by: str, why: str, now: datetime, database: str | None, settings: Settings) -> None:
    """Leave an explanation out of the judgement."""
    from rashomon import judging

    with desk(database, settings) as at:
        made = judging.drop(at, now, hypothesis, by=by, why=why)
    kept(made)


@command.command("merge")
@click.argument("hypothesis")
@click.argument("into")
@by
@why
@_options.moment
@database
@_options.settings
def merge(
    hypothesis: str, into: str, by: str, why: str, now: datetime, database: str | None, settings: Settings
) -> None:
    """Say that an explanation is another one of the claim in other words."""
    from rashomon import judging

    with desk(database, settings) as at:
        made = judging.merge(at, now, hypothesis, into, by=by, why=why)
    kept(made)


@command.command("split")
@click.argument("hypothesis")
@click.option(
    "--text", "texts", multiple=True, required=True, help="One of its parts, in a sentence; repeat it."
)
@by
@why
@_options.moment
@database
@_options.settings
def split(
    hypothesis: str,
    texts: tuple[str, ...],
    by: str,
    why: str,
    now: datetime,
    database: str | None,
    settings: Settings,
) -> None:
    """Say that an explanation is several."""
    from rashomon import judging

    with desk(database, settings) as at:
        made = judging.split(at, now, hypothesis, texts, by=by, why=why)
    kept(made)


@command.command("steps")
@click.argument("claim")
@_options.moment
@database
@_options.settings
def steps(claim: str, now: datetime, database: str | None, settings: Settings) -> None:
    """The ten steps of a state's responsibility for what a claim blames it for; `add --step` takes one over."""
    from rashomon import judging

    with desk(database, settings) as at:
        found = judging.steps(at, now, claim)
    for one in found:
        click.echo(_options.plain(f"{one.kind}  {one.text}"))
    if not found:
        click.echo("The claim blames no state.", err=True)
