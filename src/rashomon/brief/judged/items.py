"""What speaks for a claim and what against it: the most telling items, each in a report's words, graded, copies counted once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.brief import said, words
from rashomon.brief.material import Material
from rashomon.brief.phrase import Line, count_line
from rashomon.records import Assessment, Evidence, Grade, Sentence, Weighed

SIDE = 3
"""Items told for each side; the others are counted."""
LEAST = 0.01
"""Log odds below which an item speaks for neither side: a quarter of a point of percent at even."""
PLAIN = 0.2
"""Log odds from which an item counts for a side whatever its own words are: an even chance to 55 %."""
STEPS = {
    "very_inconsistent": -2, "inconsistent": -1, "neutral": 0, "not_applicable": 0, "consistent": 1, "very_consistent": 2,
}  # fmt: skip
MOST = 200
"""Characters of a report's words for one item."""
KINDS = {
    "statement": "statement",
    "media": "pictures, data or traces",
    "record": "track record",
    "capability": "ability",
    "means": "means",
    "motive": "motive",
    "opportunity": "opportunity",
    "pattern": "pattern",
    "absence": "something missing",
}
DECEIVER = {
    "yes": "a deceiver would produce it too",
    "perhaps": "open whether a deceiver would produce it",
    "no": "a deceiver would not produce it",
    "unknown": "not known whether a deceiver would produce it",
}


def lines(material: Material, one: Assessment) -> list[Sentence]:
    """The most telling items for the claim, those against it, whatever else a person graded, and how many are not told."""
    items = {item.id: item for item in one.evidence}
    known = [w for w in one.weighed if w.evidence_id in items]
    known.sort(key=lambda w: (-abs(w.log_odds), -w.diagnostic, w.evidence_id))
    heads = [w for w in known if not w.counted_under]
    made: list[Sentence] = []
    told: set[str] = set()
    printed: list[Evidence] = []
    for mark, way in (("for", 1), ("against", -1)):
        side: list[Weighed] = []
        for w in heads:
            item = items[w.evidence_id]
            speaks = w.log_odds * way >= PLAIN or (w.log_odds * way >= LEAST and _bears(one, item) * way > 0)
            if speaks and len(side) < SIDE and not _again(item, printed):
                printed.append(item)
                side.append(w)
        told |= {w.evidence_id for w in side}
        made += [_line(material, one, items[w.evidence_id], w, mark) for w in side]
        if not side:
            text = f"Nothing collected speaks {mark} it by itself."
            made.append(count_line(text, f"{words.count(len(heads), 'item')} weighed", mark=mark))
    for w in known:
        if w.evidence_id not in told and len(items[w.evidence_id].grades) > 1:
            told.add(w.evidence_id)
            made.append(_line(material, one, items[w.evidence_id], w, "graded"))
    rest = sum(w.evidence_id not in told for w in heads)
    if rest:
        basis = f"at most {SIDE} of a side are printed, and what a person graded; all stand in the JSON form"
        made.append(count_line(f"{words.count(rest, 'more item')} of less weight.", basis, mark="more"))
    return made


def _bears(one: Assessment, item: Evidence) -> int:
    """Which side an item takes by its own words: above 0 for the claim, below against it, 0 neither.

    An item that only favours an explanation which leaves the claim open moves it a little, and speaks for nobody.
    """
    if item.word in ("asserts", "denies"):
        return 1 if item.word == "asserts" else -1
    fits = dict((item.grades[-1] if item.grades else Grade()).consistency)
    best = {True: -2, False: -2}
    for h in one.hypotheses:
        if h.holds is not None:
            best[h.holds] = max(best[h.holds], STEPS[fits.get(h.id, "neutral")])
    return best[True] - best[False]


def _again(item: Evidence, printed: Sequence[Evidence]) -> bool:
    """Whether its words, or part of them, are printed already: one sentence may be an item for each party that it names."""
    for other in printed:
        if not item.spans or not other.spans:
            same = words.one_line(item.text) == words.one_line(other.text)
        else:
            a, b = item.spans[0], other.spans[0]
            same = a.document_id == b.document_id and a.start < b.end and b.start < a.end
        if same and (item.kind == "absence") == (other.kind == "absence"):
            return True
    return False


def told(material: Material, item: Evidence, *, most: int = MOST) -> Line | None:
    """An item in a report's words; ``None`` for one that is not words of a report (something that was looked for and not found)."""
    text = words.one_line(item.text)
    span = next((s for s in item.spans if s.document_id in material.by_id), None)
    if span is None or (item.kind == "absence" and text[:60] not in words.one_line(span.quote)):
        return None
    made = material.told.get(span)
    speaker = material.speaker(made) if made else item.name
    return said.report(material, span, speaker=speaker if item.kind == "statement" else "", most=most)


def _line(material: Material, one: Assessment, item: Evidence, weighed: Weighed, mark: str) -> Sentence:
    line = told(material, item)
    spans = [s for s in item.spans if s.document_id in material.by_id][:1]
    detail = list(_details(one, item, weighed))
    if line is None:
        return count_line(
            words.one_line(item.text), "looked for in what was collected", mark=mark, detail=detail
        )
    return line.cite(spans, mark=mark, detail=detail)


def _details(one: Assessment, item: Evidence, weighed: Weighed) -> Iterable[Sentence]:
    own = item.grades[0] if item.grades else Grade()
    yield count_line(
        f"{words.sentence_case(KINDS[item.kind])}, {code(own)}", "the program’s grades", mark="grade"
    )
    yield count_line(words.sentence_case(DECEIVER[own.deceiver]), "the program’s answer", mark="grade")
    again = [w for w in one.weighed if w.counted_under == item.id]
    if again:
        reasons = words.listed(sorted({w.why for w in again if w.why}))
        count = words.count(len(again), "more item counts", "more items count")
        yield count_line(f"{count} with it as one", reasons or "one voice", mark="grade")
    for grade in item.grades[1:]:
        yield count_line(_person(grade), "a judgement kept in the database", mark="judged")


def _person(grade: Grade) -> str:
    why = words.one_line(" ".join(grade.why)).rstrip(".")
    at = f" on {words.day(grade.at)}" if grade.at else ""
    return f"{grade.by} grades it {code(grade)}{at}{': ' + why if why else ''}"


def code(grade: Grade) -> str:
    """ "F6"."""
    return f"{grade.reliability}{grade.credibility}"
