"""Names for the sources of a light reading: fullest and, where the document shows it, nominative."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rashomon.read.languages.lists import Lists
from rashomon.read.readers._light.forms import Forms
from rashomon.read.readers._light.naming import name_in
from rashomon.records import Attribution, Mention, Speaker

_SHE = re.compile(r"(?:ла|лась|лася)$")
_HE = re.compile(r"(?:л|лся|в|вся)$")
_WOMAN = ("ова", "ева", "ёва", "єва", "ина", "іна", "їна", "ая", "ська", "цька")
_BACK = 700
"""Characters before a pronoun in which its name is looked for."""
_PHRASE = re.compile(r"[^\W\d_][\w'’ʼ-]*")
Said = tuple[int, str, str]
"""Where someone spoke, the name, and ``he``, ``she`` or nothing by the verb's ending."""


def fill(
    text: str, found: Sequence[Attribution], mentions: Sequence[Mention], lists: Lists
) -> tuple[Attribution, ...]:
    """The attributions with ``speaker.text``: the name in the source in the fullest form of the document.

    A pronoun takes the last speaker or person that its gender allows, "the agency" the last body, "the minister"
    the last one with a name; a relative pronoun the words before it. A quote without a source takes the last
    speaker of the same or the last paragraph.
    """
    forms = Forms(mentions, _subjects(text, found, lists))
    people = _people(mentions, found)
    filled: list[Attribution] = []
    past: list[Said] = []
    for a in found:
        name = ""
        cue = text[slice(*a.cue[0])].casefold() if a.cue else ""
        if a.source:
            start, end = a.source[0]
            words = text[start:end].casefold()
            if words in lists.pronouns:
                name = _taken_up(text, start, words, cue, past, people, lists)
            elif re.fullmatch(lists.relatives, words):
                name = _ahead(text, start, mentions, lists)
            elif " " not in words and (body := _body(text, start, words, lists)):
                name = body
            else:
                name = forms.fullest(name_in(text, start, end, lists))
        elif a.form == "direct" and past and "\n\n" not in text[past[-1][0] : a.start].strip("\n"):
            name = past[-1][1]
        if name:
            past.append((a.end, name, "she" if _SHE.search(cue) else "he" if _HE.search(cue) else ""))
        filled.append(replace(a, speaker=Speaker(text=name)))
    return tuple(filled)


def _people(mentions: Sequence[Mention], found: Sequence[Attribution]) -> list[Mention]:
    """The people of a text, without those that are only spoken of inside what someone said."""
    spans = sorted(r for a in found for r in a.content)
    ends: list[int] = []
    for _, end in spans:
        ends.append(max(end, ends[-1] if ends else 0))
    starts = [s for s, _ in spans]
    out = []
    for m in mentions:
        at = bisect_left(starts, m.start + 1) - 1
        if m.kind == "person" and not (at >= 0 and ends[at] >= m.end):
            out.append(m)
    return out


def _taken_up(
    text: str, at: int, pronoun: str, cue: str, past: Sequence[Said], people: Sequence[Mention], lists: Lists
) -> str:
    who = lists.pronouns[pronoun]
    if who in {"he", "she"} and pronoun in {"я"}:
        return past[-1][1] if past else text[at : at + 1]
    nearest: tuple[int, str] = (-1, "")
    for end, name, gender in reversed(past):
        if end <= at and (who in {"they", "it"} or gender in {"", who}) and _fits(name, who, lists):
            nearest = (end, name)
            break
    if who in {"he", "she"}:
        last = bisect_left([m.end for m in people], at + 1)
        for m in reversed(people[:last]):
            if at - m.end > _BACK or m.end <= nearest[0]:
                break
            if _fits(m.text, who, lists) and " " in m.text:
                return m.text
    return nearest[1] or text[at : at + len(pronoun)]


def _fits(name: str, who: str, lists: Lists) -> bool:
    """Whether a name can be "he" or "she" by its endings; one that shows neither can."""
    if who not in {"he", "she"} or not name[:1].isupper():
        return True
    first, last = name.casefold().split()[0], name.casefold().split()[-1]
    if first in lists.men_in_a:
        return who == "he"
    woman = last.endswith(_WOMAN) or (" " in name and first.endswith(("а", "я")))
    man = " " in name and not woman and not first.endswith(("ь", "и", "і"))
    return not (man if who == "she" else woman)


def _ahead(text: str, at: int, mentions: Sequence[Mention], lists: Lists) -> str:
    """The words a relative pronoun goes back to: "береговой охраны, которая …"."""
    before = text[max(0, at - 120) : at].rstrip(" ,")
    name = next((m.text for m in reversed(mentions) if m.end <= at and before.endswith(m.text)), "")
    if name:
        return name
    chosen: list[str] = []
    for word in reversed(_PHRASE.findall(before)):
        plain = word.casefold()
        if plain in lists.prepositions or lists.cue_pattern.fullmatch(word):
            break
        if chosen and not plain.endswith(lists.adjectives):
            break
        chosen.insert(0, word)
    joined = " ".join(chosen)
    return joined if joined in text else ""


def _body(text: str, at: int, word: str, lists: Lists) -> str:
    """What "ведомство" or a lone "министр" stands for: the last body, or the last one of that role with a
    name."""
    generic = word.startswith(lists.generic)
    if not generic and not word.startswith(lists.persons):
        return ""
    begin = max(0, at - _BACK)
    best = ""
    for match in _PHRASE.finditer(text, begin, at):
        plain = match.group().casefold()
        if generic and plain.startswith(lists.bodies) and not plain.startswith(lists.generic[0]):
            if word.startswith(lists.generic[0]) or plain[:6] == word[:6]:
                best = _whole(text, match.start(), match.end(), at, lists) or best
        elif not generic and plain[: max(4, len(word) - 2)] == word[: max(4, len(word) - 2)]:
            named = re.match(
                r"(?:\s[\w'’ʼ«»-]+){0,3}?\s([А-ЯЁІЇЄҐ][\w'’ʼ-]+ [А-ЯЁІЇЄҐ][\w'’ʼ-]+)", text[match.end() : at]
            )
            best = named[1] if named else best
    return best


def _whole(text: str, start: int, end: int, limit: int, lists: Lists) -> str:
    """A body with the words that belong to it: "Министерство энергетики Лантарии"."""
    for _ in range(4):
        follow = re.match(r" ([^\W\d_][\w'’ʼ-]*)", text[end:limit])
        if follow is None:
            break
        plain = follow[1].casefold()
        if (
            plain in lists.prepositions
            or lists.cue_pattern.fullmatch(follow[1])
            or lists.is_adverb(follow[1])
            or not plain.endswith(lists.genitive)
            or plain.endswith(("ла", "ли", "ло", "лся", "лась", "лись", "лося", "лися", "ся", "ють", "ть"))
        ):
            break
        end += follow.end()
    return (
        text[start:end]
        if " " in text[start:end] or text[start:end].isupper() or text[start].isupper()
        else ""
    )


def _subjects(text: str, found: Sequence[Attribution], lists: Lists) -> list[str]:
    """Names that are the subject of a verb of saying, so in the nominative."""
    names: list[str] = []
    for a in found:
        if a.source and a.cue and lists.cue_pattern.fullmatch(text[slice(*a.cue[0])]):
            lead = text[max(0, a.source[0][0] - 3) : a.source[0][0]].strip().casefold()
            name = name_in(text, *a.source[0], lists)
            # "Пресс-служба Кремля" is no fuller form of "Кремль".
            if name.strip() and lead not in lists.prepositions and not lists.is_role(name.split()[0]):
                names.append(name)
    return names
