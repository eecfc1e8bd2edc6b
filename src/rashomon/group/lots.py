"""Which documents whose copy each is is asked among: all that are close, or of a large group those that can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.group.copies import Descent

AT_ONCE = 150_000
"""Documents whose roots are found together, which bounds memory. Close ones are never parted by it."""
WHOLE = 64
"""Close documents up to which a new one is asked among all of them; of more, among a sample: the copies of a post number
50,000, and their root, the first few and the nearest tell whose a further one is."""


def lots_of(groups: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Groups together up to ``AT_ONCE`` documents; no group is parted."""
    lot: list[int] = []
    for group in groups:
        if lot and len(lot) + len(group) > AT_ONCE:
            yield lot
            lot = []
        lot += group
    if lot:
        yield lot


def nearest(new: Sequence[int], near: Mapping[int, Sequence[int]], roots: Sequence[int]) -> set[int]:
    """New documents and, for each, of the older ones close to it their roots and those that came first and last, up to ``WHOLE`` of
    either, with the roots of these."""
    sample = set(new)
    known = len(roots)
    for number in new:
        old = sorted({other for other in near.get(number, ()) if other < known})
        sample.update(sorted({roots[other] for other in old})[:WHOLE])
        sample.update(old[: WHOLE // 2], old[-(WHOLE // 2) :])
    return sample | {roots[other] for other in sample if other < known}


def with_roots(one: Descent, root_of: Callable[[str], str]) -> Descent:
    """A descent found in a sample, with the roots that documents have in the whole."""
    root = root_of(one.root)
    passages = (replace(each, root_id=root_of(each.root_id)) for each in one.passages)
    return replace(one, root=root, passages=tuple(each for each in passages if each.root_id != root))
