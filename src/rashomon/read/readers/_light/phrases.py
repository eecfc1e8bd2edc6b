"""Words that can be a source, by their endings: where a phrase begins and ends, and whether it may speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.read.languages.lists import Lists
from rashomon.read.readers._light.page import Page
from rashomon.records import Range

_TOKEN = re.compile(r"[«„“\"][^«»„“”\"\n]{1,60}[»“”\"]|[^\W\d_][\w'’ʼ]*(?:-[\w'’ʼ]+)*|\d+|[^\w\s]")
REACH = 16
"""Words of a source at most: longer ones are a clause of their own."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a clause, or a name in quotation marks."""

    start: int
    end: int
    text: str
    plain: str
    first: bool
    """Whether it stands at the head of its sentence, where a capital letter tells nothing."""

    @property
    def named(self) -> bool:
        return self.text[:1] in tuple('«„“"')

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper() or self.named

    @property
    def stop(self) -> bool:
        return not self.named and not self.text[:1].isalnum()


def words(page: Page, start: int, end: int) -> list[Word]:
    """The words and marks of a range; a quote that holds speech is a mark."""
    found: list[Word] = []
    at = start
    while match := _TOKEN.search(page.text, at, end):
        token, stop = match.group(), match.end()
        if len(token) > 1 and not token[0].isalnum() and not page.is_name(match.span()):
            token, stop = token[0], match.start() + 1
        head = any(s == match.start() for s, _ in (_sentence(page, match.start()),))
        found.append(Word(match.start(), stop, token, token.casefold(), head))
        at = stop
    return found


def _sentence(page: Page, at: int) -> Range:
    """The range of the sentence around an offset, from its first word on (an emoji ahead is none)."""
    from bisect import bisect_right

    index = bisect_right(page.sentences, (at, len(page.text) + 1)) - 1
    start, end = page.sentences[max(0, index)] if page.sentences else (0, 0)
    lead = re.match(r"[^\w«„“\"]+", page.text[start : min(end, start + 20)])
    return start + (lead.end() if lead else 0), end


def speaks_plainly(word: Word, lists: Lists) -> bool:
    """Whether a word speaks whatever its ending is: a role or a pronoun."""
    return lists.is_role(word.text) or word.plain in lists.pronouns


def speaks(word: Word, lists: Lists) -> bool:
    """Whether a word can be what a source is about."""
    if word.named or lists.is_role(word.text):
        return True
    if word.plain in lists.pronouns:
        return word.plain not in lists.objects
    if word.plain in lists.possessives:
        return False
    if lists.is_adverb(word.text) or word.plain in lists.prepositions:
        return False
    return word.capital


def oblique(word: Word, lists: Lists) -> bool:
    """Whether its ending shows that it is no subject; a state's or place's name is taken as it stands."""
    if word.text.isupper() or word.named or word.plain in lists.pronouns:
        return False
    if word.capital and not lists.is_role(word.text):
        # A surname ends as it likes ("Громов", "Лесной"); the head of a sentence may be any word.
        unlike = ("ами", "ями", "ах", "ях", "ого", "ому", "у", "ю") + (
            ("е", "ом", "ем") if word.first else ()
        )
        full = word.plain.endswith(("ие", "ые", "ое", "ее"))
        return word.plain.endswith(unlike) and not full and len(word.plain) > 3
    return word.plain.endswith(lists.oblique)


def is_verb(word: Word, lists: Lists) -> bool:
    """Whether a word is surely a verb: it is one of saying, or a reflexive in the past."""
    if not word.text.islower() or lists.is_role(word.text):
        return False
    return word.plain.endswith(_REFLEXIVE) or lists.cue_pattern.fullmatch(word.plain) is not None


_REFLEXIVE = ("лся", "лась", "лось", "лись", "вся", "лася", "лося", "лися")


def is_plural(chosen: Sequence[Word], lists: Lists) -> bool:
    """Whether a subject can go with a verb in the plural."""
    head = next((w for w in chosen if speaks(w, lists)), None)
    if head is None:
        return False
    if any(
        w.plain in {"и", "та", "й", "і", "двое", "трое", "двоє", "троє", "несколько", "кілька", "ряд"}
        for w in chosen
    ):
        return True
    return head.text.isupper() or head.plain.endswith(lists.plural)


