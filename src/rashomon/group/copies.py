"""Which documents are one text, and where the text came from: copies are not corroboration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rashomon.group.words import Look, body
from rashomon.records import Document, Relation

COPY = 0.5
"""Jaccard of shingles from which two texts are one. Two reports of one speech share under 0.3; an edited wire copy
keeps over 0.55 (the 156 articles of 2016–17 that development measures on, read pair by pair near the edge)."""
INSIDE = 0.75
"""Share of the shorter text's shingles that stand in the longer: a cut copy, or a post inside a report."""
SHORTEST = 8
"""Words below which likeness says nothing: two posts "Watch the video" are no copy of each other."""
FLOOD = 50
"""Copies of one text that are compared with each other; beyond that each is compared with the first ones only."""

_AGENCY = r"[A-Z][\w.&'’-]*(?:\s+(?:[A-Z][\w.&'’-]*|of|de)){0,4}"
_DATELINE = re.compile(rf"^[^\n]{{0,60}}?\(({_AGENCY})\)\s*[-–—:]")
_CREDIT = re.compile(
    rf"^(?:\((?P<a>{_AGENCY})\)|(?:Source|Source credit|With reporting by|By|Via)[: ]+(?P<b>{_AGENCY})|"
    r"(?P<c>(?:[A-Z][\w.&'’-]*\s+){1,4}(?:Agency|Press|Service|Newswire|Wire)))\.?$"
)
_CORRECTED = re.compile(
    r"\b(?:correction|corrected|clarification|an earlier version|исправлено|уточнение|виправлено|уточнення)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """Where a document's words came from."""

    root: str
    relation: Relation
    why: str


def agency(document: Document) -> str:
    """The news agency a report credits in its dateline, or in a short line at its start or end; else empty."""
    lines = [line.strip() for line in body(document).strip().splitlines() if line.strip()]
    if not lines:
        return ""
    if found := _DATELINE.match(lines[0]):
        return found.group(1)
    for line in (*lines[:2], *lines[-2:]):
        if len(line) < 60 and (credit := _CREDIT.match(line)):
            return next(group for group in credit.groups() if group)
    return ""


def _age(look: Look) -> tuple[datetime, datetime, bool, int, str]:
    """Oldest first. Where times are the same, a text that says it was corrected is the later, then the longer one:
    pages grow as they are edited."""
    document = look.document
    late = datetime.max.replace(tzinfo=UTC)
    written = document.published_at or late
    return written, document.edited_at or written, _correction(document), len(look.body), document.id


def descents(looks: Sequence[Look]) -> dict[str, Descent]:
    """For each document id its root, relation and ground. The same for any order of the documents."""
    found: dict[str, Descent] = {}
    pairs = alike(looks)
    groups = _joined(looks, pairs)
    for members in groups:
        ordered = sorted(members, key=_age)
        first = _root(ordered)
        for one in ordered:
            found[one.document.id] = _descent(one, first, pairs)
    _versions(looks, found)
    return {look.document.id: _to_the_end(look.document.id, found) for look in looks}


def _root(ordered: Sequence[Look]) -> Look:
    """The one that was forwarded or credited, if it is here; else the earliest."""
    named = {look.document.forwarded_from.casefold() for look in ordered if look.document.forwarded_from}
    credited = {agency(look.document).casefold() for look in ordered} - {""}
    for look in ordered:
        if look.document.source.casefold() in named and not look.document.forwarded_from:
            return look
    for look in ordered:
        own = look.document.source.casefold()
        initials = "".join(word[0] for word in look.document.source.split() if word).casefold()
        if own and (own in credited or initials in credited):
            return look
    return ordered[0]


def _descent(one: Look, first: Look, pairs: dict[tuple[str, str], float]) -> Descent:
    document, root = one.document, first.document
    if document.id == root.id:
        if document.forwarded_from:
            return Descent(
                root=root.id,
                relation="forward",
                why=f"forwarded from {document.forwarded_from}, which was not collected",
            )
        return Descent(root=root.id, relation="original", why="the earliest of its text")
    if document.forwarded_from:
        return Descent(root=root.id, relation="forward", why=f"forwarded from {document.forwarded_from}")
    if document.url and document.url == root.url:
        return Descent(root=root.id, relation="update", why=_change(root, document))
    likeness = pairs.get((min(document.id, root.id), max(document.id, root.id)))
    ground = f"{likeness:.0%} of its passages are the same" if likeness else "the same text as other copies"
    credit = agency(document)
    return Descent(root=root.id, relation="copy", why=f"credits {credit}; {ground}" if credit else ground)


def _versions(looks: Sequence[Look], found: dict[str, Descent]) -> None:
    """Two texts at one address are versions of one page, however much was changed."""
    pages: dict[str, list[Look]] = {}
    for look in looks:
        if look.document.url:
            pages.setdefault(look.document.url, []).append(look)
    for versions in pages.values():
        ordered = sorted(versions, key=_age)
        first = ordered[0].document
        for look in ordered[1:]:
            before = found[first.id]
            root = first.id if before.relation == "original" else before.root
            found[look.document.id] = Descent(root=root, relation="update", why=_change(first, look.document))


def _correction(document: Document) -> bool:
    return bool(_CORRECTED.search(document.text))


def _change(before: Document, after: Document) -> str:
    """What an edit did, in counts, and whether the page says that it was edited."""
    old, new = before.text.split(), after.text.split()
    gone, come = len(set(old) - set(new)), len(set(new) - set(old))
    said = (
        "a correction that says so"
        if _correction(after) and not _correction(before)
        else "an edit that is not marked"
    )
    headline = "; the headline changed" if before.title != after.title else ""
    return f"same address, {said}: {come} words new, {gone} gone{headline}"


def _to_the_end(id: str, found: dict[str, Descent]) -> Descent:
    """A copy of a copy has the first one's root."""
    own = found[id]
    root, seen = own.root, {id}
    while root not in seen and found[root].root != root:
        seen.add(root)
        root = found[root].root
    return Descent(root=root, relation=own.relation, why=own.why)


def alike(looks: Sequence[Look]) -> dict[tuple[str, str], float]:
    """Pairs of document ids (smaller first) whose texts are one, with the larger of Jaccard and containment.

    Candidates come from MinHash banding (Broder 1997), so the cost grows with the number of documents, not of pairs.
    """
    from rensa import RMinHash, RMinHashLSH

    usable = sorted((look for look in looks if len(look.body) >= SHORTEST), key=lambda look: look.document.id)
    shingles = [look.shingles for look in usable]
    same: dict[frozenset[str], list[int]] = {}
    for number, own in enumerate(shingles):
        same.setdefault(own, []).append(number)
    found: dict[tuple[str, str], float] = {}
    firsts = [numbers[0] for numbers in same.values()]
    for numbers in same.values():
        for number in numbers[1:]:
            found[usable[numbers[0]].document.id, usable[number].document.id] = 1.0
    lsh = RMinHashLSH(threshold=0.3, num_perm=96, num_bands=32)
    hashes = {}
    for number in firsts:
        minhash = RMinHash(num_perm=96, seed=7)
        minhash.update(sorted(shingles[number]))
        lsh.insert(number, minhash)
        hashes[number] = minhash
    for number in firsts:
        for other in sorted(lsh.query(hashes[number]))[:FLOOD]:
            if other <= number:
                continue
            common = len(shingles[number] & shingles[other])
            jaccard = common / len(shingles[number] | shingles[other])
            inside = common / min(len(shingles[number]), len(shingles[other]))
            if jaccard >= COPY or inside >= INSIDE:
                found[usable[number].document.id, usable[other].document.id] = max(jaccard, inside)
    return found


def _joined(looks: Sequence[Look], pairs: dict[tuple[str, str], float]) -> list[list[Look]]:
    """Groups joined by likeness or by one forwarded origin and near the same words."""
    parent = {look.document.id: look.document.id for look in looks}

    def top(id: str) -> str:
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for a, b in pairs:
        low, high = sorted((top(a), top(b)))
        parent[high] = low
    groups: dict[str, list[Look]] = {}
    for look in looks:
        groups.setdefault(top(look.document.id), []).append(look)
    return list(groups.values())
