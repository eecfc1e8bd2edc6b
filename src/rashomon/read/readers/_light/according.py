"""Sources behind "according to": «по словам мэра», «по её мнению», «со ссылкой на полицию»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from rashomon.read.languages.lists import act_of
from rashomon.read.readers._light.contents import tail
from rashomon.read.readers._light.page import Page, touches
from rashomon.read.readers._light.phrases import Word, words
from rashomon.records import Attribution, Range

CUES = 24
"""Cues of one sentence at most. Real ones hold two or three; a hostile one costs no more than its length."""
_REACH = 12


def owned(page: Page, start: int, end: int) -> Iterator[Attribution]:
    """ "По её словам, …": the pronoun is the source, the whole wording the cue."""
    for match in islice(page.lists.owned_pattern.finditer(page.text, start, end), CUES):
        if page.quoted(match.start()):
            continue
        who = next(k for k, v in match.groupdict().items() if v)
        content = around(page, start, match.start(), match.end(), end)
        act = "believes" if re.search(r"мнени|думк|оцен|оцін|переконан", match.group(), re.I) else "asserts"
        if content:
            yield page.made(match.span(who), [match.span()], content, act)


def according(page: Page, start: int, end: int, done: Sequence[Range]) -> Iterator[tuple[Attribution, bool]]:
    """Each "according to" with its source, and whether it is one that stands beside a verb ("citing")."""
    text, lists = page.text, page.lists
    for match in islice(lists.according_pattern.finditer(text, start, end), CUES):
        if page.quoted(match.start()) or touches(done, match.span()):
            continue
        source = _object(page, match.end(), end)
        if source is None and not text[match.end() : end].lstrip().startswith(","):
            continue
        behind = source[1] if source else match.end()
        content = around(page, start, match.start(), behind, end)
        if content:
            beside = re.fullmatch(lists.citing, match.group(), re.IGNORECASE) is not None
            yield page.made(source, [match.span()], content, act_of(match)), beside


def _object(page: Page, start: int, end: int) -> Range | None:
    """The source behind "according to": up to a comma, a dash or a verb of saying, else the first name."""
    lists = page.lists
    chosen: list[Word] = []
    stopped = False
    inner = words(page, start, min(end, start + 400))
    for i, word in enumerate(inner):
        if word.stop or lists.cue_pattern.fullmatch(word.text):
            stopped = word.text != "." or i == len(inner) - 1
            if word.text == "," and chosen and (more := _apposed(page, inner[i + 1 :])):
                chosen += more
            break
        chosen.append(word)
    if not chosen or chosen[0].plain in lists.hollow:
        return None
    if len(chosen) <= _REACH and stopped:
        while len(chosen) > 1 and lists.is_adverb(chosen[-1].text) and not chosen[-1].capital:
            chosen.pop()
        return chosen[0].start, chosen[-1].end
    last = 0
    for i, word in enumerate(chosen[:6]):
        if word.capital:
            last = i
        elif last:
            break
    if not last and not chosen[0].capital:
        # "по данным полиции погибли двое": one word, and such as belong to it
        while (
            last + 1 < len(chosen)
            and last < 4
            and chosen[last + 1].plain.endswith(("ции", "ства", "ого", "ой", "ів", "ції"))
        ):
            last += 1
    return chosen[0].start, chosen[last].end


def _apposed(page: Page, rest: Sequence[Word]) -> list[Word]:
    """ "…, мэра Заречья," behind a name: a person's role in the genitive up to the next comma."""
    found: list[Word] = []
    for word in rest[:9]:
        if word.text == ",":
            break
        if word.stop:
            return []
        found.append(word)
    else:
        return []
    lists = page.lists
    if (
        not found
        or not found[0].plain.startswith(lists.persons)
        or found[0].plain in lists.persons
        or not found[0].plain.endswith(("а", "я", "ы", "и", "ого", "иці", "ки"))
        or any(lists.cue_pattern.fullmatch(w.text) for w in found)
    ):
        return []
    return found


def around(page: Page, start: int, cue: int, behind: int, end: int) -> list[Range]:
    """A sentence without the cue and source inside it: what stands before and what stands behind.

    Where a verb of saying and "that" stand ahead, the words before them are no part of it.
    """
    text, lists = page.text, page.lists
    begin = start
    for that in islice(re.finditer(rf",\s+(?:{lists.that}),?\s", text[start:cue], re.IGNORECASE), CUES):
        if lists.cue_pattern.search(text, begin, start + that.start()):
            begin = start + that.end()
    while (
        lead := re.match(r"(?:а|но|и|при этом|однако|та|але|проте|і)\s", text[begin:cue], re.IGNORECASE)
    ) and begin == start:
        if len(text[begin:cue].split()) > 2:
            break
        begin += lead.end()
    pieces = [page.clean(begin, tail(page, begin, cue)), page.clean(behind, tail(page, behind, end))]
    return [p for p in pieces if p is not None]
