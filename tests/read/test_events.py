"""Events: what a sentence says was done, by whom, to whom, and whether it was done at all."""

from __future__ import annotations

from datetime import UTC, datetime
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon.read as reading
from rashomon.edge import from_bytes, to_bytes
from rashomon.read import read
from rashomon.read.events import events
from rashomon.read.events.english import lexicon
from rashomon.read.sentences import sentences
from rashomon.records import Attribution, Document, Event, Issue, Mention, Reading, Speaker

WEDNESDAY = datetime(2023, 5, 3, 12, tzinfo=UTC)


def told(
    text: str, mentions: tuple[Mention, ...] = (), said: tuple[Attribution, ...] = ()
) -> tuple[Event, ...]:
    return events(text, sentences(text), mentions, said, WEDNESDAY)


def only(text: str) -> Event:
    (one,) = told(text)
    return one


@pytest.mark.parametrize(
    ("text", "action", "mode", "status"),
    [
        ("Gunmen killed a judge in Orvel.", "ASSAULT", "firearms", "asserted"),
        ("An unsuccessful drone attack on the depot was reported.", "ASSAULT", "drone", "failed"),
        ("Police did not arrest anyone.", "COERCE", "arrest", "negated"),
        ("There was no attack on the convoy.", "ASSAULT", "", "negated"),
        ("Rebels tried to seize the dam.", "COERCE", "seize", "attempted"),
        ("Rebels tried to seize the dam but were repelled.", "COERCE", "seize", "failed"),
        ("The rebels failed to seize the dam.", "COERCE", "seize", "failed"),
        ("The army threatened to shell the town.", "THREATEN", "violence", "threatened"),
        ("The junta threatened to expel two envoys.", "THREATEN", "expel", "threatened"),
        ("The army will attack the town.", "THREATEN", "violence", "threatened"),
        ("The government will release the prisoners.", "AGREE", "", "planned"),
        ("The government will not release the prisoners.", "REJECT", "yield", "asserted"),
        ("The minister is due to visit the camp.", "CONSULT", "visit", "planned"),
        ("Rebels might attack the dam.", "ASSAULT", "", "hypothetical"),
        ("The union called for talks with the government.", "REQUEST", "meet", "asserted"),
        ("The government refused to meet the envoys.", "REJECT", "meet", "asserted"),
        ("Troops shelled the town in 2009.", "ASSAULT", "heavy-weapons", "historical"),
        ("Jets bombed the village.", "ASSAULT", "aerial", "asserted"),
        ("The council promised to send aid to the refugees.", "AGREE", "", "asserted"),
    ],
)  # fmt: skip
def test_category_mode_and_status(text: str, action: str, mode: str, status: str) -> None:
    one = only(text)
    assert (one.action, one.mode, one.status) == (action, mode, status)


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("The army attacked the rebels on Monday.", "army", "rebels"),
        ("The rebels were attacked by the army on Monday.", "army", "rebels"),
        ("Kestria's attack on Dorva shocked many.", "Kestria", "Dorva"),
        ("An attack on Dorva by Kestria was reported.", "Kestria", "Dorva"),
        ("Dorva and Kestria signed a treaty.", "Dorva and Kestria", ""),
        ("Police beat and arrested several reporters.", "Police", "several reporters"),
    ],
)
def test_actor_and_target(text: str, actor: str, target: str) -> None:
    one = told(text)[0]
    assert (one.actor, one.target) == (actor, target)


def test_someone_alleges_an_unsuccessful_drone_attack() -> None:
    text = "The ministry said that Kestria carried out an unsuccessful drone attack on the palace."
    said = Attribution(
        source=((0, 12),),
        cue=((13, 17),),
        content=((18, len(text) - 1),),
        speaker=Speaker(text="The ministry"),
    )
    (one,) = told(text, said=(said,))
    assert (one.action, one.mode, one.status, one.attribution) == ("ASSAULT", "drone", "failed", 0)
    assert one.actor == "Kestria"


