"""Which documents are one text, and where the text came from: copies are not corroboration.

A pass over all documents, in an order of their own (oldest first, what others name as their origin before those): each
is either a text of its own or comes from an earlier one. decisions/0010 tells how, and how well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rashomon.group import credit, passages
from rashomon.group.candidates import Keep, Pairs, Partners, pairs
from rashomon.group.changes import LONGEST, changes, told
from rashomon.group.house import Standing
from rashomon.group.kinship import FEWEST, NEIGHBOURS, WHOLE, Kin, basis, compare, compare_across, forget
from rashomon.group.overlap import found_in
from rashomon.group.owners import Owners
from rashomon.group.trace import SHORTEST, Flags, Trace, among, part_of, trace, without
from rashomon.group.words import Look
from rashomon.records import Document, Edit, Manner, Passage, Relation

PARTNERS = 6
"""Earlier texts that a text is compared with, those that share most prints; and as many again for retellings."""
VERSIONS = 200
"""Versions of one page whose changes are told; of later ones only that they are versions."""
LANGUAGES = {"en": "English", "ru": "Russian", "uk": "Ukrainian"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """Where a document's words came from."""

    root: str
    relation: Relation
    why: str
    manner: Manner = ""
    passages: tuple[Passage, ...] = ()
    against: str = ""
    changes: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Ties:
    """For each text the others it shares prints with, most first: word for word, in other words, across languages."""

    same: Partners
    retold: Partners
    across: Partners


def descents(
    looks: Sequence[Look],
    *,
    traces: Mapping[str, Trace] | None = None,
    owners: Mapping[str, Sequence[str]] | None = None,
    standing: Standing | None = None,
) -> dict[str, Descent]:
    """For each document id its root, relation and ground. The same for any order of the documents.

    Args:
        traces: made before, by document id; those that are missing are made here.
        owners: a desk's own table of owners and their outlets.
        standing: lines that outlets print under everything, of a larger collection than these documents.
    """
    documents = sorted((look.document for look in looks), key=credit.age)
    kept = traces or {}
    made = [kept.get(one.id) or trace(one) for one in documents]
    try:
        return _Pass(documents, _texts(documents, made, standing), Owners(owners)).run()
    finally:
        forget()


@dataclass(frozen=True, slots=True)
class _Texts:
    """Documents by their text: the numbers of those that are the same word for word, and what is known of their words."""

    members: list[list[int]]
    traces: list[Trace]
    house: list[Flags | None]
    """Words that stand in their outlet's lines and forms; in the trace these tell nothing."""


def _texts(documents: Sequence[Document], made: list[Trace], standing: Standing | None) -> _Texts:
    """Takes ``made`` over: what is no longer needed must not stay in memory beside what is made of it."""
    if standing is None:
        standing = Standing()
        for document, one in zip(documents, made, strict=True):
            standing.add(document, one)
    members = _twins(documents, made)
    traces = [made[numbers[0]] for numbers in members]
    made.clear()
    house = [standing.words(documents[numbers[0]], one) for numbers, one in zip(members, traces, strict=True)]
    for text, flags in enumerate(house):
        if flags is not None:
            traces[text] = without(traces[text], flags)
    return _Texts(members, traces, house)


