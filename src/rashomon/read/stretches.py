"""Very long texts in stretches: what looks back over a text for names would take time by its square."""

from __future__ import annotations

from dataclasses import replace

from rashomon.records import Attribution, Range

STRETCH = 50_000
"""Characters in a stretch: spaCy holds its whole working state in memory, and a speaker is looked for among all names
before. News articles have a tenth of it."""


def stretches(text: str, limit: int = STRETCH) -> list[Range]:
    """The text in ranges of at most ``limit`` characters, cut behind a paragraph, else a sentence or word."""
    out: list[Range] = []
    start = 0
    while len(text) - start > limit:
        cut = -1
        for sign in ("\n\n", "\n", ". ", " "):
            cut = text.rfind(sign, start + limit // 2, start + limit)
            if cut >= 0:
                cut += len(sign)
                break
        end = cut if cut > start else start + limit
        out.append((start, end))
        start = end
    out.append((start, len(text)))
    return out


def moved(a: Attribution, by: int) -> Attribution:
    """The attribution with all its places moved by so many characters."""
    source, cue, content = (tuple((s + by, e + by) for s, e in part) for part in (a.source, a.cue, a.content))
    return replace(a, source=source, cue=cue, content=content)
