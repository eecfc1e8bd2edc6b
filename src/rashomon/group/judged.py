"""What people said of stories: these are one, or these are two. Replayed on every grouping; the machine undoes none of it.

Judgements name roots, not stories, since stories change as reports come. They are taken in order of time, so of two that
contradict each other the later holds, and both stay to be seen.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rashomon.records import Judged, as_utc

FIELDS: dict[str, Literal["merge", "split"]] = {"story.merge": "merge", "story.split": "split"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One person's word. ``merge``: the reports of ``one`` and ``other`` tell one story; ``split``: two."""

    kind: Literal["merge", "split"]
    one: tuple[str, ...]
    """Ids of documents, as they stood when it was said."""
    other: tuple[str, ...]
    by: str
    at: datetime
    why: str = ""

    def correction(self) -> tuple[str, str, str]:
        """Subject, field and value under which it is kept beside the machine's answer."""
        value = {"one": self.one, "other": self.other, "why": self.why}
        return min(self.one), f"story.{self.kind}", json.dumps(value, ensure_ascii=False, sort_keys=True)

    @classmethod
    def of(cls, field: str, value: str, by: str, at: datetime) -> Judgement | None:
        """The judgement a correction holds; ``None`` for one of something else, or that cannot be read."""
        if field not in FIELDS:
            return None
        try:
            data = json.loads(value)
            return cls(
                kind=FIELDS[field], one=tuple(data["one"]), other=tuple(data["other"]), why=str(data.get("why", "")),
                by=by, at=as_utc(at),
            )  # fmt: skip
        except (ValueError, KeyError, TypeError):
            return None


def judged(
    parts: Sequence[Sequence[str]],
    judgements: Sequence[Judgement],
    root: Callable[[str], str | None],
    nearer: Callable[[str, Sequence[str], Sequence[str]], bool],
) -> tuple[list[list[str]], dict[int, list[Judged]]]:
    """Parts of roots after people's words, and for each part that they touched who said what.

    ``root`` gives a document's root, none where the document is not here; ``nearer(a, one, other)``: whether a root that
    nobody judged belongs to the first group rather than the second.
    """
    home = {id: number for number, part in enumerate(parts) for id in part}
    held: list[list[str]] = [list(part) for part in parts]
    notes: dict[int, list[Judged]] = {}
    for said in sorted(judgements, key=lambda j: (j.at, j.kind, j.one, j.other, j.by)):
        one = sorted({r for id in said.one if (r := root(id)) is not None and r in home})
        other = sorted({r for id in said.other if (r := root(id)) is not None and r in home} - set(one))
        if not one or not other:
            continue
        before = len({home[id] for id in (*one, *other)})
        told = Judged(kind=said.kind, by=said.by, at=said.at, why=said.why, before=before)
        # A part that comes out of others, or takes them in, carries what was said of those.
        earlier = [note for number in {home[id] for id in (*one, *other)} for note in notes.get(number, ())]
        act = _merge if said.kind == "merge" else _split
        for number in act(held, home, one, other, nearer):
            known = {*notes.get(number, ()), *earlier}
            notes[number] = [*sorted(known, key=lambda j: (j.at, j.kind, j.by)), told]
    return held, notes


Nearer = Callable[[str, Sequence[str], Sequence[str]], bool]


def _merge(
    held: list[list[str]], home: dict[str, int], one: Sequence[str], other: Sequence[str], _: Nearer
) -> set[int]:
    """All into the part that holds most of them. A part of which they are half or more comes whole."""
    meant = {*one, *other}
    places = Counter(home[id] for id in meant)
    target = min(places, key=lambda number: (-places[number], min(held[number])))
    for number in sorted(places):
        if number == target:
            continue
        whole = 2 * places[number] >= len(held[number])
        moved = [id for id in held[number] if whole or id in meant]
        held[number] = [id for id in held[number] if id not in set(moved)]
        held[target] += moved
        home.update(dict.fromkeys(moved, target))
    return {target}


def _split(
    held: list[list[str]], home: dict[str, int], out: Sequence[str], rest: Sequence[str], nearer: Nearer
) -> set[int]:
    """Where both stand in one part, the first group leaves it, with those reports that are nearer to it."""
    touched: set[int] = set()
    fresh: int | None = None
    for number in sorted({home[id] for id in out} & {home[id] for id in rest}):
        leaving = [id for id in held[number] if id in set(out)]
        staying = [id for id in held[number] if id in set(rest)]
        going = set(leaving)
        going |= {
            id
            for id in held[number]
            if id not in going and id not in set(staying) and nearer(id, leaving, staying)
        }
        if fresh is None:
            fresh = len(held)
            held.append([])
        held[fresh] += [id for id in held[number] if id in going]
        held[number] = [id for id in held[number] if id not in going]
        home.update(dict.fromkeys(going, fresh))
        touched |= {number, fresh}
    return touched or {home[id] for id in (*out, *rest)}
