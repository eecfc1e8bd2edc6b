"""Documents → stories, a few at a time or a million: the stories are those of one call on the same set, in whatever order it came.

What is kept of a document is its signature and its neighbours. A document that comes changes its own neighbourhood: whose copy
it is is asked among those close to it, and only what hangs together with it is clustered again.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import numpy as np

from rashomon.group.arrange import Arranger, Part
from rashomon.group.components import Components, alone
from rashomon.group.copies import Descent, descents
from rashomon.group.judged import Judgement, judged
from rashomon.group.likeness import likenesses
from rashomon.group.lots import AT_ONCE, WHOLE, lots_of, nearest, with_roots
from rashomon.group.neighbours import Change, Neighbours
from rashomon.group.signature import Signature, signature
from rashomon.group.telling import tell
from rashomon.group.trace import Trace, trace
from rashomon.group.words import look
from rashomon.records import Document, Judged, Reading, Story

EXACT = 300
"""Documents up to which whose copy each is is asked among all whenever some come; beyond, among those close to the new ones, which
misses only what all of an outlet's pages tell (its standing lines). ``retrace`` asks among all again."""
KEPT = 512
"""Traces kept between additions, about 5 MB: what comes next is often close to what came last."""
BESIDE = 16
"""Copies of a root whose neighbours count as the root's, beside its own."""
NEAR = 4_096
"""Roots whose neighbours are kept between additions: those of the cells around what came last."""
RETOLD = 3
"""Copies in other words that are compared together with their root."""
SAMPLE = 12
"""Roots that stand for a group where a report that nobody judged is laid to one of two."""


