"""One parsed English text to its sentences, mentions and attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.acts import act_of
from rashomon.read.english import verbs
from rashomon.read.english.according_to import according_to, adverbs
from rashomon.read.english.drafts import Draft, joined, without
from rashomon.read.english.edges import cut, dateline
from rashomon.read.english.headline import headline, labelled
from rashomon.read.english.nouns import noun_cues
from rashomon.read.english.quoting import Quoted, attach, form_of
from rashomon.read.english.tree import Tree
from rashomon.read.hedges import hedge
from rashomon.read.languages import en
from rashomon.read.quotes import paragraphs, quotations
from rashomon.records import Attribution

if TYPE_CHECKING:
    from rashomon.records import Range


def attributions(tree: Tree, title_end: int = 0) -> tuple[tuple[Attribution, ...], frozenset[int]]:
    """Every attribution of the text, in the order of where it begins, without speakers; and the indexes of those
    whose speaker the text leaves out."""
    text = tree.text
    if not text.strip():
        return (), frozenset()
    within = paragraphs(text)
    quoted = Quoted(text, quotations(text, within))
    frames = en.frames()
    drafts: list[Draft] = []
    for f in verbs.reports(tree, en.lemmas(), lambda lemma, frame: frame in frames.get(lemma, ())):
        cue = [tree.range(*r) for r in f.cue]
        source = [tree.range(*r) for r in f.source if r[0] < r[1]]
        at = tree.starts[f.verb]
        content = [tree.range(*r) for r in f.content if r[0] < r[1]]
        negated = any(tree.dep[k] == "neg" for k in tree.kids[f.verb])
        drafts.append(Draft(f.lemma, f.frame, cue, source, content, at, negated, unnamed=f.unnamed))
    drafts += according_to(tree)
    drafts += adverbs(tree)
    drafts += noun_cues(tree)
    drafts += headline(tree, title_end or _first_line(text, within))
    drafts += labelled(tree, within, title_end)
    drafts = _settled(drafts, quoted, text)
    _trim_datelines(drafts, within, text)
    cut(tree, quoted, drafts)
    speech = {form: lemma for form, lemma in en.lemmas().items() if lemma in en.SPEECH}
    drafts += attach(tree, quoted, drafts, within, speech)
    drafts.sort(key=lambda d: min(r[0] for r in (*d.source, *d.cue, *d.content)))
    drafts = [d for d in drafts if d.content and not _own_words(d, quoted, text)]
    return tuple(_record(d, text, quoted) for d in drafts), frozenset(
        i for i, d in enumerate(drafts) if d.unnamed
    )


_TITLE_WORDS = 25


def _first_line(text: str, within: list[Range]) -> int:
    """The end of a first paragraph short enough for a headline, where the document does not say which it is."""
    if len(within) < 2 or len(text[slice(*within[0])].split()) > _TITLE_WORDS:
        return 0
    return within[0][1]


def _settled(drafts: list[Draft], quoted: Quoted, text: str) -> list[Draft]:
    """One draft for each cue, contents widened to their quotations and parted from cue and source."""
    out: list[Draft] = []
    taken: list[Range] = []
    for d in sorted(drafts, key=lambda d: (d.rank, d.at)):
        if any(s < e2 and s2 < e for s, e in d.cue for s2, e2 in taken):
            continue
        content = joined(quoted.snapped(d.content, d.at), text)
        d.content = joined(without(content, [*d.cue, *d.source], text), text)
        if d.content:
            taken += d.cue
            out.append(d)
    return out


def _own_words(d: Draft, quoted: Quoted, text: str) -> bool:
    """ "I think" inside a quotation: the quotation is that speaker's report already."""
    if not d.cue or quoted.at(d.at) < 0:
        return False
    return not d.source or text[slice(*d.source[0])].casefold() in ("i", "we")


def _trim_datelines(drafts: list[Draft], within: list[Range], text: str) -> None:
    starts = {p[0]: p for p in within}
    for d in drafts:
        for part in (d.content, d.source):
            if part and part[0][0] in starts:
                part[0] = dateline(text, part[0], starts[part[0][0]])


def _record(d: Draft, text: str, quoted: Quoted) -> Attribution:
    return Attribution(
        source=tuple(d.source),
        cue=tuple(d.cue),
        content=tuple(d.content),
        act=act_of(d.lemma, d.frame),
        form=form_of(d.content, text, quoted),
        hedge=hedge(_words(text, d.cue), _words(text, d.content)),
        negated=d.negated and d.frame != "silent",
    )


def _words(text: str, ranges: list[Range]) -> str:
    return " ".join(text[s:e] for s, e in ranges)
