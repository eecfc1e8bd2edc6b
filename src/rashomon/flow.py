"""The whole path on one page: each line needs only what the lines above left behind.

``run`` works at a desk (a database, settings, a fetcher) and keeps what it makes; ``think`` takes the same stages over
documents in memory, for the stage commands and for whoever has no database.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rashomon.config import Settings
from rashomon.records import (
    Assessment,
    Brief,
    Claim,
    Coverage,
    Document,
    Entity,
    Finding,
    Issue,
    Place,
    Reading,
    Story,
    as_utc,
    content_id,
)
from rashomon.version import fingerprint

if TYPE_CHECKING:
    from rashomon.collect.fetcher import Fetcher
    from rashomon.group.judged import Judgement as StoryJudgement
    from rashomon.link import Linked
    from rashomon.link.candidates import Imported
    from rashomon.link.known import Judgement
    from rashomon.store import Store

Tell = Callable[[str, int, int], None]
"""Told of progress: the stage, how many are done, of how many (0: not known)."""


def silence(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where a run works."""

    store: Store
    settings: Settings
    fetcher: Fetcher | None = None
    tell: Tell = silence


@dataclass(frozen=True, slots=True, kw_only=True)
class Thought:
    """What the stages from ``link`` to ``assess`` made of some documents and their readings."""

    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    assessments: tuple[Assessment, ...]
    places: Mapping[tuple[str, int, int], Place] | None = None
    """Where names of places are; ``None`` where the map cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run leaves: a brief for each story, contested ones first, and what was looked at for them."""

    briefs: tuple[Brief, ...]
    coverage: Coverage
    refused: tuple[tuple[Brief, tuple[Finding, ...]], ...] = ()
    """Briefs that break a rule of ``brief/lint``, with what breaks it: they must not be published."""


def run(desk: Desk, locations: Sequence[str], now: datetime, as_of: datetime | None = None) -> Outcome:
    """One pass over what is new; briefs over all that these locations ever gave (or the whole database, if none).

    What is committed stays: a run that was killed is continued by the next. With ``as_of`` claims are weighed by what was out then.
    """
    ids, issues = collected(desk, locations, now)
    ids, read_issues = read_new(desk, ids, now)
    briefs, refused = linted(briefs_of(desk, ids, now, as_of=as_of, locations=locations))
    told = (*issues, *read_issues, *unstanced([one for brief in briefs for one in brief.claims]))
    told = (*told, *(_refusal(*one) for one in refused))
    return Outcome(briefs=briefs, coverage=cover(desk.store.documents.many(ids), told), refused=refused)


def linted(
    briefs: Sequence[Brief],
) -> tuple[tuple[Brief, ...], tuple[tuple[Brief, tuple[Finding, ...]], ...]]:
    """The briefs that may be published, and those that may not with what is wrong in them; both in their order."""
    from rashomon.brief.lint import check

    found = [(brief, check(brief)) for brief in briefs]
    return tuple(one for one, wrong in found if not wrong), tuple(pair for pair in found if pair[1])


def _refusal(brief: Brief, findings: Sequence[Finding]) -> Issue:
    """What the pages of the others say of a brief that is not published."""
    return Issue(
        stage="brief",
        subject=brief.title.text,
        code="refused",
        reason=f"Not published: {len(findings)} places break a rule; the first is in {findings[0]}",
        remedy="docs/how-to/lint.md tells the rules.",
    )


def unstanced(claims: Sequence[Claim]) -> tuple[Issue, ...]:
    """What is missing from the briefs where the stance model is not there."""
    from rashomon.claim.stance.place import folder

    if folder() is not None or not claims:
        return ()
    return (
        Issue(
            stage="claim",
            subject="models/stance",
            code="no_stance_model",
            reason="How whole reports stand to the claims was not read: the model for it is not there.",
            remedy="take models/stance from the project's repository and name its folder in RASHOMON_MODELS",
            severity="note",
        ),
    )


def think(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    settings: Settings,
    tell: Tell = silence,
    store: Store | None = None,
    *,
    now: datetime | None = None,
    as_of: datetime | None = None,
) -> Thought:
    """From readings to assessed claims, in memory; with a store, by the judgements and lists that are kept there.

    ``now``: the latest publication where nobody says. With ``as_of`` claims are weighed by what was out then.
    """
    from rashomon.assess import assess
    from rashomon.claim import claim
    from rashomon.group import group
    from rashomon.judgements import known

    tell("link", 0, 0)
    linked, places = link_all(documents, readings, store)
    tell("group", 0, 0)
    stories = group(
        documents,
        linked.readings,
        threshold=settings.group.threshold,
        owners=settings.group.owners,
        judgements=story_judgements(store),
    )
    tell("claim", 0, 0)
    claims = claim(stories, documents, linked.readings, linked.entities)
    tell("assess", 0, 0)
    return Thought(
        readings=linked.readings,
        entities=linked.entities,
        stories=stories,
        claims=claims,
        assessments=assess(
            claims,
            stories,
            documents,
            linked.readings,
            linked.entities,
            now=now or latest(documents),
            as_of=as_of,
            known=known(store),
        ),
        places=places,
    )


