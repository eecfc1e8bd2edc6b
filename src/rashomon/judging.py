"""People's words on explanations and evidence: what there is to speak of, and how a word is given and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from rashomon.assess import hypotheses
from rashomon.assess.people import Said, Word, check
from rashomon.assess.scale import as_percent, word
from rashomon.errors import (
    AssessError,
    RashomonError,
    RecordError,
    UnknownClaim,
    UnknownEvidence,
    UnknownHypothesis,
)
from rashomon.records import Assessment, Claim, Evidence, Grade, Hypothesis, Step

if TYPE_CHECKING:
    from rashomon.flow import Desk

NEAREST = 3
"""Known ids that an error names."""
CLAIMS = "`rashomon hypothesis claims` lists the claims that were weighed, with their ids."
SIGNS: Mapping[str, Step] = {
    "++": "very_consistent", "+": "consistent", "0": "neutral", "-": "inconsistent", "--": "very_inconsistent",
    "n/a": "not_applicable",
}  # fmt: skip
"""Short forms of the five steps and of none."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim of the database with its assessment."""

    claim: Claim
    assessment: Assessment


def judged(desk: Desk, now: datetime, as_of: datetime | None = None) -> tuple[Judged, ...]:
    """Every claim that was weighed, as ``rashomon brief`` without a path has it: leading claims of contested stories first.

    Nothing is read that was not read before. It is made anew after each new word of a person, and else kept.
    """
    from rashomon.flow import briefs_of

    made = []
    for brief in briefs_of(desk, desk.store.documents.ids(), now, as_of=as_of):
        found = {one.claim_id: one for one in brief.assessments}
        made += [Judged(c, found[c.id]) for c in brief.claims if c.id in found and found[c.id].hypotheses]
    return tuple(made)


def claim_named(found: Sequence[Judged], name: str) -> Judged:
    """The claim of that id, or of which it is the beginning.

    Raises:
        UnknownClaim: there is none, or several.
    """
    ids = {one.claim.id: one for one in found}
    return ids[_one(name, {key: one.claim.text for key, one in ids.items()}, UnknownClaim, CLAIMS)]


def hypothesis_named(found: Sequence[Judged], name: str) -> tuple[Judged, Hypothesis]:
    """The explanation of that id or beginning of one, and its claim.

    Raises:
        UnknownHypothesis: there is none, or several.
    """
    ids = {h.id: (one, h) for one in found for h in one.assessment.hypotheses}
    return ids[_one(name, {key: h.text for key, (_, h) in ids.items()}, UnknownHypothesis)]


def evidence_named(found: Sequence[Judged], name: str) -> tuple[Judged, Evidence]:
    """The item of evidence of that id or beginning of one, and its claim.

    Raises:
        UnknownEvidence: there is none, or several.
    """
    ids = {e.id: (one, e) for one in found for e in one.assessment.evidence}
    return ids[_one(name, {key: e.text for key, (_, e) in ids.items()}, UnknownEvidence)]


def add(
    desk: Desk, now: datetime, claim: str, *, text: str, holds: bool | None, kind: str, by: str, why: str
) -> Said:
    """Keep a person's explanation of a claim.

    Raises:
        UnknownClaim: ``claim`` names none.
        RecordError: there is no text.
    """
    one = claim_named(judged(desk, now), claim)
    value = {"text": text, "holds": holds, "claim": one.claim.id, "why": why}
    return _keep(desk, now, "add", one.claim.id, value | ({"kind": kind} if kind else {}), by)


def drop(desk: Desk, now: datetime, name: str, *, by: str, why: str) -> Said:
    """Leave an explanation out of the judgement.

    Raises:
        UnknownHypothesis: there is none of that name.
        AssessError: it is the only one, or the only one under which the claim holds, or does not.
    """
    one, gone = hypothesis_named(judged(desk, now), name)
    left = {h.holds for h in one.assessment.hypotheses if h.id != gone.id}
    if not left:
        raise AssessError(gone.id, "it is the only explanation of its claim")
    if left in ({True}, {False}):
        what = "holds" if True in left else "does not hold"
        raise AssessError(
            gone.id, f"under every other explanation the claim {what}: nothing would be left to weigh"
        )
    return _keep(desk, now, "drop", gone.id, {"claim": one.claim.id, "text": gone.text, "why": why}, by)


