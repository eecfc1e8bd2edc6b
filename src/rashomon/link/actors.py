"""States as actors: country, people, capital, seat and ministry stay distinct, and one party stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rashomon.link.names import bare, is_cyrillic
from rashomon.records import Entity, Kind, Related, content_id

REGISTRY = Path(__file__).parent / "registry" / "states.yaml"
OFFICES = (
    "president", "prime minister", "minister", "ministry", "government", "parliament", "army", "military", "navy",
    "air force", "armed forces", "police", "embassy", "ambassador", "spokesman", "spokeswoman", "spokesperson",
    "official", "officials", "adviser", "advisor", "chancellor", "secretary", "intelligence", "security service",
    "general staff", "commander", "forces", "troops", "leader", "leadership", "authorities", "governor", "mayor",
    "lawmaker", "lawmakers", "prosecutors", "presidency", "administration", "speaker", "deputy", "head", "chief",
    "diplomat", "diplomats", "envoy", "senator", "congressman", "security council", "defence", "defense",
)  # fmt: skip
"""Words that make whoever bears them speak for a state when its name stands beside them."""
_OFFICE = re.compile(r"\b(?:" + "|".join(sorted(OFFICES, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_OFFICE_WORDS = frozenset(word for office in OFFICES for word in office.split()) | frozenset(
    "prime foreign defence defense interior finance health justice energy state national senior top deputy vice former "
    "acting first general press army chief of and the".split()
)
_OFFICE_CYRILLIC = re.compile(
    r"\b(?:президент|речник|речниц|министр|міністр|министерств|міністерств|пресс-секретар|пресс-служб|прес-секретар|"
    r"советник|радник|глава|голова|спикер|спікер|депутат|посол|мэр|мер\b)",
    re.IGNORECASE,
)
MINISTRY = re.compile(
    r"\b(?P<field>foreign|defen[cs]e|interior|health|justice|finance|energy|emergenc(?:y|ies))(?:\s+affairs)?\s+ministry\b|"
    r"\b(?:ministry|department)\s+of\s+(?P<of>foreign\s+affairs|defen[cs]e|(?:the\s+)?interior|health|justice|finance|"
    r"energy|state|homeland\s+security)\b",
    re.IGNORECASE,
)


ENDING = r"(?:[аеиоуыэюяіїєйьё]{0,3}(?:м|ми|х|в)?|\w{0,4}(?:ск|ськ|цк|цьк|ц|н|чан)\w{0,5})"
"""What may follow a stem of a state's words: an ending, or what makes the adjective and the people of it; "Данилов" is no
form of "дани". A stem that ends in ``$`` is a whole word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """What a name in the registry stands for."""

    entity: Entity
    state: str
    """Entity id of the state behind it."""


