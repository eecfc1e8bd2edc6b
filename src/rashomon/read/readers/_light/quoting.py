"""Verbs of any kind where the frame says that someone spoke: «Это ложь», — отрезал депутат; "Лис рассудил, что …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from rashomon.read.readers._light.according import CUES
from rashomon.read.readers._light.contents import said_after, said_before
from rashomon.read.readers._light.page import Page, touches
from rashomon.read.readers._light.sources import after, before
from rashomon.records import Attribution, Range

_BEHIND = re.compile(
    r"[,.!?…]?\s*[—–]\s+((?:[^\W\d_]+(?:л|ла|ло|ли|в|ет|ют|ит|ят|є|ить|ють|ять))(?:ся|сь)?)(?=\s)"
)


_THAT = re.compile(
    r"(?<![\w-])([^\W\d_]{2,}(?:л|ла|ло|ли|в|ет|ют|ит|ят|є|ить|ють|ять)(?:ся|сь)?),\s+(?=(?:что|що)\s)"
)


def with_that(page: Page, index: int, taken: Sequence[Range]) -> Iterator[Attribution]:
    """ "Лис рассудил, что …": a verb outside the lists that someone who can speak has before "that"."""
    start, end = page.sentences[index]
    for match in islice(_THAT.finditer(page.text, start, end), CUES):
        word = match[1].casefold()
        if (
            page.quoted(match.start())
            or touches(taken, match.span(1))
            or word.startswith(page.lists.knowing)
            or page.lists.is_role(word)
        ):
            continue
        source = before(page, start, match.start(), word)
        content = said_after(page, index, match.end(1), "asserts", word)
        if source is not None and content and not page.text[source[1] : match.start()].strip(" ,"):
            yield page.made(source, [match.span(1)], content, "asserts")


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
