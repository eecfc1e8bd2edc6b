"""Events in Russian and Ukrainian: categories, who did it to whom by case and agreement, status, counts and times."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.read import read
from rashomon.read.events import events, spoken
from rashomon.read.events.slavic.counts import counts
from rashomon.read.events.slavic.verbs import verb_forms
from rashomon.read.events.times.slavic import times
from rashomon.records import Document, Event, Reading

TUESDAY = datetime(2024, 5, 14, 12, tzinfo=UTC)


def told(text: str, language: str = "ru") -> tuple[Event, ...]:
    document = Document(id="d", text=text, language=language, published_at=TUESDAY)
    return next(r for r in read([document]) if isinstance(r, Reading)).events


def only(text: str, language: str = "ru") -> Event:
    (one,) = told(text, language)
    return one


@pytest.mark.parametrize(
    ("language", "text", "action", "mode", "status"),
    [
        ("ru", "Боевики похитили двух врачей.", "ASSAULT", "abduct", "asserted"),
        ("ru", "Полиция не арестовала ни одного студента.", "COERCE", "arrest", "negated"),
        ("ru", "Мятежники пытались захватить дамбу.", "COERCE", "seize", "attempted"),
        ("ru", "Мятежники пытались захватить дамбу, штурм отбит.", "COERCE", "seize", "failed"),
        ("ru", "Кения вышлет трёх дипломатов.", "THREATEN", "expel", "threatened"),
        ("ru", "Кения поставит Уганде зерно.", "AGREE", "", "planned"),
        ("ru", "Если Кения закроет границу, цены вырастут.", "COERCE", "restrict", "hypothetical"),
        ("ru", "Суд приговорил журналиста к пяти годам колонии.", "SANCTION", "convict", "asserted"),
        ("ru", "В 1998 году мятежники захватили порт.", "COERCE", "seize", "historical"),
        ("ru", "Министр отказался встретиться с послом.", "REJECT", "meet", "asserted"),
        ("uk", "Бойовики викрали двох лікарів.", "ASSAULT", "abduct", "asserted"),
        ("uk", "Нафтобазу атаковано безпілотниками.", "ASSAULT", "drone", "asserted"),
        ("uk", "Повстанці намагалися захопити греблю.", "COERCE", "seize", "attempted"),
        ("uk", "Кенія не закриватиме кордон.", "COERCE", "restrict", "negated"),
        ("uk", "Кенія передасть Уганді зерно.", "AGREE", "", "planned"),
        ("uk", "Уряд запровадив комендантську годину.", "COERCE", "curfew", "asserted"),
        ("uk", "Міністр подав у відставку.", "RETREAT", "resign", "asserted"),
    ],
)
def test_category_mode_and_status(language: str, text: str, action: str, mode: str, status: str) -> None:
    one = told(text, language)[0]
    assert (one.action, one.mode, one.status) == (action, mode, status)


@pytest.mark.parametrize(
    ("language", "text", "actor", "target"),
    [
        ("ru", "Охрана завода избила двух экологов.", "Охрана завода", "двух экологов"),
        ("ru", "Двух экологов избила охрана завода.", "охрана завода", "Двух экологов"),
        ("ru", "Двое экологов избиты охраной завода.", "охраной завода", "Двое экологов"),
        ("ru", "Депутата арестовали в аэропорту.", "", "Депутата"),
        ("ru", "Депутата, критиковавшего мэра, арестовала полиция.", "полиция", "Депутата"),
        ("ru", "Министр заявила протест и выслала посла.", "Министр", "посла"),
        ("uk", "Генерала відсторонив президент.", "президент", "Генерала"),
        ("uk", "Місто обстрілює артилерія противника.", "артилерія противника", "Місто"),
        ("uk", "Двох монахів побила охорона монастиря.", "охорона монастиря", "Двох монахів"),
        ("uk", "Кордон закрито рішенням уряду.", "", "Кордон"),
    ],
)
def test_parties_are_told_by_case_and_agreement_and_not_by_order(
    language: str, text: str, actor: str, target: str
) -> None:
    one = told(text, language)[-1]
    assert (one.actor, one.target) == (actor, target)


def test_spans_give_back_the_words() -> None:
    text = "Вчера. Двух экологов избила охрана завода в Норильске."
    one = only(text)
    assert one.actor_span and text[slice(*one.actor_span)] == one.actor
    assert one.target_span and text[slice(*one.target_span)] == one.target
    assert one.place_span and text[slice(*one.place_span)] == one.place == "Норильске"


def test_an_accused_is_the_actor_of_the_act_named_by_a_noun() -> None:
    accusation, act = told("Киев обвинил Москву в минировании водохранилища.")
    assert (accusation.actor, accusation.target) == ("Киев", "Москву")
    assert (act.action, act.actor, act.target) == ("ASSAULT", "Москву", "водохранилища")


def test_an_event_lies_in_the_attribution_that_holds_it() -> None:
    text = "Минобороны сообщило, что силы ПВО сбили два беспилотника."
    document = Document(id="d", text=text, language="ru")
    reading = next(r for r in read([document]) if isinstance(r, Reading))
    (one,) = reading.events
    assert one.attribution is not None
    assert reading.attributions[one.attribution].content[0][0] <= one.start


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Повстанцы окружили гарнизон. Они обстреляли аэродром.", "ru", "Повстанцы"),
        ("Полиция провела обыски. Она арестовала троих.", "ru", "Полиция"),
        ("Бойовики вбили сімох шахтарів. Вони захопили вантажівку.", "uk", "Бойовики"),
        ("Слідчі говорили з водіями. Вони підпалили автобус.", "uk", ""),
    ],
)
def test_a_pronoun_means_what_acted_before_or_nothing(text: str, language: str, name: str) -> None:
    assert told(text, language)[-1].actor_name == name


@pytest.mark.parametrize(
    "text",
    [
        "Сборная Хорватии разгромила соперника в финале.",
        "В городе открылась выставка, посвящённая битве при Калке.",
        "Дорога требует ремонта.",
        "Урожай погиб полностью.",
    ],
)
def test_sport_shows_and_things_are_no_events(text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "По меньшей мере трое погибших и одиннадцать раненых.",
            "ru",
            [("killed", 3, None), ("wounded", 11, 11)],
        ),
        ("Убиты от 30 до 40 человек.", "ru", [("killed", 30, 40)]),
        ("Эвакуировано более 1 600 человек.", "ru", [("evacuated", 1601, None)]),
        ("Загинули щонайменше семеро людей.", "uk", [("killed", 7, None)]),
        ("Поранено десятки людей.", "uk", [("wounded", 24, None)]),
        ("Погибли в 2014 году.", "ru", []),
    ],
)
def test_counts(text: str, language: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    found = counts(text, 0, len(text), language)
    assert [(c.kind, c.low, c.high) for c in found] == expected
    assert all(text[c.start : c.end] == c.text for c in found)


@pytest.mark.parametrize(
    ("text", "language", "begin", "until", "precision"),
    [
        ("в ночь на вторник", "ru", "2024-05-13T18:00", "2024-05-14T06:00", "part"),
        ("в ночь на 3 мая", "ru", "2024-05-02T18:00", "2024-05-03T06:00", "part"),
        ("вчера вечером", "ru", "2024-05-13T18:00", "2024-05-13T23:59", "part"),
        ("в прошлую пятницу", "ru", "2024-05-10", "2024-05-10", "day"),
        ("прошлой осенью", "ru", "2023-09-01", "2023-11-30", "season"),
        ("в 1995 году", "ru", "1995-01-01", "1995-12-31", "year"),
        ("12 мая 2022 года", "ru", "2022-05-12", "2022-05-12", "day"),
        ("два дня назад", "ru", "2024-05-12", "2024-05-12", "day"),
        ("вчора ввечері", "uk", "2024-05-13T18:00", "2024-05-13T23:59", "part"),
        ("минулого тижня", "uk", "2024-05-06", "2024-05-12", "week"),
        ("торік у листопаді", "uk", "2023-11-01", "2023-11-30", "month"),
        ("у березні 2021 року", "uk", "2021-03-01", "2021-03-31", "month"),
        ("п'ять днів тому", "uk", "2024-05-09", "2024-05-09", "day"),
    ],
)
def test_times(text: str, language: str, begin: str, until: str, precision: str) -> None:
    (one,) = times(text, 0, len(text), TUESDAY, language)
    assert (one.time_from, one.time_until, one.precision) == (begin, until, precision)


def test_what_is_to_come_is_counted_ahead() -> None:
    (one,) = times("в пятницу", 0, 9, TUESDAY, "ru", ahead=True)
    assert one.time_from == "2024-05-17"


@pytest.mark.parametrize(
    ("infinitive", "language", "form", "kind"),
    [
        ("обвинять", "ru", "обвиняют", "present"),
        ("выслать", "ru", "вышлет", "present"),
        ("избить", "ru", "изобьют", "present"),
        ("захватить", "ru", "захвачены", "short"),
        ("освободить", "ru", "освобожденный", "passive"),
        ("вбити", "uk", "вбито", "impersonal"),
        ("евакуювати", "uk", "евакуйовано", "impersonal"),
        ("закривати", "uk", "закриватиме", "future"),
    ],
)
def test_verb_forms(infinitive: str, language: str, form: str, kind: str) -> None:
    assert (
        verb_forms(infinitive, language, perfective=kind != "future" and form != "обвиняют")[form].kind
        == kind
    )


def test_languages_are_the_files_of_the_folder() -> None:
    assert spoken() == ("en", "ru", "uk")


WORDS = (
    "боевики полиция не атаковали избила двух экологов в Киеве , . «Утро» и что которые 12 человек погибли удар по порту вчера"
    " обвинил Москву отказался встретиться если бы уряд звинуватив атаковано вони її торік"
).split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["ru", "uk"]))
def test_never_raises_and_spans_lie_in_the_text(words: list[str], language: str) -> None:
    text = " ".join(words)
    for one in events(text, [(0, len(text))], (), (), TUESDAY, language):
        for span in (one.actor_span, one.target_span, (one.start, one.end)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
