"""What is said to other claims of the story that say more, less or nearly the same, or that grant a part of this one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from rashomon.assess.about import about
from rashomon.assess.about.case import clears, is_someone
from rashomon.assess.about.lexicon import pattern
from rashomon.assess.about.likeness import shared
from rashomon.assess.about.named import Named, named
from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.draft import Direction, Draft
from rashomon.records import Claim, Position

LIKE = 3
"""Words of weight that two charges against one party share if they are of one deed."""
LOOKED_AT = 60
"""Claims of a story, as ranked by ``claim``, among which they are sought."""
Effect = tuple[str, Direction, bool, str]
"""Word on this claim, direction, weak, and why."""
EFFECT: Mapping[str, Mapping[str, Effect]] = {
    "more": {"for": ("asserts", "for", False, "It says more, and so this as well.")},
    "less": {
        "for": ("", "for", True, "It says part of this."),
        "against": ("denies", "against", False, "It denies even less than this."),
    },
    "same": {
        "for": ("", "for", True, "It says nearly the same; whether it is the same is not sure."),
        "against": (
            "",
            "against",
            True,
            "It denies what is nearly the same; whether it is the same is not sure.",
        ),
    },
    "contrary": {"for": ("", "against", True, "What it says cannot well be so as well.")},
    "not so": {"for": ("denies", "against", False, "It says that this is not so.")},
}
"""What the other claim is to this one → what is said to it → what that says to this one."""
PART = ("", "same", "less")
"""What a claim may be to this one for the accused, who says it, to grant a part of this one by it."""
STANCE = {
    "asserts": "for",
    "reports": "for",
    "denies": "against",
    "partly_denies": "against",
}
"""What is taken back of another wording may be the very detail in which it differs: a retraction bears on its own claim alone."""
TIE = {"broader": "more", "narrower": "less", "perhaps_same": "same", "contradicts": "contrary"}
FORCE = re.compile(
    r"\b(?:fired|firing|shots?|opened fire|shell(?:s|ed|ing)?|launched|intercept\w*|struck|strikes?|bomb(?:s|ed|ing)|raid(?:s|ed)?|engaged|met by fighters|scrambled)\b|"
    r"(?<!\w)(?:выстрел|открыл\w* огонь|стрел|удар|перехват|обстрел|постріл|відкри\w* вогонь|перехоп|обстріл)\w*",
    re.IGNORECASE,
)
"""Words of the use of force, by which the accused grants that it acted."""


OWN = re.compile(
    r"\b(?:our|its|fighters?|pilots?|air defen[cs]e|forces|troops|army|navy|gunners|artillery|jets?|planes?|aircraft|warships?|boats?|soldiers|guards?|police)\b|"
    r"(?<!\w)(?:наш|истребител|винищувач|войск|військ|арми|армі|авиаци|авіаці|флот|корабл)\w*",
    re.IGNORECASE,
)
"""Words before it by which the force is one's own."""


NEAR = 12
"""Characters behind the force in which it may be denied: "fired no shots"."""


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """Stands on tied claims, each party's word once for each root. A claim comes in many wordings, and whoever carries one of them bears on the others."""

    most: int = Field(default=12, ge=0)
    """Statements of one claim that are taken so."""

    def find(self, case: Case) -> Iterator[Draft]:
        met = {(one.party, one.root_id, STANCE.get(one.stance, "")) for one in case.claim.positions}
        left = self.most
        for other, relation in _others(case):
            for one in other.positions:
                stand = STANCE.get(one.stance, "")
                effect = EFFECT[relation].get(stand) if relation else None
                if relation in PART and (granted := _granted(case, other, one)):
                    effect = granted
                key = one.party, one.root_id, stand
                if effect is None or one.span is None or key in met or one.stance == "reports" or not left:
                    continue
                met.add(key)
                left -= 1
                yield _made(case, one, effect, relation)


def _others(case: Case) -> Iterator[tuple[Claim, str]]:
    """Other claims of the story and what each is to this one. What is an explanation of its own stands among the statements already."""
    rivals = {key for one in case.hypotheses if one.kind != "as_claimed" for key in one.claims}
    told: dict[str, str] = {}
    for tie in case.claim.ties:
        if tie.why != "nothing" and tie.kind in TIE:
            told[tie.claim] = (
                "not so" if (tie.kind, tie.why) == ("contradicts", "negation") else TIE[tie.kind]
            )
    accused = {case.camp(who) for who in case.about.accused}
    for other in case.claims[:LOOKED_AT]:
        if other.id == case.claim.id or other.id in rivals:
            continue
        relation = told.get(other.id, "")
        if not relation and accused:
            theirs = about(other, case.entities, case.readings)
            same = accused & {case.camp(who) for who in theirs.accused}
            if (
                same
                and other.explanation == case.claim.explanation
                and shared(other.text, case.claim.text) >= LIKE
            ):
                relation = "same" if clears(other.text) == clears(case.claim.text) else "not so"
        if relation or (accused and shared(other.text, case.about.words)):
            yield other, relation


def _granted(case: Case, other: Claim, one: Position) -> Effect | None:
    """What the accused says of its own use of force in the matter: it denies the claim and grants that it acted."""
    words = " ".join(span.quote for span in one.saying.content) if one.saying else ""
    force = FORCE.search(words)
    if one.stance != "asserts" or not case.is_accused(one.party) or force is None:
        return None
    before = words[: force.start()]
    if pattern("not").search(words[: force.end() + NEAR]) or pattern("passive", "end").search(before):
        return None
    others = {case.camp(name.party) for name in _named(case, one)} - {case.camp(one.party)}
    if others and not (pattern("own", "start").match(words) or OWN.search(before)):
        return None  # "shots were exchanged near Ardan ships" may be of anybody's
    if _is_relayed(case, one):
        return None
    if any(
        case.camp(who) != case.camp(one.party) for who in about(other, case.entities, case.readings).accused
    ):
        return None  # it tells of what others did
    return "", "for", True, "Whom the claim blames grants that it used force there."


def _named(case: Case, one: Position) -> Iterator[Named]:
    """States, groups and the like that its words name."""
    for span in one.saying.content if one.saying else ():
        yield from (
            name
            for name in named(span, case.entities, case.readings)
            if is_someone(name.party, case.entities)
        )


def _is_relayed(case: Case, one: Position) -> bool:
    """Whether another camp tells that it was said: "the minister told that an Ardan pilot reported he had fired" is the minister's word."""
    assert one.span is not None
    return any(
        span.document_id == one.span.document_id
        and span.start <= one.span.start + 1
        and one.span.end <= span.end + 1
        for claim in case.claims[:LOOKED_AT]
        for other in claim.positions
        if other.saying is not None and case.camp(other.party) != case.camp(one.party)
        for span in other.saying.content
    )


def _made(case: Case, one: Position, effect: Effect, relation: str) -> Draft:
    assert one.span is not None
    word, direction, weak, why = effect
    return Draft(
        kind="statement",
        text=one.span.quote,
        spans=(one.span,),
        source=one.party,
        name=one.name,
        word=word,  # type: ignore[arg-type]
        direction=direction,
        weak=weak,
        obscure=case.obscure(one.party, one.name, one.span),
        sort=f"tied {relation}".strip(),
        subject=one.party,
        root_id=one.root_id,
        at=one.at,
        why=(why,),
    )
