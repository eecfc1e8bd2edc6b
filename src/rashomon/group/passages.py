"""Stretches of a report that have a root of their own: what was pasted in, what is quoted at length, what it adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.group.kinship import COPY, LEAST, Kin
from rashomon.group.overlap import stretches
from rashomon.group.trace import Flags, Trace, among, distinct, offsets, part_of
from rashomon.records import Document, Origin, Passage

PASSAGE = 20
"""Words that a stretch must share to have a root of its own: stock phrases and names of offices are shorter."""
QUOTE = 0.34
"""Share of a stretch between quotation marks from which it is a quotation with its "X said", not the reporter's text."""
OWN = 40
"""Words of its own, found nowhere else and about the same matter, that make a report more than its copied part."""
OWN_SHARE = 0.35
"""And the share of the report that they must be."""
PADDED = 0.5
"""Share of another's text that, with nothing of one's own beside it, makes a copy with matter around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An earlier text that may hold passages of this one."""

    number: int
    taken: Flags
    parent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch by words: [start, end), whose it is (``None``: its own), and how much of it is so word for word."""

    start: int
    end: int
    number: int | None
    relation: Origin
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A text made of several others, or of one and of padding."""

    main: int
    """Index of the partner that most of it comes from."""
    kin: Kin


def pasted(one: Trace, own: Flags, others: Sequence[Trace], kin: Sequence[Kin]) -> Pasted | None:
    """Whether a text that is no one's copy is put together from several, or is one with matter around it; ``own`` is its
    basis."""
    total = int(own.sum())
    kept = np.zeros(one.size, dtype=bool)
    for each in kin:
        kept |= each.kept
    share = part_of(kept[own])
    gains = [int(each.kept[own].sum()) for each in kin]
    main = int(np.argmax(gains)) if gains else 0
    if not total or gains[main] < PASSAGE:
        return None
    rest = own & ~kept
    copied = kin[main].taken
    parts = sum(gain >= PASSAGE for gain in gains)
    many = share >= COPY and (parts > 1 or rest.sum() < OWN)
    # The other's text stands in this one, mostly whole, and what stands around it speaks of something else.
    whole = copied.sum() >= PADDED * others[main].size
    padded = bool(whole) and _marks(one, copied) >= 2 and not _adds(one, own & ~copied, copied, total)
    if not (many or padded):
        return None
    if parts > 1 and many:
        ground = f"put together from {parts} reports: {share:.0%} of its words are theirs"
        manner = "pasted"
    else:
        ground = f"{gains[main] / total:.0%} of its words are the same; the rest is on other matters"
        manner = "padded"
    return Pasted(
        main=main,
        kin=Kin(relation="copy", manner=manner, share=share, taken=kin[main].taken, kept=kept, ground=ground),  # type: ignore[arg-type]
    )


def _adds(one: Trace, rest: Flags, copied: Flags, total: int) -> bool:
    """Whether the rest is a report of its own: long enough, and with a quotation, or about the same names and numbers."""
    if rest.sum() < max(OWN, OWN_SHARE * total):
        return False
    if any(end - start >= 4 and not copied[start:end].any() for start, end in stretches(one.quoted)):
        return True
    there = distinct(one.bones[copied & one.marks])
    shared = among(distinct(one.bones[rest & one.marks]), there).sum()
    return bool(shared >= (2 if len(there) >= 4 else 1))


def _marks(one: Trace, flags: Flags) -> int:
    """Distinct names and numbers among these words."""
    return len(distinct(one.bones[flags & one.marks]))


def stretches_of(one: Trace, partners: Sequence[Partner], *, whole: bool, adds: bool) -> list[Stretch]:
    """Passages, in order. Each word goes to the oldest text that has it.

    ``whole``: the document has a root, so only what comes from elsewhere is told, and with ``adds`` what is its own.
    """
    if not partners or (whole and len(partners) == 1 and not adds):
        return []
    free, marks, quoted = np.ones(one.size, dtype=bool), one.marks, one.quoted
    found: list[Stretch] = []
    for partner in partners:
        for start, end in stretches(partner.taken & free):
            if end - start >= PASSAGE and marks[start:end].any():
                free[start:end] = False
                mostly = part_of(quoted[start:end]) >= QUOTE and (~quoted[start:end]).sum() < OWN
                score = part_of(partner.taken[start:end])
                relation: Origin = "quote" if mostly else "copy"
                found.append(
                    Stretch(start=start, end=end, number=partner.number, relation=relation, score=score)
                )
    parents = [partner.number for partner in partners if partner.parent]
    if whole:
        found = [each for each in found if each.number not in parents]
    if adds:
        taken = ~free
        for partner in partners:
            taken |= partner.taken
        for start, end in stretches(~taken):
            if end - start >= max(LEAST, OWN):
                found.append(Stretch(start=start, end=end, number=None, relation="original", score=0.0))
    return sorted(found, key=lambda each: each.start)


def located(document: Document, found: Sequence[Stretch], ids: Sequence[str]) -> tuple[Passage, ...]:
    """The stretches as passages of the document's text."""
    if not found:
        return ()
    begins, ends = offsets(document)
    return tuple(
        Passage(
            start=int(begins[each.start]),
            end=_close(document.text, int(ends[each.end - 1])),
            root_id=document.id if each.number is None else ids[each.number],
            relation=each.relation,
            score=1.0 if each.number is None else round(each.score, 3),
        )
        for each in found
    )


def _close(text: str, end: int) -> int:
    """With the stop and the closing mark that belong to the last word."""
    while end < len(text) and text[end] in '.!?…"”»’)':
        end += 1
    return end


def moved(root: Document, one: Document, found: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages of a text, in another document with the same words."""
    if root.text == one.text:
        return tuple(found)
    begins, ends = offsets(root)
    own_begins, own_ends = offsets(one)
    made = []
    for each in found:
        first = int(np.searchsorted(begins, each.start))
        last = int(np.searchsorted(ends, each.end, side="right")) - 1
        if 0 <= first <= last < len(own_ends):
            root_id = one.id if each.root_id == root.id else each.root_id
            made.append(
                Passage(
                    start=int(own_begins[first]), end=_close(one.text, int(own_ends[last])),
                    root_id=root_id, relation=each.relation, score=each.score,
                )
            )  # fmt: skip
    return tuple(made)
