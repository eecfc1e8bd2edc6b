"""The parts of the trained reader that need no model: pieces, windows, labels, links, acts."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from rashomon.read.neural.acts import act
from rashomon.read.neural.labels import NAMES, ROLES, best, spans, width
from rashomon.read.neural.links import triples
from rashomon.read.neural.pieces import FEATURES, pieces, quotation
from rashomon.read.neural.windows import LENGTH, MARGIN, windows


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    letters = [chr(c) for c in range(33, 1200)]
    vocabulary = {t: i for i, t in enumerate(["[UNK]", "[SEP]", *letters, *("##" + c for c in letters)])}
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


@settings(max_examples=80, deadline=None)
@given(text=st.text(max_size=300))
def test_pieces_stand_in_order_inside_the_text(text: str, tokenizer: Tokenizer) -> None:
    cut = pieces(text, tokenizer)
    assert len(cut) == len(cut.features) == len(cut.starts) == len(cut.ends)
    assert (cut.starts <= cut.ends).all()
    assert (cut.ends[:-1] <= cut.starts[1:]).all()
    assert not len(cut) or (cut.ends[-1] <= len(text) and cut.features.max() < FEATURES)


def test_a_separator_stands_between_paragraphs_and_belongs_to_no_sign(tokenizer: Tokenizer) -> None:
    cut = pieces("ab\n\ncd", tokenizer)
    separators = cut.ids == tokenizer.token_to_id("[SEP]")
    assert separators.sum() == 1
    assert (cut.starts[separators] == cut.ends[separators]).all()


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("a “b” c", "0021200"),
        ('say "no" now', "000021120000"),
        ("a “b", "0021"),
        ("«a» b", "21200"),
    ],
)
def test_what_stands_in_quote_marks(text: str, inside: str) -> None:
    assert "".join(map(str, quotation(text, 0, len(text))[: len(text)])) == inside


@given(count=st.integers(0, 5_000))
def test_every_piece_is_kept_by_one_window_and_has_company(count: int) -> None:
    every = windows(count)
    assert [p for w in every for p in range(w.first, w.last)] == list(range(count))
    for w in every:
        assert 0 <= w.start <= w.first < w.last <= w.end <= count
        assert w.end - w.start <= LENGTH
        assert w.first - w.start >= MARGIN - 1 or w.start == 0
        assert w.end - w.last >= MARGIN - 1 or w.end == count


def legal(row: list[int]) -> bool:
    return all(
        not label or label % 2 or before in (label, label - 1)
        for before, label in zip([0, *row], row, strict=False)
    )


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), count=st.integers(1, 60))
def test_labels_are_legal_and_the_best_where_the_best_is_legal(seed: int, count: int) -> None:
    logits = np.random.default_rng(seed).normal(size=(count, width(ROLES))).astype(np.float32) * 3
    row = best(logits.copy()).tolist()
    assert legal(row)
    plain = logits.argmax(axis=1).tolist()
    if legal(plain):
        assert row == plain
    made = spans(logits, ROLES)
    assert all(0 <= s.start < s.end <= count and s.label in ROLES and 0 < s.score <= 1 for s in made)
    assert all(a.end <= b.start for a, b in pairwise(made))


def test_spans_begin_where_b_does() -> None:
    logits = np.full((6, width(NAMES)), -9.0, dtype=np.float32)
    for at, label in enumerate([1, 2, 1, 0, 3, 4]):
        logits[at, label] = 9.0
    assert [(s.label, s.start, s.end) for s in spans(logits, NAMES)] == [
        ("person", 0, 2), ("person", 2, 3), ("state", 4, 6),
    ]  # fmt: skip
    assert spans(np.zeros((0, width(NAMES)), dtype=np.float32), NAMES) == []


def places(text: str, *words: str) -> list[tuple[int, int]]:
    return sorted((text.index(w), text.index(w) + len(w)) for w in words)


@pytest.mark.parametrize(
    ("text", "sources", "cues", "contents", "expected"),
    [
        (
            "Ann said it rained, and Bob denied that it was wet.",
            ["Ann", "Bob"], ["said", "denied"], ["it rained", "that it was wet"],
            [("Ann", "said", ["it rained"]), ("Bob", "denied", ["that it was wet"])],
        ),
        (
            "“We left,” she said, “at dawn.”",
            ["she"], ["said"], ["“We left,”", "“at dawn.”"],
            [("she", "said", ["“We left,”", "“at dawn.”"])],
        ),
        ("It rained, said Ann. Bob slept.", ["Ann"], ["said"], ["It rained"], [("Ann", "said", ["It rained"])]),
        (
            "Ann warned of rain and urged him to go.",
            ["Ann"], ["warned of", "urged"], ["rain", "him to go"],
            [("Ann", "warned of", ["rain"]), ("Ann", "urged", ["him to go"])],
        ),
        ("Ann spoke.\n\nBob left.\n\n“It is over.”", ["Ann"], [], ["“It is over.”"], [("", "", ["“It is over.”"])]),
        ("He went on:\n\n“It is over.”", ["He"], ["went on:"], ["“It is over.”"], [("He", "went on:", ["“It is over.”"])]),
    ],
)  # fmt: skip
def test_links(
    text: str,
    sources: list[str],
    cues: list[str],
    contents: list[str],
    expected: list[tuple[str, str, list[str]]],
) -> None:
    made = triples(text, places(text, *sources), places(text, *cues), places(text, *contents))
    told = [
        (
            "".join(text[s:e] for s, e in t.source),
            "".join(text[s:e] for s, e in t.cue),
            [text[s:e] for s, e in t.content],
        )
        for t in made
    ]
    assert sorted(told) == sorted(expected)


def test_linking_many_spans_takes_time_in_step_with_their_number() -> None:
    text = "Ann said it rained. " * 4_000
    at = range(0, len(text), 20)
    made = triples(
        text, [(n, n + 3) for n in at], [(n + 4, n + 8) for n in at], [(n + 9, n + 18) for n in at]
    )
    assert len(made) == 4_000
    assert all(len(t.source) == len(t.cue) == len(t.content) == 1 for t in made)


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "that it rained", ("asserts", False)),
        ("did not say", "whether it rained", ("asserts", True)),
        ("has denied", "any part in it", ("denies", False)),
        ("accused", "them of theft", ("accuses", False)),
        ("was accused of", "theft", ("accuses", False)),
        ("called for", "calm", ("demands", False)),
        ("called", "it a lie", ("denies", False)),
        ("called", "it a triumph", ("asserts", False)),
        ("poured cold water on", "the idea", ("doubts", False)),
        ("denied", "all but one of the charges", ("partly_denies", False)),
        ("rejected", "parts of the report", ("partly_denies", False)),
        ("vowed", "to shut the terminal", ("threatens", False)),
        ("swore", "the papers were real", ("asserts", False)),
        ("kept mum", "", ("declines", False)),
        ("walked back", "the claim", ("retracts", False)),
        ("is rumoured", "the bank to be broke", ("hearsay", False)),
        (":", "Who paid for it?", ("asks", False)),
        ("pleaded guilty to", "theft", ("confirms", False)),
        ("would not say", "who paid", ("declines", False)),
        ("told", "them to leave", ("demands", False)),
        ("asked", "them to leave", ("demands", False)),
        ("asked", "whether it rained", ("asks", False)),
        ("did not respond to", "questions", ("declines", False)),
        ("declined", "to comment", ("declines", False)),
        ("could not confirm", "the toll", ("confirms", True)),
        ("threatened", "to leave", ("threatens", False)),
        ("vowed", "to stay", ("promises", False)),
        ("warned of", "floods", ("warns", False)),
        ("reportedly", "it rained", ("hearsay", False)),
        ("issued a denial of", "the report", ("denies", False)),
        ("according to", "it rained", ("asserts", False)),
        (":", "no one was hurt", ("asserts", False)),
        ("withdrew", "the report", ("retracts", False)),
    ],
)
def test_acts_by_the_words_of_the_cue(cue: str, content: str, expected: tuple[str, bool]) -> None:
    assert act(cue, content) == expected
