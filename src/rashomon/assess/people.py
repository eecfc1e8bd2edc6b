"""What people at a desk said of explanations and evidence: kept beside the program's answer, and put in its place where it is used.

Explanations are added, dropped, merged and split; items are graded. Each word is a correction with who, when and why; of two on one
thing by one person the later holds, and all stay to be seen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal, get_args

from rashomon.errors import RecordError
from rashomon.records import (
    Credibility,
    Deceiver,
    Evidence,
    Grade,
    Hypothesis,
    Reliability,
    Spoken,
    Step,
    as_utc,
    content_id,
)

Word = Literal["add", "drop", "merge", "split", "grade"]
FIELDS: Mapping[str, Word] = {
    "hypothesis.add": "add",
    "hypothesis.drop": "drop",
    "hypothesis.merge": "merge",
    "hypothesis.split": "split",
    "evidence.grade": "grade",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One person's word on one explanation or item."""

    word: Word
    subject: str
    """Id of the claim (add), of the explanation (drop, merge, split) or of the item (grade)."""
    value: Mapping[str, Any]
    by: str
    at: datetime

    def correction(self) -> tuple[str, str, str]:
        """Subject, field and value under which it is kept."""
        name = next(name for name, word in FIELDS.items() if word == self.word)
        return self.subject, name, json.dumps(self.value, ensure_ascii=False, sort_keys=True)

    @classmethod
    def of(cls, subject: str, field: str, value: str, by: str, at: datetime) -> Said | None:
        """What a correction holds; ``None`` for one of something else, or that cannot be read."""
        if field not in FIELDS:
            return None
        try:
            made = cls(word=FIELDS[field], subject=subject, value=json.loads(value), by=by, at=as_utc(at))
            check(made)
        except (ValueError, TypeError, RecordError):
            return None
        return made


def check(said: Said) -> None:
    """Refuse what cannot be used.

    Raises:
        RecordError: a value is missing or is none of those allowed; the message names both.
    """
    value = said.value
    if not isinstance(value, Mapping):
        raise RecordError(said.subject, "a word on it is no table of values")
    if said.word == "add" and not str(value.get("text", "")).strip():
        raise RecordError(said.subject, "an explanation needs a text")
    if said.word == "split" and len([t for t in value.get("texts", ()) if str(t).strip()]) < 2:
        raise RecordError(said.subject, "a split needs two texts at least")
    if said.word == "merge" and (not value.get("into") or value["into"] == said.subject):
        raise RecordError(said.subject, "a merge needs another explanation to go into")
    allowed = {
        "holds": (True, False, None),
        "reliability": get_args(Reliability),
        "credibility": get_args(Credibility),
        "deceiver": get_args(Deceiver),
    }
    for key, values in allowed.items():
        if key in value and value[key] not in values:
            listed = ", ".join(str(one) for one in values)
            raise RecordError(said.subject, f"{key} is {value[key]!r}; it may be {listed}")
    for step in dict(value.get("consistency", {})).values():
        if step not in get_args(Step):
            raise RecordError(said.subject, f"{step!r} is no step; it may be {', '.join(get_args(Step))}")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """All that was said, oldest first."""

    said: tuple[Said, ...] = field(default=())

    @classmethod
    def of(cls, said: Iterable[Said]) -> People:
        return cls(said=tuple(sorted(said, key=lambda one: (one.at, one.by, one.subject))))

    def explanations(self, claim_id: str, found: Sequence[Hypothesis]) -> tuple[Hypothesis, ...]:
        """Those of a claim after people's words. What is dropped, merged or split is gone from the list, and its record stays with ``said``.

        A word on what is not there changes nothing: explanations come and go with the reports.
        """
        now = {one.id: one for one in found}
        for one in self.said:
            if one.word == "add" and one.subject == claim_id:
                made = _added(one, claim_id, str(one.value["text"]), one.value.get("holds"))
                now[made.id] = made
            elif one.subject not in now:
                continue
            elif one.word == "drop" and len(now) > 1:
                del now[one.subject]
            elif one.word == "merge" and (into := now.get(str(one.value["into"]))) is not None:
                now[into.id] = _merged(into, now.pop(one.subject))
            elif one.word == "split":
                parent = now.pop(one.subject)
                for text in one.value["texts"]:
                    made = _added(one, claim_id, str(text), parent.holds, parent)
                    now[made.id] = made
        return tuple(now.values())

    def spoken(self, claim_id: str, found: Sequence[Hypothesis]) -> tuple[Spoken, ...]:
        """What they did with the explanations of a claim, with the words of those that are gone from the list."""
        told = {one.id: one.text for one in found}
        for one in self.said:
            for text in one.value.get("texts", (one.value.get("text"),)):
                if text and one.value.get("claim", one.subject) == claim_id:
                    told[_id(claim_id, str(text))] = str(text)
        made: list[Spoken] = []
        for one in self.said:
            mine = one.subject == claim_id if one.word == "add" else one.subject in told
            if one.word == "grade" or not mine:
                continue
            into = one.value.get("texts", ())
            if one.word == "merge":
                into = (told.get(str(one.value["into"]), str(one.value["into"])),)
            made.append(
                Spoken(
                    by=one.by,
                    at=one.at,
                    act=one.word,
                    text=str(one.value["text"]) if one.word == "add" else told[one.subject],
                    into=tuple(str(text) for text in into),
                    why=str(one.value.get("why", "")),
                )
            )
        return tuple(made)

    def graded(self, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """The items with people's grades after the program's. What a person did not grade stays as the program has it."""
        words: dict[str, list[Said]] = {}
        for one in self.said:
            if one.word == "grade":
                words.setdefault(one.subject, []).append(one)
        return tuple(
            replace(item, grades=(*item.grades, *_grades(item, words[item.id]))) if item.id in words else item
            for item in evidence
        )


def _added(
    said: Said, claim_id: str, text: str, holds: bool | None, parent: Hypothesis | None = None
) -> Hypothesis:
    return Hypothesis(
        id=_id(claim_id, text),
        claim_id=claim_id,
        kind=str(said.value.get("kind", "")) or (parent.kind if parent else "given"),
        text=text,
        holds=holds,
        by=parent.by if parent else (),
        claims=parent.claims if parent else (),
        spans=parent.spans if parent else (),
        added_by=said.by,
    )


def _id(claim_id: str, text: str) -> str:
    return content_id("hypothesis", claim_id, "given", text)


def _merged(into: Hypothesis, gone: Hypothesis) -> Hypothesis:
    return replace(
        into,
        holds=into.holds if into.holds == gone.holds else None,
        by=tuple(dict.fromkeys((*into.by, *gone.by))),
        claims=tuple(dict.fromkeys((*into.claims, *gone.claims))),
        spans=tuple(dict.fromkeys((*into.spans, *gone.spans))),
    )


def _grades(item: Evidence, words: Sequence[Said]) -> list[Grade]:
    """One for each person: what they said last of each part, over the program's."""
    own = item.grades[0] if item.grades else Grade()
    made: dict[str, Grade] = {}
    for one in words:
        base = made.get(one.by, own)
        steps = {**dict(base.consistency), **dict(one.value.get("consistency", {}))}
        why = str(one.value.get("why", ""))
        made[one.by] = replace(
            base,
            by=one.by,
            at=one.at,
            consistency=tuple(steps.items()),
            why=(why,) if why else (),
            **{key: one.value[key] for key in ("reliability", "credibility", "deceiver") if key in one.value},
        )
    return list(made.values())
