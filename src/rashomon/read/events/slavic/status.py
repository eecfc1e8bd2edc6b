"""Whether an act was done: by the verb's aspect, "не", words like "пытался" before an infinitive, "если", "бы"."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.read.events.found import Group
from rashomon.read.events.plover import FRIENDLY, HOSTILE, refused, threat
from rashomon.read.events.slavic.find import Hit
from rashomon.read.events.slavic.lexicon import fits
from rashomon.read.events.slavic.text import Text
from rashomon.read.events.slavic.verbs import INFINITIVE, PRESENT, Verb

_BACK = 7
"""Words before an infinitive in which the word that governs it is looked for; behind it four."""
_AROUND = 8


@dataclass(frozen=True, slots=True)
class Governed:
    """What an infinitive hangs on: the place of the word, what it does, and its form."""

    at: int
    effect: str
    verb: Verb


def governor(text: Text, hit: Hit) -> Governed | None:
    """The word that governs an infinitive: "[пытался] прорваться", "[попытка] захватить"."""
    start, stop = hit.bounds
    places = [
        *range(hit.head - 1, max(start, hit.head - _BACK) - 1, -1),
        *range(hit.head + 1, min(stop, hit.head + 5)),
    ]
    for k in places:
        word = text.low(k)
        if known := text.lexicon.controls.get(word):
            effect = known[0]
            negated = text.low(k - 1) == "не"
            if negated and word.startswith(
                ("удал", "вдал", "смог", "сумел", "зміг", "змогл", "зумі", "успел", "встиг")
            ):
                effect = "failed"
            return Governed(k, effect, known[1])
        if any(fits(word, stem) for stem in text.grammar.words["attempts"]):
            return Governed(k, "attempted", Verb("noun"))
        if k < hit.head and word in text.lexicon.forms:
            return None
    return None


def of_verb(text: Text, hit: Hit, governed: Governed | None) -> tuple[str, str, str, Group]:
    """Category, mode and status of a verb, and what stands before it."""
    category, mode = hit.entry.category, hit.entry.mode
    verb = hit.verb or Verb("past")
    negated = (text.negated(hit.head) and not hit.aimed.denied) or (
        governed is not None and governed.effect == "done" and text.negated(governed.at)
    )
    future = (verb.kind == PRESENT and hit.perfective) or verb.kind == "future" or _will(text, hit, verb)
    if governed is not None:
        future = future or governed.effect == "intends"
        if governed.verb.kind == "future":
            future = True
    group = Group(
        hit.head,
        negated=negated,
        passive=verb.passive,
        future=future,
        control=governed.effect if governed else "",
        infinitive=verb.kind == INFINITIVE,
    )
    status = _told(text, hit, governed, negated=negated)
    if status in {"hypothetical", "failed", "attempted"}:
        return category, mode, status, group
    if future and category not in {"THREATEN", "REQUEST", "REJECT", "ACCUSE", "AGREE"}:
        if negated:
            return ("REJECT", refused(category), "asserted", group) if category in FRIENDLY else (
                category, mode, "negated", group)  # fmt: skip
        if category in FRIENDLY and mode != "resign":
            return "AGREE", "", "planned", group
        if category in HOSTILE and not _fated(hit):
            return "THREATEN", threat(category, mode), "threatened", group
        return category, mode, "planned", group
    if negated:
        return category, mode, "negated", group
    if status == "planned":
        return category, mode, status, group
    return category, mode, "threatened" if category == "THREATEN" else "asserted", group


def _fated(hit: Hit) -> bool:
    """Whether a verb tells what befalls people ("погибнет"), which is no threat of theirs."""
    return hit.entry.suffered


def _will(text: Text, hit: Hit, verb: Verb) -> bool:
    near = range(max(hit.bounds[0], hit.head - 4), hit.head)
    short = verb.kind in {INFINITIVE, "short", "impersonal"}
    return short and any(text.low(k) in text.grammar.words["future"] for k in near)


def _told(text: Text, hit: Hit, governed: Governed | None, *, negated: bool) -> str:
    words = text.grammar.words
    start, stop = hit.bounds
    clause = [text.low(k) for k in range(start, stop)]
    if governed is not None and governed.effect in {"failed", "attempted"}:
        return "failed" if governed.effect == "failed" or came_to_nothing(text, hit.head) else "attempted"
    if any(
        text.low(k) in words["near_miss"] and "не" in {text.low(k + 1), text.low(k + 2)}
        for k in range(max(0, hit.head - 4), hit.head)
    ):
        return "failed"
    if _if(text, start) or any(w in words["hypothetical"] for w in clause):
        return "hypothetical"
    if governed is not None and governed.effect == "hypothetical":
        return "hypothetical"
    if (
        governed is None
        and hit.verb is not None
        and hit.verb.kind == INFINITIVE
        and text.low(start - 1) in {"чтобы", "щоб", "аби"}
    ):
        return "hypothetical"
    if governed is not None and governed.effect == "planned":
        return "planned"
    if governed is None and hit.verb is not None and hit.verb.kind == INFINITIVE and _of_noun(text, hit):
        return "hypothetical"
    if not negated and any(
        any(fits(w, s) for s in words["fail"] if len(s) > 6 and w not in words["fail"])
        for w in _near(text, hit)
    ):
        return "failed"
    return ""


def _of_noun(text: Text, hit: Hit) -> bool:
    """Whether an infinitive hangs on a noun: "приказа [отступать] не было", "право [закрыть] порт"."""
    k = hit.head - 1
    return (
        k >= hit.bounds[0]
        and text.nominal(k)
        and not text.verbal(k)
        and not text.name(k)
        and text.low(k) not in text.grammar.pronouns
    )


def _near(text: Text, hit: Hit) -> list[str]:
    """Words right before a verb's complements: "предприняли [неудачную] атаку"."""
    return [text.low(k - 1) for k in hit.used if k != hit.head] + [text.low(hit.head - 1)]


