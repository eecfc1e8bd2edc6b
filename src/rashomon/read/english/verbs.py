"""Verbs that report: "X said that …", "X denies involvement", "X was accused of …", "urged them to …".

The frames of a verb's complements are tried in turn (``complements.py``); whether a frame of this verb reports what
someone said is looked up in the word list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rashomon.read.english.complements import Tokens, complements
from rashomon.read.english.spans import SUBJECTS, subject_phrase, trimmed, verb_group
from rashomon.read.english.tree import VERB_TAGS, Tree

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
    unnamed: bool = False
    """A passive without an agent: the text leaves out who spoke."""


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
    for frame, content, prep in complements(tree, v, passive=passive):
        if content and (frame == "silent" or accept(lemma, mark + frame)):
            cue = [_cue(tree, v, prep)]
            source = _agent(tree, v) if passive and frame != "silent" else _source(tree, v)
            return Found(v, mark + frame, lemma, content, cue, source, passive and not source)
    return None


def _passive(tree: Tree, v: int) -> bool:
    if tree.tag[v] != "VBN":
        return False
    kids = {tree.dep[k] for k in tree.kids[v]}
    if "auxpass" in kids or "nsubjpass" in kids:
        return True
    return tree.dep[v] in ("acl", "amod", "advcl") and "aux" not in kids and "nsubj" not in kids


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
            return [] if tree.dep[subject] == "expl" else [subject_phrase(tree, subject, v)]
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
