"""Which phrases a Russian or Ukrainian pronoun may mean: those of its number and gender."""

from __future__ import annotations

from functools import cache

from rashomon.read.events.line import line
from rashomon.read.events.meant import Pronouns
from rashomon.read.events.slavic.grammar import grammar
from rashomon.read.events.slavic.phrases import phrase_at
from rashomon.read.events.slavic.sentence import text_of
from rashomon.read.languages import ru, uk

_LISTS = {"ru": ru.LISTS, "uk": uk.LISTS}
_BODIES = {
    "ru": "министерств ведомств агентств комитет комисси прокуратур полици профсоюз союз компани партия совет служб парламент правительств суд".split(),
    "uk": "міністерств відомств агентств комітет комісі прокуратур поліці профспілк союз компані партія рада служб парламент уряд суд".split(),
}
_ANY = {"ru": ("ведомств", "организаци"), "uk": ("відомств", "організаці")}


@cache
def pronouns(language: str) -> Pronouns:
    """The pronouns of ``ru`` or ``uk``."""
    told = grammar(language).pronouns
    who = {word: kind for word, (_, kind) in told.items() if kind in {"he", "she", "it", "they"}}
    who |= {w.lower(): kind for w, kind in _LISTS[language].pronouns.items() if kind in {"he", "she", "they"}}

    def fits(words: str, pronoun: str, kind: str) -> float | None:
        wanted = who[pronoun]
        text = text_of(line(words, 0, len(words)), language)
        phrase = phrase_at(text, 0, len(text.line)) if len(text.line) else None
        if phrase is None:
            return None
        if phrase.counted or phrase.joined:
            return 0.4 if wanted == "they" else None
        nominative = [c for c in phrase.cases if c.case == "n" and c.living != "~"]
        some = nominative or list(phrase.cases)
        if wanted == "they":
            return 0.4 if any(c.number == "p" for c in some) else None
        gender = {"he": "m", "she": "f", "it": "n"}[wanted]
        if any(c.number == "s" and c.gender == gender for c in some):
            return 0.3 + 0.3 * bool(nominative)
        return 0.0 if kind == "person" and wanted != "it" and any(c.gender == "-" for c in some) else None

    return Pronouns(who, fits, tuple(_BODIES[language]), _ANY[language])
