""" "According to X, …" and "…, according to X": the clause it hangs on is the content."""

from __future__ import annotations

from rashomon.read.english.drafts import Draft
from rashomon.read.english.spans import subject_phrase, trimmed
from rashomon.read.english.tree import Tree
from rashomon.read.languages import en

_LINKS = (",", "-", "–", "—", "--")


def according_to(tree: Tree) -> list[Draft]:
    """A draft for each "according to" with someone behind it."""
    out: list[Draft] = []
    low = tree.low
    for i in range(len(tree) - 2):
        if low[i] != "according" or low[i + 1] != "to":
            continue
        who = next((k for k in tree.kids[i + 1] if tree.dep[k] == "pobj" and k > i + 1), -1)
        if who < 0:
            continue
        s, e = subject_phrase(tree, who, len(tree))
        s = i + 2
        if e <= s:
            continue
        content = _content(tree, i, e)
        if content:
            cue = tree.range(i, i + 2)
            spans = [tree.range(a, b) for a, b in content]
            out.append(Draft("according", "c", [cue], [tree.range(s, e)], spans, cue[0], rank=0))
    return out


def _content(tree: Tree, i: int, behind: int) -> list[tuple[int, int]]:
    """The rest of the clause: before the words, behind them, or on both sides."""
    begin, end = tree.sentences[tree.sentence_of[i]]
    head = tree.head[i]
    if head != i and tree.tag[head].startswith(("V", "MD")) and head < i:
        # Only the clause it hangs on, not another one that stands before it in a long sentence.
        while tree.dep[head] in ("conj", "relcl", "advcl") and tree.head[head] < head:
            if tree.dep[head] != "conj" or tree.child(head, "nsubj", "nsubjpass") >= 0:
                break
            head = tree.head[head]
        left, right = tree.left(head), max(tree.right(head), i)
        if tree.dep[head] in ("relcl", "advcl") and tree.low[max(left - 1, 0)] not in _LINKS:
            left, right = begin, end
        begin, end = max(begin, left), min(end, max(right, behind))
        if tree.dep[head] == "conj" and tree.child(head, "nsubj", "nsubjpass") < 0:
            begin = tree.sentences[tree.sentence_of[i]][0]
    before, after = trimmed(tree, begin, i), trimmed(tree, behind, end)
    pieces = [p for p in (before, after) if p[0] < p[1]]
    if not pieces:
        return []
    if before[0] < before[1]:
        # "…, according to X, who …": what follows a closed clause is not its content, unless it is its verb phrase.
        whole = any(tree.dep[k] in ("nsubj", "nsubjpass", "expl") for k in range(*before)) and any(
            tree.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(*before)
        )
        if whole:
            return [before]
        if len(pieces) == 2 and tree.low[max(i - 1, 0)] not in _LINKS:
            return [before]
    return pieces


def adverbs(tree: Tree) -> list[Draft]:
    """A draft for each "reportedly": someone said the clause it stands in, and the text does not tell who."""
    out: list[Draft] = []
    for i, word in enumerate(tree.low):
        if word not in en.HEARSAY or tree.head[i] == i:
            continue
        head = tree.head[i]
        start, end = tree.left(head), tree.right(head)
        begin, stop = tree.sentences[tree.sentence_of[i]]
        pieces = [trimmed(tree, max(start, begin), i), trimmed(tree, i + 1, min(end, stop))]
        content = [tree.range(*r) for r in pieces if r[0] < r[1]]
        cue = tree.range(i, i + 1)
        if content:
            out.append(Draft(word, "adverb", [cue], [], content, cue[0], unnamed=True, rank=0))
    return out
