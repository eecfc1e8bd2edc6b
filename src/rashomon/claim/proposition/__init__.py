"""A content → its proposition: who did what to whom, how many, when, and whether it is said to be so at all.

English by spaCy's parse, Russian and Ukrainian by pymorphy3's cases; words of one idea count as one in all three
languages (``claim/ideas``). Made only for contents that are compared, and kept for as long as the process lives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rashomon.claim.ideas import VAGUE, deeds, ideas, phrase, qualities, whole
from rashomon.claim.proposition import cyrillic, english
from rashomon.claim.proposition.counted import quantity
from rashomon.claim.proposition.modality import modality
from rashomon.claim.proposition.quantities import ORDINAL, numbers, unit
from rashomon.claim.proposition.times import times
from rashomon.claim.proposition.words import (
    AGENT,
    ORIGIN,
    RECIPIENT,
    TARGET,
    WILD,
    Parsed,
    Proposition,
    Quantity,
    Term,
    Word,
)
from rashomon.claim.sense import framed
from rashomon.claim.spelling import is_cyrillic, sounds

__all__ = ["Named", "Proposition", "Quantity", "Term", "language_of", "propositions"]

Named = tuple[int, int, str]
"""A name's place in a content and whom it names: ids with blanks between. Of the doer whom only an accusation names ("accused Chile
of …") the place is (-1, -1)."""
LONGEST = 700
"""Characters of a content that are looked at; what is longer says more than one thing."""
STEM = 6
WEIGHTS = {
    "name": 1.5,
    "deed": 1.0,
    "noun": 1.0,
    "predicate": 1.0,
    "adjective": 0.6,
    "adverb": 0.3,
    "verb": 0.8,
}
"""What a word counts for when it is found on one side only. A name tells most, how something was done least."""
UNKNOWN = 0.8
"""... times this where no list knows the word: it may be another word for what is there."""
SMALL = frozenset(
    "one ones us them him you your me it its he she they we i his her their our my this that these those there here".split()
)
WEAK = 0.3
"""... and this where it is on the list of what tells little, too: "impose" with sanctions."""


def language_of(text: str, stated: str = "") -> str:
    """``en``, ``ru`` or ``uk``, by the letters where the reading does not say."""
    if stated in {"en", "ru", "uk"} and (stated == "en") != is_cyrillic(text):
        return stated
    if not is_cyrillic(text):
        return "en"
    if re.search(r"[іїєґ]|[^\W\d_]['’ʼ][^\W\d_]", text, re.IGNORECASE):
        return "uk"
    if re.search("[ыэъё]", text, re.IGNORECASE):
        return "ru"
    words = [word.lower() for word in re.findall(r"[^\W\d_]{3,}", text)[:FEW]]
    known = {one: sum(cyrillic.readings(word, one)[1] for word in words) for one in ("ru", "uk")}
    return "uk" if known["uk"] > known["ru"] else "ru"


FEW = 12
"""Words by which Russian and Ukrainian are told apart where no letter tells them."""
_kept: dict[tuple[str, str, tuple[Named, ...]], Proposition] = {}
KEPT = 50_000


def propositions(contents: Sequence[tuple[str, str, tuple[Named, ...]]]) -> list[Proposition]:
    """One per (text, language, names), in order. Never raises on any text."""
    asked = [
        (text[:LONGEST], language_of(text[:LONGEST], language), names) for text, language, names in contents
    ]
    missing = list(dict.fromkeys(one for one in asked if one not in _kept))
    if len(_kept) + len(missing) > KEPT:
        _kept.clear()
        missing = list(dict.fromkeys(asked))
    parsed = iter(english.parse([text for text, language, _ in missing if language == "en"]))
    for text, language, names in missing:
        words = next(parsed) if language == "en" else cyrillic.parse(text, language, times(text)[1])
        _kept[text, language, names] = _proposition(text, words, names)
    return [_kept[one] for one in asked]


