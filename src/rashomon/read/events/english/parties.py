"""The parties around an act: which words name someone, and which of them it is done to."""

from __future__ import annotations

from rashomon.read.events.english.lexicon import entries, people
from rashomon.read.events.english.line import (
    BREAKS,
    CLAUSES,
    DAYS,
    DETERMINERS,
    MODALS,
    MONTHS,
    PRONOUNS,
    adverb,
)
from rashomon.read.events.english.phrases import phrase_after, span
from rashomon.read.events.line import Line
from rashomon.read.events.parties import NO_PARTY, Named
from rashomon.records import Range

Phrase = tuple[int, int]

AIMED = frozenset("on against at with to from into upon toward towards between for over of".split())
"""Words before the one an act is done to, where there is no plain object."""


NO_OWNER = frozenset({*DAYS, *MONTHS, "the", "a", "an", "in", "after", "no", "two", "one"})


def party(line: Line, where: Range | None, named: Named) -> bool:
    """Whether words name someone who acts: a name, or a noun for people, bodies and what is theirs."""
    if where is None:
        return False
    if names_party(where, named):
        return True
    inside = [k for k, (s, e) in enumerate(line.at) if where[0] <= s and e <= where[1]]
    return any(
        line.low[k] in people() or (k and line.raw[k][:1].isupper() and line.low[k] not in NO_OWNER)
        for k in inside
    )


def names_party(span_: Range, named: Named) -> bool:
    return any(m.kind not in NO_PARTY for m in named.between(span_[0], span_[1] + 2))


_ABSTRACT = frozenset(
    "withdrawal removal release end resignation return demand demands call calls appeal appeals request offer proposal plan plans "
    "efforts effort decision decisions policy policies admission suppression invitation truce ceasefire talks meeting agreement "
    "accord deal resolution aid assistance help sanctions information investigation relations ties support leader leaders "
    "leadership extension formula visit territory access dispute concessions curfew execution arrest killing release lifting threat "
    "claims crimes rights commitment imposition establishment recognition use attack attacks program programme reforms".split()
)
"""Heads of phrases that are no party themselves: whose they are is looked for in the phrase or right behind it."""


def _head(line: Line, phrase: Phrase) -> int:
    """The head of a noun phrase: its last word before "of"."""
    first, last = phrase
    for k in range(first, last + 1):
        if line.low[k] == "of" and k > first:
            return k - 1
    return last


def eventful(word: str) -> bool:
    return any(not e.verb and e.category and not e.rest for e in entries().get(word, ()))


def party_of(line: Line, phrase: Phrase, ceiling: int, named: Named) -> Range | None:
    """The party a phrase tells: itself, or whose it is where its head is a thing ("the withdrawal of Serbian forces")."""
    first, last = phrase
    head = _head(line, phrase)
    if line.low[first] in PRONOUNS and first == last:
        return None
    if line.low[head] not in _ABSTRACT and not eventful(line.low[head]):
        return span(line, phrase)
    inside = [m for m in named.between(*line.span(first, last)) if m.kind not in NO_PARTY]
    for k in range(first + 1, head + 1):
        if line.low[k] == "'s":
            return line.span(first, k - 1)
    if head < last:
        rest = phrase_after(line, head + 2, last + 1)
        if rest:
            return span(line, rest)
    if inside:
        return inside[0].start, inside[0].end
    behind = after_word(
        line,
        last + 1,
        min(ceiling, last + 8),
        {"by", "from", "with", "against", "on", "to", "for", "between", "in"},
    )
    if behind and (not eventful(line.low[behind[1]])):
        return span(line, behind)
    return None


def past_verb(line: Line, k: int, ceiling: int) -> int:
    """Behind a small word; behind "to", past a verb: "to [convince] the council"."""
    infinitive = (
        line.low[k] == "to"
        and k + 2 < ceiling
        and line.raw[k + 1][:1].islower()
        and line.low[k + 1] not in DETERMINERS
        and (
            line.low[k + 2] in DETERMINERS
            or line.raw[k + 2][:1].isupper()
            or any(e.verb and "b" in e.form for e in entries().get(line.low[k + 1], ()))
        )
    )
    return k + 1 + infinitive


