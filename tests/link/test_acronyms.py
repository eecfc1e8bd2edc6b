"""Short forms explained in a text."""

from __future__ import annotations

import pytest

from rashomon.link import link
from rashomon.link.acronyms import acronyms
from rashomon.records import Attribution, Document, Mention, Reading, Speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The National Water Board (NWB) met.", {"NWB": "National Water Board"}),
        ("the Ministry of Public Works (MPW)", {"MPW": "Ministry of Public Works"}),
        ("a League of Free Ports (LOFP) ship", {"LOFP": "League of Free Ports"}),
        ("A man (MP) spoke.", {}),
        ("The Peruvian Army (see FAQ)", {}),
        ("National Water Board, it said (NWB)", {}),
    ],
)
def test_read_only_where_the_initials_agree(text: str, expected: dict[str, str]) -> None:
    assert acronyms([text]) == expected


def test_one_short_form_for_two_bodies_stays_apart() -> None:
    assert acronyms(["National Water Board (NWB)", "Northern Wool Bureau (NWB)"]) == {}


def test_a_spokesman_of_an_army_known_by_its_initials_speaks_for_its_state() -> None:
    first = "The Chilean Armed Forces (CAF) met."
    second = "A CAF spokesman said it had fired."
    readings = [
        Reading(
            document_id="a",
            reader="t",
            mentions=(Mention(start=4, end=24, text=first[4:24], kind="organisation"),),
        ),
        Reading(
            document_id="b",
            reader="t",
            attributions=(
                Attribution(
                    source=((0, 15),), cue=((16, 20),), content=((21, 33),), speaker=Speaker(text=second[:15])
                ),
            ),
        ),
    ]
    linked = link([Document(id="a", text=first), Document(id="b", text=second)], readings)
    by_id = {one.id: one for one in linked.entities}
    speaker = by_id[linked.readings[1].attributions[0].speaker.entity]
    assert by_id[speaker.party].name == "Chile"


def test_a_name_under_a_picture_is_not_the_full_form_of_its_agency() -> None:
    text = "Ann Lee / Coast said nothing. Coast reported rain."
    mentions = (
        Mention(start=0, end=15, text="Ann Lee / Coast", kind="person"),
        Mention(start=30, end=35, text="Coast", kind="person"),
    )
    linked = link([Document(id="a", text=text)], [Reading(document_id="a", reader="t", mentions=mentions)])
    first, second = linked.readings[0].mentions
    assert first.entity != second.entity
