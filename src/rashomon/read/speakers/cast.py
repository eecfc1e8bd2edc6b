"""The walk through a document's attributions that gives each its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.read.speakers.antecedents import (
    BODIES,
    INSTITUTIONS,
    PRESS,
    most_present,
    of_description,
    of_pronoun,
    place_of,
    singular,
)
from rashomon.read.speakers.figures import Figure, Place, core, gather, same_body, same_person
from rashomon.read.speakers.names import SEATS, bare, role_pronoun, words
from rashomon.read.speakers.roles import describe, role_of
from rashomon.read.speakers.scene import Scene
from rashomon.read.speakers.sources import PAPERS, Phrase, phrase_of
from rashomon.read.speakers.unsourced import begin_of, goes_on
from rashomon.records import Attribution, Mention, Range, Speaker

_DEFINITE = frozenset("the this that these those his her its their".split())
_LONG_TAIL = re.compile(r",\s+(?:who|whose|which|where|an?|the)\s", re.IGNORECASE)
"""What opens a clause about an unnamed source ("a neighbour, who asked not to be named")."""
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_WHO = 40
"""Characters between a name and the "who" that takes it up."""
_SIGNED = frozenset("statement tweet release letter email e-mail post message memo".split())
"""Papers that speak for whoever spoke just before; a "study" or "poll" may be anyone's."""


