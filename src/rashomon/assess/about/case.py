"""Whom a claim blames, whom it harms, who puts it forward: from its sayings, its positions and its silences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.assess.about.lexicon import pattern
from rashomon.assess.about.named import LONGEST, Named, named, party
from rashomon.records import Claim, Entity, Position, Reading, Saying

FEW = 3
"""A party is blamed if it is in at least one in so many of the sayings in which another is: a reader errs now and then."""
NEAR = 45
"""Characters before a name or a deed in which the word stands that tells its part."""
DONE = frozenset({"asserted", "attempted", "failed"})
"""Status of an event that somebody is said to have brought about."""
HARM = frozenset({"ASSAULT", "COERCE"})
"""PLOVER's categories of harm done by force or by power."""


@dataclass(frozen=True, slots=True)
class About:
    """What a claim is about. Parties are entity ids, or names where they are no known entity."""

    claim: Claim
    accused: tuple[str, ...] = ()
    """Whom it makes out to have done something wrong; empty where it blames nobody who is named."""
    harmed: tuple[str, ...] = ()
    """Whom else it names, where it tells of harm."""
    claimants: tuple[str, ...] = ()
    """Who puts it forward, in the order of time, the accused left out: what those say of it is an admission."""
    deniers: tuple[str, ...] = ()
    accusers: frozenset[str] = frozenset()
    """Those of the claimants that put it as an accusation."""
    admitting: frozenset[str] = frozenset()
    """Accused that own up to it."""
    own: frozenset[str] = frozenset()
    """Parties that tell it of themselves: "we struck", "our camp"."""
    clears: tuple[str, ...] = ()
    """Whom another claim of the story blames and this one, being another explanation, would clear."""
    named: frozenset[str] = frozenset()
    """All parties that its words name."""
    blames: bool = False
    """Its words tell of a deed for which one may be blamed."""
    words: str = field(default="", repr=False)
    """What it says, all members together, cut at a length."""


CLEARING = frozenset({"staged", "others", "accident", "mistake", "invented", "natural"})
"""Explanations (``claim/explanations.yaml``) that clear whoever is accused of the deed."""
BLAMING = frozenset({"staged", "others"})
"""Those of them that clear one by blaming another; the rest clear only where they blame nobody."""
MOST = 40
"""Claims of a story, the most contested first, among which the one is sought that an explanation answers."""


def about(
    claim: Claim,
    entities: Mapping[str, Entity],
    readings: Mapping[str, Reading],
    claims: Sequence[Claim] = (),
) -> About:
    """What a claim is about. Nothing that it holds is taken to be so. ``claims``: those of its story, for whom it clears."""
    made = _alone(claim, entities, readings)
    if (
        claim.explanation not in CLEARING
        or made.admitting
        or (made.accused and claim.explanation not in BLAMING)
    ):
        return made
    for other in claims[:MOST]:
        if other.id != claim.id and other.explanation != claim.explanation:
            cleared = [w for w in _alone(other, entities, readings).accused if w not in made.accused]
            if cleared:
                return replace(made, clears=tuple(cleared))
    return made


class _Met:
    """What was found of the claims of one run, kept while the same entities and readings are asked with: a claim is looked at from each
    of its rivals. Nothing is found by equality: only the very same objects count."""

    def __init__(self, entities: Mapping[str, Entity], readings: Mapping[str, Reading]) -> None:
        self.entities, self.readings = entities, readings
        self.found: dict[int, tuple[Claim, About]] = {}


_met = [_Met({}, {})]
"""The last run's, alone."""


def _alone(claim: Claim, entities: Mapping[str, Entity], readings: Mapping[str, Reading]) -> About:
    """What a claim is about by its own words, looked up once in a run."""
    met = _met[0]
    if met.entities is not entities or met.readings is not readings or len(met.found) > KEPT:
        met = _met[0] = _Met(entities, readings)
    known = met.found.get(id(claim))
    if known is not None and known[0] is claim:
        return known[1]
    made = _found(claim, entities, readings)
    met.found[id(claim)] = claim, made
    return made


KEPT = 5_000
"""Claims of which that is kept."""


