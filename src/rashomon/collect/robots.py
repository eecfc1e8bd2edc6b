"""robots.txt after RFC 9309: the longest rule that matches decides, ``*`` and ``$`` have their meaning.

The standard library's parser takes the first rule instead, and knows no ``*``.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

MOST_BYTES = 500_000
"""Bytes that are read, as the RFC asks (500 kibibytes at least); more are ignored."""
MOST_RULES = 5000
LONGEST_WAIT = 30.0
"""Seconds between requests that a site may ask for at most; some ask for days."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site asks of one robot."""

    rules: tuple[tuple[str, bool], ...] = ()
    """Path patterns, and whether they are allowed."""
    delay: float = 0.0
    """Seconds between two requests (``Crawl-delay``, which is no part of the RFC but is widely written)."""

    def allow(self, url: str) -> bool:
        """Whether the address may be asked for; of two rules of one length the one that allows."""
        parts = urlsplit(url)
        path = _plain(parts.path or "/") + (f"?{_plain(parts.query)}" if parts.query else "")
        best = max(
            ((len(rule), allowed) for rule, allowed in self.rules if _matches(rule, path)), default=(0, True)
        )
        return path == "/robots.txt" or best[1]


def parse(text: str, robot: str) -> Rules:
    """The rules for a robot by its product name, else those for ``*``."""
    own: list[tuple[str, bool]] = []
    others: list[tuple[str, bool]] = []
    delays = {True: 0.0, False: 0.0}
    agents: set[str] = set()
    named = told = False
    for one in text.splitlines():
        key, _, value = one.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            agents = agents if not told else set()
            told = False
            agents.add(value.split("/")[0].strip().lower())
            named = named or robot.lower() in agents
            continue
        if key in ("allow", "disallow"):
            told = True
            if value:
                for group, mine in ((own, robot.lower() in agents), (others, "*" in agents)):
                    if mine and len(group) < MOST_RULES:
                        group.append((_plain(value), key == "allow"))
        elif key == "crawl-delay":
            told = True
            for mine, group_of in ((True, robot.lower()), (False, "*")):
                if group_of in agents:
                    delays[mine] = _seconds(value)
    return Rules(rules=tuple(own if named else others), delay=delays[named])


def _seconds(value: str) -> float:
    try:
        return min(max(float(value), 0.0), LONGEST_WAIT)
    except ValueError:
        return 0.0


def _plain(path: str) -> str:
    """One spelling for %41 and A, so that they match each other."""
    return quote(
        unquote(path, errors="surrogateescape"), safe="/*$?&=:;,@!'()+~-._", errors="surrogateescape"
    )


def _matches(rule: str, path: str) -> bool:
    """Pieces between stars in order, found leftmost first: linear, unlike a regular expression of many stars."""
    ends = rule.endswith("$")
    pieces = (rule[:-1] if ends else rule).split("*")
    if not path.startswith(pieces[0]):
        return False
    if len(pieces) == 1:
        return not ends or path == pieces[0]
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    last = pieces[-1]
    return path.endswith(last) and len(path) - len(last) >= at if ends else path.find(last, at) >= 0
