"""An item is kept with all that its parser made of it or not at all; a rerun skips it and still knows its
faults."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from rashomon.records import Document, Issue, Raw
from rashomon.store import Kept, Store, fulltext

NOW = datetime(2024, 2, 29, 12, 0, tzinfo=UTC)
LATER = datetime(2024, 3, 1, tzinfo=UTC)


def raw(name: str, format: str = "html") -> Raw:
    return Raw(location=f"/in/{name}", content=name.encode(), format=format, fetched_at=NOW)


def document(id: str, text: str = "") -> Document:
    return Document(id=id, text=text or f"Text of {id}.")


def issue(subject: str, code: str = "no_date", severity: str = "warning") -> Issue:
    return Issue(stage="collect", subject=subject, code=code, reason="It has none.", severity=severity)  # type: ignore[arg-type]


def keep(store: Store, *stream: Raw | Document | Issue, parser: str = "v1") -> list[Kept]:
    return list(store.keep(stream, parser=parser, at=NOW))


FIRST = (raw("a"), document("d2"), document("d1"), issue("/in/a"), raw("b"), document("d3"))


def test_each_item_with_what_was_made_of_it(store: Store) -> None:
    a, b = keep(store, *FIRST)
    assert (a.ids, a.issues, a.new, a.seen) == (("d2", "d1"), (issue("/in/a"),), 2, False)
    assert (b.ids, b.issues, b.new, b.seen) == (("d3",), (), 1, False)


def test_a_rerun_that_skips_parsing_knows_the_same(store: Store) -> None:
    keep(store, *FIRST)
    counts = store.counts()
    a, b = keep(store, raw("a"), raw("b"))
    assert a.seen and b.seen
    assert (set(a.ids), a.issues, a.new) == ({"d1", "d2"}, (issue("/in/a"),), 0)
    assert store.counts() == counts


def test_another_parser_is_not_done_with_it(store: Store) -> None:
    keep(store, *FIRST)
    assert store.raws.seen("v1")(raw("a")) and not store.raws.seen("v2")(raw("a"))
    keep(store, raw("a"), document("d9"), parser="v2")
    (again,) = keep(store, raw("a"), parser="v2")
    assert again.seen and again.ids == ("d9",) and again.issues == ()
    (first,) = keep(store, raw("a"))
    assert first.seen and set(first.ids) == {"d1", "d2"}


def test_one_document_from_two_pages_belongs_to_both(store: Store) -> None:
    """Two downloads of a page differ in an advertisement; the document is one, and neither rerun may lose
    it."""
    keep(store, raw("a"), document("d1"), raw("b"), document("d1"))
    a, b = keep(store, raw("a"), raw("b"))
    assert a.ids == b.ids == ("d1",)
    assert store.documents.count() == 1


def test_an_item_that_holds_nothing_is_done_too(store: Store) -> None:
    (kept,) = keep(store, raw("empty"))
    assert (kept.ids, kept.issues, kept.seen) == ((), (), False)
    assert keep(store, raw("empty"))[0].seen


def test_a_refused_document_is_listed_again_by_the_rerun(store: Store) -> None:
    (kept,) = keep(store, raw("a"), document("d1"), document("bad", "NUL \x00"))
    assert kept.ids == ("d1",) and [i.code for i in kept.issues] == ["unstorable_text"]
    (again,) = keep(store, raw("a"))
    assert again.seen and again.issues == kept.issues


def test_things_without_a_raw(store: Store) -> None:
    kept = keep(store, issue("/in/locked", "unreadable"), document("d1"))
    assert [(k.raw, k.ids, [i.code for i in k.issues]) for k in kept] == [(None, ("d1",), ["unreadable"])]


def test_an_issue_on_another_file_is_not_kept_with_this_one(store: Store) -> None:
    """/in/b could not be opened and so has no Raw; once it is mended, /in/a must not bring its Issue back."""
    kept = keep(store, raw("a"), document("d1"), issue("/in/b", "unreadable"))
    assert [(k.raw, len(k.issues)) for k in kept] == [(raw("a"), 0), (None, 1)]
    assert [k.issues for k in keep(store, raw("a"))] == [()]


def test_an_issue_on_a_part_of_an_item_is_kept_with_it(store: Store) -> None:
    entry = issue("https://example.org/entry/7", "no_text")
    line = issue("/in/docs.jsonl, line 3", "not_json")
    keep(store, raw("feed", "feed"), entry, raw("docs.jsonl", "documents"), line)
    assert [k.issues for k in keep(store, raw("feed", "feed"), raw("docs.jsonl", "documents"))] == [
        (entry,),
        (line,),
    ]


def test_half_an_item_is_never_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the machine dies here")

    stream = store.keep(FIRST, parser="v1", at=NOW)
    assert next(stream).ids == ("d2", "d1")
    monkeypatch.setattr(fulltext, "add", fail)
    with pytest.raises(RuntimeError):
        next(stream)
    monkeypatch.undo()
    assert store.documents.ids() == ("d1", "d2")
    assert not store.raws.seen("v1")(raw("b"))
    assert [k.new for k in keep(store, *FIRST)] == [0, 1]
    assert store.check() == ()


def test_a_source_that_breaks_off_leaves_what_came_before(store: Store) -> None:
    def broken() -> Iterator[Raw | Document | Issue]:
        yield from FIRST
        raise OSError("the line is dead")

    with pytest.raises(OSError, match="dead"):
        list(store.keep(broken(), parser="v1", at=NOW))
    assert store.raws.seen("v1")(raw("a")) and not store.raws.seen("v1")(raw("b"))
