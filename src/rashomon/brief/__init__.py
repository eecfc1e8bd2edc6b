"""brief: one story → Brief. Every sentence of it leads back to the words it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rashomon.records import (
    Assessment,
    Brief,
    Claim,
    Document,
    Entity,
    Place,
    Reading,
    Sentence,
    Story,
    as_utc,
)

if TYPE_CHECKING:
    from rashomon.brief.material import Material


def compose(
    story: Story,
    documents: Sequence[Document],
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    claims: Sequence[Claim],
    assessments: Sequence[Assessment],
    *,
    now: datetime,
    places: Mapping[tuple[str, int, int], Place] | None = None,
) -> Brief:
    """The page for one story. ``documents`` are the story's; records of other stories are left out.

    ``places``: where names of places are, by (document id, start, end). The order of the input does not matter. Forecasts are printed as "not assessed".

    Raises:
        Uncited: a sentence has no grounds.
        QuoteNotFound: a claim or reading cites words that its document does not have.
        NaiveTime: ``now`` names no moment.
    """
    from rashomon.brief import cite
    from rashomon.brief.material import Material
    from rashomon.brief.sections import ORDER
    from rashomon.brief.where import pins

    material = Material.of(
        story,
        documents=documents,
        readings=readings,
        entities=entities,
        claims=claims,
        assessments=assessments,
        places=places,
    )
    brief = Brief(
        story_id=story.id,
        title=_title(story, material),
        contested=material.contested,
        made_at=as_utc(now, "now"),
        sections=tuple(make(material) for make in ORDER),
        documents=material.documents,
        members=tuple(material.members[one.id] for one in material.documents),
        claims=material.claims,
        assessments=tuple(material.assessed(one) for one in material.claims),
        places=pins(material),
    )
    cite.check(brief, {one.id: one.text for one in material.documents})
    return brief


def _title(story: Story, material: Material) -> Sentence:
    """A headline is a claim too: it is printed as the outlet's, in its words."""
    from rashomon.brief import words
    from rashomon.brief.phrase import LONG, Line, count_line

    wanted = words.one_line(story.title)
    by_title = [one.id for one in material.documents if words.one_line(one.title) == wanted]
    for document_id in (*by_title, *material.roots, *material.by_id):
        if document_id in material.by_id and (opening := material.opening(document_id)):
            verb = "headlines" if material.headline(document_id) else "begins"
            line = Line().quote([opening.quote], own=False, most=LONG)
            return line.say(f" — as {material.outlet(document_id)} {verb} it").cite([opening], mark="title")
    return count_line("A story without words", material.size, mark="title")
