"""Nouns that report: "X's claim that …", "a promise by X to …", "issued a denial of …", "criticism of Y".

The speaker is the possessor, the one behind "by" or "from", or the subject of a verb that only lends the noun its
tense ("made a promise", "repeated the claim").
"""

from __future__ import annotations

from rashomon.read.english.drafts import Draft
from rashomon.read.english.spans import SUBJECTS, noun_phrase, subject_phrase, trimmed, verb_group
from rashomon.read.english.tree import Tree
from rashomon.read.languages import en


def noun_cues(tree: Tree) -> list[Draft]:
    """A draft for each noun of the list with a content behind it."""
    frames, lemmas = en.noun_frames(), en.noun_lemmas()
    out: list[Draft] = []
    for n in range(len(tree)):
        lemma = lemmas.get(tree.low[n])
        if lemma is None or tree.tag[n] not in ("NN", "NNS", "NNP"):
            continue
        found = _content(tree, n, frames[lemma])
        if found is not None:
            out.append(_drafted(tree, n, lemma, *found))
    return out


def _content(tree: Tree, n: int, frames: frozenset[str]) -> tuple[str, tuple[int, int], int] | None:
    """(frame, content, the token behind the cue)."""
    for k in tree.kids[n]:
        if k < n:
            continue
        start, end = tree.left(k), tree.right(k)
        if tree.dep[k] in ("acl", "ccomp", "relcl") and start <= n + 4:
            if "c" in frames and tree.low[start] == "that" and tree.dep[start] != "nsubj":
                return "c", trimmed(tree, start, end), n + 1
            if "x" in frames and any(tree.low[a] == "to" and tree.dep[a] == "aux" for a in tree.kids[k]):
                return "x", trimmed(tree, start, end), n + 1
        if tree.dep[k] == "prep" and k == n + 1 and f"+{tree.low[k]}" in frames and k + 1 < end:
            if tree.low[k + 1] in ("comment", "comments"):
                return None  # "a request for comment" is the reporter's
            return f"+{tree.low[k]}", trimmed(tree, k + 1, end), n + 2
    return None


def _drafted(tree: Tree, n: int, lemma: str, frame: str, content: tuple[int, int], behind: int) -> Draft:
    start = n
    source: list[tuple[int, int]] = []
    owner = tree.child(n, "poss")
    by = next(
        (k for k in tree.kids[n] if k > n and tree.dep[k] == "prep" and tree.low[k] in ("by", "from")), -1
    )
    verb = tree.head[n]
    lends = tree.dep[n] == "dobj" and verb < n and tree.low[verb] in en.lending()
    at = n
    if owner >= 0:
        s, e = noun_phrase(tree, owner)
        source, start = [(s, e)], e
    elif by >= 0 and (who := tree.child(by, "pobj")) >= 0:
        source, start = [subject_phrase(tree, who, len(tree))], tree.left(n)
    elif lends:
        start, at = verb_group(tree, verb)[0], verb
    else:
        start = tree.left(n)
    if lends and (owner < 0 or tree.tag[owner] == "PRP$"):
        subject = tree.child(verb, *SUBJECTS)
        if subject >= 0:
            source, start, at = [subject_phrase(tree, subject, verb)], verb_group(tree, verb)[0], verb
    while start < n and (tree.low[start] in (",", '"', "“") or tree.tag[start] in ("POS",)):
        start += 1
    negated = any(tree.dep[k] == "neg" for k in tree.kids[verb]) if lends else False
    cue = [tree.range(start, max(behind, start + 1))]
    return Draft(
        lemma,
        frame,
        cue,
        [tree.range(*r) for r in source],
        [tree.range(*content)],
        tree.starts[at],
        negated,
        unnamed=not source,
        rank=1 if at == n else 0,
    )
