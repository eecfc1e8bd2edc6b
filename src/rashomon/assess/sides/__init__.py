"""For which state persons and bodies speak that ``link`` left without one: by their names, by the role words beside them, by the report's dateline.

"The American delegation", "Ardan radio", "Secretary of State Jane Doe" in a report from that state's capital: whoever speaks in such a role speaks for the state, and must count with
its camp, not as a witness. An entity that two states claim stays without. Legislators, experts, relatives and outlets are none: only roles that carry a government's word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

import yaml

from rashomon.assess.about.named import side
from rashomon.records import Document, Entity, Reading

ROLE = (
    r"(?:governments?|cabinet|ministry|ministries|ministers?|officials?|authorities|delegation|delegates?|envoys?|ambassadors?|embassy|embassies|consul(?:ate)?|diplomats?|"
    r"spokes(?:man|woman|person|people)|president|premier|chancellor|army|navy|military|air force|troops|forces|general staff|command(?:er|ers)?|generals?|admirals?|marshals?|"
    r"colonels?|pilots?|intelligence|security (?:service|council|adviser)|border guards?|coast guard|police|chief of (?:the )?(?:general )?staff|white house|department|"
    r"propaganda\w*|правительств\w*|министерств\w*|министр\w*|посол\w*|посольств\w*|войск\w*|арми\w*|флот\w*|генштаб\w*|уряд\w*|міністерств\w*|міністр\w*|"
    r"посольств\w*|військ\w*|армі\w*|прикордонн\w*|пограничн\w*)"
)
STATE_MEDIA = r"(?:radio|news agency|state (?:media|television|tv|radio)|information (?:bureau|agency|office)|агентств\w*|информационн\w*|радио|радіо)"
TITLE = (
    r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Ss]ecretary of (?:[Ss]tate|[Dd]efen[cs]e)|"
    r"(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior) (?:[Mm]inister|[Ss]ecretary))"
)
NOT = re.compile(
    r"\b(?:former|ex-|retired|opposition|exiled?|senator|congress\w*|deput(?:y|ies)|lawmaker|professor|expert|engineer|journalist|reporter|newspaper|"
    r"correspondent|fisherm[ae]n|relatives?|widow|mother|wife|witness\w*|бывш\w+|колишн\w+|журналист\w*|журналіст\w*)",
    re.IGNORECASE,
)
"""Words beside a name after which a role is not a government's."""
WINDOW = 70
"""Characters before and behind a name in which its role is told."""
SURE = 3
"""Times that one state must be told more often than any other."""
_DATELINE = re.compile(r"^(?P<at>[A-ZА-ЯІЇЄ][A-ZА-ЯІЇЄ .'-]{2,30}?)(?:,| \(|:)", re.MULTILINE)


@cache
def polities() -> tuple[tuple[tuple[str, ...], str], ...]:
    """(words, capital) of the states that are no more."""
    rows = yaml.safe_load((files("rashomon.assess.sides") / "polities.yaml").read_text("utf-8"))
    return tuple((tuple(row["words"]), row["capital"]) for row in rows)


_ROLE = re.compile(rf"(?<!\w){ROLE}(?!\w)", re.IGNORECASE)
NOBODY = re.compile(
    r"^(?:(?:the|an?) )?(?:one|another|both|who|they|people|some|many|others?|several|two|three|four|few|all|officials?|sources?|deputies|diplomats?|leaders|members)(?: (?:of|in|from|here|there)\b.*)?$",
    re.IGNORECASE,
)
"""Speakers of whom one knows nothing."""


def is_official(name: str, words: str = "") -> bool:
    """Whether a speaker speaks by office, whoever's it is: by its name, or by the title right before its last name in these words."""
    if _ROLE.search(name):
        return True
    last = re.escape(name.rsplit(maxsplit=1)[-1]) if name.split() else ""
    return (
        bool(last)
        and re.search(rf"(?<!\w)(?:{ROLE}|{TITLE})\s+(?:[A-Z][\w.'-]*\s+){{0,3}}{last}(?!\w)", words)
        is not None
    )


@cache
def state_media() -> tuple[tuple[str, str], ...]:
    """(name in lower case, capital) of outlets that carry a state's word."""
    rows = yaml.safe_load((files("rashomon.assess.sides") / "state_media.yaml").read_text("utf-8"))
    return tuple((name.casefold(), row["capital"]) for row in rows for name in row["names"])


def sided(
    entities: Sequence[Entity], documents: Sequence[Document], readings: Mapping[str, Reading]
) -> dict[str, Entity]:
    """All entities by id; those that turn out to speak for a state have it as their ``party``. Nothing else of them is changed."""
    known = {one.id: one for one in entities}
    words = _words(known, readings)
    if not words:
        return known
    state = _State(words)
    places = _places(documents, readings)
    text = {one.id: one.text for one in documents}
    former = {word.casefold() for row, _ in polities() for word in row}
    for one in entities:
        gone = one.name.casefold() in former
        if one.kind == "place" or one.related or (side(one.id, known) and not gone):
            continue
        votes: Counter[str] = Counter()
        for name in dict.fromkeys((one.name, *one.names)):
            votes.update(state.named_in(name))
            votes.update(state.of_capital(seat) for own, seat in state_media() if name.casefold() == own)
        votes.pop("", None)
        if not votes:
            for document, start, end, speaks in places.get(one.id, ()):
                votes.update(state.beside(text[document], start, end, speaks=speaks))
        ranked = votes.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= SURE * ranked[1][1]):
            known[one.id] = replace(one, party=ranked[0][0])
    return known