def after_word(line: Line, k: int, ceiling: int, words: set[str]) -> Phrase | None:
    """The noun phrase behind the nearest of some small words, in the same clause."""
    stop = min(ceiling, k + 14)
    while k < stop:
        word = line.low[k]
        if word in BREAKS and word not in '()“”"':
            return None
        if word in words and k + 1 < stop:
            if line.low[k + 1] in DAYS or line.low[k + 1] in {"least", "dawn", "noon"}:
                k += 1
                continue
            return phrase_after(line, past_verb(line, k, ceiling), ceiling)
        if (
            word in CLAUSES - {"as"}
            or word in MODALS
            or (word == "," and k + 1 < stop and line.low[k + 1] not in words)
        ):
            return None
        k += 1
    return None


def object_of(line: Line, k: int, ceiling: int, named: Named) -> Range | None:
    """The object right behind a verb, or behind the small word that stands there."""
    phrase = phrase_after(line, k, ceiling)
    if phrase is None:
        return aimed_at(line, k, ceiling, named)
    return party_of(line, phrase, ceiling, named)


def aimed_at(line: Line, k: int, ceiling: int, named: Named) -> Range | None:
    while k < ceiling and (
        adverb(line.low[k])
        or (
            line.low[k] in {"on", "that"}
            and k + 1 < ceiling
            and (line.low[k + 1] in DAYS or line.low[k] == "that")
        )
    ):
        k += 1
    if line.low[k : k + 3] == ["in", "front", "of"]:
        k += 2
    if k < ceiling and (line.low[k] in AIMED or line.low[k] == "outside"):
        phrase = phrase_after(line, past_verb(line, k, ceiling), ceiling)
        return party_of(line, phrase, ceiling, named) if phrase else None
    if k < ceiling and k and line.low[k - 1] == "that":
        phrase = phrase_after(line, k, ceiling)
        return party_of(line, phrase, ceiling, named) if phrase else None
    return None


def behind_small_word(
    line: Line, k: int, ceiling: int, named: Named, doer: Range | None, *, where: bool = True
) -> Range | None:
    """The nearest phrase with a party's name behind a small word: "sent grain [to Chad]"; where one acted, last.

    ``where``: whether "in" and "near" may tell it.
    """
    lesser: Range | None = None
    stop = min(ceiling, k + 24)
    while k < stop:
        word = line.low[k]
        if (word in BREAKS and word not in '()“”"-–') or word in CLAUSES - {"as", "that"}:
            break
        if word in AIMED or word in {"by", "in", "near"}:
            phrase = phrase_after(line, past_verb(line, k, ceiling), ceiling)
            if (
                phrase
                and names_party(span(line, phrase), named)
                and span(line, phrase) != doer
                and line.low[phrase[0]] not in DAYS
            ):
                if word not in {"in", "near"}:
                    return span(line, phrase)
                lesser = lesser or span(line, phrase)
        k += 1
    return lesser if where else None


def nearest(line: Line, k: int, ceiling: int, named: Named, doer: Range | None) -> Range | None:
    """The first name of a party behind the verb in its clause."""
    stop = k
    while (
        stop < ceiling
        and stop - k < 16
        and line.low[stop] not in BREAKS
        and line.low[stop] not in CLAUSES - {"that", "as"}
    ):
        stop += 1
    if stop <= k:
        return None
    inside = named.between(line.at[k][0], line.at[stop - 1][1])
    parties = [
        (m.start, m.end)
        for m in inside
        if m.kind not in NO_PARTY and (doer is None or not (doer[0] <= m.start < doer[1]))
    ]
    return parties[0] if parties else None
