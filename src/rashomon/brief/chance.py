"""A probability in the words of the scale, as a sentence needs them. The table is the assess stage's, ``assess/scale.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_SCALE = Path(__file__).parents[1] / "assess" / "scale.yaml"
"""Read as a table, since stages do not import each other; a test holds both to the same words."""
NOUNS = ("chance",)
"""A word of the scale that ends so stands after "there is"."""


def word(p: float) -> str:
    """ "likely": the row ``chance`` of the scale. A tie takes the band nearer to 50 %."""
    percent = round(p * 100, 9)  # 0.55 * 100 is 55.00000000000001: an edge must stay an edge
    bands = _table()["bands"]
    if percent < 50:
        found = next(one for one in bands if percent < one["high"])
    else:
        found = next(one for one in reversed(bands) if percent > one["low"])
    return str(found["chance"])


def figure(p: float) -> str:
    """ "about 70 %": in steps of five, below 5 and above 95 in steps of one, never 0 or 100."""
    value = round(p * 100, 9)
    step = 5 if 5 <= value <= 95 else 1
    return f"about {min(max(round(value / step) * step, 1), 99)} %"


def that(p: float, what: str) -> str:
    """ "It is likely that this is so"; "There is almost no chance that …"."""
    found = word(p)
    if found.endswith(NOUNS):
        article = "" if found.startswith("almost no") else "a "
        return f"There is {article}{found} that {what}"
    return f"It is {found} that {what}"


def reliability(code: str) -> str:
    """Our words for an Admiralty letter: "mostly right where it was checked"."""
    return str(_table()["reliability"][code]["meaning"])


def credibility(code: str) -> str:
    """Our words for an Admiralty figure."""
    return str(_table()["credibility"][code]["meaning"])


@cache
def _table() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(_SCALE.read_text(encoding="utf-8"))
    return data
