"""Names in a text by capital letters: Cyrillic or any script that has them, with a language's short lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.read.languages.lists import Lists
from rashomon.records import Kind, Mention, Range

_TOKEN = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_CHAIN = " \u00a0"


def capital(word: str) -> bool:
    return word[:1].isupper()


def runs(text: str, start: int, end: int, lists: Lists | None) -> list[Range]:
    """Runs of capital words in ``start:end``, split where one name ends and the next begins ("России | Анна
    Лис")."""
    tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    groups: list[list[Range]] = []
    for token in tokens:
        word = text[slice(*token)]
        if not capital(word):
            continue
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and text[last[1] : token[0]] in _CHAIN
            and text[last[1] : token[0]]
            and not _parted(text[slice(*last)], word, lists)
        ):
            groups[-1].append(token)
        else:
            groups.append([token])
    found: list[Range] = []
    for group in groups:
        found.extend(_persons_apart(text, group, lists))
    return found


def _parted(left: str, right: str, lists: Lists | None) -> bool:
    """Whether two capital words in a row belong to two names."""
    if lists is None:
        return False
    if left.isupper() != right.isupper() and len(left) > 1 and len(right) > 1:
        return True
    return lists.is_state(left) or lists.is_place(left) or (lists.is_role(left) and not right.isupper())


def _persons_apart(text: str, group: list[Range], lists: Lists | None) -> list[Range]:
    """Three or more words: the last two are the person, with a patronymic the last three ("Кремля | Иван
    Лесной")."""
    if lists is None or len(group) < 3:
        return [(group[0][0], group[-1][1])]
    words = [text[slice(*t)].casefold() for t in group]
    size = 3 if words[-2].endswith(lists.patronymics) else 2
    if len(group) == size:
        return [(group[0][0], group[-1][1])]
    return [(group[0][0], group[-size - 1][1]), (group[-size][0], group[-1][1])]


def names(text: str, sentences: Sequence[Range], lists: Lists | None) -> tuple[Mention, ...]:
    """Mentions: institutions by their wording, and capital runs that cannot be mere sentence heads.

    A word at the head of a sentence counts only when it stands capital elsewhere inside one, is a state or
    place, or has a second capital word with it.
    """
    taken: list[tuple[int, int, Kind]] = []
    if lists is not None:
        taken = [(m.start(), m.end(), "organisation") for m in lists.institution_pattern.finditer(text)]
    found: list[tuple[int, int, bool]] = []
    inner: Counter[str] = Counter()
    holes = iter(sorted(taken))
    hole = next(holes, None)
    for start, end in sentences:
        begin = start
        head = _TOKEN.search(text, begin, end)
        while head is not None and lists is not None and _function(head.group(), lists):
            # "В Москве", "После Минска": the sentence's capital letter is the small word's.
            begin = head.end()
            head = _TOKEN.search(text, begin, end)
            if head is not None and capital(head.group()):
                head = None
        for run in runs(text, begin, end, lists):
            while hole is not None and hole[1] <= run[0]:
                hole = next(holes, None)
            if hole is not None and run[0] < hole[1] and hole[0] < run[1]:
                continue
            first = (head is not None and run[0] == head.start()) or text[run[0] - 1 : run[0]] in '«„“"—'
            found.append((*run, first))
            if not first:
                inner[stem(text[slice(*run)])] += 1
    people = (text[s:e] for s, e, _ in found if kind_of(text[s:e], lists) == "person")
    surnames = {stem(name.rsplit(maxsplit=1)[-1])[:_SURNAME] for name in people}
    for start, end, first in found:
        word = text[start:end]
        kind = kind_of(word, lists)
        kind = "person" if kind == "other" and stem(word)[:_SURNAME] in surnames else kind
        known = " " in word or kind in {"state", "place"} or stem(word) in inner
        if (
            (not first or known)
            and len(word) > 1
            and not (first and lists is not None and lists.is_role(word))
        ):
            taken.append((start, end, kind))
        elif text[start - 1 : start] in tuple('«„“"') and text[end : end + 1] in tuple('»“”"'):
            taken.append((start, end, "organisation"))
    return tuple(Mention(start=s, end=e, text=text[s:e], kind=k) for s, e, k in sorted(taken))


def _function(word: str, lists: Lists) -> bool:
    plain = word.casefold()
    return plain in lists.prepositions or plain in lists.fillers or plain in lists.pronouns


_SURNAME = 6
"""Letters of two forms of a surname that agree ("Никифоров", "Никифорову"), where there are so many."""


def kind_of(name: str, lists: Lists | None) -> Kind:
    """A guess by the lists: state, place, person for two or three capital words, organisation for letters."""
    if lists is None:
        return "other"
    if lists.is_state(name):
        return "state"
    if lists.is_place(name):
        return "place"
    if name.isupper() and 2 <= len(name) <= 6:
        return "organisation"
    words = name.split()
    if 2 <= len(words) <= 3 and not any(w.isupper() and len(w) > 1 for w in words):
        return "person"
    return "other"


def stem(name: str) -> str:
    """A name without the endings that cases change: words without their last letters, at least three kept."""
    return " ".join(w[: max(3, len(w) - 2)] for w in name.casefold().split())
