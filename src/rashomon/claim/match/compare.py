"""What no likeness tells: who did it to whom, "not", numbers, "may". Compared explicitly and shown."""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.claim.lexicon import idea, words
from rashomon.claim.match.terms import WORD, bones, numbers
from rashomon.claim.same import overlap
from rashomon.claim.sense import Named, Sense, sense
from rashomon.records import Compared
from rashomon.records.matched import Agreement

SENSED = 600
"""Characters of each text in which roles and polarity are looked for."""
NAMED = 12
"""Names of each text that are compared."""
RELATED = 0.2
"""Share of the shorter text's words that both must hold before polarity and numbers are compared: what stands in unlike
sentences is about unlike things."""


def compared(asked: str, found: str) -> tuple[Compared, ...]:
    """The fields in which something can be said, polarity first. Texts without a name, number or "not" give polarity only."""
    asked, found = asked[:SENSED], found[:SENSED]
    a, b = sensed(asked), sensed(found)
    out = [
        Compared(
            field="polarity",
            state="agrees" if a.negated == b.negated else "differs",
            asked="not" if a.negated else "",
            found="not" if b.negated else "",
        )
    ]
    if len(set(a.actors) & set(b.actors)) > 1:
        state: Agreement = "differs" if _swapped(a, b, asked, found) else "agrees"
        out.append(Compared(field="roles", state=state, asked=_order(a), found=_order(b)))
    given, told = numbers(asked), numbers(found)
    counted: Agreement
    if given or told:
        counted = "one_sided" if not (given and told) else "agrees" if given & told else "differs"
        out.append(
            Compared(
                field="numbers", state=counted, asked=", ".join(sorted(given)), found=", ".join(sorted(told))
            )
        )
    if a.modality != b.modality:
        out.append(Compared(field="modality", state="differs", asked=a.modality, found=b.modality))
    return tuple(out)


def contrary(asked: str, found: str, fields: tuple[Compared, ...]) -> bool:
    """Whether two texts of one thing say what cannot both be so."""
    differing = {one.field for one in fields if one.state == "differs"}
    if not differing & {"polarity", "roles", "numbers"}:
        return False
    return overlap(sensed(asked[:SENSED]), sensed(found[:SENSED]))[1] >= RELATED


_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being)\s+(?:\w+\s+)?\w+(?:ed|en|wn|t|k)\b[^.]{0,80}?\bby\b", re.IGNORECASE
)


def _swapped(a: Sense, b: Sense, asked: str, found: str) -> bool:
    """Who did it and whom it was done to have changed places: by the doers where they tell it, else by the order of the names,
    turned where one of both is in the passive."""
    shared = set(a.actors) & set(b.actors)
    own, other = a.doers & shared, b.doers & shared
    if len(own) == 1 and len(other) == 1:
        return own != other
    first = [actor for actor in a.actors if actor in shared][:2]
    second = [actor for actor in b.actors if actor in shared][:2]
    turned = bool(_PASSIVE.search(asked)) != bool(_PASSIVE.search(found))
    return set(first) == set(second) and (first != second) is not turned


@lru_cache(maxsize=256)
def sensed(text: str) -> Sense:
    """The sense of a text whose names nobody has linked: a name is its consonants, so that it meets in other scripts."""
    names: list[Named] = []
    for match in WORD.finditer(text):
        word = match.group()
        low = word.lower().replace("’", "'").removesuffix("'s")
        if (
            len(names) < NAMED
            and len(low) > 2
            and word[0].isupper()
            and low not in words("stop")
            and not idea(low)
        ):
            name = bones(low)
            names.append(Named(match.start(), match.end(), name, name))
    return sense(text, names)


def _order(one: Sense) -> str:
    return " ".join(one.actors)
