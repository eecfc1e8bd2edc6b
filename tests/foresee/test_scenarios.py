"""From a story to questions that can be settled, with a likelihood only where something is known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rashomon.foresee import foresee
from rashomon.foresee.likelihood import likelihood
from rashomon.foresee.questions import lacks
from rashomon.foresee.resolve import Stream, resolve
from rashomon.read import read
from rashomon.records import (
    Assessment,
    Basis,
    Document,
    Hypothesis,
    Membership,
    Reading,
    Scenario,
    Story,
)

SAID_AT = datetime(2024, 5, 14, 9, tzinfo=UTC)
NOW = SAID_AT + timedelta(hours=1)
THREAT = "Tarsk attacked the port of Velmia with drones. Velmia threatened to expel two diplomats of Tarsk within three weeks if the raids go on."


class Past:
    """Velmia did such things one time in five; behind an attack three times in five; it kept six threats of eight."""

    def done(
        self, actor: str, category: str, mode: str, target: str, *, days: int, after: str = ""
    ) -> Basis | None:
        if after:
            return Basis(text="Behind an attack: 12 of 20.", hits=12, tried=20, rate=0.6)
        return Basis(text="At any time: 10 of 50.", hits=10, tried=50, rate=0.2)

    def kept(self, speaker: str, kind: str, category: str) -> Basis | None:
        return Basis(text="It carried out 6 of 8 threats.", hits=6, tried=8, rate=0.75)


def made(*texts: str, now: datetime = NOW, **more: object) -> tuple[Scenario, ...]:
    documents = [
        Document(id=f"d{n}", text=text, language="en", published_at=SAID_AT) for n, text in enumerate(texts)
    ]
    readings = [one for one in read(documents) if isinstance(one, Reading)]
    story = Story(
        id="s",
        title="",
        members=tuple(Membership(document_id=d.id, story_id="s", root_id=d.id) for d in documents),
    )
    more = {"claims": (), "assessments": (), **more}
    claims, assessments = more.pop("claims"), more.pop("assessments")
    return foresee(story, documents, readings, (), claims, assessments, now=now, **more)  # type: ignore[arg-type]


def test_a_threat_becomes_a_question_with_rule_deadline_and_abort_clause() -> None:
    (one,) = [s for s in made(THREAT) if s.intentions]
    assert (one.actor_name, one.category, one.mode, one.target_name) == (
        "Velmia",
        "SANCTION",
        "expel",
        "Tarsk",
    )
    q = one.question
    assert q.text == "Will Velmia impose a penalty on Tarsk (expel) by 4 June 2024?"
    assert q.rule is not None and q.rule.actors == ("Velmia",) and q.rule.targets == ("Tarsk",)
    assert q.abort is not None and q.abort.categories == ("RETREAT", "CONCEDE")
    assert "if the raids go on" in q.abort_text
    assert lacks(q, now=NOW) == ()


def test_without_a_history_there_is_no_likelihood_and_no_word() -> None:
    (one,) = [s for s in made(THREAT, word=lambda p: "likely") if s.intentions]
    assert one.likelihood is None and one.word == "" and one.base is None and one.record is None
    assert "no likelihood is given" in one.why[0]


def test_base_rate_and_record_give_a_likelihood_and_its_word() -> None:
    (one,) = [s for s in made(THREAT, history=Past(), word=lambda p: f"word of {p:.2f}") if s.intentions]
    assert one.likelihood == pytest.approx((6 + 4 * 0.2) / 12)
    assert one.word == "word of 0.57"
    assert one.question.base_rate == 0.2
    assert one.why[:2] == ("At any time: 10 of 50.", "It carried out 6 of 8 threats.")


def test_how_it_hangs_on_the_rival_explanations() -> None:
    from rashomon.foresee.depends import depends, overall

    kinds = (("as_claimed", True, 0.7), ("staged", False, 0.3))
    view = Assessment(
        claim_id="c",
        status="disputed",
        hypotheses=tuple(
            Hypothesis(id=kind, claim_id="c", kind=kind, text=kind, holds=holds) for kind, holds, _ in kinds
        ),
        shares=tuple((kind, share) for kind, _, share in kinds),
    )
    base, behind = Basis(text="b", hits=1, tried=5, rate=0.2), Basis(text="a", hits=3, tried=5, rate=0.6)
    found = depends([view], base, behind, None, refused=False, word=lambda p: f"{p}")
    assert [(d.hypothesis_id, d.likelihood, d.word) for d in found] == [
        ("as_claimed", 0.6, "0.6"),
        ("staged", 0.2, "0.2"),
    ]
    assert overall(found) == pytest.approx(0.7 * 0.6 + 0.3 * 0.2)
    silent = depends([view], base, None, None, refused=False, word=lambda p: f"{p}")
    assert all(d.likelihood is None and d.word == "" and "does not tell" in d.why for d in silent)
    assert overall(silent) is None
    assert (
        depends([Assessment(claim_id="c", status="uncontested")], base, behind, None, refused=False, word=str)
        == ()
    )


def test_the_question_is_settled_by_a_later_report() -> None:
    (one,) = [s for s in made(THREAT) if s.intentions]
    later = Document(
        id="l",
        text="Velmia expelled two diplomats of Tarsk.",
        language="en",
        published_at=SAID_AT + timedelta(days=3),
    )
    readings = [r for r in read([later]) if isinstance(r, Reading)]
    word = resolve(one.question, Stream([later], readings), now=SAID_AT + timedelta(days=4))
    assert word is not None and word.outcome == "yes"


def test_a_named_time_that_is_past_is_asked_anew_and_said() -> None:
    late = SAID_AT + timedelta(days=60)
    (one,) = [s for s in made(THREAT, now=late) if s.intentions]
    assert one.question.deadline == late + timedelta(days=30)
    assert any("until 2024-06-04, is past" in why for why in one.why)


def test_nothing_later_than_now_is_looked_at() -> None:
    assert made(THREAT, now=SAID_AT - timedelta(days=1)) == ()


def test_two_threats_of_one_act_are_one_scenario_with_both() -> None:
    (one,) = [
        s
        for s in made(THREAT, "Velmia warned that it would expel diplomats of Tarsk.", history=None)
        if s.category == "SANCTION"
    ]
    assert len(one.intentions) >= 1 and len({i.span.document_id for i in one.intentions}) == len(
        one.intentions
    )


@pytest.mark.parametrize(("rate", "expected"), [(0.0, 0.01), (1.0, 0.99)])
def test_no_likelihood_is_nought_or_one(rate: float, expected: float) -> None:
    assert likelihood(Basis(text="", hits=0, tried=9, rate=rate), None, refused=False)[0] == expected


def test_one_who_keeps_its_word_and_says_no_is_believed() -> None:
    record = Basis(text="", hits=8, tried=8, rate=1.0)
    p, why = likelihood(Basis(text="", hits=5, tried=10, rate=0.5), record, refused=True)
    assert p == pytest.approx(2 / 12) and "would not" in why[-1]
    assert likelihood(None, Basis(text="", hits=0, tried=0, rate=None), refused=False)[0] is None
