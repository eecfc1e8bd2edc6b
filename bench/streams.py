"""Invented streams of reports, in which a question's event comes or does not: the part ``streams`` of ``bench.scenarios``."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rashomon.foresee import foresee
from rashomon.foresee.resolve import Stream, resolve
from rashomon.read import read
from rashomon.records import Document, Membership, Question, Reading, Story

START = datetime(2024, 5, 14, 9, tzinfo=UTC)
DAY = timedelta(days=1)
ACTS = {
    "en": [
        ("{A} will expel two diplomats of {B} within three weeks, its foreign ministry said.", "{A} expelled two diplomats of {B}.",
         "{A} did not expel the diplomats of {B}.", "{B} said that {A} had expelled two of its diplomats."),
        ("{A} threatened to impose sanctions on {B} if the talks fail.", "{A} imposed sanctions on {B}.",
         "{A} has not imposed sanctions on {B}.", "{B} said that {A} had imposed sanctions on {B}."),
        ("{A} vowed to attack {B} with missiles.", "{A} attacked {B} with missiles, killing three people.",
         "{A} did not attack {B}.", "{B} said that {A} had attacked {B} with drones."),
        ("{A} promised to withdraw its troops from {B} within two weeks.", "{A} withdrew its troops from {B}.",
         "{A} did not withdraw its troops from {B}.", "{C} said that {A} had withdrawn its troops from {B}."),
        ("{A} pledged to send humanitarian aid to {B} next week.", "{A} sent humanitarian aid to {B}.",
         "{A} did not send humanitarian aid to {B}.", "{C} said that {A} had sent humanitarian aid to {B}."),
        ("{A} is ready to hold talks with {B}, its foreign ministry said.", "{A} held talks with {B}.",
         "{A} did not hold talks with {B}.", "{C} said that {A} had held talks with {B}."),
        ("{A} threatened to arrest citizens of {B}.", "{A} arrested two citizens of {B}.",
         "{A} did not arrest citizens of {B}.", "{B} said that {A} had arrested two citizens of {B}."),
    ],
    "ru": [
        ("{A} вышлет двух дипломатов {b} в течение трёх недель, сообщил МИД.", "{A} выслала двух дипломатов {b}.",
         "{A} не высылала дипломатов {b}.", "{B} сообщила, что {A} выслала двух дипломатов {b}."),
        ("{A} пригрозила нанести удар по {bd}.", "{A} нанесла удар по {bd}.",
         "{A} не наносила удара по {bd}.", "{B} заявила, что {A} нанесла удар по {bd}."),
        ("{A} пообещала направить гуманитарную помощь {bd} на следующей неделе.", "{A} направила гуманитарную помощь {bd}.",
         "{A} не направляла помощь {bd}.", "{C} сообщила, что {A} направила гуманитарную помощь {bd}."),
    ],
}  # fmt: skip
"""Announced; done; not done; told in one party's mouth."""
NAMES = {
    "en": ("Velmia", "Tarsk", "Ostrava", "Merrin", "Dovia", "Quentland", "Norland", "Brescia"),
    "ru": ("Вельмия", "Довия", "Островия", "Мерриния", "Квентия", "Норландия"),
}
NOISE = {
    "en": ("{A} and {B} opened a joint book fair.", "A storm reached the coast of {A} and {B}.", "The parliament of {A} debated the budget.",
           "Football fans from {B} arrived in {A}.", "Prices rose in {A} and {B}.", "{C} elected a new speaker of parliament."),
    "ru": ("{A} и {B} открыли совместную книжную ярмарку.", "Шторм дошёл до берегов {b}.", "В стране {A} обсуждают бюджет.", "Цены в стране {A} выросли."),
}  # fmt: skip
KINDS = {
    "comes": "yes", "comes twice": "yes", "by another": "no", "to another": "no", "turned round": "no", "announced again": "no", "not done": "no",
    "too late": "no", "never": "no", "one mouth": "unresolvable", "stops": "unresolvable", "nothing": "unresolvable",
}  # fmt: skip
"""Kind of stream to how its question ought to come out; "one mouth" and those that stop are for a person."""


@dataclass(frozen=True, slots=True)
class Case:
    kind: str
    language: str
    announced: Document
    reports: tuple[Document, ...]


def _fill(text: str, a: str, b: str, c: str) -> str:
    return text.format(A=a, B=b, C=c, b=b[:-1] + "и", bd=b[:-1] + "и")


