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


_TRADES = re.compile(
    r"\b(?:goal(?:keeper|scorer)|striker|midfielder|defender|winger|coach|trainer|player|swimmer|runner|boxer|cyclist|driver|pilot|jockey|"
    r"athlete|champion|singer|actor|actress|rapper|guitarist|violinist|pianist|conductor|composer|painter|sculptor|poet|novelist|author|"
    r"writer|director|producer|presenter|chef|baker|butcher|farmer|fisherman|shopkeeper|barber|tailor|carpenter|plumber|mechanic|builder|"
    r"electrician|nurse|doctor|surgeon|dentist|vet|teacher|headteacher|pupil|student|schoolboy|schoolgirl|professor|librarian|priest|vicar|"
    r"lawyer|architect|engineer|waiter|cleaner|miner|pensioner|grandmother|neighbour|neighbor|dog|cat|horse|restaurant|street|avenue|"
    r"village|town|river|school|shop|brewery|bakery|band|album|film|novel|"
    r"вратар\w*|нападающ\w*|полузащитник\w*|защитник\w*|форвард\w*|тренер\w*|футболист\w*|хоккеист\w*|боксер\w*|боксёр\w*|певец|певц\w*|певиц\w*|"
    r"актёр\w*|актер\w*|актрис\w*|режисс[её]р\w*|писател\w*|художник\w*|пекар\w*|повар\w*|водител\w*|учител\w*|врач\w*|студент\w*|фермер\w*|"
    r"слесар\w*|пенсионер\w*|дерев\w+|сел[оае]|улиц\w+|воротар\w*|нападник\w*|півзахисник\w*|захисник\w*|футболіст\w*|співак\w*|співачк\w*|"
    r"актор\w*|письменник\w*|кухар\w*|вчител\w*|лікар\w*|водій\w*|водія|пенсіонер\w*|вулиц\w+)\b",
    re.IGNORECASE,
)


def has_trade(text: str) -> bool:
    """Whether the words name a trade, or a thing that is called after somebody, rather than an office of state."""
    return _TRADES.search(text) is not None
