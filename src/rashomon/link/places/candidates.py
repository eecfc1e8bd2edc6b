"""Which places of the gazetteer a name may stand for, by its form alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from rashomon.link.names import bare, is_cyrillic, key
from rashomon.link.places.build import ABBREVIATION, MAIN, OTHER, PEOPLE, SHORT, key_of
from rashomon.link.places.gazetteer import Gazetteer, Row

__all__ = ["ABBREVIATION", "MAIN", "OTHER", "PEOPLE", "SHORT", "Candidate", "candidates", "regions"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place and how the name fits it."""

    row: Row
    form: int
    """``MAIN``, ``OTHER``, ``SHORT``, ``PEOPLE`` or ``ABBREVIATION``, as in ``build``."""
    whole: bool = True
    """Whether all of the name was found, not only what stays without "downtown" or "Township"."""
    spelt: bool = True
    """Whether the place's main name is spelt like that, accents aside; in Cyrillic every name is its own."""


DIVISION = re.compile(
    r"\s+(?:County|Co\.|Parish|Borough|Region|Oblast|Krai|Republic|Province|Governorate|Prefecture|State|region|province|governorate|oblast)$"
)
_COUNTY = re.compile(r"^(?:County|Co\.)\s+(?=[A-Z])")
_LARGE = frozenset({"county", "division"})
_PARTS = re.compile(
    r"^(?:(?:[Dd]owntown|[Cc]entral|[Gg]reater|[Ii]nner|[Uu]pper|[Ll]ower|[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Nn]orthern|[Ss]outhern|"
    r"[Ee]astern|[Ww]estern|[Nn]orth-?east(?:ern)?|[Nn]orth-?west(?:ern)?|[Ss]outh-?east(?:ern)?|[Ss]outh-?west(?:ern)?|[Mm]id-?)[\s-]+"
    r"|(?:[Cc]ity|[Tt]own|[Vv]illage|[Tt]ownship|[Ss]tate|[Pp]rovince|[Rr]epublic)\s+of\s+|(?:г|м|с|город|місто|город|село|пгт|смт)\.?\s+)"
    r"|\s+(?:Township|Twp\.?|[Vv]illage|[Tt]own|[Cc]ity|[Aa]rea|[Mm]etro|Heights|Island)$"
)
"""Words before or behind a name without which it may be found, when the whole is not."""


def candidates(written: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Places that a name, as it stands in a text, may be; most people first. Empty for what the gazetteer has not."""
    text = bare(written)
    if not text or text.islower() or len(text) > 80:
        return []
    found = _of(text, gazetteer, whole=True)
    if not found and (match := DIVISION.search(text)):
        found = [c for c in _of(text[: match.start()], gazetteer, whole=True) if c.row.kind in _LARGE]
        found = found or _of(text[: match.start()], gazetteer, whole=False)
    if not found and (match := _COUNTY.match(text)):
        found = _of(text[match.end() :], gazetteer, whole=False)
    for _ in range(2):
        if found or not (match := _PARTS.search(text)):
            break
        text = (text[: match.start()] + text[match.end() :]).strip()
        found = _of(text, gazetteer, whole=False)
    if not found and re.fullmatch(r"[A-Z]\w{3,}[-–][A-Z]\w{3,}", text):  # "Athens-Clarke": the former tells
        found = _of(re.split("[-–]", text)[0], gazetteer, whole=False)
    return found or _people(bare(written), gazetteer)


def _people(text: str, gazetteer: Gazetteer) -> list[Candidate]:
    """States and divisions that a people is named after: "Ohioans", "Ontarian"."""
    for ending in ("ns", "n", "ians", "ian", "ans", "an", "vians", "vian", "is", "i"):
        if text.endswith(ending) and len(root := text.removesuffix(ending)) > 3:
            for more in ("", "a", "o", "io"):
                found = _of(root + more, gazetteer, whole=True)
                if large := [
                    c for c in found if c.row.kind in {"division", "state", "area"} and c.form == MAIN
                ]:
                    return [Candidate(c.row, PEOPLE) for c in large]
    return []


def regions(written: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Codes of the states and divisions a name may be ("Georgia": ``GE`` and ``US.GA``), and of a county's division."""
    text = bare(written) if not written.endswith(".") else written
    if not text or not (text[0].isupper()):
        return frozenset()
    codes = set()
    for row, form in _rows(text, gazetteer):
        if form == PEOPLE or (form == ABBREVIATION and not _abbreviated(text)):
            continue
        if row.kind == "state":
            codes.add(row.state)
        elif row.kind == "division" or (row.kind == "county" and form == MAIN):
            codes.add(row.division)
    return frozenset(codes)


def _of(text: str, gazetteer: Gazetteer, *, whole: bool) -> list[Candidate]:
    plain = key(text)
    made = [
        Candidate(row, form, whole, form != OTHER or key(row.name) == plain or is_cyrillic(text))
        for row, form in _rows(text, gazetteer)
        if form != ABBREVIATION or _abbreviated(text)
    ]
    return sorted(made, key=lambda c: (-c.row.population, c.row.id))


def _rows(text: str, gazetteer: Gazetteer) -> list[tuple[Row, int]]:
    held: dict[int, tuple[Row, int]] = {}
    for one in _keys(text):
        for row, form in gazetteer.find(one):
            held.setdefault(row.id, (row, form))
    return list(held.values())


def _abbreviated(text: str) -> bool:
    return text.endswith(".") or text.isupper() or "." in text


_SIDES = {"N": "North", "S": "South", "E": "East", "W": "West"}
_ENDINGS = (
    "ами",
    "ями",
    "ом",
    "ем",
    "ой",
    "ей",
    "ою",
    "ею",
    "ови",
    "еви",
    "ев",
    "ов",
    "ах",
    "ях",
    "у",
    "ю",
    "е",
    "и",
    "а",
    "я",
    "ы",
    "о",
)
_SOFTENED = {"ц": "к", "з": "г", "с": "х"}
_FOLD = str.maketrans(
    {"ё": "е", "є": "е", "э": "е", "і": "и", "ї": "и", "ы": "и", "ґ": "г", "ь": "", "ъ": ""}
)


def _keys(text: str) -> Iterator[str]:
    """The keys of a name: one in Latin letters; in Cyrillic also those of what it may be the case of.

    «Харкові» is levelled to "харк", since "-ові" is an ending too; «Авдіївці» has its -к- softened.
    """
    first = key_of(text)
    if first:
        yield first
    if text[1:3] == ". " and text[0] in _SIDES:
        yield key_of(_SIDES[text[0]] + text[2:])
    if not is_cyrillic(text):
        return
    words = [_stems(word) for word in key(text.translate(_QUOTES)).split()[:4]]
    for some in product(*words):
        if (other := " ".join(some)) != first:
            yield other


_QUOTES = str.maketrans(dict.fromkeys("'’ʼ`", ""))


def _stems(word: str) -> list[str]:
    """What a word may be levelled to, the longest first; at most six."""
    folded = word.translate(_FOLD)
    made = [key_of(word)]
    for ending in _ENDINGS:
        stem = folded.removesuffix(ending)
        if len(stem) >= 3 and stem != folded:
            made.append(stem)
            if stem[-1] in _SOFTENED and ending in {"е", "и"}:
                made.append(stem[:-1] + _SOFTENED[stem[-1]])
            if stem.endswith(("ов", "ев")):  # «Миколаєві» is of «Миколаїв»
                made.append(stem[:-2] + "ив")
    return list(dict.fromkeys(made))[:6]
