"""What people and lists say of sources beforehand: the latest of each holds, persons go before lists, F takes back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rashomon.assess.record.declared import Declared, canonical, grades, priors, retracted
from rashomon.assess.record.grade_list import read_grades
from rashomon.assess.record.priors import RIGHT, WORTH, pseudo, together
from rashomon.errors import Unreadable
from rashomon.records import Issue


def said(kind: str, source: str, day: int, by: str = "Ann", **more: Any) -> Declared:
    return Declared(kind=kind, source=source, by=by, at=datetime(2024, 1, day, tzinfo=UTC), **more)  # type: ignore[arg-type]


def test_a_word_comes_back_from_where_it_is_kept() -> None:
    one = said("grade", "the navy", 1, grade="B", topic="losses", why="twelve years of reports")
    subject, field, value = one.correction()
    assert Declared.of(subject, field, value, "Ann", one.at) == one
    assert Declared.of(subject, "story.merge", value, "Ann", one.at) is None
    assert Declared.of(subject, field, "not json", "Ann", one.at) is None
    assert Declared.of(subject, field, "[]", "Ann", one.at) is None
    odd = Declared.of(subject, field, '{"grade": "Z"}', "Ann", one.at)
    assert odd is not None and odd.grade == "F"


def test_the_latest_word_takes_back_or_restores() -> None:
    back = said("retract", "Coast Radio", 2)
    assert retracted([back]) == {"coast radio": back}
    assert retracted([said("restore", "coast radio", 3, "Bo"), back]) == {}
    again = said("retract", "COAST RADIO", 4)
    assert retracted([back, again, said("restore", "coast radio", 3)]) == {"coast radio": again}


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("https://www.Example.com/news?x=1", "example.com"),
        ("example.com/", "example.com"),
        ("Example.COM", "example.com"),
        ("  The  Navy ", "the navy"),
        ("St. John Post", "st. john post"),
        ("", ""),
    ],
)
def test_names_and_addresses_of_one_outlet_are_one(name: str, plain: str) -> None:
    assert canonical(name) == plain


def test_persons_before_lists_and_the_latest_of_each() -> None:
    listed = said("grade", "example.com", 1, "list a", grade="D", list="list a")
    first = said("grade", "example.com", 2, grade="C")
    later = said("grade", "example.com", 3, grade="B")
    other = said("grade", "Example.com", 3, "Bo", grade="A")
    assert grades([listed])["example.com", ""] == (listed,)
    assert set(grades([later, first, listed, other])["example.com", ""]) == {later, other}
    withdrawn = said("grade", "example.com", 5, grade="F")
    gone = said("grade", "example.com", 5, "Bo", grade="F")
    assert grades([listed, later, other, withdrawn, gone])["example.com", ""] == (listed,)
    assert grades([first, withdrawn]) == {}


def test_a_grade_finds_its_source_by_name_or_site() -> None:
    held = grades(
        [
            said("grade", "example.com", 1, grade="A"),
            said("grade", "the navy", 1, grade="D", topic="losses"),
            said("grade", "example.com", 2, "Bo", grade="C"),
        ]
    )
    cases, letters = priors(held, {"3f9a": ["The Navy"], "ex": ["Example", "https://example.com/a"], "x": []})
    assert letters == {("3f9a", "losses"): "D", ("ex", ""): "C"}
    assert np.allclose(cases["ex", ""], (pseudo("A") + pseudo("C")) / 2)


def test_a_grade_is_worth_what_it_says() -> None:
    for letter, right in RIGHT.items():
        made = pseudo(letter)
        assert made.sum() == pytest.approx(WORTH)
        assert (made[1, 0] + made[0, 1]) / made[:, :2].sum() == pytest.approx(right)
    assert pseudo("F").sum() == 0 == together(["F"]).sum()
    assert np.allclose(together(["B", "F", "B"]), pseudo("B"))


def test_a_list_as_others_publish_it(tmp_path: Path) -> None:
    file = tmp_path / "list.tsv"
    file.write_text(
        "source_url\tsource_url_normalized\tref\tfact\tbias\n"
        "https://www.harbour.example/\tharbour.example\thttps://x.example\thigh\tleft\n"
        "http://coast.example\tcoast.example\tr\tMIXED\t\n"
        "\n"
        "http://odd.example\todd.example\tr\tsatire\t\n"
        "http://short.example\n"
        "\t\tr\tlow\t\n"
        "http://reef.example\treef.example\tr\tvery-low\t\n",
        encoding="utf-8",
    )
    found = list(read_grades(file))
    assert [one for one in found if not isinstance(one, Issue)] == [
        ("harbour.example", "", "B"),
        ("coast.example", "", "C"),
        ("reef.example", "", "E"),
    ]
    bad = [one for one in found if isinstance(one, Issue)]
    assert [one.subject for one in bad] == [f"list.tsv, line {n}" for n in (5, 6, 7)]
    assert "satire" in bad[0].reason


def test_letters_and_topics_in_a_csv(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text('Name,Grade,Topic\n"Navy, the",b,losses\nCoast Radio,F,\n', encoding="utf-8")
    assert list(read_grades(file)) == [("navy, the", "losses", "B"), ("coast radio", "", "F")]


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"", b"name;grade\xff\n"])
def test_what_is_no_list_of_grades_says_so(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(content)
    with pytest.raises(Unreadable, match="x"):
        list(read_grades(file))
    with pytest.raises(Unreadable):
        list(read_grades(tmp_path / "none.csv"))
