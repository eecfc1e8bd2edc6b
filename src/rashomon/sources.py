"""The record of a desk's sources: what was settled and what was said of them, joined with what this run's briefs hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from rashomon.assess.record.case import Case, Outcome, holding, read_cases, retold
from rashomon.assess.record.declared import Declared, canonical, grades, priors, retracted
from rashomon.assess.record.gathered import reports
from rashomon.assess.record.learn import Learned, learn
from rashomon.assess.record.names import called, outlets
from rashomon.assess.record.report import Report
from rashomon.assess.record.shown import Shown, reliability, shown
from rashomon.assess.record.touched import Touched, touched
from rashomon.errors import UnknownClaim, UnknownSource
from rashomon.flow import Desk
from rashomon.records import Assessment, Brief, Claim, Document, Issue, Reliability
from rashomon.store import Correction, Store

NEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The briefs that stand, the newest of each set of places, and what is in them, each claim once."""

    briefs: tuple[Brief, ...]
    claims: Mapping[str, Claim]
    assessments: Mapping[str, Assessment]
    outlets: Mapping[str, str]
    """Document id → name of its outlet."""
    names: Mapping[str, tuple[str, ...]]
    """Source, as evidence and cases name it → what else it is called: the printed name, sites of an outlet."""


def said(store: Store) -> tuple[Declared, ...]:
    """All that people and lists said of sources, oldest first."""
    kept = (Declared.of(c.subject, c.field, c.value, c.by, c.at) for c in store.corrections.all())
    return tuple(one for one in kept if one is not None)


def gathered(
    store: Store, assessments: Iterable[Assessment], documents: Iterable[Document]
) -> tuple[Report, ...]:
    """The reports of this run, without those of sources that are taken back and of what rests on them alone."""
    return reports(assessments, outlets=outlets(documents), without=retracted(said(store)))


def learned(
    store: Store, given: Sequence[Report], names: Mapping[str, Iterable[str]] | None = None
) -> Learned:
    """The record from the cases that are kept and the reports of this run; ``names``: what else sources are called, for grades.

    Where both tell of one claim the run's reports replace what the case held of the same source: they may know of a later word. Sources
    that are taken back are out of both.
    """
    told = said(store)
    gone = frozenset(retracted(told))
    cases = [retold(one, gone) for one in holding(store.cases.all()).values()]
    now = {(one.claim, one.source) for one in given}
    kept = [r for case in cases for r in case.reports if (r.claim, r.source) not in now]
    every = [*kept, *given]
    settled = {one.claim: one.outcome == "true" for one in cases if one.outcome != "withdrawn"}
    called = {**{r.source: () for r in every}, **(names or {})}
    return learn(every, settled, priors(grades(told), called)[0])


def letters(
    store: Store, record: Learned, names: Mapping[str, Iterable[str]] | None = None
) -> Callable[[str, str], Reliability]:
    """How reliable a source is on a topic, for the grades of evidence; F for who is taken back."""
    told = said(store)
    called = {**dict.fromkeys(record.table.sources, ()), **(names or {})}
    given = reliability(record, priors(grades(told), called)[1])
    gone = retracted(told)

    def letter(source: str, topic: str) -> Reliability:
        return "F" if source.casefold() in gone else given(source, topic)

    return letter


def standing(store: Store) -> Standing:
    """What the briefs of this database say now."""
    briefs = [one for key in store.runs.current() for one in store.results.load(key, "brief", Brief) or ()]
    claims: dict[str, Claim] = {}
    assessments: dict[str, Assessment] = {}
    for brief in briefs:
        for claim in brief.claims:
            claims.setdefault(claim.id, claim)
        for one in brief.assessments:
            assessments.setdefault(one.claim_id, one)
    documents = [one for brief in briefs for one in brief.documents]
    cases = store.cases.all()
    return Standing(
        briefs=tuple(briefs),
        claims=claims,
        assessments=assessments,
        outlets=outlets(documents),
        names=called(
            [item for one in assessments.values() for item in one.evidence],
            claims.values(),
            documents,
            [report.source for case in cases for report in case.reports],
        ),
    )


def named(now: Standing, name: str) -> tuple[str, ...]:
    """The sources that a name, an id or a site stands for: a party that is an outlet too may be both.

    Raises:
        UnknownSource: none is called so; the error names the nearest.
    """
    wanted = canonical(name)
    by_name: dict[str, dict[str, None]] = {}
    for source, names in now.names.items():
        for one in (source, *names):
            by_name.setdefault(canonical(one), {})[source] = None
    if wanted and wanted in by_name:
        return tuple(by_name[wanted])
    near = get_close_matches(wanted, by_name, NEAR, 0.5)
    spelt = [
        next((n for n in (*now.names[s], s) if canonical(n) == one), one)
        for one in near
        for s in list(by_name[one])[:1]
    ]
    raise UnknownSource(name or "(nothing)", f"the nearest known: {', '.join(spelt)}" if near else "")


def printed(now: Standing, source: str) -> str:
    """The name of a source for a person to read."""
    return next((one for one in now.names.get(source, ()) if one), source)


def settle(desk: Desk, name: str, outcome: Outcome, *, by: str, why: str, source: str, at: datetime) -> Case:
    """Keep how a claim came out, with what was said on it by now. ``name``: its id, the beginning of one, or its words.

    Raises:
        UnknownClaim: the briefs that stand have no such claim, or several.
    """
    now = standing(desk.store)
    claim_id, text = _claim(desk.store, now, name)
    found = [now.assessments[claim_id]] if claim_id in now.assessments else []
    told = reports(found, outlets=now.outlets)
    before = holding(desk.store.cases.all(claim_id)).get(claim_id)
    case = Case(
        claim=claim_id, text=text, outcome=outcome, by=by, at=at, why=why, source=source,
        reports=told or (before.reports if before else ()),
    )  # fmt: skip
    desk.store.cases.add([case])
    return case