def heads(chosen: Sequence[Word], at: int, lists: Lists) -> bool:
    """Whether a source may begin here: a name, a role, a pronoun, or an adjective or "his" before a role."""
    word = chosen[at]
    if word.stop or lists.is_adverb(word.text) or word.plain in lists.prepositions:
        return False
    if (
        word.plain in lists.possessives
        or (word.plain.endswith(lists.adjectives) and not speaks_plainly(word, lists))
        or word.text.isdigit()
    ):
        following = chosen[at + 1 : at + 4]
        for other in following:
            if lists.is_role(other.text):
                return True
            if not (other.plain.endswith(lists.adjectives) or other.plain in lists.possessives):
                break
        if word.first and word.capital and following and following[0].capital:
            return True  # "Дмитрий Орлов": a name with the ending of an adjective
        if word.first or not word.capital:
            return (
                word.first and word.capital and len(chosen) == at + 1 and word.plain not in lists.possessives
            )
    return speaks(word, lists)


def _titled(chosen: Sequence[Word], at: int, lists: Lists) -> int:
    """Where a name begins with the nouns right before it, whatever they are: "повар Егор Лис"."""
    if at >= len(chosen) or not chosen[at].capital or chosen[at].named or at + 1 >= len(chosen):
        return at
    if not chosen[at + 1].capital:
        return at
    begin = at
    while begin and at - begin < 3 and _noun(chosen[begin - 1], lists):
        begin -= 1
    while begin < at and oblique(chosen[begin], lists):
        begin += 1
    return begin


def _noun(word: Word, lists: Lists) -> bool:
    return (
        word.text.islower()
        and word.text.isalpha()
        and len(word.text) > 2
        and not lists.is_adverb(word.text)
        and word.plain not in lists.prepositions
        and word.plain not in lists.pronouns
        and not word.plain.endswith(_VERBS)
        and not word.plain.endswith(lists.infinitives)
        and not is_verb(word, lists)
    )


_VERBS = (
    "ал",
    "ил",
    "ел",
    "ёл",
    "ул",
    "ыл",
    "ала",
    "ила",
    "ела",
    "ула",
    "ыла",
    "али",
    "или",
    "ели",
    "ло",
    "ав",
    "ив",
    "ів",
)
"""Ends of verbs in the past that stand before a name and are no title of it ("пришёл Егор Лис")."""


def trim(chosen: Sequence[Word], lists: Lists) -> list[Word]:
    """The words of a phrase from the first that may head it to the last before an adverb."""
    first = 0
    while first < len(chosen) and not heads(chosen, first, lists):
        first += 1
    first = _titled(chosen, first, lists)
    last = first
    while last < len(chosen) and not (
        chosen[last].stop
        or (last > first and is_verb(chosen[last], lists))
        or (last > first and (lists.is_adverb(chosen[last].text) and not chosen[last].capital))
    ):
        last += 1
    return list(chosen[first:last])


def may_speak(chosen: Sequence[Word], lists: Lists, plural: bool) -> bool:
    """Whether a trimmed phrase is a subject that speaks: its head in the nominative, and many for a verb of
    many."""
    if not chosen or len(chosen) > REACH:
        return False
    head = next((w for w in chosen if speaks(w, lists)), None)
    if head is None or head.plain in lists.objects:
        return False
    if head.first and not lists.is_role(head.text) and head.plain not in lists.pronouns and not head.named:
        # The head of a sentence: a name only if nothing but names follow ("Лис сказал", not "Новый закон требует").
        rest = chosen[chosen.index(head) + 1 :]
        if rest and not (rest[0].capital or lists.is_state(head.text) or lists.is_place(head.text)):
            return any(lists.is_role(w.text) for w in rest[:2]) and head.plain.endswith(lists.adjectives)
        if head.plain.startswith(lists.things):
            return False
    if oblique(head, lists):
        return False
    return not plural or is_plural(chosen, lists)


def is_plural_verb(cue: str, lists: Lists) -> bool:
    return any(word.endswith(lists.plural_verbs) for word in cue.casefold().split())
