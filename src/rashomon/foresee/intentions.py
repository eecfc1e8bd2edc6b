"""Stated intentions: who announced, threatened, promised or demanded which act, against whom, on what condition, until when.

A reader tells *that* something was threatened or promised; which act it was stands in its words, and those are looked up here. What a
party says of another ("warned that Tarsk might attack"), what it denies, and what is past is no intention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Literal

from rashomon.foresee import horizon
from rashomon.foresee.words import Act, acts, listed, workers
from rashomon.records import Attribution, Document, Event, Intention, Range, Reading, Span

Kind = Literal["threat", "promise", "warning", "plan", "demand"]
KINDS: dict[str, Kind] = {
    "threatens": "threat",
    "promises": "promise",
    "warns": "warning",
    "demands": "demand",
}
"""Acts of an attribution that announce something by themselves."""
PLAIN = frozenset({"asserts", "confirms", "believes"})
"""Acts whose content may announce something, where its own words do."""
PLACED = frozenset({"MOBILIZE", "PROTEST"})
"""Acts done *in* a place, which is not whom they are against."""
AHEAD = ("planned", "threatened")
LONGEST = 400
"""Characters of a sentence's clause that are looked into."""
_PRONOUN = re.compile(
    r"(?:the|this|that|these|there|an?|but|and|if|when|it|they|he|she|we|i|who|which|that|он|она|оно|они|мы|я|який|він|вона|воно|вони|ми|его|її)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w'’])[A-ZА-ЯЁІЇЄҐ][\w'’-]+(?:\s+[A-ZА-ЯЁІЇЄҐ][\w'’-]+)*")
_PASSIVE = re.compile(r"\b(?:be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_DAYS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
)
NEAR = 30
"""Characters between the act and what the reader takes for an announced event, within which they are one."""
CLOSE = 8
"""Words before the act in which a verb of the future makes it one to come."""
_LETTERS = re.compile(r"[\w'’]+")
_PERFECTIVE = re.compile(
    r"(?:вы|ви|по|на|за|от|від|об|о|с|з|у|раз|рас|роз|при|про|пере|пре|до|из|воз|вве?|вне|пр[еи]|під|под)\w{2,}"
    r"(?:[еёи]т|[уюая]т|[еёи]м|[уюая]ть|ить|їть|имо|емо|е)|\w{3,}тим(?:у|емо|ем|е|уть)"
)
"""A perfective's prefix and the ending of a present; or the Ukrainian future in one word ("вестимемо")."""
_LASTING = re.compile(
    r"(?:[ыи]ва|ова|ює|[аяі](?:ет|ют|є|ють|єм|ем|ємо)$|води|носи|ходи|вози|стои|стої|знача|оди[тм]ь?$|[иі]ть?ся$|ить$(?<=[аяи]тить))"
)
"""What marks a verb of imperfective aspect, whose present is no future."""
_WOULD = re.compile(
    r"\W*(?:that\s+)?(?:(?:his|her|its|their|the|our|my)\s+)?([\w'’-]+(?:\s+[\w'’-]+)?)\s+(?:will|would|shall)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:from|since|starting|after|с|со|з|із|після|после)\s+$", re.IGNORECASE)
