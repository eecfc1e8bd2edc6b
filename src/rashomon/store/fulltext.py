"""Full-text search, the one module that knows how each database does it.

SQLite has FTS5, PostgreSQL has tsvector; both are handed the same words, cut and folded here, so that one
query gives the same documents on both. PostgreSQL's own parser would keep ``port/harbour`` as one file path
and knows no way to fold an accent without an extension. Words are runs of letters and digits, without case
and accents (й and и, ё and е are one); there is no stemming, ``drone*`` finds every word with that beginning.
Languages written without spaces are indexed by the run of characters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, text

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
MARKS = re.compile(r"[\u0300-\u036f]+")
WORD_MAX = 64
"""Characters of a word that count: PostgreSQL takes at most 2,046 bytes; what is longer is no word."""
PIECE = 3_500
"""Words in one row on PostgreSQL: a tsvector ends at 1,048,575 bytes, and 64 characters may take 256."""
QUERY_MAX = 32
"""Words of a query that count; a longer one is a pasted text, and each word costs a look-up. Rows overlap by
as many, so that no phrase is cut in two."""
HITS_MAX = 5_000
"""Found words in one document among which the best place is sought: bounds a page of one word repeated."""
SNIPPET = 240
"""Characters of a snippet: about three lines on a page."""

_SQLITE = (
    "CREATE VIRTUAL TABLE document_words"
    " USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')"
)
_POSTGRES = (
    "CREATE TABLE document_words (number BIGINT NOT NULL, piece INTEGER NOT NULL, words TSVECTOR NOT NULL,"
    " PRIMARY KEY (number, piece))",
    "CREATE INDEX document_words_gin ON document_words USING GIN (words)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that must stand together, in this order; ``prefix``: the last is only a beginning."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document that holds all of a query, with the place that shows it best.

    ``snippet`` is ``text[start:end]`` of the document, word for word; ``marks`` are the found words, as
    offsets into the document's text too. ``score`` orders the results of one search, higher is better; two
    searches' scores cannot be compared.
    """

    document_id: str
    start: int
    end: int
    snippet: str
    marks: tuple[tuple[int, int], ...]
    score: float


@lru_cache(65_536)
def fold(word: str) -> str:
    """A word without case, accents and width: ``Žižek`` and ``zizek`` are one.

    >>> fold("Žižek"), fold("СЪЁМКА")
    ('zizek', 'съемка')
    """
    if word.isascii():
        return word.lower()[:WORD_MAX]
    return MARKS.sub("", unicodedata.normalize("NFKD", word.casefold())).casefold()[:WORD_MAX]


def words(content: str) -> list[str]:
    """The folded words of a text, in order."""
    if not content.isascii():
        content = MARKS.sub("", unicodedata.normalize("NFKD", content.casefold())).casefold()
    else:
        content = content.lower()
    return [word[:WORD_MAX] for word in WORD.findall(content)]


def parse(query: str) -> tuple[Phrase, ...]:
    """What a person typed: words, ``"words that stand together"``, ``begin*``. Nothing in it is an operator.

    >>> [(p.words, p.prefix) for p in parse('drone "red square" harb*')]
    [(('drone',), False), (('red', 'square'), False), (('harb',), True)]
    """
    phrases: list[Phrase] = []
    room = QUERY_MAX
    for number, part in enumerate(re.split('["“”„«»]', query)):
        # Odd parts stand in quotation marks; one that is never closed reaches to the end. Outside of them
        # "U.S." or "ready-made" is still several words in a row, as it is in the index.
        for piece in [part] if number % 2 else part.split():
            found = tuple(words(piece)[:room])
            if found:
                phrases.append(Phrase(words=found, prefix=piece.rstrip().endswith("*")))
                room -= len(found)
    return tuple(dict.fromkeys(phrases))


def create(connection: Connection) -> None:
    """Make the index's table; for the migrations."""
    for statement in (_SQLITE,) if connection.dialect.name == "sqlite" else _POSTGRES:
        connection.execute(text(statement))


def fill(connection: Connection) -> None:
    """Index every document that the index lacks; for the migrations."""
    last = 0
    page = text("SELECT number, text FROM documents WHERE number > :last ORDER BY number LIMIT 100")
    while rows := connection.execute(page, {"last": last}).all():
        add(connection, [(row.number, row.text) for row in rows])
        last = rows[-1].number


def add(connection: Connection, documents: Iterable[tuple[int, str]]) -> None:
    """Index documents by number, in the transaction that adds them."""
    if connection.dialect.name == "sqlite":
        statement = text("INSERT INTO document_words (rowid, words) VALUES (:number, :words)")
        rows = [{"number": number, "words": " ".join(words(content))} for number, content in documents]
    else:
        statement = text(
            "INSERT INTO document_words (number, piece, words)"
            " VALUES (:number, :piece, CAST(:words AS tsvector))"
        )
        rows = [
            {"number": number, "piece": piece, "words": vector}
            for number, content in documents
            for piece, vector in enumerate(_vectors(words(content)))
        ]
    if rows:
        connection.execute(statement, rows)


