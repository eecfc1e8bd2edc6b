"""Whether the party of an event is one that a rule names: by entity, by the side it speaks for, or by its name's words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.records import Entity

_WORD = re.compile(r"[\w'’-]+")
_ARTICLES = frozenset("the a an of and its their his her".split())
_TAIL = 3
"""Letters by which a form of a name may be longer or shorter than another: cases of Slavic nouns, "Polish", "'s"."""
_OTHERS = re.compile(
    r"\b(?:rebel|opposition|critic|exile|protester|separatist|dissident|insurgent|former|ex|повстан|оппозиц|опозиц|сепаратист|протест|бывш|колишн|экс|екс)",
    re.IGNORECASE,
)
"""Who bears a state's name and does not act for it."""


class Parties:
    """Names of entities, looked up once for a stream."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._by_id: Mapping[str, Entity] = {one.id: one for one in entities}

    def fits(self, wanted: Sequence[str], entity: str, *phrases: str) -> bool:
        """Whether one of ``wanted`` (ids or names) is the party with this entity id, or with these words if it has none."""
        if entity:
            known = self._by_id.get(entity)
            side = known.party if known else ""
            if entity in wanted or (side and side in wanted):
                return True
            if any(one in self._by_id for one in wanted) and all(one in self._by_id for one in wanted):
                return False
            phrases = (*phrases, *self._names(entity), *(self._names(side) if side else ()))
        return any(
            _same(name, phrase) for one in wanted for name in self._names(one) for phrase in phrases if phrase
        )

    def side(self, entity: str, words: str) -> str:
        """One key for all who speak for one side: the entity of the side, or the words in lower case where none is known."""
        known = self._by_id.get(entity)
        return (known.party or entity) if known else entity or words.lower()

    def named_in(self, wanted: Sequence[str], text: str) -> bool:
        """Whether a text names one of ``wanted`` at all."""
        return any(_same(name, text, others=True) for one in wanted for name in self._names(one))

    def _names(self, wanted: str) -> tuple[str, ...]:
        known = self._by_id.get(wanted)
        return (known.name, *known.names) if known else (wanted,)


def _same(name: str, phrase: str, *, others: bool = False) -> bool:
    """Every word of the name stands in the phrase, in some form."""
    wanted = [w for w in _words(name) if w not in _ARTICLES]
    if not wanted or (not others and _OTHERS.search(phrase) and not _OTHERS.search(name)):
        return False
    given = _words(phrase)
    return all(any(alike(one, other) for other in given) for one in wanted)


def alike(one: str, other: str) -> bool:
    """Whether two words in lower case may be forms of one name: the same but for their endings."""
    if one == other:
        return True
    short = min(len(one), len(other))
    if short < 4 or abs(len(one) - len(other)) > _TAIL:
        return False
    stem = max(short - 2, 4) if short > 4 else 4
    return one[:stem] == other[:stem]


def _words(text: str) -> list[str]:
    return [re.sub(r"['’]s$", "", w) for w in _WORD.findall(text.lower())]
