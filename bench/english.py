"""Who says what in English, by act, hedge and chain: each reader on passages written for this.

    python -m bench.english [--errors]

Gold: ``bench/gold/en.jsonl``, invented people and places in the wording of news, half of them by each of two authors
who did not see the other's, annotated by ``src/rashomon/read/codebook.md``. Half of all passages were annotated once
more by the other author from the text alone (``en-second.jsonl``): the agreement of the two is the second table,
and no reader can be told to be better than that. Authors and annotators worked from the same page and are alike in
training, so strangers would agree less. Act and hedge rules were mended looking at author a's passages (``dev``) only.

``source``, ``cue``, ``content``: F1 in percent, right when all pieces are exactly those of the gold. ``.8``: contents
paired one to one that share four fifths of the longer one's characters. ``speaker``: of contents so paired whose
gold names a speaker, how often ours is that name. ``act``, ``hedge``, ``negated``: of attributions whose cues share a
character, how often that is the same. ``act, given``: the act told from the cue and content of the gold. ``chain``: F1
of pairs of which one lies in the other's content, both cues met. ``traps``: passages without an attribution in which one was
read. ``kappa``: Cohen's, over acts (or hedges) of the attributions that both annotators have.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bench.attribution import f1, table
from bench.passages import GOLD, Passage, answers, load, score
from rashomon.read.hedges import hedge
from rashomon.read.neural.acts import act
from rashomon.records import Attribution, Range

READERS = ("neural", "rules")
Chains = Counter[tuple[tuple[Range, ...], tuple[Range, ...]]]


def met(
    gold: Sequence[Attribution], found: Sequence[Attribution]
) -> Iterator[tuple[Attribution, Attribution]]:
    """Attributions one to one whose cues share the most characters; without cues, whose contents do."""

    def common(a: Sequence[Range], b: Sequence[Range]) -> int:
        return sum(max(0, min(e, y) - max(s, x)) for s, e in a for x, y in b)

    pairs = sorted(
        (-common(g.cue, f.cue), -common(g.content, f.content), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if common(g.cue, f.cue) or (not g.cue and not f.cue and common(g.content, f.content))
    )
    left, free = set(range(len(gold))), set(range(len(found)))
    for _, _, i, j in pairs:
        if i in left and j in free:
            left.remove(i)
            free.remove(j)
            yield gold[i], found[j]


def holder(said: Sequence[Attribution], inner: Attribution) -> Attribution | None:
    """The attribution whose content most closely holds another's cue (or content, where it has no cue)."""
    place = inner.cue or inner.content
    holding = [
        (sum(e - s for s, e in one.content), k)
        for k, one in enumerate(said)
        if one is not inner
        and one.content != inner.content
        and all(any(s <= a and b <= e for s, e in one.content) for a, b in place)
    ]
    return said[min(holding)[1]] if holding else None


def figures(passages: Sequence[Passage], found: Mapping[str, tuple[Attribution, ...]]) -> dict[str, object]:
    """Act, hedge, negation and chain of one reader."""
    same = Counter[str]()
    pairs = chains = given = hit = 0
    for passage in passages:
        ours = found[passage.id]
        both = list(met(passage.said, ours))
        pairs += len(both)
        for g, f in both:
            same.update(act=g.act == f.act, hedge=g.hedge == f.hedge, negated=g.negated == f.negated)
        to = {id(g): f for g, f in both}
        inner = [(i, o) for i, o in enumerate(passage.inside) if o is not None]
        chains += len(inner)
        given += sum(holder(ours, one) is not None for one in ours)
        for i, o in inner:
            a, b = to.get(id(passage.said[i])), to.get(id(passage.said[o]))
            hit += a is not None and b is not None and holder(ours, a) is b
    row: dict[str, object] = {key: 100 * same[key] / max(pairs, 1) for key in ("act", "hedge", "negated")}
    return {**row, "chain": f1(hit, chains, hit, given)}


def told(passages: Sequence[Passage]) -> dict[str, object]:
    """The act and hedge as told from the gold's own cues and contents."""
    every = [(p.text, a) for p in passages for a in p.said if a.cue]
    right, stands = 0, 0
    for text, a in every:
        cue, content = (" ".join(text[s:e] for s, e in part) for part in (a.cue, a.content))
        right += act(cue, content)[0] == a.act
        stands += hedge(cue, content) == a.hedge
    return {"act, given": 100 * right / len(every), "hedge, given": 100 * stands / len(every)}


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa of two annotators' labels, in percent."""
    n = len(pairs)
    agreed = sum(a == b for a, b in pairs) / n
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[label] * second[label] for label in first) / n**2
    return 100 * (agreed - chance) / (1 - chance)


def agreement(first: Sequence[Passage], second: Sequence[Passage]) -> dict[str, object]:
    """How far two annotators of the same passages agree."""
    other = {p.id: p for p in second}
    both = [(p, other[p.id]) for p in first if p.id in other]
    one = [p for p, _ in both]
    row = score(one, {p.id: p.said for _, p in both})
    pairs = [pair for p, q in both for pair in met(p.said, q.said)]
    acts = [(a.act, b.act) for a, b in pairs]
    hedges = [(a.hedge, b.hedge) for a, b in pairs]
    return {
        "passages": len(one),
        **{key: row[key] for key in ("source", "cue", "content", ".8")},
        "act": 100 * sum(a == b for a, b in acts) / len(acts),
        "act kappa": kappa(acts),
        "hedge": 100 * sum(a == b for a, b in hedges) / len(hedges),
        "hedge kappa": kappa(hedges),
        "chain": figures(one, {p.id: p.said for _, p in both})["chain"],
    }


def rows(readers: Sequence[str] = READERS) -> list[dict[str, object]]:
    """A row for each reader and author."""
    passages = load(GOLD / "en.jsonl")
    made: list[dict[str, object]] = []
    for reader in readers:
        found = answers(passages, "en", reader)
        for author in ("a", "b", ""):
            some = [p for p in passages if p.id.startswith(author)]
            row = score(some, found)
            row.pop("act")
            made.append(
                {
                    "set": f"en {author or 'all'}",
                    "reader": reader,
                    **{key: row[key] for key in ("source", "cue", "content", ".8", "speaker")},
                    **figures(some, found),
                    **told(some),
                    "traps": row["traps"],
                    "passages": row["passages"],
                }
            )
    return made


def annotators() -> list[dict[str, object]]:
    """One row: how far the two annotators agree."""
    first, second = load(GOLD / "en.jsonl"), load(GOLD / "en-second.jsonl")
    return [{"set": "en, two annotators", **agreement(first, second)}]


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--errors", action="store_true", help="list the acts told wrongly from the gold's own cues"
    )
    arguments = parser.parse_args()
    print(table(rows()))
    print()
    print(table(annotators()))
    if arguments.errors:
        for p in load(GOLD / "en.jsonl"):
            for a in p.said:
                cue, content = (" ".join(p.text[s:e] for s, e in part) for part in (a.cue, a.content))
                ours = (act(cue, content)[0], hedge(cue, content))
                if a.cue and ours != (a.act, a.hedge):
                    print(
                        f"{p.id}  gold {a.act}/{a.hedge or '-'}  told {ours[0]}/{ours[1] or '-'}  {cue!r}  {content[:90]!r}"
                    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
