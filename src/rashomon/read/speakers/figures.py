"""Who appears in a document: every person and body with all its names, places, roles and likely pronoun."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rashomon.read.speakers.names import (
    PARTICLES,
    POSSESSIVE,
    SUFFIXES,
    TITLES,
    WORD,
    bare,
    name_pronoun,
    role_pronoun,
    title_pronoun,
    words,
)
from rashomon.read.speakers.scene import Scene
from rashomon.records import Kind, Mention


@dataclass(eq=False)
class Place:
    """One place where a figure is spoken of."""

    start: int
    end: int
    subject: bool = False
    quoted: bool = False
    speaker: bool = False
    owner: bool = False
    """In the possessive ("Smith's lawyer")."""


@dataclass(frozen=True)
class Role:
    """Words that describe a figure, with their noun: "the mayor of Surrey" -> mayor, {mayor, surrey}."""

    at: int
    head: str
    words: frozenset[str]


@dataclass(eq=False)
class Figure:
    """A person, a body or an unnamed speaker of the document."""

    kind: Kind
    names: Counter[str] = field(default_factory=Counter)
    places: list[Place] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)
    """Signs of "he" and "she"."""
    named: bool = True
    plural: bool = False

    @property
    def name(self) -> str:
        """The fullest name: the form of two words or more that is used most, else the longest form."""
        if self.kind != "person":
            spelled = [n for n in self.names if not _letters(n)] or list(self.names)
            return max(spelled, key=lambda n: (self.names[n], len(words(n)), n))
        full = [n for n in self.names if len(words(n)) > 1] or list(self.names)
        return max(full, key=lambda n: (self.names[n], len(n), n))

    @property
    def pronoun(self) -> str:
        he, she = self.votes["he"], self.votes["she"]
        if he == she:
            return ""
        return "he" if he > she else "she"

    def add(self, place: Place) -> None:
        if all((p.start, p.end) != (place.start, place.end) for p in self.places):
            self.places.append(place)


def gather(mentions: Sequence[Mention], scene: Scene) -> list[Figure]:
    """Figures from the mentions of a document, in the order of their first place.

    A name of one word goes to the figure whose fuller name holds it; where several do ("Garnier" of two
    Garniers), to the one that its title fits and that was spoken of last.
    """
    text = scene.text
    usable = [m for m in mentions if m.kind not in {"event", "technology"} and words(m.text)]
    people = [m for m in usable if m.kind == "person"]
    figures: list[Figure] = []
    for mention in sorted(people, key=lambda m: (-len(core(m.text)), m.start)):
        parts = core(mention.text)
        known = [f for f in figures if f.kind == "person" and same_person(parts, f)]
        if len(parts) > 1 or not known:
            figure = known[0] if known else Figure(kind="person")
            if not known:
                figures.append(figure)
            _note(figure, mention, scene)
    for mention in people:
        parts = core(mention.text)
        if len(parts) == 1:
            known = [f for f in figures if same_person(parts, f)]
            if _relative(text, mention.start) and not any(parts == core(n) for f in known for n in f.names):
                figures.append(Figure(kind="person"))
                _note(figures[-1], mention, scene)
                continue
            _note(_choose(known, mention.start, mention.end, text), mention, scene)
    for mention in usable:
        if mention.kind != "person":
            known = [f for f in figures if f.kind != "person" and same_body(mention.text, f)]
            if not known:
                known = [Figure(kind=mention.kind)]
                figures.append(known[0])
            _note(known[0], mention, scene)
    figures = [f for f in figures if f.places]
    for figure in figures:
        figure.places.sort(key=lambda p: p.start)
        _vote(figure, text)
    return sorted(figures, key=lambda f: (f.places[0].start, f.name))


def _relative(text: str, start: int) -> bool:
    """Whether a lone name is told as someone's kin ("Smith's father, Joseph"), so no other's short form."""
    return _KIN.search(text[max(0, start - 24) : start]) is not None


_KIN = re.compile(
    r"\b(?:father|mother|son|daughter|brother|sister|wife|husband|uncle|aunt|cousin|partner),? $"
)


