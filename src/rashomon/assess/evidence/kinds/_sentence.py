"""What kinds that are found by their words have in common: a sentence, its source, who shows it."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.assess.about.lexicon import pattern
from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.draft import Draft, Seen
from rashomon.assess.evidence.lexicon import shows
from rashomon.assess.evidence.told import Told
from rashomon.records import EvidenceKind

PER_ROOT = 3
"""Sentences of one kind from one root: a long report must not outweigh the others."""
BESIDE = frozenset({"media", "absence", "pattern"})
"""Kinds that are told of without a name or a word of the claim ("no photo shows it"): there it counts where the sentence stands."""
MOST = 12
"""Sentences of one kind."""


def search(case: Case, kind: EvidenceKind) -> Iterator[tuple[Draft, Told, tuple[str, ...]]]:
    """Sentences with words of a kind that bear on the claim: a draft without direction, the sentence, its sorts."""
    taken: dict[str, int] = {}
    for sentence in case.sentences():
        found = sentence.sorts.get(kind, ())
        if not found or taken.get(sentence.root_id, 0) >= PER_ROOT or case.says_it(sentence.span):
            continue
        if sentence.guessed and case.takes_stand(sentence.span):
            continue  # whatever it is like, it counts among the statements
        one = sentence.heard(found[0][1])
        if not case.bears(one) and not (kind in BESIDE and case.is_beside(one)):
            continue
        if sum(taken.values()) >= MOST:
            return
        taken[one.root_id] = taken.get(one.root_id, 0) + 1
        yield drafted(case, kind, one), one, tuple(sort for sort, _ in found)


def drafted(case: Case, kind: EvidenceKind, one: Told) -> Draft:
    """A sentence as an item: whose word it is, and of whom it tells."""
    outlet = case.outlet(one.span.document_id)
    speaks = bool(one.speaker) and not is_thing(one.speaker)  # "a video shows": it is the report that says so
    return Draft(
        kind=kind,
        text=one.span.quote,
        spans=(one.span,),
        source=(one.party or one.speaker) if speaks else outlet,
        name=one.speaker if speaks else outlet,
        subject=case.subject(one),
        root_id=one.root_id,
        at=one.at,
    )


def is_thing(name: str) -> bool:
    """Whether a "speaker" is footage, a document or the like, which somebody tells of."""
    return pattern("thing").search(name) is not None


def vouched(case: Case, one: Told) -> tuple[Seen, str]:
    """(who vouches, party that shows it): "independent", "party", "anonymous" or empty."""
    text, language = one.span.quote, one.language
    shower = ""
    for name in one.names:
        if case.interest(name.party) and shows("released", text[name.end : name.end + BEHIND], language):
            shower = name.party
            break
    speaks = one.party if case.interest(one.party, one.speaker) else ""
    if not speaks and (shows("inspected", text, language) or shows("own_eyes", text, language)):
        return "independent", ""
    if speaks or shower:
        return "party", shower or speaks
    return ("anonymous", "") if shows("anonymous", text, language) else ("", "")


BEHIND = 40
"""Characters behind a party's name in which the verb stands that makes it show something: "the ministry on Monday released"."""
