"""Attributions → Sayings: who said which words, ready to be compared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.claim import lexicon
from rashomon.claim.inside import answered
from rashomon.claim.mutual import accusers, charge, is_mutual, others, together
from rashomon.claim.passive import turned
from rashomon.claim.sense import Named, Sense, framed, sense
from rashomon.claim.stand import (
    Stand,
    branded,
    denied_part,
    is_nobody,
    is_none,
    is_thing,
    negated_clause,
    stand,
    undecided,
)
from rashomon.records import (
    Attribution,
    Document,
    Entity,
    Membership,
    Mention,
    Range,
    Reading,
    Saying,
    Span,
    Speaker,
)

OBJECT = 4
"""Characters from the start of an accusation's content in which its object stands ("[accused] Chile of …")."""
AHEAD = 40
"""Characters before a cue in which its first half stands ("neither confirmed nor" denied)."""
WIDEST = 700
"""Characters of a citation's span; a longer saying is cited by its cue and the nearest piece of content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A Saying with what it is compared by."""

    saying: Saying
    sense: Sense
    party: str
    party_name: str
    stand: Stand
    story: str
    root: str
    scope: str = ""
    """What a stand is on, in the content's own words; empty where it only points to a claim, and for an assertion."""
    source: tuple[Range, ...] = ()
    """Where the speaker stands in the document."""
    accused: tuple[str, ...] = ()
    """Names of those whom it accuses where its words do not hold them: whom "each other" means, or who "was accused"."""
    mutual: bool = False
    """One of a pair of accusations: each blames the other."""
    answers: Range | None = None
    """The words of the same sentence that it denies, where it is told inside it ("…, which Peru denied")."""

    @property
    def tells_self(self) -> bool:
        """Whether its words begin with the speaker: "it had lost a ship"."""
        quote = self.saying.content[0].quote if self.saying.content else ""
        return lexicon.pattern("self").match(quote[framed(quote) :]) is not None


def sayings(
    document: Document, reading: Reading, entities: Mapping[str, Entity], story: str, member: Membership
) -> Iterator[Said]:
    """One Said per attribution that claims or takes a stand, in the order of the text.

    What a video or a poll "shows" is told by the outlet that reports it. A saying in a passage that came from elsewhere
    has that passage's root.
    """
    outlet = document.source or document.location or document.id
    passive = turned(document, reading, entities)
    inside = answered(document, passive.reading, entities, passive.accused)
    reading = inside.reading
    charged = {one.cue: known for one, known in passive.accused.items()}
    begins = {one.cue: start for one, start in passive.begins.items()}
    stands = [one for one in reading.attributions if one.act in STANDS and one.cue]
    mentions = sorted(reading.mentions, key=lambda mention: mention.start)
    starts = [mention.start for mention in mentions]
    for attribution in reading.attributions:
        if _told_by_another(attribution, stands, document.text, entities):
            continue
        content = tuple(_trim(document, start, end) for start, end in attribution.content if end > start)
        content = tuple(span for span in content if span.quote)
        words = "\n".join(span.quote for span in content)
        source = " ".join(document.text[s:e] for s, e in attribution.source)
        cue = " ".join(document.text[s:e] for s, e in attribution.cue)
        name = attribution.speaker.text or source
        at = attribution.cue[0][0] if attribution.cue else 0
        before = document.text[max(0, at - AHEAD) : at]
        between = _between(attribution, content, document.text)
        taken = stand(attribution.act, attribution.negated, cue, name, words, before, between)
        answers = inside.on.get(attribution)
        # "Which" and "a charge" are no words of the denial's: the brief shows the clause.
        pointing = answers is not None and (not content or content[0].start >= answers[1])
        if pointing:
            taken = Stand("denies", "pointer")
        if content and lexicon.pattern("earlier_version").search(source or name):
            name, source, taken = outlet, outlet, Stand("retracts")
            attribution = replace(attribution, act="retracts", negated=False)
        noun = lexicon.pattern("allegation").search(cue) is not None
        if noun and words.startswith("as ") and lexicon.pattern("branded").match(f" {words}"):
            continue  # "labelled the Peruvian claim as absurd": Peru says nothing of the kind
        if taken is None or _DATE.fullmatch(name.strip()) or is_none(name):
            continue  # "Correction, 3 May" names a day, and "nobody denies" says that there is none
        if not content and taken.about != "pointer":
            continue
        near = mentions[bisect_left(starts, attribution.start) : bisect_left(starts, attribution.end)]
        entity = entities.get(attribution.speaker.entity) if name != outlet else None
        mutual = attribution.act == "accuses" and bool(content) and is_mutual(cue, words)
        if mutual:
            who, every = accusers(attribution, near, reading, entities, document.text)
            content = charge(content)
            words = "\n".join(span.quote for span in content)
        else:
            who = every = together(attribution, near, entities, document.text)
        if (
            not who
            and (entity is None or entity.kind in _VAGUE)
            and (is_thing(name) or (name and is_nobody(name)))
        ):
            name, entity = "", None
        if not name and taken.stance != "asserts":
            continue  # a denial of whom the report does not say is no one's, least of all the outlet's
        if not name:
            taken = Stand("reports")
        for one, called in who or ((entity, name or outlet),):
            party = one.party if one else called.casefold()
            party_entity = entities.get(party)
            saying = Saying(
                document_id=document.id,
                speaker=called,
                entity=one.id if one else "",
                cue=cue,
                act=attribution.act,
                form=attribution.form,
                negated=attribution.negated,
                content=() if pointing else content,
                span=_from(document, begins.get(attribution.cue), _whole(document, attribution, content)),
                at=document.published_at,
                score=attribution.score,
            )
            meant = _sense(near, attribution, content, words, _at_issue(taken, words, cue), entities, party)
            rest = others(every, party, entities) if mutual else {}
            if attribution.act == "accuses" and (known := charged.get(attribution.cue)) is not None:
                side = entities.get(known.party)
                rest = {known.party: known.name if side is None else side.name}
            if rest or mutual:
                meant = replace(meant, doers=frozenset(rest), actors=tuple(sorted(rest)))
            stance = taken
            if taken.about == "own_part" and meant.doers and party not in meant.doers:
                stance = replace(taken, about="words")  # "whether Peru was behind it" is about Peru's part
            yield Said(
                saying=saying,
                sense=meant,
                party=party,
                party_name=party_entity.name if party_entity else called,
                stand=stance,
                story=story,
                root=member.root_at(saying.span.start, saying.span.end),
                scope=_scope(stance, content, branded(cue, words)),
                source=attribution.source if called != outlet else (),
                answers=answers,
                accused=tuple(rest.values()),
                mutual=mutual,
            )


