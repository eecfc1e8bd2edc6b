"""Our words: cut into sentences, names put out of sight, and what a speaker says told from what we say."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rashomon.records import Range

HIDDEN = "\N{WHITE SMALL SQUARE}"
"""Stands for each character of words that are not ours."""
_END = re.compile(r"[.!?…]+[\"'”’›»)\]]*(?:\[\^?[\w-]+\]|\s\*\([^()]*\)\*)*(?=\s+[^\sa-z]|\s*$)|\n\s*\n")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Maj|Capt|Adm|St|Sen|Rep|Gov|Prof|U\.S|U\.K|U\.N|a\.m|p\.m"
    r"|e\.g|i\.e|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|cf)$"
)
_BREAK = re.compile(
    r"[;—–]|\s-\s|,?\s(?:but(?!\s(?:will|would)\b)|although|though|whereas|however|yet)\s|,\s(?:which|while|and this|and that|and it|so)\s"
)
"""Where a speaker's words end and ours may go on."""
_NOBODY = frozenset("we i it this that there which is are was were be been being".split())
"""Before a cue these name nobody, or ourselves."""
_SMALL = frozenset(
    "a an the in on at by of for from with after before as but and or nor if when while two three four five these those all"
    " everything nothing there its their his her our my no such here yes not only".split()
)
"""Words that a capital makes no name of."""
_BETWEEN = frozenset(
    "has have had also later now then again not still once never yet first since did does do".split()
)
"""Between a speaker and a cue."""
_NOUNS = re.compile(
    r"reports?|claims?|notes?|posts?|calls?|called|doubts?|demands?|promises?|judges?|estimate[sd]?|finds?|found|prints?|forwards?|translates?|states?"
    r"|alleged|reported|claimed|suspects?|suspected|expects?|expected|blames?|warns?|tweets?|pledges?|vows?|questions?|asks?|begins?"
    r"|fears?|hopes?|headlines?|thoughts?|thought|assessed|concluded|described|posted|wrote|declared|noted|added|adds?|disputes?|disputed|told",
    re.IGNORECASE,
)
"""Cues that are nouns or participles too ("two reports", "an estimated 20"): with a person or body before them, or words to quote after."""
_INFERS = re.compile(r"suggest|indicat|impl[iy]", re.IGNORECASE)

_CLOSES = re.compile(
    rf",\s((?:[\w'{HIDDEN}.-]+\s){{1,5}})(?:says?|said|claims?|claimed|warned|warns|added|reported|reports?)(?:\[\^?[\w-]+\]|\W)*$"
)


@cache
def table() -> dict[str, Any]:
    """``terms.yaml``."""
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("terms.yaml").read_text(encoding="utf-8"))
    return data


def sentences(text: str) -> Iterator[Range]:
    """Ranges of the sentences of a line, stops included; an initial or "Gen." ends none."""
    start = 0
    for found in _END.finditer(text):
        if found[0].startswith(".") and _SHORT.search(text[start : found.start()]):
            continue
        if text[start : found.end()].strip():
            yield start, found.end()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)


def straight(text: str) -> str:
    """The same length, with one kind of apostrophe."""
    return text.replace("’", "'").replace("\n", " ")


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(table()['cues'])})\b")


def attributed(sentence: str) -> list[Range]:
    """Ranges of a sentence that are a speaker's, told after a cue, or in a clause with "according to".

    A cue whose subject is ourselves or nobody ("we assess", "it is reported") opens none; nor does one whose
    speaker's words are a quotation right after it: after the quotation it is we who go on.
    """
    text = straight(sentence)
    ranges: list[Range] = []
    edges = [0, *(found.start() for found in _BREAK.finditer(text)), len(text)]
    for start, end in itertools.pairwise(edges):
        piece = text[start:end]
        if re.search(
            r"\baccording to (?!(?:us|our)\b)|\bin the (?:words|view|eyes) of\b|\bas \S.* words it\b",
            piece,
            re.IGNORECASE,
        ):
            ranges.append((start, end))
            continue
        for cue in _cues().finditer(piece):
            before = re.findall(rf"[\w'{HIDDEN}-]+", piece[: cue.start()])
            if start and not before:
                # ", but denies it": whose speaker stands in the clause before.
                before = re.findall(rf"[\w'{HIDDEN}-]+", text[:start])
            while before and (before[-1].casefold() in _BETWEEN or before[-1].endswith("ly")):
                before.pop()
            subject = [word.casefold() for word in before[-2:]]
            if not subject or subject[-1] in _NOBODY or (len(subject) == 2 and subject[0] in ("we", "i")):
                continue
            after = piece[cue.end() :]
            told = re.match(rf"\s?(?::|{HIDDEN}|that\b)", after)
            if not told and (_INFERS.match(cue[0]) or _NOUNS.fullmatch(cue[0])) and not is_person(before[-1]):
                continue
            if _INFERS.match(cue[0]) and not is_person(before[-1]):
                continue
            quote = re.match(rf"\W{{0,4}}{HIDDEN}+\W?", after)
            stop = start + cue.end() + (quote.end() if quote else len(after))
            ranges.append((start + cue.start(), stop))
    # "…, Ann Lee says": the cue closes the sentence and all before it is the speaker's.
    closing = _CLOSES.search(text)
    if closing and is_person(closing[1].split()[-1]) and closing[1].split()[0].casefold() not in _NOBODY:
        ranges.append((0, len(text)))
    return ranges


def is_person(word: str) -> bool:
    """Whether a word before "suggests" can be somebody who says so: a person's or body's noun, or a name."""
    if word[:1].isupper() or word.startswith(HIDDEN):
        return word.casefold() not in _NOBODY | _SMALL
    return bool(_persons().fullmatch(word))


@cache
def _persons() -> re.Pattern[str]:
    return re.compile("|".join(table()["persons"]), re.IGNORECASE)


def has_speaker(sentence: str) -> bool:
    """Whether somebody other than us is said to say something in it."""
    return bool(attributed(sentence)) or bool(
        re.match(r"\s*(?:also )?(?:asserted|denied|doubted) by\s", sentence, re.IGNORECASE)
    )


def within(place: Range, ranges: Iterable[Range]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in ranges)


class Names:
    """Whole names in a text, as they are printed; looked up by their first letters, for a flood has thousands."""

    def __init__(self, names: Iterable[str]) -> None:
        kept = {
            name for one in names if len(name := " ".join(one.split())) > 1 and any(c.isalpha() for c in name)
        }
        kept |= {name[:1].upper() + name[1:] for name in kept}
        self._by_start: dict[str, list[str]] = {}
        for name in sorted(kept, key=lambda name: (-len(name), name)):
            self._by_start.setdefault(name[:2], []).append(name)

    def find(self, text: str) -> list[Range]:
        """Ranges of names, the longest at each place, not overlapping."""
        found: list[Range] = []
        at = 0
        while at < len(text) - 1:
            longest = next(
                (name for name in self._by_start.get(text[at : at + 2], ()) if text.startswith(name, at)), ""
            )
            end = at + len(longest)
            if longest and not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
                found.append((at, end))
                at = end
            else:
                at += 1
        return found
