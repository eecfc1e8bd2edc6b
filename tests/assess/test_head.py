"""The head beyond the listed words: what it tells, and that all goes on without it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from rashomon import models
from rashomon.assess.evidence import head as head_module
from rashomon.assess.evidence.head import FILES, head, load
from rashomon.assess.evidence.lexicon import kinds
from rashomon.errors import MissingModel
from tests.assess.telling import CHARGE, Report, Told, dispute

PLAIN = [
    "The minister thanked the firemen and went home.",
    "Bread has become dearer since the autumn.",
    "",
    "Yes.",
    "и " * 400,
]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    place = models.folder("evidence", FILES)
    assert place is not None
    for name in FILES:
        shutil.copy(place / name, tmp_path / name)
    return tmp_path


def test_plain_sentences_are_nothing_and_the_order_of_texts_is_nothing_either() -> None:
    known = head()
    assert known is not None
    assert known.kinds(PLAIN) == [{}] * len(PLAIN)
    texts = [*PLAIN, "No crater was left where the bomb is said to have fallen."]
    assert known.kinds(texts)[::-1] == known.kinds(texts[::-1])


def test_it_finds_what_no_list_holds() -> None:
    known = head()
    assert known is not None
    told = [
        "The palace met the charge with silence.",
        "Aid workers nearby have heard of no such thing.",
        "The hospital was struck on the morning of the peace talks.",
    ]
    assert not any(kinds(text, "en") for text in told)
    assert sum(bool(found) for found in known.kinds(told)) >= 2


def test_without_it_the_lists_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def items(story: Told) -> set[str]:
        return {one.kind for one in story.evidence(CHARGE)}

    note = Report(
        text=f"Chile said that {CHARGE}. There has been no independent confirmation of the bombing.",
        said=(("Chile", "said", CHARGE, "asserts"),),
        names=(("Chile", "state"), ("Peru", "state")),
        hours=8,
    )
    whole = items(dispute(note))
    monkeypatch.setattr("rashomon.assess.evidence.told.head", lambda: None)
    assert items(dispute(note)) == whole == {"statement", "absence"}


def test_another_encoder_than_it_was_made_for_is_no_head(copied: Path) -> None:
    card = json.loads((copied / "card.json").read_text())
    (copied / "card.json").write_text(json.dumps({**card, "encoder": "another"}))
    assert load(copied) is None


def test_a_broken_file_is_told(copied: Path) -> None:
    (copied / "head.npy").write_bytes(b"nothing of the kind")
    with pytest.raises(MissingModel):
        load(copied)


def test_rows_and_classes_must_go_together(copied: Path) -> None:
    np.save(copied / "head.npy", np.zeros((2, 385), dtype=np.float16))
    with pytest.raises(MissingModel, match="2 rows"):
        load(copied)


def test_no_folder_no_head(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(models, "folder", lambda name, files=(): None)
    head_module.head.cache_clear()
    try:
        assert head_module.head() is None
    finally:
        monkeypatch.undo()
        head_module.head.cache_clear()
