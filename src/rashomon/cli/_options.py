"""Options that several verbs share, and the lines in and out of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from rashomon import edge
from rashomon.config import load
from rashomon.errors import NaiveTime, RecordError
from rashomon.records import Document, Issue, Membership, as_utc

T = TypeVar("T")
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def lines(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--from`` and ``--to``: JSON lines in and out, ``-`` for the standard streams."""
    function = click.option("--to", "target", default="-", show_default=True, help="Where JSON lines go.")(
        function
    )
    return click.option(
        "--from", "origin", default="-", show_default=True, help="Where JSON lines come from: a file, or -."
    )(function)


def settings(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--config``, handed on as checked Settings."""
    return click.option(
        "--config",
        "settings",
        type=click.Path(path_type=Path),
        callback=lambda _ctx, _param, path: load(path),
        help="Settings file; rashomon.toml of this folder if it is there.",
    )(function)


def moment(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--now``: the time the run takes for now, so that a run can be repeated exactly."""
    return click.option(
        "--now",
        callback=lambda _ctx, _param, text: _moment(text),
        metavar="TIME",
        help="Time taken for now, ISO 8601 with its zone; the clock's if not given.",
    )(function)


def as_of(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--as-of``: the view as it stood at a time."""
    return click.option(
        "--as-of",
        "as_of",
        callback=lambda _ctx, _param, text: None if text is None else _moment(text),
        metavar="TIME",
        help="Weigh the claims by what was published up to then: ISO 8601 with its zone.",
    )(function)


def _moment(text: str | None) -> datetime:
    return datetime.now(UTC) if text is None else as_moment(text)


def as_moment(text: str) -> datetime:
    """A time given on the command line.

    Raises:
        click.BadParameter: it is none, or has no zone.
    """
    try:
        return as_utc(datetime.fromisoformat(text), text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is not an ISO 8601 time") from error
    except NaiveTime as error:
        raise click.BadParameter(f"{error} {error.remedy}") from error


@contextmanager
def opened(name: str, mode: str) -> Iterator[TextIO]:
    """A text stream in UTF-8: a file, or for ``-`` the standard one.

    Raises:
        click.FileError: it cannot be opened; the message names it.
    """
    if name == "-":
        yield sys.stdin if mode == "r" else sys.stdout
        return
    try:
        stream = open(name, mode, encoding="utf-8", newline="\n")  # noqa: SIM115, PTH123 - closed below
    except OSError as error:
        raise click.FileError(name, error.strerror or str(error)) from error
    with stream:
        yield stream  # type: ignore[misc]


def documents(origin: str) -> tuple[list[Document], list[Issue]]:
    """Documents from JSON lines; a bad line becomes an Issue and the others are kept.

    A Document needs ``text`` and ``id`` only. Two of one id cannot be told apart in the output: the second is left
    out, with an Issue.
    """
    found: dict[str, Document] = {}
    issues: list[Issue] = []
    with opened(origin, "r") as stream:
        try:
            for item in edge.read_lines(Document, stream, origin):
                if isinstance(item, RecordError):
                    issues.append(_issue(str(item.subject), "bad_record", str(item), item.remedy))
                elif item.id in found:
                    if item != found[item.id]:
                        issues.append(
                            _issue(
                                item.id,
                                "duplicate_id",
                                "A second document has this id.",
                                "Give each its own.",
                            )
                        )
                else:
                    found[item.id] = item
        except UnicodeDecodeError as error:
            issues.append(
                _issue(origin, "wrong_encoding", f"Not UTF-8 from here on: {error}", "Save it as UTF-8.")
            )
    return list(found.values()), issues


def memberships(origin: str) -> tuple[list[Membership], list[Issue]]:
    """Memberships from JSON lines; a bad line becomes an Issue."""
    found: list[Membership] = []
    issues: list[Issue] = []
    with opened(origin, "r") as stream:
        for item in edge.read_lines(Membership, stream, origin):
            if isinstance(item, RecordError):
                issues.append(_issue(str(item.subject), "bad_record", str(item), item.remedy))
            else:
                found.append(item)
    return found, issues


def _issue(subject: str, code: str, reason: str, remedy: str) -> Issue:
    return Issue(stage="collect", subject=subject, code=code, reason=reason, remedy=remedy)


def put(target: str, records: Iterable[object]) -> None:
    """Write records as JSON lines."""
    with opened(target, "w") as stream:
        edge.write_lines(records, stream)


def tell(issues: Iterable[Issue], limit: int = 20) -> None:
    """List Issues on standard error: errors first, each with its item, reason and remedy."""
    order = {"error": 0, "warning": 1, "note": 2}
    told = sorted(dict.fromkeys(issues), key=lambda issue: order[issue.severity])
    if not told:
        return
    click.echo(f"{len(told)} Issue{'s' if len(told) > 1 else ''}:", err=True)
    for issue in told[:limit]:
        remedy = f" {issue.remedy}" if issue.remedy else ""
        click.echo(
            plain(f"  {issue.severity}: {issue.subject}: {issue.reason} [{issue.code}]{remedy}"), err=True
        )
    if len(told) > limit:
        click.echo(f"  … and {len(told) - limit} more; the brief lists them all.", err=True)


def plain(text: str) -> str:
    """Text from outside made safe for a terminal: no control characters, so no escape sequences."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)