def _found(claim: Claim, entities: Mapping[str, Entity], readings: Mapping[str, Reading]) -> About:
    asserting = [one for one in claim.positions if one.stance == "asserts"]
    telling = claim.members or tuple(one.saying for one in asserting if one.saying)
    blamed_by: Counter[str] = Counter()
    own: set[str] = set()
    named_in: set[str] = set()
    accusers: set[str] = set()
    blames = False
    taken = {_key(one.saying): one.party for one in claim.positions if one.saying}
    for member in telling:
        speaker = taken.get(_key(member)) or party(member.entity, entities) or member.speaker.casefold()
        words = " ".join(span.quote for span in member.content)[:LONGEST]
        names = list(_names(member, entities, readings))
        named_in.update(one.party for one in names if is_someone(one.party, entities))
        harmful = pattern("blaming").search(words) is not None or member.act == "accuses"
        blames = blames or harmful
        if not harmful or member.negated:
            continue
        doers = tuple(dict.fromkeys(_doers(member, words, names, speaker, entities, readings)))
        itself = not doers and speaker in {one.party for one in names} and clears(words)
        if speaker in doers or itself or pattern("own", "start").match(words):
            own.add(speaker)
        if not doers and pattern("admitting").search(member.cue):
            own.add(speaker)  # "admitted having shot it down by mistake"
        blamed = [one for one in doers if one != speaker and is_someone(one, entities)]
        blamed_by.update(blamed)
        if member.act == "accuses" and blamed:
            accusers.add(speaker)
    most = max(blamed_by.values(), default=0)
    accused = {who: None for who, count in blamed_by.items() if FEW * count >= most}
    for one in claim.silences:
        if one.ground == "accused":
            accused.setdefault(one.party)
    if not (own or accused):  # who denies what names it takes it for a charge
        denying = (one for one in claim.positions if one.stance in ("denies", "partly_denies"))
        accused.update({one.party: None for one in denying if _of_own_part(one, named_in)})
        blames = blames or bool(accused)
    admitting = {one.party for one in asserting if _admits(one)}
    if blames:
        accused.update(dict.fromkeys(p for p in sorted(own & admitting)))
    admitting |= {one.party for one in asserting if one.party in accused and one.party in own}
    return About(
        claim=claim,
        accused=tuple(accused),
        harmed=tuple(sorted(named_in - set(accused))) if blames else (),
        claimants=tuple(dict.fromkeys(one.party for one in _timed(asserting) if one.party not in accused)),
        deniers=tuple(dict.fromkeys(one.party for one in claim.positions if one.stance in ("denies", "partly_denies"))),
        accusers=frozenset(accusers),
        admitting=frozenset(admitting & set(accused)),
        own=frozenset(own),
        named=frozenset(named_in),
        blames=blames,
        words=_whole(claim),
    )  # fmt: skip


def _key(saying: Saying) -> tuple[str, int, int, str]:
    return saying.document_id, saying.span.start, saying.span.end, saying.speaker


def _timed(positions: list[Position]) -> list[Position]:
    return sorted(positions, key=lambda one: one.at.isoformat() if one.at else "9")


def _whole(claim: Claim) -> str:
    told = dict.fromkeys((claim.text, *(span.quote for one in claim.members for span in one.content)))
    return "\n".join(told)[: 4 * LONGEST]


def _admits(one: Position) -> bool:
    made = one.saying
    return made is not None and (
        made.act == "confirms" or pattern("admitting").search(made.cue) is not None
    )  # fmt: skip


def is_someone(who: str, entities: Mapping[str, Entity]) -> bool:
    """Whether a party can be blamed or harmed: a lone unknown word may be a thing ("MiG-21") or a place of no side."""
    known = entities.get(who)
    if known is None or known.kind not in ("state", "group", "organisation", "person"):
        return False
    if known.kind in ("state", "group") or known.related or len(known.names) > 1:
        return not (known.kind == "group" and any(c.isdigit() for c in known.name))
    return len(known.name.split()) > 1 and not any(c.isdigit() for c in known.name)


def clears(words: str) -> bool:
    """Whether a saying tells of a deed that was not done."""
    deed = pattern("blaming").search(words)
    return deed is not None and pattern("not").search(words[: deed.start()]) is not None


