"""Sentences → events: who did what to whom, where and when, and whether it was done at all.

Matching against a lexicon, then rules over the words around each match; no parse. Acts are PLOVER's categories and
modes. A statement or denial is no event (PLOVER has no code for it): it is an attribution, and an event may lie inside
one.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from rashomon.read.events import roles, status, times
from rashomon.read.events.find import Found, find
from rashomon.read.events.lexicon import means, plain
from rashomon.read.events.line import BREAKS, Line, line
from rashomon.read.events.numbers import OF, counts
from rashomon.read.events.phrases import clause_start, reports
from rashomon.read.events.wrap import WRAPPING, inner_of
from rashomon.records import Attribution, Count, Event, Mention, Range

LONGEST = 200
"""Words of a sentence that are read: what is longer is a list or no prose."""


@dataclass(slots=True)
class _Draft:
    """An event under way."""

    found: Found
    own: status.Group | None
    category: str
    mode: str
    status: str
    clause: int
    bounds: tuple[int, int]
    roles: roles.Roles = roles.Roles()
    attribution: int | None = None
    numbers: list[Count] = field(default_factory=list)
    when: times.When | None = None


def events(
    text: str,
    sentences: Sequence[Range],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    published_at: datetime | None,
) -> tuple[Event, ...]:
    """The events that an English text tells, in the order of their words.

    ``sentences``, ``mentions`` and ``attributions`` are a reading's, sorted by place; ``published_at`` is what "on
    Tuesday" is counted from. Takes time in proportion to the text. Never raises on any text.
    """
    named = roles.Named(mentions, [m.start for m in mentions])
    held = _Held(attributions)
    out: list[Event] = []
    anchor: date | None = None
    for start, end in sentences:
        words = line(text, start, end)
        if len(words) > LONGEST:
            words = replace(words, raw=words.raw[:LONGEST], low=words.low[:LONGEST], at=words.at[:LONGEST])
        if not len(words):
            continue
        found = find(words)
        if not found:
            continue
        words = replace(words, verbs=frozenset(f.head for f in found if f.entry.verb))
        drafts = _drafts(text, words, found, named, held)
        if not drafts:
            continue
        _count(words, drafts)
        if any(not _bare(d) for d in drafts):
            drafts = [d for d in drafts if not _bare(d)]
        drafts = [d for d in drafts if _stands(words, d, named)]
        anchor = _time(words, drafts, published_at, anchor)
        out += [_event(text, words, one, named) for one in drafts]
    return tuple(out)


class _Held:
    """Attributions, to look up the innermost whose content holds a place."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.attributions = attributions
        self.pieces = sorted((s, e, i) for i, a in enumerate(attributions) for s, e in a.content)
        self.starts = [s for s, _, _ in self.pieces]
        self.longest = max((e - s for s, e, _ in self.pieces), default=0)

        self.cue_ranges = sorted(r for a in attributions for r in a.cue)

    def cues(self, place: int) -> bool:
        """Whether a place lies in the cue of an attribution."""
        k = bisect_right(self.cue_ranges, (place, 1 << 60)) - 1
        return k >= 0 and self.cue_ranges[k][0] <= place < self.cue_ranges[k][1]

    def around(self, place: int) -> int | None:
        best: tuple[int, int] | None = None
        looked = 0
        for k in range(bisect_right(self.starts, place) - 1, -1, -1):
            start, end, i = self.pieces[k]
            looked += 1
            if start + self.longest <= place or looked > 64:
                break
            if place < end and (best is None or end - start < best[0]):
                best = (end - start, i)
        return best[1] if best else None


