"""What ``rashomon forecast`` does: questions and forecasts into the ledger, settling, scores, and the lines that tell of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon import edge
from rashomon.errors import RashomonError, RecordError
from rashomon.foresee.imports import forecastbench
from rashomon.foresee.ledger import Ledger, Standing
from rashomon.foresee.questions import amended, register
from rashomon.foresee.resolve import Stream, resolve
from rashomon.foresee.scoring import Score, scores, unresolvable_share
from rashomon.records import Forecast, Issue, Outcome, Question, Resolution
from rashomon.store import Store

if TYPE_CHECKING:
    from rashomon.flow import Desk


def ask(store: Store, question: Question, *, now: datetime) -> Question:
    """Register a question, or a later version of one of the same words, asker and opening.

    Raises:
        NotSettleable: with what is missing.
    """
    versions = store.ledger.ledger().versions.get(question.id)
    made = amended(versions[-1], question, now=now) if versions else register(question, now=now)
    store.ledger.add([made], at=now)
    return made


def say(store: Store, start: str, p: float, *, by: str, why: str, now: datetime) -> Forecast:
    """Enter a forecast of now on the question whose id begins so.

    Raises:
        UnknownQuestion, NotAProbability, TooLate: as ``Ledger.accept``.
    """
    ledger = store.ledger.ledger()
    made = ledger.accept(Forecast(question_id=ledger.named(start).id, by=by, p=p, at=now, why=why), now=now)
    store.ledger.add([made], at=now)
    return made


def check(store: Store, start: str, outcome: Outcome, *, by: str, why: str, now: datetime) -> Resolution:
    """A person's word on how a question came out, beside the program's.

    Raises:
        UnknownQuestion, LedgerError: as ``Ledger.accept_resolution``.
    """
    ledger = store.ledger.ledger()
    word = Resolution(question_id=ledger.named(start).id, outcome=outcome, at=now, by=by, why=why)
    made = ledger.accept_resolution(word, now=now)
    store.ledger.add([made], at=now)
    return made


def settle(store: Store, stream: Stream, *, now: datetime) -> tuple[Resolution, ...]:
    """The program's word on every question that the stream settles; kept where it differs from its last."""
    made: list[Resolution] = []
    for standing in store.ledger.ledger().all():
        word = resolve(standing.question, stream, now=now)
        if word is None:
            continue
        before = next((one for one in reversed(standing.resolutions) if not one.by), None)
        if before is None or (before.outcome, before.spans) != (word.outcome, word.spans):
            made.append(word)
    store.ledger.add(made, at=now)
    return tuple(made)


def settle_all(desk: Desk, *, now: datetime) -> tuple[Resolution, ...]:
    """``settle`` over all that the desk collected, read first where it is not yet."""
    from rashomon.flow import linked, read_new

    ids, _ = read_new(desk, desk.store.documents.ids(), now)
    readings, entities = linked(desk, ids)
    return settle(desk.store, Stream(desk.store.documents.many(ids), readings, entities), now=now)


def take_in(store: Store, path: Path, *, now: datetime) -> tuple[int, tuple[Issue, ...]]:
    """Import a file: JSON lines with ``question``, ``forecast`` or ``resolution`` in each, or a set of ForecastBench.

    Gives how many records were new, and an Issue for each that the ledger did not take.

    Raises:
        RecordError: the file is neither.
    """
    text = path.read_text(encoding="utf-8-sig")
    ledger = store.ledger.ledger()
    taken: list[Question | Forecast | Resolution] = []
    issues: list[Issue] = []
    for one in _rows(text, path.name, ledger):
        try:
            if isinstance(one, Issue):
                issues.append(one)
                continue
            taken.append(_checked(one, ledger, now))
        except RashomonError as error:
            issues.append(
                Issue(
                    stage="foresee",
                    subject=str(error.subject)[:200],
                    code="not_taken",
                    reason=str(error),
                    remedy=error.remedy,
                )
            )
            continue
        if isinstance(one, Question):  # what follows in the file may be about it
            ledger.versions[one.id].append(one)
    return store.ledger.add(taken, at=now), tuple(issues)


def _checked(
    one: Question | Forecast | Resolution, ledger: Ledger, now: datetime
) -> Question | Forecast | Resolution:
    if isinstance(one, Question):
        # A question from elsewhere may be closed by now: it is judged as of the day on which it was opened.
        return register(one, now=min(now, one.opened_at))
    if isinstance(one, Forecast):
        return ledger.accept(one, now=now)
    return ledger.accept_resolution(one, now=now)


