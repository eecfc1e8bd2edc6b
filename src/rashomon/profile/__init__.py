"""profile: all that was collected about one entity → a page of cited sentences, by the same laws as a brief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rashomon.records import (
    Brief,
    Claim,
    Document,
    Entity,
    Membership,
    Place,
    Reading,
    Story,
    as_utc,
    content_id,
)

if TYPE_CHECKING:
    from rashomon.link.register import Entry


def compose(
    entity: Entity,
    entry: Entry | None,
    documents: Sequence[Document],
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    stories: Sequence[Story],
    claims: Sequence[Claim],
    *,
    now: datetime,
    places: Mapping[tuple[str, int, int], Place] | None = None,
) -> Brief:
    """The page of one entity, over the documents that name it or in which it speaks.

    ``entry`` is its record in the registry, if it has one. The order of the input does not matter.

    Raises:
        Uncited: a sentence has no grounds.
        QuoteNotFound: a claim or reading cites words that its document does not have.
        NaiveTime: ``now`` names no moment.
    """
    from rashomon.brief import cite
    from rashomon.brief.material import Material
    from rashomon.brief.phrase import count_line
    from rashomon.profile.sections import ORDER, SPEAKING, where
    from rashomon.profile.subject import Subject

    naming = {r.document_id for r in readings if _names(r, entity.id)}
    own = [d for d in documents if d.id in naming]
    roots = {m.document_id: m for story in stories for m in story.members if m.document_id in naming}
    id = content_id("profile", entity.id)
    whole = Story(
        id=id,
        title=entity.name,
        members=tuple(
            Membership(document_id=m.document_id, story_id=id, root_id=_root(m, naming), relation=m.relation, why=m.why)
            for _, m in sorted(roots.items())
        ),
    )  # fmt: skip
    material = Material.of(
        whole, documents=own, readings=readings, entities=entities, claims=(), assessments=(), places=places
    )
    subject = Subject(
        entity=entity,
        entry=entry,
        material=material,
        stories=tuple(sorted((s for s in stories if any(m.document_id in naming for m in s.members)), key=lambda s: s.id)),
        claims=tuple(sorted(claims, key=lambda c: c.id)),
    )  # fmt: skip
    brief = Brief(
        story_id=id,
        title=count_line(entity.name, f"named in {material.size}", mark="title"),
        contested=False,
        made_at=as_utc(now, "now"),
        sections=tuple(
            made
            for make in ORDER
            if (subject.speaks or make not in SPEAKING) and (made := make(subject)) is not None
        ),
        documents=material.documents,
        members=tuple(material.members[one.id] for one in material.documents),
        places=where.found(subject),
    )
    cite.check(brief, {one.id: one.text for one in material.documents})
    return brief


def _names(reading: Reading, id: str) -> bool:
    return any(m.entity == id for m in reading.mentions) or any(
        a.speaker.entity == id for a in reading.attributions
    )


def _root(member: Membership, naming: set[str]) -> str:
    return member.root_id if member.root_id in naming else member.document_id
