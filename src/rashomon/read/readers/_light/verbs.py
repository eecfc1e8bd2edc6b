"""Verbs of saying with a speaker: "Мэр заявил, что …", "«…», — сказала она", "Об этом сообщил мэр"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.read.languages.lists import act_of
from rashomon.read.readers._light.according import around
from rashomon.read.readers._light.contents import said_after, said_before
from rashomon.read.readers._light.page import Page
from rashomon.read.readers._light.phrases import is_plural_verb
from rashomon.read.readers._light.sources import after, before
from rashomon.records import Attribution, Range

_NEAR = 200
"""Characters before a cue that are searched for what stands with it."""


def verb(
    page: Page, index: int, match: re.Match[str], since: int, holes: Sequence[Range], last: Attribution | None
) -> Attribution | None:
    """The attribution of one cue; ``last`` is that of the cue before it in the sentence."""
    text, lists = page.text, page.lists
    start, end = page.sentences[index]
    act, cue, word = act_of(match), match.span(), match.group()
    left = text[max(start, cue[0] - _NEAR) : cue[0]]
    negated = False
    if act != "declines" and (negation := re.search(rf"(?<!\w)(?:{lists.negation})\s+$", left, re.I)):
        negated = not word.casefold().startswith("не ")
        cue = (cue[0] - len(left) + negation.start(), cue[1])
        left = left[: negation.start()]
    if re.match(r"\s+(?:ли|чи)\s", text[cue[1] : end]):
        return None
    whole = cue[0] - start <= _NEAR
    if act == "denies" and re.search(rf"(?<!\w)(?:{lists.partly})\s+$", left, re.I):
        act = "partly_denies"
    if word.casefold().startswith("не "):
        negated = act not in {"declines", "doubts", "believes"}
    if back := lists.this_pattern.search(left):
        # "Об этом сообщил мэр": the words are those of the sentence before, or those behind a colon.
        source = after(page, cue[1], end, word) or before(
            page, start, cue[0] - len(left) + back.start(), word
        )
        if source is not None and whole and not left[: back.start()].strip(" ,—"):
            content = (
                said_after(page, index, max(source[1], cue[1]), act, word)
                if ":" in text[cue[1] : end]
                else []
            )
            if not content and index:
                content = [page.sentences[index - 1]]
            return page.made(source, [cue], content, act, negated) if content else None
    bare = left.rstrip()
    if re.search(r"(?:^|[\s,])(?:как|як)$", bare.casefold()):
        # "Как сообщил мэр, …" · "…, как заявил мэр, …"
        source = after(page, cue[1], end, word)
        opening = cue[0] - len(left) + max(0, len(bare) - 3)  # "как", or "як" and the space ahead of it
        content = around(page, start, opening, _past(page, holes, source[1], end), end) if source else []
        return page.made(source, [cue], content, act, negated) if source and content else None
    that = lists.that_pattern.match(text, cue[1], end)
    # Behind a closing mark only when the quote is speech: in "Профсоюз «Причал» потребовал" it is a name.
    closes = bare[-1:] in tuple('»”“"') and any(
        q[1] == cue[0] - (len(left) - len(bare)) for q in page.quotes_in(start, cue[0])
    )
    trailing = closes or bare.endswith((",", "—", "–", "-"))
    if trailing and not (that and that["that"]) and not text[cue[1] : end].lstrip().startswith(":"):
        source = after(page, cue[1], end, word) or _close_before(page, start, cue[0], word)
        gerund = re.search(r"(?:в|вши|я|ючи)$", word.casefold()) and word.casefold().endswith(lists.gerunds)
        if source is not None or page.quotes_in(start, cue[0]):
            forward = last is None or (last.content[:1] and last.content[0][0] > last.cue[0][0])
            content = said_before(
                page, index, start if forward else since, cue[0], max(cue[1], source[1] if source else 0)
            )
            if content and not (gerund and source is None):
                return page.made(source, [cue], content, act, negated)
    return _forward(page, index, cue, word, act, negated, since, holes, last)


def _forward(
    page: Page, index: int, cue: Range, word: str, act: str, negated: bool, since: int,
    holes: Sequence[Range], last: Attribution | None,
) -> Attribution | None:  # fmt: skip
    """Source, cue and content in this order, or "Про обыски сообщила полиция"."""
    text, lists = page.text, page.lists
    start, end = page.sentences[index]
    gerund = word.casefold().split()[0].endswith(lists.gerunds)
    shared = last is not None and bool(last.source) and _shares(page, last, cue, word)
    source = None if gerund or shared else before(page, max(start, since), cue[0], word, holes)
    behind = cue[1]
    if source is None and gerund:
        source = last.source[0] if last and last.source and last.source[0][1] <= cue[0] else None
        source = source or _opening(page, start, _clause(text, start, cue[0]))
    if source is None and shared and last is not None:
        source = last.source[0]
    if source is None and not gerund:
        source = after(page, cue[1], end, word)
        behind = source[1] if source else behind
    if source is None or (source[0] < cue[0] and page.quoted(source[0])):
        return None
    content = said_after(page, index, behind, act, word)
    if not content and behind > cue[1]:
        about = re.match(rf"\W*(?:{lists.about})\s", text[start : cue[0]], re.IGNORECASE)
        piece = page.clean(start, cue[0]) if about else None
        content = [piece] if piece else []
    if not content and act == "declines":
        led = page.clean(max(start, since), source[0])
        content = [led] if led and led[1] - led[0] > 12 and source[0] < cue[0] and _asked(text, led) else []
    if act == "asserts" and content and re.match(lists.plain, word, re.IGNORECASE):
        said = text[slice(*content[-1])]
        if re.search(rf"(?<!\w)(?:{lists.lies})(?!\w)", said, re.IGNORECASE):
            act = "denies"
    if not content and act not in {"declines", "retracts"}:
        return None
    cues = [cue]
    if content and re.match(lists.heavy, word, re.IGNORECASE):
        cues, content = _split_cue(page, cue, content)
        if not cues or not content:
            return None
    return page.made(source, cues, content, act, negated)


def _split_cue(page: Page, cue: Range, content: list[Range]) -> tuple[list[Range], list[Range]]:
    """The noun that makes a cue of a verb: "возложил | на мэра | ответственность | за пожар"."""
    noun = re.search(rf"(?<!\w)(?:{page.lists.weights})(?!\w)", page.text[content[0][0] : content[0][1]])
    if noun is None:
        return [], content
    start, end = content[0]
    pieces = [page.clean(start, start + noun.start()), page.clean(start + noun.end(), end)]
    return [cue, (start + noun.start(), start + noun.end())], [p for p in pieces if p is not None]


def _asked(text: str, led: Range) -> bool:
    """Whether the words ahead of "отвечать не стал" are the question left unanswered."""
    return re.match(r"(?:на|о|об|про|назв|назив|раскр|розкр)", text[led[0] : led[1]].casefold()) is not None


def _clause(text: str, start: int, end: int) -> int:
    """The comma before a gerund's clause."""
    comma = text.rfind(",", start, end)
    return comma if comma > start else end


