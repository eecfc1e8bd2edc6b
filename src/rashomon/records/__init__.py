"""The nouns, in the order the data meets them.

Every record is frozen and holds only plain values, tuples and other records, so it can be hashed, compared and
written as JSON. Offsets are Unicode code points into ``Document.text``, end exclusive. Times are aware and in UTC.
``edge.py`` turns them into the JSON of the contracts and back.
"""

from __future__ import annotations

from rashomon.records.assessed import (
    AnalystView,
    Assessment,
    Confidence,
    Credibility,
    Deceiver,
    Evidence,
    EvidenceKind,
    Gap,
    Grade,
    Hypothesis,
    Moment,
    Reliability,
    Status,
    Step,
    Weighed,
)
from rashomon.records.base import Issue, Range, as_utc, content_id
from rashomon.records.brief import Brief, Coverage, Finding, Pin, Section, Sentence, Table
from rashomon.records.claimed import (
    STANCES,
    Change,
    Claim,
    Ground,
    Position,
    ReportLabel,
    ReportStance,
    Saying,
    Silence,
    Span,
    Stance,
    Tie,
    TieKind,
)
from rashomon.records.collected import Document, Media, Raw
from rashomon.records.grouped import Edit, Judged, Manner, Membership, Origin, Passage, Relation, Story
from rashomon.records.linked import Entity, Place, Related, View
from rashomon.records.matched import Asked, Compared, Earlier, Match, Matches
from rashomon.records.read import Attribution, Count, Event, Form, Kind, Mention, Reading, Speaker

__all__ = [
    "STANCES",
    "AnalystView",
    "Asked",
    "Assessment",
    "Attribution",
    "Brief",
    "Change",
    "Claim",
    "Compared",
    "Confidence",
    "Count",
    "Coverage",
    "Credibility",
    "Deceiver",
    "Document",
    "Earlier",
    "Edit",
    "Entity",
    "Event",
    "Evidence",
    "EvidenceKind",
    "Finding",
    "Form",
    "Gap",
    "Grade",
    "Ground",
    "Hypothesis",
    "Issue",
    "Judged",
    "Kind",
    "Manner",
    "Match",
    "Matches",
    "Media",
    "Membership",
    "Mention",
    "Moment",
    "Origin",
    "Passage",
    "Pin",
    "Place",
    "Position",
    "Range",
    "Raw",
    "Reading",
    "Related",
    "Relation",
    "Reliability",
    "ReportLabel",
    "ReportStance",
    "Saying",
    "Section",
    "Sentence",
    "Silence",
    "Span",
    "Speaker",
    "Stance",
    "Status",
    "Step",
    "Story",
    "Table",
    "Tie",
    "TieKind",
    "View",
    "Weighed",
    "as_utc",
    "content_id",
]
