"""How far source or reporter stand behind a content, kept apart from the act: the closed list is in ``codebook.md``."""

from __future__ import annotations

import re

CLOSED = ("", "may", "reportedly", "alleged", "scare")
"""Every value that ``Attribution.hedge`` takes."""

_CLAUSE = 90
"""Characters of a content in which its main clause is taken to stand."""
_ALLEGED = re.compile(
    r"\b(?:alleged(?:ly)?|purported(?:ly)?|so-called|supposed(?:ly)?|ostensibl[ey])\b", re.IGNORECASE
)
_ACCUSED = re.compile(
    r"\b(?:is|are|was|were|be|been|being|have|has|had) (?:\w+ly )?alleged\b|^alleged$", re.IGNORECASE
)
""""Is alleged" is the cue's own verb: it accuses."""
_REPORTEDLY = re.compile(
    r"\b(?:reportedly|apparently|rumou?red|unconfirmed|(?:is|are|was|were) (?:widely )?(?:said|believed|thought|understood|"
    r"reported|rumou?red) to|(?:rumou?r|word|legend|gossip) (?:has|had) it|word (?:on the \w+ )?(?:is|was))\b|"
    r"\b(?:is|are|was|were) (?:widely )?(?:said|believed|thought|understood|reported)$",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|maybe|probably|likely|potentially|seems?|seemed|appears? to|appeared to)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\b(?:in|of|on|since|until|by|from|last|this|next|\d{1,2}) May\b|\bMay \d")
_ABLE = re.compile(
    r"\bcould (?:not|no longer)\b|\bcouldn['’]t\b|\bas (?:likely|soon as they could)\b", re.IGNORECASE
)
_SCARE = re.compile(r"(?<![\w])[“\"‘']([\w-]+(?: [\w-]+)?)[.,]?[”\"’'](?!\w)")


def hedge(cue: str, content: str) -> str:
    """The hedge of an attribution by its words; the first in the order alleged, reportedly, may, scare; else empty."""
    clause = content[:_CLAUSE]
    if _ALLEGED.search(_ACCUSED.sub(" ", cue)) or _ALLEGED.search(clause):
        return "alleged"
    if _REPORTEDLY.search(cue) or _REPORTEDLY.search(clause):
        return "reportedly"
    plain = _ABLE.sub(" ", _MONTH.sub(" ", clause))
    if _MAY.search(plain):
        return "may"
    bare = content.strip(" ,.")
    short = _SCARE.search(bare)
    if (
        short
        and re.search(r"\w", bare.replace(short.group(), ""))
        and not re.search(r"[“\"][^”\"]{40,}", content)
    ):
        return "scare"
    return ""
