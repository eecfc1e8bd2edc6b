"""What every plug-in must keep, found by its file: a new one is tested without being named here."""

from __future__ import annotations

import importlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from rashomon import edge, registry
from rashomon.errors import ConfigError, UnknownPlugin
from rashomon.records import Document, Reading

PACKAGES = (
    "collect.sources",
    "collect.formats",
    "read.readers",
    "assess.evidence.kinds",
    "foresee.archives",
    "watch.alerts",
    "brief.exporters",
    "brief.lint.rules",
)
PLUGINS = [(package, name) for package in PACKAGES for name in registry.names(package)]
DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("package", "name"), PLUGINS)
def test_has_a_class_of_its_own_a_docstring_and_a_page(package: str, name: str) -> None:
    module = importlib.import_module(f"rashomon.{package}.{name}")
    assert module.__doc__
    assert module.Plugin.__doc__
    pages = "".join(page.read_text() for page in DOCS.rglob("*.md"))
    assert f"`{name}`" in pages or f"`{name}.py`" in pages, f"docs do not tell of {package}.{name}"


@pytest.mark.parametrize(("package", "name"), PLUGINS)
def test_refuses_a_setting_it_does_not_know(package: str, name: str) -> None:
    with pytest.raises(ConfigError):
        registry.load(package, name, no_such_setting=1)


def test_an_unknown_plugin_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownPlugin, match="rules"):
        registry.load("read.readers", "no_such_reader")


ODD = [
    "",
    " \n\n ",
    "“",
    '"He said "she said "it said."',
    "😀 said: “👩‍👩‍👧 all well” — 😀",
    "قالت الوزارة إن الهجوم وقع، she said, “نعم”.",
    "e\u0301te\u0301 said the caf\u00e9 was shut.\r\n\r\n“Shut,” he said.",
    "said " * 3000,
    "“" * 500,
    "Ministry: no. " * 300,
    "Міністр заявив: «Ні». Он сказал, что да. He said no.",
    "a\u2028b said that c\x0b\x00d",
]


def readings(name: str, texts: list[str]) -> list[Reading]:
    documents = [Document(id=f"d{n}", text=text) for n, text in enumerate(texts)]
    return [reading for reading, _ in registry.load("read.readers", name).read(documents)]


def check(reading: Reading, text: str) -> None:
    """Spans inside the text, in order, not empty, without blanks or overlaps; and JSON that comes back the same."""
    for start, end in reading.sentences:
        assert 0 <= start < end <= len(text)
    for mention in reading.mentions:
        assert text[mention.start : mention.end] == mention.text != ""
    for one in reading.attributions:
        assert one.source or one.cue or one.content
        for part in (one.source, one.cue, one.content):
            assert list(part) == sorted(part)
            for start, end in part:
                assert 0 <= start < end <= len(text)
                assert text[start:end].strip() == text[start:end]
            assert all(a[1] <= b[0] for a, b in pairwise(part))
    assert edge.from_bytes(Reading, edge.to_bytes(reading)) == reading
    TypeAdapter(Reading).validate_python(reading)


@pytest.mark.parametrize("name", registry.names("read.readers"))
def test_readers_keep_exact_spans_on_odd_texts(name: str) -> None:
    for reading, text in zip(readings(name, ODD), ODD, strict=True):
        check(reading, text)


PIECES = st.sampled_from(
    ["The ministry", "He", "Ann Lee", "said", "denied", "that", "it was", "“", "”", '"', ",", ".", ":", "\n\n", "—",
     "according to", "Київ", "заявив", "«", "»", "що", "не", "😀", "(", ")", "'", "’s", " ", "U.S.", "12,000"]
)  # fmt: skip


@pytest.mark.parametrize("name", registry.names("read.readers"))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(PIECES, max_size=40))
@example(words=["“", "said", "”", "He", "said", "“"])
def test_readers_keep_exact_spans_on_any_text(name: str, words: list[str]) -> None:
    text = " ".join(words)
    (reading,) = readings(name, [text])
    check(reading, text)


@pytest.mark.parametrize("name", registry.names("read.readers"))
def test_order_and_company_change_no_reading(name: str) -> None:
    texts = [*ODD[3:8], "The mayor said that the bridge was shut. “It is shut,” she added."]
    alone = [readings(name, [text])[0].attributions for text in texts]
    together = [one.attributions for one in readings(name, texts)]
    backwards = [one.attributions for one in readings(name, texts[::-1])][::-1]
    assert alone == together == backwards