def _rows(text: str, name: str, ledger: Ledger) -> Iterator[Question | Forecast | Resolution | Issue]:
    try:
        data: Any = json.loads(text)
    except ValueError:
        data = None
    if isinstance(data, dict) and {"questions", "forecasts", "resolutions"} & set(data):
        known = {q.external: q for versions in ledger.versions.values() for q in versions if q.external}
        yield from forecastbench.questions(data)
        yield from forecastbench.forecasts(data, known) if "forecasts" in data else ()
        yield from forecastbench.resolutions(data, known)
        return
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield _line(line, f"{name}, line {number}")
        except RecordError as error:
            yield Issue(
                stage="foresee",
                subject=str(error.subject),
                code="bad_record",
                reason=str(error),
                remedy=error.remedy,
            )


KINDS: dict[str, type[Question | Forecast | Resolution]] = {
    "question": Question,
    "forecast": Forecast,
    "resolution": Resolution,
}


def _line(line: str, subject: str) -> Question | Forecast | Resolution:
    try:
        row: Any = json.loads(line)
    except ValueError as error:
        raise RecordError(subject, f"not JSON: {error}") from error
    kind = next((name for name in KINDS if isinstance(row, dict) and isinstance(row.get(name), dict)), None)
    if kind is None:
        raise RecordError(subject, f"a line holds one of {', '.join(KINDS)}")
    return edge.from_data(KINDS[kind], row[kind], subject)


def lines(standings: Iterable[Standing], now: datetime) -> Iterator[str]:
    """A line for each question: id, deadline, how it stands, how many forecasts, what it asks."""
    for one in standings:
        q = one.question
        yield f"{q.id}  {q.deadline:%Y-%m-%d}  {state(one, now):<13} {len(one.forecasts):>4}  {q.text}"


def state(one: Standing, now: datetime) -> str:
    """In a word: open, due (past its deadline and not settled yet), contested, or its outcome."""
    if one.contested:
        return "contested"
    if one.counts is not None:
        return one.counts.outcome
    return "open" if now < one.question.deadline else "due"


def shown(ledger: Ledger, start: str, now: datetime) -> Iterator[str]:
    """All that the ledger holds of one question, every version, forecast and word on it."""
    one = ledger.standing(ledger.named(start).id)
    q = one.question
    yield q.text
    yield f"  {q.id}, {state(one, now)}; opened {q.opened_at:%Y-%m-%d %H:%M} UTC by {q.by or 'the program'}"
    for version in ledger.versions[q.id]:
        yield f"  version {version.version}: until {version.deadline:%Y-%m-%d %H:%M} UTC; {_settling(version)}"
        if version.abort is not None or version.abort_text:
            yield f"    falls away if {version.abort_text or _rule(version.abort)}"
    for name, value in (("base rate", q.base_rate), ("if all stays as it is", q.status_quo)):
        yield f"  {name}: {'not known' if value is None else f'{value:.2f}'}"
    for given in one.forecasts:
        yield f"  {given.at:%Y-%m-%d %H:%M}  {given.p:.3f}  {given.by}{f'  {given.why}' if given.why else ''}"
    for word in one.resolutions:
        counts = " (counts)" if word is one.counts else ""
        yield f"  {word.at:%Y-%m-%d %H:%M}  {word.outcome}  {word.by or 'the program'}{counts}: {word.why}"
    if one.contested:
        yield f"  {one.contested}"


def _settling(q: Question) -> str:
    return f"settled by an event: {_rule(q.rule)}" if q.rule is not None else f"settled by {q.settled_by}"


def _rule(rule: object) -> str:
    told = {name: value for name, value in edge.to_data(rule).items() if value not in ([], 1)} if rule else {}
    return "; ".join(
        f"{name} {', '.join(value) if isinstance(value, list) else value}" for name, value in told.items()
    )


def score_lines(standings: Sequence[Standing]) -> Iterator[str]:
    """A line for each forecaster, the best first, and the share that could not be settled."""
    yield f"{'forecaster':<28} {'N':>5} {'Brier':>7} {'log':>7} {'calib.':>7} {'vs base':>8} {'vs status quo':>14} {'unsettled':>10}"
    for one in scores(standings):
        yield _scored(one)
    bad, total = unresolvable_share(standings)
    yield f"questions closed: {total}; could not be settled: {bad}" + (
        f" ({100 * bad / total:.1f} %)" if total else ""
    )


def _scored(one: Score) -> str:
    cells = (one.brier, one.log, one.calibration, one.against_base, one.against_status_quo, one.unresolvable)
    widths = (7, 7, 7, 8, 14, 10)
    told = " ".join(f"{'–' if c is None else f'{c:.3f}':>{w}}" for c, w in zip(cells, widths, strict=True))
    return f"{one.by[:28]:<28} {one.number:>5} {told}"
