"""Is one text another text's? The verdict on a pair, from tables that a newcomer can argue with."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from rashomon.group import overlap
from rashomon.group.overlap import Retold, closed, found_in, matter, retold, stretches
from rashomon.group.trace import Flags, Trace, among, distinct, lengths, part_of, without
from rashomon.records import Manner, Relation

COPY = 0.6
"""Share of a text's own words (quotations and the outlet's standing lines left out) that stand in the other, from which
it is the other's text. An edited wire copy keeps over 0.8; reports of one happening share under 0.2."""
OWNER = 0.35
"""The same for two outlets of one owner, who pass on copy without saying so."""
PLAIN = 0.75
"""Share from which sentences in other words are not looked for."""
WHOLE = 0.9
"""Share from which no better partner is looked for."""
TAKEN = 0.62
"""Share of a sentence's telling words that stand in one sentence of the other (or two neighbours), from which it is that
sentence in other words: every third word exchanged leaves 0.66; the first sentence of another reporter has up to 0.6."""
SAME_WORDS = 0.55
"""Share of all its telling words that such a text must have of the other."""
TELLING = 4
"""Telling words that such a sentence needs."""
LEAST = 25
"""Words below which a text is too short to be told for a rewrite or a translation."""
BARE = 8
"""Words of a line that names nobody and gives no number, from which it is taken for matter that stands on many pages."""
AT_LENGTH = 20
"""Words of a quotation that is a text of its own."""
OWN_WORDS = 15
"""Words outside quotations that a report needs to be judged by them; with fewer it is told by all its words."""
SAME_FORM = 0.6
"""Share of its numbers that are new, from which a text that shares another's wording only fills in the same form, as
daily bulletins do."""

# What tells a retelling from another report of the happening: logistic weights fitted on the dev half of
# bench/gold/roots.jsonl, whole texts and halves of them (decisions/0010 has the figures).
REWRITE = {
    "words": 1.1, "own_numbers": 1.65, "numbers": 1.59, "names": 0.96, "neighbours": 1.57, "fresh": -1.94, "": -3.51,
}  # fmt: skip
TRANSLATION = {
    "words": 0.7, "own_numbers": 1.64, "numbers": 2.69, "names": 0.58, "neighbours": 2.78, "": -3.98,
}  # fmt: skip
WORDS_REWRITE = {"words": 1.29, "names": 1.16, "neighbours": 2.41, "fresh": -2.48, "": -1.99}
WORDS_TRANSLATION = {"words": 1.67, "names": 1.06, "neighbours": 3.85, "": -2.56}
"""The same for texts with at most one number each: what is missing must not count as half there. Fitted on the same texts
with their numbers left out; read on happenings without numbers that were written afterwards."""
FEW_NUMBERS = 1
LIKELY = 0.5
"""Chance from which they hold by these tables."""
SURE = 0.6
"""Chance from which a text is held for a retelling: two short reports of one match or one speech reach 0.6."""
FEWEST, NEIGHBOURS = 4, 0.08
"""Pairs of neighbouring telling words that a retelling shares at the least, and as a share: the loosest of the gold has
0.13, other reports of the happening 0.01 to 0.07."""
LONGER = 3.0
"""A text so many times as long has most names and numbers of any short report of its happening: no ground to hold the
short one for a retelling of it. Copies word for word are told at any length."""
FRESH = 0.25
"""A sentence with less than this in common with each sentence of the other tells something new."""

KEPT, KEPT_BARE = 0.25, 0.33
"""Share of its content words, names and numbers left out, that a retelling keeps, and one with hardly a number in it, where
nothing but words can tell. Retellings of the dev half keep 0.31 and more, without numbers 0.34; other reports of the
happening, however many names they share, up to 0.29 and 0.25."""
OWN_MATTER = 0.3
"""Share of these in sentences without a counterpart, up to which a text adds nothing. Retellings of the dev half have up to
0.18, other reports mostly 0.5 and more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """What a text (the later) has of another."""

    relation: Relation
    """``copy``, ``translation``, or ``original`` where it is a text of its own."""
    manner: Manner = ""
    share: float
    """Of its own words, 0…1."""
    taken: Flags
    """Which words of the later are the other's, word for word."""
    kept: Flags
    """The same, with sentences in other words."""
    ground: str = ""


