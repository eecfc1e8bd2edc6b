"""Registry files: what they give, and what is wrong with them by file and line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rashomon.errors import RegistryError
from rashomon.link.register import read, register

SOURCES = "list-a: {title: A list}\n"
STATES = "OS: {name: Ostland, source: list-a}\nWE: {name: Westland, former: [Old Westland], source: list-a}\n"


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in {"sources": SOURCES, "states": STATES, **files}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_records_with_their_names_and_offices(tmp_path: Path) -> None:
    made = read(
        folder(
            tmp_path,
            leaders="ann-lee: {name: Ann Lee, ru: Энн Ли, held: [{office: head_of_state, of: OS, since: 2011, until: 2015-06}],"
            " source: list-a}\n",
        )
    )
    one = made.get("person:ann-lee")
    assert one is not None and one.names == (("Ann Lee", "en"), ("Энн Ли", "ru"))
    (tenure,) = one.tenures
    assert (tenure.since, tenure.until) == (date(2011, 1, 1), date(2015, 6, 30))
    assert [e.id for e in made.holders("head_of_state", "state:OS", date(2014, 1, 1))] == ["person:ann-lee"]
    assert made.holders("head_of_state", "state:OS", date(2016, 1, 1)) == ()
    assert ("Old Westland", "en") in made.entries["state:WE"].names


def test_a_list_that_ends_is_no_end_of_a_term(tmp_path: Path) -> None:
    made = read(
        folder(
            tmp_path,
            leaders="ann-lee: {name: Ann Lee, held: [{office: head_of_state, of: OS, since: 2011, seen: 2015-06-30}], source: list-a}\n"
            "tom-day: {name: Tom Day, held: [{office: head_of_state, of: OS, seen: [2018-01-05, 2019-02-01]}], source: list-a}\n"
            "eva-may: {name: Eva May, held: [{office: head_of_state, of: OS, since: 2021-03-01}], source: list-a}\n",
        )
    )

    def told(day: date) -> tuple[list[str], list[str]]:
        sure = made.holders("head_of_state", "state:OS", day)
        return [e.name for e in sure], [e.name for e in made.maybe("head_of_state", "state:OS", day)]

    assert told(date(2014, 1, 1)) == (["Ann Lee"], ["Tom Day"])
    assert told(date(2017, 1, 1)) == ([], ["Ann Lee", "Tom Day"])
    assert told(date(2018, 6, 1)) == (["Tom Day"], [])
    assert told(date(2020, 1, 1)) == ([], ["Tom Day"])
    assert told(date(2022, 1, 1)) == (["Eva May"], [])


def test_see_leads_to_the_record_that_is_meant(tmp_path: Path) -> None:
    made = read(folder(tmp_path, networks="old: {name: Old League, kind: alliance, see: 'network:new'}\n"
                       "new: {name: New League, kind: alliance, source: list-a}\n"))  # fmt: skip
    found = made.get("network:old")
    assert found is not None and found.id == "network:new"


@pytest.mark.parametrize(
    ("file", "text", "line", "words"),
    [
        (
            "leaders",
            "# a\na: {name: A, source: list-a, held: [{office: king_of_magic, of: OS}]}\n",
            2,
            "held.0.office",
        ),
        (
            "leaders",
            "a: {name: A, source: list-a, held: [{office: former, of: XX}]}\n",
            1,
            "no record state:XX",
        ),
        (
            "leaders",
            "a: {name: A, source: list-a, held: [{office: former, of: OS, since: 2020, until: 2010}]}\n",
            1,
            "before",
        ),
        (
            "leaders",
            "a: {name: A, source: list-a, died: 2001-01-01, held: [{office: former, of: OS, since: 2010}]}\n",
            1,
            "died",
        ),
        (
            "leaders",
            "a: {name: A, source: list-a, held: [{office: former, of: OS, since: 2010, until: 2011, seen: 2010-05-01}]}\n",
            1,
            "has both",
        ),
        (
            "leaders",
            "a: {name: A, source: list-a, held: [{office: former, of: OS, since: 2010, seen: 2009-05-01}]}\n",
            1,
            "before since",
        ),
        (
            "leaders",
            "a: {name: A, source: list-a, died: 2001-01-01, held: [{office: former, of: OS, seen: 2010-05-01}]}\n",
            1,
            "died",
        ),
        ("leaders", "a: {name: A}\n", 1, "no source"),
        ("leaders", "a: {name: A, source: list-z}\n", 1, "sources.yaml"),
        ("leaders", "b: {name: B, source: list-a}\na: {name: A, source: list-a, hair: red}\n", 2, "hair"),
        ("leaders", "a: {name: A, source: list-a}\n\na: {name: A, source: list-a}\n", 3, "two records"),
        ("leaders", "a: {name: A\n", 2, "YAML"),
        ("leaders", "- a\n", 1, "records by id"),
        (
            "networks",
            "a: {name: A, kind: alliance, see: b}\nb: {name: B, kind: alliance, see: c}\nc: {name: C, kind: alliance, see: a}\n",
            1,
            "circle",
        ),
        ("networks", "a: {name: A, kind: alliance, see: b}\n", 1, "no record network:b"),
        ("networks", "a: {name: A, kind: alliance, members: [OS, ZZ], source: list-a}\n", 1, "ZZ"),
        ("technologies", "a: {name: A, kind: missile, range_km: -4, source: list-a}\n", 1, "range_km"),
        ("ideologies", "a: {name: A, kind: fashion, source: list-a}\n", 1, "kind"),
    ],
)
def test_a_broken_file_is_named_with_the_line(
    tmp_path: Path, file: str, text: str, line: int, words: str
) -> None:
    with pytest.raises(RegistryError) as caught:
        read(folder(tmp_path, **{file: text}))
    assert f"{file}.yaml:{line}" in str(caught.value) and words in str(caught.value)
    assert caught.value.remedy


def test_what_ships_is_whole() -> None:
    every = register()
    assert sum(e.kind == "state" for e in every) >= 80
    assert all(e.names and (e.source or e.see) for e in every)


@pytest.mark.parametrize(
    ("state", "day", "name"),
    [
        ("PE", date(2024, 1, 1), "Dina Boluarte"),
        ("TW", date(2021, 6, 1), "Tsai Ing-wen"),
        ("CH", date(2024, 6, 1), "Viola Amherd"),
        ("VA", date(2024, 6, 1), "Pope Francis"),
    ],
)
def test_the_end_of_a_term_is_not_where_the_newest_list_begins(state: str, day: date, name: str) -> None:
    assert [e.name for e in register().holders("head_of_state", f"state:{state}", day)] == [name]
