"""Candidates for events in a line of words: entries of the lexicon that stand there as verb or as noun."""

from __future__ import annotations

from rashomon.read.events.english.lexicon import entries, plain
from rashomon.read.events.english.line import (
    BE,
    BREAKS,
    DAYS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    adverb,
)
from rashomon.read.events.found import Element, Entry, Found
from rashomon.read.events.line import Line

GAP = 6
"""Words that "~" may stand for."""
_BACK = 9
"""Words in which the object of a passive is looked for to its left."""
_TO = MODALS | DO | frozenset({"to", "let", "not", "help", "helped"})
_BEFORE_NOUN = (
    DETERMINERS
    | PREPOSITIONS
    | BE
    | frozenset(
        "new fresh further major latest recent mass deadly public open joint first second last next more former".split()
    )
)
_OPENS = DETERMINERS | PRONOUNS - {"who", "which", "i"}


def find(line: Line) -> list[Found]:
    """Candidates from left to right; no two share a word. A longer entry goes before a shorter one."""
    index = entries()
    found: list[Found] = []
    taken: set[int] = set()
    for i, word in enumerate(line.low):
        if i in taken or word not in index:
            continue
        for entry in index[word]:
            one = _matched(line, i, entry)
            if one is not None and taken.isdisjoint(one.used):
                taken.update(one.used)
                if entry.category:
                    found.append(one)
                break
    return found


def _matched(line: Line, i: int, entry: Entry) -> Found | None:
    if entry.verb:
        if not _as_verb(line, i, entry):
            return None
    elif entry.category and not entry.rest and not _as_noun(line, i):
        return None
    used = _forward(line, i, entry.rest)
    if used is not None:
        return Found(entry, i, used[-1], tuple(used))
    if entry.verb and "p" in entry.form and None in entry.rest:
        return _turned(line, i, entry)
    return None


def _forward(line: Line, i: int, rest: tuple[Element, ...]) -> list[int] | None:
    """Places of the words of an entry from its head on; the nearest word is taken behind each gap."""
    used, at, gap = [i], i + 1, False
    for element in rest:
        if element is None:
            gap = True
            continue
        end = min(len(line), at + (GAP + 1 if gap else 1))
        while at < end:
            if line.low[at] in element:
                break
            if line.low[at] == "," or (line.low[at] in BREAKS and line.low[at] not in '“"()-–'):
                return None
            at += 1
        else:
            return None
        used.append(at)
        at, gap = at + 1, False
    # "a strike on Monday" is no strike on anyone.
    if (
        rest
        and line.low[at - 1] == "on"
        and at < len(line)
        and (line.low[at] in DAYS or line.low[at] in MONTHS or line.low[at].isdigit())
    ):
        return None
    return used


def _turned(line: Line, i: int, entry: Entry) -> Found | None:
    """The match of a passive, whose object stands before it: "the talks were called off"."""
    cut = entry.rest.index(None)
    used = _forward(line, i, entry.rest[:cut])
    wanted = [e for e in entry.rest[cut:] if e is not None]
    if used is None or not wanted:
        return None
    left = i - 1
    while left >= 0 and (
        line.low[left] in BE or line.low[left] in HAVE or line.low[left] in MODALS or adverb(line.low[left])
    ):
        left -= 1
    passive = any(line.low[k] in BE for k in range(left + 1, i))
    if not passive and left != i - 1:
        return None
    places: list[int] = []
    for element in wanted:
        nearest = range(left, max(-1, left - (_BACK if passive else 1)), -1)
        hit = next((k for k in nearest if line.low[k] in element), None)
        if hit is None or any(line.low[k] in BREAKS for k in range(hit, left)):
            return None
        places.append(hit)
    return Found(entry, i, used[-1], tuple(sorted((*places, *used))), turned=True)


def _before(line: Line, i: int) -> int:
    """The place of the word before ``i``, past adverbs; -1 where there is none."""
    i -= 1
    while i >= 0 and adverb(line.low[i]):
        i -= 1
    return i


