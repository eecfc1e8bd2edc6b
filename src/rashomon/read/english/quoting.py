"""Quotations and who said them: a content is widened to the whole quotation it meets, and a quotation that no verb
took finds its cue beside it, or goes on from the one before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rashomon.read.english.drafts import Draft, joined, stripped, without
from rashomon.read.english.spans import SUBJECTS, subject_phrase, verb_group
from rashomon.read.english.tree import VERB_TAGS, Tree
from rashomon.read.quotes import Quotation
from rashomon.records import Form, Range

_STOP = re.compile(r"(?<=[a-z\d)]{2})[.!?]\s")
_WORDS = 3
"""Quotations of fewer words are single terms; they are contents only inside a reported clause."""
_REACH = 14
"""Tokens between a quotation and its cue: a name with its apposition fits in."""


class Quoted:
    """The quotations of one text, looked up by place."""

    def __init__(self, text: str, found: Sequence[Quotation]) -> None:
        self.text = text
        self.found = found
        self.starts = [q.start for q in found]

    def at(self, place: int) -> int:
        """Index of the quotation that holds this place, or -1."""
        k = bisect_right(self.starts, place) - 1
        return k if k >= 0 and place < self.found[k].end else -1

    def within(self, start: int, end: int) -> list[str]:
        """Sentences that stand wholly between two quotations, roughly: cut at full stops behind a word."""
        return [part for part in _STOP.split(self.text[start:end]) if part.strip(" \t\r\n\xa0.,:;")]

    def meeting(self, start: int, end: int) -> range:
        """Indexes of the quotations that overlap the range."""
        first = max(0, bisect_right(self.starts, start) - 1)
        if first < len(self.found) and self.found[first].end <= start:
            first += 1
        return range(first, bisect_left(self.starts, end))

    def snapped(self, ranges: list[Range], cue: int) -> list[Range]:
        """Contents widened to the whole of each quotation they meet; inside one's own quotation cut to it."""
        home = self.at(cue)
        out: list[Range] = []
        for s, e in ranges:
            if home >= 0:
                q = self.found[home]
                inner = q.end - 1 if q.closed else q.end
                s, e = max(s, q.start + 1), min(e, inner)
                if s < e:
                    out.append(stripped(self.text, s, e))
                continue
            for k in self.meeting(s, e):
                q = self.found[k]
                if s > q.start or e < q.end:
                    s, e = min(s, q.start), max(e, q.end)
            out.append((s, e))
        return joined(out, self.text)


def form_of(content: Sequence[Range], text: str, quoted: Quoted) -> Form:
    """Whether a content stands all in quote marks, in part, or not at all."""
    inside = outside = False
    for s, e in content:
        at = s
        for k in quoted.meeting(s, e):
            q = quoted.found[k]
            if text[at : max(at, q.start)].strip(_MARKS):
                outside = True
            inside, at = True, max(at, q.end)
        if text[at:e].strip(_MARKS):
            outside = True
    return "mixed" if inside and outside else "direct" if inside else "indirect"


_MARKS = " \t\r\n\xa0,.;:!?…–—-"


def attach(
    tree: Tree, quoted: Quoted, drafts: list[Draft], paragraphs: Sequence[Range], is_cue: dict[str, str]
) -> list[Draft]:
    """New drafts for quotations that no draft holds; drafts that go on gain pieces. ``is_cue``: form to lemma."""
    text = tree.text
    owner: dict[int, Draft] = {}
    for d in drafts:
        if quoted.at(d.at) >= 0:
            continue
        for s, e in d.content:
            for k in quoted.meeting(s, e):
                owner.setdefault(k, d)
    taken = {d.at: d for d in drafts}
    new: list[Draft] = []
    place = [p[0] for p in paragraphs]
    for k, q in enumerate(quoted.found):
        if k in owner:
            continue
        words = len(text[q.start : q.end].split())
        if words < _WORDS and not text[q.start : q.end].rstrip("”\"'»").endswith((",", ".", "!", "?")):
            continue
        p = bisect_right(place, q.start) - 1
        found = _beside(tree, quoted, k, paragraphs[p], is_cue, taken)
        if found is not None:
            found.content = joined([*found.content, (q.start, q.end)], text)
            owner[k] = found
            if found.at not in taken:
                taken[found.at] = found
                new.append(found)
            continue
        before = owner.get(k - 1)
        if before is not None and _goes_on(text, quoted, k, paragraphs, p):
            before.content = joined([*before.content, (q.start, q.end)], text)
            owner[k] = before
        elif words > _WORDS and _whole(text, q, paragraphs[p]):
            lone = Draft(
                "", "lone", [], _told_of(tree, quoted, k, paragraphs[p]), [(q.start, q.end)], q.start
            )
            owner[k] = lone
            new.append(lone)
    return _forward(quoted, owner, new, text)


def _forward(quoted: Quoted, owner: dict[int, Draft], new: list[Draft], text: str) -> list[Draft]:
    """Give quotations that run on into a paragraph with a speaker to that speaker."""
    gone: set[int] = set()
    for k in range(len(quoted.found) - 2, -1, -1):
        mine, next_one = owner.get(k), owner.get(k + 1)
        if mine is None or next_one is None or mine is next_one or mine.frame != "lone":
            continue
        if quoted.found[k + 1].goes_on and next_one.cue:
            next_one.content = joined([*mine.content, *next_one.content], text)
            gone.add(id(mine))
            for j, d in owner.items():
                if d is mine:
                    owner[j] = next_one
    return [d for d in new if id(d) not in gone]