def latest(documents: Sequence[Document]) -> datetime:
    """When the last of them was published; the beginning of time where none is dated."""
    dated = [one.published_at for one in documents if one.published_at is not None]
    return max(dated, default=datetime(1, 1, 1, tzinfo=UTC))


def link_all(
    documents: Sequence[Document], readings: Sequence[Reading], store: Store | None
) -> tuple[Linked, Mapping[tuple[str, int, int], Place] | None]:
    """Entities and places; without the map where it cannot be used: the rest goes on, and the page says so."""
    from rashomon.errors import GazetteerError
    from rashomon.link import link

    known = _desk_knowledge(store)
    try:
        linked = link(documents, readings, *known, locate=True)
    except GazetteerError:
        return link(documents, readings, *known), None
    return linked, linked.places


def linked(desk: Desk, ids: Sequence[str]) -> tuple[tuple[Reading, ...], tuple[Entity, ...]]:
    """Readings and entities of documents of the database, as the briefs have them: names are told by all documents."""
    every = desk.store.documents.ids()
    version = f"{desk.settings.read.reader}-{fingerprint('read')}"
    made, _ = link_all(desk.store.documents.many(every), desk.store.readings.many(every, version), desk.store)
    return tuple(one for one in made.readings if one.document_id in set(ids)), made.entities


def _desk_knowledge(store: Store | None) -> tuple[tuple[Judgement, ...], Imported | None]:
    """What people at a desk have said of names, oldest first, and the lists they imported."""
    from rashomon.link.known import Judgement

    if store is None:
        return (), None
    kept = [Judgement.of(c.subject, c.field, c.value, c.by) for c in store.corrections.all()]
    return tuple(one for one in kept if one is not None), store.imported if store.imported.lists() else None


def story_judgements(store: Store | None) -> tuple[StoryJudgement, ...]:
    """What people at a desk have said of stories, oldest first."""
    from rashomon.group.judged import Judgement

    kept = store.corrections.all() if store is not None else ()
    return tuple(j for c in kept if (j := Judgement.of(c.field, c.value, c.by, c.at)) is not None)


def reported(thought: Thought, documents: Sequence[Document]) -> Thought:
    """The same with each report's own stance towards the main claims, where the model for that is there."""
    from rashomon.claim.stance.place import folder

    if folder() is None:
        return thought
    from rashomon.claim.stance.reports import with_reports

    return replace(thought, claims=with_reports(thought.claims, thought.stories, documents))


def think_alone(
    documents: Sequence[Document], settings: Settings, *, as_of: datetime | None = None
) -> tuple[Thought, tuple[Issue, ...]]:
    """Read and think in memory, with no database: for the stage commands."""
    from rashomon.read import read

    made = list(read(documents, reader=settings.read.reader, batch=settings.read.batch))
    readings = [one for one in made if isinstance(one, Reading)]
    return think(documents, readings, settings, as_of=as_of), tuple(
        one for one in made if isinstance(one, Issue)
    )


def write_briefs(documents: Sequence[Document], thought: Thought, now: datetime) -> tuple[Brief, ...]:
    """A brief for each story: contested ones first, then by number of roots, then by time and id."""
    from rashomon.brief import compose

    by_id = {document.id: document for document in documents}
    reading = {one.document_id: one for one in thought.readings}
    assessment = {one.claim_id: one for one in thought.assessments}
    claims: dict[str, list[Claim]] = {}
    for one in thought.claims:
        claims.setdefault(one.story_id, []).append(one)
    briefs = []
    for story in thought.stories:
        own = [by_id[member.document_id] for member in story.members]
        said = claims.get(story.id, [])
        briefs.append(
            compose(
                story,
                own,
                [reading[document.id] for document in own if document.id in reading],
                thought.entities,
                said,
                [assessment[one.id] for one in said if one.id in assessment],
                now=now,
                places=thought.places,
            )
        )
    return tuple(sorted(briefs, key=_rank))


def locate(documents: Sequence[Document], settings: Settings) -> dict[tuple[str, int, int], Place]:
    """Where the places are that documents name, by (document id, start, end)."""
    from rashomon.link.places import places
    from rashomon.read import read

    made = read(documents, reader=settings.read.reader, batch=settings.read.batch)
    return places(documents, [one for one in made if isinstance(one, Reading)])


