"""Quotes before a verb of any kind: «Это ложь», — отрезал депутат. The dash says that someone spoke."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.read.readers._light.contents import said_before
from rashomon.read.readers._light.page import Page, touches
from rashomon.read.readers._light.sources import after
from rashomon.records import Attribution, Range

_BEHIND = re.compile(
    r"[,.!?…]?\s*[—–]\s+((?:[^\W\d_]+(?:л|ла|ло|ли|в|ет|ют|ит|ят|є|ить|ють|ять))(?:ся|сь)?)(?=\s)"
)


def quoting(page: Page, index: int, taken: Sequence[Range]) -> Iterator[Attribution]:
    """The quotes of a sentence that a dash, a verb outside the lists and a speaker follow."""
    start, end = page.sentences[index]
    for quote in page.quotes_in(start, end):
        match = _BEHIND.match(page.text, quote[1], end)
        if match is None or touches(taken, match.span(1)) or not match[1].islower():
            continue
        source = after(page, match.end(1), end, match[1])
        if source is None or page.text[match.end(1) : source[0]].strip():
            continue
        content = said_before(page, index, start, match.start(1), source[1])
        if content:
            yield page.made(source, [match.span(1)], content, "asserts")
