"""Items of evidence and the grades proposed for them: by what is said and by whom it serves, never by who it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rashomon.assess.evidence import evidence
from rashomon.records import Evidence, Media, Reliability
from tests.assess.telling import CHARGE, Report, Told, dispute, told


def of_kind(found: tuple[Evidence, ...], kind: str) -> list[Evidence]:
    return [one for one in found if one.kind == kind]


def note(text: str, **more: object) -> Report:
    """A report that repeats the charge and adds a sentence of its own."""
    fields: dict[str, object] = {
        "text": f"Chile said that {CHARGE}. {text}",
        "said": (("Chile", "said", CHARGE, "asserts"),),
        "names": (("Chile", "state"), ("Peru", "state"), ("Peruvian", "state")),
        "hours": 8,
        "outlet": "Harbour Post",
        **more,
    }
    return Report(**fields)  # type: ignore[arg-type]


def one_item(text: str, kind: str, **more: object) -> Evidence:
    found = [one for one in dispute(note(text, **more)).evidence(CHARGE) if one.kind == kind]
    assert found, f"no {kind} in {text!r}"
    return found[0]


def test_accuser_accused_and_witness() -> None:
    story = dispute(witness=True)
    found = {story.name(one.source): one for one in of_kind(story.evidence(CHARGE), "statement")}
    chile, peru = found["Chile"], found["Peru"]
    witness = next(one for name, one in found.items() if "Ana Lund" in name)
    assert (chile.word, chile.interest, chile.grades[0].deceiver) == ("asserts", 1, "yes")
    assert (peru.word, peru.interest, peru.grades[0].deceiver) == ("denies", -1, "yes")
    assert (witness.word, witness.interest, witness.grades[0].deceiver) == ("asserts", 0, "perhaps")
    assert chile.side == chile.source
    assert witness.side == ""


def test_every_source_is_f_unless_a_record_is_handed_in() -> None:
    story = dispute()

    def record(source: str, topic: str) -> Reliability:
        assert topic == "attack"
        return "B" if story.name(source) == "Chile" else "F"

    assert {one.grades[0].reliability for one in story.evidence(CHARGE)} == {"F"}
    graded = {story.name(one.source): one.grades[0] for one in story.evidence(CHARGE, record=record)}
    assert graded["Chile"].reliability == "B"
    assert any("comes to B" in sentence for sentence in graded["Chile"].why)
    assert graded["Peru"].reliability == "F"


def test_an_accusation_against_a_denial_tells_nothing_and_a_witness_does() -> None:
    bare = {one.name: one.grades[0].credibility for one in of_kind(dispute().evidence(CHARGE), "statement")}
    assert set(bare.values()) == {"6"}
    story = dispute(witness=True)
    seen = {
        story.name(one.source): one.grades[0].credibility
        for one in of_kind(story.evidence(CHARGE), "statement")
    }
    assert seen["Chile"] == "2"
    assert seen["Peru"] == "4"


def test_copies_bear_nobody_out() -> None:
    copy = Report(
        text=f"A harbour driver, Ana Lund, said that {CHARGE} and that she saw it.",
        said=(("A harbour driver, Ana Lund", "said", f"{CHARGE} and that she saw it", "asserts"),),
        names=(("Peru", "state"),),
        hours=9,
        root="d2",
    )
    once, twice = dispute(witness=True), dispute(copy, witness=True)
    before = [one.grades[0].credibility for one in of_kind(once.evidence(CHARGE), "statement")]
    after = [one.grades[0].credibility for one in of_kind(twice.evidence(CHARGE), "statement")]
    assert after == before


def test_who_owns_up_would_not_lie_about_that() -> None:
    story = dispute(
        Report(
            text=f"Peru admitted that {CHARGE} by mistake.",
            said=(("Peru", "admitted", f"{CHARGE} by mistake", "confirms"),),
            names=(("Peru", "state"),),
            hours=50,
        )
    )
    found = [one for one in of_kind(story.evidence(CHARGE), "statement") if "admitted" in one.text]
    assert found[0].interest == -1
    assert found[0].grades[0].deceiver == "no"
    steps = dict(found[0].grades[0].consistency)
    by_kind = {one.kind: one.id for one in story.hypotheses(CHARGE)}
    assert steps[by_kind["as_claimed"]] == "very_consistent"
    assert steps[by_kind["denied"]] == "very_inconsistent"


def test_an_outlet_that_tells_what_a_party_says_is_no_source_of_its_own() -> None:
    story = dispute(note("The port lies on the coast."))
    sources = {one.name for one in of_kind(story.evidence(CHARGE), "statement")}
    assert "Harbour Post" not in sources


@pytest.mark.parametrize(
    ("text", "kind", "deceiver"),
    [
        ("Videos shared on social networks show a fire at the grain terminal.", "media", "perhaps"),
        ("Chile released pictures of the burning terminal.", "media", "yes"),
        ("Fragments of the bombs were examined by three independent laboratories.", "media", "no"),
        ("Peru has developed bombers with a range of 2,000 kilometres.", "capability", "no"),
        ("The bombs carry serial numbers of a batch that was sold to Peru.", "means", "no"),
        ("Peru had vowed revenge for the loss of the grain terminal.", "motive", "perhaps"),
        ("A Peruvian squadron was based near the grain terminal.", "opportunity", "perhaps"),
        ("The terminal was hit on the eve of the harvest summit.", "pattern", "perhaps"),
        ("Peru was convicted of bombing terminals in 2019.", "record", "no"),
        ("There has been no independent confirmation of the bombing.", "absence", "no"),
    ],
)
def test_kinds_are_found_by_their_words(text: str, kind: str, deceiver: str) -> None:
    found = one_item(text, kind)
    assert found.text == text
    assert found.grades[0].deceiver == deceiver
    assert len(found.grades[0].why) >= 4
    assert found.grades[0].consistency


@pytest.mark.parametrize(
    ("text", "kind", "sign"),
    [
        ("Peru has developed bombers that reach the terminal.", "capability", 1),
        ("Peru has no bombers able to reach the terminal.", "capability", -1),
        ("Peru stood to gain from the loss of the terminal.", "motive", 1),
        ("Peru had no reason to bomb the terminal.", "motive", -1),
        ("Chile stands to gain from the outrage over the terminal.", "motive", -1),
        ("Chile has repeatedly made false claims about bombed terminals.", "record", -1),
        ("The Peruvian squadron was abroad when the terminal burned.", "opportunity", -1),
        ("The clip of the terminal was filmed years before.", "media", -1),
    ],
)
def test_which_way_an_item_speaks(text: str, kind: str, sign: int) -> None:
    story = dispute(note(text))
    found = next(one for one in story.evidence(CHARGE) if one.kind == kind)
    claimed = next(one.id for one in story.hypotheses(CHARGE) if one.kind == "as_claimed")
    step = dict(found.grades[0].consistency)[claimed]
    assert ("inconsistent" in step) == (sign < 0)
    assert (step in ("consistent", "very_consistent")) == (sign > 0)


def test_a_word_of_evidence_belongs_to_who_says_it() -> None:
    own = "it had no bombers able to reach the terminal"
    more = (("Chile", "said", CHARGE, "asserts"), ("Peru", "told", own, "asserts"))
    by_report = one_item("Peru had no bombers able to reach the terminal.", "capability")
    story = dispute(note(f"Peru told reporters that {own}.", said=more))
    by_party = next(one for one in story.evidence(CHARGE) if one.kind == "capability")
    assert (by_report.name, by_report.interest, by_report.grades[0].deceiver) == ("Harbour Post", 0, "no")
    assert (story.name(by_party.source), by_party.interest) == ("Peru", -1)
    assert by_party.grades[0].deceiver == "yes"


def test_nobody_is_expected_to_confirm_at_once_or_alone() -> None:
    def missing(story: Told, days: int = 30) -> list[Evidence]:
        return [one for one in of_kind(story.evidence(CHARGE, days=days), "absence") if not one.source]

    late = [
        Report(text="Grain prices rose.", outlet="Ledger", hours=30),
        Report(text="Ships were waiting off the port.", outlet="Courier", hours=40),
    ]
    assert missing(dispute(*late))
    assert not missing(dispute())  # only three hours have passed
    assert not missing(dispute(*late), days=1)  # not yet, as of then
    assert not missing(dispute(*late, witness=True))  # somebody without a gain says so
    assert not missing(dispute(late[0]))  # nobody else was there to confirm


def test_nothing_later_than_the_moment_is_looked_at() -> None:
    story = dispute(note("Peru had vowed revenge for the loss of the grain terminal.", hours=100))
    assert of_kind(story.evidence(CHARGE), "motive")
    assert not of_kind(story.evidence(CHARGE, days=2), "motive")


def test_what_a_report_carries_is_told_of_and_not_looked_at() -> None:
    story = dispute(note("", media=(Media(kind="video", name="clip.mp4"),)))
    carried = of_kind(story.evidence(CHARGE), "media")
    assert len(carried) == 1
    assert carried[0].source == "Harbour Post"
    assert any("nobody here has looked at" in sentence for sentence in carried[0].grades[0].why)


def test_the_silence_of_the_accused_needs_words_of_its_own() -> None:
    story = told(
        Report(
            text=f"Chile said that {CHARGE} at dawn.",
            said=(("Chile", "said", f"{CHARGE} at dawn", "accuses"),),
            names=(("Chile", "state"), ("Peru", "state")),
        ),
        Report(
            text="Peru said that its elections would be held in May.",
            said=(("Peru", "said", "its elections would be held in May", "asserts"),),
            names=(("Peru", "state"),),
            hours=30,
        ),
    )
    silent = [one for one in of_kind(story.evidence(CHARGE), "absence") if one.word == "silent"]
    heard = any(one.heard for one in story.claim(CHARGE).silences)
    assert bool(silent) == heard


def test_spans_can_be_rebuilt_and_ids_are_their_own() -> None:
    story = dispute(
        note("Peru has developed bombers with a range of 2,000 kilometres. No wreckage has been found."),
        witness=True,
    )
    texts = {one.id: one.text for one in story.documents}
    found = story.evidence(CHARGE)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.spans
        for span in one.spans:
            span.check(texts[span.document_id])


def test_ids_stay_while_other_items_come_in() -> None:
    few, many = dispute(), dispute(witness=True)
    assert {one.id for one in few.evidence(CHARGE)} <= {one.id for one in many.evidence(CHARGE)}


def test_whoever_they_are_the_grades_are_the_same() -> None:
    """Accuser and accused change places and names: nothing but the names may change."""
    text = "{0} had vowed revenge for the loss of the grain terminal. {1} released pictures of the terminal."

    def grades(accused: str, accuser: str) -> list[tuple[object, ...]]:
        extra = Report(
            text=f"{accuser} said that {accused}'s air force bombed the grain terminal. "
            + text.format(accused, accuser),
            said=((accuser, "said", f"{accused}'s air force bombed the grain terminal", "asserts"),),
            names=((accuser, "state"), (accused, "state")),
            hours=8,
            outlet="Harbour Post",
        )
        story = dispute(extra, accused=accused, accuser=accuser)
        found = story.evidence(f"{accused}'s air force")
        return [
            (one.kind, one.word, one.interest, one.grades[0].credibility, one.grades[0].deceiver, len(one.grades[0].consistency))
            for one in found
        ]  # fmt: skip

    first = grades("Peru", "Chile")
    assert first
    assert first == grades("Chile", "Peru") == grades("Ruritania", "Zembla")


def test_a_party_that_asserts_and_denies_gets_both_and_a_reason_says_so() -> None:
    story = dispute()
    claim = story.claim(CHARGE)
    own = next(one for one in claim.positions if one.stance == "asserts")
    both = replace(claim, positions=(*claim.positions, replace(own, stance="denies")))
    found = evidence(
        both, story.hypotheses(CHARGE), (both,), story.story, story.documents, story.readings, story.entities,
        now=datetime(2032, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    theirs = [one for one in found if one.kind == "statement" and one.source == own.party]
    assert {one.word for one in theirs} == {"asserts", "denies"}
    assert all(any("both says it and denies it" in why for why in one.grades[0].why) for one in theirs)


def test_a_story_without_readings_or_documents_has_statements_only() -> None:
    story = dispute()
    found = evidence(
        story.claim(CHARGE), story.hypotheses(CHARGE), story.claims, story.story, (), {}, story.entities,
        now=datetime(2032, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    assert {one.kind for one in found} == {"statement"}


@pytest.mark.parametrize(
    "text", ["said " * 3000, "“" * 500, "video " * 2000, "no " * 3000, "not able to " * 900]
)
def test_text_without_stops_is_no_trouble(text: str) -> None:
    found = dispute(note(text.strip())).evidence(CHARGE)
    assert all(len(one.text) <= 2_000 for one in found)
