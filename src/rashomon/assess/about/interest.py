"""Who gains if a claim is believed, and who if it is not: by its words and by who says it, never by who they are."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.assess.about.case import About
from rashomon.assess.about.lexicon import pattern
from rashomon.assess.about.named import party, side
from rashomon.records import Entity

FIRST_KINDS = frozenset({"state", "group"})
"""Kinds of party that gain by being believed whenever they are the first to blame another."""


def interest(who: str, name: str, of: About, entities: Mapping[str, Entity]) -> int:
    """1: gains if the claim is believed; -1: loses by it; 0: neither is known.

    Who is made out to have done wrong loses, and so does its side. Of those who say it of another, who is harmed by the deed, accuses
    of it, or was the first to say it gains; a state that only joins in, a witness, an expert and an outlet have no gain that is known. A
    claim that blames nobody is in the interest of who tells a deed of its own, and of whom it clears of another claim's blame.
    """
    if not who or is_disinterested(who, name, entities):
        return 0
    own = {who, party(who, entities), side(who, entities)} - {""}
    if own & set(of.accused):
        return -1
    if of.accused:
        if own & {*of.harmed, *of.accusers} and _is_party(who, entities):
            return 1
        first = next(
            (one for one in of.claimants if not is_disinterested(one, _name(one, entities), entities)), ""
        )
        return 1 if first and first in own and _is_party(who, entities) else 0
    if own & {*of.own, *of.clears}:
        return 1
    return -1 if own & set(of.named) and who in of.deniers and who not in of.claimants else 0


def is_disinterested(who: str, name: str, entities: Mapping[str, Entity]) -> bool:
    """Whether a source is a witness, an expert, an observer, an outlet or a thing, by what it is called. A state's own bodies are not."""
    if side(who, entities):
        return False
    called = name or _name(who, entities)
    return any(pattern(list_).search(called) is not None for list_ in ("disinterested", "media", "thing"))


def _name(who: str, entities: Mapping[str, Entity]) -> str:
    known = entities.get(who)
    return known.name if known else who


def _is_party(who: str, entities: Mapping[str, Entity]) -> bool:
    """Whether it is a state, an armed group or a body; a lone person speaks for nobody that is known."""
    known = entities.get(party(who, entities))
    return known is not None and (known.kind in FIRST_KINDS or known.kind == "organisation")