def _told_of(tree: Tree, quoted: Quoted, k: int, paragraph: Range) -> list[Range]:
    """'X was blunt. "…"': the subject of the sentence right before the quotation, in its paragraph."""
    place = bisect_left(tree.starts, quoted.found[k].start) - 1
    while place >= 0 and tree.low[place].isspace():
        place -= 1
    if place < 0 or tree.starts[place] < paragraph[0]:
        return []
    start, end = tree.sentences[tree.sentence_of[place]]
    for i in range(start, end):
        if tree.dep[i] == "ROOT":
            subject = tree.child(i, "nsubj", "nsubjpass")
            if (
                subject < 0
                or subject > i
                or tree.low[subject] in _NOBODY
                or quoted.at(tree.starts[subject]) >= 0
            ):
                return []
            return [tree.range(*subject_phrase(tree, subject, i))]
    return []


_NOBODY = frozenset("it this that there these those what which".split())


def _sentence_like(text: str, q: Quotation) -> bool:
    inner = text[q.start : q.end].strip("“”\"'«»„‘’`")
    first = next((c for c in inner if c.isalnum()), "")
    return first.isupper() and inner.rstrip().endswith((".", "!", "?", "…", ",", "—", "-"))


def _whole(text: str, q: Quotation, paragraph: Range) -> bool:
    """Whether the quotation stands for itself: it begins a sentence and ends one."""
    before = text[paragraph[0] : q.start].rstrip()
    return _sentence_like(text, q) and (not before or before[-1] in '.!?:”"')


def _goes_on(text: str, quoted: Quoted, k: int, paragraphs: Sequence[Range], p: int) -> bool:
    """Whether a quotation continues the one before it: same paragraph, or right below it."""
    q, last = quoted.found[k], quoted.found[k - 1]
    begin, end = paragraphs[p]
    if last.start >= begin:
        between = text[last.end : q.start]
        tail = between.rstrip()
        if not (_sentence_like(text, q) or tail.endswith(",")):
            return False
        # '"A," X said. "B."' and '"A," X said, "B."': nothing but the frame's end stands before it.
        return not tail or (tail[-1] in ".,:;—–-…?!" and (len(quoted.within(last.end, q.start)) < 2))
    if q.goes_on:
        return True
    if p == 0 or not (paragraphs[p - 1][0] <= last.start < paragraphs[p - 1][1]):
        return False
    return q.start == begin and q.end >= end - 1 and _sentence_like(text, q)


def _beside(
    tree: Tree,
    quoted: Quoted,
    k: int,
    paragraph: Range,
    is_cue: dict[str, str],
    taken: dict[int, Draft],
) -> Draft | None:
    """The cue right behind or right before a quotation, as a draft without content yet (or one that is there)."""
    q = quoted.found[k]
    after = bisect_left(tree.starts, q.end)
    limit = min(paragraph[1], quoted.found[k + 1].start if k + 1 < len(quoted.found) else paragraph[1])
    ended = tree.text[q.start : q.end].rstrip("”\"'»").endswith((".",))
    if not ended:
        for v in range(after, min(after + _REACH, len(tree))):
            if tree.starts[v] >= limit or tree.low[v] in (".", ";", "?", "!"):
                break
            if tree.tag[v] in VERB_TAGS and tree.low[v] in is_cue and tree.dep[v] not in ("aux", "auxpass"):
                draft = _drafted(tree, v, is_cue, taken, after)
                if draft is not None:
                    return draft
                break
    before = bisect_left(tree.starts, q.start)
    floor = max(paragraph[0], quoted.found[k - 1].end if k else paragraph[0])
    for v in range(before - 1, max(before - 1 - _REACH, -1), -1):
        if tree.starts[v] < floor or tree.low[v] in (".", ";", "?", "!"):
            break
        if tree.tag[v] in VERB_TAGS and tree.low[v] in is_cue and tree.dep[v] not in ("aux", "auxpass"):
            near = all(
                tree.low[i] in (",", ":", "that", "and", "'", '"', "“") or tree.below(i, v)
                for i in range(v + 1, before)
            )
            if tree.low[before - 1] == ":" or (near and _opens_speech(tree, before - 1, v)):
                return _drafted(tree, v, is_cue, taken, -1)
            break
    return None


def _opens_speech(tree: Tree, last: int, v: int) -> bool:
    """Whether speech may follow this token: not the name of a programme ("told ABC's "…"") or a noun's own words."""
    if last == v or tree.low[last] in (",", "that", "and"):
        return True
    return tree.tag[last] not in ("POS", "PRP$", "DT", "IN", "JJ", "CD", "TO") and tree.dep[last] not in (
        "amod", "compound", "nmod", "det", "poss", "case", "prep",
    )  # fmt: skip


def _drafted(tree: Tree, v: int, is_cue: dict[str, str], taken: dict[int, Draft], after: int) -> Draft | None:
    at = tree.starts[v]
    if at in taken:
        known = taken[at]
        return known if known.frame in ("c", "beside") else None
    subject = tree.child(v, *SUBJECTS)
    source: list[Range] = []
    if subject >= 0:
        s, e = subject_phrase(tree, subject, v)
        source = [tree.range(s, e)]
    elif after >= 0:
        if v == after and v + 1 < len(tree) and tree.tag[v + 1] in ("NNP", "PRP", "DT", "NN"):
            head = v + 1
            while tree.head[head] > v and tree.head[head] - v < 12 and tree.head[head] != head:
                head = tree.head[head]
            source = [tree.range(*subject_phrase(tree, head, v))]
        elif v > after:
            s, e = after, v
            while s < e and tree.low[s] in (",", "-", "—", "–"):
                s += 1
            if s < e:
                source = [tree.range(s, e)]
        if not source:
            return None
    source = without(source, [], tree.text)
    return Draft(is_cue[tree.low[v]], "beside", [tree.range(*verb_group(tree, v))], source, [], at)
