"""Stands that hold two things: a part is granted and the rest denied.

"Confirmed that its planes had crossed the line but denied that anyone had died" is two attributions of one speaker, and the
second of them denies a part of what is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.claim import lexicon
from rashomon.claim.saying import FIRST, STANDS, Said
from rashomon.claim.stand import AGAINST

CLOSE = 60
"""Characters between what is granted and what is denied, if both are in one sentence."""
_STOP = re.compile(r"[.!?]\s|\n")


def united(said: Sequence[Said], texts: Mapping[str, str]) -> list[Said]:
    """The sayings in the order given, where a denial that goes with a grant is one of a part. ``texts``: by document id."""
    said = _once(said)
    grants: dict[tuple[str, str], list[Said]] = {}
    for one in said:
        if one.saying.act == "confirms" and one.stand.stance == "asserts":
            grants.setdefault((one.saying.document_id, one.party), []).append(one)
    return [
        replace(one, stand=replace(one.stand, stance="partly_denies"))
        if one.stand.stance == "denies"
        and any(
            _with(one, other, texts[one.saying.document_id])
            for other in grants.get((one.saying.document_id, one.party), ())
        )
        else one
        for one in said
    ]


def _once(said: Sequence[Said]) -> list[Said]:
    """Without what only tells a stand of the same party: "our country rejects the charge, its envoy said"."""
    stands: dict[tuple[str, str], list[Said]] = {}
    for one in said:
        if one.saying.act in STANDS:
            stands.setdefault((one.saying.document_id, one.party), []).append(one)
    undecided = [one for one in said if one.stand.stance == "declines"]
    return [
        one
        for one in said
        if not (
            one.stand.stance == "asserts"
            and any(
                _is_all_of(other, one) or _in_other_words(other, one)
                for other in stands.get((one.saying.document_id, one.party), ())
            )
        )
        and not (one.stand.stance == "declines" and any(_is_told_in(one, other) for other in undecided))
    ]


def _in_other_words(stand: Said, other: Said) -> bool:
    """Whether what a saying would put forward are the words denied by the same side: "denied that P, adding …"."""
    a, b = stand.saying.content, other.saying.content
    against = stand.stand.stance in AGAINST and stand.stand.about == "words" and other.saying.act == "asserts"
    return bool(a and b) and against and a[0].start == b[0].start and a[0].end >= b[-1].end - 2


def _is_told_in(inner: Said, outer: Said) -> bool:
    """Whether a side's "could not say" stands in what one of that side is reported to have said, which tells it already."""
    own, held = inner.saying, outer.saying
    return (
        inner is not outer
        and own.document_id == held.document_id
        and inner.party == outer.party
        and any(span.start <= own.span.start and own.span.end <= span.end + 1 for span in held.content)
    )


def _is_all_of(inner: Said, outer: Said) -> bool:
    """Whether a stand makes up the content of another saying."""
    own = inner.saying.span
    return inner is not outer and any(
        span.start <= own.start <= span.start + FIRST and own.end <= span.end + 1
        for span in outer.saying.content
    )


def _with(denial: Said, grant: Said, text: str) -> bool:
    """Whether a speaker grants one thing and denies another in one sentence."""
    a, b = denial.saying, grant.saying
    first, second = sorted((a.span, b.span), key=lambda span: (span.start, span.end))
    if second.start - first.end > CLOSE or _STOP.search(text[first.start : second.end]):
        return False
    join = text[min(first.end, second.start) : max(first.end, second.start) + CLOSE]
    return lexicon.pattern("turn").search(join) is not None
