"""The words of ``lexicon.yaml``, compiled to look up by their first word. Read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rashomon.read.events.english.forms import noun_forms, verb_forms
from rashomon.read.events.found import Element, Entry

LEXICON = Path(__file__).with_name("lexicon.yaml")
GAP = "~"


@cache
def _rows() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with LEXICON.open(encoding="utf-8") as stream:
        rows: dict[str, Any] = yaml.load(stream, Loader=loader)  # noqa: S506 - a safe loader either way
    return rows


def _listed(words: str | None) -> list[str]:
    return [e.strip() for e in (words or "").split(";") if e.strip()]


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a class ("talks")."""
    return frozenset(_rows()["classes"][name].split())


def _element(part: str) -> Element:
    if part == GAP:
        return None
    if part.startswith("$"):
        return words_of(part[1:])
    return frozenset(part.split("/"))


def _made(category: str, mode: str, given: str, *, verb: bool) -> Iterator[tuple[str, Entry]]:
    suffered = given.startswith("<")
    first, *parts = given.removeprefix("<").split()
    rest = tuple(_element(p) for p in parts)
    for head in sorted(words_of(first[1:])) if first.startswith("$") else first.split("/"):
        if verb:
            for form, kind in verb_forms(head).items():
                yield form, Entry(category, mode, True, kind, head, rest, suffered)
            continue
        if rest:
            last = rest[-1]
            if last is not None and not parts[-1].startswith("$"):
                rest = (*rest[:-1], frozenset(f for w in last for f in noun_forms(w)))
            yield head, Entry(category, mode, False, "", head, rest)
            # "bombings of", "strikes on": the first noun in the plural before its preposition.
            if parts[0] in {
                "of",
                "on",
                "against",
                "for",
                "to",
                "with",
                "between",
                "by",
                "in",
                "from",
                "into",
                "at",
            }:
                for form in noun_forms(head)[1:]:
                    yield form, Entry(category, mode, False, "", head, rest)
        else:
            for form in noun_forms(head):
                yield form, Entry(category, mode, False, "", head, rest)


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """First word, lower case, to the entries that begin with it, the longest first."""
    made: dict[str, list[Entry]] = {}
    for block in _rows()["kinds"]:
        for verb, key in ((True, "verbs"), (False, "nouns")):
            for given in _listed(block.get(key)):
                for form, entry in _made(block["category"], block.get("mode") or "", given, verb=verb):
                    made.setdefault(form, []).append(entry)
    for given in _listed(_rows()["nothing"]):
        first, *parts = given.split()
        for form in verb_forms(first) | dict.fromkeys(noun_forms(first), "b"):
            made.setdefault(form, []).append(
                Entry("", "", False, "", first, tuple(_element(p) for p in parts))
            )
    return {
        form: tuple(sorted(some, key=lambda e: (-e.weight, e.category != ""))) for form, some in made.items()
    }


@cache
def controls() -> dict[str, str]:
    """Every form of a word before "to" and a verb, to what it does to the act."""
    out: dict[str, str] = {}
    for effect, listed in _rows()["controls"].items():
        for word in listed.split():
            for form in (*verb_forms(word), *noun_forms(word)):
                out.setdefault(form, effect)
    return out


@cache
def plain(name: str) -> frozenset[str]:
    """A plain list of words; of verbs, all their forms."""
    listed = _rows()[name].split()
    return (
        frozenset(listed) | frozenset(f for w in listed for f in verb_forms(w))
        if name == "aspects"
        else frozenset(listed)
    )


@cache
def people() -> frozenset[str]:
    """Nouns for those who act and are acted upon, and the places of theirs that are attacked."""
    return plain("people")


@cache
def means() -> dict[str, str]:
    """A word that tells by what an assault was done, to the mode."""
    return {word: mode for mode, listed in _rows()["means"].items() for word in listed.split()}


def size() -> int:
    """How many entries the lexicon has, alternatives counted once."""
    return sum(len(_listed(b.get("verbs"))) + len(_listed(b.get("nouns"))) for b in _rows()["kinds"])
