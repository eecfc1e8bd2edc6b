"""Noun phrases and clauses without a parse: where a subject lies before a verb, and an object behind it."""

from __future__ import annotations

from functools import cache

from rashomon.read.events.english.lexicon import entries, people
from rashomon.read.events.english.line import (
    BE,
    BREAKS,
    CLAUSES,
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
from rashomon.read.events.line import Line
from rashomon.read.languages import en

_PLACES = frozenset(
    "in at near from on outside inside with during after before over under across through by against for to into amid throughout without despite".split()
)
_LEADING = (
    DETERMINERS - {"no", "several", "many", "most", "few", "some", "more", "whose", "what", "'s"}
) | frozenset("and but or also both then".split())
LONGEST = 18
"""Words of a noun phrase at most."""
_PARTICLES = frozenset("up out off down back away ahead".split())
_VERBS = BE | HAVE | MODALS | DO | frozenset({"according", "citing", "quoting"})
_ABOUT = (
    ("up", "to"),
    ("at", "least"),
    ("more", "than"),
    ("as", "many", "as"),
    ("fewer", "than"),
    ("about",),
    ("around",),
    ("over",),
    ("nearly",),
    ("almost",),
    ("some",),
    ("an", "estimated"),
)


def past_about(line: Line, k: int) -> int:
    """The word behind "up to", "about" and their like before a number, else ``k`` itself."""
    for words in _ABOUT:
        at = k + len(words)
        if (
            tuple(line.low[k:at]) == words
            and at < len(line)
            and (line.low[at][0].isdigit() or line.low[at] in _COUNTED)
        ):
            return at
    return k


_COUNTED = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty dozen hundred thousand hundreds thousands tens a half".split()
)


@cache
def _finite() -> frozenset[str]:
    """Past and third-person forms of verbs that report: a subject does not reach back over them."""
    return frozenset(
        f for f, lemma in en.lemmas().items() if lemma in en.SPEECH and f != lemma and not f.endswith("ing")
    ) - {
        "read",
        "reports",
        "claims",
        "demands",
        "answers",
        "notes",
        "charges",
        "comments",
        "posts",
        "reads",
        "texts",
        "cables",
    }


def reports(line: Line, k: int) -> bool:
    """Whether a word is a verb that says who speaks ("said")."""
    return line.low[k] in _finite() and line.raw[k][:1].islower()


def clause_start(line: Line, i: int, floor: int = 0) -> int:
    """The first word of the clause in which the word ``i`` stands, as far as marks and small words tell."""
    k = i - 1
    inside = 0
    while k >= floor:
        word = line.low[k]
        if word == ")":
            inside += 1
        elif word == "(":
            inside -= 1
            if inside < 0:
                return k + 1
        elif (
            not inside
            and (word in BREAKS or word in CLAUSES or k in line.verbs or word in _VERBS or reports(line, k))
        ) or (not inside and word == "," and not _listing(line, k, i)):
            return k + 1
        k -= 1
    return floor


def _listing(line: Line, comma: int, i: int) -> bool:
    """Whether a comma parts the members of a list of names ("Chad, Niger and Mali")."""
    return (
        comma > 0
        and line.raw[comma - 1][:1].isupper()
        and comma + 1 < i
        and line.raw[comma + 1][:1].isupper()
        and line.low[comma - 1] not in DAYS
        and "and" in line.low[comma + 1 : comma + 8]
        and "and" in line.low[comma + 1 : i]
    )


def subject(line: Line, start: int, floor: int = 0) -> tuple[int, int] | None:
    """First and last word of the subject of a verb group that begins at ``start``; ``None`` where there is none."""
    end = _skip_times(line, start - 1, floor)
    if end < floor:
        return None
    if line.low[end] in {"who", "which", "that"} and end - 1 >= floor:
        end -= 1
        if line.low[end] == ",":
            end -= 1
        nearest = end
        while nearest > floor and end - nearest < LONGEST and line.low[nearest] not in _PLACES:
            nearest -= 1
        return _phrase_before(line, end, max(floor, nearest + (line.low[nearest] in _PLACES)))
    if line.low[end] == ",":
        return _past_aside(line, end, floor)
    if line.low[end] in {"and", "or", "but", "then"}:
        return None
    return _phrase_before(line, end, floor)


def _of(line: Line, k: int) -> bool:
    return line.low[k + 1 : k + 2] == ["of"]


def _past_aside(line: Line, comma: int, floor: int) -> tuple[int, int] | None:
    """The phrase before an aside between commas: "Lund, a former minister, resigned"."""
    k = comma - 1
    while k >= floor and line.low[k] != "," and line.low[k] not in BREAKS and comma - k < 30:
        k -= 1
    if k >= floor and line.low[k] == "," and k > floor:
        return _phrase_before(line, k - 1, floor)
    return None