class Actors:
    """The registry, ready to look names up."""

    def __init__(self, rows: dict[str, Any]) -> None:
        self.by_name: dict[str, Actor] = {}
        self.ambiguous: set[str] = set()
        self.stems: list[tuple[str, Actor]] = []
        self.states: dict[str, Entity] = {}
        for code, row in rows.items():
            self._add(code, row)
        names = sorted(self.by_name, key=len, reverse=True)
        self.pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
        forms = sorted({s for s, _ in self.stems}, key=len, reverse=True)
        self.stem_pattern = re.compile(
            r"(?<!\w)(?:" + "|".join(s[:-1] if s.endswith("$") else s + ENDING for s in forms) + r")(?!\w)",
            re.IGNORECASE,
        )
        self._stem = dict(self.stems)

    def _add(self, code: str, row: dict[str, Any]) -> None:
        id = content_id("state", code)
        names = (row["name"], *row.get("also", ()))
        state = Entity(id=id, name=row["name"], kind="state", names=names, party=id)
        self.states[id] = state
        own = Actor(entity=state, state=id)
        for name in (
            *names,
            *row.get("people", ()),
            *(f"{one}s" for one in row.get("people", ()) if one[-1] in "nki"),
        ):
            self.by_name[name] = own
        if row.get("ambiguous"):
            self.ambiguous.add(row["name"])
        parts = [("capital_of", name) for name in (row.get("capital"), *row.get("also_capital", ())) if name]
        if row["name"] not in (name for _, name in parts):
            for kind, name in (*parts, *(("seat_of", seat) for seat in row.get("seats", ()))):
                main = row["capital"] if kind == "capital_of" else name
                kept: Kind = "place" if kind == "capital_of" else "organisation"
                entity = Entity(
                    id=content_id(kind, code, main), name=main, kind=kept, names=(main,) if main == name else (main, name),
                    related=(Related(kind=kind, entity=id),), party=id,
                )  # fmt: skip
                self.by_name.setdefault(name, Actor(entity=entity, state=id))
        for stem in row.get("stems", ()):
            capital = row.get("capital")
            self.stems.append((stem, self._cyrillic(stem, own, capital)))

    def _cyrillic(self, stem: str, own: Actor, capital: str | None) -> Actor:
        """A stem of the capital's or seat's own name points to the capital or seat, any other to the state."""
        from rashomon.link.names import skeleton

        others = [a for a in self.by_name.values() if a.state == own.state and a.entity.id != own.state]
        for actor in others:
            if skeleton(stem)[:2] == skeleton(actor.entity.name)[:2] != skeleton(own.entity.name)[:2]:
                return actor
        return own

    def find(self, text: str) -> Actor | None:
        """The actor whose name this is, exactly."""
        name = bare(text)
        if name.isupper() and len(name) > 4:
            name = name.title()  # datelines and shouted headlines
        if found := self.by_name.get(name) or self.by_name.get(name.removesuffix("'s")):
            return found
        if is_cyrillic(name) and (match := self.stem_pattern.fullmatch(name)):
            return self._by_stem(match.group())
        return None

    def _by_stem(self, word: str) -> Actor | None:
        low = word.lower()
        fitting = [stem for stem in self._stem if low.startswith(stem) or low == stem.removesuffix("$")]
        return self._stem[max(fitting, key=len)] if fitting else None

    def all_in(self, text: str) -> Iterator[tuple[int, int, Actor]]:
        """Every name of the registry in a text: start, end, actor; in order, without overlaps."""
        for match in self.pattern.finditer(text):
            yield match.start(), match.end(), self.by_name[match.group()]
        if is_cyrillic(text):
            for match in self.stem_pattern.finditer(text):
                if (actor := self._by_stem(match.group())) and match.group()[0].isupper():
                    yield match.start(), match.end(), actor

    def state_beside_office(self, text: str) -> str:
        """Entity id of the one state that a description speaks for ("a senior Ukrainian adviser"); else empty.

        Two states, or a state's name with no office, give nothing: unsure is an answer.
        """
        office = _OFFICE.search(text) or _OFFICE_CYRILLIC.search(text)
        if not office:
            return ""
        found = list(dict.fromkeys(actor.state for _, _, actor in self.all_in(text)))
        return found[0] if len(found) == 1 else ""

    def state_before(self, text: str) -> str:
        """Entity id of the state whose office ends this text ("… of Kenyan Defence Minister"); else empty.

        Only words of office may stand between the state and the end: in "Peru wants to jail President" the president
        is not Peru's.
        """
        found = list(self.all_in(text))
        if not found:
            return ""
        _, end, actor = found[-1]
        between = re.sub(r"^['’]s\b", "", text[end:])
        words = [word.lower() for word in re.findall(r"[\w'’-]+", between)]
        spoken = bool(words) and not re.search(r"[,;:.!?]", between)
        return actor.state if spoken and all(word in _OFFICE_WORDS for word in words) else ""

    def ministry(self, text: str, state: str) -> Entity | None:
        """The ministry a text names, of this state."""
        match = MINISTRY.search(text)
        if not match or state not in self.states:
            return None
        field = " ".join((match["field"] or match["of"]).lower().replace("defence", "defense").split())
        field = field.replace("foreign affairs", "foreign").removeprefix("the ")
        title = "Defence" if field == "defense" else field.title()
        return Entity(
            id=content_id("ministry", state, field),
            name=f"{title} Ministry of {self.states[state].name}",
            kind="organisation",
            names=(f"{title} Ministry of {self.states[state].name}",),
            related=(Related(kind="ministry_of", entity=state),),
            party=state,
        )


@cache
def actors() -> Actors:
    """The registry that ships, read once."""
    with REGISTRY.open(encoding="utf-8") as stream:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return Actors(yaml.load(stream, Loader=loader))  # noqa: S506 - a safe loader either way
