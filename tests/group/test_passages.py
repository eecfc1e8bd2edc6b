"""Several roots in one report, each with its passage; and what a later version of a page changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.edge import from_data, to_data
from rashomon.group import group
from rashomon.group.changes import changes
from rashomon.records import Membership, Passage
from tests.group.test_roots import BRIDGE, OTHER, doc, found

STATEMENT = (
    "The Ministry of Roads rejects the claim that the bridge at Lesko was known to be unsafe. Every inspection since 2012 was "
    "carried out on time, as the records show. We have handed these records to the prosecutor in Ostrava. We call on all to "
    "let the engineers do their work and to wait for their report, which we expect on 14 June."
)
QUOTED = f"\u201c{STATEMENT[90:]}\u201d"
FIRST = (
    f"Families of the two missing men asked on Monday why nobody had closed the bridge. In a statement the ministry said: {QUOTED} "
    "Dana Ruzic, whose brother drove a red van, has slept in her car by the bank since Sunday. She showed us a photograph of "
    "the crack that he had taken in April."
)
SECOND = (
    f"Opposition deputies want the minister of roads to resign over Lesko. The ministry answered: {QUOTED} Deputy Petr Havran "
    "holds a letter by which the firm Statik had offered repairs for 2.3 million crowns. His party will bring the letter "
    "before parliament on Thursday, he told reporters in the corridor."
)


def test_two_reports_around_one_statement_are_two_roots() -> None:
    made = found(doc("a", FIRST, 1, source="Echo"), doc("b", SECOND, 2, source="Herald"))
    assert {one.root for one in made.values()} == {"a", "b"}
    (shared,) = made["b"].passages
    assert (shared.relation, shared.root_id) == ("quote", "a")
    assert SECOND[shared.start : shared.end].strip("“”") in STATEMENT


def test_words_quoted_from_a_statement_that_was_collected_have_its_root() -> None:
    made = found(
        doc("statement", STATEMENT, 0, source="Ministry of Roads"),
        doc("a", FIRST, 1, source="Echo"),
        doc("b", SECOND, 2, source="Herald"),
    )
    assert (made["a"].root, made["b"].root) == ("a", "b")
    for id in ("a", "b"):
        assert [passage.root_id for passage in made[id].passages] == ["statement"]


def test_a_report_pasted_from_two_has_the_roots_of_both_by_passage() -> None:
    mine = (
        "Elsewhere in Lesko shopkeeper Rudi Pavel counted his losses for the Gazette: 40 boxes of strawberries rotted in a van "
        "on the wrong side of the Tamsa. He asks mayor Simek for 9,000 crowns, and has hired a rowing boat at 200 crowns a day."
    )
    half, quarter = BRIDGE.index(" The bridge was built"), OTHER.index(" A ferry was")
    text = f"{BRIDGE[:half]}\n{OTHER[:quarter]}\n{mine}"
    made = found(
        doc("one", BRIDGE, 0, source="Wire"),
        doc("two", OTHER, 1, source="Herald"),
        doc("both", text, 5, source="Gazette"),
    )
    member = Membership(
        document_id="both", story_id="s", root_id=made["both"].root, passages=made["both"].passages
    )
    at = {
        name: text.index(words)
        for name, words in (("one", "Nine people"), ("two", "31 cracks"), ("both", "strawberries"))
    }
    assert {name: member.root_at(start, start + 10) for name, start in at.items()} == {
        name: name for name in at
    }
    assert (made["one"].root, made["two"].root) == ("one", "two")


def test_a_copy_with_paragraphs_of_its_own_keeps_them() -> None:
    own = (
        "\nThe Gazette adds from its own reporting in Lesko: baker Tomas Ruml saw the lamps on the bridge go out at 19:42, and two "
        "anglers, Ota and Pavla Sykora, say that a lorry with a trailer was on it. The police of Ostrava took their phones as "
        "evidence and asked them to come again on Wednesday at 9."
    )
    made = found(doc("wire", BRIDGE, 0, source="Wire"), doc("more", BRIDGE + own, 3, source="Gazette"))
    member = Membership(
        document_id="more", story_id="s", root_id=made["more"].root, passages=made["more"].passages
    )
    text = BRIDGE + own
    assert member.root_at(text.index("Nine people"), text.index("Nine people") + 20) == "wire"
    assert member.root_at(text.index("baker Tomas"), text.index("baker Tomas") + 20) == "more"


def test_memberships_carry_passages_and_changes_through_json() -> None:
    (story,) = group([doc("a", BRIDGE, 0, url="https://e.example/b"), doc("b", BRIDGE.replace("14 cars", "16 cars"), 2, url="https://e.example/b")])  # fmt: skip
    member = next(one for one in story.members if one.document_id == "b")
    assert (member.relation, member.against) == ("update", "a")
    assert from_data(Membership, to_data(member)) == member
    old = from_data(Membership, {"document_id": "d", "story_id": "s", "root_id": "d"})
    assert old.passages == old.changes == ()


def test_an_update_tells_which_words_and_numbers_changed() -> None:
    after = BRIDGE.replace("two are missing", "three are missing").replace(
        " Divers will go on searching until dark.", ""
    )
    after += " A day of mourning was declared."
    before_page, after_page = (
        doc("v1", BRIDGE, 0, url="https://e.example/b"),
        doc("v2", after, 3, url="https://e.example/b"),
    )
    made = found(before_page, after_page)["v2"]
    told = {
        (
            one.kind,
            BRIDGE[slice(*one.before)] if one.before else "",
            after[slice(*one.after)] if one.after else "",
        )
        for one in made.changes
    }
    assert ("changed", "two", "three") in told
    assert any(kind == "removed" and "Divers" in gone for kind, gone, _ in told)
    assert any(kind == "added" and "mourning" in come for kind, _, come in told)
    assert "‹two› to ‹three›" in made.why
    toll = changes(doc("a", "In all 12 died."), doc("b", "In all 13 died."))
    assert [one.numbers for one in toll] == [True]


@given(
    st.lists(st.sampled_from(["One two.", "Three 4 five!", "Six\n", "7 8.", "“Nine”", " "]), max_size=12),
    st.integers(0, 11),
    st.text(max_size=9),
)
def test_changes_lie_inside_both_texts_and_are_none_for_the_same(
    parts: list[str], at: int, word: str
) -> None:
    old = " ".join(parts)
    new = " ".join([*parts[:at], word, *parts[at + 1 :]])
    assert changes(doc("a", old), doc("a", old)) == ()
    for one in changes(doc("a", old), doc("b", new)):
        assert one.before is None or 0 <= one.before[0] < one.before[1] <= len(old)
        assert one.after is None or 0 <= one.after[0] < one.after[1] <= len(new)


def test_root_at_takes_the_passage_that_holds_most() -> None:
    member = Membership(
        document_id="d", story_id="s", root_id="d",
        passages=(Passage(start=10, end=50, root_id="r", relation="copy", score=1.0),),
    )  # fmt: skip
    assert member.root_at(12, 40) == "r"
    assert member.root_at(40, 60) == "r"
    assert member.root_at(45, 90) == "d"
    assert member.root_at(0, 5) == "d"
