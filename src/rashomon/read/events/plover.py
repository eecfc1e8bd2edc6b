"""What PLOVER makes of an announced, threatened, asked or refused act."""

from __future__ import annotations

FRIENDLY = frozenset("CONSULT SUPPORT COOPERATE AID RETREAT CONCEDE AGREE".split())
HOSTILE = frozenset("PROTEST SANCTION MOBILIZE COERCE ASSAULT THREATEN".split())
WRAPPING = frozenset("THREATEN AGREE REQUEST REJECT".split())
"""Acts of words that wrap another act: they are one event with what they are about."""
THREATS = {
    "ASSAULT": "violence", "MOBILIZE": "violence", "SANCTION": "relations", "RETREAT": "relations", "PROTEST": "restrict",
    "COERCE": "restrict", "AID": "relations", "COOPERATE": "relations", "CONSULT": "relations",
}  # fmt: skip
"""Category of what is threatened to the mode of THREATEN; ``threat`` below has the exceptions by mode."""
_THREATS_BY_MODE = {
    "arrest": "arrest", "convict": "arrest", "deport": "expel", "expel": "expel", "seize": "territory",
}  # fmt: skip


def threat(category: str, mode: str) -> str:
    """The mode of THREATEN for a threatened act."""
    if category == "COERCE" and mode == "seize":
        return "restrict"
    return _THREATS_BY_MODE.get(mode) or THREATS.get(category, "")


def refused(category: str) -> str:
    """The mode of REJECT or REQUEST by what is refused or asked for."""
    if category in {"AID", "COOPERATE", "SUPPORT"}:
        return "assist"
    if category == "CONSULT":
        return "meet"
    return "yield" if category in {"RETREAT", "CONCEDE", "AGREE"} else ""


def asked(category: str) -> str:
    """As ``refused``, and ``change`` for a hostile act that someone is asked to do or to end."""
    return refused(category) or ("change" if category in {"SUPPORT", "SANCTION", "COERCE", "ACCUSE"} else "")
