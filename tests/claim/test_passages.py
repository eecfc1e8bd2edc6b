"""A saying inside a passage that came from another report counts under that report's root."""

from __future__ import annotations

from rashomon.assess import standing
from rashomon.claim import claim
from rashomon.link import link
from rashomon.records import Attribution, Document, Membership, Passage, Reading, Saying, Speaker, Story

WIRE = "Peru accused Chile of shelling the Tacna barracks on Monday."
OWN = "It rained in Lima all day. Chile shelled the Tacna barracks on Monday, Peru said."


def _reading(document: Document, source: str, cue: str, content: str, act: str) -> Reading:
    def at(words: str) -> tuple[tuple[int, int], ...]:
        start = document.text.index(words)
        return ((start, start + len(words)),)

    made = Attribution(
        source=at(source), cue=at(cue), content=at(content), speaker=Speaker(text=source), act=act
    )
    return Reading(document_id=document.id, reader="t", attributions=(made,))


def test_the_roots_of_a_claim_are_those_of_the_passages() -> None:
    wire = Document(id="wire", text=WIRE, source="Wire")
    pasted = Document(id="pasted", text=f"It rained in Lima all day. {WIRE} A ferry sank.", source="Echo")
    own = Document(id="own", text=OWN, source="Herald")
    start = pasted.text.index(WIRE)
    passage = Passage(start=start, end=start + len(WIRE), root_id="wire", relation="copy", score=1.0)
    story = Story(
        id="s", title="t",
        members=(
            Membership(document_id="wire", story_id="s", root_id="wire"),
            Membership(document_id="pasted", story_id="s", root_id="pasted", passages=(passage,)),
            Membership(document_id="own", story_id="s", root_id="own"),
        ),
    )  # fmt: skip
    content = "Chile of shelling the Tacna barracks on Monday"
    documents = [wire, pasted, own]
    readings = [
        *(_reading(one, "Peru", "accused", content, "accuses") for one in (wire, pasted)),
        _reading(own, "Peru", "said", "Chile shelled the Tacna barracks on Monday", "asserts"),
    ]
    linked = link(documents, readings)
    found = claim([story], documents, linked.readings, linked.entities)
    roots = {}
    for one in found:
        for position in one.positions:
            if isinstance(position.saying, Saying):
                roots[position.saying.document_id] = position.root_id
    assert roots == {"wire": "wire", "pasted": "wire", "own": "own"}
    counted = {id for assessment in standing(found, [story]) for id in assessment.root_ids}
    assert counted == {"wire", "own"}