class _Pass:
    """One pass over documents, oldest first. Texts that are the same word for word are handled as one."""

    def __init__(self, documents: list[Document], texts: _Texts, owners: Owners) -> None:
        self.documents = documents
        self.named = [credit.named_by(one) for one in documents]
        self.owner = [owners.of(one) for one in documents]
        self.members, self.traces, self.house = texts.members, texts.traces, texts.house
        self.ties = _ties(self.traces)
        self.place = self._order()
        self.heads = [min(numbers, key=lambda n: self._rank(n, text)) for text, numbers in enumerate(self.members)]  # fmt: skip
        self.first: dict[int, int] = {}
        self.top = list(range(len(self.members)))
        self.ids = [documents[number].id for number in self.heads]
        self.found: dict[str, Descent] = {}

    def run(self) -> dict[str, Descent]:
        for text in sorted(range(len(self.members)), key=lambda n: self.place[n]):
            head = self.heads[text]
            own = self.found[self.documents[head].id] = self._descent(text)
            for number in self.members[text]:
                if number != head:
                    self.found[self.documents[number].id] = self._twin(number, head, own)
        _versions(self.documents, self.found)
        return {one.id: _to_the_end(one.id, self.found) for one in self.documents}

    # --- order

    def _order(self) -> list[tuple[int, int, int]]:
        """The place of each text: by age, save that what others name as their origin stands before them."""
        place = [(numbers[0], 1, numbers[0]) for numbers in self.members]
        text_of = {number: text for text, numbers in enumerate(self.members) for number in numbers}
        names = [frozenset().union(*(self.named[n] for n in numbers)) for numbers in self.members]
        around = [
            names[text].union(*(names[other] for other in self.ties.same[text])) for text in range(len(names))
        ]
        self.leading: set[int] = set()
        for number in credit.leads(self.documents, self.named):
            text, called = text_of[number], credit.names_of(self.documents[number])
            if names[text] & called:
                self.leading.add(number)
            near = self._near(text)
            if not near:
                continue
            if any(around[one] & called for one in near):
                self.leading.add(number)
                first = min(self.members[one][0] for one in (*near, text))
                place[text] = min(place[text], (first, 0, number))
        return place

    def _near(self, text: int) -> list[int]:
        """Texts that are this one's text or have it, among those that share most with it."""
        found = []
        for other in self.ties.same[text][:PARTNERS]:
            for one, two in ((text, other), (other, text)):
                if compare(self.traces[one], self.traces[two], own=self._basis(one)).relation == "copy":
                    found.append(other)
                    break
        return found

    def _basis(self, text: int) -> Flags:
        return basis(self.traces[text], self.house[text])

    def _rank(self, number: int, text: int) -> tuple[bool, bool, int]:
        """Inside one text: what is named by the others, then what names no other, then the oldest."""
        return number not in self.leading, bool(self.documents[number].forwarded_from) and len(self.members[text]) > 1, number  # fmt: skip

    # --- descent

    def _descent(self, text: int) -> Descent:
        head = self.documents[self.heads[text]]
        kin = self._kin(text)
        best = max(kin, key=lambda pair: (pair[1].relation != "original", pair[1].share, -self.place[pair[0]][0]), default=None)  # fmt: skip
        parent = None
        if best and best[1].relation != "original":
            parent, verdict = best
        elif best and (pasted := passages.pasted(self.traces[text], self._basis(text), [self.traces[n] for n, _ in kin], [k for _, k in kin])):  # fmt: skip
            parent, verdict = kin[pasted.main][0], pasted.kin
        stretches = passages.stretches_of(
            self.traces[text], self._partners(text, kin, parent), whole=parent is not None,
            adds=parent is not None and verdict.relation == "copy" and verdict.manner != "rewrite",
        )  # fmt: skip
        self.top[text] = text if parent is None else self.top[parent]
        located = passages.located(head, stretches, self.ids)
        if parent is None:
            return _of_its_own(head, located)
        root = self.documents[self.heads[parent]]
        return self._derived(head, root, verdict, located)

    def _kin(self, text: int) -> list[tuple[int, Kin]]:
        """Verdicts on the earlier texts that share most, the nearest first; retellings only where no copy was found."""
        place, own = self.place[text], self._basis(text)
        found: list[tuple[int, Kin]] = []
        roots: set[int] = set()
        for ties in (self.ties.same, self.ties.retold, self.ties.across):
            if roots and ties is not self.ties.same:
                break
            earlier = [n for n in ties[text] if self.place[n] < place][:PARTNERS]
            if not earlier and ties is self.ties.same:
                # It was moved before its partners; another that was moved before them may be its root.
                earlier = sorted(
                    {n for one in ties[text][:PARTNERS] if self.place[n := self._first(one)] < place}
                )
            for other in earlier:
                # Another copy of a root that was found has no more to tell.
                if self.top[other] in roots or any(other == before for before, _ in found):
                    continue
                kin = self._compare(text, other, own)
                found.append((other, kin))
                if kin.relation != "original":
                    roots.add(self.top[other])
                    if part_of(kin.taken) >= WHOLE:
                        return found
        return found

    def _first(self, text: int) -> int:
        """Which of a text and its partners comes before all others."""
        if text not in self.first:
            self.first[text] = min((text, *self.ties.same[text]), key=lambda n: self.place[n])
        return self.first[text]

    def _compare(self, text: int, other: int, own: Flags) -> Kin:
        one, two = self.traces[text], self.traces[other]
        if one.language != two.language and not among(one.prints, two.prints).any():
            kin = compare_across(one, two)
            if kin.relation == "translation":
                name = LANGUAGES.get(two.language, two.language)
                kin = replace(kin, ground=f"a translation from {name}: {kin.ground}")
            return kin
        a, b = self.documents[self.heads[text]], self.documents[self.heads[other]]
        dates = credit.believed(a), credit.believed(b)
        apart = abs((dates[0] - dates[1]).total_seconds()) / 86_400 if dates[0] and dates[1] else None
        mine, theirs = self.owner[self.heads[text]], self.owner[self.heads[other]]
        shared = mine if mine == theirs and a.source != b.source else ""
        kin = compare(one, two, own=own, apart=apart, owner=shared)
        house = self.house[text]
        if house is None or kin.relation != "original":
            return kin
        # An outlet's form is no passage of another text, nor what a padded copy is made of.
        return replace(kin, taken=kin.taken & ~house, kept=kin.kept & ~house)

    def _partners(self, text: int, kin: list[tuple[int, Kin]], parent: int | None) -> list[passages.Partner]:
        """Who may hold a passage of the text, oldest first. An outlet that repeats itself is no root of a passage."""
        own = self.documents[self.heads[text]].source
        return [
            passages.Partner(number=number, taken=one.taken, parent=number == parent)
            for number, one in sorted(kin, key=lambda pair: self.place[pair[0]])
            if number == parent or not own or self.documents[self.heads[number]].source != own
        ]

    def _derived(self, one: Document, root: Document, kin: Kin, located: tuple[Passage, ...]) -> Descent:
        relation, why = kin.relation, kin.ground
        if one.forwarded_from:
            relation, why = "forward", f"forwarded from {one.forwarded_from}"
        elif name := credit.agency(one):
            why = f"credits {name}; {why}"
        if one.url and one.url == root.url and relation == "copy":
            relation = "update"
        note = credit.date_note(one, root)
        return Descent(
            root=root.id,
            relation=relation,
            why=f"{why}; {note}" if note else why,
            manner=kin.manner if relation != "translation" else "",
            passages=located,
        )

    def _twin(self, number: int, head: int, own: Descent) -> Descent:
        """A document with the words of another: what holds for that one's passages holds for its own."""
        one, root = self.documents[number], self.documents[head]
        kin = Kin(relation="copy", manner="same", share=1.0, taken=np.zeros(0, bool), kept=np.zeros(0, bool), ground="the same text, word for word")  # fmt: skip
        made = self._derived(one, root, kin, ())
        if self.owner[number] and self.owner[number] == self.owner[head] and one.source != root.source:
            made = replace(made, why=f"{made.why}, and both outlets are owned by {self.owner[number]}")
        if own.passages:
            made = replace(made, passages=passages.moved(root, one, own.passages))
        return made


