"""Documents go in once and come back as they were, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from rashomon.errors import NotKept
from rashomon.records import Document, Media
from rashomon.store import Store, open_store

MOSCOW = timezone(timedelta(hours=3))


def document(
    id: str = "d1", text: str = "Two drones came down over the harbour.", **more: object
) -> Document:
    return Document(id=id, text=text, **more)  # type: ignore[arg-type]


def test_a_document_comes_back_as_it_was(store: Store) -> None:
    full = document(
        text="Дроны над гаванью 🚁\n\nЎзбек, ქართული, 中文.",
        title="Дроны над гаванью 🚁",
        url="https://example.org/" + "a" * 5_000,
        source="Гавань сегодня",
        author="A. Writer",
        published_at=datetime(2023, 5, 3, 14, 33, 0, 123456, tzinfo=MOSCOW),
        edited_at=datetime(2023, 5, 3, 23, 59, 59, 999999, tzinfo=UTC),
        fetched_at=datetime(1, 1, 2, tzinfo=UTC),
        language="ru",
        location="/in/" + "x" * 5_000,
        raw_sha256="0" * 64,
        forwarded_from="Port channel",
        media=(Media(kind="photo", name="a.jpg", caption="пирс"), Media(kind="file", name="b.pdf")),
    )
    plain = document("d0")
    store.documents.add([full, plain])
    assert store.documents.get("d1") == full
    assert store.documents.many(["d1", "d0", "d1"]) == (plain, full)
    back = store.documents.get("d1")
    assert back is not None and back.published_at is not None
    assert back.published_at.utcoffset() == timedelta(0)


def test_a_rerun_adds_nothing(store: Store) -> None:
    items = [document(f"d{n}", f"Report number {n}.") for n in range(450)]
    first = store.documents.add(items)
    again = store.documents.add(reversed(items))
    assert (first.new, again.new, store.documents.count()) == (450, 0, 450)
    assert len(again.ids) == 450 and not again.refused
    assert store.documents.ids() == tuple(sorted(d.id for d in items))


def test_the_first_version_of_a_document_stands(store: Store) -> None:
    store.documents.add([document(source="First")])
    store.documents.add([document(source="Second")])
    kept = store.documents.get("d1")
    assert kept is not None and kept.source == "First"


def test_another_text_under_the_same_id_is_refused_aloud(store: Store) -> None:
    within = store.documents.add([document(text="One."), document(text="Two."), document("d2")])
    later = store.documents.add([document(text="Three."), document("d3")])
    assert [i.code for i in (*within.refused, *later.refused)] == ["duplicate_id", "duplicate_id"]
    assert later.refused[0].subject == "d1" and later.ids == ("d3",)
    kept = store.documents.get("d1")
    assert kept is not None and kept.text == "One."


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (document("bad", "a NUL \x00 in the text"), "unstorable_text"),
        (document("bad", "half a pair \ud83d here"), "unstorable_text"),
        (document("bad", title="\udcff"), "unstorable_text"),
        (document("bad", media=(Media(kind="photo", name="a\x00.jpg"),)), "unstorable_text"),
        (document("b\x00d"), "unstorable_text"),
        (document("x" * 10_000), "bad_id"),
        (document(""), "bad_id"),
    ],
)
def test_what_no_database_can_hold_is_refused_and_the_rest_kept(
    store: Store, bad: Document, code: str
) -> None:
    added = store.documents.add([document("d1"), bad, document("d2")])
    assert added.ids == store.documents.ids() == ("d1", "d2")
    assert [issue.code for issue in added.refused] == [code]
    assert added.refused[0].subject.startswith(bad.id[:1]) and added.refused[0].remedy


def test_a_file_name_of_any_bytes_costs_no_document(store: Store) -> None:
    store.documents.add([document(location="/in/caf\udce9.txt")])
    kept = store.documents.get("d1")
    assert kept is not None and kept.location == "/in/caf\\udce9.txt"


def test_asking_for_an_unknown_document(store: Store) -> None:
    store.documents.add([document("d1")])
    assert store.documents.get("d2") is None
    with pytest.raises(NotKept, match="d2"):
        store.documents.many(["d1", "d2"])


def test_a_long_text_of_many_words(store: Store) -> None:
    text = " ".join(f"слово{n}" for n in range(120_000))
    assert store.documents.add([document(text=text)]).new == 1
    kept = store.documents.get("d1")
    assert kept is not None and kept.text == text


def test_what_is_committed_is_there_for_the_next_process(address: str) -> None:
    with open_store(address) as store:
        store.documents.add([document()])
    with open_store(address) as store:
        assert store.documents.many(["d1"]) == (document(),)
        assert store.check() == ()