def _claim(store: Store, now: Standing, name: str) -> tuple[str, str]:
    texts = {id: one.text for id, one in now.claims.items()}
    texts = {**{case.claim: case.text for case in store.cases.all()}, **texts}
    words = " ".join(name.split()).casefold()
    exact = [id for id, text in texts.items() if id == name or " ".join(text.split()).casefold() == words]
    fitting = exact or [id for id in texts if name and id.startswith(name)]
    if len(fitting) == 1:
        return fitting[0], texts[fitting[0]]
    by_text = {" ".join(text.split()).casefold(): id for id, text in texts.items()}
    near = fitting[:NEAR] or [by_text[one] for one in get_close_matches(words, by_text, NEAR, 0.4)]
    shown = "; ".join(f"{id} “{texts[id][:60]}”" for id in near)
    detail = f"{len(fitting)} fit: {shown}" if fitting else f"the nearest: {shown}" if near else ""
    raise UnknownClaim(name or "(nothing)", detail)


def declare(
    desk: Desk,
    kind: Literal["grade", "retract", "restore"],
    name: str,
    *,
    by: str,
    why: str,
    at: datetime,
    grade: Reliability = "F",
    topic: str = "",
) -> tuple[tuple[str, ...], tuple[Touched, ...]]:
    """Keep a person's word on a source: the sources meant, and for a taking back what it touched.

    Raises:
        UnknownSource: nobody is called so.
    """
    now = standing(desk.store)
    meant = named(now, name)
    moved: tuple[Touched, ...] = ()
    if kind == "retract":
        gone = frozenset(retracted(said(desk.store)))
        new = {one.casefold() for source in meant for one in (source, *now.names[source]) if one}
        fresh = reports(now.assessments.values(), outlets=now.outlets, without=gone)
        moved = touched(
            now.briefs, now.assessments, learned(desk.store, fresh, now.names), fresh, outlets=now.outlets, gone=gone, new=new
        )  # fmt: skip
    # Under the printed name, which outlives a new linking; a taking back under the id too, since cases name sources by it.
    names = [
        n for one in meant for n in ((printed(now, one),) if kind == "grade" else (one, printed(now, one)))
    ]
    words = [
        Declared(kind=kind, source=one, by=by, at=at, grade=grade, topic=topic, why=why)
        for one in dict.fromkeys(names)
    ]
    desk.store.corrections.add_all(_kept(words))
    return meant, moved


def _kept(words: Iterable[Declared]) -> list[Correction]:
    made = []
    for one in words:
        subject, field, value = one.correction()
        made.append(Correction(subject=subject, field=field, value=value, by=one.by, at=one.at))
    return made


def import_grades(
    desk: Desk, path: Path, called: str, *, by: str, at: datetime
) -> tuple[int, int, tuple[Issue, ...]]:
    """Take in a list of graded sources: how many grades were read, how many of them were new, and what was left out."""
    from rashomon.assess.record.grade_list import read_grades

    made = list(read_grades(path))
    name = called or path.name.split(".")[0]
    words = [
        Declared(kind="grade", source=one[0], topic=one[1], grade=one[2], by=by, at=at, list=name)
        for one in made
        if not isinstance(one, Issue)
    ]
    held = {(one.source, one.topic, one.grade) for one in said(desk.store) if one.list == name}
    fresh = [one for one in words if (one.source, one.topic, one.grade) not in held]
    new = desk.store.corrections.add_all(_kept(fresh))
    return len(words), new, tuple(one for one in made if isinstance(one, Issue))


def import_cases(desk: Desk, lines: Iterable[str], name: str) -> tuple[int, int, tuple[Issue, ...]]:
    """Take in settled claims from JSON lines: how many were read, how many of them were new, and what was left out."""
    made = list(read_cases(lines, name))
    cases = [one for one in made if isinstance(one, Case)]
    new, refused = desk.store.cases.add(cases)
    return len(cases), new, (*(one for one in made if isinstance(one, Issue)), *refused)


def record(desk: Desk) -> tuple[Standing, tuple[Shown, ...]]:
    """The record of every source as it is now, and what the briefs that stand hold."""
    now = standing(desk.store)
    told = reports(now.assessments.values(), outlets=now.outlets, without=retracted(said(desk.store)))
    return now, shown(learned(desk.store, told, now.names))


def show_of(
    desk: Desk, now: Standing, rows: Sequence[Shown], name: str
) -> tuple[tuple[str, ...], tuple[Shown, ...]]:
    """One source as lines to read, and its rows.

    Raises:
        UnknownSource: nobody is called so.
    """
    from rashomon.assess.record.lines import show_lines

    meant = named(now, name)
    called = {canonical(n) for one in meant for n in (one, *now.names[one])}
    own = tuple(one for one in rows if one.source in meant)
    words = [one for one in said(desk.store) if canonical(one.source) in called]
    cases = [one for one in desk.store.cases.all() if any(r.source in meant for r in one.reports)]
    # One word is kept under an id and a name; it is shown once.
    once = list({(one.kind, one.by, one.at, one.grade, one.topic, one.list): one for one in words}.values())
    return tuple(show_lines(own, printed(now, meant[0]), once, cases)), own
