"""How evidence becomes a judgement or an abstention: invented exhibits, good and bad."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import numpy as np
import pytest

from rashomon.assess import Known, assess
from rashomon.assess.judge import Judgement, judge
from rashomon.assess.judge.worth import sound, worth
from rashomon.assess.record import learn
from rashomon.assess.record.says import Says
from rashomon.errors import RashomonError
from rashomon.records import Evidence, Grade, Hypothesis, Step
from tests.assess.telling import CHARGE, DAY, Report, dispute

T = datetime(2031, 6, 1, tzinfo=UTC)
TRUE = Hypothesis(id="t", claim_id="c", kind="as_claimed", text="It is so.", holds=True, by=("a",))
FALSE = Hypothesis(id="f", claim_id="c", kind="denied", text="It is not so.", holds=False)
LESS = Hypothesis(id="l", claim_id="c", kind="exaggeration", text="It is less.", holds=False)
BOTH = (TRUE, FALSE)
FOR: dict[str, tuple[tuple[str, Step], ...]] = {
    "asserts": (("t", "consistent"), ("f", "inconsistent")),
    "denies": (("t", "inconsistent"), ("f", "consistent")),
}


def word(id: str, says: str, *, interest: int = 0, deceiver: str = "perhaps", **more: object) -> Evidence:
    fields: dict[str, object] = {"root_id": f"r{id}", "at": T, "source": f"s{id}", "name": f"Source {id}", **more}  # fmt: skip
    grades = fields.pop("grades", (Grade(deceiver=deceiver, consistency=FOR[says]),))  # type: ignore[arg-type]
    return Evidence(
        id=id, claim_id="c", kind="statement", text=f"Words {id}.", word=says, interest=interest, grades=grades, **fields  # type: ignore[arg-type]
    )  # fmt: skip


def court(*items: Evidence, hypotheses: Sequence[Hypothesis] = BOTH, as_of: datetime | None = None) -> Judgement:  # fmt: skip
    return judge(hypotheses, items, Says(learn((), {})).words("attack"), as_of=as_of)


def test_no_evidence_is_no_judgement() -> None:
    made = court()
    assert made.likelihood is None and made.confidence is None
    assert "no evidence" in made.unjudged


def test_the_words_of_those_who_gain_and_lose_are_no_judgement() -> None:
    made = court(word("1", "asserts", interest=1, deceiver="yes", side="x"), word("2", "asserts", interest=1, deceiver="yes", side="y"),
                 word("3", "asserts", interest=1, deceiver="yes", side="z"))  # fmt: skip
    assert made.likelihood is None
    assert "gain" in made.unjudged


def test_one_witness_is_none_and_two_of_their_own_roots_are_some() -> None:
    one = court(word("1", "asserts"), word("2", "asserts", deceiver="unknown"))
    assert one.likelihood is None and "Only one source" in one.unjudged
    two = court(word("1", "asserts"), word("2", "asserts"))
    assert two.likelihood is not None and two.likelihood > 0.6
    copies = court(word("1", "asserts", root_id="r"), word("2", "asserts", root_id="r"))
    assert copies.likelihood is None


def test_forty_copies_of_a_witness_are_one_witness() -> None:
    assert court(*(word(f"{n:02}", "asserts", root_id="r") for n in range(40))).likelihood is None


def test_nobody_known_counts_less_than_a_witness_and_more_than_nothing() -> None:
    seen = court(word("1", "asserts"), word("2", "asserts"), word("3", "asserts")).likelihood
    dim = court(word("1", "asserts"), word("2", "asserts"), word("3", "asserts", deceiver="unknown")).likelihood  # fmt: skip
    without = court(word("1", "asserts"), word("2", "asserts")).likelihood
    assert seen is not None and dim is not None and without is not None
    assert without < dim < seen
    assert court(*(word(str(n), "asserts", deceiver="unknown") for n in range(6))).likelihood is None


def test_a_word_against_its_own_interest_can_stand_alone() -> None:
    made = court(word("1", "denies", interest=1, deceiver="no"), word("2", "asserts", interest=1, deceiver="yes"))  # fmt: skip
    assert made.likelihood is not None and made.likelihood < 0.4
    assert made.confidence == "low"


def test_against_interest_is_sound_unless_a_record_says_otherwise_and_misreading_caps_all() -> None:
    assert sound(Grade(deceiver="no"), "statement") > sound(Grade(), "statement")
    assert sound(Grade(reliability="E", deceiver="no"), "statement") < sound(Grade(), "statement")
    assert sound(Grade(reliability="A", deceiver="no", credibility="1"), "media") <= worth().read


def test_some_of_it_may_be_so_where_witnesses_cannot_have_counted() -> None:
    three = (TRUE, FALSE, LESS)
    items = [word("1", "asserts"), word("2", "asserts")]
    shares = dict(court(*items, hypotheses=three).shares)
    assert shares["l"] > shares["f"]


def test_circular_reports_are_one_voice() -> None:
    """Two outlets that cite each other: each is the root of the other's text."""
    round_ = [word("1", "asserts", source="a", root_id="b"), word("2", "asserts", source="b", root_id="b")]
    assert court(*round_).likelihood is None


