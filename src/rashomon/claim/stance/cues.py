"""Words that tell how a report takes a claim: refuting, denying, hedging, negating, in the claim and near its matter.

Small data teaches a network slowly that "hoax" in a report weighs against a claim unless the claim itself says "hoax". Counted, the
same words teach a regression at once; ``bench.stance`` prints what each does alone and both together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.claim.stance.related import shares
from rashomon.claim.stance.words import Text

Floats = NDArray[np.float64]

KINDS: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "refutes": r"hoax\w*|fake[ds]?|false\w*|untrue|debunk\w*|no evidence|not true|satir\w+|fabricat\w+|bogus|baseless|"
        r"doctored|photoshop\w*|retract\w*|prank\w*|made up|invented|invention|forger\w+|forged|myth",
        "denies": r"den(?:y|ies|ied|ial|ying)|reject\w*|dismiss\w*|refut\w+|disput\w+|rebut\w*|contradict\w*",
        "hedges": r"reportedly|alleged\w*|claim(?:s|ed|ing)?|report(?:s|ed)?|according to|rumou?r\w*|may|might|could|unconfirmed|"
        r"sources?|suggest\w*|unverified|appears?|purported\w*|believed|said to|accus\w+",
        "negates": r"not|no|never|nobody|none|nothing|\w+n['’]t",
    }.items()
}
"""What is counted. A report's "not" is weak by itself; the regression says how weak."""
LEAD = 3
"""Sentences of a report's lead, and how many of those that share most with the claim are looked at."""
DENSE = 40
"""Words for which one cue counts 1, up to 3."""


def refuting(text: str) -> bool:
    """Whether a claim itself says that something is not so."""
    return any(KINDS[kind].search(text) for kind in ("refutes", "denies", "negates"))


@dataclass(frozen=True, slots=True)
class Counted:
    """Cues of each kind by sentence (kinds × sentences), and words by sentence."""

    cues: Floats
    words: Floats


def counted(text: Text) -> Counted:
    """The cues of a text, each counted in the sentence where it begins."""
    starts = [start for start, _ in text.sentences]
    cues = np.zeros((len(KINDS), len(starts)))
    for row, pattern in zip(cues, KINDS.values(), strict=True):
        for match in pattern.finditer(text.text):
            at = bisect_right(starts, match.start()) - 1
            if at >= 0:
                row[at] += 1
    words = np.array([1 + text.text.count(" ", s, e) for s, e in text.sentences], dtype=np.float64)
    return Counted(cues, words)


def cues(
    claim: Text, report: Text, weights: Mapping[str, float], found: Counted, related: Sequence[float]
) -> list[float]:
    """Features of a pair. ``related``: those of the cheap step. ``found``: the report's.

    Those of the cheap step; whether the claim has each kind, or asks; for the lead, the sentences nearest to the claim and the whole
    report: whether each kind is there and how densely; how claim and report refute together; the share that is quoted.
    """
    said = [float(bool(pattern.search(claim.text))) for pattern in KINDS.values()]
    share = shares(weights, report)
    best = sorted(share, key=lambda n: (-share[n], n))[:LEAD]
    lead = list(range(min(LEAD, len(report.sentences))))
    out = [*related, *said, float("?" in claim.text)]
    for part in (lead, best, range(len(report.sentences))):
        inside = list(part)
        total = found.cues[:, inside].sum(axis=1)
        size = max(1.0, float(found.words[inside].sum()))
        for count in total:
            out += [float(count > 0), min(3.0, float(count) * DENSE / size)]
    near = sorted({*lead, *best})
    told = float(found.cues[0, near].sum() > 0)
    denied = float(found.cues[1, near].sum() > 0)
    mine = max(said[0], said[3])
    out += [
        told * mine,
        told * (1 - mine),
        (1 - told) * mine,
        denied * max(said[1], mine),
        denied * (1 - max(said[1], mine)),
    ]
    out.append(sum(b - a for a, b in report.quoted) / max(1, len(report.text)))
    return out


FAR = 4.0
"""Widths from its mean at which a feature is held: no text weighs without bound."""


@dataclass(frozen=True, slots=True)
class Regression:
    """Label scores from features: ``weights`` are features + 1 × (agree, disagree, discuss)."""

    weights: Floats
    mean: Floats
    width: Floats

    @classmethod
    def of(cls, held: Mapping[str, Any]) -> Regression:
        """From the lists of ``words.json``."""
        return cls(*(np.asarray(held[name], dtype=np.float64) for name in ("weights", "mean", "width")))

    def scores(self, features: Sequence[float]) -> Floats:
        """Scores of the four labels. They sum to 0, and "unrelated" is 0: cues say how, not whether."""
        level = np.clip((np.asarray(features) - self.mean) / self.width, -FAR, FAR)
        found = np.append(level, 1.0) @ self.weights
        return np.append(found - found.mean(), 0.0)
