"""What the registry has: offices with their dates, other names, attributes; each line with the list it comes from."""

from __future__ import annotations

from rashomon.brief import words
from rashomon.brief.phrase import count_line
from rashomon.link.register import OFFICES, Tenure, register
from rashomon.profile.subject import Subject
from rashomon.records import Section, Sentence

_SHOWN = {
    "range_km": "range, km", "payload_kg": "payload, kg", "maker": "maker", "users": "users", "state": "state",
    "since": "in service since", "founded": "founded", "members": "members", "seat": "seat", "capital": "capital",
    "kind": "kind", "speed": "speed", "about": "about", "country": "country", "position": "position",
}  # fmt: skip


_STATES = frozenset({"users", "state", "members"})
"""Attributes that are codes of states."""


def _state(code: str) -> str:
    found = register().get(f"state:{code}")
    return found.name if found else code


def term(t: Tenure) -> str:
    """The days of an office in words: what is not on record is said to be so."""
    if t.since:
        made = f"from {t.since:%d %B %Y}"
    else:
        made = f"first seen in it on {t.seen[0]:%d %B %Y}" if t.seen else "from a day not on record"
    if t.until:
        return f"{made} until {t.until:%d %B %Y}"
    return f"{made}, last known in it on {t.seen[1]:%d %B %Y}" if t.seen else f"{made}, no end on record"


def make(subject: Subject) -> Section:
    """A line for each office and attribute; says so where the entity has no record."""
    entry = subject.entry
    if entry is None:
        return Section(
            key="record",
            heading="On record",
            empty=f"{subject.name} has no record in the registry: all that follows is from the documents alone.",
        )
    basis = f"registry {entry.id}, from {entry.source}"
    lines: list[Sentence] = []
    for t in sorted(entry.tenures, key=lambda t: (t.since is not None, t.since or 0), reverse=True):
        held_of = register().get(t.of)
        of = held_of.name if held_of else words.humanise(t.of.split(":", 1)[1])
        title = words.sentence_case(t.title or OFFICES[t.office])
        lines.append(count_line(f"{title}, {of}: {term(t)}.", basis, mark="office"))
    if entry.died:
        lines.append(count_line(f"Died on {entry.died:%d %B %Y}.", basis, mark="died"))
    for key, label in _SHOWN.items():
        if (value := entry.attributes.get(key)) not in (None, "", []):
            many = value if isinstance(value, list) else [value]
            shown = ", ".join(_state(str(one)) if key in _STATES else str(one) for one in many).rstrip(".")
            lines.append(count_line(f"{words.sentence_case(label)}: {shown}.", basis, mark=key))
    called = [name.strip('«»"“”') for name, _ in entry.names]
    if others := [name for name in dict.fromkeys(called) if name != entry.name]:
        lines.append(count_line(f"Also called {words.listed(others)}.", basis, mark="names"))
    return Section(key="record", heading="On record", sentences=tuple(lines))
