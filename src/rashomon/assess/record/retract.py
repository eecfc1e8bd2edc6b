"""What is left when sources are taken back: every claim they touched, judged anew without them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from rashomon.assess.record.coins import count, numbered, speak
from rashomon.assess.record.learn import OPEN, SILENT, Learned, base_rates
from rashomon.assess.record.spread import signs
from rashomon.assess.record.table import Bools
from rashomon.assess.record.voices import Groups

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Retracted:
    """The record without some sources, and what that changed."""

    learned: Learned
    touched: tuple[str, ...]
    """Claims on which they had spoken."""
    moved: tuple[tuple[str, float, float], ...]
    """(claim, probability before, after) of those touched, the largest change first."""


def without(learned: Learned, sources: Collection[str]) -> Retracted:
    """Leave out all reports of ``sources`` and of what copies them; scripts, turns and temper stay as they were learnt.

    A root whose first source is taken back goes with all its copies: they were counted under it. Records of the others are counted
    anew, since what they said on the touched claims may now be right or wrong. A name that no report has changes nothing.
    """
    here = learned.table
    return left_out(learned, np.array([name in sources for name in here.sources], bool)[here.source])


def pairs(learned: Learned, gone: Collection[tuple[str, str]]) -> Bools:
    """Which reports of the table are those of these (claim, source); shape (N,)."""
    here = learned.table
    number = {name: n for n, name in enumerate(here.sources)}
    claim = {name: n for n, name in enumerate(here.claims)}
    keys = [claim[c] * len(number) + number[s] for c, s in gone if c in claim and s in number]
    return np.isin(here.claim * len(number) + here.source, np.array(keys, np.int64))


def left_out(learned: Learned, gone: Bools) -> Retracted:
    """The same for reports, shape (N,), rather than for sources: of a source that is left, only some may fall."""
    here = learned.table
    keep = ~gone
    touched = np.unique(here.claim[gone])
    left = replace(
        here,
        **{
            name: getattr(here, name)[keep]
            for name in ("claim", "source", "topic", "word", "kind", "turned", "side", "at")
        },
    )
    script, part = learned.script[keep], learned.part[keep]
    groups, numbers, found = Groups(left, script), numbered(left, part), signs(left)
    true = learned.true
    heard = np.bincount(left.claim, minlength=len(here.claims)) > 0
    spread = np.where(heard, learned.spread.of(found), 0.0)  # what nobody tells has not spread at all
    teaches = learned.settled | (np.bincount(left.claim, left.said != SILENT, len(here.claims)) > 0)
    counts = np.where(teaches, OPEN, 0.0)[left.claim]
    if len(here.at):
        counts = counts * 0.5 ** ((here.at.max() - left.at) / learned.half)
    for _ in range(ROUNDS):
        coins = count(left, numbers, true[left.claim], counts, learned.priors)
        values = groups.values(speak(left, coins)) * learned.shares.factors(groups)
        evidence = np.bincount(groups.claim, values, len(here.claims)) + learned.shares.terms(left, part)
        base = base_rates(left, true, learned.settled)
        odds = base + learned.temper.of(evidence) + spread
        true = np.where(learned.settled, learned.true, 1 / (1 + np.exp(-odds)))
    after = replace(
        learned, table=left, coins=coins, script=script, part=part, base=base, evidence=evidence, odds=odds, true=true,
    )  # fmt: skip
    before, now = 1 / (1 + np.exp(-learned.odds[touched])), 1 / (1 + np.exp(-odds[touched]))
    order = np.argsort(-np.abs(now - before), kind="stable")
    moved = tuple((here.claims[touched[n]], float(before[n]), float(now[n])) for n in order)
    return Retracted(after, tuple(here.claims[n] for n in touched), moved)
