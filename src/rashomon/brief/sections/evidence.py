"""The evidence offered: what the reports point to, who points to it, and what is the same words again."""

from __future__ import annotations

from collections import Counter

from rashomon.brief import descent, said, words
from rashomon.brief.lexicon import Found, kinds, search
from rashomon.brief.material import Material
from rashomon.brief.phrase import count_line
from rashomon.records import Section, Sentence

MOST = 12
PER_ROOT = 3
"""Sentences of one root: a long report must not fill the section alone."""


def make(material: Material) -> Section:
    """Sentences that name evidence, the media that documents carry, and which reports are no second source."""
    found = [one for one in search(material, "evidence") if not _is_gap(material, one)]
    found.sort(key=lambda one: (-len(_roots(material, one)), one.kinds == ("witness",)))
    taken: Counter[str] = Counter()
    shown: list[Found] = []
    for one in found:
        root = material.root_at(one.span)
        if taken[root] < PER_ROOT and len(shown) < MOST:
            taken[root] += 1
            shown.append(one)
    shown.sort(key=lambda one: (material.when(one.span.document_id), one.span.document_id, one.span.start))
    lines = [_line(material, one) for one in shown]
    if len(found) > len(shown):
        lines.append(
            count_line(
                f"Evidence is named in {words.count(len(found) - len(shown), 'more sentence')} of the reports.",
                f"at most {PER_ROOT} of one root and {MOST} in all are printed",
                mark="more",
            )
        )
    lines += _media(material)
    repeats = descent.no_corroboration(material)
    lines += repeats[:MOST]
    if len(repeats) > MOST:
        lines.append(
            count_line(
                f"{words.count(len(repeats) - MOST, 'more report')} of this kind, named under the sources.",
                f"at most {MOST} are printed",
                mark="more",
            )
        )
    return Section(
        key="evidence",
        heading="The evidence offered",
        sentences=tuple(lines),
        empty="" if lines else f"No report names any, in {material.size}.",
    )


def _is_gap(material: Material, one: Found) -> bool:
    """Whether the sentence says that evidence is missing; unverified footage is footage all the same."""
    missing = kinds("unknown", one.span.quote, material.language(one.span.document_id))
    return "no evidence given" in missing or (bool(missing) and one.kinds == ("evidence",))


def _roots(material: Material, one: Found) -> set[str]:
    """Of the same words in several reports: the roots of the passages that hold them."""
    found = {material.root_at(one.span)}
    for copy in one.copies:
        at = material.by_id[copy].text.find(one.span.quote)
        found.add(
            material.members[copy].root_at(at, at + len(one.span.quote)) if at >= 0 else material.root(copy)
        )
    return found


def _line(material: Material, one: Found) -> Sentence:
    roots = _roots(material, one)
    detail = []
    if len(one.copies) > 1:
        outlets = sorted({material.outlet(copy) for copy in one.copies})
        text = (
            f"The same words in {words.count(len(one.copies), 'report')}, {words.count(len(roots), 'root')}"
        )
        text += ": copies are no corroboration." if len(roots) < len(one.copies) else "."
        detail.append(count_line(text, words.listed(outlets), mark="roots"))
    line = said.report(material, one.span, speaker=one.speaker)
    return line.cite([one.span], mark=words.humanise(one.kinds[0]), detail=detail)


def _media(material: Material) -> list[Sentence]:
    """What documents carry besides words, one line for each outlet. We name it and have not looked at it."""
    carried: dict[str, Counter[str]] = {}
    holders: dict[str, int] = Counter()
    for document in material.documents:
        for media in document.media:
            carried.setdefault(material.outlet(document.id), Counter())[media.kind or "file"] += 1
        holders[material.outlet(document.id)] += bool(document.media)
    return [
        count_line(
            f"{words.sentence_case(outlet)} carries "
            + words.listed([words.count(number, kind) for kind, number in sorted(kinds_of.items())])
            + ", not examined here.",
            f"media named by {words.count(holders[outlet], 'document')} of {outlet}",
            mark="media",
        )
        for outlet, kinds_of in sorted(carried.items())
    ]