def _words(known: Mapping[str, Entity], readings: Mapping[str, Reading]) -> dict[str, str]:
    """Words that stand for a state, in lower case, → its id: its names, how reports name its people, its capital."""
    made: dict[str, str] = {}
    capital: dict[str, str] = {}
    for one in known.values():
        if _is_state(one):
            made.update({name.casefold(): one.id for name in (one.name, *one.names)})
        if any(r.kind == "capital_of" for r in one.related) and one.party in known:
            capital.update({name.casefold(): one.party for name in (one.name, *one.names)})
    for reading in readings.values():
        for mention in reading.mentions:
            of = known.get(mention.entity)
            if of is not None and _is_state(of) and mention.text[:1].isupper():
                made.setdefault(mention.text.casefold(), of.id)
    made.update({word: of for word, of in capital.items() if word not in made})
    for words, seat in polities():
        if seat.casefold() in capital:
            made.update({word.casefold(): capital[seat.casefold()] for word in words})
    return made


def _is_state(one: Entity) -> bool:
    """Whether it stands for a state by itself; a name with a digit is a thing that the reader took for one."""
    return one.kind == "state" and one.party in ("", one.id) and not any(c.isdigit() for c in one.name)


def _places(
    documents: Sequence[Document], readings: Mapping[str, Reading]
) -> Mapping[str, list[tuple[str, int, int, bool]]]:
    """Where each entity is named or speaks: (document id, start, end, whether it speaks)."""
    found: dict[str, list[tuple[str, int, int, bool]]] = defaultdict(list)
    for document in documents:
        reading = readings.get(document.id)
        for mention in reading.mentions if reading else ():
            if mention.entity:
                found[mention.entity].append((document.id, mention.start, mention.end, False))
        for said in reading.attributions if reading else ():
            if said.speaker and said.speaker.entity and said.source:
                found[said.speaker.entity].append(
                    (document.id, min(s for s, _ in said.source), max(e for _, e in said.source), True)
                )
    return found


class _State:
    """Finds states by the words of ``_words``."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._of = dict(words)
        self._stems = {word[:-1]: of for word, of in words.items() if word.endswith("*")}
        every = sorted((w for w in words if not w.endswith("*")), key=len, reverse=True)
        alone = "|".join(map(re.escape, every))
        stems = "".join(rf"|{re.escape(one)}\w*" for one in self._stems)
        self._word = rf"(?P<state>(?<!\w)(?:{alone}{stems})(?!\w))"
        self._whole = re.compile(rf"^(?:the )?{self._word}$", re.IGNORECASE)
        between = r"(?:['’]s)?\s+(?:[\w-]+\s+){0,3}?"
        self._role = re.compile(rf"{self._word}{between}(?:{ROLE}|{STATE_MEDIA})(?!\w)", re.IGNORECASE)
        behind = r"(?:\s+[\w-]+){0,4}?\s+(?:of|in|at|to)\s+(?:the\s+)?"
        self._of_state = re.compile(rf"(?<!\w)(?:{ROLE}){behind}{self._word}", re.IGNORECASE)
        self._any = re.compile(self._word, re.IGNORECASE)

    def _id(self, match: re.Match[str]) -> str:
        word = match["state"].casefold()
        return self._of.get(word) or next(of for stem, of in self._stems.items() if word.startswith(stem))

    def of_capital(self, name: str) -> str:
        """The state of a capital that the reports name; empty where they do not."""
        return self._of.get(name.casefold(), "")

    def named_in(self, name: str) -> Iterator[str]:
        """The state that a name itself tells: "Soviets", "the American delegation", "envoy of Ardania"."""
        if NOT.search(name):
            return
        for form in (self._whole, self._role, self._of_state):
            if match := form.search(name):
                yield self._id(match)
                return

    def beside(self, text: str, start: int, end: int, *, speaks: bool) -> Iterator[str]:
        """The state that the words around a name tell: before it ("the American delegate"), behind it (", the Soviet delegate,"), or where it speaks its title in a report
        from a capital (of somebody who is only named there it tells nothing)."""
        before = re.split(r"[.!?;]\s|\n", text[max(0, start - WINDOW) : start])[-1]
        after = re.split(r"[.!?;]\s|\n", text[end : end + WINDOW])[0]
        name = text[start:end]
        if NOT.search(before) or NOT.search(after.split(",")[1] if after.startswith(",") else ""):
            return
        titled = re.search(rf"(?:{ROLE}|{TITLE})[,\s]*$", before + name, re.IGNORECASE) or re.search(
            rf"{TITLE}\s*$", before, re.IGNORECASE
        )
        for match in self._role.finditer(before):
            if match.end() >= len(before.rstrip(" ,")):
                yield self._id(match)
                return
        apposed = re.match(r",\s*(?:(?:the|an?)\s+)?", after)
        if apposed:
            rest = after[apposed.end() :]
            match_behind = self._role.match(rest) or self._of_state.match(rest)
            if match_behind:
                yield self._id(match_behind)
                return
        if titled and (in_place := re.match(rf"\s+(?:in|at)\s+{self._word}", after, re.IGNORECASE)):
            yield self._id(in_place)
            return
        own = (before + name).rsplit(", ", 1)[
            -1
        ]  # the source's words often hold the title: "President Jane Doe"
        if speaks and re.search(rf"{TITLE}(?:\s+[A-Z][\w.'-]+)*\s*$", own) and not self._any.search(own):
            line = _DATELINE.search(text[: max(start, 1)])
            if line and (of := self._of.get(line["at"].strip().casefold())):
                yield of
