"""The speaker's name in the words of a source: the person, else the outlet in marks, else all the words."""

from __future__ import annotations

import re

from rashomon.read.languages.lists import Lists
from rashomon.read.readers._light.names import capital, runs
from rashomon.records import Range

_MARKED = re.compile(r"[«„“\"]([^«»„“”\"\n]{1,60})[»“”\"]")


def name_in(text: str, start: int, end: int, lists: Lists | None) -> str:
    """The last person in a source, else all its words ("пресс-служба министерства"); газета «Утро» is
    Утро."""
    source = text[start:end]
    marked = _MARKED.search(source)
    if marked and marked[1].strip() and marked.end() == len(source) and lists is not None:
        lead = source[: marked.start()].split()
        if not lead or (len(lead) == 1 and _outlet(lead[0], lists)):
            return marked[1]
    found = [r for r in runs(text, start, end, lists) if not marked or not _inside(r, marked, start)]
    if len(found) > 1 and re.search(r"[\w»]\s(?:и|і|й|та)\s", source):
        return source
    people = [r for r in found if _person(text[slice(*r)], lists)]
    if people and not _owned(text, start, people[-1], lists):
        return text[slice(*people[-1])]
    if lists is not None and len(found) == 1 and text[slice(*found[0])].count(" ") == 0 and not marked:
        name = text[slice(*found[0])]
        lead = text[start : found[0][0]].split()
        # "мэр Лис" is Лис; "пресс-служба Кремля", "глава МИД", "мэр Озёрска" and "власти Москвы" stay whole.
        if len(lead) == 1 and found[0][1] == end and _surname(lead[0], name, lists):
            return name
    if lists is not None and len(found) == 1 and found[0][0] == start and found[0][1] == end:
        # "Губернатор Лаврецкий" at the head of a sentence is one run of capitals.
        head, _, rest = text[start:end].partition(" ")
        if rest and " " not in rest and lists.is_role(head) and _surname(head, rest, lists):
            return rest
    return _paper(source, lists)


def _inside(run: Range, marked: re.Match[str], start: int) -> bool:
    return start + marked.start() <= run[0] and run[1] <= start + marked.end()


def _outlet(word: str, lists: Lists) -> bool:
    """Whether a word says what kind of body a name in marks is, in any case ("газета", "телеканала")."""
    plain = word.casefold()
    return any(plain.startswith(o[: max(4, len(o) - 2)]) and len(plain) <= len(o) + 3 for o in lists.outlets)


def _surname(role: str, name: str, lists: Lists) -> bool:
    """Whether a lone name behind a role is the person's own, not the place or body that the role is over."""
    if (
        name.isupper()
        or lists.is_state(name)
        or lists.is_place(name)
        or lists.institution_pattern.fullmatch(name)
    ):
        return False
    if not role.casefold().startswith(lists.persons) or role.casefold().startswith(("власт", "влад")):
        return False
    plain = name.casefold()
    return plain.endswith(lists.surnames) or plain[-1:] not in "аяиыуюіїеь"


def _person(name: str, lists: Lists | None) -> bool:
    words = name.split()
    if lists is None:
        return 1 <= len(words) <= 4
    return (
        2 <= len(words) <= 3
        and not any((w.isupper() and len(w) > 1) or lists.is_state(w) for w in words)
        and not lists.is_role(words[0])
        and not lists.institution_pattern.search(name)
    )


def _owned(text: str, start: int, run: Range, lists: Lists | None) -> bool:
    """Whether the source is someone's or something's of that person ("адвокат Анны Лис")."""
    lead = text[start : run[0]].split()
    last = text[run[0] : run[1]].casefold()
    if not lead or (capital(lead[-1]) and len(lead) > 1):
        return False
    # With the noun before it in the genitive too ("по словам адвоката Лесного") it is the person's own name.
    genitive = lead[-1].casefold().endswith(("а", "я", "у", "ю", "ого", "ы", "и")) and not lead[
        -1
    ].casefold().startswith(("глава", "голова"))
    return last.endswith(_OBLIQUE) and not genitive and not last.endswith(("ова", "ева", "іна"))


_OBLIQUE = ("ского", "ського", "ого", "его", "ной", "ої")
"""Ends of genitive surnames that no nominative has; "-а" may be either case and is read as the person's
own."""


def _paper(source: str, lists: Lists | None) -> str:
    """ "Заявлении министерства" is the ministry's."""
    head, _, rest = source.partition(" ")
    if (
        lists is not None
        and rest
        and head.casefold().startswith(lists.papers)
        and lists.is_role(rest.split()[0])
    ):
        return rest
    return source
