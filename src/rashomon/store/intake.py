"""Keep what ``collect`` gives, item by item: each with all that its parser made of it, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from rashomon.records import Document, Issue, Raw
from rashomon.store.database import Database
from rashomon.store.documents import Documents
from rashomon.store.issues import Issues
from rashomon.store.raws import Raws, item_key
from rashomon.store.schema import parses

SINGLE = ("text", "html")
"""Formats of which one item is one document; an Issue about some other address is not about a part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the database now holds of one item."""

    raw: Raw | None
    """None for what came without one: Issues on items that could not even be opened."""
    ids: tuple[str, ...]
    """Its documents."""
    issues: tuple[Issue, ...]
    """What was wrong with it, also with documents that no database can hold."""
    new: int
    """Documents that were not there before."""
    seen: bool = False
    """It was parsed in an earlier run, ids and issues are from then."""


@dataclass(slots=True)
class Parcel:
    """One item as it is being gathered from the stream."""

    raw: Raw | None = None
    documents: list[Document] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    loose: list[Issue] = field(default_factory=list)
    """Issues that came after this item and are about another, which has no Raw."""


def parcels(stream: Iterable[Raw | Document | Issue]) -> Iterator[Parcel]:
    """The stream cut before each Raw."""
    parcel = Parcel()
    for thing in stream:
        if isinstance(thing, Raw):
            if parcel.raw or parcel.documents or parcel.issues or parcel.loose:
                yield parcel
            parcel = Parcel(raw=thing)
        elif isinstance(thing, Document):
            parcel.documents.append(thing)
        elif parcel.raw is None or _is_about(thing, parcel.raw):
            parcel.issues.append(thing)
        else:
            parcel.loose.append(thing)
    if parcel.raw or parcel.documents or parcel.issues or parcel.loose:
        yield parcel


def _is_about(issue: Issue, raw: Raw) -> bool:
    """Whether an Issue that follows a Raw is about it, so that a rerun that skips the Raw lists it again.

    An unreadable file has no Raw of its own, and its Issue follows another file's; kept with that file it
    would be listed still when it is mended. In doubt it is kept: a stale Issue misleads less than a lost one.
    """
    return raw.location in issue.subject or raw.format not in SINGLE or not set("/\\") & set(issue.subject)


class Intake:
    def __init__(self, database: Database, raws: Raws, documents: Documents, issues: Issues) -> None:
        self._database = database
        self._raws = raws
        self._documents = documents
        self._issues = issues

    def keep(self, stream: Iterable[Raw | Document | Issue], parser: str, at: datetime) -> Iterator[Kept]:
        """See ``Store.keep``."""
        for parcel in parcels(stream):
            kept = self._keep(parcel, parser, at)
            if kept.raw or kept.ids or kept.issues:
                yield kept
            if parcel.loose:
                yield self._keep(Parcel(issues=parcel.loose), parser, at)

    def _keep(self, parcel: Parcel, parser: str, at: datetime) -> Kept:
        raw = parcel.raw
        sha256 = raw.sha256 if raw else ""
        key = item_key(sha256, raw.location) if raw else ""
        if raw and not parcel.documents and not parcel.issues:
            with self._database.reading() as connection:
                if self._raws.is_parsed(connection, key, parser):
                    ids = self._documents.read_item(connection, key, parser)
                    issues = self._issues.read_item(connection, key, parser)
                    return Kept(raw=raw, ids=ids, issues=issues, new=0, seen=True)
        with self._database.writing() as connection:
            if raw:
                self._raws.write(connection, raw, sha256)
            added = self._documents.write(connection, parcel.documents, key, parser)
            issues = (*parcel.issues, *added.refused)
            self._issues.write(connection, issues, at, parser, key)
            if raw:
                self._database.add(connection, parses, [{"item": key, "parser": parser}])
        return Kept(raw=raw, ids=added.ids, issues=issues, new=added.new)
