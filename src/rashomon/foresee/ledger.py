"""The ledger: questions, forecasts and resolutions, only ever added to; what stands is worked out from all of it.

What is kept is never changed, so every version of a question and every earlier forecast stays to be seen.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from rashomon.errors import LedgerError, NotAProbability, TooLate, UnknownQuestion
from rashomon.records import Forecast, Question, Resolution, as_utc


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a question stands, with every word on it."""

    question: Question
    """Its latest version."""
    forecasts: tuple[Forecast, ...] = ()
    """All, oldest first."""
    resolutions: tuple[Resolution, ...] = ()
    """All, in the order in which they were kept."""
    counts: Resolution | None = None
    """The one that scores go by; ``None`` where it is open or people contradict each other."""
    contested: str = ""
    """Who said what, where two people's words contradict; a sentence."""

    @property
    def settled(self) -> bool:
        return self.counts is not None and self.counts.number is not None


class Ledger:
    """All that was kept, as it stands now. Order of kept rows matters for nothing but ties."""

    def __init__(
        self,
        questions: Iterable[Question] = (),
        forecasts: Iterable[Forecast] = (),
        resolutions: Iterable[Resolution] = (),
    ) -> None:
        self.versions: dict[str, list[Question]] = defaultdict(list)
        for one in questions:
            self.versions[one.id].append(one)
        for rows in self.versions.values():
            rows.sort(key=lambda q: q.version)
        self._forecasts: dict[str, list[Forecast]] = defaultdict(list)
        for given in forecasts:
            self._forecasts[given.question_id].append(given)
        self._resolutions: dict[str, list[Resolution]] = defaultdict(list)
        for word in resolutions:
            self._resolutions[word.question_id].append(word)

    def __len__(self) -> int:
        return len(self.versions)

    def named(self, start: str) -> Question:
        """The latest version of the question whose id begins so.

        Raises:
            UnknownQuestion: there is none, or more than one.
        """
        found = [key for key in self.versions if key.startswith(start)] if start else []
        if len(found) != 1:
            raise UnknownQuestion(start, f"{len(found)} questions" if found else "")
        return self.versions[found[0]][-1]

    def standing(self, question_id: str) -> Standing:
        """How the question stands.

        Raises:
            UnknownQuestion: the ledger has none of that id.
        """
        if question_id not in self.versions:
            raise UnknownQuestion(question_id)
        given = tuple(sorted(self._forecasts[question_id], key=lambda f: (f.at, f.by)))
        words = tuple(self._resolutions[question_id])
        counts, contested = holding(words)
        return Standing(
            question=self.versions[question_id][-1],
            forecasts=given,
            resolutions=words,
            counts=counts,
            contested=contested,
        )

    def all(self) -> tuple[Standing, ...]:
        """Every question as it stands, by deadline."""
        found = (self.standing(key) for key in self.versions)
        return tuple(sorted(found, key=lambda s: (s.question.deadline, s.question.id)))

    def accept(self, forecast: Forecast, *, now: datetime) -> Forecast:
        """The forecast, if it was made in time.

        Raises:
            UnknownQuestion: the ledger has no such question.
            NotAProbability: it is none.
            TooLate: it is dated after the deadline, after now, before the opening, or after the question was settled.
        """
        standing = self.standing(forecast.question_id)
        asked, p = standing.question, forecast.p
        if isinstance(p, bool) or math.isnan(p) or not 0 <= p <= 1:
            raise NotAProbability(repr(p))
        if not forecast.by.strip():
            raise LedgerError(asked.text, "a forecast has a name to it")
        if forecast.at > as_utc(now):
            raise TooLate(
                asked.text, f"the forecast is dated {forecast.at:%Y-%m-%d %H:%M} UTC, which is to come"
            )
        if forecast.at >= asked.deadline:
            raise TooLate(asked.text, f"forecasts were taken until {asked.deadline:%Y-%m-%d %H:%M} UTC")
        if forecast.at < asked.opened_at:
            raise TooLate(asked.text, f"it was opened only on {asked.opened_at:%Y-%m-%d %H:%M} UTC")
        if standing.counts is not None and forecast.at >= (standing.counts.happened_at or standing.counts.at):
            raise TooLate(asked.text, "it was settled by then")
        return forecast

    def accept_resolution(self, word: Resolution, *, now: datetime) -> Resolution:
        """A resolution, if it can be one.

        Raises:
            UnknownQuestion: the ledger has no such question.
            LedgerError: a no before the deadline, a word from the future, or a value that is no share.
        """
        asked = self.standing(word.question_id).question
        if word.at > as_utc(now):
            raise LedgerError(asked.text, "this resolution is dated in the future")
        if word.outcome == "no" and word.at < asked.deadline and not asked.external:
            raise LedgerError(
                asked.text, f"it may still come about, until {asked.deadline:%Y-%m-%d %H:%M} UTC"
            )
        if word.value is not None and not 0 <= word.value <= 1:
            raise LedgerError(asked.text, f"{word.value!r} is no outcome between 0 and 1")
        return word


def holding(words: Sequence[Resolution]) -> tuple[Resolution | None, str]:
    """Which of several resolutions scores go by, or the sentence that people contradict each other.

    A person's check goes before the program's word; of one judge the later word; two people who differ leave the question
    unsettled until one of them says otherwise.
    """
    latest: dict[str, Resolution] = {}
    for word in sorted(words, key=lambda w: w.at):
        latest[word.by] = word
    people = [word for by, word in latest.items() if by]
    if len({(word.outcome, word.number) for word in people}) > 1:
        told = "; ".join(f"{word.by}: {word.outcome}" for word in sorted(people, key=lambda w: w.by))
        return None, f"People contradict each other on how it came out ({told}), so it is not scored."
    if people:
        return max(people, key=lambda w: w.at), ""
    return latest.get(""), ""
