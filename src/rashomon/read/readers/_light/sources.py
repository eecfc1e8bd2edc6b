"""The words of a source on either side of a cue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.read.languages.lists import Lists
from rashomon.read.readers._light.page import Page
from rashomon.read.readers._light.phrases import (
    REACH,
    Word,
    is_plural_verb,
    may_speak,
    oblique,
    speaks,
    trim,
    words,
)
from rashomon.records import Range

NEAR = 300
"""Characters looked at before a cue."""
_CLAUSE = frozenset("что чтобы когда если как хотя потому что щоб коли якщо як хоча".split()) | {"що"}
_JOINING = frozenset("и а но или й та і але або".split())
_ASIDE = 14
"""Words of a clause about the source at most ("…, выступая в Варшаве, …")."""


def before(page: Page, start: int, end: int, cue: str, holes: Sequence[Range] = ()) -> Range | None:
    """The source that ends before a cue at ``end``, in the clause that begins at or after ``start``.

    ``holes`` are ranges that belong to another cue ("… со ссылкой на полицию …") and are passed over.
    """
    lists = page.lists
    tokens = [
        w
        for w in words(page, max(start, end - NEAR), end)[-(REACH * 3) :]
        if not any(s <= w.start < e for s, e in holes)
    ]
    segments: list[list[Word]] = [[]]
    for token in tokens:
        if token.stop:
            segments.append([])
        else:
            segments[-1].append(token)
    plural = is_plural_verb(cue, lists)
    for back in range(len(segments) - 1, -1, -1):
        segment = segments[back]
        if not segment:
            continue
        if back < len(segments) - 1 and _aside(segment, lists):
            continue
        found = _relative(segment, lists) or subject(segment, lists, plural)
        if found is None:
            if back == len(segments) - 1 and all(lists.is_adverb(w.text) for w in segment):
                continue
            return None
        if (
            back
            and back < len(segments) - 1
            and not any(segments[back + 1 :])
            and (segment[0].text[:1].islower() or all(w.capital for w in segment))
            and (named := subject(segments[back - 1], lists, plural))
            and named[1] == segments[back - 1][-1].end
        ):
            # "Анна Лис, мэр Заречья, заявила"
            return named[0], found[1]
        return found
    return None


def _aside(segment: list[Word], lists: Lists) -> bool:
    """Whether a clause between commas is about the source and names another: a gerund's, "who …", "in …"."""
    first = segment[0]
    if len(segment) > _ASIDE or (first.capital and not first.first):
        return False
    return (
        first.plain.endswith(lists.gerunds)
        or any(re.fullmatch(rf"{lists.relatives}|котор\w+", w.plain) for w in segment[:2])
        or (first.plain in lists.prepositions and not first.capital)
        or (first.plain.endswith(lists.adjectives) and not any(lists.is_role(w.text) for w in segment[:2]))
    )


def _relative(segment: list[Word], lists: Lists) -> Range | None:
    if re.fullmatch(lists.relatives, segment[0].plain) and all(
        lists.is_adverb(w.text) or w.plain in lists.prepositions for w in segment[1:]
    ):
        return segment[0].start, segment[0].end
    return None


def _chunks(segment: list[Word], lists: Lists) -> list[list[Word]]:
    """A clause cut before each preposition and conjunction; what "that" or "when" ends is left out."""
    chunks: list[list[Word]] = [[]]
    for word in segment:
        if word.plain in _CLAUSE:
            chunks = [[]]
        elif word.plain in lists.prepositions:
            chunks.append([word])
        else:
            chunks[-1].append(word)
    return [c for c in chunks if c]


def subject(segment: list[Word], lists: Lists, plural: bool) -> Range | None:
    """The phrase in a clause that can be its subject, or the body "at" which people speak."""
    chunks = _chunks(segment, lists)
    if plural and (pair := _pair(chunks, lists)):
        return pair
    for i, chunk in enumerate(chunks):
        led = chunk[0].plain in lists.prepositions
        if led and chunk[0].plain in _JOINING:
            led, chunk = False, chunk[1:]
        if not chunk:
            continue
        own = trim(_governed(chunk, lists) if led else chunk, lists)
        if not may_speak(own, lists, plural):
            continue
        last = own[-1].end
        if own[0].plain in lists.pronouns and own[0].plain not in lists.objects:
            return own[0].start, own[0].end
        rest = chunks[i + 1 :]
        if rest and own[-1] is chunk[-1]:
            last = _reach(own, rest, lists) or last
        return own[0].start, last
    if plural and chunks and (place := next((c for c in chunks if c[0].plain in lists.places_of), None)):
        inner = [w for w in place[1:] if not (lists.is_adverb(w.text) and not w.capital)]
        if len(inner) > 1 and inner[-1].named and inner[-1].plain[:-1].endswith(("у", "ю")):
            inner.pop()  # "в мэрии «Меридиану» рассказали": to whom
        if inner and inner[0].plain not in lists.occasions and not inner[0].text.isdigit():
            return inner[0].start, inner[-1].end
    return None