_INSIDE = re.compile(
    r"(?:\s|^)(?:in|into|inside|at|near|across|в|во|у|біля|возле|около)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Before a name: where, and not against whom."""
_HEADLINE = re.compile(r"\W*[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]+){0,3}\s+to\s+", re.ASCII)
""" "Merrin to pull …": a headline's future."""
_AFTER_CONDITION = re.compile(r"[,;]\s+")


@dataclass(frozen=True, slots=True)
class _Clause:
    """Words that may announce something, and who says them."""

    start: int
    end: int
    kind: Kind | None
    speaker: str
    entity: str
    whole: Range
    """Source, cue and content: what a citation shows."""
    cue_end: int
    """Where the act may be looked for from, in a demand whose addressee stands before the content."""


def intentions(document: Document, reading: Reading) -> tuple[Intention, ...]:
    """What a document has parties announce, in the order of its words; none in a language that has no words here."""
    language = reading.language or document.language
    if not acts(language):
        return ()
    found: dict[tuple[int, str, str], Intention] = {}
    for start, end in reading.sentences:
        for clause in _clauses(reading, start, end):
            one = _of(document, reading, clause, language)
            if one is not None:
                found.setdefault((start, one.category, one.actor_name.lower()), one)
    return tuple(found.values())


def _clauses(reading: Reading, start: int, end: int) -> Iterator[_Clause]:
    """Contents of attributions in a sentence, and the sentence itself where none is there."""
    inside = [one for one in reading.attributions if one.start < end and one.end > start]
    barred = [r for one in inside if _bars(one) for r in one.content]
    given = False
    for one in inside:
        if _bars(one) or (one.act not in KINDS and one.act not in PLAIN):
            given = given or _bars(one)
            continue
        for low, high in one.content:
            low, high = max(low, start), min(high, end)
            if low >= high or any(a <= low and high <= b for a, b in barred):
                continue
            given = True
            cue_end = max((b for _, b in one.cue if b <= low), default=low)
            source = one.speaker.text or ""
            yield _Clause(
                low, high, KINDS.get(one.act), source, one.speaker.entity, (one.start, one.end), cue_end
            )
    if not given and not barred:
        yield _Clause(start, end, None, "", "", (start, end), start)


def _bars(one: Attribution) -> bool:
    return one.negated or one.act in ("denies", "partly_denies", "doubts", "retracts", "hearsay", "asks")


def _of(document: Document, reading: Reading, clause: _Clause, language: str) -> Intention | None:
    text = document.text[clause.start : min(clause.end, clause.start + LONGEST)]
    main, condition = _parted(text, language)
    low, high = clause.start + main[0], clause.start + main[1]
    events = [
        one
        for one in reading.events
        if one.start < clause.end and one.end > min(clause.start, clause.cue_end)
    ]
    near = [one for one in events if one.start < high]
    words = document.text[low:high]
    refused = listed("refuse", language).search(words)
    announced = refused or listed("announce", language).search(words)
    met = _act(words[announced.start() if announced and clause.kind is None else 0 :], language)
    if met is None:
        return None
    act, at = met
    at += low + (announced.start() if announced and clause.kind is None else 0)
    before = document.text[low:at]
    if listed("guess", language).search(before) or _PASSIVE.search(before):
        return None  # a guess; or it is not told by whom
    if (
        clause.kind in (None, "warning")
        and not announced
        and not _ahead(near, at, before, document.text[at:high], condition, language)
    ):
        return None
    if (
        act.category == "ASSAULT"
        and workers(language).search(f"{before} {clause.speaker}")
        and _stops_work(document.text[at:high])
    ):
        act = Act("PROTEST", "", True)
    marks = (low + announced.start(), low + announced.end()) if announced else (low, low)
    actor, entity = _actor(document, clause, [e for e in near if not _within(e, marks)], at, low)
    actor = _ARTICLE.sub("", actor)
    if not actor:
        return None
    target, target_entity = _target(document, near, at, high, actor, placed=act.category in PLACED)
    said_at = document.published_at
    return Intention(
        kind=clause.kind
        or ("plan" if not act.hostile or (announced and act.mode != "reprisal") else "threat"),
        speaker=clause.entity or clause.speaker,
        actor=entity or actor,
        actor_name=actor,
        category=act.category,
        mode=act.mode,
        target=target_entity or target,
        target_name=target,
        conditional=bool(condition),
        condition=condition,
        negated=bool(refused or listed("negation", language).search(before[-40:])),
        said_at=said_at,
        until=_until(document.text[low:high], condition, near, said_at) if said_at else None,
        span=_span(document, clause.whole),
    )


def _parted(text: str, language: str) -> tuple[Range, str]:
    """Where the main clause lies, and the words of the condition."""
    found = listed("condition", language).search(text)
    if found is None:
        return (0, len(text)), ""
    if text[: found.start()].strip(" «\"“„'—-–") == "":
        comma = _AFTER_CONDITION.search(text, found.end())
        if comma is None:
            return (0, len(text)), ""
        return (comma.end(), len(text)), text[found.start() : comma.start()].strip()
    return (0, found.start()), text[found.start() :].strip(' .,»”"')


def _act(words: str, language: str) -> tuple[Act, int] | None:
    """The act that is named first; of two at one place the row that stands higher."""
    best: tuple[int, int, Act] | None = None
    for rank, (act, pattern) in enumerate(acts(language)):
        for found in pattern.finditer(words):
            if _aside(words[: found.start()], language) and not _refuses(words[: found.start()], language):
                continue
            if best is None or (found.start(), rank) < best[:2]:
                best = (found.start(), rank, act)
            break
    return (best[2], best[0]) if best else None


def _aside(before: str, language: str) -> bool:
    """Whether an act is only what another is about: a word of ``aside`` stands before it, with one word between at most."""
    words = before.split()[-4:]
    return any(
        (found := _last(listed("aside", language), text)) is not None and found.end() == len(text)
        for text in (" ".join(words), " ".join(words[:-1]))
    )


def _refuses(before: str, language: str) -> bool:
    """Whether the words right before an act refuse or announce it: "has no intention of", which is no aside."""
    found = _last(listed("refuse", language), before) or _last(listed("announce", language), before)
    return found is not None and not before[found.end() :].strip()


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text):  # noqa: B007 - the last one is wanted
        pass
    return found


