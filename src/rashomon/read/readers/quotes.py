"""The light reader: quotes and reported speech by short lists, for texts without a language model.

Russian and Ukrainian have lists of verbs and of words for "according to"; in any other language it reads
quotes with one name beside them. It says what it left unread with an Issue ``read_in_part`` for every
document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.read.languages import ru, uk
from rashomon.read.languages.lists import Lists
from rashomon.read.readers._light.marks import quoted
from rashomon.read.readers._light.names import names, runs
from rashomon.read.readers._light.page import Page
from rashomon.read.readers._light.sayings import sayings
from rashomon.read.readers._light.speakers import fill
from rashomon.read.sentences import sentences
from rashomon.records import Attribution, Document, Issue, Range, Reading, Speaker

LISTS: dict[str, Lists] = {"ru": ru.LISTS, "uk": uk.LISTS}
_TITLE_LENGTH = 200


@dataclass(frozen=True)
class Plugin:
    """Reads any document; the sentences and quotes of its language, and by lists where there are any."""

    languages: tuple[str, ...] = ("ru", "uk")

    def read(self, documents: Iterable[Document]) -> Iterator[tuple[Reading, tuple[Issue, ...]]]:
        """One Reading for each document, in order, with the Issue that says what was left unread."""
        for document in documents:
            yield self._one(document)

    def _one(self, document: Document) -> tuple[Reading, tuple[Issue, ...]]:
        text = document.text
        language = document.language.lower()[:2] or by_letters(text) or guessed(document)
        lists = LISTS.get(language)
        marks = quoted(text)
        found = sentences(text, marks, lists.abbreviations if lists else frozenset())
        mentions = names(text, found, lists)
        if lists is not None:
            page = Page(text, found, marks, lists)
            attributions = fill(text, sayings(page, title_end(document)), mentions, lists)
        else:
            attributions = tuple(beside(text, found, marks))
        reading = Reading(
            document_id=document.id,
            reader="quotes",
            language=language,
            sentences=tuple(found),
            mentions=mentions,
            attributions=attributions,
        )
        return reading, (in_part(document.id, language, lists),)


def in_part(document_id: str, language: str, lists: Lists | None) -> Issue:
    """The note that tells what of a document was read and what was not."""
    if lists is not None:
        reason = (
            f"Read with lists of {lists.name} verbs and by the endings of words, without grammar: quotes, "
            "headlines, ‘X said that’, ‘according to X’ and ‘it is reported that’ are read; reported speech in "
            "other words and two speakers joined by ‘neither … nor’ are not, and a name may stand in another case."
        )
    else:
        named = f"the language {language!r}" if language else "a language that is not known"
        reason = (
            f"There is no reader for {named}: only quotes with one name beside them are read, "
            "reported speech without quotation marks is not."
        )
    return Issue(stage="read", subject=document_id, code="read_in_part", reason=reason, severity="note")


def title_end(document: Document) -> int:
    """Where the headline ends in the text: its first line when that is the title, or short and without a
    full stop, as a headline or a post of one line is."""
    line = document.text.split("\n", 1)[0]
    if document.title:
        return len(line) if line.strip() == document.title.strip() else 0
    short = 0 < len(line) <= _TITLE_LENGTH
    return len(line) if short and not line.rstrip().endswith((".", "!", "?", "…")) else 0


def by_letters(text: str) -> str:
    """``uk`` or ``ru`` by letters that only one of them has, for a document without a language; else
    empty."""
    sample = text[:20_000].casefold()
    if re.search(r"[ўђјљњћџѓќ]", sample):
        return ""
    words = re.findall(r"[а-яёіїєґ]+", sample)
    ukrainian = len(re.findall(r"[іїєґ]", sample)) + sum(w in _UK for w in words)
    russian = len(re.findall(r"[ыэё]", sample)) + sum(w in _RU for w in words)
    bulgarian = sum(w in _BG for w in words)
    if max(ukrainian, russian) <= bulgarian:
        return ""
    return "uk" if ukrainian > russian else "ru"


_RU = frozenset("и что это как был была были его по из при также который об".split())
_UK = frozenset("і та що це як був була були його з із при також який про".split())
_BG = frozenset("се че са ще съм със е".split())
"""Small words that tell the three apart; the letters alone do not in a short message."""


def guessed(document: Document) -> str:
    """The language by the stage's own guess; empty where there is too little text."""
    from rashomon.read import language_of

    return language_of(document)


def beside(text: str, found: list[Range], marks: list[Range]) -> Iterator[Attribution]:
    """Quotes of four words or more with exactly one full name beside: `"…", sagte Anna Lis.` · `Anna Lis
    sagte: "…"`.

    The lower-case words between quote and name are the cue; where there is none, or a second name, nothing
    is read.
    """
    ends = iter(found)
    sentence = next(ends, None)
    for start, end in marks:
        while sentence is not None and sentence[1] < end:
            sentence = next(ends, None)
        if sentence is None:
            return
        if len(text[start:end].split()) < 4 or start < sentence[0]:
            continue
        made = _behind(text, start, end, sentence[1]) or _ahead(text, start, end, sentence[0])
        if made is not None:
            yield made


def _behind(text: str, start: int, end: int, stop: int) -> Attribution | None:
    stop = min(stop, end + 160)
    lead = re.match(r"[\s,.—–-]*((?:[^\W\d_]+ ){1,2}?)(?=[^\W\d_a-zß-ÿ])", text[end:stop])
    if lead is None or lead.group(1) != lead.group(1).lower():
        return None
    here = re.search(r"[,.;:!?]|[«»\"„“]", text[end + lead.end() : stop])
    close = end + lead.end() + here.start() if here else stop
    found = [r for r in runs(text, end, close, None) if " " in text[slice(*r)]]
    if len(found) != 1 or found[0][0] != end + lead.end():
        return None
    cue = (end + lead.start(1), end + lead.start(1) + len(lead.group(1).rstrip()))
    return _direct(text, found[0], cue, (start, end))


def _ahead(text: str, start: int, end: int, begin: int) -> Attribution | None:
    begin = max(begin, start - 160)
    tail = re.search(r"((?:[^\W\d_]+ ?){1,3}):\s*$", text[begin:start])
    if tail is None or not tail.group(1).strip():
        return None
    found = [r for r in runs(text, begin, start, None) if " " in text[slice(*r)]]
    if len(found) != 1:
        return None
    cue = _cue(text, found[0][1], start)
    return _direct(text, found[0], cue, (start, end)) if cue is not None else None


def _cue(text: str, start: int, stop: int) -> Range | None:
    between = text[start:stop].rstrip(" :\n")
    inner = between.strip()
    if not inner or len(inner.split()) > 3 or inner != inner.lower():
        return None
    return start + len(between) - len(inner), start + len(between)


def _direct(text: str, source: Range, cue: Range, content: Range) -> Attribution:
    return Attribution(
        source=(source,),
        cue=(cue,),
        content=(content,),
        speaker=Speaker(text=text[slice(*source)]),
        form="direct",
    )