def _drafts(text: str, words: Line, found: list[Found], named: roles.Named, held: _Held) -> list[_Draft]:
    made: list[_Draft] = []
    before = roles.Before()
    swallowed: set[int] = set()
    for n, one in enumerate(found):
        if n in swallowed:
            continue
        place = words.at[one.head][0]
        index = held.around(place)
        speech = held.attributions[index] if index is not None else None
        bounds = roles.floor_and_ceiling(words, speech.content, one.head) if speech else (0, len(words))
        said_by = _trimmed(text, speech.source[0]) if speech and speech.source else None
        before = replace(before, speaker=said_by)
        draft = _draft(words, one, bounds, named, before, quoted=speech is not None)
        if draft is None:
            continue
        if draft.own is not None:
            if draft.own.denied and index is None:
                draft.status = "negated"
            actor, target = draft.roles.actor, draft.roles.target
            before = roles.Before(
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
    _shared_objects(words, made)
    return _merged(words, made)


_LOOSE = frozenset("bomb fire".split())
"""Verbs whose mode the means in their clause tell better ("jets bombed", "fired a rocket")."""


def _draft(
    words: Line,
    one: Found,
    bounds: tuple[int, int],
    named: roles.Named,
    before: roles.Before,
    *,
    quoted: bool,
) -> _Draft | None:
    clause = clause_start(words, one.head, bounds[0])
    if (
        one.entry.form == "i"
        and one.entry.category in WRAPPING
        and one.head
        and words.low[one.head - 1] in {"of", "after", "despite"}
    ):
        return None  # "after months of refusing"
    if one.entry.lemma == "must":
        if not quoted:
            return None
        draft = _Draft(one, None, "REQUEST", "", "asserted", clause, bounds)
        draft.roles = roles.Roles(before.speaker, roles.before_word(words, one.head, bounds[0]))
    elif not one.entry.verb:
        draft = _Draft(
            one, None, one.entry.category, one.entry.mode, status.of_noun(words, one, clause), clause, bounds
        )
        draft.roles = roles.of_noun(words, one, bounds, named)
    else:
        own = status.group(words, one.head, one.entry.form)
        category, mode, told = status.of_verb(words, one, own, clause, quoted=quoted)
        draft = _Draft(one, own, category, mode, told, clause, bounds)
        draft.roles = roles.of_verb(words, one, own, bounds, named, before)
    return draft


def _shared_objects(words: Line, made: list[_Draft]) -> None:
    """ "beat and arrested reporters": the first verb has the second one's object."""
    for one, two in itertools.pairwise(made):
        joined = (
            words.low[one.found.last + 1 : one.found.last + 2] == ["and"]
            and two.found.head == one.found.last + 2
        )
        if joined and one.found.entry.verb and one.roles.target is None:
            one.roles = roles.Roles(one.roles.actor, two.roles.target)


def _trimmed(text: str, where: Range) -> Range:
    """A range without the article it begins with."""
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if text.startswith(article, where[0]):
            return where[0] + len(article), where[1]
    return where


def _purpose(words: Line, draft: _Draft, made: list[_Draft]) -> bool:
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


def _wrapped(words: Line, draft: _Draft, inside: list[Found], named: roles.Named) -> None:
    """What a threat, promise, demand or refusal is about gives its mode, and its target where it has none."""
    first = inside[0].entry
    if (
        draft.category == "AGREE"
        and first.category in status.HOSTILE - {"PROTEST"}
        and first.mode != "discontinue"
        and draft.found.entry.category == "AGREE"
    ):
        draft.category, draft.status = (
            "THREATEN",
            "threatened" if draft.status in {"asserted", "planned"} else draft.status,
        )
    if draft.category == "THREATEN":
        if draft.found.entry.category in WRAPPING:
            draft.mode = (
                status.threat(first.category, first.mode) if first.category != "THREATEN" else draft.mode
            )
    elif draft.category in {"REQUEST", "REJECT"}:
        first = next((f.entry for f in inside if f.entry.category not in WRAPPING), first)
        draft.mode = status.refused(first.category) or (
            "change" if first.category in {"SUPPORT", "SANCTION", "COERCE", "ACCUSE"} else ""
        )
    direct = draft.roles.target is not None and draft.roles.target[0] < words.at[inside[0].first][0]
    if not direct:
        own = status.group(words, inside[0].head, inside[0].entry.form)
        if inside[0].entry.verb:
            target = roles.of_verb(
                words, inside[0], own, draft.bounds, named, roles.Before(draft.roles.actor, draft.roles.actor)
            ).target
        else:
            target = roles.of_noun(words, inside[0], draft.bounds, named).target
        if target and target != draft.roles.actor:
            draft.roles = replace(draft.roles, target=target)


def _by_means(words: Line, draft: _Draft) -> str:
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


def _merged(words: Line, drafts: list[_Draft]) -> list[_Draft]:
    """One event where several words of a sentence tell it: "killed in an air strike"."""
    out: list[_Draft] = []
    for one in drafts:
        twin = next((o for o in out if _same(words, o, one)), None)
        if twin is None:
            out.append(one)
            continue
        stays, goes = (
            (one, twin)
            if one.found.entry.verb and not twin.found.entry.verb and one.status == twin.status
            else (twin, one)
        )
        if goes.mode and (not stays.mode or stays.found.entry.lemma in _EFFECTS):
            stays.mode = goes.mode
        if stays.status == "asserted":
            stays.status = goes.status
        actor, target = stays.roles.actor, stays.roles.target
        if _within(words, stays, goes):  # "the army's shelling of Omel wounded ten"
            actor, target = goes.roles.actor, goes.roles.target or target
        stays.roles = roles.Roles(actor or goes.roles.actor, target or goes.roles.target)
        out[out.index(twin)] = stays
    return out


_EFFECTS = frozenset("kill wound injure maim die slay hurt harm hit damage".split())
"""Verbs that tell what an assault did to people, and not how it was done."""
_BACKGROUND = frozenset(
    "after following since despite because amid before wake retaliation response until ahead".split()
)


def _within(words: Line, verb: _Draft, noun: _Draft) -> bool:
    """Whether a noun's event is the subject of a verb."""
    actor = verb.roles.actor
    return bool(
        verb.found.entry.verb
        and not noun.found.entry.verb
        and actor
        and actor[0] <= words.at[noun.found.first][0] < actor[1]
    )


def _background(words: Line, first: int) -> bool:
    """Whether a noun stands behind "after" and its like: it is another event than the verb's."""
    return any(w in _BACKGROUND for w in words.low[max(0, first - 6) : first])


def _bare(one: _Draft) -> bool:
    """Whether nothing is told of an event but its name."""
    return not (one.found.entry.verb or one.roles.actor or one.roles.target or one.numbers)


_SAID = frozenset("REQUEST AGREE SUPPORT CONCEDE ACCUSE REJECT THREATEN".split())


def _stands(words: Line, one: _Draft, named: roles.Named) -> bool:
    """Whether an event has the parties without which its words mean something else ("demand", "hit", "released")."""
    actor, target = (roles.party(words, r, named) for r in (one.roles.actor, one.roles.target))
    if not one.found.entry.verb and one.found.entry.category in _SAID:
        return actor
    if one.found.entry.rest or one.found.entry.lemma not in plain("weak"):
        return True
    if one.found.entry.lemma in plain("onto"):
        return (
            target or bool(one.numbers) or (one.category == "CONSULT" and actor and one.roles.target is None)
        )
    if one.category in _SAID and one.found.entry.category in _SAID:
        return actor or (target and one.own is not None and one.own.passive)
    return actor or target or bool(one.numbers)


def _same(words: Line, a: _Draft, b: _Draft) -> bool:
    if a.category != b.category or a.attribution != b.attribution:
        return False
    if {a.status, b.status} & {"negated", "hypothetical"} and a.status != b.status:
        return False
    if _within(words, a, b) or _within(words, b, a):
        return True
    if any(not x.found.entry.verb and _background(words, x.found.first) for x in (a, b)):
        return False
    if a.found.entry.verb and b.found.entry.verb:
        if (
            a.found.entry.lemma in _EFFECTS
            and b.found.entry.lemma in _EFFECTS
            and (b.roles.actor in {None, a.roles.actor})
        ):
            return True
        if b.roles.actor and a.roles.actor and b.roles.actor != a.roles.actor:
            return False
        return (
            b.found.entry.form == "i"
            or a.roles.actor is None
            or b.roles.actor is None
            or (a.roles.target == b.roles.target)
        )
    if not a.found.entry.verb and not b.found.entry.verb:
        return not (a.roles.target and b.roles.target and a.roles.target != b.roles.target)
    return True


def _count(words: Line, drafts: list[_Draft]) -> None:
    """Each count of people goes to the nearest event that may have it."""
    for one in counts(words.text, words.at[0][0], words.at[-1][1]):
        fit = [d for d in drafts if one.kind in OF.get(d.category, ())]
        if fit:
            best = min(
                fit,
                key=lambda d: (OF[d.category].index(one.kind), abs(words.at[d.found.head][0] - one.start)),
            )
            best.numbers.append(one)


def _time(words: Line, drafts: list[_Draft], published: datetime | None, anchor: date | None) -> date | None:
    """Gives each event the expression of time nearest to it, past or future by its status; returns the new anchor."""
    start, end = words.at[0][0], words.at[-1][1]
    past = times.times(words.text, start, end, published, anchor=anchor)
    heads = {words.at[d.found.last][1] for d in drafts} | {words.at[d.found.head][1] for d in drafts}
    past = tuple(w for w in past if not _of_saying(words, w, heads))
    if not past:
        return anchor
    coming: tuple[times.When, ...] | None = None
    for one in drafts:
        ahead = one.status == "planned" or (one.own is not None and one.own.future)
        if ahead and coming is None:
            coming = times.times(words.text, start, end, published, ahead=True, anchor=anchor)
        some = coming if ahead and coming else past
        head = words.at[one.found.head][0]
        some = tuple(
            w
            for w in some
            if words.at[one.bounds[0]][0] <= w.start
            and w.end <= words.at[one.bounds[1] - 1][1] + 1
            and not _of_saying(words, w, heads)
        )
        if not some:
            continue
        one.when = min(some, key=lambda w: _distance(w, head, words.at[one.found.last][1]))
        if (
            published
            and one.when.time_until
            and one.status == "asserted"
            and _long_ago(one.when, published)
            and _distance(one.when, head, words.at[one.found.last][1]) < 80
        ):
            one.status = "historical"
    told = next((d.when for d in drafts if d.when and d.when.time_from), None)
    return date.fromisoformat(told.time_from[:10]) if told else anchor


def _of_saying(words: Line, when: times.When, heads: set[int]) -> bool:
    """Whether a time tells when it was said and not when it was done: "the army said on Tuesday"."""
    k = next((i for i, (s, _) in enumerate(words.at) if s >= when.start), 0) - 1
    return k >= 0 and reports(words, k) and words.at[k][1] not in heads


OLD_YEARS = 1
"""What ended more than a year and the running one before its telling is history, not news."""


def _long_ago(when: times.When, published: datetime) -> bool:
    return when.precision in {"year", "decade", "month", "day", "part", "minute", "week"} and (
        int(when.time_until[:4]) < published.year - OLD_YEARS
        or (
            int(when.time_until[:4]) < published.year
            and (published.date() - date.fromisoformat(when.time_until[:10])).days > 365
        )
    )


def _distance(when: times.When, head: int, last: int) -> int:
    return when.start - last if when.start >= last else head - when.end if when.end <= head else 0


def _event(text: str, words: Line, one: _Draft, named: roles.Named) -> Event:
    actor, target = one.roles.actor, one.roles.target
    start, end = words.at[one.found.first][0], words.at[max(one.found.used)][1]
    return Event(
        actor=text[slice(*actor)] if actor else "",
        action=one.category,
        target=text[slice(*target)] if target else "",
        place=roles.place(words, one.found, named, one.bounds),
        time=one.when.text if one.when else "",
        status=one.status,
        start=start,
        end=end,
        mode=one.mode,
        actor_span=actor,
        target_span=target,
        numbers=tuple(one.numbers),
        time_from=one.when.time_from if one.when else "",
        time_until=one.when.time_until if one.when else "",
        time_precision=one.when.precision if one.when else "",
        attribution=one.attribution,
    )
