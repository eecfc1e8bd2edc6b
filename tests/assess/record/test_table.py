"""Which reports count: each source's last word, each root once, whatever their order."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.assess.record import Report, learn
from rashomon.assess.record.table import WORDS, table
from rashomon.errors import RecordError

WORD = st.sampled_from(WORDS)
REPORTS = st.lists(
    st.builds(
        Report,
        claim=st.sampled_from(["a", "b", "c"]),
        source=st.sampled_from(["Tass", "BBC", "Kyiv", "Bild"]),
        word=WORD,
        root=st.sampled_from(["", "wire", "Tass", "BBC"]),
        topic=st.sampled_from(["", "losses", "dates"]),
        interest=st.sampled_from([-1, 0, 1]),
        side=st.sampled_from(["", "east"]),
        at=st.sampled_from([0.0, 1.0, 2.5]),
    ),
    max_size=14,
)


def rows(reports: list[Report]) -> list[tuple[str, str, str]]:
    made = table(reports)
    return [
        (made.claims[c], made.sources[s], WORDS[w])
        for c, s, w in zip(made.claim, made.source, made.said, strict=True)
    ]


def test_the_last_word_counts() -> None:
    first = Report(claim="c", source="ministry", word="asserts", at=1)
    later = Report(claim="c", source="ministry", word="denies", at=2)
    assert rows([later, first]) == [("c", "ministry", "denies")]
    assert table([first, later]).kind.tolist() == [2], "it changed its word"
    assert table([first, first]).kind.tolist() == [0]


def test_a_root_counts_once_and_its_earliest_source_has_it() -> None:
    copies = [Report(claim="c", source=f"outlet {n}", root="wire", at=10 + n) for n in range(40)]
    agency = Report(claim="c", source="agency", root="wire", at=1)
    made = table([*copies, agency])
    assert rows([*copies, agency]) == [("c", "agency", "asserts")]
    assert sum(made.copied.values()) == 40
    assert made.spoke.sum() == 41


def test_a_denial_in_the_same_text_is_no_copy() -> None:
    both = [
        Report(claim="c", source="accuser", root="page", word="asserts"),
        Report(claim="c", source="accused", root="page", word="denies"),
        Report(claim="c", source="ally", root="page", word="asserts"),
    ]
    assert rows(both) == [("c", "accused", "denies"), ("c", "accuser", "asserts")]


def test_a_root_on_another_claim_is_another() -> None:
    assert len(rows([Report(claim=c, source=s, root="wire") for c in "ab" for s in "xy"])) == 2


def test_reports_that_cite_each_other_in_a_circle_are_one() -> None:
    circle = [
        Report(claim="c", source="A", root="B", at=2),
        Report(claim="c", source="B", root="C", at=1),
        Report(claim="c", source="C", root="A", at=3),
        Report(claim="c", source="D", root="A", at=4),
    ]
    assert rows(circle) == [("c", "B", "asserts")]


def test_a_chain_of_citations_leads_to_its_first() -> None:
    chain = [
        Report(claim="c", source="third", root="second", at=3),
        Report(claim="c", source="second", root="first", at=2),
        Report(claim="c", source="first", at=1),
        Report(claim="c", source="elsewhere", at=1),
    ]
    assert rows(chain) == [("c", "elsewhere", "asserts"), ("c", "first", "asserts")]


def test_a_source_that_names_itself_as_root_is_its_own() -> None:
    assert rows([Report(claim="c", source="A", root="A"), Report(claim="c", source="B", root="B")]) == [
        ("c", "A", "asserts"),
        ("c", "B", "asserts"),
    ]


def test_silence_is_nobodys_copy() -> None:
    quiet = [Report(claim="c", source=s, root="wire", word="silent") for s in "ab"]
    assert len(rows(quiet)) == 2
    assert table(quiet).spoke.sum() == 0


@given(REPORTS, st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_order_does_not_matter(reports: list[Report], chance: object) -> None:
    mixed = list(reports)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = table(reports), table(mixed)
    assert rows(reports) == rows(mixed)
    assert one.copied == other.copied
    assert one.kind.tolist() == other.kind.tolist()
    assert learn(reports, {"a": True}).probability == learn(mixed, {"a": True}).probability


@given(REPORTS)
@settings(max_examples=80, deadline=None)
def test_every_probability_is_one_and_inside(reports: list[Report]) -> None:
    found = learn(reports, {"a": True, "b": False}).probability
    assert set(found) == {r.claim for r in reports}
    assert all(0 < p < 1 for p in found.values())


@pytest.mark.parametrize("at", [math.inf, -math.inf, math.nan])
def test_a_time_without_end_is_refused_by_name(at: float) -> None:
    with pytest.raises(RecordError, match="report of Tass on the bridge fell"):
        Report(claim="the bridge fell", source="Tass", at=at)
