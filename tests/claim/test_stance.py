"""The stance of a report towards a claim: plain cases that every version of the model must get right, and bad input."""

from __future__ import annotations

import itertools
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import flow
from rashomon.brief.material import Material
from rashomon.brief.reported import reports
from rashomon.claim.stance import LABELS, stances
from rashomon.claim.stance import model as trained
from rashomon.claim.stance.passages import LENGTH
from rashomon.claim.stance.place import FILES, folder
from rashomon.claim.stance.reports import ROOTS, with_reports
from rashomon.claim.stance.words import Text, sentences
from rashomon.config import Settings
from rashomon.errors import MissingModel
from rashomon.records import Claim, Document, Membership, Position, ReportStance, Saying, Span, Story

CLAIM = "A whale was seen in the river at Harlow"
AGREES = (
    "A whale swam up the river at Harlow on Monday. Hundreds of people watched it from the bridge for two hours, and the "
    "harbour master measured it at nine metres. It turned back to the sea with the evening tide."
)
DENIES = (
    "The story of a whale in the river at Harlow is a hoax. The photo was doctored, the man who made it admitted on "
    "Tuesday: no whale was ever there. The harbour master called the reports false."
)
DISCUSSES = (
    "Reports say that a whale may have been seen in the river at Harlow. The reports could not be confirmed. According to "
    "one fisherman it was a whale; the coast guard said that it was looking into the claim."
)
OTHER = (
    "The central bank raised its rate by a quarter of a point on Thursday and said that inflation would stay high until "
    "the summer. Shares of lenders rose; the currency was little changed."
)


@pytest.mark.parametrize(
    ("report", "expected"),
    [(AGREES, "agree"), (DENIES, "disagree"), (DISCUSSES, "discuss"), (OTHER, "unrelated")],
)
def test_plain_reports(report: str, expected: str) -> None:
    (answer,) = stances([(CLAIM, report)])
    assert max(answer.probabilities, key=lambda k: answer.probabilities[k]) == expected
    assert answer.label in (expected, None)


def test_a_claim_that_refutes_is_agreed_with_by_a_report_that_refutes() -> None:
    turned, plain = stances(
        [
            ("The whale in the river at Harlow was a hoax", DENIES),
            ("The whale in the river at Harlow was a hoax", AGREES),
        ]
    )
    assert turned.probabilities["agree"] > turned.probabilities["disagree"]
    assert plain.probabilities["agree"] < turned.probabilities["agree"]


def test_a_claim_that_refutes_is_never_said_to_be_disagreed_with() -> None:
    claims = (
        "No whale was seen in the river at Harlow",
        "The whale at Harlow is a hoax",
        "Harlow denies a whale was seen",
    )
    answers = stances([(claim, report) for claim in claims for report in (AGREES, DENIES, DISCUSSES)])
    assert "disagree" not in {one.label for one in answers}


def test_asked_together_or_alone_the_answer_is_the_same() -> None:
    pairs = [(CLAIM, one) for one in (AGREES, DENIES, DISCUSSES, OTHER)]
    assert stances(pairs) == [stances([pair])[0] for pair in pairs] == stances(pairs, threads=3)


def test_probabilities_are_those_of_four_labels() -> None:
    for answer in stances([(CLAIM, one) for one in (AGREES, DENIES, DISCUSSES, OTHER)]):
        assert tuple(answer.probabilities) == LABELS
        assert sum(answer.probabilities.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("claim", "report"),
    [
        ("", AGREES),
        (CLAIM, ""),
        (CLAIM, " \n\t"),
        ("!!! ---", AGREES),
        ("Кита видели в реке", AGREES),
        (CLAIM, "Кит зашёл в реку у Харлоу, его видели сотни людей."),
    ],
)
def test_nothing_to_judge_is_no_answer(claim: str, report: str) -> None:
    (answer,) = stances([(claim, report)])
    assert answer.label is None
    assert answer.probabilities == {}


def test_a_report_of_a_megabyte_is_answered() -> None:
    filler = "The committee met again and put off its decision until the next session of the house. "
    long = AGREES + "\n\n" + filler * (1_000_000 // len(filler))
    unbroken = "whale " * 170_000
    first, second = stances([(CLAIM, long), (CLAIM, unbroken)])
    assert first.probabilities["unrelated"] < 0.5
    assert second.probabilities


def test_the_telling_passage_is_found_far_down() -> None:
    filler = "The committee met again and put off its decision until the next session of the house. "
    (deep,) = stances([(CLAIM, filler * 300 + "\n\n" + DENIES + "\n\n" + filler * 300)])
    assert deep.probabilities["disagree"] > deep.probabilities["agree"]


@given(st.text(max_size=300), st.text(max_size=2_000))
@settings(max_examples=40, deadline=None)
def test_any_text_is_shown_within_bounds(claim: str, report: str) -> None:
    made = trained.model()
    one = made.show(made.look(Text(claim), Text(report)))
    assert len(one.ids) == len(one.kinds) == len(one.features) <= LENGTH
    assert set(one.kinds.tolist()) <= {0, 1}
    assert set(one.features.tolist()) <= {0, 1, 2, 3}


@given(st.text(max_size=3_000))
@settings(max_examples=100, deadline=None)
def test_sentences_hold_every_letter_once(text: str) -> None:
    spans = sentences(text)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())


