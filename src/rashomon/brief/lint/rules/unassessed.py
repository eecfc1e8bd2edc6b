"""A word of likelihood is for an assessed claim, and is the word of its assessment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.brief.lint._copy import Copy, Line
from rashomon.brief.lint._terms import Term, likelihoods
from rashomon.records import Brief, Finding


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


def _judged(brief: Brief) -> list[tuple[frozenset[tuple[str, int, int]], float]]:
    """Where the words of each claim with a likelihood stand, and its likelihood."""
    likelihood = {one.claim_id: one.likelihood for one in brief.assessments if one.likelihood is not None}
    return [
        (
            frozenset(
                (span.document_id, span.start, span.end)
                for said in claim.members
                for span in (said.span, *said.content)
            ),
            likelihood[claim.id],
        )
        for claim in brief.claims
        if claim.id in likelihood
    ]


def _wrong(line: Line, term: Term, judged: list[tuple[frozenset[tuple[str, int, int]], float]]) -> str:
    if line.kind != "line" or line.section == "title":
        return "A heading weighs nothing: leave the word out."
    if line.mark != "likelihood":
        return "Only a line that states the likelihood of a claim may use a word of the scale."
    about = {(span.document_id, span.start, span.end) for span in line.about}
    values = [100 * value for places, value in judged if places & about]
    if not values:
        return "The line cites no claim that was assessed: leave the word out, or cite the claim."
    # An edge belongs to one band only, but the other word is no error of more than rounding: both pass.
    if not any(term.low - 1e-6 <= min(max(value, 1), 99) <= term.high + 1e-6 for value in values):
        return f"“{term.words}” is {term.low} to {term.high} %, the assessment {values[0]:.0f} %."
    return ""
