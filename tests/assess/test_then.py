"""As of a day: what came later has no part in a judgement, nor in what was said to be explained."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from rashomon.assess import Known, assess
from rashomon.assess.people import People, Said
from rashomon.assess.then import as_it_stood
from rashomon.records import Claim, Document, Membership, Position, Saying, Span, Story, Tie

DAY = datetime(2024, 3, 1, tzinfo=UTC)
TEXTS = (
    "Peru says that Chile sank the Amaru.",
    "Chile denies that.",
    "Bolivia says that it sank by itself.",
    "An undated note.",
)


def saying(number: int, speaker: str, act: str) -> Saying:
    span = Span(document_id=f"d{number}", start=0, end=len(TEXTS[number]), quote=TEXTS[number])
    return Saying(
        document_id=f"d{number}", speaker=speaker, entity="", cue="says", act=act, form="indirect", negated=False, span=span, content=()
    )  # fmt: skip


def position(number: int, party: str, stance: str) -> Position:
    return Position(
        party=party, name=party, stance=stance, at=DAY + timedelta(days=number), span=saying(number, party, "asserts").span  # type: ignore[arg-type]
    )  # fmt: skip


DOCUMENTS = [
    Document(
        id=f"d{n}", text=text, source="The Quay", published_at=DAY + timedelta(days=n) if n < 3 else None
    )
    for n, text in enumerate(TEXTS)
]
STORY = Story(
    id="s",
    title="t",
    members=tuple(Membership(document_id=one.id, story_id="s", root_id=one.id) for one in DOCUMENTS),
)
SUNK = Claim(
    id="sunk", story_id="s", text="Chile sank the Amaru", members=(saying(0, "Peru", "asserts"), saying(3, "Peru", "asserts")),
    positions=(position(0, "Peru", "asserts"), position(1, "Chile", "denies")), ties=(Tie(kind="contradicts", claim="itself"),),
)  # fmt: skip
ITSELF = Claim(
    id="itself", story_id="s", text="it sank by itself", members=(saying(2, "Bolivia", "asserts"),),
    positions=(position(2, "Bolivia", "asserts"),), explains=True, explanation="accident",
)  # fmt: skip


def test_a_claim_of_a_later_day_is_not_there_and_a_later_denial_neither() -> None:
    (one,) = as_it_stood([SUNK, ITSELF], DOCUMENTS, DAY + timedelta(hours=1))
    assert one.id == "sunk"
    assert [said.document_id for said in one.members] == ["d0"]
    assert [(p.party, p.stance) for p in one.positions] == [("Peru", "asserts")]
    assert one.ties == ()


def test_on_the_last_day_only_what_has_no_date_is_missing() -> None:
    one, other = as_it_stood([SUNK, ITSELF], DOCUMENTS, DAY + timedelta(days=9))
    assert (one.positions, one.ties, other) == (SUNK.positions, SUNK.ties, ITSELF)
    assert [said.document_id for said in one.members] == ["d0"]


def test_assessments_as_of_a_day_keep_the_order_and_say_what_nobody_had_said() -> None:
    then, unsaid = assess(
        [SUNK, ITSELF],
        [STORY],
        DOCUMENTS,
        [],
        [],
        now=DAY + timedelta(days=9),
        as_of=DAY + timedelta(hours=1),
    )
    assert (then.claim_id, then.status, then.documents) == ("sunk", "uncontested", 1)
    assert {h.kind for h in then.hypotheses if h.by} == {"as_claimed"}
    assert not [e for e in then.evidence if e.at and e.at > DAY + timedelta(hours=1)]
    assert (unsaid.claim_id, unsaid.unjudged) == ("itself", "Nobody had put it forward by then.")
    now, later = assess([SUNK, ITSELF], [STORY], DOCUMENTS, [], [], now=DAY + timedelta(days=9))
    assert now.status == "disputed" and not later.unjudged.startswith("Nobody had")


def test_where_people_left_only_explanations_of_one_answer_there_is_nothing_to_weigh() -> None:
    now = DAY + timedelta(days=9)
    first, _ = assess([SUNK, ITSELF], [STORY], DOCUMENTS, [], [], now=now)
    for answer, told in ((True, "holds"), (False, "does not hold")):
        gone = [h.id for h in first.hypotheses if h.holds is not answer]
        said = [Said(word="drop", subject=one, value={}, by="Bo", at=now) for one in gone]
        left, _ = assess(
            [SUNK, ITSELF], [STORY], DOCUMENTS, [], [], now=now, known=Known(people=People.of(said))
        )
        assert {h.holds for h in left.hypotheses} == {answer}
        assert left.likelihood is None and left.word == "" and left.shares == ()
        assert (
            left.unjudged
            == f"Under every explanation that is left the claim {told}, so there is nothing to weigh."
        )
