"""The stories it is in."""

from __future__ import annotations

from rashomon.brief import words
from rashomon.brief.phrase import SHORT, Line
from rashomon.profile.subject import Subject
from rashomon.records import Section, Sentence

MOST = 40


def make(subject: Subject) -> Section:
    """A line a story, by time, cited to the opening of its first document that names the entity."""
    material = subject.material
    lines: list[Sentence] = []
    for story in sorted(subject.stories, key=lambda s: (str(s.started_at or "9"), s.id))[:MOST]:
        own = [d.id for d in material.documents if any(m.document_id == d.id for m in story.members)]
        opening = next((o for d in own if (o := material.opening(d))), None)
        if opening is None:
            continue
        number = f"{words.count(len(own), 'document')} of {len(story.members)}"
        line = Line().say(f"Named in {number}: ").quote([opening.quote], own=False, most=SHORT).stop()
        lines.append(line.cite([opening], mark="story", at=material.by_id[own[0]].published_at))
    return Section(
        key="stories",
        heading="In these stories",
        sentences=tuple(lines),
        empty="" if lines else f"{subject.name} is in no story that was collected.",
    )
