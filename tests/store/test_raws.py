"""The archive gives back the very bytes, and says what is done with them."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from rashomon.errors import NaiveTime, NotKept, StoreError
from rashomon.records import Raw
from rashomon.store import Store
from rashomon.store.schema import raws

NOW = datetime(2024, 2, 29, 12, 0, tzinfo=UTC)


def raw(content: bytes = b"<html>", location: str = "/in/a.html") -> Raw:
    return Raw(location=location, content=content, format="html", fetched_at=NOW)


@pytest.mark.parametrize("content", [b"", b"\x00\xff" * 10, b"page " * 200_000, os.urandom(100_000)])
def test_bytes_come_back_exactly(store: Store, content: bytes) -> None:
    assert store.raws.add(raw(content))
    assert store.raws.get(hashlib.sha256(content).hexdigest()) == content


def test_the_same_content_at_the_same_place_is_kept_once(store: Store) -> None:
    assert store.raws.add(raw())
    assert not store.raws.add(raw())
    assert store.raws.add(raw(location="/in/b.html"))
    assert store.raws.locations(raw().sha256) == ("/in/a.html", "/in/b.html")
    assert store.counts()["raws"] == 1


def test_kept_bytes_are_not_yet_seen(store: Store) -> None:
    """Between keeping the bytes and keeping what they hold the process may die; then they must be parsed
    again."""
    store.raws.add(raw())
    assert not store.raws.has(raw().sha256, "/in/a.html", "v1")
    assert not store.raws.seen("v1")(raw())


@pytest.mark.parametrize(
    "location", ["/in/caf\udce9.html", "https://example.org/?" + "q" * 9_000, "/in/a\x00b"]
)
def test_a_place_of_any_characters_and_length(store: Store, location: str) -> None:
    list(store.keep([raw(location=location)], parser="v1", at=NOW))
    assert store.raws.seen("v1")(raw(location=location))
    assert not store.raws.seen("v1")(raw())


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    naive = Raw(location="x", content=b"x", format="html", fetched_at=datetime(2024, 1, 1))  # noqa: DTZ001
    with pytest.raises(NaiveTime):
        store.raws.add(naive)
    assert store.counts()["raws"] == 0


def test_unknown_and_damaged_bytes_are_told_apart(store: Store) -> None:
    with pytest.raises(NotKept):
        store.raws.get("0" * 64)
    store.raws.add(raw())
    for damaged in (b"not zlib", b""):
        with store.database.writing() as connection:
            connection.execute(update(raws).values(content=damaged))
        with pytest.raises(StoreError, match=raw().sha256):
            store.raws.get(raw().sha256)
