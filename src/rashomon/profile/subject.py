"""What all sections of a profile draw from: the entity, and everything it says or is named in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rashomon.brief.material import Material
from rashomon.link.register import Entry
from rashomon.records import Attribution, Claim, Entity, Mention, Position, Story


@dataclass(frozen=True)
class Subject:
    """An entity with the records of the documents that name it."""

    entity: Entity
    entry: Entry | None
    material: Material
    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]

    @property
    def name(self) -> str:
        return self.entity.name

    @property
    def speaks(self) -> bool:
        """Whether it is somebody, or was heard: technologies and ideologies say nothing."""
        mute = self.entity.kind in {"technology", "other", "event"}
        return not mute or bool(self.statements)

    @cached_property
    def statements(self) -> tuple[tuple[str, Attribution], ...]:
        """(document id, attribution) of all it says, by time; a copy of a document repeats nothing."""
        seen: set[tuple[str, str]] = set()
        out = []
        for document_id, made in self.material.attributions():
            if made.speaker.entity != self.entity.id:
                continue
            text = self.material.by_id[document_id].text
            words = "".join(c for s, e in made.content for c in text[s:e].casefold() if c.isalnum())
            key = (self.material.root(document_id), words)
            if key not in seen:
                seen.add(key)
                out.append((document_id, made))
        return tuple(out)

    @cached_property
    def stands(self) -> tuple[tuple[Claim, Position], ...]:
        """Its own positions on claims, by time: by its words, not by those of others of its side."""
        found = [
            (claim, one)
            for claim in self.claims
            for one in claim.positions
            if one.saying is not None
            and one.saying.entity == self.entity.id
            and one.saying.document_id in self.material.by_id
        ]
        return tuple(
            sorted(found, key=lambda p: (self._when(p[1]), p[0].id, p[1].span.start if p[1].span else 0))
        )

    def _when(self, one: Position) -> str:
        saying = one.saying
        at = one.at or (self.material.by_id[saying.document_id].published_at if saying else None)
        return at.isoformat() if at else "9"

    def mentions(self) -> Iterator[tuple[str, Mention]]:
        """(document id, mention) of its names, by time and place."""
        for document in self.material.documents:
            reading = self.material.readings.get(document.id)
            for one in reading.mentions if reading else ():
                if one.entity == self.entity.id:
                    yield document.id, one
