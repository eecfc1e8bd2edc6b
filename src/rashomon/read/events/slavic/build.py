"""The events of a sentence: each match with its status, roles and attribution, those of one act merged."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from rashomon.read.events.drafts import Draft, Held
from rashomon.read.events.line import Line
from rashomon.read.events.parties import Before, Named, Roles
from rashomon.read.events.plover import HOSTILE, WRAPPING, asked, threat
from rashomon.read.events.slavic import nouns, roles, status
from rashomon.read.events.slavic.find import Hit, find
from rashomon.read.events.slavic.grammar import folded
from rashomon.read.events.slavic.lexicon import lexicon
from rashomon.read.events.slavic.merging import merged, stands
from rashomon.read.events.slavic.sentence import text_of
from rashomon.read.events.slavic.text import Text
from rashomon.records import Range

REACH = 12
"""Words behind an act of words in which what it is about is looked for."""
_BY_MEANS = frozenset({"", "explosives", "heavy-weapons"})


def drafts_of(words: Line, named: Named, held: Held, language: str) -> list[Draft]:
    """The events of a sentence in the order of their words."""
    known = lexicon(language)
    if not any(folded(w) in known.forms or folded(w) in known.nouns for w in words.raw):
        return []
    text = text_of(words, language)
    nothing = _nothing(text)
    if "*" in nothing:
        return []
    hits = [h for h in find(text) if h.entry.category not in nothing and not _bearer(text, h)]
    made: list[Draft] = []
    before = Before()
    swallowed: set[int] = set()
    for n, hit in enumerate(hits):
        if n in swallowed:
            continue
        index = held.around(words.at[hit.head][0])
        speech = held.attributions[index] if index is not None else None
        said_by = speech.source[0] if speech and speech.source else None
        before = replace(before, speaker=said_by)
        draft = _draft(text, hit, before)
        draft.attribution = index
        if hit.entry.verb and draft.own is not None:
            subject = draft.roles.target if draft.own.passive else draft.roles.actor
            before = Before(subject=subject or before.subject, agent=draft.roles.actor or before.agent)
        if (
            draft.roles.actor is None
            and (accused := _accused(made, hit)) is not None
            and accused != draft.roles.target
        ):
            draft.roles = Roles(accused, draft.roles.target)  # "обвинил Москву в [минировании]"
        inside = _inner(hits, n) if draft.category in WRAPPING else []
        if draft.category == "REJECT" and made and made[-1].own is not None and made[-1].own.infinitive:
            behind = made[-1]
            if behind.found.head in range(*hit.bounds) and hit.head - behind.found.last < 4:
                made.pop()  # "обсуждать тему [отказался]"
                draft.mode = asked(behind.found.entry.category)
                draft.roles = roles.with_target(draft.roles, behind.roles.target)
        if inside:
            swallowed.update(inside)
            _wrapped(text, draft, [hits[k] for k in inside], before)
        if draft.category == "PROTEST" and draft.mode == "obstruct" and _by_force(text, draft):
            draft.category, draft.mode = "COERCE", "restrict"
        if draft.category == "ASSAULT" and draft.mode in _BY_MEANS:
            draft.mode = _by_means(text, hit) or draft.mode
        if not _purpose(text, hit, made):
            made.append(draft)
    _holders(text, hits, made)
    _headed(text, made)
    made = [d for d in merged(text, made) if not _broken_up(text, d, made)]
    return [d for d in made if stands(text, d, named)]


def _accused(made: list[Draft], hit: Hit) -> Range | None:
    """Who is accused of a noun's act: the target of an accusation before it in its clause."""
    if hit.entry.verb or not made:
        return None
    last = made[-1]
    near = last.found.head < hit.head and last.found.head in range(*hit.bounds)
    return last.roles.target if near and (last.category, last.mode) == ("ACCUSE", "allege") else None


