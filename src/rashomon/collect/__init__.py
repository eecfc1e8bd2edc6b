"""collect: Source → Documents. Everything that comes in comes in here, with its raw bytes and its Issues.

``sources/`` says where items come from, one file a kind; ``formats/`` how the bytes of an item become documents. What
both make passes through ``laying.py``, so that no plug-in needs to know how a Document is put together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from rashomon import registry
from rashomon.collect.duplicates import Met
from rashomon.collect.laying import Layer, issue
from rashomon.collect.taking import shown
from rashomon.config import Collect
from rashomon.errors import CollectError
from rashomon.records import Document, Issue, Raw

if TYPE_CHECKING:
    from rashomon.collect.fetcher import Fetcher

MOST_ISSUES = 20
"""Issues of one code that an item may have; the others are counted in one. A list of a million numbers is one fault."""


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
    met = Met()
    for location in dict.fromkeys(locations):
        for raw in _items(location, now, settings, fetcher):
            if isinstance(raw, Issue):
                yield raw
            elif met.is_new(raw):
                yield raw
                if not seen(raw):
                    for one in parse(raw, now, settings):
                        yield from met.tell_apart(one, raw) if isinstance(one, Document) else (one,)


def parse(raw: Raw, now: datetime, settings: Collect) -> Iterator[Document | Issue]:
    """The Documents in an item, and what was wrong with it."""
    met: Counter[str] = Counter()
    for one in _parse(raw, now, settings):
        if isinstance(one, Document):
            yield one
            continue
        met[one.code] += 1
        if met[one.code] <= MOST_ISSUES:
            yield one
    for code, count in met.items():
        if count > MOST_ISSUES:
            reason = f"{count - MOST_ISSUES} more of its parts have the same fault."
            yield issue(raw, code, reason, "Mend the file, or the program that wrote it.", "warning")


def _parse(raw: Raw, now: datetime, settings: Collect) -> Iterator[Document | Issue]:
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
        why = f"Its parser failed: {type(error).__name__}: {str(error)[:200]}."
        yield issue(raw, "unreadable", why, "Save it as plain text.")
    yield from layer.last()


def _items(location: str, now: datetime, settings: Collect, fetcher: Fetcher | None) -> Iterator[Raw | Issue]:
    try:
        yield from source_of(location).items(location, now, settings, fetcher)
    except (OSError, ValueError, CollectError) as error:
        why = getattr(error, "strerror", None) or str(error)
        yield issue(
            shown(location), "unreadable", f"It cannot be read: {why}.", "Check the path and its permissions."
        )


@cache
def _sources() -> tuple[Any, ...]:
    made = [registry.load("collect.sources", name) for name in registry.names("collect.sources")]
    return tuple(sorted(made, key=lambda source: source.rank))


def source_of(location: str) -> Any:
    """The source that takes this location: of those that do, the one of least rank, which knows it best."""
    return next(source for source in _sources() if source.takes(location))


@cache
def _format(name: str) -> Any:
    return registry.load("collect.formats", name)