def _of_its_own(one: Document, located: tuple[Passage, ...]) -> Descent:
    if one.forwarded_from:
        why = f"forwarded from {one.forwarded_from}, which was not collected"
        return Descent(root=one.id, relation="forward", why=why, passages=located)
    note = credit.date_note(one, one)
    why = "the earliest of its text"
    return Descent(root=one.id, relation="original", why=f"{why}; {note}" if note else why, passages=located)


def _twins(documents: Sequence[Document], traces: Sequence[Trace]) -> list[list[int]]:
    """Documents by their words. A few words are the same text only where one forwards the other's outlet."""
    texts: dict[tuple[bytes, str], list[int]] = {}
    for number, (document, one) in enumerate(zip(documents, traces, strict=True)):
        if one.size >= SHORTEST:
            key = (one.digest, "")
        else:
            origin = credit.level(document.forwarded_from or document.source)
            key = (one.digest, origin or document.id)
        texts.setdefault(key, []).append(number)
    groups: list[list[int]] = []
    for (_, origin), numbers in texts.items():
        forwards = not origin or any(documents[n].forwarded_from for n in numbers)
        groups += [numbers] if forwards and traces[numbers[0]].size else [[n] for n in numbers]
    return sorted(groups)


def _ties(traces: Sequence[Trace]) -> Ties:
    """A text that 50,000 copy has them all as partners; each of them has a few."""
    total, most = len(traces), 2 * PARTNERS
    short = np.array([min(len(one.prints), 40) for one in traces], dtype=np.int64)
    # Below SHORTEST words two posts are alike by chance.
    same = pairs(
        [one.prints[: len(one.prints) if one.size >= SHORTEST else 0] for one in traces],
        lambda some: some.shared >= np.where(np.minimum(short[some.earlier], short[some.later]) >= 40, 2, 1),
        most,
    )
    retold = pairs(
        [one.keys for one in traces], _shares([one.keys for one in traces], FEWEST, NEIGHBOURS), most
    )
    codes = sorted({one.language for one in traces})
    across = Pairs(earlier=same.earlier[:0], later=same.later[:0], shared=same.shared[:0])
    if len(codes) > 1:
        camps = np.array([codes.index(one.language) for one in traces], dtype=np.int64)
        bridges = [one.bridges for one in traces]
        across = pairs(bridges, _shares(bridges, 3, 0.1), most, camps)
    return Ties(*(Partners(some, total) for some in (same, retold, across)))


