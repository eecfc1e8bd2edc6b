"""Press services and spokesmen: they speak for the body whose they are."""

from __future__ import annotations

import re

_EN = (
    r"press\s+(?:service|office|secretary|department|centre|center|team|officer)|media\s+(?:office|service|department)|"
    r"information\s+(?:office|service)|spokes(?:man|woman|person|people)"
)
_CYRILLIC = (
    r"пресс?-?служб\w*|пресс?-?секретар\w*|пресс?-?центр\w*|официальн\w+\s+представител\w+|спикер\w*|речни[кц]\w*|спікер\w*|"
    r"відділ\w*\s+комунікац\w*|управлени\w+\s+информации"
)
FORMS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"^(?:(?:an?|the)\s+)?(?P<of>\S.{{0,80}}?)(?:['’]s)?\s+(?:{_EN})$", re.IGNORECASE),
    re.compile(
        rf"^(?:(?:an?|the)\s+)?(?:{_EN})\s+(?:of|for|at)\s+(?:the\s+)?(?P<of>\S.{{0,80}})$", re.IGNORECASE
    ),
    re.compile(rf"^(?:{_CYRILLIC})\s+(?P<of>\S.{{0,80}})$", re.IGNORECASE),
)
"""How a voice is named after its body: "the ministry's press service", "a spokesman for the palace", "пресс-служба министерства"."""


def body_of(name: str) -> str:
    """The body that a voice speaks for, as it stands in its name; empty for what names no voice."""
    text = " ".join(name.split())
    if len(text) > 160:
        return ""
    for form in FORMS:
        if match := form.match(text):
            return match["of"]
    return ""