def _proposition(text: str, parsed: Parsed, names: tuple[Named, ...]) -> Proposition:
    when, taken = times(text)
    counted = numbers(text, taken)
    words = parsed.words
    keys = _turned(words, _keys(words, names, parsed.language))
    _lighten(words, keys)
    _headed(words, keys)
    skipped = [*taken, *((n.start, n.end) for n in counted)]
    terms: list[Term] = []
    begin = framed(text)
    if not text[:begin].rstrip().lower().endswith(("that", "что", "що")):
        begin = 0  # "a test on the runner found a steroid" is no frame around a steroid
    for n, word in enumerate(words):
        if (
            word.kind in {"small", "number"}
            or word.end <= begin
            or any(s < word.end and word.start < e for s, e in skipped)
        ):
            continue
        own = keys.get(n)
        if own is None or not own - {VAGUE} or word.kind == "small" or "=absent" in own:
            continue
        if unit(word.low) and any(0 <= word.start - c.end <= 14 for c in counted):
            continue
        terms.append(_term(word, own, keys))
    terms += [
        Term(frozenset({"#" + str(int(m[1]))}), m.group(), "adjective", WEIGHTS["adjective"])
        for m in ORDINAL.finditer(text.lower())
    ]
    done = frozenset(key for term in terms if term.kind == "deed" for key in term.keys)
    terms += [
        Term(frozenset("@" + one for one in ids.split()), ids, "name", WEIGHTS["name"], AGENT, done)
        for start, _, ids in names
        if start < 0
    ]
    return Proposition(
        terms=tuple(terms),
        quantities=tuple(quantity(one, words, keys) for one in counted),
        times=when,
        modality=_modality(text, parsed, taken),
        language=parsed.language,
        vague=any(word.low in SOME for word in words),
    )


SOME = frozenset(
    "several some many various numerous multiple someone somebody несколько нескольких ряд многие многих некоторые некоторых кто-то кілька кількох декілька низка багато деякі деяких хтось".split()
)


WHOSE = frozenset(
    "its their his her our my the a an свой свою своё свое свои своего своей своих его её ее их свій своє свої свого своєї своїх його її їх".split()
)
"""Words that may stand inside of a phrase of the tables."""


def _keys(words: list[Word], names: tuple[Named, ...], language: str) -> dict[int, frozenset[str]]:
    """Keys of each word that tells something; a phrase's stand at its first word, the others have none."""
    low = [w.low for w in words]
    lemmas = [w.lemma for w in words]
    out: dict[int, frozenset[str]] = {}
    hidden: set[int] = set()
    for n, word in enumerate(words):
        if n in hidden:
            continue
        size, found = phrase(low, n, language)
        if not size:
            size, found = phrase([lemmas[n], *low[n + 1 : n + 5]], 0, language)
        if not size:
            # "laid down their arms" is "laid down arms"
            near = [m for m in range(n, min(n + 8, len(low))) if m == n or low[m] not in WHOSE]
            if len(near) < min(8, len(low) - n):
                size, found = phrase([low[m] for m in near], 0, language)
                size = near[size - 1] - n + 1 if size > 1 else 0
        if size:
            hidden.update(range(n + 1, n + size))
            head = next((m for m in range(n, n + size) if words[m].kind not in {"small"}), n)
            out[head] = found
            if head != n:
                hidden.discard(head)
            for m in range(n, n + size):
                if words[m].role and not words[head].role:
                    words[head].role, words[head].governor = words[m].role, words[m].governor
                words[head].negated = words[head].negated or (words[m].negated and words[m].kind == "verb")
            if any(low[m] in {"not", "no", "n't", "nobody", "nothing", "не"} for m in range(n, n + size)):
                # "had not been paid" is an idea of its own, and denies nothing of what it is said of
                words[head].negated = False
                for word_of in words:
                    if n <= word_of.governor < n + size:
                        word_of.negated = False
            continue
        if word.kind == "small":
            continue
        out.setdefault(n, _own(word, language))
        if any(key.startswith("=state_") for key in out[n]):
            word.kind = "name"
    for start, end, ids in names:
        for n, word in enumerate(words):
            if start < word.end and word.start < end and n in out:
                out[n] = frozenset(key for key in out[n] if key[0] == "=") | {
                    "@" + one for one in ids.split()
                }
                words[n].kind = "name"
    return out


def _lighten(words: list[Word], keys: dict[int, frozenset[str]]) -> None:
    """What is done with a deed is done in it: who "imposed sanctions on" a bank did in the sanctions what they did."""
    for n, own in keys.items():
        if VAGUE not in own or words[n].kind not in {"verb", "small"}:
            continue
        deed = next(
            (
                m
                for m, w in enumerate(words)
                if w.governor == n
                and w.role in {TARGET, WILD}
                and keys.get(m, frozenset()) & deeds()
                and w.kind == "noun"
            ),
            -1,
        )
        if deed >= 0:
            if words[n].negated and not words[deed].negated:
                words[deed].negated = True  # "has not led to a death" denies the death
            for m, word in enumerate(words):
                if word.governor == n and m != deed:
                    word.governor = deed


HEADS = frozenset({"=leader", "=director", "=chief"})


