"""Of which kinds a claim is: that decides which explanations stand for it."""

from __future__ import annotations

import re

from rashomon.assess.about.case import About
from rashomon.assess.about.lexicon import pattern

LONGEST = 600
"""Characters of a claim's text that are looked into."""
_INTENT = re.compile(
    r"\b(?:deliberate\w*|on purpose|intentional\w*|in a bid to|in order to|trying to|tried to|attempt\w* to|to (?:kill|silence|punish|provoke)|"
    r"assassinat\w*|murder\w*)|(?<!\w)(?:умышленн|нарочно|с целью|пыта(?:л|ть)|покушени|убийств|навмисн|з метою|намага|замах|вбивств)\w*",
    re.IGNORECASE,
)
_UNINTENDED = re.compile(
    r"\b(?:by mistake|mistakenly|unintentional\w*|by accident|accidental\w*)|(?<!\w)(?:по ошибке|помилково|случайно|випадково)",
    re.IGNORECASE,
)


_MODEL = re.compile(r"(?<=\w)\s+\S*[A-ZА-ЯЇІЄ]\w+\s$|\b(?:flight|route|article|рейс\w*|статт\w|стать\w)\s$")
"""Before a number that counts nothing: the "737" of a plane's name."""


def kinds(of: About) -> frozenset[str]:
    """``happening`` always; ``agent``: it says whose deed it was; ``number``: how many or how much; ``identity``: what or who it was;
    ``cause``: why; ``intent``: that it was meant. Empty for what is to come or wanted, which no explanation fits yet."""
    text = of.claim.text[:LONGEST]
    if pattern("ahead").search(text) and not of.accused:
        return frozenset()
    found = {"happening"}
    if of.accused or of.own:
        found.add("agent")
    if pattern("number").search(text) or any(
        not _MODEL.search(text[: m.start()]) for m in pattern("digits").finditer(text)
    ):
        found.add("number")
    if pattern("identity").search(text) and not of.claim.explains and not _guilt_only(text):
        found.add("identity")
    if pattern("cause").search(text) or of.claim.explanation in ("accident", "natural", "pretext", "mistake"):
        found.add("cause")
    if _INTENT.search(text) and not _UNINTENDED.search(text):
        found.add("intent")
    return frozenset(found)


def _guilt_only(text: str) -> bool:
    """Whether all a claim says is who is to blame, so that no thing in it was seen by anybody."""
    deed = pattern("blaming").search(text)
    return deed is not None and pattern("guilt").search(deed.group()) is not None
