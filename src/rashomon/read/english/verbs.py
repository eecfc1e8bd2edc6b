"""Verbs that report: "X said that …", "X denies involvement", "X was accused of …", "urged them to …".

For every verb the frames of its complements are tried in turn: clause, infinitive, object, preposition. Whether a
frame of this verb reports what someone said is looked up in the lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rashomon.read.english.spans import SUBJECTS, noun_phrase, subject_phrase, trimmed, verb_group
from rashomon.read.english.tree import VERB_TAGS, Tree
from rashomon.read.languages import en

Tokens = tuple[int, int]
Accept = Callable[[str, str], bool]
"""Whether a verb (its lemma) with this frame is a cue."""


@dataclass(slots=True)
class Found:
    """One attribution in tokens: ranges of the content, cue and source; ``verb`` is the cue's head."""

    verb: int
    frame: str
    lemma: str
    content: list[Tokens]
    cue: list[Tokens]
    source: list[Tokens]
    passive: bool = False


def reports(tree: Tree, lemmas: dict[str, str], accept: Accept) -> Iterator[Found]:
    """What every verb of the text reports, in order of the verbs."""
    tag, dep, low = tree.tag, tree.dep, tree.low
    for v in range(len(tree)):
        if tag[v] not in VERB_TAGS or dep[v] in ("aux", "auxpass"):
            continue
        lemma = lemmas.get(low[v])
        if lemma is None:
            continue
        found = _of(tree, v, lemma, accept)
        if found is not None:
            yield found


def _of(tree: Tree, v: int, lemma: str, accept: Accept) -> Found | None:
    passive = _passive(tree, v)
    mark = "p" if passive else ""
    for frame, content, prep in _frames(tree, v, passive):
        if content and (frame == "silent" or accept(lemma, mark + frame)):
            cue = [_cue(tree, v, prep)]
            source = _agent(tree, v) if passive and frame != "silent" else _source(tree, v)
            return Found(v, mark + frame, lemma, content, cue, source, passive and not source)
    return None


_QUERY = frozenset(
    "request requests question questions call calls inquiry inquiries message messages email emails".split()
)
_SILENT = frozenset("responded respond replied reply returned return answered answer reached".split())


_LINKS = frozenset("but and so yet or nor".split())
"""Words that tie a reported sentence to the one before; the reporter's, not the speaker's."""


def _passive(tree: Tree, v: int) -> bool:
    if tree.tag[v] != "VBN":
        return False
    kids = {tree.dep[k] for k in tree.kids[v]}
    if "auxpass" in kids or "nsubjpass" in kids:
        return True
    return tree.dep[v] in ("acl", "amod", "advcl") and "aux" not in kids and "nsubj" not in kids


def _frames(tree: Tree, v: int, passive: bool) -> Iterator[tuple[str, list[Tokens], int]]:
    """(frame, content, preposition that belongs to the cue or -1), the likeliest first."""
    dep, low = tree.dep, tree.low
    kids = tree.kids[v]
    objects = [k for k in kids if dep[k] == "dobj"]
    if low[v] in _SILENT and any(dep[k] == "neg" for k in kids):
        yield from _no_answer(tree, v)
    clauses = [k for k in kids if dep[k] == "ccomp"]
    for k in clauses[:1]:
        yield from _clause(tree, v, k, clauses[-1])
    if dep[v] in ("parataxis", "ccomp", "conj", "advcl") and not passive:
        around = _around(tree, v)
        if around:
            yield "c", around, -1
    if dep[v] == "advcl" and not clauses and not passive and all(low[o] == "it" for o in objects):
        main = _as_said(tree, v)
        if main:
            yield "c", main, -1
    for k in kids:
        if k > v and dep[k] in ("xcomp", "advcl", "acl"):
            to = _to(tree, k)
            if to:
                obj = [o for o in objects if v < o < k]
                if dep[k] != "xcomp" and tree.left(k) > (tree.right(obj[-1]) if obj else tree_after(tree, v)):
                    continue
                start = tree.left(obj[-1]) if obj else tree.left(k)
                if not obj and low[start] == "for" and start == v + 1:
                    yield "+for", [trimmed(tree, start + 1, tree.right(k))], start
                    continue
                if passive:
                    subject = tree.child(v, "nsubjpass")
                    pieces = [noun_phrase(tree, subject)] if subject >= 0 else []
                    yield "x", [*pieces, trimmed(tree, tree.left(k), tree.right(k))], -1
                else:
                    yield ("ox" if obj else "x"), [trimmed(tree, start, tree.right(k))], -1
            elif tree.tag[k] == "VBG" and dep[k] == "xcomp":
                yield "g", [trimmed(tree, tree.left(k), tree.right(k))], -1
    if not passive:
        for o in objects:
            if o > v:
                second = [
                    k for k in kids if k > o and (dep[k] == "oprd" or (dep[k] == "prep" and low[k] == "as"))
                ]
                if second:
                    yield "oo", [trimmed(tree, tree.left(o), tree.right(second[0]))], -1
                with_preps = tree.right(o)
                for k in kids:
                    if k > o and dep[k] == "prep" and low[k] in _WITH_OBJECT and tree.left(k) == with_preps:
                        with_preps = tree.right(k)
                        yield "o" + low[k], [trimmed(tree, tree.left(o), with_preps)], -1
                        break
                yield "o", [trimmed(tree, tree.left(o), tree.right(o))], -1
            elif dep[v] == "relcl" and tree.low[o] in ("which", "that", "what", "whom"):
                yield "o", [(o, o + 1)], -1
    for k in kids:
        if k > v and dep[k] == "prep" and (k == v + 1 or not objects):
            below = [c for c in tree.kids[k] if dep[c] in ("pobj", "pcomp") and c > k]
            if below and passive and low[k] == "of":
                subject = tree.child(v, "nsubjpass")
                pieces = [noun_phrase(tree, subject)] if subject >= 0 else []
                yield "+of", [*pieces, trimmed(tree, k, tree.right(k))], -1
            elif below and not (low[k] == "as" and _cue_word(tree, below[0]) and tree.tag[below[0]] == "VBG"):
                end = tree.right(k)
                # "called on them to leave": the infinitive hangs on the verb.
                to = [
                    c
                    for c in kids
                    if c >= end and dep[c] in ("xcomp", "advcl") and tree.left(c) == end and _to(tree, c)
                ]
                yield "+" + low[k], [trimmed(tree, k + 1, tree.right(to[0]) if to else end)], k
    if passive:
        subject = tree.child(v, "nsubjpass")
        if subject >= 0:
            rest = [
                trimmed(tree, tree.left(k), tree.right(k))
                for k in kids
                if k > v and (dep[k] == "oprd" or (dep[k] == "prep" and low[k] in ("as", "for", "of")))
            ][:1]
            yield "s", [noun_phrase(tree, subject), *rest], -1