def basis(one: Trace, house: Flags | None = None) -> Flags:
    """The words that a text is judged by: not those it quotes, nor what its outlet prints under everything, nor lines
    without a name or a number ("We use cookies", "Follow us"), as far as enough is left."""
    whole = np.ones(one.size, dtype=bool)
    if house is not None:
        whole = ~house
    matter = whole & ~_bare(one)
    for own in (matter & ~one.quoted, matter, whole & ~one.quoted):
        if own.sum() >= max(OWN_WORDS, 0.3 * whole.sum()):
            return own
    return whole


def _bare(one: Trace) -> Flags:
    if len(one.line_starts) < 2:
        return np.zeros(one.size, dtype=bool)
    marked = np.add.reduceat(one.marks.astype(np.int64), one.line_starts.astype(np.int64))
    sizes = lengths(one.line_starts, one.size)
    return np.repeat((marked == 0) & (sizes >= BARE), sizes)


def compare(
    one: Trace, other: Trace, *, own: Flags | None = None, apart: float | None = None, owner: str = ""
) -> Kin:
    """What ``one`` has of ``other``, both in one language.

    ``own`` is the ``basis`` of one if that was made before; ``apart`` the days between them, ``None`` where not known;
    ``owner`` names who owns both outlets.
    """
    own = basis(one) if own is None else own
    taken = closed(found_in(one, other))
    share = part_of(taken[own])
    if share >= PLAIN and not _same_form(one, other, apart):
        return _copy(one, other, share, taken, taken, "")
    if share < OWNER and not akin(one, other):
        return Kin(relation="original", share=share, taken=taken, kept=taken)
    told = retold(one, other)
    kept = taken | _other_words(one, told)
    by_both = part_of(kept[own])
    if by_both >= 0.2 and _same_form(one, other, apart):
        return Kin(relation="original", share=by_both, taken=taken & one.quoted, kept=taken & one.quoted)
    if share >= COPY:
        return _copy(one, other, by_both, taken, kept, "")
    near = other.size <= LONGER * one.size or share >= OWNER
    if near and min(one.size, other.size) >= LEAST:
        told = retold(rest, other) if (rest := _telling(one)) is not one else told
        holds, chance = _is_retold(rest, other, told, across=False)
        if holds and not _new_quotes(one, other) and _keeps(rest, other, told, OWN_MATTER):
            manner: Manner = "padded" if share >= OWNER else "rewrite"
            ground = f"the same facts in other words, nothing of its own: {_counts(one, told)}"
            if manner == "padded":
                ground = (
                    f"{share:.0%} of its words are the same, and the rest adds nothing: {_counts(one, told)}"
                )
            return Kin(
                relation="copy", manner=manner, share=max(by_both, chance), taken=taken, kept=kept, ground=ground
            )  # fmt: skip
    if by_both >= COPY and told.words >= SAME_WORDS and _keeps(one, other, told):
        return _copy(one, other, by_both, taken, kept, "")
    if owner and by_both >= OWNER:
        return _copy(one, other, by_both, taken, kept, owner)
    return Kin(relation="original", share=by_both, taken=taken, kept=kept)


def _copy(one: Trace, other: Trace, share: float, taken: Flags, kept: Flags, owner: str) -> Kin:
    manner: Manner = "edited"
    ground = f"{share:.0%} of its words are the same"
    if np.count_nonzero(taken) < 0.5 * np.count_nonzero(kept):
        manner, ground = "rewrite", f"{share:.0%} of its sentences are the same with words exchanged"
    elif share >= WHOLE and one.size < 0.7 * other.size:
        manner, ground = "cut", f"a part of it: {share:.0%} of its words are the same"
    if owner:
        ground += f", and both outlets are owned by {owner}"
    return Kin(relation="copy", manner=manner, share=share, taken=taken, kept=kept, ground=ground)


def forget() -> None:
    """Let go of what was kept of the texts that were compared last."""
    overlap.forget()
    _telling.cache_clear()


def akin(one: Trace, other: Trace) -> bool:
    """Whether enough pairs of neighbouring telling words are the same for either to be retold in the other."""
    shared = int(np.count_nonzero(among(one.keys, other.keys)))
    return shared >= max(FEWEST, NEIGHBOURS * min(len(one.keys), len(other.keys)))


def compare_across(one: Trace, other: Trace) -> Kin:
    """What ``one`` has of ``other``, in two languages."""
    none = np.zeros(one.size, dtype=bool)
    if min(one.size, other.size) < LEAST or other.size > LONGER * one.size:
        return Kin(relation="original", share=0.0, taken=none, kept=none)
    told = retold(one, other, across=True)
    holds, chance = _is_retold(one, other, told, across=True)
    if not holds:
        return Kin(relation="original", share=chance, taken=none, kept=none)
    ground = f"{_counts(one, told)} are the same{', in the same order' if told.order >= 0.7 else ''}"
    return Kin(relation="translation", share=chance, taken=none, kept=none, ground=ground)