def _headed(words: list[Word], keys: dict[int, frozenset[str]]) -> None:
    """Who heads a ministry is a minister: "the head of the health ministry"."""
    for n, own in list(keys.items()):
        m = words[n].owner
        if "=ministry" not in own or m < 0 or not keys.get(m, frozenset()) & HEADS:
            continue
        if words[n].kind not in {"noun", "name"} or not (m < n or words[n].role):
            continue
        keys[n] = (own - {"=ministry"}) | {"=minister"}
        words[n].role, words[n].governor = words[m].role, words[m].governor
        words[n].slot, words[n].owner = words[m].slot, words[m].owner
        for word in words:
            if word.owner == m:
                word.owner = n
            if word.governor == m:
                word.governor = n
        del keys[m]


CONVERSE = {
    "=sell": ("=buy", {AGENT: ORIGIN, RECIPIENT: AGENT}, False),
    "=receive": ("=give =pay", {AGENT: RECIPIENT, ORIGIN: AGENT}, False),
    "=lose": ("=win", {AGENT: TARGET, RECIPIENT: AGENT}, True),
}
"""Deeds told from the other side: "A sold to B" is "B bought from A". The third: only where the other side is named."""


STANDS = {AGENT: "doer", TARGET: "done", RECIPIENT: "to", ORIGIN: "from"}


def _turned(words: list[Word], keys: dict[int, frozenset[str]]) -> dict[int, frozenset[str]]:
    for n, own in list(keys.items()):
        idea = next((one for one in own if one in CONVERSE), "")
        if not idea:
            continue
        into, roles, named = CONVERSE[idea]
        governed = [w for w in words if w.governor == n]
        if named and not any(w.role == RECIPIENT and w.kind in {"noun", "name"} for w in governed):
            continue
        keys[n] = (own - {idea}) | set(into.split())
        for word in governed:
            if word.role in roles:
                word.role = roles[word.role]
                word.slot = STANDS.get(word.role, word.slot)
    return keys


def _own(word: Word, language: str) -> frozenset[str]:
    strange = (
        word.kind == "name" and not word.listed and not word.low.isascii() and not whole(word.low, language)
    )
    if strange and any(key.startswith("=state_") for key in ideas(word.low, language)):
        strange = False  # the name of a state is in no dictionary of common words
    found = (
        frozenset()
        if strange
        else ideas(word.low, language) or ideas(word.lemma, language) or _parts(word.low, language)
    )
    if found:
        return found
    if word.low in SMALL or len(word.low) < 2:
        return frozenset({VAGUE})
    if word.kind == "name":
        return frozenset({"^" + sounds(word.low)})
    return frozenset({word.lemma[:STEM]})


def _parts(word: str, language: str) -> frozenset[str]:
    """Ideas of both halves of "агент-эмигрант"."""
    if "-" not in word:
        return frozenset()
    return frozenset(idea for part in word.split("-") for idea in ideas(part, language))


def _term(word: Word, own: frozenset[str], keys: dict[int, frozenset[str]]) -> Term:
    weak = VAGUE in own
    own = own - {VAGUE}
    deed = bool(own & deeds())
    known = any(key[0] in "=@" for key in own)
    kind = word.kind
    if own <= qualities() and kind not in {"name", "predicate"}:
        kind = "adjective"
    elif deed and kind in {"verb", "noun"}:
        kind = "deed"
    weight = WEIGHTS.get(kind, 0.8) * (1.0 if known or kind == "name" else UNKNOWN) * (WEAK if weak else 1.0)
    governor = keys.get(word.governor, frozenset()) - {VAGUE}
    role = "" if own & WHEN else word.role
    owner = keys.get(word.owner, frozenset()) - {VAGUE}
    return Term(
        own,
        word.low,
        kind,
        weight,
        role,
        governor,
        word.negated,
        word.order,
        word.listed,
        "" if own & WHEN else word.slot,
        owner,
    )


WHEN = frozenset(
    "=vote =percent =night =morning =dawn =evening =noon =winter =spring =summer =autumn".split()
)


def _modality(text: str, parsed: Parsed, taken: Sequence[tuple[int, int]]) -> str:
    """How the main part is meant, if not as a fact."""
    blank = text
    for start, end in taken:  # "on 3 May" is a day
        blank = blank[:start] + "_" * (end - start) + blank[end:]
    found = modality(blank)
    if found:
        return found
    if parsed.language != "en":
        for _n, word in enumerate(parsed.words):
            if word.kind == "verb" and word.end <= len(text):
                forms, *_ = cyrillic.readings(word.low, parsed.language)
                if forms and forms[0].part == "VERB" and "futr" in forms[0].traits:
                    return "future"
    return ""


@lru_cache(maxsize=1)
def ready() -> bool:
    """Whether English is parsed rather than read by the order of its words."""
    return english.model() is not None
