"""Quoted words by their marks: «…» „…“ “…” "…" and a dialogue's dashes. Offsets hold the marks themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.records import Range

CLOSERS = {"«": "»", "„": "“”", "“": "”", "「": "」", "『": "』", "‹": "›", "»": "«"}
LONGEST = 3000
"""Characters between two marks at most: what is not closed by then is taken as a stray mark."""
_MARKS = re.compile(r"[«»„“”\"「」『』\n]")


def quoted(text: str) -> list[Range]:
    """Outermost quotes of a text, in order, marks included. Quotes do not run over a line break.

    A mark that is not closed within its line is no quote. Straight marks open after a space or at a line's
    start.
    """
    found: list[Range] = []
    stack: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            stack.clear()
        elif stack and mark in _closers(stack[-1][0]):
            _, start = stack.pop()
            if not stack and at - start <= LONGEST and at - start > 1:
                found.append((start, at + 1))
        elif mark == '"':
            if _opens(text, at):
                stack.append((mark, at))
        elif mark in "«„“「『" and len(stack) < 8:
            stack.append((mark, at))
    return found


def _closers(mark: str) -> str:
    return '"' if mark == '"' else CLOSERS.get(mark, "")


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—–-:«„“") and bool(after) and not after.isspace()


def speech(text: str, marked: Sequence[Range]) -> list[Range]:
    """Of the quotes, those that hold words someone said, not a name: three words or a sentence mark, or a
    verb-like beginning in lower case ("компания «Заря»" is no speech)."""
    return [
        r
        for r in marked
        if len(re.findall(r"\w+", text[r[0] : r[1]])) >= 3 or text[r[1] - 2 : r[1] - 1] in "!?…,."
    ]