@lru_cache(maxsize=20_000)
def core(name: str) -> tuple[str, ...]:
    """A person's name words without titles, "Jr" and one-letter initials."""
    parts = [w for w in words(name) if w not in SUFFIXES]
    while len(parts) > 1 and parts[0] in TITLES:
        parts.pop(0)
    return tuple(p for p in parts if len(p) > 1) or tuple(parts)


def same_person(parts: tuple[str, ...], figure: Figure) -> bool:
    """Whether name words may stand for the figure: the end or the beginning of one of its names, or its
    ends."""
    for name in figure.names:
        full = core(name)
        if parts == full or (len(parts) < len(full) and parts in (full[-len(parts) :], full[: len(parts)])):
            return True
        # "Maria Vladimirovna Zakharova" is "Maria Zakharova"; "Paz Akin" is in "Lorena Paz Akin".
        if len(parts) > 1 and len(full) > 1 and parts[0] == full[0] and parts[-1] == full[-1]:
            return True
        if (
            len(parts) == 1
            and len(full) > 2
            and parts[0] in full[1:]
            and full[full.index(parts[0]) - 1] in PARTICLES
        ):
            return True
    return False


def same_body(name: str, figure: Figure) -> bool:
    """Whether a body's name is the figure's: the same words, its letters ("RCMP"), or its fuller form's
    end."""
    if figure.kind == "state":
        return _plain(name) in {_plain(other) for other in figure.names}
    mine = _plain(name)
    for other in figure.names:
        theirs = _plain(other)
        if mine == theirs:
            return True
        if (_letters(name) and _stands_for(name, other)) or (_letters(other) and _stands_for(other, name)):
            return True
    return False


def _plain(name: str) -> tuple[str, ...]:
    return tuple(
        w for w in words(name) if w not in {"the", "inc", "corp", "co", "ltd", "llc", "plc"}
    ) or words(name)


def _letters(name: str) -> bool:
    return 2 <= len(name.replace(".", "")) <= 7 and name.replace(".", "").isupper()


def _stands_for(letters: str, name: str) -> bool:
    initials = "".join(w[0] for w in re.findall(r"[^\W\d_][\w'’]*", name) if w[0].isupper())
    return len(initials) > 1 and initials == letters.replace(".", "")


def _note(figure: Figure, mention: Mention, scene: Scene) -> None:
    figure.names[mention.text] += 1
    after = scene.text[mention.end : mention.end + 2]
    figure.add(
        Place(
            mention.start,
            mention.end,
            subject=scene.subject(mention.start, mention.end),
            quoted=scene.quoted(mention.start),
            owner=POSSESSIVE.search("s" + after) is not None and after[:1] in "'’",
        )
    )


def _choose(known: list[Figure], start: int, end: int, text: str) -> Figure:
    """Among figures that share a name, the one whose pronoun fits the title, then the one spoken of last
    before."""
    asked = title_pronoun(" ".join(text[max(0, start - 24) : start].split()[-2:]))

    def rank(figure: Figure) -> tuple[bool, bool, int, int]:
        likely = name_pronoun(figure.name)
        surname = bare(text[start:end]) in {core(n)[-1] for n in figure.names}
        before = [p.start for p in figure.places if p.start <= start]
        return (
            (not asked or likely in {"", asked}),
            surname,
            max(before, default=-1),
            sum(figure.names.values()),
        )

    return max(known, key=rank)


def _vote(figure: Figure, text: str) -> None:
    if figure.kind != "person":
        return
    if likely := name_pronoun(figure.name):
        figure.votes[likely] += 2
    for place in figure.places:
        # The words just before the name: "Mrs May", "spokeswoman Maria Zakharova".
        before = [m.group() for m in WORD.finditer(text[max(0, place.start - 24) : place.start])][-1:]
        adjacent = text[max(0, place.start - 1) : place.start] == " "
        if adjacent and before and (asked := title_pronoun(before[0])):
            figure.votes[asked] += 4
    for role in figure.roles:
        if likely := role_pronoun(role.head):
            figure.votes[likely] += 3
