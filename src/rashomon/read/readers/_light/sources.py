"""The words of a source on either side of a cue, and the name in them."""

from __future__ import annotations

import re

from rashomon.read.languages.lists import Lists
from rashomon.read.readers._light.names import capital, runs
from rashomon.records import Range

_TOKEN = re.compile(r"[^\W_][\w'’-]*|[^\w\s]")
_STOP = frozenset(',.;:—–«»"“”„()[]!?…')
_GERUND = re.compile(r"(?:[аеиіуюя]в|вши|вшись|[аеуия]я|яясь|ясь|ючи|ячи|чись|вшися)$")
"""Ends of the words that open a clause about the source ("…, отвечая на вопрос, …")."""
NEAR = 300
"""Characters looked at before a cue."""
_MARKED = re.compile(r"\s[«„“\"][^«»„“”\"\n]{1,60}[»“”\"]")
REACH = 14
"""Words of a source at most: longer ones are a clause of their own."""


def _tokens(text: str, start: int, end: int) -> list[Range]:
    return [(m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def before(text: str, start: int, end: int, lists: Lists) -> Range | None:
    """The source that ends right before a cue at ``end``, in the clause that begins at or after ``start``."""
    tokens = _tokens(text, max(start, end - NEAR), end)[-(REACH + 12) :]
    segments: list[list[Range]] = [[]]
    for token in tokens:
        if text[slice(*token)] in _STOP:
            segments.append([])
        else:
            segments[-1].append(token)
    for number, segment in enumerate(reversed(segments)):
        if not segment:
            continue
        first = text[slice(*segment[0])]
        if (
            len(segment) > 1
            and first.islower()
            and not lists.is_role(first)
            and (_GERUND.search(first) or re.fullmatch(lists.relatives, first))
        ):
            continue
        found = _phrase(text, segment, lists)
        if found is not None:
            return _with_marks(text, start, *found)
        # ", выступая в Варшаве," may stand between the two; a whole clause with its own verb may not.
        if number > 1 or any(lists.cue_pattern.fullmatch(text[slice(*t)]) for t in segment):
            return None
    return None


def _with_marks(text: str, begin: int, start: int, end: int) -> Range:
    """A name in quotation marks with them and the word before: агентство «Волна»."""
    if text[start - 1 : start] not in tuple('«„“"') or text[end : end + 1] not in tuple('»“”"'):
        return start, end
    lead = re.search(r"[\w-]+\s$", text[begin : start - 1])
    return (begin + lead.start() if lead else start - 1), end + 1


def after(text: str, start: int, end: int, lists: Lists) -> Range | None:
    """The source that begins right after a cue at ``start`` ("…, — сказала мэр Анна Лис в среду")."""
    segment: list[Range] = []
    for token in _tokens(text, start, min(end, start + 240)):
        word = text[slice(*token)].casefold()
        if word in _STOP or len(segment) >= REACH:
            break
        if word in lists.prepositions and segment:
            break
        segment.append(token)
    found = _phrase(text, segment, lists)
    if found is not None and (name := _MARKED.match(text, found[1], end)):
        return found[0], name.end()
    return found


def _phrase(text: str, segment: list[Range], lists: Lists) -> Range | None:
    """The part of a clause that can speak: from its first role or name to its last, cut at a preposition
    behind."""
    words = [text[slice(*t)] for t in segment]
    plain = [w.casefold() for w in words]
    # What trails behind a name: "… Лис | в среду", "… Лис | также".
    last = len(words)
    for i in range(len(words) - 1, 0, -1):
        if plain[i] in lists.prepositions and any(_speaks(w, lists) for w in words[:i]):
            if not any(capital(w) for w in words[:i]) and any(capital(w) for w in words[i:]):
                continue  # "представитель по вопросам обороны Анна Лис": the name is behind
            last = i
    while last and plain[last - 1] in lists.fillers:
        last -= 1
    heard = False
    for i in range(last):
        # "Комиссия | уже три года подряд": an adverb behind the name ends it.
        if heard and plain[i] in lists.fillers:
            last = i
            break
        heard = heard or _speaks(words[i], lists)
    first = last
    while first and (plain[first - 1] not in lists.prepositions or _inner(plain, first - 1, last, words)):
        first -= 1
    while first < last and not _heads(words, first, last, lists):
        first += 1
    if first >= last:
        return None
    chosen = words[first:last]
    if len(chosen) > REACH or not any(_speaks(w, lists) for w in chosen):
        return None
    if plain[first] in lists.objects:
        return None
    if plain[first] in lists.pronouns:
        return segment[first]
    return segment[first][0], segment[last - 1][1]


def _inner(plain: list[str], i: int, last: int, words: list[str]) -> bool:
    """Whether a preposition stands inside the source ("представитель совета по безопасности Анна Лис")."""
    return (
        plain[i] in {"по", "з", "із", "из", "с"}
        and 0 < i < last - 1
        and any(capital(w) for w in words[i + 1 : last])
    )


def _speaks(word: str, lists: Lists) -> bool:
    plain = word.casefold()
    return capital(word) or lists.is_role(word) or (plain in lists.pronouns and plain not in lists.objects)


def _heads(words: list[str], first: int, last: int, lists: Lists) -> bool:
    """Whether a source may begin with this word: a name, a role, a pronoun, or an adjective before a role."""
    word = words[first]
    if word.casefold() in lists.fillers or word.casefold() in lists.prepositions:
        return False
    if _speaks(word, lists):
        return True
    return (
        first + 1 < last
        and word.casefold().endswith(lists.adjectives)
        and (lists.is_role(words[first + 1]) or words[first + 1].casefold().endswith(lists.adjectives))
    )


def name_in(text: str, start: int, end: int, lists: Lists | None) -> str:
    """The speaker's name in a source: the last person in it, else all its words ("пресс-служба
    министерства")."""
    if marked := _MARKED.search(text[start:end]):
        return marked.group().strip(' «»„“”"')
    found = runs(text, start, end, lists)
    people = [r for r in found if _person(text[slice(*r)], lists)]
    if people and not _owned(text, start, people[-1]):
        return text[slice(*people[-1])]
    if lists is not None and len(found) == 1 and text[slice(*found[0])].count(" ") == 0:
        name = text[slice(*found[0])]
        lead = text[start : found[0][0]].split()
        tail = text[found[0][1] : end].strip()
        # "мэр Лис" is Лис; "пресс-служба Кремля", "глава МИД" and "власти Москвы" stay whole.
        surname = not (name.isupper() or lists.is_state(name) or lists.is_place(name))
        if lead and not tail and surname and len(lead) == 1 and not lists.institution_pattern.fullmatch(name):
            return name if not _genitive(lead[0]) else text[start:end]
    return text[start:end]


def _genitive(role: str) -> bool:
    """Whether a role takes a body behind it ("пресс-служба завода"), so the name behind it is not the
    speaker's."""
    return role.casefold().startswith(
        ("пресс-служб", "прес-служб", "пресслужб", "власт", "влад", "служб", "сторон", "офис")
    )


def _person(name: str, lists: Lists | None) -> bool:
    words = name.split()
    if lists is None:
        return 1 <= len(words) <= 4
    return (
        2 <= len(words) <= 3
        and not any((w.isupper() and len(w) > 1) or lists.is_state(w) or lists.is_role(w) for w in words)
        and not lists.institution_pattern.search(name)
    )


def _owned(text: str, start: int, run: Range) -> bool:
    """Whether the source is someone's or something's of that person ("адвокат Анны Лис")."""
    lead = text[start : run[0]].split()
    last = text[run[0] : run[1]].casefold()
    return (
        bool(lead)
        and not capital(lead[-1])
        and last.endswith(_OBLIQUE)
        and not last.endswith(("ова", "ева", "іна"))
    )


_OBLIQUE = ("ского", "ського", "ова ", "ого", "его", "ной", "ой", "ої")
"""Ends of genitive surnames that no nominative has; "-а" may be either case and is read as the person's
own."""
