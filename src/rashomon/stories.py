"""Stories of a database: what they are now, what people say of them, and what became of them since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from rashomon.errors import UnknownStory
from rashomon.flow import Desk, story_judgements
from rashomon.group import Judgement, group
from rashomon.records import Document, Membership, Reading, Story
from rashomon.version import fingerprint

if TYPE_CHECKING:
    from rashomon.group.lineage import Step


def stories(desk: Desk, now: datetime) -> tuple[Story, ...]:
    """Stories of all documents, with people's words, as the briefs have them. Nothing is read that was not read before."""
    documents, readings = _held(desk)
    return group(
        documents,
        readings,
        threshold=desk.settings.group.threshold,
        owners=desk.settings.group.owners,
        judgements=story_judgements(desk.store),
        now=now,
    )


def judge_stories(
    desk: Desk,
    now: datetime,
    *,
    kind: Literal["merge", "split"],
    story: str,
    other: str = "",
    out: Sequence[str] = (),
    by: str,
    why: str,
) -> Judgement:
    """Keep a person's word on stories, which names the reports that it is about.

    Raises:
        UnknownStory: a name fits no story or several, the two are one already, or ``out`` leaves nothing on one side.
    """
    found = stories(desk, now)
    one = named(found, story)
    if kind == "merge":
        second = named(found, other)
        if second.id == one.id:
            raise UnknownStory(other, "that is the same story")
        parts = _roots(one), _roots(second)
    else:
        inside = {m.document_id: m.root_id for m in one.members}
        if strange := [id for id in out if id not in inside]:
            raise UnknownStory(strange[0], f"no document of the story {one.id}")
        leaving = {inside[id] for id in out}
        parts = tuple(sorted(leaving)), tuple(id for id in _roots(one) if id not in leaving)
        if not parts[1]:
            raise UnknownStory(one.id, "nothing of it would be left")
    made = Judgement(kind=kind, one=parts[0], other=parts[1], by=by, at=now, why=why)
    subject, field, value = made.correction()
    desk.store.corrections.add(subject, field, value, by=by, at=now)
    return made


def story_changes(desk: Desk, before: Sequence[Membership], now: datetime) -> tuple[Step, ...]:
    """What became of stories between an earlier grouping and now."""
    from rashomon.group.lineage import steps

    documents, _ = _held(desk)
    return steps(before, stories(desk, now), {one.id: one for one in documents}, now)


def named(found: Sequence[Story], name: str) -> Story:
    """The story of that id or beginning of one, or the one a document of that id is in.

    Raises:
        UnknownStory: there is none, or several.
    """
    fitting = [s for s in found if s.id.startswith(name) or any(m.document_id == name for m in s.members)]
    exact = [s for s in fitting if s.id == name]
    if len(exact or fitting) != 1 or not name:
        raise UnknownStory(name or "(nothing)", f"{len(fitting)} stories fit" if fitting else "there is none")
    return (exact or fitting)[0]


def story_lines(found: Sequence[Story], name: str = "") -> Iterator[str]:
    """Stories as lines to read; of a named one also its documents and what people said."""
    if not name:
        for story in found:
            yield f"{story.id}  {_span(story)}  {_size(story)}  {' '.join(story.title.split())[:90]}{_touched(story)}"
        return
    story = named(found, name)
    yield f"{story.id}  {_span(story)}  {_size(story)}  {' '.join(story.title.split())}"
    if story.follows:
        yield f"  goes on from {story.follows}"
    for said in story.judged:
        word = "one story" if said.kind == "merge" else "two stories"
        stood = f"{said.before} {'story' if said.before == 1 else 'stories'}"
        yield f"  {said.at:%Y-%m-%d %H:%M} {said.by}: {word}{': ' if said.why else ''}{said.why} (stood in {stood} before)"
    for one in story.members:
        origin = "" if one.root_id == one.document_id else f" of {one.root_id}"
        notes = "; ".join(
            note
            for note in (
                one.why,
                one.date_doubt,
                f"the program had it in {one.machine_story_id}" if one.machine_story_id else "",
            )
            if note
        )
        yield f"  {one.document_id}  {one.relation}{origin}  {notes}"


def _held(desk: Desk) -> tuple[tuple[Document, ...], tuple[Reading, ...]]:
    store, reader = desk.store, desk.settings.read.reader
    documents = store.documents.many(store.documents.ids())
    readings = store.readings.many([d.id for d in documents], f"{reader}-{fingerprint('read')}")
    return tuple(documents), tuple(readings)


def _roots(story: Story) -> tuple[str, ...]:
    return tuple(sorted({m.root_id for m in story.members}))


def _span(story: Story) -> str:
    first, last = story.started_at, story.ended_at
    if first is None or last is None:
        return "undated"
    return f"{first:%Y-%m-%d}" if first.date() == last.date() else f"{first:%Y-%m-%d} to {last:%Y-%m-%d}"


def _size(story: Story) -> str:
    roots = Counter(m.root_id for m in story.members)
    return f"{len(story.members)} documents, {len(roots)} roots"


def _touched(story: Story) -> str:
    return f"  [by {', '.join(sorted({said.by for said in story.judged}))}]" if story.judged else ""
