"""An outlet's standing lines and forms: "Subscribe to our channel", "Weekly bulletin of …". They make no two reports copies."""

from __future__ import annotations

import numpy as np

from rashomon.group.letters import Places
from rashomon.group.trace import SHORTEST, Flags, Short, Trace, among, distinct, lengths
from rashomon.group.words import SHINGLE
from rashomon.records import Document

LONGEST = 60
"""Words of such a line; what is longer is a text."""
TIMES = 3
"""Reports of one outlet, with different openings, under which a line stands before it is the outlet's own."""

FILLED = 0.4
"""Share of each report beside what the outlet's reports have in common, from which that is a form that they fill in.
A version of an earlier report, or a copy with a few lines added, has less of its own."""


class _Reports:
    """The shingles of many reports, each shingle once a report, and which outlet's they are."""

    def __init__(self) -> None:
        self._parts: list[Short] = []
        self._of: dict[str, list[int]] = {}
        self._seen: set[tuple[str, bytes]] = set()
        self._forms: dict[str, Short] = {}
        self._holders: tuple[Short, Places] | None = None

    def add(self, source: str, one: Trace) -> None:
        if one.size < SHORTEST or (source, one.digest) in self._seen:
            return
        self._seen.add((source, one.digest))
        self._of.setdefault(source, []).append(len(self._parts))
        self._parts.append(distinct(one.shingles).astype(np.uint32))
        self._forms.clear()
        self._holders = None

    def form(self, source: str) -> Short:
        """The shingles of the outlet's form, sorted; worked out once until more is added."""
        if source not in self._forms:
            self._forms[source] = self._form(source)
        return self._forms[source]

    def _form(self, source: str) -> Short:
        own = self._of.get(source, [])
        least = TIMES if source else max(TIMES, len(own) // 2 + 1)
        if len(own) < least:
            return np.zeros(0, dtype=np.uint32)
        keys, counts = np.unique(np.concatenate([self._parts[number] for number in own]), return_counts=True)
        keys = keys[counts >= least]
        if not len(keys):
            return keys
        # What somewhere stands by itself, and again with matter around it, is a text and no form.
        shingles, reports = self._sorted()
        starts, ends = np.searchsorted(shingles, keys), np.searchsorted(shingles, keys, side="right")
        held = np.zeros(len(self._parts), dtype=np.uint32)
        for a, b in zip(starts.tolist(), ends.tolist(), strict=True):
            held[reports[a:b]] += 1
        texts = [
            part
            for number in np.flatnonzero(held).tolist()
            if held[number] > (1 - FILLED) * len(part := self._parts[number])
        ]
        return keys[~among(keys, distinct(np.concatenate(texts)))] if texts else keys

    def _sorted(self) -> tuple[Short, Places]:
        """All shingles in order, and the number of the report that each is from."""
        if self._holders is None:
            every = np.concatenate(self._parts)
            order = np.argsort(every)
            sizes = [len(part) for part in self._parts]
            self._holders = every[order], np.repeat(np.arange(len(sizes)), sizes)[order]
        return self._holders


class Standing:
    """Which lines and forms stand in several reports of their outlet, of all documents that were added.

    What is a standing line is a matter of the whole collection: whoever asks for descents group by group keeps one of
    these for all and hands it in, or a footer will count as text in a group that holds it twice.

    A form is what several different reports of one outlet have word for word, where each has much of its own beside it. Documents without a source count as one outlet, whose forms most of them must share.
    """

    def __init__(self) -> None:
        self._reports = _Reports()
        self._openings: dict[tuple[str, int], set[int]] = {}

    def add(self, document: Document, one: Trace) -> None:
        """Take a document's lines and shingles in; its first line is never a standing one."""
        self._reports.add(document.source, one)
        if document.source and len(one.line_starts) > 1:
            first = int(one.shingles[0])
            for key in one.line_keys[1:].tolist():
                seen = self._openings.setdefault((document.source, key), set())
                if len(seen) < TIMES:
                    seen.add(first)

    def words(self, document: Document, one: Trace) -> Flags | None:
        """Which of the document's words stand in such lines or forms; ``None`` where none do, or hardly any other is there."""
        form = _covered(among(one.shingles, self._reports.form(document.source)), one.size)
        held = form | self._lines(document, one)
        return held if held.any() and (~held).sum() >= SHORTEST else None

    def _lines(self, document: Document, one: Trace) -> Flags:
        if not document.source or len(one.line_starts) < 2:
            return np.zeros(one.size, dtype=bool)
        found = [
            len(self._openings.get((document.source, key), ())) >= TIMES for key in one.line_keys[1:].tolist()
        ]
        stands = np.array([False, *found]) & (lengths(one.line_starts, one.size) <= LONGEST)
        return np.repeat(stands, lengths(one.line_starts, one.size))


def _covered(shingles: Flags, size: int) -> Flags:
    """The words of these shingles."""
    found = np.zeros(size, dtype=bool)
    at = np.flatnonzero(shingles)
    for step in range(min(SHINGLE, size)):
        found[at + step] = True
    return found
