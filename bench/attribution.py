"""Who says what: our reader beside textacy's direct quotations, on PolNeAR dev and the Gender Gap Tracker's half.

PolNeAR (``attribution/polnear/dev_tokens.jsonl``, CofeNet's token form): exact spans of source, cue and content as
seqeval's strict IOB2 scores them; the form has no nesting, so an attribution inside another's content takes no part.
``triple``: source and cue of an attribution exact and its content overlapping by four fifths, by the first annotator.
``.8`` counts a content as found when it shares four fifths of the longer span with one of the other side.

Gender Gap Tracker (``attribution/ggt``): quotations matched one to one by place, in their text order of overlap, at
0.3 and 0.8 of the longer span and exactly, both without quote marks, "that" and punctuation at their ends; ``speaker``
is how often the resolved name is the gold ``reference``, of the quotations matched at 0.3 whose reference is a name.
It annotates what was said with a verb of speech, not views or stances ("supports the plan", "fears that"), which our
reader gives too; the second row of ours keeps only cues that hold a verb of speech, "according", or quotations.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench import triples
from bench.token_form import Range, chunks, labels, locate
from rashomon.read.neural.place import folder
from rashomon.records import Document

LABELS = ("source", "cue", "content")


@dataclass
class Said:
    """One attribution as either system gives it."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    speaker: str = ""
    speech: bool = True
    """Whether its cue says that words were spoken or written."""


@dataclass
class Answers:
    """What one system found in some texts, how long it took, and how many texts it refused."""

    said: dict[str, list[Said]] = field(default_factory=dict)
    seconds: float = 0.0
    refused: int = 0


System = Callable[[dict[str, str]], Answers]


def ours(reader: str) -> System:
    """Our reader as a system."""

    def run(texts: dict[str, str]) -> Answers:
        from rashomon.read import read
        from rashomon.read.languages import en
        from rashomon.records import Reading

        out = Answers()
        forms = {"according"} | {f for f, lemma in en.lemmas().items() if lemma in en.SPEECH}
        list(read([Document(id="warm", text="He said so.", language="en")], reader=reader))
        begun = time.perf_counter()
        documents = (Document(id=name, text=text, language="en") for name, text in texts.items())
        for one in read(documents, reader=reader):
            if not isinstance(one, Reading):
                out.refused += one.code == "unread"
                continue
            text = texts[one.document_id]
            said = out.said.setdefault(one.document_id, [])
            for a in one.attributions:
                words = {w for s, e in a.cue for w in text[s:e].casefold().split()}
                speech = not a.cue or bool(words & forms) or (":" in words and a.form == "direct")
                said.append(Said(a.source, a.cue, a.content, a.speaker.text, speech))
        out.seconds = time.perf_counter() - begun
        return out

    return run


def textacy_quotations(texts: dict[str, str]) -> Answers:
    """textacy's direct quotations on the same model; a text it refuses (an odd count of marks) yields none."""
    import spacy
    from textacy.extract import direct_quotations

    from rashomon.read.readers.rules import MODELS

    nlp = spacy.load(MODELS[0])
    out = Answers()
    begun = time.perf_counter()
    for doc, name in nlp.pipe(((t, n) for n, t in texts.items()), as_tuples=True, batch_size=16):
        found: list[Said] = []
        try:
            for q in direct_quotations(doc):
                found.append(
                    Said(
                        _pieces(q.speaker),
                        _pieces(q.cue),
                        ((q.content.start_char, q.content.end_char),),
                        doc.text[q.speaker[0].idx : q.speaker[-1].idx + len(q.speaker[-1])],
                    )
                )
        except ValueError:
            out.refused += 1
        out.said[name] = found
    out.seconds = time.perf_counter() - begun
    return out


def _pieces(tokens: Sequence[object]) -> tuple[Range, ...]:
    """Neighbouring tokens as one range."""
    out: list[Range] = []
    last = -2
    for t in sorted(tokens, key=lambda t: t.i):  # type: ignore[attr-defined]
        end = t.idx + len(t)  # type: ignore[attr-defined,arg-type]
        if t.i == last + 1 and out:  # type: ignore[attr-defined]
            out[-1] = (out[-1][0], end)
        else:
            out.append((t.idx, end))  # type: ignore[attr-defined]
        last = t.i  # type: ignore[attr-defined]
    return tuple(out)


def f1(hit_gold: float, gold: float, hit_found: float, found: float) -> float:
    """Harmonic mean of recall and precision, in percent."""
    recall, precision = hit_gold / max(gold, 1), hit_found / max(found, 1)
    return 200 * recall * precision / (recall + precision) if recall + precision else 0.0


# --- PolNeAR ---------------------------------------------------------------------------------------------------


