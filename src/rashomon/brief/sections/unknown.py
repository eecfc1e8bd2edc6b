"""What is not known: what the reports say is not, and what is missing from what was collected."""

from __future__ import annotations

from collections import Counter

from rashomon.brief import said, silent, words
from rashomon.brief.lexicon import search
from rashomon.brief.material import Material
from rashomon.brief.phrase import count_line
from rashomon.records import Section, Sentence

MOST = 10
PER_ROOT = 3
UNHEARD = 6


def make(material: Material) -> Section:
    """Sentences of the reports first, then the gaps we can count."""
    found = search(material, "unknown")
    taken: Counter[str] = Counter()
    lines: list[Sentence] = []
    for one in found:
        root = material.root(one.span.document_id)
        if taken[root] == PER_ROOT or len(lines) == MOST:
            continue
        taken[root] += 1
        line = said.report(material, one.span, speaker=one.speaker)
        lines.append(line.cite([one.span], mark=words.humanise(one.kinds[0])))
    if len(found) > len(lines):
        more = words.count(len(found) - len(lines), "more sentence")
        lines.append(
            count_line(
                f"Something is said to be unknown in {more} of the reports.",
                f"at most {PER_ROOT} of one root and {MOST} in all are printed",
                mark="more",
            )
        )
    unheard = silent.told(material, heard=False)
    lines += [silent.unheard(material, claim, one) for claim, one in unheard[:UNHEARD]]
    if len(unheard) > UNHEARD:
        more = words.count(len(unheard) - UNHEARD, "more party", "more parties")
        lines.append(count_line(f"{more} unheard, not printed here.", f"{len(unheard)} found", mark="more"))
    return Section(key="unknown", heading="What is not known", sentences=(*lines, *_gaps(material)))


def _gaps(material: Material) -> list[Sentence]:
    """Each gap with what was counted; that a claim cannot be judged yet is one of them."""
    single = sum(material.assessed(one).roots <= 1 for one in material.claims)
    undated = sum(one.published_at is None for one in material.documents)
    unread = [one for one in material.documents if one.id not in material.readings]
    wordless = _wordless(material)
    gaps: list[Sentence] = []
    if single:
        gaps.append(
            count_line(
                f"{single} of {words.count(len(material.claims), 'claim')} rest on one root alone.",
                f"{len(material.claims)} claims over {material.size}",
                mark="gap",
            )
        )
    if wordless:
        gaps.append(
            count_line(
                f"No words of their own were found from {words.listed(wordless)}, though reports name them.",
                f"speakers in {material.size}",
                mark="gap",
            )
        )
    if undated:
        gaps.append(
            count_line(f"{words.count(undated, 'document')} without a date.", material.size, mark="gap")
        )
    if unread:
        names = words.listed(sorted({words.outlet(one) for one in unread}))
        gaps.append(
            count_line(
                f"{words.count(len(unread), 'document')} not read: {names}.", material.size, mark="gap"
            )
        )
    if cut := sum(_read_in_part(material, one.id) for one in material.documents):
        gaps.append(count_line(f"{words.count(cut, 'document')} read in part.", material.size, mark="gap"))
    if open_ := sum(material.assessed(one).likelihood is None for one in material.claims):
        gaps.append(
            count_line(
                f"How well {open_} of {words.count(len(material.claims), 'claim')} hold cannot be judged yet.",
                "the reasons stand under “Is it true?”",
                mark="gap",
            )
        )
    return gaps


_TAIL = 200
"""Characters after the last sentence of a reading from which we say that the document was read in part."""


def _read_in_part(material: Material, document_id: str) -> bool:
    reading = material.readings.get(document_id)
    text = material.by_id[document_id].text.rstrip()
    return bool(reading and reading.sentences) and len(text) - reading.sentences[-1][1] > _TAIL  # type: ignore[union-attr]


def _wordless(material: Material, most: int = 5) -> list[str]:
    """States named in at least two roots for which nobody speaks in the collection."""
    named: dict[str, set[str]] = {}
    for document in material.documents:
        reading = material.readings.get(document.id)
        for one in reading.mentions if reading else ():
            known = material.entities.get(one.entity)
            if known is not None and known.kind == "state":
                named.setdefault(material.party(known.id), set()).add(material.root(document.id))
    told = {one.party for _, one in silent.told(material, heard=False)}
    mute = [p for p, roots in named.items() if len(roots) > 1 and p not in material.speaks and p not in told]
    mute.sort(key=lambda party: (-len(named[party]), material.name(party), party))
    return [material.name(party) for party in mute[:most] if material.name(party)]
