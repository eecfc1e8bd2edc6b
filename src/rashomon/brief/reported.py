"""How the independent reports of a claim read, in one line: which lean neither way, which towards it, which against it.

A report that mostly tells a denial leans against the claim without arguing anything itself: the words must not say more.
"""

from __future__ import annotations

from rashomon.brief import words
from rashomon.brief.material import Material
from rashomon.brief.phrase import CITED, Line, count_line
from rashomon.records import Claim, ReportStance, Sentence

FEWEST = 2
"""Reports read for sure below which there is nothing to count."""
_DOES = {
    "discuss": ("leans neither way", "lean neither way"),
    "agree": ("leans towards it", "lean towards it"),
    "disagree": ("leans against it", "lean against it"),
}


def reports(material: Material, claim: Claim) -> list[Sentence]:
    """One line, or none where fewer than two roots could be read for sure. The reports that lean against the claim are
    named and cited: their words must be looked at before anybody believes the machine."""
    read = [one for one in claim.reports if one.document_id in material.by_id and one.label in _DOES]
    if len(read) < FEWEST:
        return []
    line = Line().say(f"As a machine reads {words.count(len(read), 'independent report')}: ")
    parts = []
    for label, (single, several) in _DOES.items():
        own = [one for one in read if one.label == label]
        if own:
            named = f" ({_named(material, own)})" if label == "disagree" else ""
            parts.append(f"{len(own)} {single if len(own) == 1 else several}{named}")
    line.say(words.listed(parts)).stop()
    against = [one for one in read if one.label == "disagree"]
    spans = [span for one in against[:CITED] if (span := material.opening(one.document_id))]
    if spans:
        return [line.cite(spans, mark="whole_reports")]
    outlets = words.listed(sorted({material.outlet(one.document_id) for one in read}))
    return [count_line(line.text, f"whole reports of {outlets}", mark="whole_reports")]


def _named(material: Material, some: list[ReportStance]) -> str:
    names = list(dict.fromkeys(material.outlet(one.document_id) for one in some))
    if len(names) > CITED:
        return f"{', '.join(names[:CITED])} and {len(names) - CITED} more"
    return words.listed(names)
