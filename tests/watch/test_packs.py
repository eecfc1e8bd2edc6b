"""A pack is complete and means what it says, or it is refused with file and key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rashomon.errors import PackError
from rashomon.watch.order import ordered
from rashomon.watch.pack_file import find, load, shipped
from rashomon.watch.words import holds
from tests.watch.telling import PACK, pack, pack_of

WRONG = [
    ("    threshold: {raised: 0.003, high: 0.00001, at_least: 2, owners: 2}\n", "", "troops: threshold"),
    ("    baseline: {days: 56, usual: 0.1}\n", "", "troops: baseline"),
    ('resolution: {question: "Did it march?", within_days: 30, settled_by: both sides}\n', "", "resolution"),
    ("within_days: 30", "within_days: 0", "resolution"),
    ("expires: 2026-12-31", "expires: 2025-12-31", "expires"),
    ("owners: 2}", "owner: 2}", "threshold: owner"),
    ("high: 0.00001", "high: 0.01", "troops: threshold"),
    ("usual: 0.1", "usual: often", "baseline.usual"),
    ("trace: event, action", "trace: event, act: [says], action", "signs[1]: act"),
    (
        "trace: event, action: [MOBILIZE], status: [asserted], actor: state",
        "trace: event, actor: state",
        "signs[1]",
    ),
    ("actor: state, words", "actor: stat, words", "signs[2]: actor"),
    ("[[tanks, troops]", "[['*tanks', troops]", "signs[2]: words"),
    ("[[tanks, troops]", "[['—', troops]", "signs[2]: words"),
    ("[[tanks, troops]", "[['', troops]", "signs[2]: words"),
    ("{state} masses", "{nation} masses", "watched"),
    ("tell: [desk]", "tell: []", "tell"),
    ("key: troops", "key: Troops!", "key"),
    ("why: a test", "why: a test\nwhy: twice", "stands twice"),
    ("tell: [desk]", "tell: &a [desk]\ntel: *a", "alias"),
    ("name: posture", "name: [posture", "posture.yaml"),
    ("    baseline: {days: 56, usual: 0.1}\n", "    absent: {within_days: 4}\n", "troops: baseline"),
    ("key: troops", "key: troops\n    all_of: [other]", "exactly one of"),
]


@pytest.mark.parametrize(("old", "new", "named"), WRONG)
def test_a_wrong_pack_is_refused_by_file_and_key(tmp_path: Path, old: str, new: str, named: str) -> None:
    assert old in PACK
    with pytest.raises(PackError) as caught:
        pack(tmp_path, PACK.replace(old, new, 1))
    assert "posture.yaml" in str(caught.value) and named in str(caught.value)


def test_one_that_is_over_is_refused_for_today_only(tmp_path: Path) -> None:
    path = pack_of(tmp_path)
    assert load(path, date(2026, 12, 31)).name == "posture"
    with pytest.raises(PackError, match=r"troops: expires.*2026-12-31 is in the past"):
        load(path, date(2027, 1, 1))


RESTS = """
  - key: {key}
    watched: x
    why: x
    bears_on: [{{kind: scenario, name: x, direction: away}}]
    where: [x]
    any_of: [{on}]
"""


def test_a_circle_is_refused_through_packs_too(tmp_path: Path) -> None:
    circle = (
        PACK + RESTS.format(key="a", on="b") + RESTS.format(key="b", on="c") + RESTS.format(key="c", on="a")
    )
    with pytest.raises(PackError, match=r"posture.yaml: a: .*posture/a → posture/b → posture/c → posture/a"):
        ordered([pack(tmp_path, circle)])
    one = pack(tmp_path, PACK + RESTS.format(key="a", on="other/b"))
    other = pack(
        tmp_path,
        PACK.replace("name: posture", "name: other") + RESTS.format(key="b", on="posture/a"),
        "o.yaml",
    )
    with pytest.raises(PackError, match="it rests on itself"):
        ordered([one, other])
    with pytest.raises(PackError, match="which no given pack has"):
        ordered([one])
    with pytest.raises(PackError, match=r"is the name of posture\.yaml too"):
        ordered([pack(tmp_path), pack(tmp_path)])


def test_those_that_ship_are_sound_and_name_no_state() -> None:
    names = (
        "russia",
        "ukrain",
        "china",
        "iran",
        "israel",
        "india",
        "pakistan",
        "america",
        "росси",
        "украин",
        "росі",
        "україн",
    )
    packs = [load(path) for path in shipped().values()]
    assert len(packs) >= 6
    assert len(ordered(packs)) >= 24
    for one in packs:
        text = find(one.name).read_text(encoding="utf-8").casefold()
        assert not [name for name in names if name in text], one.name
        for indicator in one.indicators:
            assert indicator.threshold.owners >= 2
    with pytest.raises(PackError, match="there are ceasefire"):
        find("no-such-pack")


def test_words_are_whole_phrases_may_bend_and_stars_open_an_end() -> None:
    assert holds("The CEASE-FIRE was agreed", (("cease fire",), ("agree*",)), ())
    assert not holds("a postwar truces", (("war",), ("truces",)), ())
    assert holds("ядерного оружия", (("ядерн* оруж*",),), ())
    assert not holds("ядерного оружия", (("ядерн* оруж*",),), ("ядерного",))
