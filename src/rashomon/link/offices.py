"""Offices by the words that name them, so that "the French president" of a day is who held the office then."""

from __future__ import annotations

import re

WORDS: tuple[tuple[str, str], ...] = (
    (r"vice[- ]president|вице-президент\w*|віце-президент\w*", "vice_head_of_state"),
    (r"prime minister|premier|chancellor|taoiseach|премьер(?:-министр)?\w*|прем['’]єр(?:-міністр)?\w*|канцлер\w*", "head_of_government"),
    (r"(?:foreign|external affairs) (?:minister|secretary)|minister (?:of|for) (?:foreign|external) affairs|secretary of state|"
     r"top diplomat|chief diplomat|глав\w+ МИД\w*|министр\w* иностранных дел|міністр\w* закордонних справ|глав\w+ МЗС", "foreign_minister"),
    (r"defen[cs]e (?:minister|secretary|chief)|(?:minister|secretary) (?:of|for) defen[cs]e|министр\w* обороны|міністр\w* оборони|"
     r"глав\w+ Минобороны|глав\w+ Міноборони", "defence_minister"),
    (r"spokes(?:man|woman|person)|пресс-секретар\w*|прес-секретар\w*|речни\w+", "spokesperson"),
    (r"speaker of (?:the )?\w+|спикер\w*|спікер\w*", "legislature_head"),
    (r"president|king|queen|emperor|emir|sultan|supreme leader|head of state|президент\w*|корол\w+", "head_of_state"),
    (r"secretary[- ]general|director[- ]general|chief|head|генсек\w*|генеральн\w+ секретар\w*", "organisation_head"),
)  # fmt: skip
"""Words → office, the more particular first."""
_PATTERN = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<o{n}>{words})" for n, (words, _) in enumerate(WORDS)) + r")(?!\w)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:former|ex|then|late|previous|outgoing|бывш\w+|колишн\w+|екс|экс)(?:[- ]|\b)", re.IGNORECASE
)
_DEPUTY = re.compile(
    r"\b(?:deputy|assistant|under|aide to|adviser to|advisor to|зам\w*|заступни\w+)[- ]?\s*(?:the\s+)?$",
    re.IGNORECASE,
)


def office_in(text: str) -> str:
    """The office that the words name, or empty: "French Foreign Minister" → ``foreign_minister``. A deputy's is none."""
    for match in _PATTERN.finditer(text):
        if _DEPUTY.search(text[: match.start()]):
            continue
        office = WORDS[int(str(match.lastgroup)[1:])][1]
        return office
    return ""


def is_past(text: str) -> bool:
    """Whether the words say that the office is no longer held ("former", "ex-", "экс-")."""
    return _PAST.search(text) is not None
