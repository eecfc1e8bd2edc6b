"""The act of a cue from its words alone, where there is no parse: the verb or noun that does the saying, and "not"."""

from __future__ import annotations

import re
from functools import cache

from rashomon.read.acts import act_of
from rashomon.read.languages import en
from rashomon.read.phrases import in_part, phrase_act

_WORD = re.compile(r"[A-Za-z]+(?:n['’]t)?|['’][a-z]+")
NEGATIONS = frozenset("not never no neither nor cannot without hardly".split())
_AUXILIARY = frozenset(
    "be am is are was were been being have has had having do does did will would shall should can could may might must "
    "to get got".split()
)
_CLAUSE = re.compile(r"^\W*(?:that|whether|if|how|why|what|who|when|where)\b", re.IGNORECASE)
_TO = re.compile(r"^\W*to\s", re.IGNORECASE)
_SOMEONE_TO = re.compile(r"^(?:[^\s,;:.]+\s+){1,7}?to\s+[a-z]+", re.IGNORECASE)


def act(cue: str, content: str) -> tuple[str, bool]:
    """The act (of ``codebook.md``) and whether the cue is negated."""
    found = [m.group().lower().replace("’", "'") for m in _WORD.finditer(cue)]
    negated = any(w in NEGATIONS or w.endswith("n't") for w in found)
    if negated and any(w in SILENT for w in found):
        return "declines", False
    if cue.strip(" —–-") == ":" and content.rstrip(" ”\"'’").endswith("?"):
        return "asks", False
    if phrase := phrase_act(cue, content):
        return phrase, negated and phrase != "declines"
    lemma, at = _head(found)
    if not lemma:
        return ("hearsay" if set(found) & en.HEARSAY else "asserts"), negated
    rest = [w for w in found[at + 1 :] if w not in _AUXILIARY]
    if _TO.match(content) or (found[at + 1 :] and found[-1] == "to"):
        frame = "x"
    elif rest and rest[0] in _PREPOSITIONS:
        frame = "+" + rest[0]
    elif _CLAUSE.match(content):
        frame = "c"
    elif _SOMEONE_TO.match(content):
        frame = "ox"
    else:
        frame = "o"
    return in_part(act_of(lemma, frame), content), negated


SILENT = frozenset("responded respond replied reply returned return answered answer reached".split())
"""Verbs whose "not" leaves a question unanswered."""
_PREPOSITIONS = frozenset("for on upon about against of back out down over".split())


def _head(found: list[str]) -> tuple[str, int]:
    """Lemma and place of the word that says it: the last verb or noun of reporting that is not an auxiliary."""
    best = ("", -1)
    lends = en.lending()
    for at, word in enumerate(found):
        lemma = _lemmas().get(word, "")
        if lemma and word not in _AUXILIARY and not (best[0] and word in lends):
            # "issued a denial": the noun, not the verb that lends it a tense; "claims to know": the first verb.
            if best[0] and found[best[1]] not in lends:
                continue
            best = (lemma, at)
    return best


@cache
def _lemmas() -> dict[str, str]:
    nouns = {form: noun for noun in en.noun_frames() for form in (noun, noun + "s")}
    acts = {form: lemma for lemma in _acting() for form in en.inflected(lemma)}
    return {**nouns, **acts, **en.lemmas()}


def _acting() -> set[str]:
    return {word.split()[0] for word in en.ACTS}