def _skip_times(line: Line, end: int, floor: int) -> int:
    """The last word before words of time and manner: "the army on Tuesday" ends at "army"."""
    while end >= floor:
        word = line.low[end]
        if word == ")":
            depth = end
            while depth > floor and line.low[depth] != "(":
                depth -= 1
            if line.low[depth] != "(":
                return end
            end = depth - 1
        elif (adverb(word) and not (word in {"here", "there"} and end == floor)) or (
            (
                word in {"on", "late", "early", "since", "this", "of", "by"}
                and end + 1 < len(line)
                and line.low[end + 1] in DAYS
            )
            or (
                word in {"this", "the", "at"}
                and end + 1 < len(line)
                and line.low[end + 1] in {"week", "morning", "month", "year", "night", "evening", "last"}
            )
        ):
            end -= 1
        elif (word.isdigit() and end > floor and line.low[end - 1] in MONTHS) or (
            word in MONTHS
            and end > floor
            and (line.low[end - 1] in {"last", "on", "in"} or line.low[end - 1].isdigit())
        ):
            end -= 2
        elif (
            word == "on"
            and end + 1 < len(line)
            and (line.low[end + 1] in MONTHS or line.low[end + 1].isdigit())
        ):
            end -= 1
        else:
            return end
    return end


def _phrase_before(line: Line, end: int, floor: int) -> tuple[int, int] | None:
    """The subject that ends at or before a word, without what stands behind it ("police in the capital")."""
    if end < floor:
        return None
    start = clause_start(line, end + 1, floor)
    start = max(start, end - 3 * LONGEST)
    while start <= end and (
        (line.low[start] in _LEADING and not _of(line, start))
        or (adverb(line.low[start]) and not line.raw[start][:1].isupper())
        or line.low[start] in {",", "'s"}
    ):
        start += 1
    start = past_about(line, start) if start <= end else start
    if start <= end and line.low[start] in PREPOSITIONS:
        return None
    last = start
    for k in range(start + 1, end + 1):
        word = line.low[k]
        if word in _PLACES and not (
            word == "for" and line.raw[k + 1 : k + 2] and line.raw[k + 1][:1].isupper()
        ):
            break
        if word in {
            "(",
            "based",
            "loyal",
            "armed",
            "angered",
            "operating",
            "accused",
            "affiliated",
            "led",
            "using",
            "holed",
        } or (word == "," and not _listing(line, k, end)):
            break
        last = k
    while last > start and line.low[last] in PREPOSITIONS:
        last -= 1
    if start > end or not _noun_like(line, start, last):
        return None
    return start, last


def _noun_like(line: Line, first: int, last: int) -> bool:
    """Whether words before a verb are a noun phrase and not the rest of another clause ("needs", "long")."""
    words = line.low[first : last + 1]
    return (
        not people().isdisjoint(words)
        or words[0] in PRONOUNS
        or any(line.raw[k][:1].isupper() for k in range(max(first, 1), last + 1))
        or (first > 0 and line.low[first - 1] in _LEADING)
        or words[0][0].isdigit()
        or words[0] in _COUNTED
        or (
            first == 0
            and words[-1] not in PREPOSITIONS
            and not adverb(words[0])
            and words[0] not in {"how", "why", "what", "where"}
        )
    )


def phrase_after(line: Line, start: int, ceiling: int) -> tuple[int, int] | None:
    """First and last word of the noun phrase that begins here, words of time before it left out."""
    k = start
    while k < ceiling and (
        adverb(line.low[k])
        or (line.low[k] in {"(", "“", '"', "on"} and k + 1 < ceiling and line.low[k + 1] in DAYS)
        or line.low[k] in {"“", '"'}
    ):
        k += 1
    while k < ceiling and line.low[k] in _LEADING - {"and", "but", "or"} and not _of(line, k):
        k += 1
    k = past_about(line, k) if k < ceiling else k
    if k < ceiling and line.low[k] in _PARTICLES:
        k += 1
    if (
        k >= ceiling
        or line.low[k] in PREPOSITIONS
        or line.low[k] in BREAKS
        or line.low[k] in CLAUSES
        or line.low[k] in {",", "to", "and"}
    ):
        return None
    if line.low[k] in PRONOUNS:
        return k, k
    first = last = k
    while k < ceiling and k - first < LONGEST:
        word = line.low[k]
        if k > first and not _goes_on(line, k, ceiling):
            break
        if word not in {"of", "and", "the", "a", "an"} and word not in DETERMINERS:
            last = k
        k += 1
    return first, last


def _goes_on(line: Line, k: int, ceiling: int) -> bool:
    """Whether a noun phrase goes on with the word ``k``."""
    word = line.low[k]
    if word == "of":
        return True
    if word == "and":
        return k + 1 < ceiling and not _verbal(line.low[k + 1])
    if word in PREPOSITIONS or word in CLAUSES or word in BREAKS or word in {",", "to", "or", "but", "not"}:
        return False
    if k in line.verbs or word in _VERBS or reports(line, k):
        return False
    if adverb(word) and not line.raw[k][:1].isupper():
        return False
    if k and word.endswith("ed") and line.raw[k][:1].islower() and line.raw[k - 1][:1].isupper():
        return False  # "an attack on Dorva [shocked] many"
    return not (word in DAYS or _verbal(word))


def _verbal(word: str) -> bool:
    """Whether a word is a verb and no noun: a past form that the lexicon has, or one of reporting, or an -ing."""
    if word in _VERBS or word in _finite():
        return True
    known = entries().get(word, ())
    return any(e.verb and (e.form in {"p", "i"}) for e in known) and not any(
        not e.verb and e.category for e in known
    )


def span(line: Line, phrase: tuple[int, int]) -> tuple[int, int]:
    """The characters of a phrase, without a possessive at its end."""
    first, last = phrase
    if last > first and line.low[last] == "'s":
        last -= 1
    return line.span(first, last)