def _by_force(text: Text, one: Draft) -> bool:
    """Whether soldiers or police close a road, which is no protest."""
    where = one.roles.actor
    return where is not None and any(
        text.low(k).startswith(text.lexicon.forces)
        for k, (s, e) in enumerate(text.line.at)
        if where[0] <= s and e <= where[1]
    )


def _purpose(text: Text, hit: Hit, made: list[Draft]) -> bool:
    """Whether a gerund only tells what a protest was for: "перекрыли трассу, [требуя] …"."""
    if hit.entry.category != "REQUEST" or not made or made[-1].category != "PROTEST":
        return False
    if hit.verb is not None and hit.verb.kind == "gerund":
        return True
    noun = not hit.entry.verb and hit.bounds[0] <= made[-1].found.head < hit.bounds[1]
    if noun and made[-1].roles.target is None:
        made[-1].roles = roles.with_target(made[-1].roles, nouns.of_noun(text, hit).actor)
    return noun


def _draft(text: Text, hit: Hit, before: Before) -> Draft:
    if not hit.entry.verb:
        draft = Draft(
            hit,
            None,
            hit.entry.category,
            hit.entry.mode,
            status.of_noun(text, hit),
            hit.bounds[0],
            (0, len(text.line)),
        )
        draft.roles = nouns.of_noun(text, hit)
        return draft
    governed = status.governor(text, hit) if hit.verb is not None and hit.verb.kind == "infinitive" else None
    category, mode, told, group = status.of_verb(text, hit, governed)
    draft = Draft(hit, group, category, mode, told, hit.bounds[0], (0, len(text.line)))
    draft.roles = roles.of_verb(text, hit, governed, before, negated=group.negated)
    if draft.status == "asserted" and status.came_to_nothing(text, hit.last) and group.control:
        draft.status = "failed"
    return draft


def _broken_up(text: Text, one: Draft, made: list[Draft]) -> bool:
    """Whether a protest is told only as what another act was done to: "разогнала [забастовку]"."""
    if one.found.entry.verb or one.category != "PROTEST":
        return False
    head = text.line.at[one.found.head][0]
    return any(
        d is not one and d.roles.target and d.roles.target[0] <= head < d.roles.target[1] for d in made
    )


def _headed(text: Text, made: list[Draft]) -> None:
    """ "Сумы: двое погибших при обстреле": a name and a colon before all else is where, and whom, an assault met."""
    raw = text.line.raw
    if len(raw) > 3 and raw[1] == ":" and raw[0][:1].isupper():
        for one in made:
            if one.category == "ASSAULT" and one.roles.target is None:
                one.roles = Roles(one.roles.actor, text.span(0, 0))


def _bearer(text: Text, hit: Hit) -> bool:
    """Whether a participle is a noun for people and tells no act: "подозреваемый", "затриманий"."""
    return (
        hit.verb is not None
        and hit.verb.kind == "passive"
        and not hit.entry.rest
        and hit.entry.category in {"ACCUSE", "COERCE"}
        and not text.nominal(hit.head + 1)
    ) or (
        hit.entry.category == "ACCUSE"
        and hit.verb is not None
        and hit.verb.kind == "passive"
        and text.lexicon.person(text.low(hit.head))
    )


def _nothing(text: Text) -> frozenset[str]:
    """Categories of what is no event here since other words tell of sport, shows or markets; "*" for all of them."""
    words = {w for w in text.line.low if len(w) > 2}
    marks = {mark for w in words for mark in _marks(text.grammar.language, w)}
    return frozenset(
        key
        for key, some in text.lexicon.nothing.items()
        if any(all(p in marks for p in parts) for parts in some)
    )


@lru_cache(maxsize=1 << 16)
def _marks(language: str, word: str) -> tuple[str, ...]:
    """The beginnings of ``nothing`` that a word has; one with "=" is a whole word."""
    known = {p for some in lexicon(language).nothing.values() for parts in some for p in parts}
    return tuple(p for p in known if (word == p[:-1] if p.endswith("=") else word.startswith(p)))


