"""collect: Source → Documents. Everything that comes in comes in here, with its raw bytes and its Issues."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from rashomon import registry
from rashomon.collect.laying import Layer, issue
from rashomon.config import Collect
from rashomon.errors import CollectError
from rashomon.records import Document, Issue, Raw, content_id

if TYPE_CHECKING:
    from rashomon.collect.fetcher import Fetcher


def collect(
    locations: Sequence[str],
    *,
    now: datetime,
    settings: Collect,
    fetcher: Fetcher | None = None,
    seen: Callable[[Raw], bool] = lambda raw: False,
) -> Iterator[Raw | Document | Issue]:
    """For each item its Raw, then (unless ``seen(raw)``) the Documents and Issues its parser made of it.

    Nothing an item holds raises: what cannot be handled comes out as an Issue, and the next item follows.
    """
    met: dict[str, str] = {}
    for location in dict.fromkeys(locations):
        for raw in _source(location).items(location, now, settings, fetcher):
            yield raw
            if isinstance(raw, Raw) and not seen(raw):
                for one in parse(raw, now, settings):
                    yield from _told_apart(one, met, raw) if isinstance(one, Document) else (one,)


def parse(raw: Raw, now: datetime, settings: Collect) -> Iterator[Document | Issue]:
    """The Documents in an item, and what was wrong with it."""
    layer = Layer(raw, now, settings)
    try:
        for found in _format(raw.format).parse(raw):
            if isinstance(found, Issue):
                yield found
            else:
                yield from layer.lay(found)
    except CollectError as error:
        yield issue(raw, "unreadable", str(error), error.remedy or "Save it again, as text or as a web page.")
    except RecursionError:
        yield issue(raw, "unreadable", "It is nested too deeply.", "Save it again as plain text.")
    except Exception as error:  # noqa: BLE001 - hostile bytes find every hole in a parser; the next item must follow
        yield issue(
            raw,
            "unreadable",
            f"Its parser failed: {type(error).__name__}: {error}.",
            "Save it as plain text.",
        )
    yield from layer.last()


def _told_apart(document: Document, met: dict[str, str], raw: Raw) -> Iterator[Document | Issue]:
    """Two documents of one id: the same text is kept once, another text under an id of its own."""
    known = met.setdefault(document.id, document.text_sha256)
    if known == document.text_sha256:
        yield document
        return
    other = content_id(document.id, document.text)
    yield issue(
        raw, "duplicate_id", f"The id {document.id[:80]!r} stands for two texts; the second was kept as {other}.",
        "Give each document its own id.", "warning",
    )  # fmt: skip
    yield replace(document, id=other)


@cache
def _sources() -> tuple[Any, ...]:
    made = [registry.load("collect.sources", name) for name in registry.names("collect.sources")]
    return tuple(sorted(made, key=lambda source: source.rank))


def _source(location: str) -> Any:
    return next(source for source in _sources() if source.takes(location))


@cache
def _format(name: str) -> Any:
    return registry.load("collect.formats", name)


@cache
def formats_by_ending() -> dict[str, str]:
    """File ending → name of the format that reads it."""
    return {ending: name for name in registry.names("collect.formats") for ending in _format(name).endings}
