"""Words without a named speaker: "сообщается, что …", "был обвинён в …", "якобы", "говорят, что …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from rashomon.read.languages.lists import act_of
from rashomon.read.readers._light.according import CUES, around
from rashomon.read.readers._light.contents import said_after, said_before
from rashomon.read.readers._light.page import Page, touches
from rashomon.read.readers._light.sources import after, before
from rashomon.records import Attribution, Range

_PLURAL = "ли"


def impersonal(page: Page, index: int, taken: Sequence[Range]) -> Iterator[Attribution]:
    """ "Сообщается, что …", "В заявлении министерства говорится, что …", "Говорят, что …"."""
    text, lists = page.text, page.lists
    start, end = page.sentences[index]
    for match in islice(lists.impersonal_pattern.finditer(text, start, end), CUES):
        if page.quoted(match.start()) or touches(taken, match.span()):
            continue
        act, cue = act_of(match), match.span()
        left = text[start : cue[0]].rstrip()
        if as_ := re.search(r"(?:^|[\s,])(?:как|як)$", left.casefold()):
            source = after(page, cue[1], end, _PLURAL) if act == "asserts" else None
            content = around(page, start, start + as_.start(), source[1] if source else cue[1], end)
            if content:
                yield page.made(source, [cue], content, act)
            continue
        if left.endswith((",", "—", "–")) and act == "asserts":
            source = after(page, cue[1], end, _PLURAL)
            content = said_before(page, index, start, cue[0], source[1] if source else cue[1])
            if content and not text[cue[1] : end].lstrip().startswith((",", ":")):
                yield page.made(source, [cue], content, act)
                continue
        opens = not left.strip(' ,—–«»"') or left.endswith(
            (",", "—", "–", " и", " а", " но", " та", " й", " і")
        )
        if act == "hearsay" and not opens:
            continue
        source = before(page, start, cue[0], _PLURAL) if act == "asserts" and left else None
        behind = cue[1]
        if source is None and act == "asserts" and (source := after(page, cue[1], end, _PLURAL)):
            behind = source[1]
        content = said_after(page, index, behind, act, match.group())
        if content and content[0][0] >= cue[1]:
            yield page.made(source, [cue], content, act)


def accused(page: Page, start: int, end: int, taken: Sequence[Range]) -> Iterator[Attribution]:
    """ "Саввин был обвинён в растрате": who is accused and of what; the text leaves out by whom."""
    text = page.text
    for match in islice(page.lists.accused_pattern.finditer(text, start, end), CUES):
        if page.quoted(match.start()) or touches(taken, match.span()):
            continue
        if made := against(page, start, match.span(), end):
            yield made


def against(page: Page, start: int, cue: Range, end: int) -> Attribution | None:
    """An accusation without its accuser: what stands before it in the clause and "in …" behind it."""
    text, lists = page.text, page.lists
    behind = re.match(rf"\s+(?:{lists.objective})\s", text[cue[1] : end], re.IGNORECASE)
    clause = max(text.rfind(mark, start, cue[0]) for mark in ",;:—") + 1
    lead = page.clean(max(start, clause), cue[0])
    if behind is None or lead is None:
        return None
    stop = re.search(
        r";\s|,\s(?:а|но|однако|але|проте|сообща|пише|повідом|передаёт|передає)", text[cue[1] : end]
    )
    charge = page.clean(cue[1], cue[1] + stop.start() if stop else end)
    return page.made(None, [cue], [lead, charge], "accuses") if charge else None


def hearsay(page: Page, start: int, end: int, taken: Sequence[Range]) -> Iterator[Attribution]:
    """ "Задержанный якобы действовал …": a clause that someone, the text does not tell who, has said."""
    text = page.text
    for match in islice(page.lists.hearsay_pattern.finditer(text, start, end), 1):
        if page.quoted(match.start()) or touches(taken, match.span()):
            continue
        content = around(page, start, match.start(), match.end(), end)
        if content:
            yield page.made(None, [match.span()], content, "hearsay")