def _ahead(events: Sequence[Event], at: int, before: str, rest: str, condition: str, language: str) -> bool:
    """Whether the clause tells of what is to come: by the reader's word, or by a verb in the future that is the act or stands close before it."""
    if any(one.status in AHEAD and one.start - NEAR <= at <= one.end + NEAR for one in events):
        return True
    close = " ".join(before.split()[-CLOSE:])
    if listed("future", language).search(close):
        return True
    if language == "en":
        return bool(_HEADLINE.fullmatch(before))
    act = rest.split(maxsplit=1)[0] if rest.split() else ""
    if any(_future(word) for word in (*_LETTERS.findall(close), *_LETTERS.findall(act))):
        return True
    first = listed("first", language).search(before)
    return bool(first and condition) and any(one.status == "hypothetical" for one in events)


def _future(word: str) -> bool:
    """Whether a Russian or Ukrainian verb is one of perfective aspect in its present form, which is its future; by prefix and ending."""
    low = word.lower()
    return bool(_PERFECTIVE.fullmatch(low)) and not _LASTING.search(low)


def _stops_work(rest: str) -> bool:
    """ "strike" without whom: "to strike on Thursday", not "to strike the port"."""
    return bool(
        re.match(
            r"strike\w*(?:\s+(?:on\s+\w+day|from|for|over|next|this|tomorrow|in\s+\w+)|\s*[.,]|\s*$)",
            rest,
            re.IGNORECASE,
        )
    )


