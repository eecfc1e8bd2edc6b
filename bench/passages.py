"""Passages with what is said in them, as a gold file in ``bench/gold`` holds them, and a reader's figures on them.

One passage a line: ``id``, ``part`` or ``style``, ``text``, and ``attributions`` whose parts are given by their words
(``words#2`` for the second such words in the text); English ones also have ``hedge`` and ``inside``, the number of
the attribution whose content holds this one.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.attribution import f1
from rashomon.read import read
from rashomon.records import Attribution, Document, Range, Reading, Speaker

GOLD = Path(__file__).parent / "gold"
LABELS = ("source", "cue", "content")
NEAR = 0.8
"""Share of the longer content that two must have in common to be one."""


@dataclass(frozen=True)
class Passage:
    """A text with the attributions its annotator gives it."""

    id: str
    part: str
    style: str
    text: str
    said: tuple[Attribution, ...]
    inside: tuple[int | None, ...] = ()
    """For each of ``said`` the index of the one whose content holds it."""


def load(path: Path) -> list[Passage]:
    """The passages of a gold file, their words resolved to offsets.

    Raises:
        ValueError: words that are not in the text, or are there more than once without a number.
    """
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Passage(
            id=row["id"],
            part=row.get("part", ""),
            style=row["style"],
            text=row["text"],
            said=tuple(_attribution(row, one) for one in row["attributions"]),
            inside=tuple(one.get("inside") for one in row["attributions"]),
        )
        for row in rows
    ]


def _attribution(row: Mapping[str, str], one: Mapping[str, object]) -> Attribution:
    source, cue, content = (
        tuple(resolve(row["id"], row["text"], words) for words in _words(one, label)) for label in LABELS
    )
    speaker = str(one["speaker"])
    if speaker not in row["text"]:
        raise ValueError(f"{row['id']}: the speaker {speaker!r} is not in the text")
    return Attribution(
        source=source,
        cue=cue,
        content=content,
        speaker=Speaker(text=speaker),
        act=str(one["act"]),
        negated=bool(one["negated"]),
        hedge=str(one.get("hedge", "")),
    )


def _words(one: Mapping[str, object], label: str) -> list[str]:
    words = one[label]
    return [str(w) for w in words] if isinstance(words, list) else []


def resolve(ident: str, text: str, words: str) -> Range:
    """Where ``words`` stand in a text; ``words#2`` are the second of their kind."""
    numbered = re.fullmatch(r"(.+)#(\d+)", words, re.DOTALL)
    bare, number = (numbered[1], int(numbered[2])) if numbered else (words, 1)
    found = [m.start() for m in re.finditer(re.escape(bare), text)] if bare else []
    if len(found) < number or (len(found) > 1 and not numbered):
        raise ValueError(f"{ident}: {words!r} is {len(found)} times in the text")
    return found[number - 1], found[number - 1] + len(bare)


def answers(passages: Sequence[Passage], language: str, reader: str) -> dict[str, tuple[Attribution, ...]]:
    """What a reader finds, by passage."""
    documents = (Document(id=p.id, text=p.text, language=language) for p in passages)
    return {r.document_id: r.attributions for r in read(documents, reader=reader) if isinstance(r, Reading)}


def share(a: Sequence[Range], b: Sequence[Range]) -> float:
    """Characters that two parts have in common, of the longer one's."""
    common = sum(max(0, min(e, y) - max(s, x)) for s, e in a for x, y in b)
    return common / max(sum(e - s for s, e in a), sum(e - s for s, e in b), 1)


def paired(
    gold: Sequence[Attribution], found: Sequence[Attribution]
) -> Iterator[tuple[Attribution, Attribution]]:
    """Contents one to one, the likest first; of two on the same words, those whose cue is the same."""
    pairs = sorted(
        (-share(g.content, f.content), g.cue != f.cue, i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if share(g.content, f.content) >= NEAR
    )
    left, free = set(range(len(gold))), set(range(len(found)))
    for _, _, i, j in pairs:
        if i in left and j in free:
            left.remove(i)
            free.remove(j)
            yield gold[i], found[j]


def same(a: str, b: str) -> bool:
    """Whether two speakers are the same words."""
    return re.sub(r"[«»„“”\"]", "", a).casefold() == re.sub(r"[«»„“”\"]", "", b).casefold()


def score(passages: Sequence[Passage], found: Mapping[str, tuple[Attribution, ...]]) -> dict[str, object]:
    """The figures of one row."""
    gold, given, hit = Counter[str](), Counter[str](), Counter[str]()
    acts = right_acts = names = right_names = traps = sprung = 0
    for passage in passages:
        ours = found[passage.id]
        traps += not passage.said
        sprung += not passage.said and bool(ours)
        for label in LABELS:
            a, b = (Counter(p for x in side if (p := getattr(x, label))) for side in (passage.said, ours))
            gold[label] += a.total()
            given[label] += b.total()
            hit[label] += (a & b).total()
        pairs = list(paired(passage.said, ours))
        hit["near"] += len(pairs)
        names += sum(bool(g.speaker.text) for g, _ in pairs)
        right_names += sum(bool(g.speaker.text) and same(g.speaker.text, f.speaker.text) for g, f in pairs)
        cues = {a.cue: a for a in ours if a.cue}
        acts += sum(g.cue in cues for g in passage.said)
        right_acts += sum(g.cue in cues and cues[g.cue].act == g.act for g in passage.said)
    row: dict[str, object] = {
        label: f1(hit[label], gold[label], hit[label], given[label]) for label in LABELS
    }
    row[".8"] = f1(hit["near"], gold["content"], hit["near"], given["content"])
    row["speaker"] = 100 * right_names / max(names, 1)
    row["act"] = 100 * right_acts / max(acts, 1)
    return {**row, "traps": f"{sprung}/{traps}", "passages": len(passages)}