@lru_cache(maxsize=64)
def _telling(one: Trace) -> Trace:
    """Without what it quotes at length: two reports around one statement share its names and numbers, and no more."""
    long = np.zeros(one.size, dtype=bool)
    for begin, end in stretches(one.quoted):
        if end - begin >= AT_LENGTH:
            long[begin:end] = True
    return without(one, long) if long.any() and one.size - long.sum() >= LEAST else one


def _is_retold(one: Trace, other: Trace, told: Retold, *, across: bool) -> tuple[bool, float]:
    """Whether the likeness is that of a retelling or translation, and the chance that it is, 0…1."""
    if _bare_of_numbers(told):
        chance = _chance(WORDS_TRANSLATION if across else WORDS_REWRITE, one, other, told)
        return chance >= LIKELY, chance
    chance = _chance(TRANSLATION if across else REWRITE, one, other, told)
    return chance >= SURE, chance


def _bare_of_numbers(told: Retold) -> bool:
    return max(told.own_numbers, told.their_numbers) <= FEW_NUMBERS


def _keeps(one: Trace, other: Trace, told: Retold, alone: float = 1.0) -> bool:
    """Whether it keeps content words as a retelling does, with no more than this share in sentences without any."""
    kept, own = matter(one, other, _bare(one))
    return kept >= (KEPT_BARE if _bare_of_numbers(told) else KEPT) and own <= alone


def _chance(weights: dict[str, float], one: Trace, other: Trace, told: Retold) -> float:
    """0…1. What is missing counts for little: half a number is added to what is shared, one and a half to all."""
    numbers, theirs = told.own_numbers, told.their_numbers
    shared_numbers, shared_names = numbers - told.new_numbers, told.own_names - told.new_names
    bridges = int(among(one.bridges, other.bridges).sum())
    values = {
        "words": told.words,
        "own_numbers": (shared_numbers + 0.5) / (numbers + 1.5),
        "numbers": (shared_numbers + 0.5) / (min(numbers, theirs) + 1.5),
        "names": (shared_names + 0.5) / (told.own_names + 1.5),
        "neighbours": bridges / max(4, min(len(one.bridges), len(other.bridges))),
        "fresh": float(told.sizes[told.best < FRESH].sum() / max(told.sizes.sum(), 1)),
        "": 1.0,
    }
    return 1 / (1 + math.exp(-sum(weight * values[name] for name, weight in weights.items())))


def _other_words(one: Trace, told: Retold) -> Flags:
    """Words of sentences that stand in the other in other words."""
    held = np.zeros(len(one.sentence_starts), dtype=bool)
    held[: len(told.best)] = (told.best >= TAKEN) & (told.sizes >= TELLING)
    return np.repeat(held, lengths(one.sentence_starts, one.size))


def _same_form(one: Trace, other: Trace, apart: float | None) -> bool:
    """Bulletins of different days in the same words: at least three numbers, most of them other than the other's."""
    if apart is not None and apart < 0.8:
        return False
    mine = distinct(one.bones[one.numbers])
    if len(mine) < 3 or one.numbers.sum() < 0.04 * one.size:
        return False
    return float(among(mine, distinct(other.bones[other.numbers])).mean()) <= 1 - SAME_FORM


def _new_quotes(one: Trace, other: Trace) -> bool:
    """Whether it quotes four words or more that the other does not have."""
    known: npt.NDArray[np.integer] | None = None
    for begin, end in stretches(one.quoted):
        if end - begin < 4:
            continue
        known = distinct(other.stems) if known is None else known
        telling = one.stems[begin:end]
        telling = telling[telling != 0]
        if len(telling) >= 2 and among(telling, known).mean() < 0.5:
            return True
    return False


def _counts(one: Trace, told: Retold) -> str:
    names, numbers = told.own_names, told.own_numbers
    parts = []
    if numbers:
        parts.append(f"{numbers - told.new_numbers} of {numbers} number{'s' * (numbers > 1)}")
    if names:
        parts.append(f"{names - told.new_names} of {names} name{'s' * (names > 1)}")
    return " and ".join(parts) or f"{told.words:.0%} of the telling words"
