"""Edges of spans: where a verb group, a speaker's noun phrase and a reported clause begin and end.

The edges follow PolNeAR's train part: a cue takes its auxiliaries, negation and the adverb right before the verb; a
source takes its apposition and relative clause; a content takes "that" and its quote marks, not the full stop.
"""

from __future__ import annotations

from rashomon.read.english.tree import Tree

_IN_CUE = frozenset(("aux", "auxpass", "neg", "prt", "advmod"))
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_TRIM = frozenset((",", ";", ":", ".", "-", "–", "—", "--", "?", "!", "...", "…"))
_NOT_ADVERBS = frozenset("when how why where as so however meanwhile instead moreover".split())


def verb_group(tree: Tree, verb: int) -> tuple[int, int]:
    """The tokens of a verb with its auxiliaries, negation, particle and the adverbs among them."""
    start, end = verb, verb + 1
    for k in sorted(tree.kids[verb], reverse=True):
        if k == start - 1 and tree.dep[k] in _IN_CUE and tree.low[k] not in _NOT_ADVERBS:
            start = k
    if end < len(tree) and tree.dep[end] in ("prt", "neg") and tree.head[end] == verb:
        end += 1
    return start, end


def noun_phrase(tree: Tree, head: int) -> tuple[int, int]:
    """The tokens of the whole phrase under a noun, without punctuation at its ends."""
    return trimmed(tree, tree.left(head), tree.right(head))


def trimmed(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """The range without white space and punctuation at its ends; quote marks and brackets stay."""
    while start < end and (tree.low[end - 1] in _TRIM or tree.low[end - 1].isspace()):
        end -= 1
    while start < end and (tree.low[start] in _TRIM or tree.low[start].isspace()):
        start += 1
    return start, end


def subject_phrase(tree: Tree, head: int, verb: int) -> tuple[int, int]:
    """The speaker's phrase: apposition and restrictive clause stay, ", who …" goes; the comma that closes an
    apposition before the verb stays, as annotators of PolNeAR kept it (850 of 926 times)."""
    start, end = noun_phrase(tree, head)
    for k in tree.kids[head]:
        if k > head and tree.dep[k] == "relcl" and tree.low[tree.left(k) - 1] == ",":
            end = min(end, tree.left(k))
    start, end = trimmed(tree, start, end)
    if start <= verb < end:
        # The parser hung the verb below its own subject ("the man said …").
        start, end = (start, verb) if head < verb else (verb + 1, end)
    inner = any(tree.low[i] == "," for i in range(start, end - 1))
    if inner and end < verb and tree.low[end] == "," and end < len(tree):
        end += 1
    return start, max(end, start + 1)
