"""The words of ``ru_lexicon.yaml`` and ``uk_lexicon.yaml``, compiled to look up by form. Read once each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from rashomon.read.events.found import Element, Entry
from rashomon.read.events.slavic.grammar import folded, rows
from rashomon.read.events.slavic.verbs import Verb, verb_forms

_ENDINGS = tuple("ый ий ая ое ые а я о е ы и і ї у ю ь й".split())
_HARD = ("", *"а у ом е і ы и о ов ів ам ами ах ой ою ові".split())
_SOFT = tuple("я ю ем єм е є і и ї ь й ей ям ями ях ью ев їв ею єю еві".split())
LONGEST_ENDING = 4
"""Letters that may follow a stem of a lexicon's noun."""


@dataclass(frozen=True, slots=True)
class Aimed(Entry):
    """An entry of these languages: also how it governs the one it is done to."""

    to: str = ""
    """``d``, ``g``, ``i``, a preposition, or empty for the accusative."""
    doer: bool = False
    """Of a noun: whether a genitive behind it is who did it."""
    denied: bool = False
    """Of a verb: whether "not" stands before it ("не пропустили")."""


def stem_of(noun: str, changed: dict[str, str]) -> str:
    """A noun or adjective without its ending."""
    if noun in changed:
        return changed[noun]
    for end in _ENDINGS:
        if noun.endswith(end) and len(noun) - len(end) >= 3:
            return noun.removesuffix(end)
    return noun


class Words:
    """Stems that stand for all forms of a word; prepositions and other short words stand for themselves."""

    def __init__(self, given: str, changed: dict[str, str]) -> None:
        self.stems = tuple(
            dict.fromkeys(
                s
                for w in given.split()
                for s in (stem_of(folded(w), changed), folded(w) if len(w) > 3 else "")
                if s
            )
        )

        self.met: dict[str, bool] = {}

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        known = self.met.get(word)
        if known is None:
            known = any(fits(word, stem) for stem in self.stems)
            if len(self.met) < REMEMBERED:
                self.met[word] = known
        return known


def fits(word: str, stem: str) -> bool:
    """Whether a word is a form of a stem."""
    if len(stem) < 3:
        return word == stem
    return word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING


@dataclass(frozen=True)
class Lexicon:
    """One language's entries. ``forms``: word → infinitives and what the form is; ``verbs``: infinitive → its entries."""

    language: str
    forms: dict[str, tuple[tuple[str, Verb, bool], ...]]
    """The last of three: whether the verb is perfective."""
    verbs: dict[str, tuple[Aimed, ...]]
    nouns: dict[str, tuple[Aimed, ...]]
    elements: dict[int, Words]
    """Complements by their number, since an entry is hashed and their words are many."""
    light: dict[str, tuple[Verb, bool]]
    """Forms of verbs that make an event noun their object ("нанести"), and whether they are perfective."""
    controls: dict[str, tuple[str, Verb]]
    """Form of a word before an infinitive → what it does to the act."""
    nothing: dict[str, tuple[tuple[str, ...], ...]]
    weak: frozenset[str]
    people: tuple[str, ...]
    means: tuple[tuple[str, str], ...]
    """(stem, mode of an assault)."""
    agent_means: tuple[str, ...]
    forces: tuple[str, ...]
    things: tuple[str, ...]
    papers: Words
    """Words whose genitive is no event of its own: "нота протеста"."""
    size: int

    def person(self, word: str) -> bool:
        """Whether a word is a noun for who acts and is acted upon."""
        return _person(self.language, word)

    def means_of(self, word: str) -> str:
        """The mode that a word for a weapon tells."""
        return _means(self.language, word)


REMEMBERED = 1 << 16
"""Words of which the answers are kept: a text has few others."""


@lru_cache(maxsize=REMEMBERED)
def _person(language: str, word: str) -> bool:
    return any(word.startswith(s) and len(word) - len(s) <= 4 for s in lexicon(language).people)


@lru_cache(maxsize=REMEMBERED)
def _means(language: str, word: str) -> str:
    return next((mode for stem, mode in lexicon(language).means if word.startswith(stem)), "")


