"""``rashomon match``"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from rashomon import edge
from rashomon.cli import _options
from rashomon.cli._progress import Progress
from rashomon.config import Settings
from rashomon.errors import RecordError
from rashomon.records import Asked, Issue, Matches, Span

_database = click.option("--database", help="SQLite file or postgresql:// address; rashomon.db if not set.")


class Verb(click.Group):
    """``find`` may be left out: ``rashomon match "TEXT"``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = ["find", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Verb)
def command() -> None:
    """Has this been claimed before, by whom, when, and what came of it? `rashomon match "TEXT"`

    Without a database: `rashomon match --claims FILE "TEXT"`. A list of checked claims is taken in by `match import`.
    """


@command.command("find")
@click.argument("text", nargs=-1)
@click.option("--from", "origin", help="JSON lines with text (and id): a file, or - for standard input.")
@click.option("--to", "target", default="-", show_default=True, help="Where the answer goes.")
@click.option("--claims", type=click.Path(path_type=Path), help="Match against this list, with no database.")
@click.option(
    "--limit", default=5, show_default=True, type=click.IntRange(1, 24), help="Claims shown for each text."
)
@click.option(
    "--format", type=click.Choice(["table", "json"]), help="table for a TEXT, json for --from, if not set."
)
@_database
@_options.settings
def find(
    text: tuple[str, ...],
    origin: str | None,
    target: str,
    claims: Path | None,
    limit: int,
    format: str | None,
    database: str | None,
    settings: Settings,
) -> None:
    """A claim's text → earlier claims, ranked, with score: who put them forward, when, in which words, what came of it."""
    from rashomon.flow import Desk
    from rashomon.matches import known_claims, listed_claims
    from rashomon.store import open_store

    if bool(text) == bool(origin):
        raise click.UsageError("give a TEXT, or --from FILE with JSON lines")
    texts, issues = _asked(origin) if origin else ([Asked(text=" ".join(text))], [])
    with Progress() as tell, _options.opened(target, "w") as stream:

        def answer(found: Iterator[Matches]) -> None:
            for one in found:
                stream.write(
                    edge.to_line(one) + "\n" if format == "json" or (origin and not format) else _table(one)
                )

        if claims is not None:
            index, more = listed_claims(claims, tell)
            answer(index.match(one.text, limit, one.id) for one in texts)
        else:
            with open_store(database or settings.database) as store:
                index, more = known_claims(Desk(store=store, settings=settings, tell=tell))
                answer(index.match(one.text, limit, one.id) for one in texts)
    _options.tell([*issues, *more])
    if not texts:
        raise click.exceptions.Exit(1)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--list", "called", default="", help="Name of the list; the file's name if not set.")
@click.option("--replace", is_flag=True, help="Take out an earlier edition of the list first.")
@_options.moment
@_database
@_options.settings
def import_(
    file: Path, called: str, replace: bool, now: datetime, database: str | None, settings: Settings
) -> None:
    """Take in a list of checked claims: ClaimReview (JSON-LD), JSON lines, CSV or TSV. A rerun adds what is new."""
    from rashomon.flow import Desk
    from rashomon.matches import import_claims
    from rashomon.store import open_store

    with open_store(database or settings.database) as store, Progress() as tell:
        desk = Desk(store=store, settings=settings, tell=tell)
        seen, new, issues = import_claims(desk, file, called, now, replace=replace)
    _options.tell(issues)
    click.echo(f"{seen:,} claims read from {_options.plain(str(file))}, {new:,} of them new")
    if not seen:
        raise click.exceptions.Exit(1)


@command.command("lists")
@_database
@_options.settings
def lists(database: str | None, settings: Settings) -> None:
    """How many claims are known, by list."""
    from rashomon.store import open_store

    with open_store(database or settings.database) as store:
        for name, count in store.known.lists().items():
            click.echo(_options.plain(f"{count:>10,}  {name or '(claims of this desk)'}"))


def _asked(origin: str) -> tuple[list[Asked], list[Issue]]:
    texts, issues = list[Asked](), list[Issue]()
    with _options.opened(origin, "r") as stream:
        for item in edge.read_lines(Asked, stream, origin):
            if isinstance(item, RecordError):
                issues.append(
                    Issue(
                        stage="match",
                        subject=str(item.subject),
                        code="bad_record",
                        reason=str(item),
                        remedy=item.remedy,
                    )
                )
            else:
                texts.append(item)
    return texts, issues


def _table(found: Matches) -> str:
    lines = [f"no earlier claim is like this: {_short(found.text, 100)}"] if not found.matches else []
    for one in found.matches:
        claim = one.claim
        lines.append(f"{one.rank}. {one.likeness} ({one.score:.2f})  {_short(claim.text, 300)}")
        said = " ".join(filter(None, (claim.by, f"on {claim.at:%-d %B %Y}" if claim.at else "")))
        lines += [f"     put forward by {said}"] if said else []
        first = next((p.span for p in claim.positions if p.stance in ("asserts", "reports") and p.span), None)
        lines += [f"     {_quoted(first)}"] if first else []
        if claim.verdict or claim.reviewer:
            when = f", {claim.reviewed_at:%-d %B %Y}" if claim.reviewed_at else ""
            lines.append(
                f"     {claim.reviewer or 'a reviewer'}{when}: {_short(claim.verdict or claim.title, 200)}"
            )
        if claim.url:
            lines.append(f"     {claim.url}")
        if one.stances:
            lines.append("     parties: " + ", ".join(f"{count} {stance}" for stance, count in one.stances))
        for position in one.outcome[:5]:
            day = f"{position.at:%-d %B %Y} " if position.at else ""
            quote = f": {_quoted(position.span)}" if position.span else ""
            lines.append(f"     {day}{position.name} {position.stance.replace('_', ' ')}{quote}")
        for field in one.compared:
            if field.state == "differs":
                lines.append(f"     {field.field} differs: {field.asked or '-'} | {field.found or '-'}")
    lines += [f"note: {found.note}"] if found.note else []
    return _options.plain("\n".join(lines)) + "\n"


def _quoted(span: Span) -> str:
    return f"“{_short(span.quote, 200)}” [{span.document_id} {span.start}:{span.end}]"


def _short(text: str, size: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= size else text[: size - 1] + "…"
