"""An outlet's standing lines: "Subscribe to our channel", "Send us your pictures". They make no two reports copies."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.group.trace import Flags, Trace, lengths
from rashomon.records import Document

TIMES = 3
"""Reports of one outlet, with different openings, under which a line stands before it is the outlet's own."""


def standing_lines(documents: Sequence[Document], traces: Sequence[Trace]) -> list[Flags | None]:
    """For each document which of its words stand in such lines; ``None`` for those without any."""
    openings: dict[tuple[str, int], set[int]] = {}
    for document, one in zip(documents, traces, strict=True):
        if document.source and len(one.line_starts) > 1:
            first = int(one.shingles[0])
            for key in one.line_keys[1:].tolist():
                held = openings.setdefault((document.source, key), set())
                if len(held) < TIMES:
                    held.add(first)
    found: list[Flags | None] = []
    for document, one in zip(documents, traces, strict=True):
        flags = None
        if document.source and len(one.line_starts) > 1:
            stands = np.array(
                [False, *(len(openings[document.source, key]) >= TIMES for key in one.line_keys[1:].tolist())]
            )
            if stands.any():
                flags = np.repeat(stands, lengths(one.line_starts, one.size))
        found.append(flags)
    return found
