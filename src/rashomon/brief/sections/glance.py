"""At a glance: is the story contested, by whom, and how much was read for it."""

from __future__ import annotations

from rashomon.brief import said, words
from rashomon.brief.judged import verdict
from rashomon.brief.material import Material
from rashomon.brief.phrase import SHORT, count_line
from rashomon.brief.sections import changes, truth
from rashomon.records import Saying, Section, Sentence

_CHANGES = 2
"""Changes of position told at the top."""
_PAIRS = 2
"""Disputes told at the top; all of them stand below."""


def make(material: Material) -> Section:
    """Contested or not, the first disputes side by side, how likely the leading claim is, and the size of what was read."""
    lines = [
        _standing(material), *_disputes(material), *_verdict(material), *changes.first(material, _CHANGES), _size(material),
        *_judged(material),
    ]  # fmt: skip
    return Section(key="glance", heading="At a glance", sentences=tuple(lines))


def _verdict(material: Material) -> list[Sentence]:
    """How likely the leading claim is, where one was judged, and how well founded that is; the grounds stand under "Is it true?"."""
    lines = truth.as_of(material)
    for claim in verdict.in_full(material)[:1]:
        lines = [
            *lines,
            verdict.sentence(material, claim, most=SHORT),
            verdict.confidence(material.assessed(claim)),
        ]
    return list(lines)


def _standing(material: Material) -> Sentence:
    number = words.count(len(material.documents), "document")
    if not material.contested:
        return count_line(
            f"Not contested: no denial or rival account was found in the {number} collected.",
            f"{material.size}; {words.count(len(material.claims), 'claim')} compared",
            mark="not_contested",
        )
    disputed = sum(material.assessed(one).status in ("disputed", "denied") for one in material.claims)
    kinds = {one.explanation for one in material.claims if one.explains}
    told = []
    if disputed:
        all_of = words.count(len(material.claims), "claim")
        told.append(f"{disputed} of {all_of} {'is' if disputed == 1 else 'are'} disputed or denied")
    if len(kinds) > 1:
        told.append(f"{len(kinds)} rival explanations are put forward")
    return count_line(
        f"Contested: {' and '.join(told) or 'what some claim, others deny'}.", material.size, mark="contested"
    )


def _disputes(material: Material) -> list[Sentence]:
    """For each of the first disputes both sides, each in exact words."""
    lines: list[Sentence] = []
    for claim in material.claims:
        lead = material.lead(claim)
        denials = [
            one.saying
            for one in material.positions(claim)
            if one.stance in ("denies", "partly_denies") and one.saying and one.saying.span != lead.span
        ]
        against = min(denials, key=_plainest, default=None)
        if against is None or lead.act in ("denies", "partly_denies"):
            continue
        denial = said.saying(material, against, most=SHORT).cite([against.span], mark=against.act)
        line = said.saying(material, lead, most=SHORT)
        lines.append(line.cite([lead.span], mark="disputed", detail=[denial]))
        if len(lines) == _PAIRS:
            break
    return lines


def _plainest(denial: Saying) -> tuple[bool, bool, bool]:
    """Their own words first, then words that deny in so many words, and text before a headline's shorthand."""
    return (denial.form == "indirect", denial.form != "direct", denial.act != "denies")


def _judged(material: Material) -> list[Sentence]:
    """Who made the story what it is, where a person did: beside what the program had made of it."""
    lines = []
    for one in material.story.judged:
        act = (
            "joined these reports to one story" if one.kind == "merge" else "parted these reports from others"
        )
        ground = f": {words.one_line(one.why)}" if one.why else ""
        before = words.count(one.before, "story", "stories")
        text = f"{one.by} {act} on {words.stamp(one.at)}{ground.rstrip('.')}. Before, they stood in {before}."
        lines.append(count_line(text, "a judgement kept in the database", mark="judged"))
    if material.story.follows:
        text = f"This goes on from an earlier part of the story, {material.story.follows}."
        lines.append(count_line(text, "a story too long for one brief", mark="judged"))
    return lines


def _size(material: Material) -> Sentence:
    parts = [material.size]
    if dates := words.period(one.published_at for one in material.documents if one.published_at):
        parts.append(f"published {dates}")
    spoken = sorted({material.language(one.id) for one in material.documents} - {""})
    if spoken:
        parts.append("in " + words.listed([words.language(code) for code in spoken]))
    return count_line(
        ", ".join(parts) + ".", "documents, roots, dates and languages as collected", mark="size"
    )
