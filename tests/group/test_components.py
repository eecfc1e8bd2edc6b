"""Whether two still hang together is told from both sides, and without going far where that is enough."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.group.components import Components, linked

LINKS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=14)


@given(links=LINKS, a=st.integers(0, 11), b=st.integers(0, 11))
def test_two_are_linked_where_sets_joined_by_the_same_links_say_so(
    links: list[tuple[int, int]], a: int, b: int
) -> None:
    sets = Components()
    sets.grow(12)
    near: dict[int, set[int]] = {number: set() for number in range(12)}
    for one, other in links:
        sets.join(one, other)
        near[one].add(other)
        near[other].add(one)
    assert linked(a, b, lambda number: sorted(near[number])) is (sets.of(a) == sets.of(b))


def test_a_long_way_is_not_gone_to_its_end() -> None:
    asked: list[int] = []

    def neighbours(number: int) -> list[int]:
        asked.append(number)
        return [number - 1, number + 1]

    assert linked(0, 10**9, neighbours, most=100) is None
    assert len(asked) <= 100