def test_a_missing_or_broken_model_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = folder()
    assert home is not None
    shutil.copytree(home, tmp_path / "stance")
    (tmp_path / "stance" / FILES[0]).write_bytes(b"no network")
    monkeypatch.setenv("RASHOMON_MODELS", str(tmp_path))
    trained.model.cache_clear()
    with pytest.raises(MissingModel, match="stance"):
        stances([(CLAIM, AGREES)])
    monkeypatch.setattr("rashomon.claim.stance.model.folder", lambda: None)
    with pytest.raises(MissingModel, match="not there"):
        stances([(CLAIM, AGREES)])
    monkeypatch.undo()
    trained.model.cache_clear()


def test_the_card_names_the_weights() -> None:
    import hashlib

    home = folder()
    assert home is not None
    card = json.loads((home / "card.json").read_text(encoding="utf-8"))
    assert card["sha256"] == hashlib.sha256((home / "model.onnx").read_bytes()).hexdigest()
    assert (home / "model.onnx").stat().st_size < 25e6


# --- in a story


def document(number: int, text: str) -> Document:
    return Document(id=f"d{number}", text=text, title="", source=f"Paper {number}", language="en")


def story(documents: list[Document], roots: list[str]) -> Story:
    members = tuple(
        Membership(document_id=d.id, story_id="s", root_id=r) for d, r in zip(documents, roots, strict=True)
    )
    return Story(id="s", title="", members=members)


def claim(documents: list[Document]) -> Claim:
    span = Span(document_id="d0", start=0, end=7, quote=documents[0].text[:7])
    saying = Saying(
        document_id="d0", speaker="Ann", entity="", cue="said", act="asserts", form="indirect", negated=False,
        content=(span,), span=span,
    )  # fmt: skip
    position = Position(party="Ann", name="Ann", stance="asserts", span=span, root_id="d0", saying=saying)
    other = replace(position, party="Bo", name="Bo", stance="denies", root_id="d1")
    return Claim(id="c", story_id="s", text=CLAIM, members=(saying,), positions=(position, other))


def test_each_root_is_read_once_and_positions_stay_as_they_are() -> None:
    documents = [document(0, AGREES), document(1, DENIES), document(2, AGREES), document(3, "Кита видели.")]
    before = claim(documents)
    (after,) = with_reports([before], [story(documents, ["d0", "d1", "d0", "d3"])], documents)
    assert {one.root_id for one in after.reports} <= {"d0", "d1"}
    assert {one.document_id for one in after.reports} <= {"d0", "d1"}
    assert len(after.reports) == len({one.root_id for one in after.reports})
    assert after.positions == before.positions
    assert replace(after, reports=()) == before


def test_the_order_of_documents_changes_nothing_and_pairs_are_bounded() -> None:
    documents = [document(n, (AGREES, DENIES, DISCUSSES)[n % 3] + f" Edition {n}.") for n in range(ROOTS + 5)]
    one = story(documents, [d.id for d in documents])
    turned = replace(one, members=one.members[::-1])
    first = with_reports([claim(documents)], [one], documents)
    assert first == with_reports([claim(documents)], [turned], documents[::-1])
    assert len(first[0].reports) <= ROOTS


def test_the_brief_names_the_reports_that_argue_against() -> None:
    documents = [document(0, AGREES), document(1, DENIES), document(2, DISCUSSES)]
    made = replace(
        claim(documents),
        reports=(
            ReportStance(document_id="d0", root_id="d0", label="agree", probability=0.9),
            ReportStance(document_id="d1", root_id="d1", label="disagree", probability=0.9),
            ReportStance(document_id="d2", root_id="d2", label="discuss", probability=0.9),
        ),
    )
    material = Material.of(
        story(documents, ["d0", "d1", "d2"]),
        documents=documents,
        readings=[],
        entities=[],
        claims=[made],
        assessments=[],
    )
    (line,) = reports(material, made)
    assert "3 independent reports" in line.text
    assert "leans against it (Paper 1)" in line.text
    assert [span.document_id for span in line.spans] == ["d1"]
    assert reports(material, replace(made, reports=made.reports[:1])) == []


def test_without_the_model_claims_stay_and_an_issue_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.claim.stance.place.folder", lambda: None)
    documents = [
        document(0, "Ann Lee said that the bridge was shut."),
        document(1, "Bo Ray denied that the bridge was shut."),
    ]
    thought, _ = flow.think_alone(documents, Settings())
    assert flow.reported(thought, documents) == thought
    assert [one.code for one in flow.unstanced(thought.claims)] == ["no_stance_model"]
