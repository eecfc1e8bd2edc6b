"""Who says what in a text, by the short lists of its language: source, cue and content with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from rashomon.read.languages.lists import act_of
from rashomon.read.readers._light.according import CUES, according, owned
from rashomon.read.readers._light.headline import forwarded, headline
from rashomon.read.readers._light.page import Page, touches
from rashomon.read.readers._light.quoting import quoting, with_that
from rashomon.read.readers._light.splits import splits
from rashomon.read.readers._light.unsaid import accused, against, hearsay, impersonal
from rashomon.read.readers._light.verbs import verb
from rashomon.records import Attribution, Range

__all__ = ["Page", "sayings"]


def sayings(page: Page, title_end: int) -> tuple[Attribution, ...]:
    """Attributions of a text in the order of their content; ``speaker`` is left to ``speakers.fill``."""
    found: list[Attribution] = []
    for quote in page.spoken:
        found.extend(splits(page, quote))
    for index, (start, end) in enumerate(page.sentences):
        if index < 2 and (made := forwarded(page, start, end)):
            found.append(made)
        elif end <= title_end and (made := headline(page, start, end)):
            found.append(made)
            if made.content[0][0] > made.cue[0][0]:
                continue
            found.extend(a for a in _sentence(page, index) if a.cue[0][1] < made.cue[0][0])
        else:
            found.extend(_sentence(page, index))
    return tuple(sorted(found, key=lambda a: (a.start, a.end)))


def _sentence(page: Page, index: int) -> Iterator[Attribution]:
    """The attributions of one sentence: "according to" first, whose sources no verb may take."""
    start, end = page.sentences[index]
    made = list(owned(page, start, end))
    done: list[Range] = [a.cue[0] for a in made]
    beside: list[Attribution] = []
    for one, citing in according(page, start, end, done):
        (beside if citing else made).append(one)
        done.append((one.cue[0][0], one.source[0][1] if one.source else one.cue[0][1]))
    yield from made
    spoken = list(_verbs(page, index, done))
    yield from spoken
    for one in beside:
        yield _with_content(page, one, spoken)
    taken = done + [c for a in spoken for c in a.cue]
    for one in quoting(page, index, taken):
        taken.extend(one.cue)
        yield one
    for one in (*impersonal(page, index, taken), *accused(page, start, end, taken)):
        taken.extend(one.cue)
        spoken.append(one)
        yield one
    for one in with_that(page, index, taken):
        taken.extend(one.cue)
        yield one
    taken.extend(c for a in (*spoken, *made) for c in a.content)
    yield from hearsay(page, start, end, taken)


def _verbs(page: Page, index: int, done: list[Range]) -> Iterator[Attribution]:
    text, lists = page.text, page.lists
    start, end = page.sentences[index]
    since, last = start, None
    for match in islice(lists.cue_pattern.finditer(text, start, end), CUES):
        if page.quoted(match.start()) or touches(done, match.span()):
            continue
        made = verb(page, index, match, since, done, last)
        if made is None and act_of(match) == "accuses":
            made = against(page, start, match.span(), end) if _unowned(page, match.group()) else None
        if made is not None:
            yield made
            if made.source and re.fullmatch(lists.relatives, text[slice(*made.source[0])], re.IGNORECASE):
                continue  # "мэр, который обещал мост, сказал": the mayor is still to be found
            last = made
            since = max(since, match.end(), max((r[1] for r in made.source), default=0))


def _unowned(page: Page, word: str) -> bool:
    """Whether a verb stands in the plural, as it does where nobody is its subject ("его обвиняют в …")."""
    return word.casefold().endswith(page.lists.plural_verbs)


def _with_content(page: Page, one: Attribution, spoken: list[Attribution]) -> Attribution:
    """ "… сообщает газета со ссылкой на полицию": the content is that of the verb nearest by."""
    if not spoken:
        return one
    near = min(spoken, key=lambda a: abs(a.cue[0][0] - one.cue[0][0]))
    return page.made(one.source[0] if one.source else None, one.cue, near.content, one.act)