def cases(seed: int = 0, each: int = 3) -> list[Case]:
    """Streams of every kind for every act, with other parties each time."""
    rng = random.Random(seed)
    made: list[Case] = []
    for language, acts in ACTS.items():
        for said, done, undone, told in acts:
            for kind in KINDS:
                for _ in range(each):
                    names = rng.sample(NAMES[language], 3)
                    made.append(_case(rng, kind, language, (said, done, undone, told), names, len(made)))
    return made


def _case(
    rng: random.Random,
    kind: str,
    language: str,
    act: tuple[str, str, str, str],
    names: Sequence[str],
    number: int,
) -> Case:
    a, b, c = names
    said, done, undone, told = act
    days = (
        21
        if "three" in said or "трёх" in said
        else 14
        if "two weeks" in said
        else 12
        if "next week" in said or "следующей" in said
        else 30
    )
    rows = [(0.0, _fill(said, a, b, c))]
    noise = [_fill(one, a, b, c) for one in NOISE[language]]
    if kind != "nothing":
        last = days / 4 if kind == "stops" else days + 1
        step = 0.5
        while step < last:
            rows.append((step, rng.choice(noise)))
            step += days / 7
        if kind != "stops":
            rows.append((days + 0.3, noise[0]))
    when = rng.uniform(1, days - 1)
    extra = {
        "comes": [(when, _fill(done, a, b, c))],
        "comes twice": [(when, _fill(done, a, b, c)), (days - 0.5, _fill(done, a, b, c))],
        "by another": [(when, _fill(done, c, b, a))],
        "to another": [(when, _fill(done, a, c, b))],
        "turned round": [(when, _fill(done, b, a, c))],
        "announced again": [(when, _fill(said, a, b, c))],
        "not done": [(when, _fill(undone, a, b, c))],
        "too late": [(days + 1.2, _fill(done, a, b, c))],
        "one mouth": [(when, _fill(told, a, b, c))],
    }.get(kind, [])
    documents = [
        Document(
            id=f"s{number}-{n}",
            text=text,
            language=language,
            source=f"Wire {n % 3}",
            published_at=START + at * DAY,
        )
        for n, (at, text) in enumerate([*rows, *extra])
    ]
    return Case(kind, language, documents[0], tuple(documents[1:]))


def asked(case: Case, readings: dict[str, Reading]) -> Question | None:
    """The question that ``foresee`` makes of the announcement, an hour after it."""
    one = case.announced
    story = Story(
        id="story", title="", members=(Membership(document_id=one.id, story_id="story", root_id=one.id),)
    )
    found = foresee(story, [one], [readings[one.id]], (), (), (), now=START + timedelta(hours=1))
    return found[0].question if found else None


def streams(reader: str, *, errors: bool) -> None:
    made = cases()
    documents = [d for case in made for d in (case.announced, *case.reports)]
    readings = {one.document_id: one for one in read(documents, reader=reader) if isinstance(one, Reading)}
    out: dict[tuple[str, str], Counter[str]] = {}
    for case in made:
        question = asked(case, readings)
        answer = "not asked"
        if question is not None:
            stream = Stream(case.reports, [readings[d.id] for d in case.reports if d.id in readings])
            word = resolve(question, stream, now=question.deadline + 3 * DAY)
            answer = word.outcome if word is not None else "open"
        for key in ((case.language, case.kind), (case.language, "all"), ("all", "all")):
            out.setdefault(key, Counter())
        for key in ((case.language, case.kind), (case.language, "all"), ("all", "all")):
            tell = out[key]
            want = KINDS[case.kind]
            tell["N"] += 1
            tell["asked"] += question is not None
            if want == "unresolvable":
                tell["person"] += 1
                tell["left"] += answer == want
            else:
                tell["plain"] += 1
                tell["settled"] += answer in ("yes", "no", "void")
            tell["answers"] += answer in ("yes", "no", "void")
            tell["false"] += answer in ("yes", "no", "void") and answer != want
        if errors and answer != KINDS[case.kind]:
            print(f"  {case.kind}: {answer}: {case.announced.text} | {[d.text for d in case.reports[-2:]]}")
    print(f"\n{'set':<24} {'N':>5} {'asked':>7} {'settled':>8} {'false':>7} {'left to a person':>17}")
    for (language, kind), tell in out.items():
        cells = [
            _percent(tell[part], tell[whole])
            for part, whole in (
                ("asked", "N"),
                ("settled", "plain"),
                ("false", "answers"),
                ("left", "person"),
            )
        ]
        print(
            f"streams {language} {kind:<{13 - len(language) + 2}} {tell['N']:>5} {cells[0]:>7} {cells[1]:>8} {cells[2]:>7} {cells[3]:>17}"
        )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"
