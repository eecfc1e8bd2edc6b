"""Whether two still hang together is told from both sides, and without going far where that is enough."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.group.components import Components, alone

LINKS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=14)


@given(links=LINKS, a=st.integers(0, 11), b=st.integers(0, 11))
def test_two_are_apart_where_sets_joined_by_the_same_links_say_so(
    links: list[tuple[int, int]], a: int, b: int
) -> None:
    sets = Components()
    sets.grow(12)
    near: dict[int, set[int]] = {number: set() for number in range(12)}
    for one, other in links:
        sets.join(one, other)
        near[one].add(other)
        near[other].add(one)
    found = alone(a, b, lambda number: sorted(near[number]))
    if sets.of(a) == sets.of(b):
        assert found == set()
    else:
        assert found is not None
        assert sorted(found) in (sorted(sets.members[sets.of(a)]), sorted(sets.members[sets.of(b)]))


def test_what_was_taken_out_is_a_set_of_its_own() -> None:
    sets = Components()
    sets.grow(5)
    for number in range(4):
        sets.join(number, number + 1)
    new = sets.part(sets.of(0), {3, 1})
    assert sets.of(1) == sets.of(3) == new != sets.of(0) == sets.of(2) == sets.of(4)
    assert sorted(map(sorted, sets.members.values())) == [[0, 2, 4], [1, 3]]


def test_a_long_way_is_not_gone_to_its_end() -> None:
    asked: list[int] = []

    def neighbours(number: int) -> list[int]:
        asked.append(number)
        return [number - 1, number + 1]

    assert alone(0, 10**9, neighbours, most=100) is None
    assert len(asked) <= 100
