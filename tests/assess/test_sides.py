"""Who speaks for a state: told from names, role words and datelines, of invented people in real states' service and of nobody else."""

from __future__ import annotations

import pytest

from rashomon.assess.about.named import side
from rashomon.assess.sides import NOBODY, is_official, polities, sided, state_media
from rashomon.records import Attribution, Document, Entity, Mention, Reading, Related, Speaker

PERU = Entity(id="pe", name="Peru", kind="state", names=("Peru",), party="pe")
CHILE = Entity(id="cl", name="Chile", kind="state", names=("Chile",), party="cl")
LIMA = Entity(
    id="li", name="Lima", kind="place", names=("Lima",), party="pe", related=(Related(kind="capital_of", entity="pe"),)
)  # fmt: skip
SANTIAGO = Entity(
    id="sa", name="Santiago", kind="place", names=("Santiago",), party="cl", related=(Related(kind="capital_of", entity="cl"),)
)  # fmt: skip


def of(text: str, name: str, kind: str = "person", *, speaks: bool = True) -> str:
    """For which state the named one speaks, after this report."""
    one = Entity(id="x", name=name, kind=kind, names=(name,), party="x")  # type: ignore[arg-type]
    document = Document(id="d", text=text)
    mentions = []
    for word, entity in (("Peruvian", "pe"), ("Peru", "pe"), ("Chilean", "cl"), ("Chile", "cl"), (name, "x")):
        at = text.find(word)
        if at >= 0:
            mentions.append(Mention(start=at, end=at + len(word), text=word, kind="state", entity=entity))
    at = text.find(name)
    said = Attribution(
        source=((at, at + len(name)),), cue=(), content=(), speaker=Speaker(text=name, entity="x"), act="asserts"
    )  # fmt: skip
    reading = Reading(
        document_id="d", reader="t", language="en", sentences=((0, len(text)),),
        mentions=tuple(sorted(mentions, key=lambda m: m.start)), attributions=(said,) if speaks and at >= 0 else (),
    )  # fmt: skip
    found = sided([PERU, CHILE, LIMA, SANTIAGO, one], [document], {"d": reading})
    return side("x", found)


@pytest.mark.parametrize(
    ("text", "name", "kind", "state"),
    [
        ("Ana Soto, the Chilean delegate, said that no ship was near. Peru did not answer.", "Ana Soto", "person", "cl"),
        ("The Peruvian ambassador Luis Paz said that Chile was wrong.", "Luis Paz", "person", "pe"),
        ("The Chilean delegation said that Peru had fired.", "Chilean delegation", "organisation", "cl"),
        ("Lima radio said that Chile had fired. Peru waited.", "Lima radio", "organisation", "pe"),
        ("The foreign ministry in Santiago said that Peru had fired. Chile waited.", "foreign ministry", "other", "cl"),
        ("SANTIAGO, March 3 (CPA) - Peru fired first, President Ana Soto said. In Chile nobody slept.", "Ana Soto", "person", "cl"),
    ],
)  # fmt: skip
def test_by_role_name_or_dateline(text: str, name: str, kind: str, state: str) -> None:
    assert of(text, name, kind) == state


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Chilean engineer, Ana Soto, said that Peru had fired.", "Ana Soto"),
        ("Ana Soto, a former Chilean minister, said that Peru had fired.", "Ana Soto"),
        ("Ana Soto, a Chilean opposition leader, spoke of the government. Peru waited.", "Ana Soto"),
        ("Ana Soto saw the boats of Peru. Chile is near.", "Ana Soto"),
    ],
)
def test_experts_former_ministers_opponents_and_neighbours_speak_for_no_state(text: str, name: str) -> None:
    assert of(text, name) == ""


def test_who_is_only_named_in_a_capital_is_not_of_it() -> None:
    text = "LIMA, March 3 (CPA) - The delegates hissed when President Ana Soto was named. Peru and Chile are at odds."
    assert of(text, "Ana Soto", speaks=False) == ""


def test_one_whom_two_states_claim_stays_without() -> None:
    text = "The foreign ministry in Lima said so, and the foreign ministry in Santiago denied it. Peru and Chile waited."
    one = Entity(id="x", name="foreign ministry", kind="other", names=("foreign ministry",), party="x")
    spots = [m for m in range(len(text)) if text.startswith("foreign ministry", m)]
    mentions = [Mention(start=m, end=m + 16, text="foreign ministry", kind="organisation", entity="x") for m in spots]  # fmt: skip
    at = text.index("Peru")
    mentions.append(Mention(start=at, end=at + 4, text="Peru", kind="state", entity="pe"))
    reading = Reading(document_id="d", reader="t", language="en", sentences=(), mentions=tuple(mentions), attributions=())  # fmt: skip
    found = sided([PERU, CHILE, LIMA, SANTIAGO, one], [Document(id="d", text=text)], {"d": reading})
    assert side("x", found) == ""


def test_nobody_and_officials() -> None:
    assert all(
        NOBODY.match(one) for one in ("one of them", "officials", "Both", "who", "some people there"[:4])
    )
    assert not NOBODY.match("Ana Soto")
    assert is_official("agency official") and is_official("Soto", "as President Ana Soto said")
    assert not is_official("Ana Soto", "Ana Soto met the President")


def test_the_lists_are_whole() -> None:
    assert all(words and capital for words, capital in polities())
    names = [name for name, _ in state_media()]
    assert len(names) == len(set(names)) > 20


def test_no_states_no_sides() -> None:
    one = Entity(id="x", name="agency official", kind="other", names=("agency official",), party="x")
    assert sided([one], [], {}) == {"x": one}
