"""From reports to states: what raises an indicator, what must not, and what makes it blind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from rashomon.errors import NaiveTime, PackError
from rashomon.records import Document, Watched
from rashomon.watch import watch
from tests.watch.telling import DAY, NOW, PACK, TROOPS, at, dull, pack, report, seen

STATE = {"state": ["Ruritania"]}
OUTLETS = ("Coast Ledger", "Hill Post", "Lake Wire")


def states(one: Watched) -> list[tuple[str, str]]:
    return [(signal.day.isoformat(), signal.state) for signal in one.signals]


def massed(day: int, sources: tuple[str, ...] = OUTLETS, own: tuple[str, ...] = TROOPS) -> list[Document]:
    return [report(f"m{n}-{day}", own[n % len(own)], source, day) for n, source in enumerate(sources)]


def test_independent_reports_raise_it_and_are_cited(tmp_path: Path) -> None:
    documents = [*dull(range(30)), *massed(28)]
    (one,) = watch([pack(tmp_path)], STATE, seen(documents), NOW).watched
    assert one.state in ("raised", "high")
    assert one.title == "Ruritania masses troops"
    (signal,) = one.signals
    assert signal.day == DAY + timedelta(days=28)
    assert signal.roots == 3 and signal.owners == 3
    assert (
        signal.expected is not None
        and signal.expected < 1
        and signal.tail is not None
        and signal.tail < 0.003
    )
    assert len(signal.spans) == 3 and len(set(signal.sources)) == 3
    texts = {d.id: d.text for d in documents}
    for span in signal.spans:
        span.check(texts[span.document_id])


def test_what_is_denied_only_threatened_or_of_another_state_is_no_sign(tmp_path: Path) -> None:
    texts = (
        "Ruritania denied that its troops had massed at the border.",
        "Ruritania threatened to send troops to the border.",
        "Freedonia massed tanks at the border.",
        "Did Ruritania's troops cross the border?",
    )
    documents = [*dull(range(30)), *massed(28, (*OUTLETS, "Coast Ledger"), texts)]
    outlook = watch([pack(tmp_path)], STATE, seen(documents), NOW)
    assert outlook.sightings == ()
    assert outlook.watched[0].state == "quiet"


def test_copies_and_outlets_of_one_house_are_one_voice(tmp_path: Path) -> None:
    copies = [report(f"c{n}", TROOPS[0], source, 28) for n, source in enumerate(OUTLETS)]
    documents = [*dull(range(30)), *copies]
    roots = {"c1": "c0", "c2": "c0"}
    (one,) = watch([pack(tmp_path)], STATE, seen(documents, roots), NOW).watched
    assert one.state == "quiet" and one.sightings == 3
    owned = dict.fromkeys(OUTLETS, "One House")
    (one,) = watch([pack(tmp_path)], STATE, seen([*dull(range(30)), *massed(28)], owners=owned), NOW).watched
    assert one.state == "quiet"


@pytest.mark.parametrize("own_words", [False, True])
def test_a_flood_of_new_accounts_raises_nothing(tmp_path: Path, own_words: bool) -> None:
    bots = [
        report(
            f"bot{n}",
            TROOPS[0] if not own_words else f"{TROOPS[n % 4]} Report {n}.",
            f"account_{n}",
            27 + n % 3,
        )
        for n in range(60)
    ]
    roots = {} if own_words else {f"bot{n}": "bot0" for n in range(60)}
    documents = [*dull(range(30)), *bots]
    (one,) = watch([pack(tmp_path)], STATE, seen(documents, roots), NOW).watched
    assert one.state == "quiet"
    assert one.sightings >= 60


def test_it_lapses_and_is_quiet_again(tmp_path: Path) -> None:
    documents = [*dull(range(60)), *massed(20)]
    (one,) = watch([pack(tmp_path)], STATE, seen(documents), at(59)).watched
    names = [state for _, state in states(one)]
    assert names[0] in ("raised", "high") and names[-2:] == ["lapsed", "quiet"]


def test_a_stream_that_stops_is_blind_and_not_quiet(tmp_path: Path) -> None:
    (one,) = watch([pack(tmp_path)], STATE, seen(dull(range(26))), NOW).watched
    assert one.state == "blind"
    assert one.since == DAY + timedelta(days=27)
    assert "silent" in one.why[0]


def test_it_is_blind_where_only_the_named_source_is_silent(tmp_path: Path) -> None:
    text = PACK.replace("    baseline:", "    sources: [Hill Post]\n    baseline:")
    documents = dull(range(30), ("Coast Ledger", "Lake Wire")) + dull(range(20), ("Hill Post",))
    (one,) = watch([pack(tmp_path, text)], STATE, seen(documents), NOW).watched
    assert one.state == "blind"
    assert "Hill Post" in one.why[0]


def test_a_paper_that_rests_at_the_weekend_makes_nobody_blind(tmp_path: Path) -> None:
    weekdays = [day for day in range(50) if (DAY + timedelta(days=day)).weekday() < 5]
    (one,) = watch([pack(tmp_path)], STATE, seen(dull(weekdays)), at(48)).watched
    late = [
        day
        for day, state in states(one)
        if state == "blind" and date.fromisoformat(day) > DAY + timedelta(days=20)
    ]
    assert late == []


def test_a_document_from_the_future_is_told_and_does_not_count(tmp_path: Path) -> None:
    documents = [*dull(range(30)), *massed(40)]
    outlook = watch([pack(tmp_path)], STATE, seen(documents), NOW)
    assert outlook.watched[0].state == "quiet"
    assert [issue.code for issue in outlook.issues] == ["future_date"] * 3
    undated = replace(documents[0], id="x", published_at=None)
    outlook = watch([pack(tmp_path)], STATE, seen([*dull(range(30)), undated]), NOW)
    assert [issue.code for issue in outlook.issues] == ["undated"]


def test_the_order_of_documents_changes_nothing(tmp_path: Path) -> None:
    documents = [*dull(range(30)), *massed(28)]
    one = watch([pack(tmp_path)], STATE, seen(documents), NOW).watched
    other = watch([pack(tmp_path)], STATE, seen(documents[::-1]), NOW).watched
    assert one == other


def test_nothing_later_than_a_day_has_part_in_its_state(tmp_path: Path) -> None:
    documents = [*dull(range(30)), *massed(20), *massed(28)]
    whole = watch([pack(tmp_path)], STATE, seen(documents), NOW).watched[0].signals
    early = watch(
        [pack(tmp_path)], STATE, seen([d for d in documents if d.published_at < at(22)]), at(21, 23)
    ).watched[0]
    assert early.signals == tuple(s for s in whole if s.day <= DAY + timedelta(days=21))


def test_its_time_is_over_when_it_expires(tmp_path: Path) -> None:
    text = PACK.replace("expires: 2026-12-31", "expires: 2026-03-20")
    (one,) = watch([pack(tmp_path, text)], STATE, seen([*dull(range(30)), *massed(28)]), NOW).watched
    assert one.state == "lapsed" and "over" in one.why[0]


def test_roles_must_be_filled_and_known(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"state is not filled: give --role state=NAME"):
        watch([pack(tmp_path)], {}, seen(dull(range(3))), NOW)
    with pytest.raises(PackError, match="no given pack has this role"):
        watch([pack(tmp_path)], {**STATE, "stat": ["x"]}, seen(dull(range(3))), NOW)
    with pytest.raises(NaiveTime):
        watch([pack(tmp_path)], STATE, seen(dull(range(3))), NOW.replace(tzinfo=None))


ABSENT = PACK + """
  - key: no-talks
    watched: No talks follow
    why: it would be odd
    bears_on: [{kind: scenario, name: offensive, direction: toward}]
    where: [capitals]
    signs:
      - {trace: words, words: [[talks]]}
    absent: {within_days: 5, after: troops}
  - key: both
    watched: Both
    why: together
    bears_on: [{kind: scenario, name: offensive, direction: toward}]
    where: [capitals]
    all_of: [troops, no-talks]
