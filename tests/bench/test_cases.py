"""The cases of ``bench/cases``: sound as they are, and cut where they say; what is wrong with one is told."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from bench.case import CaseError, faults, folders, load

FOLDERS = folders()

Make = Callable[..., Path]


def document(number: int, at: str | None, text: str = "") -> dict[str, Any]:
    words = (
        text
        or f"The harbour master said that the ferry had sunk ({number}). " + "Boats went out to look. " * 8
    )
    row = {
        "id": f"ferry-{number:02}",
        "text": words,
        "source": f"Outlet {number}",
        "language": "en",
    }
    return row | ({"published_at": at} if at else {})


ROW: dict[str, Any] = {
    "title": "The ferry",
    "question": "Did it sink?",
    "cut": datetime(2001, 3, 2, 12, tzinfo=UTC),
    "claim": "The ferry sank.",
    "words": [
        {"document": "ferry-01", "quote": "the ferry had sunk"},
        {"document": "ferry-02", "quote": "the ferry had sunk"},
    ],
    "outcome": False,
    "established": [{"by": "the coast guard", "at": date(2001, 3, 5), "what": "It lay in another port."}],
    "hypotheses": [
        {
            "kind": "as_claimed",
            "says": "It sank.",
            "by": ["the harbour master"],
            "words": [{"document": "ferry-01", "quote": "the ferry had sunk"}],
            "outcome": False,
        },
        {
            "kind": "denied",
            "says": "It did not.",
            "by": ["the owner"],
            "words": [{"document": "ferry-02", "quote": "Boats went out to look."}],
            "outcome": True,
        },
    ],
    "interests": [{"party": "the owner", "gains_if": "disbelieved", "why": "He would have to pay."}],
    "topic": "accident",
}


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(documents: list[dict[str, Any]] | None = None, **changed: Any) -> Path:
        folder = tmp_path / "ferry"
        folder.mkdir(exist_ok=True)
        lines = documents or [document(n, f"2001-03-01T{n:02}:00:00Z") for n in range(1, 10)]
        (folder / "documents.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines), "utf-8")
        (folder / "case.yaml").write_text(yaml.safe_dump(ROW | changed), "utf-8")
        return folder

    return made


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_case_is_sound(folder: Path) -> None:
    assert list(faults(load(folder))) == []


def test_there_are_cases_of_every_outcome() -> None:
    outcomes = Counter(load(folder).outcome for folder in FOLDERS)
    assert set(outcomes) == {"true", "false", "open"}


def test_no_two_cases_share_an_id() -> None:
    ids = Counter(d.id for folder in FOLDERS for d in load(folder).documents)
    assert [one for one, times in ids.items() if times > 1] == []


def test_a_case_as_it_should_be_has_no_faults(make: Make) -> None:
    assert list(faults(load(make()))) == []


def test_what_came_after_the_cut_or_has_no_date_is_left_out(make: Make) -> None:
    days = ["2001-03-01T08:00:00Z", "2001-03-02T11:59:59Z", "2001-03-02T12:00:00Z", None]
    case = load(make([document(n, at) for n, at in enumerate(days, 1)]))
    assert [d.id for d in case.documents] == ["ferry-01", "ferry-02"]
    assert case.left_out == ("ferry-03", "ferry-04")
    assert "Not dated before the cut: ferry-03, ferry-04." in list(faults(case))


def test_a_zone_is_heeded_at_the_cut(make: Make) -> None:
    case = load(make([document(1, "2001-03-02T13:30:00+02:00"), document(2, "2001-03-02T11:30:00-02:00")]))
    assert [d.id for d in case.documents] == ["ferry-01"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"words": [{"document": "ferry-01", "quote": "the ferry has sunk"}]}, "these words are not in ferry-01"),
        ({"words": [{"document": "ferry-77", "quote": "the ferry"}]}, "ferry-77, which does not exist"),
        ({"outcome": "likely"}, "The outcome 'likely' is none of"),
        ({"outcome": True}, "The claim and the explanation as_claimed have different outcomes"),
        ({"established": []}, "Nothing is told of what was established"),
        ({"established": [{"by": "us", "at": date(2001, 3, 1), "what": "It sank."}]}, "is not after the cut"),
        ({"established": [{"by": " ", "at": date(2001, 3, 5), "what": "It sank."}]}, "does not say what, or by whom"),
        ({"hypotheses": ROW["hypotheses"][1:]}, "one explanation as_claimed and at least one rival"),
        ({"hypotheses": [ROW["hypotheses"][0] | {"kind": "magic"}]}, "'magic' of an explanation is not in the codebook"),
        ({"interests": [{"party": "x", "gains_if": "never", "why": "y"}]}, "neither believed nor disbelieved"),
    ],
)  # fmt: skip
def test_a_fault_is_told(make: Make, changed: dict[str, Any], told: str) -> None:
    assert any(told in fault for fault in faults(load(make(**changed))))


def test_a_denial_of_something_true_is_not_true(make: Make) -> None:
    both = [one | {"outcome": True} for one in ROW["hypotheses"]]
    told = list(faults(load(make(outcome=True, hypotheses=both))))
    assert told == ["The claim and the denial 'It did not.' cannot both be true."]


def test_a_document_with_another_cases_id_or_address_is_told(make: Make) -> None:
    lines = [document(n, f"2001-03-01T{n:02}:00:00Z") for n in range(1, 10)]
    lines[3]["id"] = "tram-04"
    lines[4]["url"] = "https://ferry.test/5"
    told = list(faults(load(make(lines))))
    assert told == [
        "Document 4 has the id tram-04, not ferry-04.",
        "ferry-05: the address is not at example.org.",
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"cut": "2001-03-02"},
        {"cut": "2001-03-02T12:00:00"},
        {"verdict": "false"},
        {"words": [{"quote": "x"}]},
    ],
)
def test_a_case_that_cannot_be_read_is_refused(make: Make, changed: dict[str, Any]) -> None:
    with pytest.raises(CaseError, match=r"case\.yaml"):
        load(make(**changed))


def test_a_missing_field_is_refused_by_name(make: Make) -> None:
    folder = make()
    row = yaml.safe_load((folder / "case.yaml").read_text("utf-8"))
    del row["hypotheses"]
    (folder / "case.yaml").write_text(yaml.safe_dump(row), "utf-8")
    with pytest.raises(CaseError, match="hypotheses"):
        load(folder)
