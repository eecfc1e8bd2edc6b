"""A few at a time or all at once, in any order: the same stories."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from bench.mill import _words, mill
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.group import Grouping, Judgement, arrange, cells, group, grouping, neighbours
from rashomon.group.cluster import clusters
from rashomon.group.components import Components
from rashomon.group.signature import signature
from rashomon.group.words import look
from rashomon.records import Document

POOL = [one.document for one in mill(30, seed=3)]


@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_order_and_batching_gives_the_stories_of_one_call(data: st.DataObject) -> None:
    documents = data.draw(st.lists(st.sampled_from(POOL), unique_by=lambda d: d.id, min_size=1))
    cuts = data.draw(st.lists(st.integers(0, len(documents)), max_size=6))
    made = Grouping()
    for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(documents)], strict=True):
        made.add(documents[start:end])
        if data.draw(st.booleans()):
            made.stories()
    assert made.stories() == group(sorted(documents, key=lambda d: d.id))


@pytest.mark.parametrize("exact", [0, 10_000])
def test_one_by_one_through_full_rows_and_cells(monkeypatch: pytest.MonkeyPatch, exact: int) -> None:
    """With rows, cells and whole sets made tiny, so that every border is crossed."""
    monkeypatch.setattr(neighbours, "WINDOW", 2)
    monkeypatch.setattr(cells, "LARGEST", 6)
    monkeypatch.setattr(arrange, "LARGEST", 6)
    monkeypatch.setattr(grouping, "EXACT", exact)
    documents = [one.document for one in mill(110, seed=5)]
    expected = group(documents)
    random.Random(2).shuffle(documents)
    made = Grouping()
    made.add(documents[:85])
    for one in documents[85:]:
        made.add([one])
    made.retrace()
    assert {s.id: {m.document_id for m in s.members} for s in made.stories()} == {
        s.id: {m.document_id for m in s.members} for s in expected
    }


def test_a_story_keeps_its_id_while_it_grows() -> None:
    documents = [one.document for one in mill(80, seed=7) if one.document.published_at]
    made = Grouping()
    made.add(documents[:40])
    before = {m.document_id: s for s in made.stories() for m in s.members}
    made.add(documents[40:])
    after = {m.document_id: s for s in made.stories() for m in s.members}
    kept = [id for id in before if before[id].id == after[id].id]
    assert len(kept) > 0.8 * len(before)


def test_signatures_kept_from_an_earlier_run_are_used() -> None:
    first = Grouping()
    first.add(POOL)
    later = Grouping()
    later.add(POOL, signatures=first.signatures())
    assert later.stories() == first.stories()


def test_a_story_without_end_is_kept_in_parts_that_follow_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "LARGEST", 8)
    monkeypatch.setattr(arrange, "LARGEST", 8)
    day = datetime(2024, 1, 1, tzinfo=UTC)
    rng = random.Random(4)
    words, common = _words(rng, 900), _words(rng, 12)
    documents = [
        Document(
            id=f"w{n:03}",
            language="en",
            published_at=day + timedelta(hours=9 * n),
            text=f"Near Sokol, where General Adam Reed commands, the {' '.join(rng.sample(common, 9))} went on. "
            f"Reed spoke of {' '.join(rng.sample(words, 12))}. {' '.join(rng.sample(words, 12)).capitalize()} on the Sokol road.",
        )
        for n in range(60)
    ]
    stories = group(documents)
    assert sum(len(s.members) for s in stories) == 60
    assert all(len({m.root_id for m in s.members}) <= 8 for s in stories)
    ids = {s.id for s in stories}
    assert any(s.follows for s in stories)
    assert all(s.follows in ids for s in stories if s.follows)


def test_documents_without_text_are_each_a_story_and_nothing_is_lost() -> None:
    stories = group([Document(id=f"e{n}", text="") for n in range(300)])
    assert sum(len(s.members) for s in stories) == 300


def test_two_events_alike_are_not_one_though_every_pair_is_over_the_threshold() -> None:
    import numpy as np

    table = np.full((8, 8), 0.2)
    table[:4, :4] = table[4:, 4:] = 0.5
    np.fill_diagonal(table, 0)
    assert sorted(sorted(one.members) for one in clusters(table)) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_a_signature_hangs_on_its_document_alone() -> None:
    one = signature(look(POOL[0]))
    assert signature(look(POOL[0])).weights.tolist() == one.weights.tolist()
    assert one.terms.tolist() == signature(look(POOL[0])).terms.tolist()


@given(text=st.text(alphabet="Ab Вя,.\n7", max_size=400), other=st.text(alphabet="Ab Вя,.\n7", max_size=400))
def test_any_text_can_be_grouped(text: str, other: str) -> None:
    long = "the " * 38 + "Washingtonia " * 20  # a head that is cut inside a name
    documents = [Document(id=str(n), text=one) for n, one in enumerate((text, other, long, "of " + text))]
    assert sum(len(one.members) for one in group(documents)) == 4


@given(links=st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=30))
def test_components_one_by_one_and_at_once_agree(links: list[tuple[int, int]]) -> None:
    import numpy as np

    slow, fast = Components(), Components()
    slow.grow(20)
    for a, b in links:
        slow.join(a, b)
    table = np.array(links, dtype=np.int32).reshape(-1, 2)
    fast.all_anew(20, [(table[:, 0], table[:, 1])])
    assert sorted(map(sorted, slow.members.values())) == sorted(map(sorted, fast.members.values()))


WHEN = datetime(2022, 6, 2, tzinfo=UTC)


def _two() -> list[Document]:
    from tests.group.test_happenings import reports

    return [*reports("march"), *reports("may")]


def _placed(made: Grouping) -> dict[str, str]:
    return {m.document_id: s.id for s in made.stories() for m in s.members}


def test_a_person_merges_and_another_splits_and_the_later_holds() -> None:
    merge = Judgement(
        kind="merge", one=("march0", "march1"), other=("may0", "may1"), by="Ann", at=WHEN, why="one campaign"
    )
    split = Judgement(
        kind="split", one=("may0",), other=("march0",), by="Bo", at=WHEN + timedelta(days=1), why="two places"
    )
    made = Grouping(judgements=[merge])
    made.add(_two())
    joined = _placed(made)
    assert len(set(joined.values())) == 1
    story = made.stories()[0]
    assert [(j.kind, j.by, j.why, j.before) for j in story.judged] == [("merge", "Ann", "one campaign", 2)]
    assert {m.machine_story_id for m in story.members} - {""}, "the machine's answer stands beside"
    made.judge([split])
    parted = _placed(made)
    assert parted["may0"] == parted["may1"] != parted["march0"] == parted["march1"]
    assert all([j.by for j in s.judged] == ["Ann", "Bo"] for s in made.stories())


def test_new_reports_do_not_undo_what_a_person_merged() -> None:
    merge = Judgement(kind="merge", one=("march0",), other=("may0",), by="Ann", at=WHEN)
    made = Grouping(judgements=[merge])
    documents = _two()
    made.add([documents[0], documents[3]])
    assert len(set(_placed(made).values())) == 1
    made.add(documents)
    found = _placed(made)
    assert found["march0"] == found["may0"]


def test_a_judgement_goes_through_the_store_and_back() -> None:
    said = Judgement(kind="split", one=("b",), other=("a", "c"), by="Ann", at=WHEN, why="two towns")
    _, field, value = said.correction()
    assert Judgement.of(field, value, "Ann", WHEN) == said
    assert Judgement.of("same_as", "x", "Ann", WHEN) is None
    assert Judgement.of("story.merge", "[1]", "Ann", WHEN) is None