def _inner(hits: list[Hit], n: int) -> list[int]:
    """Places of the acts that an act of words is about: in its clause behind it, or the infinitive or "что" right behind."""
    one = hits[n]
    out = []
    for k in range(n + 1, len(hits)):
        other = hits[k]
        same = other.bounds[0] <= one.head < other.bounds[1] or one.bounds[0] <= other.head < one.bounds[1]
        finite = (
            other.entry.verb
            and other.verb is not None
            and other.verb.kind not in {"infinitive", "passive", "active"}
        )
        if other.head - one.last <= REACH and same and not (finite and not one.entry.verb):
            out.append(k)
    return out


_PROMISES = ("обещ", "пообещ", "обіц", "пообіц", "готов", "обяз", "зобов")


def _wrapped(text: Text, draft: Draft, inside: list[Hit], before: Before) -> None:
    """What a threat, promise, demand or refusal is about gives its mode, and its target where it has none."""
    first = next((h.entry for h in inside if h.entry.category not in WRAPPING), inside[0].entry)
    hostile = first.category in HOSTILE - {"PROTEST"} and first.mode != "discontinue"
    if draft.category == "AGREE" and hostile and draft.found.entry.lemma.startswith(_PROMISES):
        draft.category, draft.status = "THREATEN", "threatened"
    if draft.category == "THREATEN":
        draft.mode = threat(first.category, first.mode) or draft.mode
    elif draft.category in {"REQUEST", "REJECT"}:
        draft.mode = asked(first.category)
    if draft.roles.target is None:
        hit = inside[0]
        if hit.entry.verb:
            governed = status.governor(text, hit)
            inner = roles.of_verb(text, hit, governed, before, negated=False).target
        else:
            inner = nouns.of_noun(text, hit).target
        draft.roles = roles.with_target(draft.roles, inner)


def _holders(text: Text, hits: list[Hit], made: list[Draft]) -> None:
    """ "Боевики провели рейд", "вбивство замовив картель": the subject of a light verb beside an event noun is its actor."""
    for draft in made:
        hit = draft.found
        if hit.entry.verb or not isinstance(hit, Hit):
            continue
        start, stop = hit.bounds
        for k in range(max(start, hit.first - 8), min(stop, hit.last + 8)):
            known = text.lexicon.light.get(text.low(k))
            if known is None or any(k in h.used for h in hits):
                continue
            verb, perfective = known
            light = Hit(
                replace(hit.aimed, verb=True, rest=(), to=""),
                k,
                k,
                (k, *hit.used),
                False,
                verb,
                perfective,
                hit.bounds,
            )
            _held(text, draft, light)
            break


_PREPARES = ("готов", "подготов", "підготов", "планир", "план")


def _held(text: Text, draft: Draft, light: Hit) -> None:
    """A noun's event with what its light verb tells: actor, and whether it is yet to come."""
    if draft.status == "asserted" and text.low(light.head).startswith(_PREPARES):
        draft.status = "planned"
    elif draft.status == "asserted":
        draft.category, draft.mode, draft.status, draft.own = status.of_verb(text, light, None)
    if draft.roles.actor is not None:
        return
    found = roles.of_verb(text, light, None, Before(), negated=False)
    head = text.line.at[draft.found.head][0]
    inside = found.actor and found.actor[0] <= head < found.actor[1]
    if found.actor and not inside:
        draft.roles = Roles(found.actor, draft.roles.target if draft.roles.target != found.actor else None)


def _by_means(text: Text, hit: Hit) -> str:
    """The mode of an assault by the nearest word for a weapon in its clause; a drone goes before other means."""
    best: tuple[int, str] | None = None
    for k in range(hit.bounds[0], hit.bounds[1]):
        mode = text.lexicon.means_of(text.low(k))
        if mode:
            rank = abs(k - hit.head) - 20 * (mode in {"drone", "suicide-attack"})
            if best is None or rank < best[0]:
                best = (rank, mode)
    return best[1] if best else ""