def _shares(prints: Sequence[npt.NDArray[np.unsignedinteger]], fewest: int, share: float) -> Keep:
    """Lets pairs through that share so many prints, and such a share of the shorter row."""
    sizes = np.array([max(len(one), 1) for one in prints], dtype=np.int64)
    return lambda some: (
        some.shared >= np.maximum(fewest, share * np.minimum(sizes[some.earlier], sizes[some.later]))
    )


def _versions(documents: Sequence[Document], found: dict[str, Descent]) -> None:
    """Two texts at one address are versions of one page, unless they have neither a title nor any passage in common."""
    pages: dict[str, list[Document]] = {}
    for one in documents:
        if one.url:
            pages.setdefault(one.url, []).append(one)
    for versions in pages.values():
        first, last = versions[0], versions[0]
        for number, one in enumerate(versions[1:], 1):
            before = found[first.id]
            if one.title != first.title and number <= VERSIONS and not _have_in_common(first, one):
                continue
            root = first.id if before.relation == "original" else before.root
            made = changes(last, one) if number <= VERSIONS else ()
            found[one.id] = Descent(
                root=root, relation="update", why=_change(last, one, made), manner=found[one.id].manner,
                against=last.id, changes=made, passages=tuple(p for p in found[one.id].passages if p.root_id != root),
            )  # fmt: skip
            last = one


def _have_in_common(first: Document, one: Document) -> bool:
    return bool(found_in(trace(one), trace(first)).any())


def _change(before: Document, after: Document, made: tuple[Edit, ...]) -> str:
    """What an edit did, and whether the page says that it was edited."""
    if before.text == after.text:
        return "same address, the same text"
    said = (
        "a correction that says so"
        if credit.corrected(after) and not credit.corrected(before)
        else "an edit that is not marked"
    )
    headline = "; the headline changed" if before.title != after.title else ""
    line = told(before, after, made) or (
        f"what changed stands after its first {LONGEST} sentences"
        if before.text.split() != after.text.split()
        else "only blanks"
    )
    return f"same address, {said}{headline}: {line}"


def _to_the_end(id: str, found: dict[str, Descent]) -> Descent:
    """A copy of a copy has the first one's root, and so have its passages."""
    own = found[id]
    root = _root(own.root, id, found)
    ends = tuple(replace(one, root_id=_root(one.root_id, id, found)) for one in own.passages)
    return replace(own, root=root, passages=tuple(p for p in ends if p.root_id != root))


def _root(root: str, id: str, found: dict[str, Descent]) -> str:
    seen = {id}
    while root not in seen and found[root].root != root:
        seen.add(root)
        root = found[root].root
    return root
