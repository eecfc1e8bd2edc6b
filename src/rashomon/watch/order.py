"""Indicators in an order in which each stands after those it rests on; a circle is refused."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.errors import PackError
from rashomon.records import Indicator, Pack


def full(pack: Pack, key: str) -> str:
    """``pack/key``: a key without a pack means one of the same pack."""
    return key if "/" in key else f"{pack.name}/{key}"


def rests_on(pack: Pack, one: Indicator) -> tuple[str, ...]:
    """Full keys of the indicators that this one looks at."""
    after = (one.absent.after,) if one.absent is not None and one.absent.after else ()
    return tuple(full(pack, key) for key in (*one.all_of, *one.any_of, *after))


def ordered(packs: Sequence[Pack]) -> tuple[tuple[Pack, Indicator], ...]:
    """All indicators of these packs, those that rest on others after them; otherwise in the given order.

    Raises:
        PackError: two packs of one name, a key that is nowhere, or an indicator that rests on itself through others.
    """
    names: dict[str, str] = {}
    for pack in packs:
        if pack.name in names:
            raise PackError(f"{pack.file}: name", f"{pack.name} is the name of {names[pack.name]} too")
        names[pack.name] = pack.file
    known = {full(pack, one.key): (pack, one) for pack in packs for one in pack.indicators}
    made: dict[str, tuple[Pack, Indicator]] = {}

    def place(name: str, path: tuple[str, ...]) -> None:
        if name in made:
            return
        pack, one = known[name]
        where = f"{pack.file}: {one.key}"
        if name in path:
            circle = " → ".join((*path[path.index(name) :], name))
            raise PackError(where, f"it rests on itself: {circle}")
        for under in rests_on(pack, one):
            if under not in known:
                raise PackError(where, f"it rests on {under}, which no given pack has")
            place(under, (*path, name))
        made[name] = known[name]

    for name in known:
        place(name, ())
    return tuple(made.values())
