"""What a content says, as far as two contents can be compared: ideas, names, numbers, polarity, doers.

Words that are one idea (``lexicon.yaml``) count as one, in every language listed; a name counts as whom it names. So
"Peru attacked the port with drones" and its Russian wording share all they say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.claim import lexicon

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
STEM = 6
"""Letters of a word that is on no line of the list, so that its endings do not count."""
MAIN = 160
"""Characters in which the main part of a content stands."""
EARLY = 30
"""Characters from the start of a content in which its subject begins."""
POINT = 90
"""Characters in which a negation must stand to be the point of a content."""
AROUND = 70
"""Characters beside a name in which it shows whether it did something."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a content: its place there, whom it names and for whose side they stand."""

    start: int
    end: int
    entity: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """A content as it is compared."""

    words: frozenset[str]
    """Stems, ``=ideas`` and ``@entities``."""
    numbers: frozenset[str] = frozenset()
    negated: bool = False
    modality: str = ""
    """``if``, ``may``, ``future``, ``should``, or empty: said to be so."""
    actors: tuple[str, ...] = ()
    """Parties named, in the order of the words."""
    doers: frozenset[str] = frozenset()
    """Those of them that do something there, as far as the words beside the name tell."""
    first_person: bool = False
    not_done: bool = False
    """The main part says that a deed was not done: "did not", "never"."""
    text: str = ""
    """The content itself, for the comparison part by part (``proposition``)."""
    spans: tuple[tuple[int, int, str], ...] = ()
    """Where in ``text`` whom is named: ids of the entity and of its party."""

    @property
    def deeds(self) -> frozenset[str]:
        """The words that name nobody."""
        return frozenset(word for word in self.words if word[0] not in "@^")


def sense(text: str, names: Sequence[Named] = (), *, party: str = "") -> Sense:
    """What is compared of a content. ``party`` is the speaker's, for "we"."""
    cut = framed(text)
    main = main_part(text[cut:])
    words: set[str] = set()
    numbers: set[str] = set()
    inside = [(one.start, one.end) for one in names]
    granted = concessive(text)
    own = [one for one in names if not any(start <= one.start < end for start, end in granted)]
    words.update("@" + (one.entity or one.party) for one in own)
    before, before_end, last = "", -9, ""
    first_person = False
    for match in WORD.finditer(text):
        low = match.group().lower().replace("’", "'").removesuffix("'s")
        first_person = first_person or low in FIRST
        if any(start < match.end() and match.start() < end for start, end in (*inside, *granted)):
            before = ""
            continue
        if pair := lexicon.pair(before, low):
            words.add(pair)
            words.discard(last)
            before, before_end = low, match.end()
            continue
        near = before_end + 1 == match.start()
        before, before_end = low, match.end()
        if low[0].isdigit() or match.start() < cut:
            continue
        if number := lexicon.number(low):
            if number != "2" or low not in {"both", "pair"}:
                numbers.add(number)
            continue
        if low in lexicon.words("stop") or len(low) < 2:
            continue
        idea = lexicon.idea(low)
        last = ""
        capital = match.group()[0].isupper() and match.start() > 0 and near
        word = idea or ("^" if capital else "") + low[:STEM]
        last = "" if word in words else word
        words.add(word)
    numbers.update(
        match.group().replace(",", "")
        for match in NUMBER.finditer(text)
        if not any(start <= match.start() < end for start, end in granted)
    )
    doers = {
        one.party for n, one in enumerate(own) if one.party and does(text, one, _is_first(text, own, n, cut))
    }
    if first_person and party:
        doers.add(party)
    return Sense(
        words=frozenset(words),
        numbers=frozenset(numbers),
        negated=negations(main[:POINT]) % 2 == 1,
        modality=modality(main),
        actors=tuple(dict.fromkeys(one.party for one in own if one.party)),
        doers=frozenset(doers),
        first_person=first_person,
        not_done=lexicon.pattern("not_done").search(main[:POINT]) is not None,
        text=text,
        spans=tuple(
            (one.start, one.end, " ".join(dict.fromkeys(i for i in (one.entity, one.party) if i)))
            for one in names
        ),
    )


