"""How an explanation is put: a party's own words, or the codebook's sentence around the claim's words."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.assess.about.case import About
from rashomon.assess.hypotheses.codebook import Row
from rashomon.records import Entity, Saying

MOST = 40
"""Words of a claim that are put into a sentence; of a longer one the beginning."""
FEWEST = 3
"""Words that say something by themselves."""


def short(text: str) -> str:
    """A text on one line, cut behind so many words."""
    words = text.split()
    cut = " ".join(words[:MOST]) + ("…" if len(words) > MOST else "")
    return cut + "”" if cut.count("“") > cut.count("”") else cut  # the words end inside a quotation


def sentence(row: Row, of: About, entities: Mapping[str, Entity]) -> str:
    """The codebook's sentence with the claim's words as words somebody said."""

    def names(parties: tuple[str, ...], otherwise: str) -> str:
        called = [entities[one].name if one in entities else one for one in parties[:2]]
        return " or ".join(called) or otherwise

    filled = {
        "claim": short(of.claim.text).rstrip(" .,;:"),
        "accused": names(of.accused, "whoever is blamed"),
        "claimant": names(of.claimants[:1], "Whoever reports it"),
    }
    text = row.sentence
    for key, value in filled.items():
        text = text.replace("{" + key + "}", value)
    return text[:1].upper() + text[1:]


def tells(saying: Saying) -> bool:
    """Whether a party's words tell by themselves what it says: of "denies that P" they tell only P."""
    longest = max((len(span.quote.split()) for span in saying.content), default=0)
    return saying.act in ("asserts", "accuses", "believes", "warns", "confirms") and longest >= FEWEST


def own_words(saying: Saying) -> str:
    """What a party says, if its words tell it by themselves; else who says it, how and what, as the report has it."""
    content = max((span.quote for span in saying.content), key=len, default="")
    return short(content if tells(saying) else saying.span.quote)