def cover(documents: Sequence[Document], issues: Iterable[Issue]) -> Coverage:
    """What was looked at: the line that keeps silence apart from blindness."""
    told = tuple(dict.fromkeys(issues))
    languages = Counter(document.language or "unknown" for document in documents)
    return Coverage(
        collected=len(documents),
        failed=len({issue.subject for issue in told if issue.severity == "error"}),
        silent=tuple(sorted({issue.subject for issue in told if issue.code in SILENT})),
        broken=tuple(sorted({issue.subject for issue in told if issue.severity == "error"})),
        languages=tuple(sorted(languages.items(), key=lambda pair: (-pair[1], pair[0]))),
        read_in_part=sum(issue.code == "read_in_part" for issue in told),
        issues=told,
    )


SILENT = ("silent", "empty_folder")
"""Codes of Issues that say: it answered, and there was nothing."""


def _rank(brief: Brief) -> tuple[bool, int, str, str]:
    roots = len({member.root_id for member in brief.members})
    first = min((d.published_at.isoformat() for d in brief.documents if d.published_at), default="9")
    return (not brief.contested, -roots, first, brief.story_id)


def collected(
    desk: Desk, locations: Sequence[str], now: datetime
) -> tuple[tuple[str, ...], tuple[Issue, ...]]:
    store, settings = desk.store, desk.settings
    if not locations:
        return store.documents.ids(), ()
    from rashomon.collect import collect

    parser = fingerprint("collect")
    ids: dict[str, None] = {}
    issues: list[Issue] = []
    items: list[tuple[str, str]] = []
    stream = collect(
        locations, now=now, settings=settings.collect, fetcher=desk.fetcher, seen=store.raws.seen(parser)
    )
    for number, kept in enumerate(store.keep(stream, parser=parser, at=now), 1):
        ids.update(dict.fromkeys(kept.ids))
        issues.extend(kept.issues)
        if kept.raw is not None:
            items.append((kept.raw.sha256, kept.raw.location))
        desk.tell("collect", number, 0)
    # A page that its publisher edited between two runs has an older version here: that too is part of the story.
    return (*ids, *store.documents.earlier(items)), tuple(issues)


def read_new(desk: Desk, ids: Sequence[str], now: datetime) -> tuple[tuple[str, ...], tuple[Issue, ...]]:
    store, settings = desk.store, desk.settings
    version = f"{settings.read.reader}-{fingerprint('read')}"
    missing = store.readings.missing(ids, version)
    if missing:
        from rashomon.read import read

        size = settings.read.batch
        for start in range(0, len(missing), size):
            desk.tell("read", start, len(missing))
            documents = store.documents.many(missing[start : start + size])
            made = list(read(documents, reader=settings.read.reader, batch=size))
            readings = [one for one in made if isinstance(one, Reading)]
            issues = [one for one in made if isinstance(one, Issue)]
            store.readings.add(readings, version, issues=issues, at=now)
        desk.tell("read", len(missing), len(missing))
    return tuple(sorted(set(ids))), store.issues.of_subjects(ids, "read", version)


def briefs_of(
    desk: Desk,
    ids: Sequence[str],
    now: datetime,
    *,
    as_of: datetime | None = None,
    locations: Sequence[str] | None = None,
) -> tuple[Brief, ...]:
    """Briefs kept from an earlier run over the same documents by the same code, as of the same moment, or made now.

    They are noted as those that stand for these ``locations``, if any are given and they are no look back.
    """
    from rashomon.claim.match.outcome import earlier

    store, settings = desk.store, desk.settings
    known = (str(store.imported.lists()), store.cases.state(), *(c.id for c in store.corrections.all()))
    selection = content_id(
        fingerprint(), settings.read.reader, str(settings.group), *known, *_moment(as_of), *sorted(ids)
    )
    stands = locations is not None and as_of is None
    kept = store.results.load(selection, "brief", Brief)
    if kept is not None:
        if stands:
            store.runs.add(locations or (), selection, at=now)
        return tuple(kept)
    documents = store.documents.many(ids)
    readings = store.readings.many(ids, f"{settings.read.reader}-{fingerprint('read')}")
    thought = reported(
        think(documents, readings, settings, desk.tell, store, now=now, as_of=as_of), documents
    )
    desk.tell("brief", 0, len(thought.stories))
    briefs = write_briefs(documents, thought, now)
    language = {one.id: one.language for one in documents}
    store.known.add(
        (
            earlier(one, language.get(one.members[0].document_id, "") if one.members else "")
            for one in thought.claims
        ),
        at=now,
    )
    store.results.save(selection, "brief", briefs)
    if stands:
        store.runs.add(locations or (), selection, at=now)
    return briefs


def _moment(as_of: datetime | None) -> tuple[str, ...]:
    return () if as_of is None else (f"as of {as_utc(as_of, 'as_of').isoformat()}",)
