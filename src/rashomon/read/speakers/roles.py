"""What a document says its figures are: "Mayor X", "X, the mayor of Y,", "the mayor, X", "X is the mayor"."""

from __future__ import annotations

import re

from rashomon.read.speakers.figures import Figure, Role
from rashomon.read.speakers.names import bare, role_pronoun
from rashomon.read.speakers.scene import Scene

_TOKEN = re.compile(r"\w[\w.]*(?:['’-]\w+)*(?:['’])?|[^\w\s]|\n")
_OPENERS = frozenset("the a an his her its their our my one another".split())
_LINKS = frozenset("is was are were became becomes remains".split())
_STOPS = frozenset(
    "of for in at from on with to who which that whose where when by against about near under between and or "
    "but as into based since after before during until while".split()
)
_VERBISH = frozenset(
    "said says told added has have had will would could can may might did does do was were is are been being "
    "not n't added noted asked called".split()
)
_NO_NOUN = ("VBD", "VBZ", "VBP", "VB", "MD", "RB", "IN", "TO", "PRP", "WP", "WDT", "UH", "CC")
_REACH = 14
"""Words looked at on either side of a name. Longer appositions exist; their noun still stands within the
first few."""


def describe(figures: list[Figure], scene: Scene) -> None:
    """Fill ``roles`` of every figure from the words around each of its places."""
    for figure in figures:
        for place in figure.places:
            for found in (
                _before(place.start, scene),
                _comma_before(place.start, scene),
                _after(place.end, scene),
            ):
                role = role_of(found, place.start)
                if role is not None and role not in figure.roles:
                    figure.roles.append(role)
        if figure.kind == "person":
            for role in figure.roles:
                if likely := role_pronoun(role.head):
                    figure.votes[likely] += 3


def role_of(phrase: list[str], at: int) -> Role | None:
    """The role that the words tell; ``None`` where they hold no common noun."""
    plain = [bare(w) for w in phrase]
    head = head_noun(phrase)
    if not head:
        return None
    kept = {p for p in plain if p.isalnum() or "-" in p} - _OPENERS - _STOPS
    for word in list(kept):
        kept.update(part for part in word.split("-") if part)
    return Role(at, head, frozenset(kept))


def head_noun(phrase: list[str]) -> str:
    """The noun of a noun phrase by its place: the last word before the first preposition, relative or
    comma."""
    last = ""
    for i, word in enumerate(phrase):
        plain = bare(word)
        if i and (plain in _STOPS or word in {",", "(", "—", "–", ":", ";", "\n"}):
            break
        # "the 47-year-old" is a noun of its own, which an age in an apposition ("Lee, 47, …") tells as well.
        plain = re.sub(r"^\d+-", "", plain)
        if plain[:1].isalpha() and plain not in _OPENERS:
            last = plain
    return last


def _before(start: int, scene: Scene) -> list[str]:
    """Words that run up to the name without a break: "TransLink CEO", "political scientist"."""
    line = scene.text[max(0, start - 120) : start]
    found = [m.group() for m in _TOKEN.finditer(line)]
    phrase: list[str] = []
    for word in reversed(found):
        plain = bare(word)
        if not (word[0].isalnum()) or plain in _STOPS | _VERBISH or len(phrase) >= 8:
            break
        if plain in _OPENERS:
            break
        phrase.insert(0, word)
    tokens = scene.tokens(start - len(line), start)
    if tokens and phrase:
        # With a parse, a verb or adverb right before the name is no role ("voters like Smith").
        tags = {t.text: t.tag_ for t in tokens}
        while phrase and tags.get(phrase[-1], "").startswith(_NO_NOUN):
            return []
        while phrase and tags.get(phrase[0], "").startswith(_NO_NOUN):
            phrase.pop(0)
    return phrase


def _comma_before(start: int, scene: Scene) -> list[str]:
    """ "The mayor of Surrey, X": the phrase before a comma, back to its article."""
    line = scene.text[max(0, start - 160) : start]
    found = [m.group() for m in _TOKEN.finditer(line)]
    if not found or found[-1] != ",":
        return []
    phrase: list[str] = []
    for word in reversed(found[:-1]):
        plain = bare(word)
        if word in {",", ".", ";", ":", "\n", "“", "”", '"'} or plain in _VERBISH or len(phrase) > _REACH:
            return []
        if plain in _OPENERS:
            return phrase
        if re.search(r"['’]s?$", word):
            return phrase
        phrase.insert(0, word)
    return []


def _after(end: int, scene: Scene) -> list[str]:
    """ "X, the mayor of Surrey," · "X, 34," · "X, a lawyer who …" · "X (the mayor)" · "X is the mayor"."""
    found = [m.group() for m in _TOKEN.finditer(scene.text[end : end + 200])]
    if not found:
        return []
    if found[0] in {",", "(", "—", "–"}:
        rest = found[1:]
        if len(rest) > 2 and rest[0] in {"who", "which"} and rest[1] in _LINKS:
            rest = rest[2:]
        if rest and rest[0].isdigit() and len(rest[0]) < 3:
            return [rest[0], "year-old"]
    elif bare(found[0]) in _LINKS:
        rest = found[1:]
        if not rest or bare(rest[0]) not in _OPENERS:
            return []
    else:
        return []
    phrase: list[str] = []
    for word in rest[:_REACH]:
        plain = bare(word)
        if not (word[0].isalnum() or word == "-") or (plain in _VERBISH and not phrase):
            break
        phrase.append(word)
    if not phrase:
        return []
    first = bare(phrase[0])
    if (
        first in _STOPS
        or first in _VERBISH
        or (first not in _OPENERS and phrase[0][0].isupper() and len(phrase) > 8)
    ):
        return []
    return phrase
