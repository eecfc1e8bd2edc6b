"""Headlines and posts: "Мэр: город готов", "Город готов — мэр Лис", "Переслано от «Берег»"."""

from __future__ import annotations

import re

from rashomon.read.languages.lists import Lists
from rashomon.read.readers._light.page import Page
from rashomon.read.readers._light.phrases import words
from rashomon.records import Attribution

_COLON = re.compile(r"([^:«\"„“.!?\n]{2,70}):\s+(?=\S)")
_DASH = re.compile(r"[,»\w)%]\s+([—–-])\s+([^—–:.!?\n]{2,70})$")


def headline(page: Page, start: int, end: int) -> Attribution | None:
    """The source before a colon or behind the last dash of a line that is a headline or a post."""
    text = page.text
    lead = re.match(r"[^\w«„“\"]+", text[start : min(end, start + 20)])
    begin = start + (lead.end() if lead else 0)
    if match := _COLON.match(text[begin:end]):
        said = match.group(1).rstrip()
        if len(said.split()) <= 8 and said[:1].isupper() and _can_speak(page, begin, begin + len(said)):
            colon = begin + match.end(1)
            content = page.clean(begin + match.end(), end)
            if content:
                return page.made(
                    (begin, begin + len(said)),
                    [(colon, colon + 1)],
                    [(content[0], _shut(text, content[1], end))],
                    "asserts",
                )
    if match := _DASH.search(text[begin:end]):
        source = begin + match.start(2), end - (end - begin - match.end(2))
        inner = words(page, *source)
        if len(inner) <= 8 and _can_speak(page, *source, behind=True):
            content = page.clean(begin, begin + match.start(1))
            if content:
                return page.made(
                    source, [(begin + match.start(1), begin + match.end(1))], [content], "asserts"
                )
    return None


def _shut(text: str, end: int, limit: int) -> int:
    """A content's end with the mark of a question that ``clean`` keeps anyway."""
    return min(end, limit) if text[end - 1 : end] else end


def _can_speak(page: Page, start: int, end: int, behind: bool = False) -> bool:
    """Whether a line's head or tail names who speaks: a role, a body, or nothing but a name."""
    lists = page.lists
    said = [w for w in words(page, start, end) if not w.stop]
    if not said or lists.cue_pattern.search(page.text, start, end) or _numbers(page.text[start:end]):
        return False
    if said[0].plain in lists.prepositions or said[0].plain in lists.fillers:
        return (
            said[0].plain in lists.places_of and len(said) > 1 and lists.is_role(said[1].text) and not behind
        )
    if lists.is_role(said[0].text) or lists.institution_pattern.match(page.text, start):
        return not said[0].plain.endswith(_oblique(lists))
    if len(said) > 1 and said[0].plain.endswith(lists.adjectives) and lists.is_role(said[1].text):
        return True
    if said[0].plain.startswith(lists.things):
        return False
    capital = [w.capital for w in said]
    if behind:
        return all(capital) and len(said) <= 3 and not oblique_name(said[-1].text, lists)
    # "Громов: …" and "Анна Лис: …", but not "Погода: …" or "Расписание: …", whose ending no surname has.
    return all(capital) and (
        len(said) > 1 or _surname(said[0].text, lists) or said[0].text.isupper() or said[0].named
    )


def _numbers(words: str) -> bool:
    return re.search(r"\d", words) is not None


def _oblique(lists: Lists) -> tuple[str, ...]:
    return tuple(e for e in lists.oblique if len(e) > 1 and e not in {"ов", "ев", "ой"})


def oblique_name(word: str, lists: Lists) -> bool:
    """Whether a lone word behind a dash shows by its ending that it is no speaker ("до мая — Петрову")."""
    return word.casefold().endswith(("у", "ю", "ом", "ем", "ами", "ями", "ах", "ях"))


def _surname(word: str, lists: Lists) -> bool:
    return (
        word.casefold().endswith(lists.surnames)
        or lists.is_state(word)
        or lists.is_place(word)
        or (
            word[-1:].casefold() not in "аеёиоуыэюяієї"
            and not word.casefold().endswith(("ость", "ень", "ль"))
        )
    )


def forwarded(page: Page, start: int, end: int) -> Attribution | None:
    """ "Переслано от «Берег»": the name is the source, all lines below are its words."""
    match = re.match(rf"\W*({page.lists.forwarded})\s+(?=\S)", page.text[start:end], re.IGNORECASE)
    if match is None:
        return None
    source = page.clean(start + match.end(), end)
    following = [s for s in page.sentences if s[0] >= end]
    if source is None or not following:
        return None
    return page.made(
        source,
        [(start + match.start(1), start + match.end(1))],
        [(following[0][0], following[-1][1])],
        "asserts",
    )
