"""What the judgement of a claim hangs on, what would move it, how it came to be, and where analysts differ."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.brief import chance, words
from rashomon.brief.judged import items, verdict
from rashomon.brief.material import Material
from rashomon.brief.phrase import SHORT, Line, count_line
from rashomon.records import AnalystView, Assessment, Claim, Evidence, Moment, Sentence, Spoken

GAPS = 2


def hangs(material: Material, claim: Claim) -> list[Sentence]:
    """The one item without which the judgement changes most, if its word changes; and how many were left out in turn."""
    one = material.assessed(claim)
    assert one.likelihood is not None
    left = [w for w in one.weighed if w.without is not None]
    most = max(left, key=lambda w: abs((w.without or 0.0) - one.likelihood), default=None)  # type: ignore[operator]
    basis = f"{words.count(len(left), 'item')} left out in turn"
    if most is None or most.without is None or chance.word(most.without) == chance.word(one.likelihood):
        return [count_line("No single item changes this judgement: it hangs on none.", basis, mark="hangs")]
    item = next(e for e in one.evidence if e.id == most.evidence_id)
    lead = material.lead(claim)
    line = items.told(material, item, most=SHORT)
    if line is None:
        line = Line().say(words.one_line(item.text)).stop()
    grounds = [s for s in item.spans if s.document_id in material.by_id][:1]
    line = line.led("The judgement hangs most on this. ")
    line.say(f" Without it: {chance.that(most.without, verdict.what(lead)).lower()}.")
    return [line.cite([*grounds, lead.span], mark="likelihood", likelihood=most.without)]


def missing(one: Assessment) -> list[Sentence]:
    """What was not collected and would move the judgement most."""
    return [
        count_line(
            words.one_line(gap.text),
            "not collected; of all that is missing it would move the judgement most"
            if number == 0
            else "not collected",
            mark="gap",
        )
        for number, gap in enumerate(one.gaps[:GAPS])
    ]


def turns(material: Material, claim: Claim) -> list[Sentence]:
    """The first view and each that changed the word, with what came in and moved it; nothing where it never changed."""
    one = material.assessed(claim)
    by_id = {item.id: item for item in one.evidence}
    weight = {w.evidence_id: abs(w.log_odds) for w in one.weighed}
    made: list[Sentence] = []
    last: str | None = None
    for moment in one.history:
        now = chance.word(moment.likelihood) if moment.likelihood is not None else ""
        if now == last:
            continue
        came = sorted((by_id[i] for i in moment.evidence if i in by_id), key=lambda e: -weight.get(e.id, 0.0))
        made.append(_turn(material, claim, moment, came))
        last = now
    return made if len(made) > 1 else []


def _turn(material: Material, claim: Claim, moment: Moment, came: list[Evidence]) -> Sentence:
    lead = material.lead(claim)
    stamp = words.stamp(moment.at)
    if moment.likelihood is None:
        basis = f"{words.count(len(came), 'item')} came in" if came else "nothing came in"
        return count_line(f"{stamp}: it could not be judged yet.", basis, mark="turn")
    line = Line().say(f"{stamp}: {chance.that(moment.likelihood, verdict.what(lead)).lower()}")
    item = next((e for e in came if items.told(material, e) is not None), None)
    told = items.told(material, item, most=SHORT) if item else None
    if item is None or told is None:
        return line.stop().cite([lead.span], mark="likelihood", likelihood=moment.likelihood)
    line = line.say(". This came in: ").then(told)
    grounds = [s for s in item.spans if s.document_id in material.by_id][:1]
    return line.cite([lead.span, *grounds], mark="likelihood", likelihood=moment.likelihood)


def views(material: Material, claim: Claim) -> Iterator[Sentence]:
    """What people did with the explanations; each view beside the program's, where somebody graded; and what the judgement above takes."""
    one = material.assessed(claim)
    people = [view for view in one.views if view.by]
    yield from map(_spoken, one.spoken)
    if not people:
        return
    for view in one.views:
        yield _view(claim, material, view)
    if len(people) > 1:
        taken = f"The judgement above is the mean of the views of {words.listed([v.by for v in people])}."
    else:
        taken = f"The judgement above takes the grades of {people[0].by}."
    yield count_line(taken, "judgements kept in the database; decided in assess/judge", mark="views")


_ACTS = {
    "add": "added the explanation",
    "drop": "left out the explanation",
    "merge": "joined the explanation",
    "split": "parted the explanation",
}


def _spoken(one: Spoken) -> Sentence:
    """What a person did with an explanation; what the program had is told with it."""
    into = " and ".join(f"“{words.one_line(text)}”" for text in one.into)
    link = {"merge": " with ", "split": " into "}.get(one.act, "")
    why = words.one_line(one.why).rstrip(".")
    text = f"{one.by} {_ACTS[one.act]} “{words.one_line(one.text)}”{link}{into if link else ''} on {words.stamp(one.at)}"
    return count_line(
        f"{text}{': ' + why if why else ''}.", "a judgement kept in the database", mark="judged"
    )


def _view(claim: Claim, material: Material, view: AnalystView) -> Sentence:
    lead = material.lead(claim)
    whose = f"With the grades of {view.by}: " if view.by else "With the program’s own grades: "
    if view.likelihood is None:
        return count_line(f"{whose}it cannot be judged.", "grades kept in the database", mark="views")
    line = Line().say(f"{whose}{chance.that(view.likelihood, verdict.what(lead)).lower()}.")
    return line.cite([lead.span], mark="likelihood", likelihood=view.likelihood)


def gains(material: Material, one: Assessment) -> list[Sentence]:
    """Who gains if the claim is believed: an interest, and no motive."""
    if not one.beneficiary:
        return []
    name = material.name(one.beneficiary) or one.beneficiary
    text = f"{words.sentence_case(name)} gains if it is believed: a known interest, and no proof of a motive."
    return [count_line(text, "from who accuses whom in what was collected", mark="gains")]