def _between(attribution: Attribution, content: Sequence[Span], text: str) -> str:
    """What stands between a cue and the content behind it, if not much does."""
    if not attribution.cue or not content:
        return ""
    end, start = attribution.cue[-1][1], content[0].start
    return text[end:start] if end < start <= end + WIDE_GAP else ""


WIDE_GAP = 60
"""Characters between cue and content that may hold a judgement on it."""


def _at_issue(taken: Stand, words: str, cue: str) -> str:
    """The words that a stand is on: "rejects the claim of many dead as fiction" is not on fiction."""
    if taken.stance in ("asserts", "reports"):
        return words
    if taken.worded and taken.flipped and taken.about == "words":
        return denied_part(words) if taken.stance == "partly_denies" else negated_clause(words)
    if taken.stance == "declines" and taken.worded:
        return undecided(words)
    if called := branded(cue, words):
        return called
    cut = lexicon.pattern("as_false").search(words)
    return words[: cut.start()] if cut else words


def _scope(taken: Stand, content: Sequence[Span], called: str) -> str:
    """The words a stand is on, without what only frames them: "claims that P" is on P."""
    if taken.about == "pointer" or taken.stance in ("asserts", "reports") or not content:
        return ""
    first = content[0].quote
    if called and called in first:
        return called[framed(called) :].strip(_EDGE)
    if taken.stance == "partly_denies" and taken.worded:
        return denied_part(first)
    return " … ".join((first[framed(first) :].strip(_EDGE), *(span.quote for span in content[1:])))


FIRST = 14
"""Characters from the start of a content in which an inner attribution makes up all of it."""


def _told_by_another(
    own: Attribution, stands: Sequence[Attribution], text: str, entities: Mapping[str, Entity]
) -> bool:
    """Whether an attribution adds nothing to a stand that overlaps it.

    "Peru rejects the charge, its envoy said" is the envoy's side rejecting it, told by the inner attribution; and
    "the charge that …" inside what is rejected is what the denial is of, and nobody's report.
    """
    for other in stands:
        if other is own or not own.cue:
            continue
        at = other.start
        if any(s <= at <= s + FIRST and other.end <= e + 1 for s, e in own.content):
            if _of_one_side(own.speaker, other.speaker, entities):
                return True
        elif not own.source:
            noun = lexicon.pattern("allegation").search(" ".join(text[s:e] for s, e in own.cue))
            if noun and any(s <= own.cue[0][0] and own.cue[0][1] <= e for s, e in other.content):
                return True
    return False


