"""English by a small trained encoder: who says what, in which words, with a probability for each.

The encoder marks sources, cues, contents and names in one pass (``models/attribution``); rules link them, tell the act
and find who "he" is. Contents in which someone speaks again are read once more on their own, for what a source
says that another said.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from rashomon.read.english.quoting import Quoted, form_of
from rashomon.read.hedges import hedge
from rashomon.read.languages import en
from rashomon.read.mentions import named, trimmed
from rashomon.read.neural.acts import act
from rashomon.read.neural.labels import NAMES, ROLES, Span, spans
from rashomon.read.neural.links import Triple, triples
from rashomon.read.neural.model import Model, Running, Scored, model
from rashomon.read.neural.pieces import Pieces
from rashomon.read.quotes import paragraphs, quotations
from rashomon.read.readers.quotes import title_end
from rashomon.read.sentences import sentences
from rashomon.read.speakers import resolve
from rashomon.read.states import is_state
from rashomon.read.stretches import moved, stretches
from rashomon.records import Attribution, Document, Issue, Kind, Mention, Range, Reading

AHEAD = 24
"""Documents the encoder may be ahead, and as many again whose contents it reads once more."""
LONGEST = 100_000
"""Characters of a document read at once; a longer one is read in parts."""
INNER = 25
"""Characters from which a content may hold an attribution of its own."""
_SAYING = frozenset(
    lemma.split()[0] for lemma, kind in en.ACTS.items() if kind not in {"believes", "declines"}
)
_LEADING = re.compile(r"(?:[\s“\"‘'«]|that\s)+")
"""What parts a content from its cue, and makes no sentence begin."""
_SPEECH = re.compile(
    r"\b(?:"
    + "|".join(sorted({f for f, lemma in en.lemmas().items() if lemma in en.SPEECH or lemma in _SAYING}))
    + r"|according to|(?:"
    + "|".join(sorted(en.noun_frames()))
    + r")s? (?:that|of)|reportedly|allegedly)\b"
)
_KINDS: dict[str, Kind] = {name: name for name in NAMES}  # type: ignore[misc]


@dataclass(frozen=True)
class Plugin:
    """The reader ``neural``. ``threads``: windows of text read at once, 0 for one on each core."""

    languages: tuple[str, ...] = ("en",)
    threads: int = 0

    def read(self, documents: Iterable[Document]) -> Iterator[tuple[Reading, tuple[Issue, ...]]]:
        """One Reading per document, in order. While the encoder runs over later ones, earlier ones are put together."""
        encoder = model(self.threads)
        reading: Reading | None = None
        for start, part in _run(_parts(documents), encoder):
            if start and reading is not None:
                reading = _joined(reading, part, start)
                continue
            if reading is not None:
                yield reading, ()
            reading = part
        if reading is not None:
            yield reading, ()


def _parts(documents: Iterable[Document]) -> Iterator[tuple[int, Document]]:
    """Documents, very long ones in parts with their offsets: scores of a whole archive in one file would fill the memory."""
    for document in documents:
        for start, end in stretches(document.text, LONGEST):
            yield (
                start,
                document
                if end - start == len(document.text)
                else replace(document, text=document.text[start:end]),
            )


def _run(parts: Iterable[tuple[int, Document]], encoder: Model) -> Iterator[tuple[int, Reading]]:
    with encoder.workers() as workers:
        marked: deque[_Marked] = deque()
        waiting: deque[tuple[int, Document, Running]] = deque()
        for start, document in parts:
            waiting.append((start, document, encoder.start(document.text, workers)))
            if len(waiting) > AHEAD:
                marked.append(_marked(*waiting.popleft(), encoder, workers))
            if len(marked) > AHEAD:
                yield marked[0].start, _reading(marked.popleft(), encoder)
        while waiting:
            marked.append(_marked(*waiting.popleft(), encoder, workers))
        while marked:
            yield marked[0].start, _reading(marked.popleft(), encoder)


def _joined(reading: Reading, part: Reading, start: int) -> Reading:
    return replace(
        reading,
        sentences=reading.sentences + tuple((s + start, e + start) for s, e in part.sentences),
        mentions=reading.mentions
        + tuple(replace(m, start=m.start + start, end=m.end + start) for m in part.mentions),
        attributions=reading.attributions + tuple(moved(a, start) for a in part.attributions),
    )


@dataclass(frozen=True, slots=True)
class _Marked:
    """A document (or its part from ``start`` on) whose attributions are found, and the contents being read again."""

    start: int
    document: Document
    scored: Scored
    found: list[Triple]
    inner: list[tuple[int, str, Running]]
    """Offset of a content, its words, and their second reading."""


def _marked(
    start: int, document: Document, running: Running, encoder: Model, workers: ThreadPoolExecutor
) -> _Marked:
    scored = running.result()
    found = _triples(document.text, scored)
    again = [(s, document.text[s:e]) for s, e in _to_reread(document.text, found)]
    inner = [(s, words, encoder.start(words, workers)) for s, words in again]
    return _Marked(start, document, scored, found, inner)


def _triples(text: str, scored: Scored) -> list[Triple]:
    """The attributions of one pass over a text, with the mean score of their spans."""
    marked: dict[str, list[Range]] = {role: [] for role in ROLES}
    score: dict[Range, float] = {}
    cut = scored.pieces
    for span in spans(scored.roles, ROLES):
        for start, end in _unbroken(cut, span):
            marked[span.label].append((start, end))
            score[start, end] = span.score
    made = triples(text, marked["source"], marked["cue"], marked["content"])
    for one in made:
        parts = [score[r] for r in (*one.source, *one.cue, *one.content)]
        one.score = sum(parts) / len(parts)
    return made


def _unbroken(cut: Pieces, span: Span) -> Iterator[Range]:
    """The characters of a span; one that runs over paragraphs has a range in each."""
    begun = -1
    for at in range(span.start, span.end):
        if cut.starts[at] == cut.ends[at]:  # a separator between paragraphs belongs to no character
            if begun >= 0:
                yield int(cut.starts[begun]), int(cut.ends[at - 1])
            begun = -1
        elif begun < 0:
            begun = at
    if begun >= 0:
        yield int(cut.starts[begun]), int(cut.ends[span.end - 1])


def _to_reread(text: str, found: Sequence[Triple]) -> list[Range]:
    out = set()
    for start, end in (r for one in found for r in one.content):
        lead = _LEADING.match(text, start, end)
        begun = lead.end() if lead else start
        if end - begun >= INNER and _SPEECH.search(text, begun, end):
            out.add((begun, end))
    return sorted(out)


_NOUNS = frozenset(f for noun in en.noun_frames() for f in (noun, noun + "s"))


def _stands(words: str, one: Triple) -> bool:
    """Whether an inner attribution is one: someone says it, or a noun does ("reports that …"). "Declined to speculate on whether"
    holds no other.
    """
    cue = _words(words, one.cue).casefold().split()
    return bool(cue) and (bool(one.source) or (bool(one.content) and not _NOUNS.isdisjoint(cue)))


def _moved(one: Triple, by: int) -> Triple:
    def moved(part: Sequence[Range]) -> list[Range]:
        return [(start + by, end + by) for start, end in part]

    return Triple(moved(one.source), moved(one.cue), moved(one.content), one.score)


def _reading(marked: _Marked, encoder: Model) -> Reading:
    document, text, found = marked.document, marked.document.text, list(marked.found)
    for begun, words, running in marked.inner:
        found += [_moved(t, begun) for t in _triples(words, running.result()) if _stands(words, t)]
    quoted = Quoted(text, quotations(text, paragraphs(text)))
    attributions = []
    for one in sorted(found, key=lambda t: min((*t.source, *t.cue, *t.content))):
        kind, negated = act(_words(text, one.cue), _words(text, one.content))
        attributions.append(
            Attribution(
                source=tuple(one.source),
                cue=tuple(one.cue),
                content=tuple(one.content),
                act=kind,
                form=form_of(one.content, text, quoted),
                negated=negated,
                hedge=hedge(_words(text, one.cue), _words(text, one.content)),
                score=round(encoder.probability(one.score), 3),
            )
        )
    within = tuple(sentences(text, [(q.start, q.end) for q in quoted.found], en.ABBREVIATIONS))
    names = sorted(_names(text, marked.scored))
    mentions: list[Mention] = []
    said: list[Attribution] = []
    for start, end in stretches(text):
        own = [a for a in attributions if start <= a.start < end]
        whole = text[start : max([end, *(a.end for a in own)])]
        near = [(s - start, e - start, kind) for s, e, kind in names if start <= s and e <= end]
        called = named(text[start:end], near)
        inside = [(s - start, e - start) for s, e in within if start <= s < end]
        title = title_end(document) if start == marked.start == 0 else 0
        spoken = resolve(whole, title, inside, called, [moved(a, -start) for a in own])
        mentions += [replace(m, start=m.start + start, end=m.end + start) for m in called]
        said += [moved(a, start) for a in spoken]
    return Reading(
        document_id=document.id,
        reader="neural",
        language="en",
        sentences=within,
        mentions=tuple(mentions),
        attributions=tuple(said),
    )


def _words(text: str, ranges: Sequence[Range]) -> str:
    return " ".join(text[s:e] for s, e in ranges)


_REST = re.compile(
    r"\w*(?:(?![-‐](?:\w*(?:ed|ing|led|born|run|made|held|wide|style|era|like|area|old)\b))[-‐’']\w+)*"
)
"""The rest of a word behind a piece of it ("Kim Jong" of "Kim Jong-un", "Na" of "Na'moks"), but not "-led"."""


def _to_word_ends(text: str, start: int, end: int) -> Range:
    """A range that begins and ends inside a word, widened to all of it."""
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    rest = _REST.match(text, end)
    return start, rest.end() if rest and text[end - 1].isalnum() else end


def _names(text: str, scored: Scored) -> Iterator[tuple[int, int, Kind]]:
    cut = scored.pieces
    before: tuple[int, int, Kind] | None = None
    for span in spans(scored.names, NAMES):
        for whole in _unbroken(cut, span):
            start, end = trimmed(text, *_to_word_ends(text, *whole))
            name = text[start:end]
            if len(name) <= 1 or not any(c.isupper() for c in name):
                continue
            kind = _KINDS[span.label]
            kind = "state" if kind == "place" and is_state(name) else kind
            if before is not None:
                if before[2] == kind == "person" and text[before[1] : start] == " ":
                    start = before[0]  # given name and surname, marked as two
                else:
                    yield before
            before = start, end, kind
    if before is not None:
        yield before
