"""A word of likelihood is for an assessed claim, and is the word of its assessment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.brief.lint._copy import Copy, Line
from rashomon.brief.lint._terms import Term, likelihoods
from rashomon.records import Assessment, Brief, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """Only lines marked ``likelihood``, about a claim with a likelihood, use the scale; titles and headings never."""

    def check(self, copy: Copy) -> Iterator[Finding]:
        if copy.brief is None:
            return
        judged = _judged(copy.brief)
        for line in copy.lines:
            for sentence in line.words():
                for term in likelihoods(sentence):
                    if remedy := _wrong(line, term, judged):
                        yield Finding(
                            rule="unassessed",
                            section=line.section,
                            sentence=line.number,
                            words=term.words,
                            remedy=remedy,
                        )


_Judged = list[tuple[frozenset[tuple[str, int, int]], tuple[float, ...]]]


def _judged(brief: Brief) -> _Judged:
    """Where the words of each judged claim stand, and what was judged of it, its likelihood first."""
    judged = {one.claim_id: one for one in brief.assessments if one.likelihood is not None}
    return [
        (
            frozenset(
                (span.document_id, span.start, span.end)
                for span in (
                    *(span for said in claim.members for span in (said.span, *said.content)),
                    *(span for one in judged[claim.id].hypotheses for span in one.spans),
                    *(span for one in judged[claim.id].evidence for span in one.spans),
                )
            ),
            tuple(_values(judged[claim.id])),
        )
        for claim in brief.claims
        if claim.id in judged
    ]


def _values(one: Assessment) -> Iterator[float]:
    """Every probability that a line may put into words: of the claim, of its explanations, before, and as others see it."""
    found = [
        one.likelihood,
        one.prior,
        *(share for _, share in one.shares),
        *(moment.likelihood for moment in one.history),
    ]
    found += [item.without for item in one.weighed]
    for gap in one.gaps:
        if one.likelihood is not None:
            found += [min(one.likelihood + gap.move, 1.0), max(one.likelihood - gap.move, 0.0)]
    for view in one.views:
        found += [view.likelihood, *(share for _, share in view.shares)]
    yield from (value for value in found if value is not None)


def _wrong(line: Line, term: Term, judged: _Judged) -> str:
    if line.kind != "line" or line.section == "title":
        return "A heading weighs nothing: leave the word out."
    if line.mark != "likelihood":
        return "Only a line that states the likelihood of a claim may use a word of the scale."
    about = {(span.document_id, span.start, span.end) for span in line.about}
    values = [100 * value for places, found in judged if places & about or not about for value in found]
    if not values:
        return "The line cites no claim that was assessed: leave the word out, or cite the claim."
    # An edge belongs to one band only, but the other word is no error of more than rounding: both pass.
    if not any(term.low - 1e-6 <= min(max(value, 1), 99) <= term.high + 1e-6 for value in values):
        return f"“{term.words}” is {term.low} to {term.high} %, the assessment {values[0]:.0f} %."
    return ""