MARKS = re.compile(r"\s*[“”\"‘«»]|\s'(?=\w)|(?<=\w)'(?=\s)")
"""Quotation marks, which part no words that belong together."""
FEW_AHEAD = 1
"""Words of weight that may stand before a subject ("drones that Peru sent")."""


def _light(word: str) -> bool:
    """Whether a word before a subject has no weight: an article, a number, a day."""
    return word in lexicon.words("stop") or word in lexicon.words("framing") or bool(lexicon.number(word))


DEEDS = frozenset(
    "=attack =shelling =bombing =kill =injured =poison =down =destroy =damage =hack =sabotage".split()
)
"""Ideas that do something to what is named behind them."""
FIRST = frozenset("we our us ours i my мы наш нас нам ми наші нами я".split())


def negations(text: str) -> int:
    """How often a text says no. Russian and Ukrainian say it twice and mean it once: "никто не стрелял"."""
    found = [match.group().lower() for match in lexicon.pattern("negation").finditer(text)]
    plain = sum(word in ("не", "нет", "немає", "нема") for word in found)
    return plain or len(found)


def framed(text: str) -> int:
    """Where the point of a content begins: behind "that", "the evidence shows that" and their like."""
    at = 0
    for _ in range(3):
        match = next((m for p in lexicon.each("frame") if (m := p.match(text[at:]))), None)
        if match is None or not match.end():
            break
        at += match.end()
    return at


def concessive(text: str) -> tuple[tuple[int, int], ...]:
    """Where a content grants something against what it says: "despite the report of an attack" is no part of its point."""
    found = tuple(match.span() for match in lexicon.pattern("concessive").finditer(text))
    # A content that is nothing else says at least that.
    return found if sum(end - start for start, end in found) < len(text.strip()) else ()


def main_part(text: str) -> str:
    """The first clause: what stands before "although", "which" or a dash."""
    text = text[:MAIN]
    aside = lexicon.pattern("aside").search(text, 12)
    return text[: aside.start()] if aside else text


def modality(main: str) -> str:
    """How the main part is meant, if not as a fact."""
    return next(
        (
            kind
            for kind in ("if", "future", "should", "may")
            if lexicon.pattern("modality", kind).search(main)
        ),
        "",
    )


def _is_first(text: str, names: Sequence[Named], number: int, begin: int) -> bool:
    """Whether no other party is named from ``begin`` to a name but in one breath with it ("Chad and Niger")."""
    own = names[number]
    return own.start <= MAIN and all(
        before.start < begin
        or before.end > own.start
        or before.party == own.party
        or JOINT.fullmatch(text[before.end : own.start])
        for before in names[:number]
    )


JOINT = re.compile(r"\s*(?:,|and|&|и|та|і|й)\s+(?:the )?", re.IGNORECASE)


def does(text: str, name: Named, first: bool = True) -> bool:
    """Whether a name's place and the words beside it make it the one that did something: subject, or behind "by".

    ``first``: no other party is named before it.
    """
    before, after = text[max(0, name.start - AROUND) : name.start], text[name.end : name.end + AROUND]
    after = MARKS.sub(" ", after)
    if lexicon.pattern("doer_before").search(before):
        return True
    begin = framed(text)
    if name.start < begin:
        return False  # "Peru has evidence that …": it has, and does nothing
    if not first or name.start - begin > EARLY or lexicon.pattern("not_doer_before").search(before):
        return False
    ahead = WORD.findall(text[begin : name.start].lower())
    done = any(lexicon.idea(word) in DEEDS for word in ahead) or any(map(lexicon.pair, ahead, ahead[1:]))
    if done or sum(not _light(word) for word in ahead) > FEW_AHEAD:
        return False  # "it shot down an Indian jet": the name stands behind the deed
    if lexicon.pattern("speaks_after").search(after):
        return False  # "what the army says is a drone": it says so, and does nothing
    return not lexicon.pattern("suffers_after").search(after)