def _listed(words: str | None) -> list[str]:
    return [e.strip() for e in (words or "").split(";") if e.strip()]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of ``ru`` or ``uk``."""
    told, small = rows(language, "lexicon"), rows(language, "grammar")
    made = _Made(language, told, dict(small["changed"]))
    for block in told["kinds"]:
        mode = block.get("mode") or ""
        for given in _listed(block.get("verbs")):
            made.verb(block["category"], mode, given)
        for given in _listed(block.get("nouns")):
            made.noun(block["category"], mode, given)
    controls: dict[str, tuple[str, Verb]] = {}
    for effect, listed in small["controls"].items():
        for word in listed.split():
            plain = folded(word)
            verbal = plain.endswith(("ть", "ться", "ти", "тися", "чь"))
            forms = verb_forms(plain, language, perfective=False) if verbal else {plain: Verb("short")}
            for form, verb in forms.items():
                controls.setdefault(form, (effect, verb))
    light: dict[str, tuple[Verb, bool]] = {}
    for given in small["light"].split():
        done, _, doing = given.partition("|")
        for word, perfective in ((done, True), (doing, False)):
            if word:
                for form, verb in verb_forms(folded(word), language, perfective=perfective).items():
                    light.setdefault(form, (verb, perfective))
    return Lexicon(
        language=language,
        light=light,
        forms={f: tuple(v) for f, v in made.forms.items()},
        verbs={i: tuple(sorted(v, key=lambda e: -e.weight)) for i, v in made.verbs.items()},
        nouns={f: tuple(sorted(v, key=lambda e: -e.weight)) for f, v in made.nouns.items()},
        elements=made.elements,
        controls=controls,
        nothing={
            k: tuple(tuple(folded(w).split("&")) for w in v.split()) for k, v in told["nothing"].items()
        },
        weak=frozenset(folded(w) for w in told["weak"].split()),
        people=tuple(sorted({folded(w) for w in told["people"].split()})),
        means=tuple((folded(w), mode) for mode, v in told["means"].items() for w in v.split()),
        agent_means=tuple(told["agent_means"].split()),
        forces=tuple(told["forces"].split()),
        things=tuple(told["things"].split()),
        papers=Words(told["papers"], made.changed),
        size=sum(len(_listed(b.get("verbs"))) + len(_listed(b.get("nouns"))) for b in told["kinds"]),
    )


_INFINITIVES = ("ть", "ти", "чь", "ться", "тися")


def _short(word: str) -> Verb:
    """What a short adjective agrees with: "готова"."""
    return Verb("past", {"а": "f", "о": "n", "ы": "p", "і": "p"}.get(word[-1], "m"))


class _Made:
    """The tables while they are filled."""

    def __init__(self, language: str, told: dict[str, Any], changed: dict[str, str]) -> None:
        self.language, self.told, self.changed = language, told, changed
        self.forms: dict[str, list[tuple[str, Verb, bool]]] = {}
        self.verbs: dict[str, list[Aimed]] = {}
        self.nouns: dict[str, list[Aimed]] = {}
        self.elements: dict[int, Words] = {}
        self._numbers: dict[str, int] = {}

    def element(self, part: str) -> Element:
        classes = self.told["classes"]
        given = " ".join(classes[one[1:]] if one.startswith("$") else one for one in part.split("/"))
        number = self._numbers.setdefault(given, len(self._numbers))
        self.elements.setdefault(number, Words(given, self.changed))
        return frozenset({str(number)})

    def verb(self, category: str, mode: str, given: str) -> None:
        suffered = given.startswith("<")
        parts = given.removeprefix("<").split()
        to = next((p[1:] for p in parts if p.startswith("@")), "")
        parts = [p for p in parts if not p.startswith("@")]
        denied = parts[0] == "не"
        parts = parts[denied:]
        first, rest = parts[0].rstrip("?"), tuple(self.element(p) for p in parts[1:] if p != "~")
        done, _, doing = first.partition("|")
        for listed, perfective in ((done, True), (doing, False)):
            for word in listed.split("/"):
                if not word:
                    continue
                infinitive = folded(word)
                entry = Aimed(category, mode, True, "", infinitive, rest, suffered, to, denied=denied)
                both = word in doing.split("/") and word in done.split("/")
                if infinitive not in self.verbs and not infinitive.endswith(_INFINITIVES):
                    self.forms.setdefault(infinitive, []).append((infinitive, _short(infinitive), False))
                    self.verbs[infinitive] = []
                if infinitive not in self.verbs:
                    for form, verb in verb_forms(
                        infinitive, self.language, perfective=perfective and not both
                    ).items():
                        self.forms.setdefault(form, []).append((infinitive, verb, perfective and not both))
                    self.verbs[infinitive] = []
                if entry not in self.verbs[infinitive]:
                    self.verbs[infinitive].append(entry)

    def noun(self, category: str, mode: str, given: str) -> None:
        first, *parts = given.split()
        doer = first.endswith(">") or given.endswith(">")
        rest = tuple(self.element(p.rstrip(">")) for p in parts if p != "~")
        noun = folded(first.rstrip(">"))
        stem = stem_of(noun, self.changed)
        entry = Aimed(category, mode, False, "", noun, rest, False, "", doer)
        ends = (
            _SOFT if noun[-1] in "ьйяюе" or noun.endswith(("ие", "ия", "ия", "ія", "ння", "ття")) else _HARD
        )
        for form in {
            noun,
            *(stem + end for end in ends),
            *((stem + end for end in _HARD + _SOFT) if noun in self.changed else ()),
        }:
            if len(form) > 2:
                self.nouns.setdefault(form, []).append(entry)