class Cast:
    """The figures of one document while its attributions are walked through in the order of the text."""

    def __init__(
        self, scene: Scene, mentions: Sequence[Mention], attributions: Sequence[Attribution]
    ) -> None:
        self.scene = scene
        self.mentions = mentions
        self.attributions = attributions
        self.figures = gather(mentions, scene)
        describe(self.figures, scene)
        self.last: Figure | None = None
        self.issued: dict[str, list[tuple[int, Figure]]] = {}
        self.speakers: dict[int, Figure] = {}

    def run(self) -> tuple[Attribution, ...]:
        order = sorted(
            (i for i, a in enumerate(self.attributions) if a.source),
            key=lambda i: self.attributions[i].source[0],
        )
        phrases = {i: self._phrase(self.attributions[i]) for i in order}
        # Names first: a name that comes later still is the fullest form of an earlier surname.
        for i in order:
            if phrases[i].kind == "name":
                self._name(i, phrases[i])
        pronouns = self._narrated({i: self.attributions[i].source[0] for i in order})
        steps: list[tuple[int, int, str]] = [(self.attributions[i].source[0][0], i, "") for i in order]
        steps += [(at, -1, pronoun) for at, pronoun in pronouns]
        for at, i, pronoun in sorted(steps):
            if i < 0:
                self._told(at, pronoun)
            else:
                self._speaks(i, phrases[i])
        for i in sorted(range(len(self.attributions)), key=lambda i: begin_of(self.attributions[i])):
            if not self.attributions[i].source:
                figure = goes_on(i, self.attributions, self.speakers, self.figures, self.scene)
                if figure is not None:
                    self.speakers[i] = figure
        for i in order:
            if phrases[i].pronoun == "i" and (who := self._outer(i)) is not None:
                self.speakers[i] = who
        return tuple(self._filled(i, a) for i, a in enumerate(self.attributions))

    def _filled(self, i: int, a: Attribution) -> Attribution:
        who = self.speakers.get(i)
        # The source's words have the 's that its name has not.
        name = who.name.removesuffix("'s").removesuffix("’s") if who is not None else ""
        return replace(a, speaker=replace(a.speaker, text=name)) if name else replace(a, speaker=Speaker())

    def _phrase(self, a: Attribution) -> Phrase:
        start, end = a.source[0]
        return phrase_of(self.scene.text, start, end, self.mentions)

    def _narrated(self, sources: dict[int, Range]) -> list[tuple[int, str]]:
        """Subject pronouns of the reporter's own sentences, which carry a figure on: (offset, pronoun)."""
        taken = {r[0] for r in sources.values()}
        return [
            (m.start(), m.group().lower())
            for m in _HE.finditer(self.scene.text)
            if m.start() not in taken and not self.scene.quoted(m.start())
        ]

    def _told(self, at: int, pronoun: str) -> None:
        figure = of_pronoun(pronoun, self.figures, at, self.scene, self.last)
        if figure is not None:
            self._mark(figure, place_of(at, at + len(pronoun), self.scene, speaker=False))

    def _mark(self, figure: Figure, place: Place) -> None:
        figure.add(place)
        figure.places.sort(key=lambda p: p.start)

    # --- names
    # ---------------------------------------------------------------------------------------------------

    def _name(self, i: int, phrase: Phrase) -> None:
        text = self.scene.text
        if len(phrase.ranges) > 1:
            surface = text[phrase.ranges[0][0] : phrase.ranges[-1][1]]
            self.speakers[i] = self._unnamed(surface, phrase.ranges[0][0], phrase.ranges[-1][1], plural=True)
            return
        start, end = phrase.ranges[0]
        self.speakers[i] = self._fuller(self._figure(start, end), start)

    def _figure(self, start: int, end: int) -> Figure:
        """The figure a name in the text stands for; a new one where no mention covers it."""
        name = self.scene.text[start:end]
        parts = core(name)
        for figure in self.figures:
            if any(p.start < end and start < p.end for p in figure.places):
                if figure.kind not in {"person", "state", "place"} and (people := self._people(parts)):
                    # The recogniser took a surname for a firm or a people; the document has the full name.
                    person = most_present(people, start, self.scene, None, lambda _: 0.0) or people[0]
                    return self._spoken(person, start, end)
                if figure.kind != "person" and name not in figure.names and len(name) > len(figure.name):
                    # The source runs on past the name that was recognised ("Workers Local 832").
                    figure.names[name] = max(figure.names.values()) + 1
                return self._spoken(figure, start, end)
        for figure in self.figures:
            if figure.kind == "person" and same_person(parts, figure):
                return self._spoken(figure, start, end)
            if figure.kind != "person" and same_body(name, figure):
                return self._spoken(figure, start, end)
        figure = Figure(kind="person" if len(parts) < 4 and not name.isupper() else "organisation")
        figure.names[name] += 1
        self.figures.append(figure)
        return self._spoken(figure, start, end)

    def _people(self, parts: tuple[str, ...]) -> list[Figure]:
        """The persons of a full name that a surname may stand for."""
        return [
            f for f in self.figures if f.kind == "person" and len(core(f.name)) > 1 and same_person(parts, f)
        ]

    def _fuller(self, figure: Figure, start: int) -> Figure:
        """The body that a bare "Commission" or "Board" with a capital letter stands for, spoken of last
        before."""
        parts = words(figure.name)
        if figure.kind == "person" or len(parts) != 1 or parts[0] not in SEATS:
            return figure
        fuller = [
            (p.start, k)
            for k, f in enumerate(self.figures)
            for p in f.places
            if f.kind == "organisation"
            and p.start < start
            and len(words(f.name)) > 1
            and parts[0] in words(f.name)
        ]
        return self.figures[max(fuller)[1]] if fuller else figure

    def _spoken(self, figure: Figure, start: int, end: int) -> Figure:
        for place in figure.places:
            if place.start < end and start < place.end:
                place.speaker = True
                return figure
        self._mark(figure, place_of(start, end, self.scene, speaker=True))
        return figure

    def _unnamed(self, surface: str, start: int, end: int, *, plural: bool) -> Figure:
        """A speaker known only by a description; "he" and "the official" may take it up."""
        kind = "person" if not plural else "group"
        figure = Figure(kind="person" if kind == "person" else "group", named=False, plural=plural)
        figure.names[surface] += 1
        self._mark(figure, place_of(start, end, self.scene, speaker=True))
        self.figures.append(figure)
        return figure

    # --- everything else
    # -----------------------------------------------------------------------------------------

    def _speaks(self, i: int, phrase: Phrase) -> None:
        a = self.attributions[i]
        start, end = a.source[0]
        if phrase.kind == "pronoun" or (phrase.kind == "paper" and phrase.pronoun):
            who = self._pronoun(phrase.pronoun, i, start)
            if who is not None:
                self.speakers[i] = who
                if phrase.kind == "pronoun" and phrase.pronoun not in {"i", "who"}:
                    self._spoken(who, start, end)
        elif phrase.kind == "paper" and phrase.ranges:
            self.speakers[i] = issuer = self._figure(*phrase.ranges[0])
            for word in self.scene.text[start:end].split():
                if bare(word) in PAPERS:
                    self.issued.setdefault(bare(word), []).append((start, issuer))
        elif phrase.kind == "paper":
            self.speakers[i] = self._paper(start, end)
        elif phrase.kind == "description":
            self.speakers[i] = self._description(start, end)
        who_now = self.speakers.get(i)
        if who_now is not None and not self.scene.quoted(start):
            self.last = who_now

    def _pronoun(self, pronoun: str, i: int, at: int) -> Figure | None:
        if pronoun == "i":
            return None  # once the outer quote has its speaker, ``_outer`` tells
        if pronoun == "who":
            sentence = self.scene.sentence(at)
            before = [
                (p.end, k)
                for k, f in enumerate(self.figures)
                for p in f.places
                if at - _WHO <= p.end <= at and self.scene.sentence(p.start) == sentence
            ]
            if not before:
                return None
            name = self.figures[max(before)[1]]
            people = self._people(core(name.name)) if name.kind not in {"state", "place"} else []
            return people[0] if len(people) == 1 else name
        return of_pronoun(pronoun, self.figures, at, self.scene, self.last)

    def _paper(self, start: int, end: int) -> Figure:
        """The issuer of "the study" or "a statement": who issued the last one so called, else who was
        speaking."""
        noun = self.scene.text[start:end].split()[-1].casefold()
        for at, figure in reversed(self.issued.get(noun, [])):
            if at < start:
                return self._spoken(figure, start, end)
        near = self.last is not None and any(
            p.start < start and self.scene.paragraph(start) - self.scene.paragraph(p.start) <= 1
            for p in self.last.places
        )
        if self.last is not None and near and noun in _SIGNED:
            return self._spoken(self.last, start, end)
        return self._description(start, end)

    def _outer(self, i: int) -> Figure | None:
        """Who "I" and "we" are inside someone's words: that someone."""
        at = self.attributions[i].source[0][0]
        for j, outer in enumerate(self.attributions):
            who = self.speakers.get(j)
            if j != i and who is not None and any(s <= at < e for s, e in outer.content):
                return who
        return None

    def _description(self, start: int, end: int) -> Figure:
        text = self.scene.text
        surface = _LONG_TAIL.split(text[start:end])[0]
        if before := self._apposed(start):
            return self._spoken(before, start, end)
        found = surface.replace("\n", " ").split()
        first = bare(found[0]) if found else ""
        role = role_of(found, start)
        plural = self._plural(start, end, role.head if role else "")
        if role is not None:
            definite = first in _DEFINITE
            figure = of_description(
                role,
                definite,
                self.figures,
                start,
                self.scene,
                self.last,
                placed=bool(re.search(r"\b(?:of|in|for|from|at) (?:the )?[A-Z]", surface)),
            )
            if figure is not None and (not plural or figure.plural or not figure.named):
                return self._spoken(figure, start, end)
        for figure in self.figures:
            if not figure.named and surface.casefold() in {n.casefold() for n in figure.names}:
                return self._spoken(figure, start, end)
        figure = self._unnamed(surface, start, end, plural=plural)
        if role is not None:
            figure.roles.append(role)
            if likely := role_pronoun(role.head):
                figure.votes[likely] += 3
            if not plural and role.head in INSTITUTIONS | BODIES | PRESS:
                figure.kind = "organisation"
        return figure

    def _apposed(self, start: int) -> Figure | None:
        """The person whose name stands right before a description that the parse calls its apposition."""
        if self.scene.text[max(0, start - 2) : start] != ", ":
            return None
        if not any(t.dep_ == "appos" for t in self.scene.tokens(start, start + 60)[:6]):
            return None
        for figure in self.figures:
            if figure.kind == "person" and figure.named and any(p.end == start - 2 for p in figure.places):
                return figure
        return None

    def _plural(self, start: int, end: int, head: str) -> bool:
        tokens = [t for t in self.scene.tokens(start, end) if t.lower_ == head]
        if tokens:
            return bool(tokens[0].tag_ in {"NNS", "NNPS"})
        return singular(head) != head
