"""Where: the name behind "в", "под", "близ" nearest to an act."""

from __future__ import annotations

from rashomon.read.events.drafts import Draft
from rashomon.read.events.parties import Named
from rashomon.read.events.slavic.text import Text
from rashomon.records import Mention

_KINDS = frozenset("place state other person".split())
"""Kinds that a place's name may have: the light reader takes "Часов Яр" for a person."""
_BACK = 4
_BEFORE_ACT = 6
"""Characters by which a name behind an act is nearer than one before it."""


def place_of(text: Text, draft: Draft, named: Named) -> Mention | None:
    """The place named nearest to an act; ``None`` where there is none."""
    line = text.line
    head = line.at[draft.found.head][0]
    bounds = getattr(draft.found, "bounds", (0, len(line)))
    best: tuple[float, Mention] | None = None
    for mention in named.between(line.at[0][0], line.at[-1][1] + 1):
        if mention.kind not in _KINDS:
            continue
        at = next((k for k, (s, _) in enumerate(line.at) if s >= mention.start), None)
        if at is None:
            continue
        rank = _rank(text, at, mention, draft)
        if rank is None:
            continue
        inside = bounds[0] <= at < bounds[1]
        points = (
            rank
            + abs(mention.start - head) / 10
            + (0 if mention.start > head else _BEFORE_ACT / 10)
            + 40 * (not inside)
        )
        if best is None or points < best[0]:
            best = (points, mention)
    return best[1] if best else None


def _rank(text: Text, at: int, mention: Mention, draft: Draft) -> float | None:
    """How much a name looks like the place of an act, least first; ``None``: not at all."""
    for k in range(at - 1, max(-1, at - 1 - _BACK), -1):
        word = text.low(k)
        if word in text.grammar.words["places"]:
            plain = k == at - 1
            if mention.kind == "person" and not plain:
                return None
            case = text.grammar.noun(text.low(at))
            if (
                word in {"у", "к", "ко", "до"}
                and text.grammar.language == "ru"
                and draft.category not in {"CONSULT", "AGREE", "ASSAULT", "MOBILIZE"}
            ):
                return None
            direction = word in {"в", "во", "на", "у", "до", "к"} and not any(c.case == "l" for c in case)
            return (
                (0.0 if plain else 2.0)
                + (3.0 if direction else 0.0)
                + (2.0 if mention.kind == "state" else 0.0)
            )
        if word in text.grammar.prepositions or text.stop(k) or word == "," or text.verbal(k):
            break
    target = draft.roles.target
    if (
        target
        and target[0] <= mention.start < target[1]
        and mention.kind in {"place", "other"}
        and draft.category in {"ASSAULT", "COERCE", "RETREAT", "AGREE"}
    ):
        return 6.0  # "захватили Кундуз", "обстрел Харькова"
    if at == 0 and text.low(at + 1) in {":", "."}:
        return 1.0  # "Сумы: вражеский дрон …"
    return None