def _of_own_part(one: Position, named_in: set[str]) -> bool:
    """Whether a denial is of one's own part: the denier is named by the claim, or says "we", "its", "involvement"."""
    if one.party in named_in:
        return True
    return (
        one.saying is not None and _OWN_PART.search(" ".join(s.quote for s in one.saying.content)) is not None
    )


_OWN_PART = re.compile(
    r"\b(?:involve(?:d|ment)|nothing to do with|(?:any|no|its|their|our) (?:role|part|hand)|had been (?:behind|responsible)|being behind|"
    r"we (?:did|do|have) not)\b|причаст|участи|отношени[ея] к|причет|не имеет отношения|не має стосунку",
    re.IGNORECASE,
)


def _names(
    saying: Saying, entities: Mapping[str, Entity], readings: Mapping[str, Reading]
) -> Iterator[Named]:
    """Names in a saying's content, at their places in its words joined with blanks."""
    at = 0
    for span in saying.content:
        for one in named(span, entities, readings):
            yield Named(at + one.start, at + one.end, one.entity, one.party)
        at += len(span.quote) + 1


def _doers(
    saying: Saying,
    words: str,
    names: list[Named],
    speaker: str,
    entities: Mapping[str, Entity],
    readings: Mapping[str, Reading],
) -> Iterator[str]:
    """Parties that a saying makes the doer of its deed."""
    last = max((span.end for span in saying.content), default=0)
    if saying.act == "accuses" and (not saying.cue or last > _at_cue(saying)):
        beside = named(saying.span, entities, readings)
        cue = saying.span.quote.find(saying.cue) if saying.cue else -1
        behind = [n for n in beside if n.start >= cue + len(saying.cue)] if cue >= 0 else list(beside)
        first = next((one.party for one in behind if one.party != speaker), "")
        if not first and names:
            first = next((one.party for one in names if one.party != speaker), "")
        if first:
            yield first
        return
    begin = max((m.end() for m in _THAT.finditer(words[:AHEAD])), default=0)
    deed = pattern("blaming").search(words, begin)
    if deed is None or pattern("not").search(words[max(0, deed.start() - NEAR) : deed.start()]):
        return
    yield from _by_reading(saying, entities, readings)
    guilt = pattern("guilt").search(deed.group()) is not None
    passive = not guilt and (
        pattern("passive", "end").search(words[: deed.start()]) is not None
        or pattern("passive_form", "start").match(deed.group()) is not None
    )
    for one in names:
        before = words[max(0, one.start - NEAR) : one.start]
        if pattern("by", "end").search(before):
            yield one.party
            return
    if passive:
        cyrillic = _CYRILLIC.search(deed.group()) is not None
        behind = [n for n in names if n.start >= deed.end()]
        if cyrillic and behind and behind[0].start - deed.end() < NEAR:
            yield behind[0].party  # in the instrumental: "сбит иранской ракетой"
        return
    for one in names:
        if one.start >= deed.start():
            return
        if one.start >= begin and not pattern("not_doer", "end").search(
            words[max(0, one.start - NEAR) : one.start]
        ):
            yield one.party
            return


_THAT = re.compile(r"(?<!\w)(?:that|что|що)(?!\w)", re.IGNORECASE)
"""Behind the last of these at the head of a saying stands its point: "his words proved that … had lied"."""
AHEAD = 120
"""Characters of a saying in which such a frame stands."""


def _at_cue(saying: Saying) -> int:
    """Where the cue begins in the document, as far as the citation shows."""
    return saying.span.start + max(0, saying.span.quote.find(saying.cue))


_CYRILLIC = re.compile(r"[а-яіїєґ]", re.IGNORECASE)


def _by_reading(
    saying: Saying, entities: Mapping[str, Entity], readings: Mapping[str, Reading]
) -> Iterator[str]:
    """Doers that the reader found in the saying's words."""
    reading = readings.get(saying.document_id)
    for event in reading.events if reading else ():
        inside = any(span.start <= event.start and event.end <= span.end for span in saying.content)
        if inside and event.action in HARM and event.status in DONE and event.actor_entity in entities:
            yield party(event.actor_entity, entities)
            return