def _vectors(found: Sequence[str]) -> Iterator[str]:
    """tsvector literals, ``'drone':1,7 'harbour':2``; words are letters and digits, nothing to escape."""
    for begin in range(0, max(1, len(found) - QUERY_MAX), PIECE - QUERY_MAX):
        places: defaultdict[str, list[str]] = defaultdict(list)
        for position, word in enumerate(found[begin : begin + PIECE], 1):
            places[word].append(str(position))
        yield " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())


def search(connection: Connection, query: str, limit: int) -> list[Found]:
    """The documents that hold every phrase of the query, best first; none for a query without a word."""
    phrases = parse(query)
    if not phrases or limit < 1:
        return []
    ranked = (_sqlite if connection.dialect.name == "sqlite" else _postgres)(connection, phrases, limit)
    found = []
    for row in ranked:
        start, end, marks = snippet(row.text, phrases)
        found.append(
            Found(
                document_id=row.id,
                start=start,
                end=end,
                snippet=row.text[start:end],
                marks=marks,
                score=round(float(row.score), 6),
            )
        )
    return found


def _sqlite(connection: Connection, phrases: Sequence[Phrase], limit: int) -> Sequence[Any]:
    match = " AND ".join(f'"{" ".join(p.words)}"{"*" if p.prefix else ""}' for p in phrases)
    statement = text(
        "SELECT d.id, d.text, r.score FROM (SELECT i.id, -bm25(document_words) AS score"
        " FROM document_words JOIN documents i ON i.number = document_words.rowid"
        " WHERE document_words MATCH :match ORDER BY score DESC, i.id LIMIT :limit) r"
        " JOIN documents d ON d.id = r.id ORDER BY r.score DESC, d.id"
    )
    return connection.execute(statement, {"match": match, "limit": limit}).all()


def _postgres(connection: Connection, phrases: Sequence[Phrase], limit: int) -> Sequence[Any]:
    # A long document has several rows and its phrases may lie in different ones: each is asked for by itself.
    asked = {f"p{i}": _tsquery(phrase) for i, phrase in enumerate(phrases)}
    holds = " AND ".join(
        f"number IN (SELECT number FROM document_words WHERE words @@ CAST(:{name} AS tsquery))"  # noqa: S608
        for name in asked
    )
    statement = text(
        "SELECT d.id, d.text, r.score"  # noqa: S608  (holds is made of names and CASTs, the words are parameters)
        " FROM (SELECT i.id, sum(ts_rank(words, CAST(:any AS tsquery), 1)) AS score"
        " FROM document_words JOIN documents i USING (number)"
        f" WHERE {holds} GROUP BY i.id ORDER BY score DESC, i.id LIMIT :limit) r"
        " JOIN documents d ON d.id = r.id ORDER BY r.score DESC, d.id"
    )
    either = " | ".join(f"({part})" for part in asked.values())
    return connection.execute(statement, {**asked, "any": either, "limit": limit}).all()


def _tsquery(phrase: Phrase) -> str:
    *before, last = (f"'{word}'" for word in phrase.words)
    return " <-> ".join([*before, last + (":*" if phrase.prefix else "")])


def snippet(
    content: str, phrases: Sequence[Phrase], size: int = SNIPPET
) -> tuple[int, int, tuple[tuple[int, int], ...]]:
    """Where to look: start and end of about ``size`` characters that hold the most of the query's words.

    The third value is the found words' offsets inside them. All offsets are code points into ``content``.
    """
    exact = {word for p in phrases for word in (p.words[:-1] if p.prefix else p.words)}
    starts = tuple(p.words[-1] for p in phrases if p.prefix)
    every = (
        (found.start(), found.end(), folded)
        for found in WORD.finditer(content)
        if (folded := fold(found[0])) in exact or (starts and folded.startswith(starts))
    )
    hits = list(islice(every, HITS_MAX))
    if not hits:
        return 0, min(size, len(content)), ()
    ends = [end for _, end, _ in hits]
    best = max(
        range(len(hits)),
        key=lambda i: (len({w for _, _, w in hits[i : _last(ends, hits[i][0] + size, i)]}), -hits[i][0]),
    )
    window = hits[best : _last(ends, hits[best][0] + size, best)]
    spare = max(0, size - (window[-1][1] - window[0][0])) // 2
    start = _word_start(content, max(0, window[0][0] - spare))
    end = _word_end(content, min(len(content), window[-1][1] + spare))
    return start, end, tuple((a, b) for a, b, _ in hits if start <= a and b <= end)


def _last(ends: Sequence[int], limit: int, first: int) -> int:
    return max(first + 1, bisect_right(ends, limit))


def _word_start(content: str, at: int) -> int:
    """The next place from which a word begins, at most 20 characters on."""
    if at == 0 or content[at - 1].isspace():
        return at
    space = content.find(" ", at, at + 20)
    return at if space < 0 else space + 1


def _word_end(content: str, at: int) -> int:
    if at == len(content) or content[at].isspace():
        return at
    space = content.rfind(" ", max(0, at - 20), at)
    return at if space < 0 else space
