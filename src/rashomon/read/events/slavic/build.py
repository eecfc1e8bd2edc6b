"""The events of a sentence: each match with its status, roles and attribution, those of one act merged."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from rashomon.read.events.drafts import Draft, Held
from rashomon.read.events.line import Line
from rashomon.read.events.parties import Before, Named, Roles
from rashomon.read.events.plover import HOSTILE, WRAPPING, asked, threat
from rashomon.read.events.slavic import roles, status
from rashomon.read.events.slavic.find import Hit, find
from rashomon.read.events.slavic.grammar import folded
from rashomon.read.events.slavic.lexicon import lexicon
from rashomon.read.events.slavic.phrases import Text
from rashomon.read.events.slavic.sentence import text_of
from rashomon.records import Range

REACH = 12
"""Words behind an act of words in which what it is about is looked for."""
_SAID = frozenset("REQUEST AGREE SUPPORT ACCUSE REJECT THREATEN CONCEDE CONSULT".split())
_BY_MEANS = frozenset({"", "explosives", "heavy-weapons"})


def drafts_of(words: Line, named: Named, held: Held, language: str) -> list[Draft]:
    """The events of a sentence in the order of their words."""
    known = lexicon(language)
    if not any(folded(w) in known.forms or folded(w) in known.nouns for w in words.raw):
        return []
    text = text_of(words, language)
    hits = [h for h in find(text) if not _nothing(text, h) and not _bearer(text, h)]
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
    made = [d for d in _merged(text, made) if not _broken_up(text, d, made)]
    return [d for d in made if _stands(text, d, named)]


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
        made[-1].roles = roles.with_target(made[-1].roles, roles.of_noun(text, hit).actor)
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
        draft.roles = roles.of_noun(text, hit)
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


def _nothing(text: Text, hit: Hit) -> bool:
    """Whether other words of the sentence say that it is about sport, shows or markets."""
    for key in ("*", hit.entry.category):
        for parts in text.lexicon.nothing.get(key, ()):
            if all(
                any(w == p[:-1] if p.endswith("=") else w.startswith(p) for w in text.line.low) for p in parts
            ):
                return True
    return False


def _inner(hits: list[Hit], n: int) -> list[int]:
    """Places of the acts that an act of words is about: in its clause behind it, or the infinitive or "что" right behind."""
    one = hits[n]
    out = []
    for k in range(n + 1, len(hits)):
        other = hits[k]
        same = other.bounds[0] <= one.head < other.bounds[1] or one.bounds[0] <= other.head < one.bounds[1]
        if other.head - one.last <= REACH and same:
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
            inner = roles.of_noun(text, hit).target
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


_EFFECTS = (
    "убить", "убивать", "ранить", "погибнуть", "погибать", "гибнуть", "скончаться", "вбити", "убити", "вбивати", "загинути", "гинути", "поранити", "дістати",
    "отримати", "перебить", "перебити", "напасть", "нападать", "нападение", "напад", "атака", "удар", "атаковать", "атакувати", "нанести", "завдати",
    "погибель", "гибель", "загибель", "попасть", "влучити", "вдарити", "ударити", "ударить",
)  # fmt: skip
"""Words that tell an assault and not how it was done."""


def _merged(text: Text, drafts: list[Draft]) -> list[Draft]:
    """One event where several words tell it: "погибли при обстреле"."""
    out: list[Draft] = []
    for one in drafts:
        twin = next((o for o in out if _same(text, o, one)), None)
        if twin is None:
            out.append(one)
            continue
        stays, goes = (one, twin) if _fuller(one, twin) else (twin, one)
        if goes.mode and (not stays.mode or stays.found.entry.lemma in _EFFECTS):
            stays.mode = goes.mode
        if stays.status == "asserted":
            stays.status = goes.status
        actor, target = stays.roles.actor or goes.roles.actor, stays.roles.target or goes.roles.target
        if stays.found.entry.suffered and goes.roles.target is not None:
            target = goes.roles.target
        stays.roles = Roles(actor, target if target != actor else None)
        out[out.index(twin)] = stays
    for one, two in pairwise(out):  # "избили и арестовали репортёров"
        joined = (
            text.low(one.found.last + 1) in text.grammar.words["and"] and two.found.head == one.found.last + 2
        )
        if joined and one.found.entry.verb and one.roles.target is None:
            one.roles = Roles(one.roles.actor, two.roles.target)
    return out


def _fuller(one: Draft, twin: Draft) -> bool:
    """Whether the later draft tells more: a verb with both roles goes before what merely befell someone."""
    return (
        one.roles.actor is not None,
        one.roles.target is not None,
        one.found.entry.verb and not one.found.entry.suffered,
    ) > (
        twin.roles.actor is not None,
        twin.roles.target is not None,
        twin.found.entry.verb and not twin.found.entry.suffered,
    ) and twin.found.entry.suffered | (not twin.found.entry.verb)


def _same(text: Text, a: Draft, b: Draft) -> bool:
    if a.category != b.category or a.attribution != b.attribution or a.status == "negated" != b.status:
        return False
    if _background(text, a) or _background(text, b):
        return False
    if a.category == "ASSAULT":
        told = [d for d in (a, b) if d.found.entry.suffered or d.found.entry.lemma in _EFFECTS]
        if told and (a.roles.actor is None or b.roles.actor is None or a.roles.actor == b.roles.actor):
            return True
    if not a.found.entry.verb or not b.found.entry.verb:
        return not (a.roles.target and b.roles.target and a.roles.target != b.roles.target) and a.mode in {
            b.mode,
            "",
            b.mode or a.mode,
        }
    return (
        a.mode == b.mode
        and a.roles.actor == b.roles.actor
        and (b.roles.target is None or a.roles.target == b.roles.target)
    )


def _background(text: Text, one: Draft) -> bool:
    """Whether a noun stands behind "после" and its like: it is another event than the verb's."""
    hit = one.found
    if hit.entry.verb:
        return False
    near = {text.low(k) for k in range(max(0, hit.first - 3), hit.first)}
    return bool(near & {"после", "після", "из-за", "через", "накануне", "несмотря", "попри"})


