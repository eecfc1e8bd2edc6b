"""What came of an earlier claim: who stands where by now, and who denied or took it back."""

from __future__ import annotations

from collections import Counter

from rashomon.records import STANCES, Claim, Earlier, Position, Stance

AGAINST = ("denies", "partly_denies", "doubts", "retracts")


def earlier(claim: Claim, language: str = "") -> Earlier:
    """A desk's own claim as it is kept for later: its words, who put it forward first, and all positions with their words."""
    said = sorted(
        (p for p in claim.positions if p.stance in ("asserts", "reports")),
        key=lambda p: (p.at is None, p.at.isoformat() if p.at else "", p.stance != "asserts", p.party),
    )
    first = said[0] if said else None
    times = [member.at for member in claim.members if member.at]
    return Earlier(
        text=claim.text,
        id=claim.id,
        language=language,
        by=first.name if first else "",
        at=first.at if first and first.at else min(times, default=None),
        positions=tuple(_slim(one) for one in claim.positions),
    )


def _slim(one: Position) -> Position:
    """Without the saying: its words are in the span."""
    return Position(
        party=one.party,
        name=one.name,
        stance=one.stance,
        scope=one.scope,
        at=one.at,
        span=one.span,
        root_id=one.root_id,
    )


def joined(first: Earlier, later: Earlier) -> Earlier:
    """Two records of one claim: what the later one says, with the positions of both."""
    held = dict.fromkeys((*first.positions, *later.positions))
    old, new = (first, later) if _first(first) <= _first(later) else (later, first)
    return Earlier(
        text=later.text,
        id=later.id,
        title=later.title,
        list=later.list,
        language=later.language or first.language,
        by=old.by or new.by,
        at=old.at or new.at,
        verdict=later.verdict or first.verdict,
        reviewer=later.reviewer or first.reviewer,
        reviewed_at=later.reviewed_at or first.reviewed_at,
        url=later.url or first.url,
        positions=tuple(sorted(held, key=_when)),
    )


def _first(one: Earlier) -> str:
    return one.at.isoformat() if one.at else "9"


def _when(one: Position) -> tuple[str, str, str]:
    return (one.at.isoformat() if one.at else "9", one.party, one.stance)


def stances(claim: Earlier) -> tuple[tuple[Stance, int], ...]:
    """How many parties stand where, each counted by what it said last."""
    last = {one.party: one.stance for one in sorted(claim.positions, key=_when) if one.stance != "silent"}
    silent = {one.party for one in claim.positions if one.stance == "silent"} - set(last)
    counts = Counter([*last.values(), *("silent" for _ in silent)])
    return tuple((stance, counts[stance]) for stance in STANCES if counts[stance])


def outcome(claim: Earlier) -> tuple[Position, ...]:
    """Denials, doubts and retractions, oldest first."""
    return tuple(sorted((one for one in claim.positions if one.stance in AGAINST), key=_when))
