"""Sentences by their marks, in any script: linear in the text, blind to nothing but abbreviations it does
not know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.records import Range

LONGEST = 4000
"""Characters of one sentence at most; longer runs without a mark are cut at a space, so that no rule meets
more."""
_END = re.compile(r"[.!?…]+[»”\"’')\]]*(?=\s|$)|[。！？؟।]+[」』”»]*|\n+")
_WORD_BEFORE = re.compile(r"([\w-]+)$")


def sentences(
    text: str, quoted: Sequence[Range] = (), abbreviations: frozenset[str] = frozenset()
) -> list[Range]:
    """Ranges of the sentences of a text, without the white space around them.

    A mark inside a quote of the list ``quoted`` ends no sentence, nor does one before a lower-case word,
    after an initial ("В. Попов") or after one of ``abbreviations``. A line break always does.
    """
    found: list[Range] = []
    start = 0
    inside = iter(quoted)
    quote = next(inside, None)
    for match in _END.finditer(text):
        while quote is not None and quote[1] <= match.start():
            quote = next(inside, None)
        if not match.group().startswith("\n"):
            if quote is not None and quote[0] < match.start() < quote[1] and match.end() < quote[1]:
                continue
            if not _ends(text, start, match, abbreviations):
                continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return found


def _ends(text: str, start: int, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    follows = text[match.end() : match.end() + 12].lstrip()
    if follows[:1].islower():
        return False
    # "«…!» — сказал он": the author's words go on behind a dash.
    if follows[:1] in "—–-" and "\n" not in text[match.end() : match.end() + 2]:
        return False
    if match.group() == ".":
        word = _WORD_BEFORE.search(text[max(start, match.start() - 20) : match.start()])
        if word and (
            word.group(1).casefold() in abbreviations or (len(word.group(1)) == 1 and word.group(1).isupper())
        ):
            return False
    return True


def _add(found: list[Range], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        found.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        found.append((start, end))