def test_the_innermost_attribution_is_given() -> None:
    text = "Lund said the agency claimed that rebels had attacked the dam."
    outer = Attribution(source=((0, 4),), cue=((5, 9),), content=((10, 61),))
    inner = Attribution(source=((10, 20),), cue=((21, 28),), content=((29, 61),))
    assert told(text, said=(outer, inner))[-1].attribution == 1
    assert told("Rebels attacked the dam.")[0].attribution is None


def test_statements_and_denials_are_no_events() -> None:
    assert told("The minister said the harvest was good.") == ()
    assert told("The minister denied the report.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "She suffered a heart attack.",
        "Shares hit a record high on Monday.",
        "The law requires a licence.",
        "More than two dozen passengers died in a bus crash.",
        "He struck a balance between the two.",
    ],
)
def test_words_that_only_look_like_events(text: str) -> None:
    assert told(text) == ()


def test_counts_belong_to_the_event() -> None:
    (one,) = told("A bomb attack on the market killed at least 12 people and wounded between 20 and 30.")
    assert [(c.kind, c.low, c.high) for c in one.numbers] == [("killed", 12, None), ("wounded", 20, 30)]


def test_place_is_the_nearest_named_one() -> None:
    text = "Gunmen from Sorn killed a judge in Orvel."
    names = (
        Mention(start=12, end=16, text="Sorn", kind="place"),
        Mention(start=35, end=40, text="Orvel", kind="place"),
    )
    assert told(text, mentions=names)[0].place == "Orvel"


def test_the_time_of_saying_is_not_the_time_of_the_act() -> None:
    assert told("The army said on Tuesday it had attacked the rebels.")[0].time == ""
    assert told("The army attacked the rebels on Tuesday, it said.")[0].time_from == "2023-05-02"


def test_every_reader_of_english_has_events_and_they_go_through_json() -> None:
    document = Document(
        id="d", text="Rebels attacked the dam near Orvel on Tuesday.", language="en", published_at=WEDNESDAY
    )
    for reader in ("rules", "quotes"):
        made = next(r for r in read([document], reader=reader) if isinstance(r, Reading))
        assert [e.action for e in made.events] == ["ASSAULT"]
        assert from_bytes(Reading, to_bytes(made)) == made


def test_another_language_has_none() -> None:
    document = Document(id="d", text="Die Rebellen griffen an. Rebels attacked the dam.", language="de")
    made = next(r for r in read([document]) if isinstance(r, Reading))
    assert made.events == ()


def test_a_failure_leaves_the_reading_and_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> tuple[Event, ...]:
        raise RuntimeError

    assert isinstance(reading, ModuleType)
    monkeypatch.setattr(reading, "events", fails)
    made = list(read([Document(id="d", text="Rebels attacked the dam.", language="en")], reader="rules"))
    assert isinstance(made[0], Reading)
    assert made[0].sentences
    assert any(isinstance(one, Issue) and one.code == "events_unread" for one in made)


def test_the_lexicon_is_broad_and_holds_only_known_categories_and_modes() -> None:
    assert lexicon.size() > 900
    known = {e.category for some in lexicon.entries().values() for e in some} - {""}
    assert len(known) == 16


WORDS = st.lists(
    st.sampled_from(
        "rebels army Dorva attacked killed by the a to not will threatened agree , . ; “ ” ( ) 12 people on Tuesday in 2014 's "
        "of who that and must drone attack tried failed talks with if X's Mr. was were been at least between hours later May".split()
    ),
    max_size=60,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(WORDS, st.text(max_size=300)))
def test_spans_give_back_the_words_and_no_text_makes_it_fail(text: str) -> None:
    for one in told(text):
        assert 0 <= one.start < one.end <= len(text)
        assert (text[slice(*one.actor_span)] if one.actor_span else "") == one.actor
        assert (text[slice(*one.target_span)] if one.target_span else "") == one.target
        for count in one.numbers:
            assert text[count.start : count.end] == count.text
        assert one.time in text


@settings(max_examples=40, deadline=None)
@given(WORDS, st.integers(0, 400), st.integers(0, 400))
def test_odd_attributions_and_mentions_do_not_make_it_fail(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    if start == end:
        return
    said = Attribution(source=((start, end),), cue=(), content=((start, end),))
    told(text, (Mention(start=start, end=end, text=text[start:end], kind="person"),), (said,))
