"""An outlet's standing lines and forms: "Subscribe to our channel", "Weekly bulletin of …". They make no two reports copies."""

from __future__ import annotations

import math

import numpy as np

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
        self._forms: dict[str, Short] | None = None

    def add(self, source: str, one: Trace) -> None:
        if one.size < SHORTEST or (source, one.digest) in self._seen:
            return
        self._seen.add((source, one.digest))
        self._of.setdefault(source, []).append(len(self._parts))
        self._parts.append(distinct(one.shingles).astype(np.uint32))
        self._forms = None

    def form(self, source: str) -> Short:
        """The shingles of the outlet's form, sorted; all outlets' are worked out at once, until more is added."""
        if self._forms is None:
            self._forms = self._all_forms()
        return self._forms.get(source, _NO_SHINGLES)

    def _all_forms(self) -> dict[str, Short]:
        often = {source: keys for source in self._of if len(keys := self._often(source))}
        if not often:
            return {}
        # What somewhere stands by itself, and again with matter around it, is a text and no form.
        texts = self._texts(often)
        return {
            source: keys[~among(keys, distinct(np.concatenate(found)))]
            if (found := [self._parts[number] for number in texts[source]])
            else keys
            for source, keys in often.items()
        }

    def _often(self, source: str) -> Short:
        """The shingles that stand in several of the outlet's reports, sorted."""
        own = self._of[source]
        least = TIMES if source else max(TIMES, len(own) // 2 + 1)
        if len(own) < least:
            return _NO_SHINGLES
        keys, counts = np.unique(np.concatenate([self._parts[number] for number in own]), return_counts=True)
        return np.asarray(keys[counts >= least])

    def _texts(self, often: dict[str, Short]) -> dict[str, list[int]]:
        """For each outlet the reports, anyone's, that hardly hold more than its shingles.

        Such a report holds at least one outlet's shingles for the most part, and of the outlet in question all but a few: so it is
        found by those few of its shingles that the fewest outlets have, and stock phrases are not followed through all reports.
        """
        every, outlets = np.unique(np.concatenate(list(often.values())), return_counts=True)
        keys, holders = [], []
        for number, part in enumerate(self._parts):
            at = np.minimum(every.searchsorted(part), len(every) - 1)
            at = at[every[at] == part]
            spare = len(at) - (1 - FILLED) * len(part)
            if spare > 0:
                few = math.ceil(spare)
                keys.append(at if few >= len(at) else at[np.argpartition(outlets[at], few - 1)[:few]])
                holders.append(number)
        if not keys:
            return {source: [] for source in often}
        numbers = np.repeat(np.array(holders), [len(one) for one in keys])
        flat = np.concatenate(keys)
        order = np.argsort(flat, kind="stable")
        flat, numbers = flat[order], numbers[order]
        found = {}
        for source, own in often.items():
            places = every.searchsorted(own)
            starts, ends = flat.searchsorted(places), flat.searchsorted(places, side="right")
            held = np.flatnonzero(ends > starts).tolist()
            near = distinct(np.concatenate([numbers[starts[n] : ends[n]] for n in held])) if held else ()
            found[source] = [
                number
                for number in map(int, near)
                if np.count_nonzero(among(part := self._parts[number], own)) > (1 - FILLED) * len(part)
            ]
        return found


_NO_SHINGLES: Short = np.zeros(0, dtype=np.uint32)


class Standing:
    """Which lines and forms stand in several reports of their outlet, of all documents that were added.

    What is a standing line is a matter of the whole collection: whoever asks for descents group by group keeps one of
    these for all and hands it in, or a footer will count as text in a group that holds it twice.

    A form is what several different reports of one outlet have word for word, where each has much of its own beside it. Documents without a source count as one outlet, whose forms most of them must share.
    """

    def __init__(self) -> None:
        self._reports = _Reports()
        self._openings: dict[tuple[str, int], tuple[int, ...]] = {}

    def add(self, document: Document, one: Trace) -> None:
        """Take a document's lines and shingles in; its first line is never a standing one."""
        self._reports.add(document.source, one)
        if document.source and len(one.line_starts) > 1:
            first = int(one.shingles[0])
            for key in one.line_keys[1:].tolist():
                seen = self._openings.get((document.source, key), ())
                if len(seen) < TIMES and first not in seen:
                    self._openings[document.source, key] = (*seen, first)

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
