"""Who fills the roles of a pack: names given by the user, found again in records as entities or as plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.errors import PackError
from rashomon.records import Entity, Pack
from rashomon.watch.words import pattern


@dataclass(frozen=True, slots=True)
class Filled:
    """A role with who fills it. ``entities`` are ids of all that speak for them: a state's ministry is the state here."""

    names: tuple[str, ...]
    entities: frozenset[str]
    form: re.Pattern[str]

    def fits(self, entity: str, *texts: str) -> bool:
        """Whether an entity, or where it is not known the words, are one of them."""
        if entity:
            return entity in self.entities
        return any(text and self.form.search(text) for text in texts)


def fill(pack: Pack, roles: Mapping[str, Sequence[str]], entities: Iterable[Entity]) -> dict[str, Filled]:
    """Role → who fills it; a role that need not be filled and is not is left out, and then anybody fits.

    Raises:
        PackError: a role that must be filled is not, or a name is given for a role that the pack does not have.
    """
    own = {one.name: one for one in pack.roles}
    for name in roles:
        if name not in own:
            raise PackError(f"{pack.file}: roles", f"no role {name}; there are {', '.join(own) or 'none'}")
    made = {}
    known = tuple(entities)
    for name, role in own.items():
        names = tuple(one for one in roles.get(name, ()) if one.strip())
        if not names:
            if role.needed:
                raise PackError(
                    f"{pack.file}: roles", f"{name} is not filled: give --role {name}=NAME ({role.what})"
                )
            continue
        made[name] = _filled(names, known)
    return made


def _filled(names: tuple[str, ...], known: tuple[Entity, ...]) -> Filled:
    wanted = {one.casefold() for one in names}
    heads = [e for e in known if e.id in names or wanted & {form.casefold() for form in (e.name, *e.names)}]
    parties = {e.party or e.id for e in heads}
    ids = frozenset(e.id for e in known if (e.party or e.id) in parties or e.id in parties)
    forms = {form for e in heads for form in (e.name, *e.names) if len(form) > 2}
    forms |= {form for e in known if e.id in ids for form in (e.name, *e.names) if len(form) > 3}
    return Filled(names=names, entities=ids, form=pattern(tuple(sorted({*names, *forms}))))


def told(text: str, roles: Mapping[str, Sequence[str]]) -> str:
    """The text with its ``{role}`` filled by the first name given; an unfilled role is told as "anybody"."""
    return re.sub(r"\{([^{}]*)\}", lambda hole: " and ".join(roles.get(hole[1], ())) or "anybody", text)