def _opens_object(line: Line, i: int) -> bool:
    """Whether a noun phrase may begin here that is an object: a determiner, name, number or pronoun."""
    if i >= len(line):
        return False
    word = line.low[i]
    return word in _OPENS or line.raw[i][:1].isupper() or word[0].isdigit() or word in _NUMBERS


_NUMBERS = frozenset(
    "two three four five six seven eight nine ten dozens scores hundreds thousands least about".split()
)


def _as_verb(line: Line, i: int, entry: Entry) -> bool:
    """Whether a word that may be a verb is one here."""
    b = _before(line, i)
    before = line.low[b] if b >= 0 else ""
    form = entry.form
    if line.raw[i][:1].isupper() and i > 0 and b >= 0 and line.raw[b][:1].islower() and form in {"b", "s"}:
        return before in _TO  # a name: "the Storm", "in Battle"
    if "p" in form and _past(line, i, before):
        return True
    if "b" in form:
        if before in _TO:
            return True
        if before in _BEFORE_NOUN or before in BREAKS:
            return before in BREAKS and b < i and i == 0
        if b < 0 or before in {"and", "or", ","} or not _plural(before):
            return False
        after = line.low[i + 1] if i + 1 < len(line) else "."
        return _opens_object(line, i + 1) or (
            before.endswith("s")
            and after[0].isalpha()
            and after not in PREPOSITIONS | BE | HAVE | MODALS
            and not verbal(after)
        )
    if form == "s":
        if before in _BEFORE_NOUN or before in _TO:
            return False
        if b < 0 or before in BREAKS or before in {"and", "or", ","}:
            return before in {"and", ","} and _opens_object(line, i + 1)
        return (
            _opens_object(line, i + 1)
            or (bool(entry.rest) and line.raw[b][:1].isupper())
            or (before in {"it", "he", "she", "who", "which", "that"})
            or (i + 1 < len(line) and line.low[i + 1] == "to")
        )
    if form == "i":
        after = line.low[i + 1] if i + 1 < len(line) else ""
        if before in DETERMINERS or (i and line.low[i - 1] == "'s"):
            return False
        return before in BE or (
            after not in {"and", "or"}
            and not (after in PREPOSITIONS and _noun_too(line.low[i]))
            and (
                _opens_object(line, i + 1)
                or bool(entry.rest)
                or before in {",", "and", "by", "for", "from", "of", "after", "before", "without"}
            )
        )
    return False


def _noun_too(word: str) -> bool:
    return any(not e.verb and e.category and not e.rest for e in entries().get(word, ()))


def verbal(word: str) -> bool:
    """Whether a word is a past form or an -ing that the lexicon has only as a verb."""
    known = entries().get(word, ())
    return any(e.verb and e.form in {"p", "i", "s"} for e in known) and not _noun_too(word)


def _past(line: Line, i: int, before: str) -> bool:
    """Whether a past form stands as verb, not before a noun as in "the wounded man"."""
    if before in BE or before in HAVE:
        return True
    if i and line.low[i - 1] in DETERMINERS - {
        "all",
        "each",
        "that",
        "both",
        "this",
        "these",
        "those",
        "many",
        "most",
        "several",
        "some",
    }:
        return False
    if before in PREPOSITIONS and before not in {"since", "after", "before", "as", "about", "like"}:
        # "on Tuesday attacked" has a day between; "of wounded men" has not.
        return _before(line, i) != i - 1
    return True


def _plural(word: str) -> bool:
    return word.endswith("s") or word in {
        "police",
        "people",
        "they",
        "we",
        "who",
        "you",
        "i",
        "militia",
        "guerrillas",
        "that",
        "troops",
    }


def _as_noun(line: Line, i: int) -> bool:
    """Whether a word that may be an event noun is one here, and not a verb or part of another noun."""
    b = _before(line, i)
    if b >= 0 and line.low[b] in (MODALS | DO):
        return False
    return not (i + 1 < len(line) and line.low[i + 1] in plain("carriers"))