def outermost(said: Sequence[Said]) -> list[Said]:
    """Those whose cue no other one's content holds, the longest content first."""
    contents = [(a, s, e) for a in said for s, e in a.content]
    out = [
        a
        for a in said
        if not a.cue or not any(b is not a and s <= a.cue[0][0] and a.cue[-1][1] <= e for b, s, e in contents)
    ]
    return sorted(out, key=lambda a: -sum(e - s for s, e in a.content))


def polnear(home: Path, systems: dict[str, System]) -> Iterator[dict[str, object]]:
    """A row for each system."""
    blocks: dict[str, list[dict[str, list[str]]]] = {}
    with (home / "dev_tokens.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            block = json.loads(line)
            blocks.setdefault(block["id"], []).append(block)
    names = sorted({_article(i) for i in blocks})
    # newline="": the annotators' offsets count "\r\n" as two.
    texts = {n: (home / "dev" / "text" / f"{n}.txt").open(encoding="utf-8", newline="").read() for n in names}
    for system, run in systems.items():
        answers = run(texts)
        gold, found, hit = Counter[str](), Counter[str](), Counter[str]()
        near = Counter[str]()
        for ident, parts in blocks.items():
            name = _article(ident)
            spans = [
                (label, getattr(a, label))
                for a in outermost(answers.said.get(name, []))
                for label in ("content", "source", "cue")
                if getattr(a, label)
            ]
            places = locate([p["tokens"] for p in parts], texts[name])
            for part, place in zip(parts, places, strict=True):
                g, f = chunks(part["labels"]), chunks(labels(place, spans))
                gold.update(c[0] for c in g)
                found.update(c[0] for c in f)
                hit.update(c[0] for c in g & f)
                gc, fc = ([c[1:] for c in side if c[0] == "content"] for side in (g, f))
                near["gold"] += sum(any(_share(x, y) >= 0.8 for y in fc) for x in gc)
                near["found"] += sum(any(_share(x, y) >= 0.8 for y in gc) for x in fc)
        row: dict[str, object] = {"set": "PolNeAR dev", "system": system}
        for label in LABELS:
            row[label] = f1(hit[label], gold[label], hit[label], found[label])
        row["content .8"] = f1(near["gold"], gold["content"], near["found"], found["content"])
        counts = [
            triples.f1(said, outermost(answers.said.get(name, [])))
            for name, _, said in triples.gold(home / "dev")
        ]
        hits, wanted, given = (sum(c[k] for c in counts) for k in range(3))
        row["triple"] = f1(hits, wanted, hits, given)
        yield {**row, "texts": len(texts), "refused": answers.refused, "seconds": answers.seconds}


def _article(ident: str) -> str:
    return ident.rsplit("_", 1)[0]


def _share(a: Range, b: Range) -> float:
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(a[1] - a[0], b[1] - b[0])


# --- Gender Gap Tracker ----------------------------------------------------------------------------------------

_TITLES = frozenset("mr mrs ms dr sir the a an prof".split())


def bare(text: str, start: int, end: int) -> Range:
    """The range without quote marks, punctuation and "that" at its ends."""
    piece = text[start:end]
    head = re.match(r"(?:[\s\"“”'‘’«».,:;–—-]|that\s)+", piece, re.IGNORECASE)
    tail = re.search(r"[\s\"“”'‘’«».,:;?!–—-]+$", piece)
    return start + (head.end() if head else 0), end - (len(tail.group()) if tail else 0)


def same_name(a: str, b: str) -> bool:
    """Whether two names name the same one: the words of one, without titles and articles, are among the other's."""
    x, y = (frozenset(re.findall(r"[\w’'-]+", n.casefold().replace("’s", ""))) - _TITLES for n in (a, b))
    return bool(x and y) and (x <= y or y <= x)


def ggt(home: Path, systems: dict[str, System]) -> Iterator[dict[str, object]]:
    """A row for each system."""
    files = sorted((home / "gold").glob("*.json"))
    texts = {
        f.stem: (home / "text" / f"{f.stem}.txt").open(encoding="utf-8", newline="").read() for f in files
    }
    gold: dict[str, list[tuple[Range, str]]] = {}
    for f in files:
        text, at = texts[f.stem], 0
        for entry in json.loads(f.read_text(encoding="utf-8")):
            quote = entry["quote"].strip()
            # Offsets in the set count another form of the text, so the words are looked up.
            place = text.find(quote, at)
            place = place if place >= 0 else text.find(quote)
            if place >= 0:
                at = place
                gold.setdefault(f.stem, []).append(
                    (bare(text, place, place + len(quote)), entry["reference"])
                )
    for system, run in systems.items():
        answers = run(texts)
        yield _scored(system, answers, gold, texts, speech=False)
        if any(not a.speech for said in answers.said.values() for a in said):
            yield _scored(f"{system}, speech", answers, gold, texts, speech=True)


def _scored(
    system: str,
    answers: Answers,
    gold: dict[str, list[tuple[Range, str]]],
    texts: dict[str, str],
    *,
    speech: bool,
) -> dict[str, object]:
    matched = {"exact": 0, ".8": 0, ".3": 0}
    wanted = found = right = 0
    for name, text in texts.items():
        want = gold.get(name, [])
        have = [
            (bare(text, *piece), a.speaker)
            # This set marks no quote inside another either: 3 of its 690 lie in one.
            for a in outermost(answers.said.get(name, []))
            for piece in a.content
            if a.speech or not speech
        ]
        have = [h for h in have if h[0][0] < h[0][1]]
        wanted += len(want)
        found += len(have)
        pairs = ((_share(g, h), i, j) for i, (g, _) in enumerate(want) for j, (h, _) in enumerate(have))
        left, free = set(range(len(want))), set(range(len(have)))
        for share, i, j in sorted((p for p in pairs if p[0] >= 0.3), key=lambda p: (-p[0], p[1], p[2])):
            if i not in left or j not in free:
                continue
            left.remove(i)
            free.remove(j)
            matched[".3"] += 1
            matched[".8"] += share >= 0.8
            matched["exact"] += want[i][0] == have[j][0]
            right += same_name(have[j][1], want[i][1])
    row: dict[str, object] = {"set": "GGT half", "system": system}
    row |= {f"quote {key}": f1(count, wanted, count, found) for key, count in matched.items()}
    row["recall .3"] = 100 * matched[".3"] / max(wanted, 1)
    row["speaker"] = 100 * right / max(matched[".3"], 1)
    return {**row, "texts": len(texts), "refused": answers.refused, "seconds": answers.seconds}


# --- the table -------------------------------------------------------------------------------------------------


def table(rows: Sequence[dict[str, object]]) -> str:
    """Rows as plain aligned text, the columns in the order they first come."""
    columns = list(dict.fromkeys(k for r in rows for k in r))
    cells = [[_cell(r.get(c, "")) for c in columns] for r in rows]
    widths = [max(len(c), *(len(row[i]) for row in cells)) for i, c in enumerate(columns)]
    lines = [[*columns], *cells]
    return "\n".join(
        "  ".join(v.ljust(w) for v, w in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _cell(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def main() -> int:
    """Print one table; F1 in percent unless the column says otherwise."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.attribution", description=__doc__.split("\n\n", 1)[0]
    )
    parser.add_argument(
        "--data", type=Path, required=True, help="the folder of development data (has attribution/)"
    )
    parser.add_argument("--part", choices=("polnear", "ggt", "score", "own", "all"), default="all")
    parser.add_argument("--reader", action="append", help="which of our readers; by default all for English")
    asked = parser.parse_args()
    readers = asked.reader or (["neural", "rules"] if folder() else ["rules"])
    systems: dict[str, System] = {f"rashomon {reader}": ours(reader) for reader in readers}
    try:
        import textacy  # noqa: F401

        systems["textacy direct"] = textacy_quotations
    except ImportError:
        print("textacy is not installed, so it is left out: pip install -e .[bench]", file=sys.stderr)
    for part, run in (("polnear", polnear), ("ggt", ggt)):
        place = asked.data / "attribution" / part
        if asked.part not in (part, "all"):
            continue
        if not place.is_dir():
            print(f"skipped: {place} is not there")
            continue
        print(
            table([*run(place, systems), *(teacher() if part == "polnear" else [])])
            + "\n"
            + PUBLISHED[part]
            + "\n"
        )
    if (
        asked.part in ("score", "all")
        and "neural" in readers
        and (asked.data / "attribution" / "polnear").is_dir()
    ):
        from bench import scores

        print(table(scores.rows(asked.data / "attribution" / "polnear")) + "\n")
    if asked.part in ("own", "all"):
        from bench import cyrillic, english

        print(
            table(english.rows(readers))
            + "\n\n"
            + table(english.annotators())
            + "\n\n"
            + table(cyrillic.rows())
        )
    return 0


PUBLISHED = {
    "polnear": (
        "Published, on PolNeAR's test part (source/cue/content exact): BERT-base 81.1/74.0/68.9, with Cofe 83.2/75.3/72.9\n"
        "(CofeNet, COLING 2022); CoreNLP's quote annotator 13.9/-/17.5; Gender Gap Tracker's rules 57.4/49.2/34.6.\n"
    ),
    "ggt": (
        "Published, rules of the Gender Gap Tracker (PLoS ONE 2021): F1 83.7 at overlap 0.3, 76.1 at 0.8, speaker 87.\n"
    ),
}


def teacher() -> list[dict[str, object]]:
    """The figures that the shipped model's teacher had when it was trained, from the model's card."""
    place = folder()
    if place is None:
        return []
    card = json.loads((place / "card.json").read_text(encoding="utf-8"))
    figures = card.get("figures", {}).get("teacher", {})
    row = {"set": "PolNeAR dev", "system": "its teacher (from the card)"}
    return (
        [{**row, **{label: float(figures[label]) for label in LABELS if label in figures}}] if figures else []
    )


if __name__ == "__main__":
    sys.exit(main())
