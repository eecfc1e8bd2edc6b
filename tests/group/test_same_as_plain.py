"""What is worked out in a roundabout way, for speed or memory, is what the plain way gives."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from bench.mill import mill
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.group import Grouping, arrange, candidates, cells, grouping, neighbours, tables
from rashomon.group.arrange import Arranger
from rashomon.group.candidates import FIRST, Pairs, pairs
from rashomon.group.house import FILLED, TIMES, Standing
from rashomon.group.likeness import likenesses
from rashomon.group.signature import many_passages, passages, signature
from rashomon.group.tables import Tables
from rashomon.group.told import told
from rashomon.group.trace import trace
from rashomon.group.words import look
from rashomon.records import Document

POOL = [one.document for one in mill(80, seed=11)]
NOON = datetime(2024, 5, 15, 12, tzinfo=UTC)  # a Wednesday


@given(
    rows=st.lists(st.sets(st.integers(0, 12), max_size=6), max_size=14),
    chunk=st.integers(1, 5),
    most=st.integers(1, 4),
)
@settings(deadline=None)
def test_pairs_found_some_at_a_time_are_those_that_share_a_print_with_a_first_holder(
    rows: list[set[int]], chunk: int, most: int
) -> None:
    shared: Counter[tuple[int, int]] = Counter()
    for key in range(13):
        holders = [number for number, row in enumerate(rows) if key in row]
        shared.update((early, late) for at, late in enumerate(holders) for early in holders[: min(at, FIRST)])
    expected = []
    for late in range(len(rows)):
        own = sorted((-count, a) for (a, b), count in shared.items() if b == late and count > 1)
        expected += [(a, late, -count) for count, a in own[:most]]

    def twice(some: Pairs) -> np.typing.NDArray[np.bool_]:
        return np.asarray(some.shared > 1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "CHUNK", chunk)
        found = pairs([np.array(sorted(row), dtype=np.uint32) for row in rows], twice, most)
    made = zip(found.earlier.tolist(), found.later.tolist(), found.shared.tolist(), strict=True)
    assert sorted(made) == sorted(expected)


def test_passages_of_many_pairs_are_those_of_each() -> None:
    long = " ".join(one.text for one in POOL[:12])
    texts = ["", "Two words", long, long[200:], *(one.text for one in POOL[:30])]
    signatures = [signature(look(Document(id=str(n), text=text))) for n, text in enumerate(texts)]
    couples = [(a, b) for a in range(len(texts)) for b in range(a)]
    a, b = (np.array(side, dtype=np.int32) for side in zip(*couples, strict=True))
    plain = [passages(signatures[one], signatures[other]) for one, other in couples]
    assert many_passages(signatures, a, b).tolist() == plain
    assert 0 < sum(share > 0 for share in plain) < len(plain)


def test_a_table_put_together_from_an_earlier_one_is_that_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "SMALLEST", 2)
    documents = [
        replace(one, language="uk" if n % 5 == 0 else one.language, published_at=None if n % 7 == 0 else one.published_at)
        for n, one in enumerate(POOL)
    ]  # fmt: skip
    signatures = [signature(look(one)) for one in documents]
    kept, rng = Tables(signatures), random.Random(8)
    numbers = list(range(40))
    for step in range(12):
        numbers = [*rng.sample(numbers, len(numbers) - 2), 40 + step, 60 + step]
        assert kept.of(numbers).tolist() == likenesses([signatures[n] for n in numbers]).tolist()
    assert likenesses(signatures).any()


def form(documents: Sequence[Document], source: str) -> set[int]:
    """Shingles of an outlet's form, by the definition: in three of its reports, and not of what anybody prints by itself."""
    parts = {}
    for one in documents:
        made = trace(one)
        parts.setdefault((one.source, made.digest), set(made.shingles.tolist()))
    counts = Counter(key for (own, _), part in parts.items() if own == source for key in part)
    keys = {key for key, count in counts.items() if count >= TIMES}
    bare = [part for part in parts.values() if len(part & keys) > (1 - FILLED) * len(part)]
    return keys.difference(*bare)


def test_forms_found_by_few_shingles_are_those_of_the_definition() -> None:
    everywhere = "The weekly notice of the water board of the town of Merrin follows below here."
    second = "Wells were tested at the usual places."
    documents = [
        Document(
            id=f"{n}", source=f"Outlet {n % 3}", language="en",
            # Outlet 1 has a line of its own too. Once it prints both and nothing else: mostly what the others print over reports.
            text=f"{everywhere} {second}" if n == 31 else f"{everywhere} {second * (n % 3 == 1)} {one.text}",
        )
        for n, one in enumerate(POOL[:60])
        if n < 40 or n % 3
    ]  # fmt: skip
    standing = Standing()
    traces = [trace(one) for one in documents]
    for one, made in zip(documents, traces, strict=True):
        standing.add(one, made)
    some = 0
    for one, made in zip(documents, traces, strict=True):
        keys = form(documents, one.source)
        covered = np.zeros(made.size, dtype=bool)
        for at, key in enumerate(made.shingles.tolist()):
            covered[at : at + 4] |= key in keys
        expected = covered if covered.any() and (~covered).sum() >= 8 else None
        found = standing.words(one, made)
        assert (found is None) == (expected is None)
        assert found is None or expected is None or found.tolist() == expected.tolist()
        some += found is not None
    assert some


def test_what_is_remembered_of_cells_and_neighbours_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stories of reports that come one by one, with everything forgotten before each and with nothing."""
    monkeypatch.setattr(neighbours, "WINDOW", 3)
    monkeypatch.setattr(cells, "LARGEST", 6)
    monkeypatch.setattr(arrange, "LARGEST", 6)
    monkeypatch.setattr(grouping, "EXACT", 0)
    monkeypatch.setattr(arrange, "MEANS", 5)
    documents = [one.document for one in mill(150, seed=21)]
    random.Random(6).shuffle(documents)
    kept, forgetful = Grouping(), Grouping()
    for made in (kept, forgetful):
        made.add(documents[:120])
    for one in documents[120:]:
        kept.add([one])
        forgetful._arranger = Arranger(forgetful._signatures, None, forgetful._retold)
        forgetful._near = {}
        forgetful.add([one])
        assert kept.stories() == forgetful.stories()


@pytest.mark.parametrize(
    ("text", "weekday", "year", "day"),
    [
        ("It happened on Monday, and Tuesday was quiet.", 0, None, "2024-05-13"),
        ("Mondays are quiet. On Thursday it came.", 3, None, "2024-05-09"),
        ("Sundayish weather; nothing else.", None, None, None),
        ("Во вторник было тихо, Monday was not.", 1, None, "2024-05-14"),
        ("В прошлую субботу 2023 года.", 5, 2023, "2024-05-11"),
        ("The A2021 road and 1999th seat; 2019, then 2022.", None, 2022, None),
        ("On March 3 a shell fell, and on 12 April 2024 too.", None, 2024, "2024-03-03"),
        ("20240503 is no date, 2024-05-03 is.", None, 2024, "2024-05-03"),
    ],
)
def test_days_years_and_weekdays_are_read_where_they_stand_as_words(
    text: str, weekday: int | None, year: int | None, day: str | None
) -> None:
    found = told(Document(id="a", text=text, published_at=NOON), None, NOON + timedelta(hours=1))
    expected = None if day is None else datetime.fromisoformat(day).toordinal()
    assert (found.weekday, found.year, found.day) == (weekday, year, expected)