def merge(desk: Desk, now: datetime, name: str, into: str, *, by: str, why: str) -> Said:
    """Say that an explanation is another one in other words: its parties and places go there.

    Raises:
        UnknownHypothesis: one of both is not there, or they are of two claims.
    """
    found = judged(desk, now)
    one, gone = hypothesis_named(found, name)
    other, kept = hypothesis_named(found, into)
    if other.claim.id != one.claim.id:
        raise UnknownHypothesis(kept.id, f"it is of another claim than {gone.id}")
    value = {"into": kept.id, "claim": one.claim.id, "why": why}
    return _keep(desk, now, "merge", gone.id, value, by)


def split(desk: Desk, now: datetime, name: str, texts: Sequence[str], *, by: str, why: str) -> Said:
    """Say that an explanation is several.

    Raises:
        UnknownHypothesis: there is none of that name.
        RecordError: there are less than two texts.
    """
    one, gone = hypothesis_named(judged(desk, now), name)
    return _keep(desk, now, "split", gone.id, {"texts": list(texts), "claim": one.claim.id, "why": why}, by)


def grade(
    desk: Desk,
    now: datetime,
    name: str,
    *,
    reliability: str | None = None,
    credibility: str | None = None,
    deceiver: str | None = None,
    fits: Sequence[str] = (),
    by: str,
    why: str,
) -> Said:
    """Keep a person's grades of an item of evidence; what is not given stays as the program has it.

    ``fits``: "EXPLANATION=STEP" each, the explanation by id or kind, the step by name or sign (``SIGNS``).

    Raises:
        UnknownEvidence, UnknownHypothesis: a name fits nothing.
        RecordError: a grade is none of those there are, or none is given.
    """
    one, item = evidence_named(judged(desk, now), name)
    value: dict[str, Any] = {"claim": one.claim.id, "why": why}
    value |= {
        key: given
        for key, given in (
            ("reliability", reliability), ("credibility", credibility), ("deceiver", deceiver)
        )
        if given
    }  # fmt: skip
    if steps := dict(_step(one, text) for text in fits):
        value["consistency"] = steps
    if len(value) == 2:
        raise RecordError(item.id, "no grade is given")
    return _keep(desk, now, "grade", item.id, value, by)


def steps(desk: Desk, now: datetime, claim: str) -> tuple[Hypothesis, ...]:
    """The ten steps of a state's responsibility for what a claim blames it for; none where no state is blamed.

    Raises:
        UnknownClaim: ``claim`` names none.
    """
    from rashomon.flow import linked

    one = claim_named(judged(desk, now), claim)
    readings, entities = linked(desk, sorted({said.document_id for said in one.claim.members}))
    return hypotheses.responsibility(
        one.claim, {e.id: e for e in entities}, readings={r.document_id: r for r in readings}
    )


def take_step(desk: Desk, now: datetime, claim: str, kind: str, *, by: str, why: str) -> Said:
    """Add one of the ten steps to the explanations of a claim.

    Raises:
        UnknownClaim: ``claim`` names none.
        UnknownHypothesis: the claim blames no state, or there is no such step.
    """
    found = {one.kind: one for one in steps(desk, now, claim)}
    if not found:
        raise UnknownHypothesis(kind, "the claim blames no state, so there are no steps")
    if kind not in found:
        raise UnknownHypothesis(kind, f"the steps are {', '.join(found)}")
    one = found[kind]
    return add(desk, now, claim, text=one.text, holds=one.holds, kind=one.kind, by=by, why=why)


def claim_lines(found: Sequence[Judged]) -> Iterator[str]:
    """Claims as lines to read: id, judgement, words."""
    for one in found:
        yield f"{one.claim.id}  {_verdict(one.assessment):<22}  {_short(one.claim.text)}"


def hypothesis_lines(one: Judged) -> Iterator[str]:
    """The explanations of a claim, the likeliest first, and what people said of them."""
    yield f"{one.claim.id}  {_verdict(one.assessment)}  {_short(one.claim.text)}"
    share = dict(one.assessment.shares)
    for h in sorted(one.assessment.hypotheses, key=lambda h: -share.get(h.id, 0.0)):
        odds = f"{word(share[h.id])}, {as_percent(share[h.id])}" if h.id in share else "not judged"
        holds = {True: "holds", False: "does not hold", None: "open"}[h.holds]
        whose = f"added by {h.added_by}" if h.added_by else "codebook" if h.standing and not h.by else ""
        yield f"  {h.id}  {h.kind}  claim {holds}  {odds}{f'  [{whose}]' if whose else ''}"
        yield f"      {_short(h.text)}"
    yield from _words(one.assessment)


