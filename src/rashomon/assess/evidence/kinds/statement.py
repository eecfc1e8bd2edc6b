"""Who asserts, denies, doubts or takes back the claim, and who puts a rival explanation forward."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.assess.about import about
from rashomon.assess.about.lexicon import pattern
from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.draft import Direction, Draft
from rashomon.assess.evidence.lexicon import shows
from rashomon.records import Claim, Hypothesis, Position, Saying, Span

PER_RIVAL = 3
"""Statements of one rival explanation, from different roots or parties."""
WORD: dict[str, tuple[str, Direction, bool]] = {
    "asserts": ("asserts", "for", False),
    "reports": ("asserts", "for", False),
    "denies": ("denies", "against", False),
    "partly_denies": ("denies", "against", True),
    "doubts": ("", "against", True),
    "retracts": ("denies", "against", False),
    "declines": ("", "open", False),
}
"""Stance → word, direction, weak. Silences are absences."""


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """The positions on the claim, each party's word once for each root; no settings.

    An outlet that tells what a party says is not a source of its own; one that says it in its own voice, with nobody named in the same report, or
    whose correspondent saw it, is.
    """

    def find(self, case: Case) -> Iterator[Draft]:
        met: set[tuple[str, str, str]] = set()
        named = {
            one.span.document_id
            for one in case.claim.positions
            if one.span and one.stance == "asserts" and not _is_outlet(case, one)
        }
        for one in case.claim.positions:
            if one.span is None or one.stance not in WORD:
                continue
            if _is_outlet(case, one) and one.stance in ("reports", "asserts"):
                saw = shows("own_eyes", one.span.quote, _language(case, one.span))
                if one.span.document_id in named and not saw:
                    continue
            if _misread(case, one):
                continue
            key = one.party, one.root_id, one.stance
            if key not in met:
                met.add(key)
                yield _made(case, one)
        for hypothesis in case.hypotheses:
            if hypothesis.kind != "as_claimed":
                yield from _rival(case, hypothesis)


def _is_outlet(case: Case, one: Position) -> bool:
    """Whether a position is the report's own word: nobody is named as speaker."""
    return one.saying is not None and not one.saying.entity and one.stance == "reports"


def _misread(case: Case, one: Position) -> bool:
    """Whether the accused seems to accuse itself in the third person: the reader took the beginning of what is said ("Ardan jet downed airliner,
    says …") for who says it. Who owns up says "we", "it", "its forces", or is told to admit."""
    made = one.saying
    if made is None or one.stance != "asserts" or not case.is_accused(one.party) or not made.content:
        return False
    if made.act == "confirms" or pattern("admitting").search(f"{made.cue} {made.span.quote}"):
        return False
    return not any(_tells_own_deed(span.quote) for span in made.content)


NEAR = 45
"""Characters between "we" and the deed."""


def _tells_own_deed(words: str) -> bool:
    """Whether words tell a deed of who says them: "we fired", "its forces struck", and not "its ships were struck" or "it condemned the strike"."""
    subject = pattern("own", "start").match(words)
    deed = pattern("blaming").search(words, subject.end()) if subject else None
    if subject is None or deed is None or deed.start() - subject.end() > NEAR:
        return False
    between = words[subject.end() : deed.start()]
    if pattern("passive", "end").search(between) or re.search(
        r"\b(?:the|an?|any|this|that|those|of|by)\s+(?:\w+\s+)?$", between
    ):
        return False
    return pattern("not").search(between) is None


def _is_obscure(case: Case, one: Position, span: Span) -> bool:
    """Of an outlet's own words: whether nothing tells that its reporter saw it. What it has from somebody whom it does not name is no second witness."""
    if _is_outlet(case, one):
        return not shows("own_eyes", span.quote, _language(case, span))
    return case.obscure(one.party, one.name, span)


def _language(case: Case, span: Span) -> str:
    return case.by_id[span.document_id].language if span.document_id in case.by_id else ""


def _made(case: Case, one: Position) -> Draft:
    assert one.span is not None
    word, direction, weak = WORD[one.stance]
    sort: str = one.stance
    why = []
    both = {p.stance for p in case.claim.positions if p.party == one.party}
    if both & {"asserts", "reports"} and both & {"denies", "partly_denies"}:
        why.append(f"{one.name} both says it and denies it.")
    nobody = case.disinterested(one.party, one.name) and not case.free(one.party, one.name)
    lowers = case.lowers(one)
    own, _ = case.puts_forward(one.party)
    told = {case.camp(change.party) for change in case.claim.changes}
    if own and one.stance == "denies" and case.camp(one.party) not in told:
        # That who says a thing denies it is mostly a stand on something else that was taken for this one, unless ``claim`` found it to have changed.
        lowers, weak, sort = False, True, "both"
        why.append(f"{one.name} says it too, and no change of its stand is told.")
    if lowers:
        why.append(f"{one.name} had put it forward before.")
    if nobody and not _is_outlet(case, one):
        why.append(f"Who “{one.name}” may be is not told.")
    return Draft(
        kind="statement",
        text=one.span.quote,
        spans=(one.span,),
        source=one.party,
        name=one.name,
        word=word,  # type: ignore[arg-type]
        direction=direction,
        weak=(weak and not lowers) or nobody,
        obscure=sort == "both" or _is_obscure(case, one, one.span),
        sort=sort,
        subject=one.party,
        root_id=one.root_id,
        at=one.at,
        why=tuple(why),
    )


def _rival(case: Case, hypothesis: Hypothesis) -> Iterator[Draft]:
    """Statements of the other claims that put a rival explanation forward."""
    by_id = {one.id: one for one in case.claims}
    met: set[tuple[str, str]] = set()
    for key in hypothesis.claims:
        other = by_id.get(key)
        if other is None or other.id == case.claim.id:
            continue
        for saying in other.members:
            party = _party(other, saying)
            root = case.root(saying.document_id, saying.span.start, saying.span.end)
            if (party, root) in met or len(met) >= PER_RIVAL or not saying.content:
                continue
            met.add((party, root))
            owns_up = party in about(other, case.entities, case.readings).admitting
            own, since = case.puts_forward(party)
            # Who puts the claim forward and blames one more for it takes nothing back; who blames another instead, later, does.
            adds = own and (
                INSTIGATES.search(saying.span.quote) is not None
                or saying.at is None
                or since is None
                or saying.at <= since
            )
            denies = hypothesis.holds is False and not adds
            yield Draft(
                kind="statement",
                text=saying.span.quote,
                spans=(saying.span,),
                source=party,
                name=saying.speaker,
                word="denies" if denies else "",
                direction="against" if denies else "open",
                obscure=case.obscure(party, saying.speaker, saying.span),
                sort="admission" if owns_up else "rival",
                subject=party,
                advances=hypothesis.id,
                root_id=root,
                at=saying.at,
            )


INSTIGATES = re.compile(
    r"\b(?:behind|order(?:s|ed|ing)?|direct(?:s|ed|ing)|instigat\w*|mastermind\w*|help(?:s|ed|ing)?|back(?:s|ed|ing)|arm(?:s|ed|ing)|abet\w*|"
    r"complici\w*|collu\w*|share[sd]? the (?:blame|responsibility))\b|(?<!\w)(?:за спиной|сто(?:ит|яли?|ять|їть) за|приказ|указани|помог|помощ|пособни|наказ|допомог)\w*",
    re.IGNORECASE,
)
"""Words by which another is blamed beside whoever did it, and not instead."""


def _party(claim: Claim, saying: Saying) -> str:
    for one in claim.positions:
        if one.saying == saying:
            return one.party
    return saying.entity or saying.speaker.casefold()