def _opening(page: Page, start: int, end: int) -> Range | None:
    """The subject that opens a sentence, ahead of its verb: "Лис уехала из города, заявив, что …"."""
    from rashomon.read.readers._light.phrases import words
    from rashomon.read.readers._light.sources import subject

    inner = words(page, start, min(end, start + _NEAR))
    first = next(
        (
            i
            for i, w in enumerate(inner)
            if w.stop
            or (
                re.search(r"(?:л|ла|ло|ли|ет|ют|ит|ят|в|є|ють|ить|ять)(?:ся|сь|й)?$", w.plain)
                and w.text.islower()
                and not page.lists.is_role(w.text)
            )
        ),
        len(inner),
    )
    return subject(inner[:first], page.lists, plural=False) or subject(inner[:first], page.lists, plural=True)


def _shares(page: Page, last: Attribution, cue: Range, word: str) -> bool:
    """Whether a verb goes with the subject of the one before: "сказал … и добавил", "…, но признал"."""
    before_it = page.text[max(0, cue[0] - 30) : cue[0]].casefold()
    one, other = (is_plural_verb(w, page.lists) for w in (page.text[slice(*last.cue[0])], word))
    return (
        one == other
        and re.search(
            r"(?:,|\s)(?:и|а также|но|однако|а|і|й|та|а також|але|проте)(?:\s+(?:также|також|при этом|затем|потом|вновь|знову|теж|тоже|лишь|лише))?\s+(?:не\s+)?$",
            before_it,
        )
        is not None
    )


def _past(page: Page, holes: Sequence[Range], at: int, end: int) -> int:
    """Behind what tells of the saying itself: "Как пишет газета со ссылкой на мэра, …", "… в среду, …"."""
    for s, e in holes:
        if at <= s <= at + 2:
            return e
    aside = re.match(r"\s+([\w-]+)[^,.:;]{0,80},", page.text[at:end])
    if aside and (aside[1].casefold() in page.lists.prepositions or page.lists.is_adverb(aside[1])):
        return at + aside.end()
    return at


def _close_before(page: Page, start: int, cue: int, word: str) -> Range | None:
    """ "— Лис сказала": the source between dash and cue, when the cue does not stand right behind the
    dash."""
    dash = max(page.text.rfind(d, start, cue) for d in "—–,")
    return before(page, dash + 1, cue, word) if dash >= start and page.text[dash + 1 : cue].strip() else None