class Grouping:
    """Stories of a set of documents that grows.

    ``threshold`` (0…1) replaces the measured one; ``owners`` are a desk's own outlets by owner; ``judgements`` are people's words, in any order; ``now`` lets a date in the
    future be seen for what it is.
    """

    def __init__(
        self,
        *,
        threshold: float | None = None,
        owners: Mapping[str, Sequence[str]] | None = None,
        judgements: Sequence[Judgement] = (),
        now: datetime | None = None,
    ) -> None:
        self._now = now
        self._owners = owners
        self._judgements = tuple(judgements)
        self._documents: list[Document] = []
        self._number: dict[str, int] = {}
        self._signatures: list[Signature] = []
        self._graph = Neighbours()
        self._close = Components()
        self._together = Components()
        self._pages: dict[str, int] = {}
        self._descent: list[Descent] = []
        self._root: list[int] = []
        self._copies: dict[int, list[int]] = {}
        self._arranger = Arranger(self._signatures, threshold, self._retold)
        self._parts: dict[int, list[Part]] = {}
        self._near: dict[int, tuple[int, ...]] = {}
        self._traces: dict[str, Trace] = {}
        self._told: dict[tuple[object, ...], Story] = {}

    def __len__(self) -> int:
        return len(self._documents)

    def judge(self, judgements: Sequence[Judgement]) -> None:
        """Take people's words in beside those given before."""
        self._judgements += tuple(judgements)

    def signatures(self) -> Mapping[str, Signature]:
        """By document id: what can be kept and given to ``add`` in a later run."""
        return {one.id: one for one in self._signatures}

    def add(
        self,
        documents: Sequence[Document],
        readings: Sequence[Reading] = (),
        signatures: Mapping[str, Signature] | None = None,
    ) -> None:
        """Take documents in; one whose id is there already is left out. ``signatures`` made earlier are not made again."""
        made = signatures or {}
        read = {one.document_id: one for one in readings}
        new = list({one.id: one for one in documents if one.id not in self._number}.values())
        if not new:
            return
        first = len(self._documents)
        few = first + len(new) <= EXACT
        for one in new:
            self._number[one.id] = len(self._documents)
            self._documents.append(one)
            self._signatures.append(made.get(one.id) or signature(look(one), read.get(one.id), self._now))
            if few:
                self._traces[one.id] = trace(one)
        change = self._graph.add(self._signatures[first:])
        fresh = range(first, len(self._documents))
        if change is None and not few:
            self._traces = {}
        self._close.grow(len(self._documents))
        self._together.grow(len(self._documents))
        if change is None:
            self._all_anew()
            return
        for a, b in change.close:
            self._close.join(a, b)
        self._same_pages(fresh)
        names = dict.fromkeys(self._close.of(number) for number in fresh)
        groups = [self._close.members[name] for name in names]
        if len(self) <= EXACT:
            self._settle(fresh, change, [range(len(self))])
            return
        small = [group for group in groups if len(group) <= WHOLE]
        placed, rest = self._placed(fresh, change, [group for group in groups if len(group) > WHOLE])
        self._settle(fresh, change, small + rest, placed)

    def retrace(self) -> None:
        """Ask among all documents whose copy each is, as one call on the whole set does."""
        self._settle((), Change(joined=[], parted=[], close=[]), [range(len(self))])

    def _settle(
        self,
        fresh: Sequence[int],
        change: Change,
        groups: Sequence[Sequence[int]],
        placed: Mapping[int, Descent] | None = None,
    ) -> None:
        """Roots within these groups, and stories of whatever that and the changed neighbours touched. ``placed`` are new
        documents whose descent is known."""
        parted = list(change.parted)
        moved = self._trace(groups, parted, placed or {})
        stale = {n for pair in (*change.joined, *change.parted) for n in pair} | set(fresh) | moved
        touched = {self._together.of(number) for number in stale}
        for a, b in (*change.joined, *((n, self._root[n]) for n in moved)):
            self._forget(self._together.of(a), self._together.of(b))
            touched.add(self._together.join(a, b))
        # Roots that lost a copy or a neighbour, and roots whose neighbours have another root now.
        stale |= {n for pair in parted for n in pair} | {n for one in moved for n in self._graph.of(one)}
        stale |= {self._root[n] for n in stale}
        self._arranger.forget(stale)
        for number in stale:
            self._near.pop(number, None)
        self._apart(parted, touched)
        for name in touched:
            if name in self._together.members:
                self._arrange(name)

    def stories(self) -> tuple[Story, ...]:
        """Stories, oldest first; every document is in exactly one, a lone report in a story of its own."""
        parts = [part for name in self._together.members for part in self._parts[name]]
        follows: dict[int, Part] = {}
        for name in self._together.members:
            mine = self._parts[name]
            follows.update({id(part): mine[part.follows] for part in mine if part.follows is not None})
        roots: list[Sequence[int]] = [part.roots for part in parts]
        machine: dict[int, str] = {}
        notes: dict[int, list[Judged]] = {}
        before = {id(part): at for at, part in enumerate(parts)}
        if self._judgements:
            held, notes, machine = self._judged(roots)
        else:
            held = [*roots]
        told: dict[tuple[object, ...], Story] = {}
        names: list[str] = [self._name(own) if own else "" for own in held]
        for at, own in enumerate(held):
            if not own:
                continue
            previous = ""
            if at < len(parts) and (earlier := follows.get(id(parts[at]))) is not None:
                previous = names[before[id(earlier)]]
            members = [number for root in own for number in self._copies[root]]
            key = (
                tuple(own), names[at], previous, tuple(notes.get(at, ())), tuple(machine.get(n, "") for n in own) if machine else (),
                tuple(members), tuple(self._descent[number] for number in members),
            )  # fmt: skip
            story = self._told.get(key)
            if story is None:
                story = tell(
                    names[at],
                    [self._signatures[root] for root in own],
                    [(self._documents[n], self._signatures[n], self._descent[n]) for n in members],
                    follows=previous,
                    judged=tuple(notes.get(at, ())),
                    machine={self._documents[n].id: machine.get(self._root[n], "") for n in members} if machine else {},
                )  # fmt: skip
            told[key] = story
        self._told = told
        return tuple(
            sorted(
                told.values(), key=lambda story: (story.started_at is None, str(story.started_at), story.id)
            )
        )

    # --- whose copy

    def _all_anew(self) -> None:
        size = len(self._documents)
        self._close.all_anew(size, self._graph.close)
        self._same_pages(range(size))
        self._descent, self._root, self._copies = [], [], {}
        self._trace([range(size)] if size <= AT_ONCE else list(self._close.members.values()), [])
        begins, ends = self._graph.pairs()
        kin = np.arange(size, dtype=np.int32), np.array(self._root, dtype=np.int32)
        self._together.all_anew(size, [(begins, ends), kin])
        self._arranger.forget(range(size))
        self._near = {}
        self._parts = {}
        for name in self._together.members:
            self._arrange(name)

    def _same_pages(self, numbers: Sequence[int] | range) -> None:
        """Two texts at one address are versions of one page, however little is left of the first."""
        for number in numbers:
            url = self._documents[number].url
            if url:
                self._close.join(self._pages.setdefault(url, number), number)

    def _placed(
        self, fresh: Sequence[int], change: Change, groups: Sequence[Sequence[int]]
    ) -> tuple[dict[int, Descent], list[Sequence[int]]]:
        """Descents of new documents found among samples of large groups, and the groups that must be asked as a whole:
        where a new document is the root of older ones, or another version of their page."""
        near: dict[int, list[int]] = {}
        for a, b in change.close:
            near.setdefault(a, []).append(b)
            near.setdefault(b, []).append(a)
        new: dict[int, list[int]] = {}
        for number in fresh:
            new.setdefault(self._close.of(number), []).append(number)
        placed: dict[int, Descent] = {}
        whole: list[Sequence[int]] = []
        for group in groups:
            found = self._by_sample(new[self._close.of(group[0])], near)
            if found is None:
                whole.append(group)
            else:
                placed |= found
        return placed, whole

    def _by_sample(self, new: Sequence[int], near: Mapping[int, list[int]]) -> dict[int, Descent] | None:
        pages = (self._documents[number].url for number in new)
        if any(url and self._pages[url] != number for url, number in zip(pages, new, strict=True)):
            return None
        sample = nearest(new, near, self._root)
        looks = [look(self._documents[n]) for n in sorted(sample, key=lambda n: self._documents[n].id)]
        found = descents(looks, traces=self._of(sample), owners=self._owners)
        own = {self._documents[number].id for number in new}
        if any(one.root in own for id, one in found.items() if id not in own):
            return None

        def root_of(id: str) -> str:
            return id if id in own else self._documents[self._root[self._number[id]]].id

        return {self._number[id]: with_roots(found[id], root_of) for id in own}

    def _of(self, numbers: Iterable[int]) -> Mapping[str, Trace]:
        """Traces of documents, kept for the next time."""
        if len(self._traces) > KEPT:
            self._traces = {}
        for number in numbers:
            one = self._documents[number]
            if one.id not in self._traces:
                self._traces[one.id] = trace(one)
        return self._traces

    def _trace(
        self,
        groups: Sequence[Sequence[int]],
        parted: list[tuple[int, int]],
        placed: Mapping[int, Descent] | None = None,
    ) -> set[int]:
        """Roots within each group; which documents have another root now. Links to roots that went come to ``parted``."""
        size = len(self._documents)
        known = len(self._root)
        self._root += range(known, size)
        self._descent += [_NONE] * (size - known)
        moved: set[int] = set()
        kin: list[tuple[int, int]] = []
        lots = [dict(placed)] if placed else []
        for lot in lots_of(groups):
            looks = [look(self._documents[n]) for n in sorted(lot, key=lambda n: self._documents[n].id)]
            traces = self._of(lot) if len(lot) <= KEPT // 4 else self._traces
            found = descents(looks, traces=traces, owners=self._owners)
            lots.append({self._number[id]: descent for id, descent in found.items()})
        for number, descent in ((number, descent) for lot in lots for number, descent in lot.items()):
            root = self._number[descent.root]
            kin.append((number, root))
            if self._descent[number] != descent:
                self._descent[number] = descent
            if number >= known or self._root[number] != root:
                moved.add(number)
                if number < known:
                    parted.append((number, self._root[number]))
                    self._leave(number)
                self._root[number] = root
                insort(self._copies.setdefault(root, []), number, key=lambda n: self._documents[n].id)
        for number, root in kin:  # whoever asks for one of them later asks for all
            self._close.join(number, root)
        return moved

    def _leave(self, number: int) -> None:
        copies = self._copies[self._root[number]]
        copies.remove(number)
        if not copies:
            del self._copies[self._root[number]]

    # --- what hangs together

    def _linked(self, number: int) -> Iterator[int]:
        yield from self._graph.of(number)
        yield self._root[number]
        yield from self._copies.get(number, ())

    def _apart(self, parted: Sequence[tuple[int, int]], touched: set[int]) -> None:
        """What hangs together no longer becomes a set of its own; where a short search does not tell, the whole set is put together
        anew."""
        unclear: list[int] = []
        for a, b in parted:
            name = self._together.of(a)
            if name != self._together.of(b):
                continue
            some = alone(a, b, self._linked)
            if some is None:
                unclear.append(a)
            elif some:
                self._forget(name)
                touched |= {name, self._together.part(name, some)}
        for name in {self._together.of(number) for number in unclear}:
            self._forget(name)
            touched.discard(name)
            touched |= set(self._together.anew(name, self._linked))

    def _forget(self, *names: int) -> None:
        for name in names:
            self._parts.pop(name, None)

    def _arrange(self, name: int) -> None:
        roots = [number for number in self._together.members[name] if self._root[number] == number]
        self._parts[name] = self._arranger.arrange(roots, self._beside)

    def _beside(self, root: int) -> tuple[int, ...]:
        """Roots that are neighbours of a root or of its copies."""
        found = self._near.get(root)
        if found is None:
            if len(self._near) >= NEAR:
                self._near = {}
            others = [other for one in (root, *self._copies[root][:BESIDE]) for other in self._graph.of(one)]
            near = dict.fromkeys(self._root[other] for other in others)
            near.pop(root, None)
            found = self._near[root] = tuple(near)
        return found

    def _retold(self, root: int) -> list[int]:
        """The first copies of a root that have other words than it and than each other."""
        seen = {self._signatures[root].terms.tobytes()}
        found: list[int] = []
        for number in self._copies[root][:BESIDE]:
            words = self._signatures[number].terms.tobytes()
            if words not in seen and len(found) < RETOLD:
                seen.add(words)
                found.append(number)
        return found

    # --- people's words

    def _judged(
        self, parts: Sequence[Sequence[int]]
    ) -> tuple[list[Sequence[int]], dict[int, list[Judged]], dict[int, str]]:
        ids = [[self._documents[n].id for n in part] for part in parts]
        held, notes = judged(ids, self._judgements, self._root_of, self._nearer)
        numbers: list[Sequence[int]] = [[self._number[id] for id in part] for part in held]
        before = {n: at for at, part in enumerate(parts) for n in part}
        machine: dict[int, str] = {}
        for at, part in enumerate(numbers):
            if at in notes:
                machine |= {n: self._name(parts[before[n]]) for n in part}
        return numbers, notes, machine

    def _root_of(self, id: str) -> str | None:
        number = self._number.get(id)
        return None if number is None else self._documents[self._root[number]].id

    def _nearer(self, id: str, one: Sequence[str], other: Sequence[str]) -> bool:
        sample = [id, *sorted(one)[:SAMPLE], *sorted(other)[:SAMPLE]]
        row = likenesses([self._signatures[self._number[name]] for name in sample])[0]
        split = 1 + min(len(one), SAMPLE)
        return bool(row[1:split].mean() > row[split:].mean())

    def _name(self, roots: Sequence[int]) -> str:
        from rashomon.group.telling import story_id

        return story_id([self._signatures[number] for number in roots])


_NONE = Descent(root="", relation="original", why="")