def _if(text: Text, start: int) -> bool:
    """Whether a clause is a condition: "если", "в случае"."""
    before = {text.low(start - 1), text.low(start)}
    return bool(before & text.grammar.words["if"])


def came_to_nothing(text: Text, k: int) -> bool:
    """Whether it is said right behind that an attempt failed: ", атака отбита"."""
    return any(text.low(j) in text.grammar.words["fail"] for j in range(k + 1, min(len(text.line), k + 12)))


def of_noun(text: Text, hit: Hit) -> str:
    """Status of an event told by a noun, by the words around it."""
    words = text.grammar.words
    start, stop = hit.bounds
    before = [text.low(k) for k in range(max(start, hit.first - 4), hit.first)]
    clause = [text.low(k) for k in range(max(start, hit.first - _AROUND), min(stop, hit.last + _AROUND))]
    if any(any(fits(w, s) for s in words["attempts"]) for w in before[-2:]) or (
        fits(text.low(hit.head), "покушени") and False
    ):
        return "failed" if came_to_nothing(text, hit.last) else "attempted"
    if "не" in before[-2:]:
        return "negated"
    if any(w in words["none"] or any(fits(w, s) for s in words["none"] if len(s) > 5) for w in before[-3:]):
        return "negated"
    if any(w in words["fail"] for w in clause) or any(
        any(fits(w, s) for s in words["fail"] if len(s) > 5) for w in before[-2:]
    ):
        return "failed"
    if any(any(w.startswith(s) for s in words["planned"]) for w in before[-3:]):
        return "planned"
    if any(any(w.startswith(s) for s in words["possible"]) for w in before[-3:]) or _if(text, start):
        return "hypothetical"
    if text.low(hit.first - 1) in {"случае", "разі"}:
        return "hypothetical"
    return "threatened" if hit.entry.category == "THREATEN" else "asserted"
