"""Rival explanations of a claim: what parties really said, and what a codebook lists though nobody need have said it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.assess.about.case import About, about
from rashomon.assess.about.lexicon import pattern
from rashomon.assess.about.named import side
from rashomon.assess.hypotheses.codebook import Row, codebook, label, weight
from rashomon.assess.hypotheses.codebook import responsibility as steps
from rashomon.assess.hypotheses.kinds import kinds
from rashomon.assess.hypotheses.rivals import Rival, grounds, parties, rivals
from rashomon.assess.hypotheses.words import own_words, sentence, short, tells
from rashomon.records import Claim, Entity, Hypothesis, Position, Reading, content_id

__all__ = ["codebook", "hypotheses", "label", "responsibility", "weight"]

MOST = 8
"""Explanations of one claim; what ranks lower is merged into one that stands for the rest."""


def hypotheses(
    claim: Claim,
    claims: Sequence[Claim],
    entities: Mapping[str, Entity],
    *,
    readings: Mapping[str, Reading] | None = None,
    given: Sequence[Hypothesis] = (),
) -> tuple[Hypothesis, ...]:
    """The explanations of a claim, ranked: the claim itself and its denial, what parties say instead, what the codebook lists.

    ``claims`` are those of its story, itself among them, as ranked by ``claim``. ``readings`` (by document) tell whom a claim names; without
    them the entities' names are sought. ``given`` are a person's: one with an id of ours takes its place, others are added, and none
    is merged away. Ids rest on the claim's id and the kind (for some, whom it blames), so they stay while evidence grows.
    """
    read = readings or {}
    of = about(claim, entities, read, claims)
    found: dict[str, Hypothesis] = {}
    own = kinds(of)

    def put(row: Row, *, variant: str = "", text: str = "", **fields: object) -> None:
        """Add an explanation, or what is new to one that is there: words of the first that put it forward stay."""
        key = content_id("hypothesis", claim.id, row.key, variant)
        old = found.get(key)
        made = Hypothesis(
            id=key,
            claim_id=claim.id,
            kind=row.key,
            text=text or sentence(row, of, entities),
            holds=row.truth(own),
            **fields,  # type: ignore[arg-type]
        )
        found[key] = made if old is None else _joined(old, made)

    book = codebook()
    put(
        book["as_claimed"],
        text=short(claim.text),
        by=parties(claim),
        claims=(claim.id,),
        spans=grounds(claim),
    )
    for one in sorted(claim.positions, key=lambda one: _as_words(one, claim)):
        row = book["denied"] if one.stance == "denies" else book["in_part"]
        if one.stance in ("denies", "partly_denies") and one.saying is not None and one.span is not None:
            put(row, text=own_words(one.saying), by=(one.party,), spans=_words_of(one))
    for rival in rivals(of, claims, entities, read):
        put(book[rival.kind], variant=rival.variant, **_of(rival))  # type: ignore[arg-type]
    another = any(one.kind == "third_party" and one.by for one in found.values())
    for row in standing(of, entities):
        if row.key != "third_party" or not another:  # whom parties name stands for it
            put(row, standing=True)
    return _ranked(list(found.values()), given, claims, of, entities)


def standing(of: About, entities: Mapping[str, Entity]) -> tuple[Row, ...]:
    """The codebook's explanations that make sense for a claim, whether or not anybody puts them forward."""
    own = kinds(of)
    suffering = {*of.harmed, *of.accusers}
    gains = any({who, side(who, entities)} & suffering for who in of.claimants) and not of.claim.explains
    words = of.claim.text[:600]
    met = {
        "accused": bool(of.accused),
        "deed": of.blames or bool(of.accused),
        "gain": gains and bool(of.accused or of.harmed) and not set(of.own) & set(of.claimants),
        "open": not of.admitting,
    }
    if not own:
        return (codebook()["denied"],)  # of what is to come nothing can be mistaken yet
    nothing = pattern("not").search(words[:60]) is not None and not of.accused
    return tuple(
        row
        for row in codebook().values()
        if row.stands & own
        and all(met[need] for need in row.needs)
        and not (nothing and row.key in ("exaggeration", "misidentification", "staged"))
    )


