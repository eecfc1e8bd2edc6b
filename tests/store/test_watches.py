"""Alerts are kept once, and are waiting on each channel until they were sent there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from rashomon.records import Alert, Line

NOW = datetime(2026, 3, 31, 20, tzinfo=UTC)
ONE = Alert(
    id="a" * 16,
    at=NOW,
    state="raised",
    headline="RAISED: Війська 😀",
    lines=(Line(text="x", basis="1 report"),),
)
OTHER = replace(ONE, id="b" * 16, state="high")


def test_each_is_kept_once_and_waits_on_every_channel(store: Any) -> None:
    assert store.watches.add([ONE, OTHER], at=NOW) == 2
    assert store.watches.add([OTHER, ONE], at=NOW + timedelta(days=1)) == 0
    assert store.watches.add([], at=NOW) == 0
    assert store.watches.waiting("mail") == (ONE, OTHER)
    assert store.watches.mark("mail", [ONE], at=NOW) == 1
    assert store.watches.mark("mail", [ONE], at=NOW + timedelta(days=1)) == 0
    assert store.watches.waiting("mail") == (OTHER,)
    assert store.watches.waiting("atom") == (ONE, OTHER)
    assert store.watches.sent("mail") == ((ONE, NOW),)
    assert store.watches.sent("atom") == ()


def test_when_the_last_digest_went_out(store: Any) -> None:
    store.watches.add([ONE, OTHER], at=NOW)
    store.watches.mark("mail", [ONE], at=NOW)
    assert store.watches.last_digest("mail") is None
    later = NOW + timedelta(hours=3)
    store.watches.mark("mail", [OTHER], at=later, digest=True)
    assert store.watches.last_digest("mail") == later
    assert store.watches.last_digest("atom") is None
