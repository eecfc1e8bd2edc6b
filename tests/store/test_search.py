"""Full text: a query finds the same documents on both databases, and nothing a person types is an error."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.records import Document
from rashomon.store import Store
from rashomon.store.fulltext import parse, snippet, words

TEXTS = {
    "en1": "Drones over the harbour\n\nThe harbour master denied that a drone was seen. The harbour is shut.",
    "en2": "A council vote\n\nThe mayor spoke for an hour on the budget, and once on a drone at the harbour.",
    "ru1": "Съёмка с дрона\n\nМэр заявил, что дроны не летали над гаванью. Йод привезли утром.",
    "uk1": "Порт закрито\n\nУ порту не бачили жодного п'яного капітана; їжак утік.",
    "fr1": "Démenti\n\nŽeljko n’a pas vu l’été à Kraków, ni le cargo\u0301 rouge.",
    "url": "See port/harbour or https://example.org/harbour-news or ann@example.org, 12.5 tonnes, foo_bar.",
}


@pytest.fixture
def filled(store: Store) -> Store:
    store.documents.add(Document(id=id, text=text) for id, text in TEXTS.items())
    return store


QUERIES: dict[str, set[str]] = {
    "harbour": {"en1", "en2", "url"},
    "HARBOUR drone": {"en1", "en2"},
    "drones": {"en1"},
    "drone*": {"en1", "en2"},
    '"harbour master"': {"en1"},
    '"master harbour"': set(),
    '"harbour mas*"': {"en1"},
    "«council vote»": {"en2"},
    "harbour AND drone": {"en2"},  # "and" is a word like any other
    "harbour NOT drone": set(),
    "harbour -drone": {"en1", "en2"},
    "дрон*": {"ru1"},
    "съемка": {"ru1"},
    "ЙОД": {"ru1"},
    "п'яного": {"uk1"},
    "їжак": {"uk1"},
    "zeljko krakow": {"fr1"},
    "Željko été cargo": {"fr1"},
    "example.org": {"url"},
    "12.5": {"url"},
    "bar": {"url"},
    "nothing": set(),
    "": set(),
    '"" * -': set(),
}


def test_what_a_query_finds(filled: Store) -> None:
    found = {query: {f.document_id for f in filled.search(query)} for query in QUERIES}
    assert found == QUERIES


def test_the_best_comes_first_and_the_limit_holds(filled: Store) -> None:
    found = filled.search("harbour")
    assert found[0].document_id == "en1"
    assert [f.score for f in found] == sorted((f.score for f in found), reverse=True)
    assert filled.search("harbour", limit=1) == found[:1]
    assert filled.search("harbour", limit=0) == ()


def test_a_snippet_is_the_documents_own_words(filled: Store) -> None:
    for query in ("harbour drone", "дрон*", "été krakow", "п'яного"):
        for found in filled.search(query):
            text = TEXTS[found.document_id]
            assert text[found.start : found.end] == found.snippet
            assert found.marks and all(found.start <= a < b <= found.end for a, b in found.marks)
    (found,) = filled.search("cargo")
    assert [TEXTS["fr1"][a:b] for a, b in found.marks] == ["cargo\u0301"]


def test_a_snippet_shows_where_the_words_stand_together() -> None:
    text = "harbour. " + "filler " * 200 + "a drone over the harbour was seen " + "filler " * 200 + "drone."
    start, end, marks = snippet(text, parse("drone harbour"))
    assert "a drone over the harbour" in text[start:end]
    assert end - start <= 240 and len(marks) == 2
    assert text[start - 1] == " " and text[end] == " "


def test_a_document_added_twice_is_found_once(filled: Store) -> None:
    filled.documents.add(Document(id=id, text=text) for id, text in TEXTS.items())
    assert [f.document_id for f in filled.search("council")] == ["en2"]
    assert filled.check() == ()


def test_a_long_document_is_searched_to_its_end(store: Store) -> None:
    """On PostgreSQL it lies in several rows: words and phrases must be found across them."""
    text = " ".join(["beginning", *(f"word{n}" for n in range(20_000)), "ending"])
    store.documents.add([Document(id="long", text=text), Document(id="short", text="beginning only")])
    assert [f.document_id for f in store.search("beginning ending word7000")] == ["long"]
    for edge in range(3_400, 3_600):
        assert words(text)[edge : edge + 2] == [f"word{edge - 1}", f"word{edge}"]
    phrase = " ".join(f"word{n}" for n in range(3_450, 3_480))
    assert [f.document_id for f in store.search(f'"{phrase}"')] == ["long"]


def test_words_longer_than_an_index_takes(store: Store) -> None:
    store.documents.add([Document(id="d", text="ж" * 5_000 + " " + "\U0001d518" * 3_000 + " tail")])
    assert [f.document_id for f in store.search("tail " + "ж" * 5_000)] == ["d"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.text(alphabet=st.characters() | st.sampled_from("\"'*:()&|!<->\\\x00\ud83d^{}+-,"), max_size=30)
)
def test_nothing_typed_is_an_error(filled: Store, query: str) -> None:
    for found in filled.search(query):
        assert TEXTS[found.document_id][found.start : found.end] == found.snippet


def test_a_hostile_query_ends_soon(filled: Store) -> None:
    for query in ("a" * 100_000, "a " * 50_000, '"' * 10_001, "* " * 1_000, "NEAR(a b)", "text:a OR"):
        begun = time.process_time()
        filled.search(query)
        assert time.process_time() - begun < 2, query[:20]


def test_a_page_of_one_word_repeated_ends_soon() -> None:
    begun = time.process_time()
    snippet("drone " * 300_000, parse("drone"))
    assert time.process_time() - begun < 2
