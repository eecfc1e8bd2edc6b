"""The loaders on small files in the shape of the public ones, and the score of an answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.judgement.loaders import (
    author_lists,
    books,
    crowd,
    last_names,
    population,
    rumours,
    splits,
    valued,
)
from bench.judgement.rivals import RIVALS, Judge
from bench.judgement.sets import macro_f1, report, right, row

VOTE: Judge = RIVALS["majority"]


def test_a_value_becomes_one_claim_for_each_distinct_value() -> None:
    said = [
        ("town", "a", "5"),
        ("town", "b", "7"),
        ("town", "c", "5"),
        ("other", "a", "1"),
        ("unknown", "a", "2"),
    ]
    none, fifth = valued("towns", said, {"town": "7", "other": "1", "nobody": "3"})
    assert none.items == {"town": {"town=5": False, "town=7": True}, "other": {"other=1": True}}
    words = {(one.claim, one.source): one.word for one in none.reports if one.claim.startswith("town")}
    assert words == {
        ("town=5", "a"): "asserts",
        ("town=7", "a"): "denies",
        ("town=5", "b"): "denies",
        ("town=7", "b"): "asserts",
        ("town=5", "c"): "asserts",
        ("town=7", "c"): "denies",
    }
    assert none.folds == ((frozenset(), ("other", "town")),)
    assert fifth.name == "towns, a fifth settled"


def test_a_yes_or_no_item_is_one_claim(tmp_path: Path) -> None:
    (tmp_path / "answer.csv").write_text("question,worker,answer\nq1,a,1\nq1,b,0\nq2,a,0\n", encoding="utf-8")
    (tmp_path / "truth.csv").write_text("question,truth\nq1,1\nq2,0\n", encoding="utf-8")
    problem = crowd(tmp_path, "x", binary=True)[0]
    assert problem.items == {"q1": {"q1=1": True}, "q2": {"q2=1": False}}
    assert [(one.claim, one.source, one.word) for one in problem.reports] == [
        ("q1=1", "a", "asserts"),
        ("q1=1", "b", "denies"),
        ("q2=1", "a", "denies"),
    ]
    assert row(problem, "majority", VOTE)["right"] == "75.0"


def test_the_last_value_of_a_source_counts(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("object,SourceID,value\nx,a,1\nx,a,2\nx,b,2\n", encoding="utf-8")
    (tmp_path / "truths.csv").write_text("object,value\nx,2\n", encoding="utf-8")
    assert population(tmp_path)[0].items == {"x": {"x=2": True}}


def test_settled_items_are_not_judged() -> None:
    ((settled, judged),) = splits([f"i{k}" for k in range(20)])["a fifth settled"]
    assert len(settled) == 4
    assert len(judged) == 16
    assert not settled & set(judged)


def test_a_tie_shares_the_point() -> None:
    (problem, _) = valued("x", [("i", "a", "1"), ("i", "b", "2"), ("i", "c", "3")], {"i": "2"})
    assert right(problem, "i", {"i=1": 0.4, "i=2": 0.4, "i=3": 0.2}) == pytest.approx(1 / 2)
    assert right(problem, "i", {"i=1": 0.3, "i=2": 0.4, "i=3": 0.2}) == 1
    assert right(problem, "i", {"i=1": 0.5, "i=2": None, "i=3": 0.2}) == 0
    assert right(problem, "i", {}) == pytest.approx(1 / 3)


def test_macro_f1_by_hand() -> None:
    # True: 1 of 1 found with 1 wrong, F1 2/3. False: 1 of 2, F1 2/3.
    assert macro_f1([True, False, False], [True, True, False]) == pytest.approx(2 / 3)
    assert macro_f1([True, True], [True, True]) == pytest.approx(0.5)


def test_authors_written_in_every_way() -> None:
    assert last_names("Doe-Smith, Jane M.; Roe, Rob (Editor)") == ["doe-smith", "roe"]
    assert last_names("Jane Doe & Rob E. Roe") == ["doe", "roe"]
    lists = [
        "Doe, Jane; Ro&euml;man, Rob",
        "Jane Doe, Rob Roëman",
        "Doe, JaneRoeman, Rob",
        "DOE",
        "Doe / Roeman",
        "Xu",
    ]
    assert author_lists(lists) == ["doe; roeman"] * 3 + ["doe", "doe; roeman", ""]


def test_books(tmp_path: Path) -> None:
    lines = [
        "Shop A\t1\tT\tDoe, Jane; Roeman, Rob",
        "Shop B\t1\tT\tRob Roeman; Jane Doe",
        "Shop C\t1\tT\tDoe",
        "D\t1\tT",
    ]
    (tmp_path / "book.txt").write_text("\n".join([*lines, "A\t2\tT\tXu"]), encoding="utf-8")
    (tmp_path / "book_golden.txt").write_text("1\troeman, rob ;  doe, jane ;  \n", encoding="utf-8")
    assert books(tmp_path)[0].items == {"1": {"1=doe": False, "1=doe; roeman": True}}


def tweet(folder: Path, name: str, user: str) -> None:
    """A tweet's file."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {"user": {"screen_name": user}, "created_at": "Fri Jan 09 11:24:54 +0000 2015"}
    (folder / f"{name}.json").write_text(json.dumps(made), encoding="utf-8")


def test_rumours_are_judged_one_event_at_a_time(tmp_path: Path) -> None:
    veracity = {"1": "true", "2": "false", "3": "unverified", "4": "true"}
    stance = {"1": "support", "11": "deny", "12": "comment", "2": "support", "3": "support", "4": "support"}
    (tmp_path / "traindev").mkdir()
    for part in ("train", "dev"):
        for letter, of in (("A", stance), ("B", veracity)):
            file = tmp_path / "traindev" / f"rumoureval-subtask{letter}-{part}.json"
            file.write_text(json.dumps(of if part == "train" else {}), encoding="utf-8")
    for thread, event in (("1", "fire"), ("2", "flood"), ("3", "flood"), ("4", "fire"), ("9", "fire")):
        tweet(tmp_path / "rumoureval-data" / event / thread / "source-tweet", thread, f"user{thread}")
    tweet(tmp_path / "rumoureval-data" / "fire" / "1" / "replies", "11", "doubter")
    tweet(tmp_path / "rumoureval-data" / "fire" / "1" / "replies", "12", "chatter")
    (problem,) = rumours(tmp_path)
    assert problem.items == {"1": {"1": True}, "4": {"4": True}, "2": {"2": False}}
    assert sorted((one.claim, one.source, one.word, one.topic) for one in problem.reports) == [
        ("1", "doubter", "denies", "fire"),
        ("1", "user1", "asserts", "fire"),
        ("2", "user2", "asserts", "flood"),
        ("3", "user3", "asserts", "flood"),
        ("4", "user4", "asserts", "fire"),
    ]
    assert problem.reports[0].at == pytest.approx(16444.4756, abs=1e-3)
    assert problem.folds == ((frozenset({"2"}), ("1", "4")), (frozenset({"1", "4"}), ("2",)))


def test_a_set_that_is_not_there_names_its_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report(tmp_path, {"majority": VOTE})
    said = capsys.readouterr().out
    assert "products: skipped" in said
    assert f"git clone https://github.com/totucuong/spectrum {tmp_path / 'spectrum'}" in said
    report(None, {})
    assert "--sets" in capsys.readouterr().out