def evidence_lines(one: Judged) -> Iterator[str]:
    """The evidence on a claim, what weighs most first, with each judge's grades, and how well each item fits."""
    yield f"{one.claim.id}  {_verdict(one.assessment)}  {_short(one.claim.text)}"
    kinds = [h.kind for h in one.assessment.hypotheses]
    kind = {
        h.id: h.kind if kinds.count(h.kind) == 1 else f"{h.kind} {h.id[:6]}"
        for h in one.assessment.hypotheses
    }
    weighed = {w.evidence_id: w for w in one.assessment.weighed}
    items = sorted(
        one.assessment.evidence, key=lambda e: -abs(weighed[e.id].log_odds) if e.id in weighed else 0
    )
    for item in items:
        w = weighed.get(item.id)
        way = (
            ""
            if w is None
            else f"  {w.log_odds:+.2f}" + (f" with {w.counted_under} ({w.why})" if w.counted_under else "")
        )
        yield f"  {item.id}  {item.kind}  {item.name}{way}"
        yield f"      {_short(item.text)}"
        for given in item.grades:
            yield f"      {_graded(given, kind)}"


def _graded(given: Grade, kind: Mapping[str, str]) -> str:
    sign = {step: text for text, step in SIGNS.items()}
    fits = ", ".join(
        f"{kind[key]} {sign[step]}"
        for key, step in given.consistency
        if key in kind and sign[step] not in ("0", "n/a")
    )
    at = f" on {given.at:%Y-%m-%d %H:%M}" if given.at else ""
    why = f": {' '.join(given.why)}" if given.by and given.why else ""
    deceiver = f"deceiver {given.deceiver}"
    return f"{given.by or 'program'}{at}: {given.reliability}{given.credibility}, {deceiver}; {fits or 'fits all alike'}{why}"


def _words(one: Assessment) -> Iterator[str]:
    for s in one.spoken:
        into = f" → {' | '.join(map(_short, s.into))}" if s.into else ""
        why = f": {s.why}" if s.why else ""
        yield f"  {s.at:%Y-%m-%d %H:%M} {s.by}: {s.act} “{_short(s.text)}”{into}{why}"
    for view in one.views:
        odds = (
            "cannot be judged"
            if view.likelihood is None
            else f"{word(view.likelihood)}, {as_percent(view.likelihood)}"
        )
        yield f"  view of {view.by or 'the program'}: {odds}"


def _verdict(one: Assessment) -> str:
    return (
        f"{one.word}, {as_percent(one.likelihood)}" if one.likelihood is not None else "cannot be judged yet"
    )


def _short(text: str, most: int = 110) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def _step(one: Judged, text: str) -> tuple[str, str]:
    name, _, step = text.rpartition("=")
    if not name:
        raise RecordError(text, "it has the form EXPLANATION=STEP")
    made = SIGNS.get(step.strip(), step.strip())
    if made not in get_args(Step):
        raise RecordError(text, f"the steps are {', '.join(get_args(Step))}, or {' '.join(SIGNS)}")
    inside = one.assessment.hypotheses
    alike = [h.id for h in inside if h.kind == name.strip()]
    if len(alike) == 1:
        return alike[0], made
    return _one(name.strip(), {h.id: h.text for h in inside}, UnknownHypothesis), made


def _one(name: str, texts: Mapping[str, str], error: type[RashomonError], remedy: str = "") -> str:
    fitting = [name] if name in texts else [key for key in texts if name and key.startswith(name)]
    if len(fitting) == 1:
        return fitting[0]
    near = fitting or get_close_matches(name, texts, NEAREST, cutoff=0.0)
    told = "; ".join(f"{key} “{_short(texts[key], 50)}”" for key in near[:NEAREST])
    found = f"{'several fit' if fitting else 'the nearest'}: {told}" if told else "there is none at all"
    raise error(name or "(nothing)", found, remedy)


def _keep(desk: Desk, now: datetime, act: Word, subject: str, value: Mapping[str, Any], by: str) -> Said:
    made = Said(word=act, subject=subject, value=value, by=by, at=now)
    check(made)
    desk.store.corrections.add(*made.correction(), by=by, at=now)
    return made
