"""An outlet's standing lines: "Subscribe to our channel", "Send us your pictures". They make no two reports copies."""

from __future__ import annotations

import numpy as np

from rashomon.group.trace import SHORTEST, Flags, Trace, lengths
from rashomon.records import Document

LONGEST = 60
"""Words of such a line; what is longer is a text."""
TIMES = 3
"""Reports of one outlet, with different openings, under which a line stands before it is the outlet's own."""


class Standing:
    """Which lines stand under several reports of their outlet, of all documents that were added.

    What is a standing line is a matter of the whole collection: whoever asks for descents group by group keeps one of
    these for all and hands it in, or a footer will count as text in a group that holds it twice.
    """

    def __init__(self) -> None:
        self._openings: dict[tuple[str, int], set[int]] = {}

    def add(self, document: Document, one: Trace) -> None:
        """Take a document's lines in; the first is never one of them."""
        if document.source and len(one.line_starts) > 1:
            first = int(one.shingles[0])
            for key in one.line_keys[1:].tolist():
                seen = self._openings.setdefault((document.source, key), set())
                if len(seen) < TIMES:
                    seen.add(first)

    def words(self, document: Document, one: Trace) -> Flags | None:
        """Which of the document's words stand in such lines; ``None`` where none do, or hardly any other is there."""
        if not document.source or len(one.line_starts) < 2:
            return None
        found = [
            len(self._openings.get((document.source, key), ())) >= TIMES for key in one.line_keys[1:].tolist()
        ]
        stands = np.array([False, *found]) & (lengths(one.line_starts, one.size) <= LONGEST)
        if not stands.any():
            return None
        held: Flags = np.repeat(stands, lengths(one.line_starts, one.size))
        return held if (~held).sum() >= SHORTEST else None