def _actor(
    document: Document, clause: _Clause, events: Sequence[Event], at: int, low: int
) -> tuple[str, str]:
    """Who would act: of a demand whom it is asked of, else whom the clause names, else the speaker."""
    stated = next((e for e in events if e.actor_span and low <= e.actor_span[0] < at), None)
    if clause.kind == "demand":
        if (
            stated
            and stated.actor_name.lower() != clause.speaker.lower()
            and not _PRONOUN.fullmatch(stated.actor)
        ):
            return stated.actor_name or stated.actor, stated.actor_entity
        words = document.text[min(clause.cue_end, low) : at]
        named = [one for one in _names(words) if not _INSIDE.search(words[: words.index(one)])]
        return (named[0], "") if named else ("", "")
    if stated and not _PRONOUN.fullmatch(stated.actor):
        return stated.actor_name or stated.actor, stated.actor_entity
    lead = _NAME.fullmatch(document.text[low:at].strip(' «“"„'))
    if lead and not _DAYS.search(lead[0]) and not _PRONOUN.fullmatch(lead[0]):
        return lead[0], ""
    if subject := _subject(document.text[low:at]):
        return subject, ""
    if _another(document.text[clause.start : at], document.text[at:]):
        return "", ""
    if clause.speaker:
        return clause.speaker, clause.entity
    told = next((e for e in events if e.actor), None)
    if told:
        return told.actor_name or told.actor, told.actor_entity
    named = _names(document.text[low:at])
    return (named[-1], "") if named else ("", "")


def _another(before: str, act: str) -> bool:
    """Whether a "that" clause has a subject of its own, whom nothing names: then the speaker is not who acts."""
    words = [*_LETTERS.findall(before), *_LETTERS.findall(act)[:1]]
    return (
        len(words) > 2
        and words[0].lower() in ("that", "что", "що")
        and not _PRONOUN.fullmatch(words[1])
        and words[1].lower() not in ("не", "will", "would")
        and not _future(words[1])
    )


def _within(event: Event, marks: Range) -> bool:
    """Whether a reader took the very words that announce or refuse for who acts."""
    return event.actor_span is not None and event.actor_span[0] < marks[1] and event.actor_span[1] > marks[0]


def _subject(before: str) -> str:
    """Who the words right before the act say will act: "his men" of "that his men would free"."""
    if found := _WOULD.match(before):
        return "" if _PRONOUN.fullmatch(found[1]) else str(found[1])
    words = _LETTERS.findall(before)
    if (
        len(words) >= 3
        and words[0].lower() in ("что", "що")
        and _future(words[2])
        and not _PRONOUN.fullmatch(words[1])
    ):
        return str(words[1])
    return ""


def _target(
    document: Document, events: Sequence[Event], at: int, high: int, actor: str, *, placed: bool
) -> tuple[str, str]:
    """To whom: the first name behind the act; else the words that the reader has for the target behind it."""
    behind = [e for e in events if e.target_span and at <= e.target_span[0] < high]
    for name in _names(document.text[at:high]):
        if name.lower() in actor.lower() or (
            placed and _INSIDE.search(document.text[at : document.text.index(name, at)])
        ):
            continue
        told = next((e for e in behind if name in e.target), None)
        return (told.target, told.target_entity) if told and told.target_entity else (name, "")
    if placed:
        return "", ""
    return next(((e.target, e.target_entity) for e in behind), ("", ""))


def _names(words: str) -> list[str]:
    """Capitalised words, those of the calendar left out."""
    found = (_POSSESSIVE.sub("", one[0]) for one in _NAME.finditer(words))
    return [one for one in found if not _DAYS.fullmatch(one.split()[0]) and not _PRONOUN.fullmatch(one)]


def _until(words: str, condition: str, events: Sequence[Event], said_at: datetime) -> datetime | None:
    if told := horizon.until(words, said_at) or horizon.until(condition, said_at):
        return told
    for one in events:
        if not one.time_until or one.status in ("asserted", "historical"):
            continue
        if _FROM.search(words[: max(words.find(one.time), 0)]) or _FROM.match(f"{one.time.split(' ')[0]} "):
            continue  # when it begins, not until when
        try:
            moment = datetime.fromisoformat(one.time_until)
        except ValueError:
            continue
        if "T" not in one.time_until:
            moment = datetime.combine(moment.date(), time(23, 59, 59))
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        if moment > said_at:
            return moment
    return None


def _span(document: Document, where: Range) -> Span:
    start, end = where
    return Span(document_id=document.id, start=start, end=end, quote=document.text[start:end])
