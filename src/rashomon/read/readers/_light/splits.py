"""Quotes that hold their author's words inside one pair of marks: «Мы ушли, — сказал он. — Нас не ждали»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from rashomon.read.languages.lists import act_of
from rashomon.read.readers._light.page import Page
from rashomon.read.readers._light.sources import after, before
from rashomon.records import Attribution, Range

_IN = re.compile(r"[,!?…][»”\"]?\s+[—–-]\s+(?=\w)")
_OUT = re.compile(r"(?<=\w|»|”)[.,:]\s+[—–-]\s+(?=\w)")
_ANY = re.compile(r"[^\W\d_]+(?:л|ла|ло|ли|в|ет|ют|ит|ят|є|ить|ють|ять)(?:ся|сь)?(?=\s)")
_CLAUSE = 160


def splits(page: Page, quote: Range) -> Iterator[Attribution]:
    """The attribution of a quote that its author interrupts; at most one."""
    text, lists = page.text, page.lists
    start, end = quote
    for gap in islice(_IN.finditer(text, start, end), 4):
        stop = _OUT.search(text, gap.end(), min(end, gap.end() + _CLAUSE))
        cue = lists.cue_pattern.search(text, gap.end(), stop.start() if stop else gap.end())
        if stop is not None and cue is None:
            cue = _ANY.match(text, gap.end(), stop.start())
        if stop is None or cue is None or len(text[gap.end() : cue.start()].split()) > 4:
            continue
        bare = Page(text, page.sentences, [q for q in page.quotes if q != quote], lists)
        source = after(bare, cue.end(), stop.start() + 1, cue.group()) or before(
            bare, gap.end(), cue.start(), cue.group()
        )
        if source is None:
            continue
        keep = gap.start() + (text[gap.start()] != ",")
        act = act_of(cue) if cue.re is lists.cue_pattern else "asserts"
        yield page.made(source, [cue.span()], [(start, keep), (stop.end(), end)], act)
        return
