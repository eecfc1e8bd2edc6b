"""``rashomon forecast``"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import cast

import click

from rashomon.cli import _options
from rashomon.cli._judging import by, database, desk, why
from rashomon.config import Settings
from rashomon.records import Outcome, Question, Rule

several = {"multiple": True, "metavar": "NAME"}


@click.group()
def command() -> None:
    """The ledger: questions on what comes next, what people and programs said of them beforehand, and how they came out."""


@command.command("ask")
@click.argument("text")
@click.option("--until", required=True, metavar="TIME", help="Deadline, ISO 8601 with its zone.")
@click.option("--actor", "actors", help="Who would do it; repeat it for any of several.", **several)  # type: ignore[arg-type]
@click.option("--category", "categories", help="A category of PLOVER; repeat it.", **several)  # type: ignore[arg-type]
@click.option("--mode", "modes", help="A mode of the category; repeat it.", **several)  # type: ignore[arg-type]
@click.option("--target", "targets", help="To whom; repeat it.", **several)  # type: ignore[arg-type]
@click.option("--settled-by", default="", help="In place of a rule: who outside settles it, and how.")
@click.option("--abort-actor", "abort_actors", help="Falls away if this one …", **several)  # type: ignore[arg-type]
@click.option("--abort-category", "abort_categories", help="… does this; repeat it.", **several)  # type: ignore[arg-type]
@click.option("--abort", "abort_text", default="", help="The abort clause in words, for people to check.")
@click.option("--base-rate", type=float, help="How often such a thing happens in such a time, 0 to 1.")
@by
@_options.moment
@database
@_options.settings
def ask(
    text: str,
    until: str,
    actors: tuple[str, ...],
    categories: tuple[str, ...],
    modes: tuple[str, ...],
    targets: tuple[str, ...],
    settled_by: str,
    abort_actors: tuple[str, ...],
    abort_categories: tuple[str, ...],
    abort_text: str,
    base_rate: float | None,
    by: str,
    now: datetime,
    database: str | None,
    settings: Settings,
) -> None:
    """Register a question, with the event that settles it. It is refused where nothing ever could."""
    from rashomon import forecasts

    rule = Rule(actors=actors, categories=categories, modes=modes, targets=targets)
    abort = Rule(actors=abort_actors, categories=abort_categories)
    question = Question(
        text=text,
        opened_at=now,
        deadline=_options.as_moment(until),
        rule=None if rule == Rule() else rule,
        settled_by=settled_by,
        abort=None if abort == Rule() else abort,
        abort_text=abort_text,
        by=by,
        base_rate=base_rate,
    )
    with desk(database, settings) as at:
        made = forecasts.ask(at.store, question, now=now)
    click.echo(_options.plain(f"{made.id}  {made.text}"))


@command.command("add")
@click.argument("question")
@click.argument("p", type=float)
@by
@why
@_options.moment
@database
@_options.settings
def add(
    question: str, p: float, by: str, why: str, now: datetime, database: str | None, settings: Settings
) -> None:
    """Say how probable a yes is, from 0 to 1. A later word stands beside the earlier; the last before the deadline is scored."""
    from rashomon import forecasts

    with desk(database, settings) as at:
        made = forecasts.say(at.store, question, p, by=by, why=why, now=now)
    click.echo(_options.plain(f"kept: {made.p:.3f} by {made.by}"))


@command.command("list")
@click.option("--all", "every", is_flag=True, help="Settled ones too.")
@_options.moment
@database
@_options.settings
def list_(every: bool, now: datetime, database: str | None, settings: Settings) -> None:
    """Questions by deadline: id, deadline, how each stands, how many forecasts it has."""
    from rashomon import forecasts

    with desk(database, settings) as at:
        found = [
            one
            for one in at.store.ledger.ledger().all()
            if every or forecasts.state(one, now) in ("open", "due", "contested")
        ]
    for line in forecasts.lines(found, now):
        click.echo(_options.plain(line))


@command.command("show")
@click.argument("question")
@_options.moment
@database
@_options.settings
def show(question: str, now: datetime, database: str | None, settings: Settings) -> None:
    """Everything on one question: its versions, every forecast, every word on how it came out."""
    from rashomon import forecasts

    with desk(database, settings) as at:
        told = list(forecasts.shown(at.store.ledger.ledger(), question, now))
    for line in told:
        click.echo(_options.plain(line))


@command.command("resolve")
@click.argument("question", default="")
@click.option(
    "--outcome",
    type=click.Choice(["yes", "no", "void", "unresolvable"]),
    help="Your own word on QUESTION; without it the program settles what the collected documents settle.",
)
@by
@why
@_options.moment
@database
@_options.settings
def resolve(
    question: str,
    outcome: str | None,
    by: str,
    why: str,
    now: datetime,
    database: str | None,
    settings: Settings,
) -> None:
    """Settle questions from the events that were collected, or with --outcome say how one came out: both words are kept."""
    from rashomon import forecasts

    if outcome is not None and (not question or not why):
        raise click.UsageError("Name the question, and give --why: a word on an outcome has a ground.")
    with desk(database, settings) as at:
        if outcome is not None:
            made = [forecasts.check(at.store, question, cast(Outcome, outcome), by=by, why=why, now=now)]
        else:
            made = list(forecasts.settle_all(at, now=now))
    for one in made:
        click.echo(_options.plain(f"{one.question_id}  {one.outcome:<13} {one.why}"))
    if not made:
        click.echo("Nothing new is settled.", err=True)


@command.command("score")
@database
@_options.settings
def score(database: str | None, settings: Settings) -> None:
    """Brier, logarithm, calibration and skill of every forecaster, and the share of questions that could not be settled."""
    from rashomon import forecasts

    with desk(database, settings) as at:
        told = list(forecasts.score_lines(at.store.ledger.ledger().all()))
    for line in told:
        click.echo(_options.plain(line))


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_options.moment
@database
@_options.settings
def import_(file: Path, now: datetime, database: str | None, settings: Settings) -> None:
    """Take in questions, forecasts and outcomes: JSON lines, or a set of ForecastBench (questions first)."""
    from rashomon import forecasts

    with desk(database, settings) as at:
        new, issues = forecasts.take_in(at.store, file, now=now)
    click.echo(f"{new} new")
    _options.tell(issues)