def test_a_source_that_is_its_own_rival_tells_nothing() -> None:
    made = court(word("1", "asserts", source="s", interest=1, deceiver="yes", side="s"),
                 word("2", "denies", source="s", interest=1, deceiver="unknown", side="s"))  # fmt: skip
    assert made.likelihood is None


def test_contradictory_grades_of_two_people_are_both_shown_and_the_mean_is_taken() -> None:
    def graded(id: str) -> Evidence:
        own = Grade(deceiver="perhaps", consistency=FOR["asserts"])
        good = replace(own, by="ana", reliability="A", at=T)
        bad = replace(own, by="bo", reliability="E", at=T)
        return word(id, "asserts", grades=(own, good, bad))

    made = court(graded("1"), graded("2"))
    views = {one.by: one.likelihood or 0.0 for one in made.views}
    assert set(views) == {"", "ana", "bo"}
    assert made.likelihood is not None
    assert views["bo"] < made.likelihood < views["ana"]


def test_what_came_after_the_day_asked_for_is_not_looked_at() -> None:
    items = [word("1", "asserts"), word("2", "asserts"), word("3", "denies", at=T + timedelta(days=3))]
    then = court(*items, as_of=T + timedelta(days=1))
    assert [one.id for one in then.evidence] == ["1", "2"]
    assert then.likelihood == court(*items[:2]).likelihood
    with pytest.raises(RashomonError):
        court(*items, as_of=datetime(2031, 6, 2))  # noqa: DTZ001 - that is the fault


def test_the_order_of_the_evidence_does_not_matter() -> None:
    items = [word("1", "asserts"), word("2", "denies"), word("3", "asserts"), word("4", "asserts")]
    found = {court(*order).likelihood for order in permutations(items)}
    assert len(found) == 1


def test_one_side_left_out_leaves_nothing_to_weigh() -> None:
    made = court(word("1", "asserts"), word("2", "asserts"), hypotheses=(FALSE, LESS))
    assert made.likelihood is None and "nothing to weigh" in made.unjudged


def test_many_items_are_the_same_as_worked_out_one_by_one() -> None:
    """The history keeps the rows of items: its last moment is the judgement itself."""
    items = [word(f"{n:03}", ("asserts", "denies")[n % 3 == 0], at=T + timedelta(hours=n)) for n in range(60)]
    made = court(*items)
    assert made.likelihood is not None and made.history
    last = made.history[-1].likelihood
    assert last is not None and np.isclose(last, made.likelihood)


def test_without_settled_claims_no_number_of_mouths_makes_it_certain() -> None:
    texts = [
        Report(
            text=f"A witness, Ana{n} Lund{n}, said that {CHARGE}.",
            said=((f"A witness, Ana{n} Lund{n}", "said", CHARGE, "asserts"),),
            names=(("Peru", "state"),),
            hours=2 + n,
        )
        for n in range(9)
    ]
    story = dispute(*texts)
    made = assess(
        story.claims, [story.story], story.documents, tuple(story.readings.values()), tuple(story.entities.values()),
        now=DAY + timedelta(days=9), known=Known(),
    )  # fmt: skip
    one = next(a for a in made if a.claim_id == story.claim(CHARGE).id)
    assert one.likelihood is not None and 0.6 < one.likelihood <= 0.86


def test_an_accusation_and_a_denial_come_to_no_judgement_and_a_reason() -> None:
    story = dispute()
    made = assess(
        story.claims, [story.story], story.documents, tuple(story.readings.values()), tuple(story.entities.values()),
        now=DAY + timedelta(days=1),
    )  # fmt: skip
    one = next(a for a in made if a.claim_id == story.claim(CHARGE).id)
    assert one.likelihood is None and one.confidence is None
    assert one.unjudged.endswith(".")
