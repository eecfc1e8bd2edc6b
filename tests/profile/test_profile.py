"""A profile: every line cited or counted, statements by date, what came later, changes, ties; its network's forms."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rashomon import registry
from rashomon.brief.cite import check, sentences
from rashomon.config import Settings
from rashomon.errors import NothingRead
from rashomon.flow import Desk
from rashomon.profiles import Profile, profile
from rashomon.records import Document, Raw
from rashomon.store import Store, open_store

NOW = datetime(2026, 1, 2, tzinfo=UTC)
TEXTS = {
    "2025-03-01": "Mayor Ruth Stein said that the Tacna council had set the depot on fire. “We will close the harbour bridge,” Stein "
    "threatened. The Falcon-9 drone has a range of 300 km, said Tom Reed.",
    "2025-03-09": "Ruth Stein denied that the Tacna council had set the depot on fire. Workers closed the harbour bridge on Sunday, "
    "said Ann Cole.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = open_store(str(tmp_path_factory.mktemp("profile") / "r.db"))
    for number, (day, text) in enumerate(TEXTS.items()):
        document = Document(
            id=f"d{number}", text=text, source=f"Paper {number}", language="en",
            published_at=datetime.fromisoformat(f"{day}T12:00:00+00:00"), url=f"https://paper{number}.example/a",
        )  # fmt: skip
        raw = Raw(location=f"/in/{number}", content=text.encode(), format="text", fetched_at=NOW)
        list(made.keep([raw, document], parser="v1", at=NOW))
    return made


@pytest.fixture(scope="module")
def made(store: Store) -> Profile:
    (one,) = profile(Desk(store=store, settings=Settings()), "Ruth Stein", NOW)
    return one


def lines(one: Profile, key: str) -> list[str]:
    return [s.text for section in one.page.sections if section.key == key for s in section.sentences]


def test_every_line_has_its_ground(made: Profile) -> None:
    check(made.page, {d.id: d.text for d in made.page.documents})
    assert len(list(sentences(made.page))) > 8


def test_statements_by_date_with_their_acts(made: Profile) -> None:
    (section,) = [s for s in made.page.sections if s.key == "statements"]
    dated = [s.at for s in section.sentences if s.at]
    assert dated == sorted(dated) and len(dated) >= 3
    assert {"threatens", "denies"} <= {s.mark for s in section.sentences}
    assert all("Stein" in s.text for s in section.sentences if s.spans)


def test_a_threat_and_what_was_told_later(made: Profile) -> None:
    (section,) = [s for s in made.page.sections if s.key == "ahead"]
    (threat,) = section.sentences
    assert "harbour bridge" in threat.text and threat.mark == "threatens"
    (later,) = threat.detail
    assert "Ann Cole" in later.text and "harbour bridge" in later.text


def test_events_with_role_and_status(store: Store) -> None:
    (one,) = profile(Desk(store=store, settings=Settings()), "Tacna", NOW)
    (section,) = [s for s in one.page.sections if s.key == "events"]
    coded = [d.text for s in section.sentences for d in s.detail]
    assert any(c.startswith("ASSAULT") and "Tacna as actor" in c for c in coded)
    assert all("Stein" in s.text for s in section.sentences if s.spans)  # told by her, never by the page


def test_without_a_record_it_says_so(made: Profile) -> None:
    (section,) = [s for s in made.page.sections if s.key == "record"]
    assert "no record" in section.empty


def test_a_surname_and_another_case_find_the_same(store: Store, made: Profile) -> None:
    (one,) = profile(Desk(store=store, settings=Settings()), "stein", NOW)
    assert one.page.story_id == made.page.story_id


def test_a_name_that_nobody_bears(store: Store) -> None:
    assert profile(Desk(store=store, settings=Settings()), "Nobody Atall", NOW) == ()
    with pytest.raises(NothingRead):
        raise NothingRead("Nobody Atall")


def test_networks_in_both_forms(made: Profile) -> None:
    ids = {e.id for e in made.graph.entities}
    assert made.graph.ties and all(t.source in ids and t.target in ids for t in made.graph.ties)
    assert all(bool(t.span) != bool(t.listed) for t in made.graph.ties)
    (ftm,) = (
        registry.load("profile.exporters", "followthemoney").export([made.graph, made.graph], NOW).values()
    )
    rows = [json.loads(line) for line in ftm.splitlines()]
    assert len({r["id"] for r in rows}) == len(rows) == len(ids) + len(made.graph.ties)
    (stix,) = registry.load("profile.exporters", "stix").export([made.graph], NOW).values()
    bundle = json.loads(stix)
    known = {o["id"] for o in bundle["objects"]}
    for one in bundle["objects"]:
        assert one["spec_version"] == "2.1" and one["id"].startswith(one["type"] + "--")
        assert {one[k] for k in ("source_ref", "target_ref") if k in one} <= known
        assert set(one.get("object_refs", [])) <= known


def test_the_same_page_again(store: Store, made: Profile, tmp_path: Path) -> None:
    (again,) = profile(Desk(store=store, settings=Settings()), "Ruth Stein", NOW)
    assert again == made
