"""Places: which of its namesakes a name means, told by what stands around it."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.link.places import places
from rashomon.link.places.build import build
from rashomon.link.places.gazetteer import Gazetteer
from rashomon.records import Document, Mention, Place, Reading

TOWNS = [
    (1, "Paris", 48.85, 2.35, "FR", "11", 2_100_000, ["Париж"]),
    (2, "Paris", 33.66, -95.56, "US", "TX", 25_000, []),
    (3, "Paris", 36.30, -88.33, "US", "TN", 10_000, []),
    (4, "London", 51.51, -0.13, "GB", "ENG", 8_900_000, ["Лондон"]),
    (5, "London", 42.98, -81.23, "CA", "08", 420_000, []),
    (6, "Springfield", 37.2, -93.3, "US", "MO", 169_000, []),
    (7, "Springfield", 42.1, -72.6, "US", "MA", 155_000, []),
    (8, "Springfield", 39.8, -89.6, "US", "IL", 114_000, []),
    (9, "Springfield", 39.9, -83.8, "US", "OH", 58_000, []),
    (10, "Bakhmut", 48.59, 38.0, "UA", "05", 80_000, ["Бахмут", "Артемовск"]),
    (11, "Avdiivka", 48.14, 37.75, "UA", "05", 35_000, ["Авдіївка", "Авдеевка"]),
    (12, "Sevastopol", 44.6, 33.5, "UA", "20", 547_000, ["Севастополь"]),
    (13, "Kharkiv", 49.98, 36.25, "UA", "07", 1_400_000, ["Харків", "Харьков"]),
    (14, "Kharg", 29.2, 50.3, "IR", "22", 8_000, ["Харк"]),
    (15, "Holyoke", 42.2, -72.6, "US", "MA", 40_000, []),
    (16, "Chicopee", 42.15, -72.6, "US", "MA", 55_000, []),
    (17, "Atlanta", 33.75, -84.39, "US", "GA", 480_000, []),
    (18, "Tbilisi", 41.7, 44.8, "GE", "51", 1_050_000, ["Тбілісі"]),
    (19, "Tskhinvali", 42.23, 43.97, "GE", "73", 30_000, ["Цхинвали"]),
    (20, "Srinagar", 34.08, 74.8, "IN", "12", 1_180_000, []),
    (21, "Nova Kakhovka", 46.75, 33.35, "UA", "08", 45_000, ["Новая Каховка", "Нова Каховка"]),
    (22, "Columbus", 39.96, -83.0, "US", "OH", 900_000, []),
    (23, "Columbus", 41.43, -97.37, "US", "NE", 24_000, []),
    (24, "Norfolk", 42.03, -97.42, "US", "NE", 24_000, []),
    (25, "Norfolk", 36.85, -76.29, "US", "VA", 238_000, []),
    (26, "Jackson", 32.3, -90.2, "US", "MS", 150_000, []),
    (28, "Mykolaiv", 46.97, 32.0, "UA", "16", 470_000, ["Миколаїв"]),
    (27, "Zerndorf", 52.0, 13.0, "DE", "11", 900, []),
]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """A gazetteer of a few towns, with all states, divisions and counties."""
    home = tmp_path_factory.mktemp("gazetteer")
    rows = {
        str(id): {
            "geonameid": id, "name": name, "latitude": lat, "longitude": lon, "countrycode": state,
            "admin1code": division, "population": people, "alternatenames": others,
        }
        for id, name, lat, lon, state, division, people, others in TOWNS
    }  # fmt: skip
    (home / "towns.json").write_text(json.dumps(rows), encoding="utf-8")
    build(home / "index.sqlite", home / "towns.json")
    return Gazetteer(home / "index.sqlite")


def read(
    id: str, text: str, names: Sequence[str], source: str = "", url: str = ""
) -> tuple[Document, Reading]:
    """A document and a reading with the names at their first places, each behind the one before."""
    mentions, at = [], 0
    for name in names:
        start = text.index(name, at)
        at = start + len(name)
        mentions.append(Mention(start=start, end=at, text=name, kind="place"))
    document = Document(id=id, text=text, source=source, url=url)
    return document, Reading(document_id=id, reader="test", mentions=tuple(mentions))


def found(small: Gazetteer, text: str, *names: str, source: str = "", url: str = "") -> list[Place | None]:
    document, reading = read("d", text, names, source, url)
    answer = places([document], [reading], small)
    return [answer.get(("d", m.start, m.end)) for m in reading.mentions]


def one(small: Gazetteer, text: str, name: str) -> Place:
    (place,) = found(small, text, name)
    assert place is not None
    return place


def test_the_state_behind_a_comma_says_which(small: Gazetteer) -> None:
    assert one(small, "A fire in Paris, Texas, killed two.", "Paris").division == "US.TX"
    assert one(small, "A fire in Paris, Tenn., killed two.", "Paris").division == "US.TN"
    assert one(small, "A fire in London, Ont., killed two.", "London").division == "CA.08"
    assert one(small, "A fire in London (Ontario) killed two.", "London").division == "CA.08"
    assert one(small, "A fire in Paris killed two.", "Paris").state == "FR"


def test_a_name_with_its_state_in_one_mention(small: Gazetteer) -> None:
    assert one(small, "He left Paris, Texas.", "Paris, Texas").division == "US.TX"


def test_what_is_said_once_holds_for_the_name_in_the_whole_text(small: Gazetteer) -> None:
    bare, told = found(small, "Paris mourns. In Paris, Texas, two died.", "Paris", "Paris")
    assert bare and told and bare.division == told.division == "US.TX"


def test_towns_close_by_say_which(small: Gazetteer) -> None:
    text = "Springfield police searched homes in Holyoke and Chicopee."
    springfield, *_ = found(small, text, "Springfield", "Holyoke", "Chicopee")
    assert springfield and springfield.division == "US.MA"


def test_the_same_name_for_a_state_and_a_division(small: Gazetteer) -> None:
    _, ga = found(small, "A man from Atlanta, Georgia, was held.", "Atlanta", "Georgia")
    _, ge = found(small, "Talks in Tbilisi went on. Georgia refused.", "Tbilisi", "Georgia")
    assert ga and ga.precision == "division" and ga.division == "US.GA"
    assert ge and ge.precision == "state" and ge.state == "GE"


def test_an_outlets_other_texts_say_where_it_writes_of(small: Gazetteer) -> None:
    pairs = [
        read(f"n{k}", f"In Norfolk, Neb., rain fell on day {k}.", ["Norfolk"], "Daily News") for k in range(4)
    ]
    pairs.append(read("q", "Columbus voted on Monday.", ["Columbus"], "Daily News"))
    pairs.append(read("r", "Columbus voted on Monday.", ["Columbus"], "Another"))
    answer = places([d for d, _ in pairs], [r for _, r in pairs], small)
    assert answer["q", 0, 8].division == "US.NE"
    assert answer["r", 0, 8].division == "US.OH"


def test_unsure_when_nothing_tells(small: Gazetteer) -> None:
    assert found(small, "Springfield is quiet.", "Springfield") == [None]
    assert found(small, "Madison County is quiet.", "Madison County") == [None]
    assert found(small, "Xyzzyville is quiet.", "Xyzzyville") == [None]


def test_confidence_is_less_where_less_tells(small: Gazetteer) -> None:
    told = one(small, "In Springfield, Ill., it rained.", "Springfield")
    near, *_ = found(small, "Springfield and Holyoke.", "Springfield", "Holyoke")
    assert near and 0 < near.confidence < told.confidence <= 1


def test_states_their_peoples_counties_and_abbreviations(small: Gazetteer) -> None:
    assert one(small, "The U.S. said no.", "U.S.").state == "US"
    assert one(small, "An Israeli official spoke.", "Israeli").state == "IL"
    assert one(small, "Two Ohioans died.", "Ohioans").division == "US.OH"
    assert one(small, "He moved to Calif. then.", "Calif.").precision == "division"
    county = one(small, "Laurel County was dry.", "Laurel County")
    assert (county.precision, county.division, county.geonames) == ("division", "US.KY", None)
    assert abs(county.lat - 37.1) < 0.3 and abs(county.lon + 84.1) < 0.3


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("Бои идут в Бахмуте.", "Бахмуте", 10),
        ("Бої тривають під Бахмутом.", "Бахмутом", 10),
        ("Бої в Авдіївці тривають.", "Авдіївці", 11),
        ("Под Авдеевкой тихо.", "Авдеевкой", 11),
        ("Вибухи у Харкові.", "Харкові", 13),
        ("Взрывы в Харькове.", "Харькове", 13),
        ("Вибухи у Миколаєві.", "Миколаєві", 28),
        ("Мост в Новой Каховке разрушен.", "Новой Каховке", 21),
        ("Удар по Нової Каховки.", "Нової Каховки", 21),
        ("Во Франции, в Париже.", "Париже", 1),
    ],
)
def test_cyrillic_names_in_any_case(small: Gazetteer, text: str, name: str, id: int) -> None:
    assert one(small, text, name).geonames == id


def test_a_bare_name_is_the_town_and_not_the_region_around_it(small: Gazetteer) -> None:
    assert one(small, "A blast shook Kharkiv.", "Kharkiv").precision == "place"
    assert one(small, "A blast shook Kharkiv region.", "Kharkiv region").precision == "division"


def test_divisions_in_cyrillic(small: Gazetteer) -> None:
    assert one(small, "В Донецкой области тихо.", "Донецкой области").geonames == 709716
    assert one(small, "У Харківській області тихо.", "Харківській області").division == "UA.07"


@pytest.mark.parametrize("name", ["Sevastopol", "Tskhinvali", "Srinagar", "Taiwan", "Bakhmut"])
def test_contested_places_carry_every_view_and_no_state(small: Gazetteer, name: str) -> None:
    place = one(small, f"A blast shook {name}.", name)
    assert place.state == place.division == ""
    assert len({view.by for view in place.views}) > 1
    assert all(view.source.startswith("http") for view in place.views)


def test_uncontested_places_carry_none(small: Gazetteer) -> None:
    assert one(small, "A blast shook Kharkiv.", "Kharkiv").views == ()


@pytest.mark.parametrize(
    "name",
    [
        "'; DROP TABLE place; --",
        "%",
        "\x00",
        "Paris\x00Texas",
        "A" * 5000,
        "🙂",
        "(((",
        ",",
        "St.",
        ".",
        "\ud800",
        "Co.",
        "İ",
        "I.",
        "ß",
    ],
)
def test_hostile_names_are_only_unknown(small: Gazetteer, name: str) -> None:
    text = f"In {name} it rained. Paris, Texas, too."
    *_, paris = found(small, text, name, "Paris")
    assert paris and paris.division == "US.TX"


def test_mentions_outside_of_the_text_and_readings_without_document(small: Gazetteer) -> None:
    reading = Reading(
        document_id="d", reader="t", mentions=(Mention(start=90, end=99, text="Paris", kind="place"),)
    )
    stray = replace(reading, document_id="nowhere")
    assert set(places([Document(id="d", text="short")], [reading, stray], small)) <= {("d", 90, 99)}
    assert places([], [], small) == {}


def test_people_and_organisations_are_not_placed(small: Gazetteer) -> None:
    person = Mention(start=0, end=12, text="Paris Hilton", kind="person")
    reading = Reading(document_id="d", reader="t", mentions=(person,))
    assert places([Document(id="d", text="Paris Hilton spoke.")], [reading], small) == {}


def test_a_surname_of_the_text_is_less_of_a_place(small: Gazetteer) -> None:
    text = "Zerndorf fell. Anna Zerndorf said so. Zerndorf is small."
    person = Mention(start=15, end=28, text="Anna Zerndorf", kind="person")
    place = Mention(start=0, end=8, text="Zerndorf", kind="place")
    document = Document(id="d", text=text)
    alone = places([document], [Reading(document_id="d", reader="t", mentions=(place,))], small)
    both = places([document], [Reading(document_id="d", reader="t", mentions=(place, person))], small)
    before = alone["d", 0, 8].confidence
    assert ("d", 0, 8) not in both or both["d", 0, 8].confidence < before


def test_the_order_of_the_documents_changes_nothing(small: Gazetteer) -> None:
    pairs = [
        read(f"n{k}", f"In Norfolk, Neb., rain fell. Columbus was dry. {k}", ["Norfolk", "Columbus"], "News")
        for k in range(6)
    ]
    pairs += [
        read(f"p{k}", "Springfield and Holyoke.", ["Springfield", "Holyoke"], "Other") for k in range(3)
    ]
    first = places([d for d, _ in pairs], [r for _, r in pairs], small)
    random.Random(7).shuffle(pairs)
    again = places([d for d, _ in pairs], [r for _, r in pairs], small)
    assert first == again


def test_a_killed_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rashomon.link.places import build as module

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_fill", dies)
    (tmp_path / "towns.json").write_text("{}")
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "index.sqlite", tmp_path / "towns.json")
    assert [f.name for f in tmp_path.iterdir()] == ["towns.json"]