def _stands(text: Text, one: Draft, named: Named) -> bool:
    """Whether an event has the parties without which its words mean something else."""
    entry = one.found.entry
    if not entry.verb and entry.category in _SAID:
        return one.roles.actor is not None or one.roles.target is not None
    if not entry.verb and one.roles.actor is None and one.roles.target is None and not entry.rest:
        return entry.category in {"ASSAULT", "PROTEST", "COERCE"} and entry.lemma not in _VAGUE
    if (
        one.category in _TOLD
        and entry.verb
        and one.roles.actor is not None
        and not _party(text, one.roles.actor, named)
    ):
        return False  # "дорога требует ремонта", "паводок грозит сёлам"
    if entry.lemma.startswith(("обсу", "обгов")) and not entry.rest:
        actor = one.roles.actor
        several = actor is not None and bool(
            {" и ", " та ", " і ", " й "}
            & {p for p in (" и ", " та ", " і ", " й ") if p in text.line.text[slice(*actor)]}
        )
        return several or _party(text, one.roles.target, named)
    if entry.suffered and not entry.rest and not one.numbers:
        return _party(text, one.roles.target, named) and not _thing_first(text, one.roles.target)
    if entry.rest or entry.lemma not in text.lexicon.weak:
        return True
    return any(_party(text, r, named) for r in (one.roles.actor, one.roles.target))


_TOLD = frozenset("REQUEST THREATEN AGREE REJECT ACCUSE".split())
_VAGUE = frozenset(
    "удар атака бой прорыв прорив запрет заборона взрыв вибух драка бійка преследование переслідування отключение".split()
)
"""Nouns that are no event where nothing is told but their name."""


def _thing_first(text: Text, where: Range | None) -> bool:
    """Whether words are only a noun at the head of a sentence of which nothing tells that it is someone: "Урожай [погиб]"."""
    return where == text.span(0, 0) and not text.lexicon.person(text.low(0))


def _party(text: Text, where: Range | None, named: Named) -> bool:
    """Whether words name someone who acts: a noun for people or bodies, a name, a number of people, a pronoun."""
    if where is None:
        return False
    inside = [k for k, (s, e) in enumerate(text.line.at) if where[0] <= s and e <= where[1]]
    if any(
        text.lexicon.person(text.low(k))
        or text.name(k)
        or text.number(k)
        or text.low(k) in text.grammar.pronouns
        for k in inside
    ):
        return True
    opening = next((k for k, w in enumerate(text.line.raw) if w[0].isalpha()), 0)
    first = bool(inside) and inside[0] == opening and text.line.raw[opening][:1].isupper()
    return bool(named.between(*where)) or (first and not text.low(opening).startswith(text.lexicon.things))
