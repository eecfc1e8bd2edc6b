"""Places on the page: happenings first, contested ground with each side's view, and a map that fetches nothing."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.brief import compose
from rashomon.brief.exporters._map import WIDTH, draw
from rashomon.records import (
    Brief,
    Coverage,
    Document,
    Entity,
    Event,
    Membership,
    Mention,
    Pin,
    Place,
    Reading,
    Related,
    Span,
    Story,
    View,
)
from rashomon.registry import load

NOW = datetime(2026, 1, 2, tzinfo=UTC)
EVIL = "Tac<b>na"
TEXT = f"A depot burned in {EVIL} on Sunday. Lima said that Peru was calm. Crowds met at Arica. Fires in {EVIL} again."
PLACES = {
    EVIL: Place(name=EVIL, lat=-18.01, lon=-70.25, precision="place", state="PE", confidence=0.7),
    "Lima": Place(name="Lima", lat=-12.04, lon=-77.03, precision="place", state="PE"),
    "Peru": Place(name="Peru", lat=-10.0, lon=-76.0, precision="state", state="PE"),
    "Arica": Place(
        name="Arica", lat=-18.47, lon=-70.3, precision="place",
        views=(View(by="Peru", says="part of Peru", source="https://example.org/a"), View(by="Chile", says="part of Chile", source="https://example.org/b")),
    ),
}  # fmt: skip


def reading(document_id: str) -> Reading:
    mentions = [
        Mention(start=at, end=at + len(name), text=name, kind="place", entity=name)
        for name in PLACES
        for at in [TEXT.index(name)]
    ]
    fire = TEXT.index("burned")
    return Reading(
        document_id=document_id,
        reader="r",
        sentences=((0, TEXT.index("Lima") - 1), (TEXT.index("Lima"), TEXT.index("Crowds") - 1)),
        mentions=tuple(sorted(mentions, key=lambda m: m.start)),
        events=(
            Event(actor="", action="ASSAULT", target="depot", place=EVIL, time="", status="asserted", start=fire, end=fire + 6),
        ),
    )  # fmt: skip


@pytest.fixture(scope="module")
def brief() -> Brief:
    documents = [
        Document(id=i, text=TEXT, source=f"Paper {i}", published_at=NOW, language="en") for i in ("d1", "d2")
    ]
    members = (
        Membership(document_id="d1", story_id="s", root_id="d1"),
        Membership(document_id="d2", story_id="s", root_id="d1", relation="copy"),
    )
    entities = [Entity(id=n, name=n, kind="place", names=(n,), party=n) for n in (EVIL, "Arica", "Peru")]
    entities.append(
        Entity(
            id="Lima",
            name="Lima",
            kind="place",
            related=(Related(kind="capital_of", entity="Peru"),),
            party="Peru",
        )
    )
    places = {(d.id, m.start, m.end): PLACES[m.text] for d in documents for m in reading(d.id).mentions}
    return compose(
        Story(id="s", title="A depot", members=members), documents, [reading(d.id) for d in documents],
        entities, [], [], now=NOW, places=places,
    )  # fmt: skip


def test_happenings_come_first_and_copies_count_once(brief: Brief) -> None:
    assert [(p.place.name, p.number, p.happenings, p.documents, p.roots) for p in brief.places] == [
        (EVIL, 1, 1, 2, 1),
        ("Arica", 2, 0, 2, 1),
    ]  # "Lima said" and "Peru" mean governments, not ground


@pytest.mark.parametrize(
    ("text", "shown"), [("Lima said no.", 0), ("Jets flew over Lima.", 1), ("Жители в Лиме ждут.", 1)]
)
def test_a_capital_is_ground_only_behind_a_word_of_place(text: str, shown: int) -> None:
    name = "Лиме" if "Лиме" in text else "Lima"
    at = text.index(name)
    mention = Mention(start=at, end=at + 4, text=name, kind="place", entity="Lima")
    made = compose(
        Story(id="s", title="", members=(Membership(document_id="d", story_id="s", root_id="d"),)),
        [Document(id="d", text=text)],
        [Reading(document_id="d", reader="r", mentions=(mention,))],
        [Entity(id="Lima", name="Lima", kind="place", related=(Related(kind="capital_of", entity="Peru"),), party="Peru")],
        [], [], now=NOW, places={("d", at, at + 4): PLACES["Lima"]},
    )  # fmt: skip
    assert len(made.places) == shown


def test_contested_ground_has_every_view_and_no_state(brief: Brief) -> None:
    (section,) = [s for s in brief.sections if s.key == "where"]
    told = {d.text: d.basis for d in section.sentences[1].detail if d.mark == "view"}
    assert told == {
        "Contested: Peru says it is part of Peru.": "https://example.org/a",
        "Contested: Chile says it is part of Chile.": "https://example.org/b",
    }
    assert " in CL" not in section.sentences[1].text and " in PE" in section.sentences[0].text
    assert all(s.spans for s in section.sentences)


def test_the_map_is_drawn_escaped_and_fetches_nothing(brief: Brief) -> None:
    page = load("brief.exporters", "html").export([brief], Coverage(), context=20)["brief.html"]
    svg = page[page.index("<svg") : page.index("</svg>") + 6]
    root = ElementTree.fromstring(svg)
    assert [t.text for t in root.iter("title")] == ["Arica", EVIL]
    assert "<b>" not in svg and "href" not in svg and "http" not in svg and "<script" not in page
    for circle in root.iter("circle"):
        assert 0 <= float(circle.attrib["cx"]) <= WIDTH


def test_geojson_stands_in_the_json(brief: Brief) -> None:
    made = json.loads(load("brief.exporters", "json").export([brief], Coverage(), context=20)["brief.json"])
    one, other = made["geojson"]["features"]
    assert one["geometry"]["coordinates"] == [-70.25, -18.01] and one["properties"]["words"] == EVIL
    assert TEXT[one["properties"]["start"] : one["properties"]["end"]] == EVIL
    assert other["properties"]["state"] == "" and len(other["properties"]["views"]) == 2


def test_where_nobody_looked_it_says_so() -> None:
    document = Document(id="d1", text=TEXT, published_at=NOW)
    story = Story(id="s", title="", members=(Membership(document_id="d1", story_id="s", root_id="d1"),))
    made = compose(story, [document], [reading("d1")], [], [], [], now=NOW)
    (section,) = [s for s in made.sections if s.key == "where"]
    assert section.empty and not section.sentences and made.places == ()


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(-90, 90), st.integers(-180, 180)), min_size=1, max_size=12))
def test_every_point_lies_on_the_map(points: list[tuple[int, int]]) -> None:
    span = Span(document_id="d", start=0, end=1, quote="A")
    pins = [
        Pin(
            number=n,
            place=Place(name="A", lat=lat, lon=lon, precision="place"),
            span=span,
            documents=1,
            roots=1,
            happenings=0,
        )
        for n, (lat, lon) in enumerate(points, 1)
    ]
    made = draw(pins)
    assert made is not None and made.height <= made.width
    assert all(-0.2 <= d.x <= made.width + 0.2 and -0.2 <= d.y <= made.height + 0.2 for d in made.dots)
    assert len(made.meridians) <= 20 and len(made.parallels) <= 20
    assert draw([]) is None