def _pair(chunks: list[list[Word]], lists: Lists) -> Range | None:
    """ "Глава завода Ян Бор и министр Анна Лис заявили": two subjects of one verb."""
    for i in range(len(chunks) - 1):
        if chunks[i + 1][0].plain not in {"и", "та", "й", "і"}:
            continue
        led = chunks[i][0].plain in lists.prepositions
        one = trim(_governed(chunks[i], lists) if led else chunks[i], lists)
        other = trim(chunks[i + 1][1:], lists)
        whole = one and other and one[-1] is chunks[i][-1] and other[0] is chunks[i + 1][1]
        if whole and may_speak(one, lists, plural=False) and may_speak(other, lists, plural=False):
            return one[0].start, other[-1].end
    return None


def _governed(chunk: list[Word], lists: Lists) -> list[Word]:
    """What is left of "in Moscow mayor Lis" behind the noun of the preposition."""
    i = 1
    while i < len(chunk) and lists.is_adverb(chunk[i].text):
        i += 1
    if i > 1:
        return chunk[i:]
    while i < len(chunk) and chunk[i].plain.endswith(lists.adjectives) and not speaks(chunk[i], lists):
        i += 1
    i += 1
    while i < len(chunk) and (
        not lists.is_role(chunk[i].text) or oblique(chunk[i], lists) or lists.is_adverb(chunk[i].text)
    ):
        if chunk[i].capital and not chunk[i].named and chunk[i - 1].named:
            break
        if (
            chunk[i].capital
            and not chunk[i].named
            and chunk[i - 1].text.islower()
            and not oblique(chunk[i], lists)
            and i + 1 < len(chunk)
        ):
            break
        if chunk[i].capital and (lists.is_place(chunk[i - 1].text) or lists.is_state(chunk[i - 1].text)):
            break
        if chunk[i].plain in lists.pronouns:
            break
        i += 1
    return chunk[i:]


def _reach(own: list[Word], rest: list[list[Word]], lists: Lists) -> int | None:
    """Where a source goes on behind a preposition: "источник в мэрии", "представитель по делам обороны Анна
    Лис"."""
    if own[0].plain.startswith(lists.hidden) or (len(own) > 1 and own[1].plain.startswith(lists.hidden)):
        chunk = [w for w in rest[0] if not (lists.is_adverb(w.text) and not w.capital)]
        return chunk[-1].end if len(chunk) > 1 else None
    if any(w.capital and not w.first for w in own):
        return None
    if rest[0][0].plain in {"из", "із"} and len(rest[0]) > 1:
        return next((w.end for w in reversed(rest[0]) if not lists.is_adverb(w.text) or w.capital), None)
    last = rest[-1]
    names = [w for w in last if w.capital]
    if len(rest) <= 2 and len(names) >= 2 and last[-1].capital and not oblique(last[-2], lists):
        return last[-1].end
    if rest[0][0].plain in {"и", "та", "й", "і"} and len(rest[0]) <= 4 and lists.is_role(rest[0][-1].text):
        return rest[0][-1].end
    return None


def after(page: Page, start: int, end: int, cue: str) -> Range | None:
    """The source that begins right after a cue at ``start`` ("…, — сказала мэр Анна Лис в среду")."""
    lists = page.lists
    plural = is_plural_verb(cue, lists)
    segment: list[Word] = []
    stop = end
    for word in words(page, start, min(end, start + 240)):
        if word.stop or len(segment) >= REACH:
            stop = word.start
            break
        segment.append(word)
    while segment and (lists.is_adverb(segment[0].text) and not segment[0].capital):
        segment = segment[1:]
    segment = _past_outlet(segment, lists)
    if not segment:
        return None
    found = subject(_first(segment, lists), lists, plural)
    if found is None or found[0] > segment[0].start + 60:
        return None
    if found[1] == segment[-1].end and page.text[stop : stop + 1] == ",":
        return found[0], _apposed(page, stop, end) or found[1]
    return found


def _past_outlet(segment: list[Word], lists: Lists) -> list[Word]:
    """ "… сообщил «Волне» мэр Лис": the words behind a name in marks to whom it was said, if they speak."""
    at = next((i for i, w in enumerate(segment[:3]) if w.named), None)
    if at is None or at + 1 >= len(segment):
        return segment
    rest = segment[at + 1 :]
    own = trim(rest, lists)
    if (
        own
        and own[0] is rest[0]
        and may_speak(own, lists, plural=False)
        and (at == 0 or segment[0].text.isupper() or oblique(segment[0], lists))
    ):
        return rest
    return segment


def _first(segment: list[Word], lists: Lists) -> list[Word]:
    """The words up to the end of the first phrase: behind it stands when and where it was said."""
    chunks = _chunks(segment, lists)
    if not chunks:
        return []
    return [w for c in (chunks[:2] if chunks[0][0].plain in lists.prepositions else chunks[:3]) for w in c]


def _apposed(page: Page, start: int, end: int) -> int | None:
    """The end of "…, директор порта" behind a name, where nothing but a full stop or dash follows."""
    match = re.match(r", ([^,.:;!?—–«»\n]{3,80})(?=[.,]?\s*[—–]|\.?$|,)", page.text[start:end])
    if match is None:
        return None
    inner = words(page, start + 2, start + match.end())
    lists = page.lists
    if (
        not inner
        or not inner[0].text.islower()
        or not lists.is_role(inner[0].text)
        or oblique(inner[0], lists)
    ):
        return None
    return inner[-1].end if len(inner) <= 8 and not lists.cue_pattern.search(match[1]) else None
