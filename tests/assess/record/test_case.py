"""Settled claims from a file: one bad line is an Issue, the rest is kept; the latest word on a claim holds."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from rashomon.assess.record import Report
from rashomon.assess.record.case import Case, holding, read_cases
from rashomon.errors import NaiveTime, RecordError
from rashomon.records import Issue

NOW = datetime(2024, 2, 1, tzinfo=UTC)
GOOD = {
    "text": "The bridge at Larkspur fell.",
    "outcome": False,
    "by": "Ann",
    "at": "2024-02-01T00:00:00Z",
    "reports": [
        {"source": "mayor", "word": "denies", "at": "2024-01-31T00:00:00+00:00", "topic": "damage"},
        {"source": "radio"},
    ],
}


def test_a_case_with_its_reports() -> None:
    (one,) = read_cases([json.dumps(GOOD)], "file")
    assert isinstance(one, Case)
    assert (one.outcome, one.by, one.at) == ("false", "Ann", NOW)
    assert [(r.source, r.word, r.at, r.claim == one.claim) for r in one.reports] == [
        ("mayor", "denies", 19753.0, True),
        ("radio", "asserts", 19754.0, True),
    ]
    (again,) = read_cases([json.dumps(GOOD)], "file")
    assert again == one and again.id == one.id  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "null",
        '"a"',
        json.dumps({**GOOD, "outcome": "perhaps"}),
        json.dumps({**GOOD, "at": "2024-02-01T00:00:00"}),
        json.dumps({**GOOD, "at": "yesterday"}),
        json.dumps({k: v for k, v in GOOD.items() if k != "by"}),
        json.dumps({**GOOD, "reports": [{"word": "asserts"}]}),
        json.dumps({**GOOD, "reports": ["mayor"]}),
        json.dumps({**GOOD, "reports": 7}),
        json.dumps({**GOOD, "reports": [{"source": "mayor", "word": "shouts"}]}),
        json.dumps({**GOOD, "reports": [{"source": "mayor", "at": float("inf")}]}),
        json.dumps({**GOOD, "reports": [{"source": "mayor", "at": float("nan")}]}),
        '{"a":' * 5000,
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_kept(line: str) -> None:
    first, bad, last = read_cases([json.dumps(GOOD), line, json.dumps(GOOD)], "cases.jsonl")
    assert isinstance(first, Case) and isinstance(last, Case)
    assert isinstance(bad, Issue)
    assert bad.subject == "cases.jsonl, line 2" and bad.code == "bad_case"


def test_the_latest_word_holds() -> None:
    one = Case(claim="c", text="t", outcome="true", by="Ann", at=NOW)
    two = Case(claim="c", text="t", outcome="false", by="Bo", at=NOW + timedelta(days=1))
    back = Case(claim="c", text="t", outcome="withdrawn", by="Bo", at=NOW + timedelta(days=2))
    assert holding([two, one])["c"] == two
    assert holding([one, back, two])["c"] == back
    assert holding([one, Case(claim="c", text="t", outcome="false", by="Cy", at=NOW)])["c"].by == "Cy"


def test_a_case_that_names_no_moment_or_claim_is_refused() -> None:
    with pytest.raises(NaiveTime):
        Case(claim="c", text="t", outcome="true", by="Ann", at=datetime(2024, 1, 1))  # noqa: DTZ001
    with pytest.raises(RecordError, match="no id"):
        Case(claim=" ", text="t", outcome="true", by="Ann", at=NOW)
    with pytest.raises(RecordError, match="on other"):
        Case(
            claim="c", text="t", outcome="true", by="A", at=NOW, reports=(Report(claim="other", source="s"),)
        )