_WITH_OBJECT = frozenset("for of from against to about over on with".split())


def tree_after(tree: Tree, v: int) -> int:
    return v + 2


def _to(tree: Tree, k: int) -> bool:
    return any(tree.dep[a] == "aux" and tree.low[a] == "to" for a in tree.kids[k])


def _no_answer(tree: Tree, v: int) -> Iterator[tuple[str, list[Tokens], int]]:
    """ "did not respond to a request for comment", "could not be reached for comment"."""
    for k in tree.kids[v]:
        if k < v:
            continue
        if tree.dep[k] == "dobj" and tree.low[k] in _QUERY:
            yield "silent", [trimmed(tree, tree.left(k), tree.right(k))], -1
        elif tree.dep[k] == "prep":
            what = tree.child(k, "pobj")
            if what >= 0 and (tree.low[what] in _QUERY or tree.low[what] == "comment"):
                end = trimmed(tree, k, tree.right(k))[1]
                yield (
                    "silent",
                    [(k if tree.low[what] == "comment" else k + 1, end)],
                    (-1 if tree.low[what] == "comment" else k),
                )


def _clause(tree: Tree, v: int, k: int, last: int) -> Iterator[tuple[str, list[Tokens], int]]:
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
    yield frame, [trimmed(tree, start, end)], -1


def _clause_end(tree: Tree, v: int, last: int) -> int:
    """The end of a reported clause with what the parser hung on the verb instead: "said that A, and B is …" (75 of
    102 times reported too, where B holds no cue), "said that A when …" (37 of 56)."""
    end = tree.right(last)
    for k in tree.kids[v]:
        if k < end:
            continue
        if (
            tree.dep[k] == "advcl"
            and k != v
            and tree.left(k) == end
            and tree.tag[k] != "VBG"
            and not _cue_word(tree, k)
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


def _cue(tree: Tree, v: int, prep: int) -> Tokens:
    start, end = verb_group(tree, v)
    if tree.dep[v] == "xcomp" and tree.head[v] < v:
        up = tree.head[v]
        s, e = verb_group(tree, up)
        if tree.tag[up] in VERB_TAGS and e == start and (tree.low[start] == "to" or tree.tag[v] == "VBG"):
            start = s
    up = tree.head[tree.head[v]]
    if tree.dep[v] == "pcomp" and tree.low[tree.head[v]] == "as" and tree.tag[up] in VERB_TAGS and up < v:
        # "was quoted as saying"
        start = verb_group(tree, up)[0]
    if prep >= 0:
        return start, prep + 1
    return start, end


def _source(tree: Tree, v: int) -> list[Tokens]:
    """The subject; a participle's or a second verb's is the subject of the verb it hangs on."""
    at = v
    for _ in range(8):
        subject = tree.child(at, *SUBJECTS)
        if subject >= 0:
            return (
                [] if tree.low[subject] in ("it", "there") and at != v else [subject_phrase(tree, subject, v)]
            )
        how, up = tree.dep[at], tree.head[at]
        if up == at:
            return []
        if how in ("acl", "relcl"):
            if tree.tag[at] == "VBG" or how == "acl":
                return [trimmed(tree, tree.left(up), min(tree.left(at), tree.right(up)))]
            return []
        if how == "pcomp" or (how == "prep" and tree.tag[up] in VERB_TAGS):
            at = tree.head[up] if how == "pcomp" else up
            continue
        if tree.tag[up] not in VERB_TAGS and how not in ("xcomp", "acomp", "conj"):
            return []
        at = up
    return []


def _agent(tree: Tree, v: int) -> list[Tokens]:
    by = tree.child(v, "agent")
    if by < 0:
        return []
    who = tree.child(by, "pobj")
    return [subject_phrase(tree, who, v)] if who >= 0 else []
