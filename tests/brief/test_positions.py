"""What a brief prints of silences, the unheard and changes: every line with its ground, and never one for the other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from rashomon.brief import compose
from rashomon.brief.cite import check, sentences
from rashomon.claim import claim
from rashomon.link import link
from rashomon.records import Attribution, Brief, Document, Membership, Reading, Speaker, Story

DAY = datetime(2022, 6, 1, 8, tzinfo=UTC)
NOW = datetime(2022, 7, 1, tzinfo=UTC)
Said = tuple[str, str, str, str]


def page(
    *reports: tuple[int, str, list[Said]], updates: tuple[int, ...] = (), titles: tuple[str, ...] = ()
) -> Brief:
    docs, readings, members = [], [], []
    for number, (day, body, said) in enumerate(reports):
        title = titles[number] if titles else ""
        text = f"{title}\n\n{body}" if title else body
        found = []
        for source, cue, content, act in said:
            s, c, at = text.index(source), text.index(cue), text.index(content)
            found.append(
                Attribution(
                    source=((s, s + len(source)),), cue=((c, c + len(cue)),), content=((at, at + len(content)),),
                    speaker=Speaker(text=source), act=act,
                )
            )  # fmt: skip
        root = f"d{number - 1}" if number in updates else f"d{number}"
        relation = "update" if number in updates else "original"
        docs.append(
            Document(
                id=f"d{number}",
                text=text,
                title=title,
                source="The Quay",
                published_at=DAY + timedelta(days=day),
            )
        )
        readings.append(
            Reading(
                document_id=f"d{number}", reader="t", attributions=tuple(found), sentences=((0, len(text)),)
            )
        )
        members.append(Membership(document_id=f"d{number}", story_id="s", root_id=root, relation=relation))  # type: ignore[arg-type]
    story = Story(id="s", title="t", members=tuple(members))
    linked = link(docs, readings)
    claims = claim([story], docs, linked.readings, linked.entities)
    made = compose(story, docs, linked.readings, linked.entities, claims, [], now=NOW)
    check(made, {one.id: one.text for one in docs})
    return made


def marked(made: Brief, mark: str) -> list[str]:
    return [one.text for one in sentences(made) if one.mark == mark]


CHARGE = (
    0,
    "Peru accused Chile of shelling the Tacna barracks.",
    [("Peru", "accused", "Chile of shelling the Tacna barracks", "accuses")],
)
HARVEST = (
    2,
    "Chile said that the harvest in the south would be good.",
    [("Chile", "said", "the harvest in the south would be good", "asserts")],
)


def test_a_silence_is_printed_with_its_date_its_ground_and_what_was_collected() -> None:
    made = page(CHARGE, HARVEST)
    (line,) = [one for one in marked(made, "silent") if one.startswith("Noteworthy")]
    assert "Chile is blamed here" in line and "up to 3 June 2022" in line and "accused Chile" in line
    assert any("1 report since" in one for one in marked(made, "heard"))
    assert not marked(made, "unheard")


def test_the_unheard_are_said_to_be_unheard() -> None:
    made = page(CHARGE)
    assert any("nothing that Chile says was collected" in one for one in marked(made, "unheard"))
    assert not [one for one in marked(made, "silent") if one.startswith("Noteworthy")]


def test_a_change_stands_with_both_days_and_both_words() -> None:
    denied = "Chile denied that it had shelled the Tacna barracks."
    admitted = "Chile admitted that it had shelled the Tacna barracks."
    made = page(
        CHARGE,
        (1, denied, [("Chile", "denied", "it had shelled the Tacna barracks", "denies")]),
        (4, admitted, [("Chile", "admitted", "it had shelled the Tacna barracks", "confirms")]),
    )
    (section,) = [one for one in made.sections if one.key == "changes"]
    (line,) = section.sentences
    assert line.text == "Chile took one stand on 2 June 2022 and another on 5 June 2022."
    assert [one.mark for one in line.detail] == ["denies", "asserts"]
    assert [one.at for one in line.detail] == [DAY + timedelta(days=1), DAY + timedelta(days=4)]
    assert line in next(one for one in made.sections if one.key == "glance").sentences


def test_a_headline_that_its_publisher_changed() -> None:
    body = "Peru said that the barracks at Tacna had been shelled."
    said: list[Said] = [("Peru", "said", "the barracks at Tacna had been shelled", "asserts")]
    made = page(
        (0, body, said),
        (0, body, said),
        updates=(1,),
        titles=("Chile shells Tacna", "Peru says Tacna was shelled"),
    )
    assert any(
        "‹Chile shells Tacna› to ‹Peru says Tacna was shelled›" in one for one in marked(made, "changed")
    )
