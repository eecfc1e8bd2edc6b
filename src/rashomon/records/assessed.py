"""How far a claim holds: rival explanations, what speaks for and against each, and the judgement with its working."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rashomon.records.claimed import Span

Status = Literal["uncontested", "disputed", "denied", "retracted"]

Step = Literal[
    "very_consistent", "consistent", "neutral", "inconsistent", "very_inconsistent", "not_applicable"
]
"""How well an item fits an explanation, in the five steps of the analysis of competing hypotheses (Heuer 1999, ch. 8)."""

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Of a source, NATO Admiralty: A completely reliable … E unreliable; F cannot be judged, which is no middle."""

Credibility = Literal["1", "2", "3", "4", "5", "6"]
"""Of what is told, NATO Admiralty: 1 confirmed … 5 improbable; 6 cannot be judged, which is no middle."""

Deceiver = Literal["yes", "perhaps", "no", "unknown"]
"""Whether somebody who wants to deceive would produce the item all the same."""

EvidenceKind = Literal[
    "statement", "media", "record", "capability", "means", "motive", "opportunity", "pattern", "absence"
]

Confidence = Literal["low", "moderate", "high"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One explanation of what a disputed claim is about."""

    id: str
    claim_id: str
    kind: str
    """Key of ``assess/hypotheses/codebook.yaml``: as_claimed, denied, staged …"""
    text: str
    """A sentence: of a party's, its own words; of a standing one, the codebook's."""
    holds: bool | None
    """Whether the claim is true under it; ``None`` where that is open."""
    by: tuple[str, ...] = ()
    """Parties that advance it, by entity id or name; empty for one that stands in the codebook only."""
    claims: tuple[str, ...] = ()
    """Ids of the claims that put it forward."""
    spans: tuple[Span, ...] = ()
    standing: bool = False
    """Listed by the codebook for every claim of this kind, though nobody need have said it."""
    added_by: str = ""
    """The person who put it there; empty: the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """One judge's grades of one item. The program's comes first; a person's stands beside it."""

    by: str = ""
    """Empty: the program."""
    at: datetime | None = None
    reliability: Reliability = "F"
    credibility: Credibility = "6"
    consistency: tuple[tuple[str, Step], ...] = ()
    """(hypothesis id, step); one that is not named is ``not_applicable``."""
    deceiver: Deceiver = "unknown"
    why: tuple[str, ...] = ()
    """A reason for each grade, a sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something that speaks for or against an explanation of one claim."""

    id: str
    claim_id: str
    kind: EvidenceKind
    text: str
    """The words of a document, or for an absence what was looked for and not found."""
    spans: tuple[Span, ...] = ()
    """Its ground; for an absence, the words that make it expected."""
    source: str = ""
    """Whose word it is: entity id of a party, or the outlet's name."""
    name: str = ""
    """The same as printed."""
    side: str = ""
    """Entity id of the camp it belongs to, where that is known."""
    word: Literal["asserts", "denies", "silent", ""] = ""
    """Of a statement: which way it goes on the claim."""
    interest: int = 0
    """1: its source gains if the claim is believed; -1: if it is not; 0: neither is known."""
    root_id: str = ""
    at: datetime | None = None
    grades: tuple[Grade, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What one item did to the judgement."""

    evidence_id: str
    log_odds: float
    """Natural logarithm of the factor by which it moved the odds that the claim is true; after copies and scripts are counted once."""
    diagnostic: float
    """How far it tells the explanations apart: the largest difference of log likelihood between two of them, in nats."""
    without: float | None
    """Likelihood of the claim if the item had not been there; ``None`` where it could not be judged then."""
    counted_under: str = ""
    """Id of the item it counts with (same root, or one script); empty where it counts by itself."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something not collected that would move the judgement."""

    text: str
    """What to look for, a sentence."""
    kind: EvidenceKind
    move: float
    """Expected change of the likelihood, absolute, over both ways it may come out (a share of one)."""
    source: str = ""
    """Who could tell, where that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The view as it stood at a moment, and what had come in."""

    at: datetime
    likelihood: float | None
    evidence: tuple[str, ...] = ()
    """Ids of the items that came in since the moment before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalystView:
    """The judgement as it comes out with one person's grades in place of the program's."""

    by: str
    likelihood: float | None
    shares: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a person did with the explanations of a claim; the program's own answer stays to be seen in ``text``."""

    by: str
    at: datetime
    act: Literal["add", "drop", "merge", "split"]
    text: str
    """The explanation that was added, dropped, merged or split."""
    into: tuple[str, ...] = ()
    """The one it went into, or those it was split into."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What is known of a claim's standing, and how it is judged. ``likelihood`` is ``None`` where it cannot be judged yet."""

    claim_id: str
    status: Status
    topic: str = ""
    """What it is about, coarsely: the record of a source is kept by topic."""
    roots: int = 0
    """Independent roots among the documents that carry it."""
    root_ids: tuple[str, ...] = ()
    documents: int = 0
    likelihood: float | None = None
    """Probability that the claim, as worded, is true; never 0 or 1."""
    word: str = ""
    """The likelihood in a word of ICD 203."""
    confidence: Confidence | None = None
    """How well founded the judgement is: a thing apart from the likelihood."""
    confidence_why: tuple[str, ...] = ()
    unjudged: str = ""
    """Why it cannot be judged yet; empty where it is judged."""
    as_of: datetime | None = None
    """Nothing later than this was looked at; ``None``: everything was."""
    prior: float | None = None
    """What was held before any of the evidence."""
    hypotheses: tuple[Hypothesis, ...] = ()
    shares: tuple[tuple[str, float], ...] = ()
    """(hypothesis id, probability); they add up to 1. Empty where it is not judged."""
    evidence: tuple[Evidence, ...] = ()
    weighed: tuple[Weighed, ...] = ()
    gaps: tuple[Gap, ...] = ()
    history: tuple[Moment, ...] = ()
    views: tuple[AnalystView, ...] = ()
    """One for each person who graded; where they differ, both are shown."""
    spoken: tuple[Spoken, ...] = ()
    """What people did with the explanations, oldest first."""
    beneficiary: str | None = None
    """Entity id of who gains if the claim is believed, where that is known."""
