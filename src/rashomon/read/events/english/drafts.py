"""Events under way: each candidate with its status, roles and attribution, and what it takes into itself."""

from __future__ import annotations

from dataclasses import replace

from rashomon.read.events.drafts import Draft, Held
from rashomon.read.events.english import nouns, roles, status
from rashomon.read.events.english.lexicon import means
from rashomon.read.events.english.line import BREAKS
from rashomon.read.events.english.phrases import clause_start
from rashomon.read.events.english.places import floor_and_ceiling
from rashomon.read.events.english.wrap import inner_of
from rashomon.read.events.found import Found
from rashomon.read.events.line import Line
from rashomon.read.events.parties import Before, Named, Roles
from rashomon.read.events.plover import HOSTILE, WRAPPING, asked, threat
from rashomon.records import Range


def drafts_of(text: str, words: Line, found: list[Found], named: Named, held: Held) -> list[Draft]:
    made: list[Draft] = []
    before = Before()
    swallowed: set[int] = set()
    for n, one in enumerate(found):
        if n in swallowed:
            continue
        place = words.at[one.head][0]
        index = held.around(place)
        speech = held.attributions[index] if index is not None else None
        bounds = floor_and_ceiling(words, speech.content, one.head) if speech else (0, len(words))
        said_by = _trimmed(text, speech.source[0]) if speech and speech.source else None
        before = replace(before, speaker=said_by)
        draft = _draft(words, one, bounds, named, before, quoted=speech is not None)
        if draft is None:
            continue
        if draft.own is not None:
            if draft.own.denied and index is None:
                draft.status = "negated"
            actor, target = draft.roles.actor, draft.roles.target
            before = Before(
                subject=(target if draft.own.passive else actor) or before.subject,
                agent=(target if draft.category == "ACCUSE" and not draft.own.passive else actor)
                or before.agent,
            )
        inside = inner_of(words, found, n) if draft.category in WRAPPING else []
        swallowed.update(inside)
        if inside:
            _wrapped(words, draft, [found[k] for k in inside], named)
        if _purpose(words, draft, made):
            continue
        if draft.category == "PROTEST" and index is None and held.cues(place):
            draft.category, draft.mode = "ACCUSE", "disapprove"  # "…, the group protested"
        if draft.category == "ASSAULT" and (not draft.mode or one.entry.lemma in _LOOSE):
            draft.mode = _by_means(words, draft) or draft.mode
        draft.attribution = index
        made.append(draft)
    return made


_LOOSE = frozenset("bomb fire".split())
"""Verbs whose mode the means in their clause tell better ("jets bombed", "fired a rocket")."""


_MUST = frozenset("must ought".split())
"""Words that make a demand of what someone says another has to do."""


def _draft(
    words: Line,
    one: Found,
    bounds: tuple[int, int],
    named: Named,
    before: Before,
    *,
    quoted: bool,
) -> Draft | None:
    clause = clause_start(words, one.head, bounds[0])
    if (
        one.entry.form == "i"
        and one.entry.category in WRAPPING
        and one.head
        and words.low[one.head - 1] in {"of", "after", "despite"}
    ):
        return None  # "after months of refusing"
    if one.entry.lemma in _MUST:
        if not quoted:
            return None
        draft = Draft(one, None, "REQUEST", "", "asserted", clause, bounds)
        draft.roles = Roles(before.speaker, roles.before_word(words, one.head, bounds[0]))
    elif not one.entry.verb:
        draft = Draft(
            one, None, one.entry.category, one.entry.mode, status.of_noun(words, one, clause), clause, bounds
        )
        draft.roles = nouns.of_noun(words, one, bounds, named)
    else:
        own = status.group(words, one.head, one.entry.form)
        category, mode, told = status.of_verb(words, one, own, clause, quoted=quoted)
        draft = Draft(one, own, category, mode, told, clause, bounds)
        draft.roles = roles.of_verb(words, one, own, bounds, named, before)
    return draft


def _trimmed(text: str, where: Range) -> Range:
    """A range without the article it begins with."""
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if text.startswith(article, where[0]):
            return where[0] + len(article), where[1]
    return where


def _purpose(words: Line, draft: Draft, made: list[Draft]) -> bool:
    """Whether a verb only tells what another act was for: "opened fire [to disperse them]", "marched [demanding] …"."""
    own = draft.own
    if not made or own is None or own.control:
        return False
    if (
        draft.category == "REQUEST"
        and made[-1].category == "PROTEST"
        and (draft.found.entry.form == "i" or own.infinitive)
    ):
        return True
    if not own.infinitive or words.low[own.start] != "to":
        return False
    last = made[-1].found
    return last.head < own.start and not any(
        w in BREAKS or w == "," for w in words.low[last.head : own.start]
    )


def _wrapped(words: Line, draft: Draft, inside: list[Found], named: Named) -> None:
    """What a threat, promise, demand or refusal is about gives its mode, and its target where it has none."""
    first = inside[0].entry
    if (
        draft.category == "AGREE"
        and first.category in HOSTILE - {"PROTEST"}
        and first.mode != "discontinue"
        and draft.found.entry.category == "AGREE"
    ):
        draft.category, draft.status = (
            "THREATEN",
            "threatened" if draft.status in {"asserted", "planned"} else draft.status,
        )
    if draft.category == "THREATEN":
        if draft.found.entry.category in WRAPPING:
            draft.mode = threat(first.category, first.mode) if first.category != "THREATEN" else draft.mode
    elif draft.category in {"REQUEST", "REJECT"}:
        first = next((f.entry for f in inside if f.entry.category not in WRAPPING), first)
        draft.mode = asked(first.category)
    direct = draft.roles.target is not None and draft.roles.target[0] < words.at[inside[0].first][0]
    if not direct:
        own = status.group(words, inside[0].head, inside[0].entry.form)
        if inside[0].entry.verb:
            target = roles.of_verb(
                words, inside[0], own, draft.bounds, named, Before(draft.roles.actor, draft.roles.actor)
            ).target
        else:
            target = nouns.of_noun(words, inside[0], draft.bounds, named).target
        if target and target != draft.roles.actor:
            draft.roles = replace(draft.roles, target=target)


def _by_means(words: Line, draft: Draft) -> str:
    """The mode of an assault by the words for its means in the same clause."""
    known = means()
    best: tuple[int, str] | None = None
    for k in range(max(0, draft.found.first - 14), min(len(words), draft.found.last + 15)):
        mode = known.get(words.low[k])
        if mode and not any(
            w in BREAKS for w in words.low[min(k, draft.found.head) : max(k, draft.found.head)]
        ):
            rank = abs(k - draft.found.head) - (20 if mode in {"drone", "suicide-attack"} else 0)
            if best is None or rank < best[0]:
                best = (rank, mode)
    return best[1] if best else ""
