"""A story made of short reports, for the tests of what is assessed: read by hand, then linked and claimed as ever."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rashomon.assess.evidence import evidence
from rashomon.assess.evidence.grades import Record, missing
from rashomon.assess.hypotheses import hypotheses
from rashomon.claim import claim
from rashomon.link import link
from rashomon.records import (
    Attribution,
    Claim,
    Document,
    Entity,
    Evidence,
    Hypothesis,
    Media,
    Membership,
    Mention,
    Reading,
    Speaker,
    Story,
)

DAY = datetime(2031, 6, 1, 8, tzinfo=UTC)
Said = tuple[str, str, str, str]
"""Source, cue, content, act: words of the text."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """One report: its words, who says what in them, and what of it is said."""

    text: str
    said: tuple[Said, ...] = ()
    outlet: str = ""
    hours: int = 0
    root: str = ""
    names: tuple[tuple[str, str], ...] = ()
    """Names that no registry knows, with their kind."""
    media: tuple[Media, ...] = ()
    language: str = "en"


@dataclass(frozen=True, kw_only=True)
class Told:
    """A story with its claims."""

    story: Story
    documents: tuple[Document, ...]
    readings: dict[str, Reading]
    entities: dict[str, Entity]
    claims: tuple[Claim, ...]

    def claim(self, words: str) -> Claim:
        """The claim that holds these words."""
        return next(one for one in self.claims if words in one.text)

    def hypotheses(self, words: str, given: Sequence[Hypothesis] = ()) -> tuple[Hypothesis, ...]:
        return hypotheses(self.claim(words), self.claims, self.entities, readings=self.readings, given=given)

    def evidence(self, words: str, *, days: int = 30, record: Record = missing) -> tuple[Evidence, ...]:
        return evidence(
            self.claim(words),
            self.hypotheses(words),
            self.claims,
            self.story,
            self.documents,
            self.readings,
            self.entities,
            now=DAY + timedelta(days=days),
            record=record,
        )

    def name(self, party: str) -> str:
        return self.entities[party].name if party in self.entities else party


def told(*reports: Report) -> Told:
    """The story of these reports, in which every root is the report itself unless it is said otherwise."""
    documents, readings, members = [], [], []
    for number, one in enumerate(reports):
        key, text = f"d{number}", one.text
        attributions = []
        for source, cue, content, act in one.said:
            at = text.index(content) if content else 0
            s = text.index(source)
            c = text.index(cue)
            attributions.append(
                Attribution(
                    source=((s, s + len(source)),),
                    cue=((c, c + len(cue)),),
                    content=((at, at + len(content)),) if content else (),
                    speaker=Speaker(text=source),
                    act=act,
                )
            )
        mentions = [
            Mention(start=found.start(), end=found.end(), text=name, kind=kind)  # type: ignore[arg-type]
            for name, kind in one.names
            for found in re.finditer(re.escape(name), text)
        ]
        sentences, at = [], 0
        for found in re.finditer(r"[^.!?]+[.!?]*\s*", text):
            sentences.append((found.start(), found.end()))
            at = found.end()
        if at < len(text):
            sentences.append((at, len(text)))
        documents.append(
            Document(
                id=key,
                text=text,
                source=one.outlet or f"Outlet {number}",
                published_at=DAY + timedelta(hours=one.hours),
                language=one.language,
                media=one.media,
            )
        )
        readings.append(
            Reading(
                document_id=key,
                reader="t",
                language=one.language,
                sentences=tuple(sentences),
                mentions=tuple(sorted(mentions, key=lambda m: m.start)),
                attributions=tuple(attributions),
            )
        )
        members.append(Membership(document_id=key, story_id="s", root_id=one.root or key))
    linked = link(documents, readings)
    story = Story(id="s", title="t", members=tuple(members))
    claims = claim([story], documents, linked.readings, linked.entities)
    return Told(
        story=story,
        documents=tuple(documents),
        readings={one.document_id: one for one in linked.readings},
        entities={one.id: one for one in linked.entities},
        claims=claims,
    )


CHARGE = "Peru's air force bombed the grain terminal"


def dispute(*more: Report, accused: str = "Peru", accuser: str = "Chile", witness: bool = False) -> Told:
    """An accuser, the one it blames, and whatever else is told."""
    charge = f"{accused}'s air force bombed the grain terminal"
    reports = [
        Report(
            text=f"{accuser} said on Monday that {charge} at dawn.",
            said=((accuser, "said", f"{charge} at dawn", "asserts"),),
            names=((accuser, "state"), (accused, "state")),
        ),
        Report(
            text=f"{accused} denied that its air force had bombed the terminal.",
            said=((accused, "denied", "its air force had bombed the terminal", "denies"),),
            names=((accused, "state"),),
            hours=3,
        ),
    ]
    if witness:
        reports.append(
            Report(
                text=f"A harbour driver, Ana Lund, said that {charge} and that she saw it.",
                said=(("A harbour driver, Ana Lund", "said", f"{charge} and that she saw it", "asserts"),),
                names=((accused, "state"),),
                hours=5,
            )
        )
    return told(*reports, *more)
