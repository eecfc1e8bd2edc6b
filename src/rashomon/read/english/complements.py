"""What hangs on a verb, as frames: a clause, an infinitive, an object, a preposition with its noun.

Each frame comes with the tokens that would be the content. The names of the frames are those of
``languages/_en_frames.py``.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.read.english.spans import SUBJECTS, noun_phrase, trimmed
from rashomon.read.english.tree import VERB_TAGS, Tree
from rashomon.read.languages import en

Tokens = tuple[int, int]
Complement = tuple[str, list[Tokens], int]
"""Frame, content, and the preposition that belongs to the cue (-1 for none)."""

_MOST = 40
"""Children of a verb that are looked at: no sentence that a person wrote has more, and a hostile one costs no more."""
_LINKS = frozenset("but and so yet or nor".split())
"""Words that tie a reported sentence to the one before; the reporter's, not the speaker's."""
_WITH_OBJECT = frozenset("in for of from against to about over on with".split())
_QUERY = frozenset(
    "request requests question questions call calls inquiry inquiries message messages email emails".split()
)
_SILENT = frozenset("responded respond replied reply returned return answered answer reached".split())


def complements(tree: Tree, v: int, *, passive: bool) -> Iterator[Complement]:
    """The complements of a verb, the likeliest content first."""
    kids = tree.kids[v][:_MOST]
    objects = [k for k in kids if tree.dep[k] == "dobj"]
    if tree.low[v] in _SILENT and any(tree.dep[k] == "neg" for k in kids):
        yield from _no_answer(tree, kids, v)
    yield from _clauses(tree, kids, v, objects, passive=passive)
    yield from _infinitives(tree, kids, v, objects, passive=passive)
    if not passive:
        yield from _objects(tree, kids, v, objects)
    yield from _prepositions(tree, kids, v, objects, passive=passive)
    if passive and (subject := tree.child(v, "nsubjpass")) >= 0:
        rest = [
            trimmed(tree, tree.left(k), tree.right(k))
            for k in kids
            if k > v
            and (tree.dep[k] == "oprd" or (tree.dep[k] == "prep" and tree.low[k] in ("as", "for", "of")))
        ]
        yield "s", [noun_phrase(tree, subject), *rest[:1]], -1


def _clauses(
    tree: Tree, kids: list[int], v: int, objects: list[int], *, passive: bool
) -> Iterator[Complement]:
    # "A blames B; C denies it": what stands before the semicolon is no part of it.
    clauses = [k for k in kids if tree.dep[k] == "ccomp" and not (k < v and _parted(tree, k, v))]
    if clauses:
        yield _clause(tree, v, clauses[0], clauses[-1])
    if passive:
        return
    if around := _around(tree, v):
        yield "c", around, -1
    if tree.dep[v] == "advcl" and not clauses and all(tree.low[o] == "it" for o in objects):
        main = _as_said(tree, v)
        if main:
            yield "c", main, -1


def _parted(tree: Tree, clause: int, v: int) -> bool:
    return any(tree.low[i] == ";" for i in range(clause, v))


def _infinitives(
    tree: Tree, kids: list[int], v: int, objects: list[int], *, passive: bool
) -> Iterator[Complement]:
    for k in kids:
        if k < v or tree.dep[k] not in ("xcomp", "advcl", "acl"):
            continue
        start, end = tree.left(k), tree.right(k)
        if not _to(tree, k):
            if tree.tag[k] == "VBG" and tree.dep[k] == "xcomp":
                yield "g", [trimmed(tree, start, end)], -1
            continue
        before = [o for o in objects if v < o < k]
        # An infinitive further off tells the purpose: "met them on Monday to talk".
        if tree.dep[k] != "xcomp" and start > (tree.right(before[-1]) if before else v + 2):
            continue
        if not before and tree.low[start] == "for" and start == v + 1:
            yield "+for", [trimmed(tree, start + 1, end)], start
        elif passive:
            yield "x", [*_passive_subject(tree, v), trimmed(tree, start, end)], -1
        elif before:
            yield "ox", [trimmed(tree, tree.left(before[-1]), end)], -1
        else:
            yield "x", [trimmed(tree, start, end)], -1


def _objects(tree: Tree, kids: list[int], v: int, objects: list[int]) -> Iterator[Complement]:
    for o in objects:
        if o < v:
            if tree.dep[v] == "relcl" and tree.low[o] in ("which", "that", "what", "whom"):
                yield "o", [(o, o + 1)], -1
            continue
        start, end = tree.left(o), tree.right(o)
        for k in kids:
            if k > o and (tree.dep[k] == "oprd" or (tree.dep[k] == "prep" and tree.low[k] == "as")):
                yield "oo", [trimmed(tree, start, tree.right(k))], -1
                break
        for k in kids:
            if k > o and tree.dep[k] == "prep" and tree.low[k] in _WITH_OBJECT and tree.left(k) == end:
                yield "o" + tree.low[k], [trimmed(tree, start, tree.right(k))], -1
                break
        yield "o", [trimmed(tree, start, end)], -1


def _prepositions(
    tree: Tree, kids: list[int], v: int, objects: list[int], *, passive: bool
) -> Iterator[Complement]:
    for k in kids:
        if k < v or tree.dep[k] != "prep" or (k > v + 1 and objects):
            continue
        below = [c for c in tree.kids[k] if tree.dep[c] in ("pobj", "pcomp") and c > k]
        if not below:
            continue
        end = tree.right(k)
        if passive and tree.low[k] == "of":
            # "was accused of lying": who is accused is half of what was said.
            yield "+of", [*_passive_subject(tree, v), trimmed(tree, k, end)], -1
            continue
        if tree.low[k] == "as" and tree.tag[below[0]] == "VBG" and _cue_word(tree, below[0]):
            continue  # "was quoted as saying": the second verb is the cue
        for c in kids:
            # "called on them to leave": the infinitive hangs on the verb.
            if c >= end and tree.dep[c] in ("xcomp", "advcl") and tree.left(c) == end and _to(tree, c):
                end = tree.right(c)
                break
        yield "+" + tree.low[k], [trimmed(tree, k + 1, end)], k


def _passive_subject(tree: Tree, v: int) -> list[Tokens]:
    subject = tree.child(v, "nsubjpass")
    return [noun_phrase(tree, subject)] if subject >= 0 else []


def _to(tree: Tree, k: int) -> bool:
    return any(tree.dep[a] == "aux" and tree.low[a] == "to" for a in tree.kids[k])


def _no_answer(tree: Tree, kids: list[int], v: int) -> Iterator[Complement]:
    """ "did not respond to a request for comment", "could not be reached for comment"."""
    for k in kids:
        if k < v:
            continue
        end = tree.right(k)
        if tree.dep[k] == "dobj" and tree.low[k] in _QUERY:
            yield "silent", [trimmed(tree, tree.left(k), end)], -1
        elif tree.dep[k] == "prep" and (what := tree.child(k, "pobj")) >= 0:
            if tree.low[what] == "comment":
                yield "silent", [trimmed(tree, k, end)], -1
            elif tree.low[what] in _QUERY:
                yield "silent", [trimmed(tree, k + 1, end)], k


def _clause(tree: Tree, v: int, k: int, last: int) -> Complement:
    start, end = tree.left(k), tree.right(k)
    if k > v:
        start, end = max(start, v + 1), _clause_end(tree, v, last)
    else:
        # "…, X said": the subject stands between, and belongs to the verb.
        end = min(end, v)
        if tree.low[start] in _LINKS and tree.dep[start] in ("cc", "advmod", "mark"):
            start += 1
    frame = "c"
    if k > v and tree.tag[k] == "VB" and _to(tree, k):
        frame = "ox"
    elif k > v and tree.tag[k] == "VBG" and tree.child(k, *SUBJECTS) < 0:
        frame = "g"
    return frame, [trimmed(tree, start, end)], -1


def _clause_end(tree: Tree, v: int, last: int) -> int:
    """The end of a reported clause with what the parser hung on the verb instead: "said that A, and B is …" (75 of
    102 times reported too, where B holds no cue), "said that A when …" (37 of 56)."""
    end = tree.right(last)
    for k in tree.kids[v]:
        if k < end:
            continue
        if (
            tree.dep[k] == "advcl" and tree.left(k) == end and tree.tag[k] != "VBG" and not _cue_word(tree, k)
        ) or (tree.dep[k] == "conj" and tree.tag[k] in VERB_TAGS and not _cue_word(tree, k)):
            end = tree.right(k)
        elif tree.dep[k] not in ("cc", "punct"):
            break
    return end


def _cue_word(tree: Tree, i: int) -> bool:
    return tree.low[i] in en.lemmas()


def _around(tree: Tree, v: int) -> list[Tokens]:
    """The clause that a parenthetical "X said" stands in, in pieces before and behind it."""
    if tree.dep[v] != "parataxis" and not (tree.dep[v] == "ccomp" and tree.head[v] > v):
        return []
    head = tree.head[v]
    subject = tree.child(v, *SUBJECTS)
    if subject < 0:
        return []
    start, end = tree.left(head), tree.right(head)
    left, right = tree.left(v), tree.right(v)
    if (
        tree.low[left] not in (",",)
        and left > start
        and tree.low[left - 1] not in (",", "-", "—", "–", "--", "”", '"')
    ):
        return []
    pieces = [trimmed(tree, a, b) for a, b in ((start, left), (right, end)) if a < b]
    return [p for p in pieces if p[0] < p[1]]


def _as_said(tree: Tree, v: int) -> list[Tokens]:
    """The main clause of "As X said, …"."""
    start, end = tree.left(v), tree.right(v)
    head = tree.head[v]
    if tree.low[start] != "as" or tree.child(v, *SUBJECTS) < 0 or end >= len(tree) or tree.low[end] != ",":
        return []
    pieces = [trimmed(tree, a, b) for a, b in ((tree.left(head), start), (end, tree.right(head))) if a < b]
    return [p for p in pieces if p[0] < p[1]]