"""  # fmt: skip


def test_what_does_not_happen_counts_only_after_its_window(tmp_path: Path) -> None:
    documents = [*dull(range(40)), *massed(20)]
    made = {w.indicator: w for w in watch([pack(tmp_path, ABSENT)], STATE, seen(documents), at(27)).watched}
    begun = made["posture/troops"].signals[0].day
    (signal,) = [s for s in made["posture/no-talks"].signals if s.state == "raised"]
    assert signal.day == begun + timedelta(days=5)
    assert "the window it was given" in signal.why[0]
    talks = report("talks", "Envoys of both sides held talks in the capital.", "Hill Post", 23)
    made = {
        w.indicator: w
        for w in watch([pack(tmp_path, ABSENT)], STATE, seen([*documents, talks]), at(27)).watched
    }
    assert made["posture/no-talks"].state == "quiet"


def test_nothing_seen_while_blind_is_no_absence(tmp_path: Path) -> None:
    documents = [*dull(range(21)), *massed(20), *dull(range(27, 40))]
    made = {w.indicator: w for w in watch([pack(tmp_path, ABSENT)], STATE, seen(documents), at(27)).watched}
    assert not [s for s in made["posture/no-talks"].signals if s.state == "raised"]


BREAKS_OFF = PACK.replace(
    'watched: "{state} masses troops"', 'watched: "{state} stops its daily report"'
).replace(
    "    threshold: {raised: 0.003, high: 0.00001, at_least: 2, owners: 2}\n",
    "    absent: {within_days: 7}\n",
)


def test_a_daily_report_that_breaks_off_is_told_when_its_window_has_passed(tmp_path: Path) -> None:
    daily = [report(f"r{day}", TROOPS[day % 4], "Hill Post", day) for day in range(40)]
    others = dull(range(50), ("Coast Ledger", "Lake Wire"))
    (one,) = watch([pack(tmp_path, BREAKS_OFF)], STATE, seen([*daily, *others]), at(49)).watched
    assert one.state == "raised"
    rose = [s for s in one.signals if s.state == "raised"]
    assert [s.day for s in rose] == [DAY + timedelta(days=46)]
    assert "would be usual" in rose[0].why[0]
    rare = [one for one in daily if one.id in ("r3", "r20")]
    (one,) = watch([pack(tmp_path, BREAKS_OFF)], STATE, seen([*rare, *others]), at(49)).watched
    assert not [s for s in one.signals if s.state == "raised"]