def _of_one_side(a: Speaker, b: Speaker, entities: Mapping[str, Entity]) -> bool:
    """Whether two speak for one party, or one is named in the other ("a spokesman for Acme": "Acme denies …")."""
    first, second = entities.get(a.entity), entities.get(b.entity)
    if first and second and first.party == second.party:
        return True
    return len(b.text) > SHORT_NAME and b.text.casefold().removeprefix("the ") in a.text.casefold()


SHORT_NAME = 3
"""Letters of a name that may stand in another by chance."""
STANDS = frozenset({"denies", "partly_denies", "doubts", "retracts", "declines", "confirms", "accuses"})


_VAGUE = ("other", "organisation")
"""Kinds of entity that a source without a name of its own is given."""


def _sense(
    mentions: Sequence[Mention],
    attribution: Attribution,
    content: tuple[Span, ...],
    words: str,
    issue: str,
    entities: Mapping[str, Entity],
    party: str,
) -> Sense:
    """What is compared of ``issue``, a part of the content's ``words``."""
    shift = max(0, words.find(issue))
    names: list[Named] = []
    accused: list[str] = []
    for mention in mentions:
        entity = entities.get(mention.entity)
        if entity is None:
            continue
        at = 0
        for span in content:
            if span.start <= mention.start and mention.end <= span.end:
                start = at + mention.start - span.start
                end = start + mention.end - mention.start
                if shift <= start and end <= shift + len(issue):
                    names.append(Named(start - shift, end - shift, entity.id, entity.party))
                if attribution.act == "accuses" and (start <= OBJECT or _object_last(words, end)):
                    accused.append(entity.party)
                break
            at += len(span.quote) + 1
        else:
            if attribution.act == "accuses" and _beside(mention, attribution):
                accused.append(entity.party)
    made = sense(issue, names, party=party)
    if accused:
        actors = tuple(dict.fromkeys((*accused, *made.actors)))
        made = replace(made, actors=actors, doers=made.doers | set(accused))
    return made


def _object_last(words: str, end: int) -> bool:
    """Whether a name is the object of an accusation that tells the charge first: «в подрыве моста войска Чада»."""
    return _CHARGE_FIRST.match(words) is not None and len(words[end:].split()) <= 1


_CHARGE_FIRST = re.compile(r"(?:в|во|у|за|на)\s", re.IGNORECASE)


def _beside(mention: Mention, attribution: Attribution) -> bool:
    """Between cue and content: whom "accused Chile of …" accuses."""
    ends = [end for _, end in attribution.cue] or [attribution.start]
    own = any(s <= mention.start and mention.end <= e for s, e in attribution.source)
    return not own and min(ends) <= mention.start and mention.end <= attribution.end


_DATE = re.compile(
    r"(?:\d{1,4}\W?\s*)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\W*\d{1,4})*|\d[\d\s.:/-]*",
    re.IGNORECASE,
)
_EDGE = " \t\n\r\"“”„«»‘’'`,;:–—-"


def _trim(document: Document, start: int, end: int) -> Span:
    """The content without outer quote marks, blanks and a trailing comma: only the edges move."""
    text = document.text
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE + ".":
        end -= 1
    if (lead := re.match(r"(?:that|что|що)\s+", text[start:end], re.IGNORECASE)) and end - start > lead.end():
        start += lead.end()
    return Span(document_id=document.id, start=start, end=end, quote=text[start:end])


def _from(document: Document, start: int | None, span: Span) -> Span:
    """A citation that begins where the accused is named, if it did not yet."""
    if start is None or start >= span.start:
        return span
    return replace(span, start=start, quote=document.text[start : span.end])


def _whole(document: Document, attribution: Attribution, content: tuple[Span, ...]) -> Span:
    start, end = attribution.start, attribution.end
    if end - start > WIDEST:
        anchor = min((s for s, _ in (*attribution.cue, *attribution.source)), default=start)
        near = min(content, key=lambda span: abs(span.start - anchor), default=None)
        if near is not None:
            start, end = min(anchor, near.start), max(near.end, anchor + 1)
            if end - start > 2 * WIDEST:
                start, end = near.start, near.end
    return Span(document_id=document.id, start=start, end=end, quote=document.text[start:end])