def responsibility(
    claim: Claim, entities: Mapping[str, Entity], *, readings: Mapping[str, Reading] | None = None
) -> tuple[Hypothesis, ...]:
    """The ten steps of a state's responsibility, for a claim that blames a state; empty for any other.

    They are offered beside the explanations and not among them: an analyst takes over those that are in question (``given``).
    """
    of = about(claim, entities, readings or {})
    if not any(one in entities and entities[one].kind == "state" for one in of.accused):
        return ()
    return tuple(
        Hypothesis(
            id=content_id("hypothesis", claim.id, row.key, ""),
            claim_id=claim.id,
            kind=row.key,
            text=sentence(row, of, entities),
            holds=row.holds,
            standing=True,
        )
        for row in steps().values()
    )


def _of(rival: Rival) -> dict[str, object]:
    return {
        "text": short(rival.of.text),
        "by": parties(rival.of),
        "claims": (rival.of.id,),
        "spans": grounds(rival.of, 2),
    }


def _words_of(one: Position) -> tuple[object, ...]:
    assert one.saying is not None and one.span is not None
    return (max(one.saying.content, key=lambda s: s.end - s.start),) if one.saying.content else (one.span,)


def _as_words(one: Position, claim: Claim) -> tuple[bool, bool, bool, str]:
    """Denials that say in whole words of the claim's script what is so come first: the first gives the explanation its words."""
    made = one.saying
    if made is None:
        return True, True, True, ""
    words = own_words(made)
    latin = [sum("a" <= c <= "z" for c in text.casefold()) * 2 > len(text) for text in (words, claim.text)]
    return (
        not tells(made),
        latin[0] != latin[1],
        len(words.split()) < 5,
        one.at.isoformat() if one.at else "9",
    )


def _joined(old: Hypothesis, new: Hypothesis) -> Hypothesis:
    """One explanation from two: the words of a party before the codebook's, of two parties the first's."""
    spoken = old if old.spans or not new.spans else new
    return Hypothesis(
        id=old.id,
        claim_id=old.claim_id,
        kind=old.kind,
        text=spoken.text,
        holds=old.holds,
        by=tuple(dict.fromkeys((*old.by, *new.by))),
        claims=tuple(dict.fromkeys((*old.claims, *new.claims))),
        spans=tuple(dict.fromkeys((*old.spans, *new.spans)))[:SPANS],
        standing=old.standing or new.standing,
        added_by=old.added_by,
    )


SPANS = 6
"""Places cited for one explanation."""


def _ranked(
    found: list[Hypothesis],
    given: Sequence[Hypothesis],
    claims: Sequence[Claim],
    of: About,
    entities: Mapping[str, Entity],
) -> tuple[Hypothesis, ...]:
    """At most so many: the claim, its denial, then what most parties and reports put forward, then the codebook's by weight."""
    people = {one.id: one for one in given}
    found = [one for one in found if one.id not in people]
    carried = {
        one.id: len({member.document_id for member in one.members}) for one in claims
    }  # documents, for want of roots
    first = {"as_claimed": 0, "denied": 1}

    def order(one: Hypothesis) -> tuple[int, int, int, float, str]:
        reports = sum(carried.get(claim, 0) for claim in one.claims)
        return first.get(one.kind, 2), -len(one.by), -reports, -weight(one.kind), one.id

    found.sort(key=order)
    room = MOST - len(people)
    kept, rest = found, []
    if len(found) > room:
        kept, rest = found[: max(room - 1, 1)], found[max(room - 1, 1) :]
    made = [*kept, *people.values()]
    if rest:
        spoken = [one for one in rest if one.by]
        made.append(
            Hypothesis(
                id=content_id("hypothesis", of.claim.id, "other", ""),
                claim_id=of.claim.id,
                kind="other",
                text=sentence(codebook()["other"], of, entities),
                holds=_of_all(rest),
                by=tuple(dict.fromkeys(who for one in spoken for who in one.by)),
                claims=tuple(dict.fromkeys(key for one in spoken for key in one.claims)),
                spans=tuple(dict.fromkeys(span for one in spoken for span in one.spans))[:SPANS],
                standing=not spoken,
            )
        )
    return tuple(made)


def _of_all(rest: Sequence[Hypothesis]) -> bool | None:
    """Whether the claim holds under each of several explanations alike; ``None`` where they differ."""
    values = {one.holds for one in rest}
    return values.pop() if len(values) == 1 else None
