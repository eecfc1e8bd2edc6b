"""Parties and places of events → entities: the name that stands for the words, else none.

"Foreign Minister Amira Sollen" is the person, "the city of Kaduna" the city. "Russian forces" is neither Russia nor
unknown: as with speakers, a body that speaks and acts for its state. "Gunmen" is nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from rashomon.link.actors import Actors
from rashomon.link.names import bare
from rashomon.records import Event, Mention, Range, Reading

_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her)\s+", re.IGNORECASE)
_PLACE_OF = re.compile(
    r"(?:city|town|village|province|region|state|port|capital|island|district|republic|county) (?:of )?$|"
    r"(?:город|сел|посёл|посел|деревн|провинци|област|регион|остров|порт|столиц|район|республик|міст|провінці|острів|област)\w*\s$",
    re.IGNORECASE,
)
"""Nouns whose own name stands behind them: "the city of Kaduna", "города Мэкэле"."""
_BODY = re.compile(
    r"\b(?:army|military|navy|air force|forces|troops|police|soldiers|coast guard|marines|government|parliament|ministry|embassy|"
    r"authorities|cabinet|junta|court|intelligence|guards?)\b|\b(?:арми|войск|военн|сил|полици|правительств|парламент|министерств|"
    r"посольств|власт|флот|авиаци|пограничник|спецслужб|военнослужащ|солдат|армі|військ|поліц|уряд|міністерств|влад|прикордонник)",
    re.IGNORECASE,
)
"""Bodies of a state that act for it when its name stands with them."""
_ROLE = re.compile(
    r"^(?:президент|премьер|премєр|прем['’]єр|министр|міністр|мэр|мер|глав|голов|генерал|команд|депутат|сенатор|посол|посл|спикер|спікер|губернатор|"
    r"лидер|лідер|ватаж|журналист|журналіст|адвокат|судь|судд|прокурор|представ|речни|секретар|пресс|прес|канцлер|корол|директор|начальник|активист|"
    r"активіст|блогер|политик|політик|экс|екс|бывш|колишн|вице|віце|заместител|заступни|советник|радник|дипломат|эксперт|експерт|полковник|майор|капитан)",
    re.IGNORECASE,
)
"""Words that may stand before a person's name and be that person; any other has the name as its genitive ("резиденции Лис")."""
LONGEST = 120
"""Characters of a party's words that are looked into."""

Named = Callable[[str, str, str], str]
"""(document id, name, words) → entity id, as for speakers."""


def with_entities(reading: Reading, text: str, known: Actors, speaker: Named) -> Reading:
    """The reading with ``actor_entity``, ``target_entity`` and ``place_entity`` of its events. Mentions are linked already."""
    if not reading.events:
        return reading
    mentions = reading.mentions
    starts = [m.start for m in mentions]
    by_name = {bare(m.text): m.entity for m in mentions if m.entity}
    told: dict[str, Range] = {}
    for one in reading.events:
        for span in (one.actor_span, one.target_span):
            if span is not None:
                told.setdefault(text[slice(*span)], span)

    def of(span: Range | None, name: str) -> str:
        if name:
            whole = by_name.get(bare(_ARTICLE.sub("", name)))
            if whole:
                return whole
            return of(told.get(name), "")
        if span is None or span[1] - span[0] > LONGEST:
            return ""
        inside = mentions[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        return _entity(
            text, span, [m for m in inside if m.end <= span[1]], known, speaker, reading.document_id
        )

    made: list[Event] = []
    for one in reading.events:
        made.append(
            replace(
                one,
                actor_entity=of(one.actor_span, one.actor_name),
                target_entity=of(one.target_span, one.target_name),
                place_entity=_place(one.place_span, mentions, starts),
            )
        )
    return replace(reading, events=tuple(made))


def _place(span: Range | None, mentions: Sequence[Mention], starts: Sequence[int]) -> str:
    if span is None:
        return ""
    k = bisect_left(starts, span[0])
    return mentions[k].entity if k < len(mentions) and mentions[k].start == span[0] else ""


def _entity(
    text: str, span: Range, inside: Sequence[Mention], known: Actors, speaker: Named, document_id: str
) -> str:
    words = text[slice(*span)]
    if not inside:
        return ""
    last = inside[-1]
    lead = _ARTICLE.sub("", text[span[0] : last.start])
    tail = text[last.end : span[1]]
    if not tail.strip(" '’s") and (not lead.strip() or _PLACE_OF.search(lead)):
        return last.entity
    if last.kind == "person" and not tail.strip() and _titled(text[span[0] : last.start]):
        return last.entity
    if _BODY.search(words):
        states = {actor.state for _, _, actor in known.all_in(words)}
        if len(states) == 1:
            return speaker(document_id, _ARTICLE.sub("", words), words)
    # A name as the head, with words that only describe it before: "opposition Harvest Party".
    plain = not re.search(r"['’]s\b|\b(?:of|in|from|at|by|for|and|with|near)\b", lead)
    if not tail.strip() and last.kind == "organisation" and plain and text.isascii():
        return last.entity
    return ""


def _titled(lead: str) -> bool:
    """Whether words before a person's name are titles of that person, and not whose the person is."""
    if re.search(r"['’]s\b|\b(?:of|and|и|та|і)\s*$", lead):
        return False
    words = lead.split()
    return lead.isascii() or any(_ROLE.match(word) for word in words)
