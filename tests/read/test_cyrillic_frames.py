"""The frames of Russian and Ukrainian reports, each on sentences made up here; the bench's own check of its gold."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from bench.cyrillic import LANGUAGES
from bench.passages import GOLD, load, paired, resolve, score

from rashomon.read.readers.quotes import Plugin
from rashomon.records import Document


def said(text: str, language: str = "ru") -> list[str]:
    """Each attribution as "source | cue | content | speaker | act", pieces joined by " + "."""
    ((reading, _),) = Plugin().read([Document(id="d", text=text, language=language)])
    return [
        " | ".join(
            [
                *(" + ".join(text[s:e] for s, e in part) for part in (a.source, a.cue, a.content)),
                a.speaker.text,
                f"not {a.act}" if a.negated else a.act,
            ]
        )
        for a in reading.attributions
    ]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "ru",
            "«Соль кончилась, — вздохнул повар Егор Лис. — Привезут завтра».",
            "повар Егор Лис | вздохнул | «Соль кончилась + Привезут завтра» | Егор Лис | asserts",
        ),
        (
            "uk",
            "«Сіль скінчилася, — зітхнув кухар Єгор Лис. — Привезуть завтра».",
            "кухар Єгор Лис | зітхнув | «Сіль скінчилася + Привезуть завтра» | Єгор Лис | asserts",
        ),
        (
            "ru",
            "«Пора», — буркнул сторож Егор Лис.",
            "сторож Егор Лис | буркнул | «Пора» | Егор Лис | asserts",
        ),
        (
            "ru",
            "Мэр Анна Лис уехала, заявив, что снег растает.",
            "Мэр Анна Лис | заявив | что снег растает | Анна Лис | asserts",
        ),
        (
            "uk",
            "Мер Анна Лис поїхала, заявивши, що сніг розтане.",
            "Мер Анна Лис | заявивши | що сніг розтане | Анна Лис | asserts",
        ),
        (
            "ru",
            "Егор Лис, директор бани, заявил, что воды нет.",
            "Егор Лис, директор бани | заявил | что воды нет | Егор Лис | asserts",
        ),
        ("ru", "Лис был обвинён в краже.", " | был обвинён | Лис + в краже |  | accuses"),
        ("uk", "Лиса звинувачено в крадіжці.", " | звинувачено | Лиса + в крадіжці |  | accuses"),
        ("ru", "Сообщается, что баня цела.", " | Сообщается | что баня цела |  | asserts"),
        ("uk", "Повідомляється, що лазня ціла.", " | Повідомляється | що лазня ціла |  | asserts"),
        ("ru", "Баня якобы цела.", " | якобы | Баня + цела |  | hearsay"),
        ("ru", "Говорят, что баня цела.", " | Говорят | что баня цела |  | hearsay"),
        (
            "ru",
            "В письме министерства говорится, что баня цела.",
            "письме министерства | говорится | что баня цела | министерства | asserts",
        ),
        (
            "ru",
            "Мэр назвал слухи ложью.",
            "Мэр | назвал | слухи ложью | Мэр | denies",
        ),
        (
            "ru",
            "Мэр возложил на повара ответственность за пожар.",
            "Мэр | возложил + ответственность | на повара + за пожар | Мэр | accuses",
        ),
        (
            "ru",
            "Мэр пообещал поварам купить соль.",
            "Мэр | пообещал | купить соль | Мэр | promises",
        ),
        (
            "uk",
            "Мер пообіцяв кухарям купити сіль.",
            "Мер | пообіцяв | купити сіль | Мер | promises",
        ),
        (
            "ru",
            "Егор Лис рассудил, что баня цела.",
            "Егор Лис | рассудил | что баня цела | Егор Лис | asserts",
        ),
        ("ru", "Егор Лис узнал, что баня цела.", ""),
        ("ru", "В эфире сообщили, что баня цела.", ""),
        (
            "ru",
            "В мэрии от комментариев отказались.",
            "мэрии | от комментариев отказались |  | мэрии | declines",
        ),
        (
            "ru",
            "Полиция не подтвердила слухи о пожаре.",
            "Полиция | не подтвердила | слухи о пожаре | Полиция | not confirms",
        ),
        (
            "ru",
            "Баня сгорела, сообщил «Утру» мэр Егор Лис.",
            "мэр Егор Лис | сообщил | Баня сгорела | Егор Лис | asserts",
        ),
        ("ru", "⚡️Минздрав: лекарства есть", "Минздрав | : | лекарства есть | Минздрав | asserts"),
        ("uk", "❗️Ліки є — МОЗ", "МОЗ | — | Ліки є | МОЗ | asserts"),
        ("ru", "Юрий Лис заявил, что баня цела.", "Юрий Лис | заявил | что баня цела | Юрий Лис | asserts"),
    ],
)
def test_a_frame(language: str, text: str, found: str) -> None:
    assert said(text, language) == ([found] if found else [])


def test_what_someone_said_that_another_said_is_two() -> None:
    outer, inner = said("Повар сообщил, что мэр признал ошибку.")
    assert outer == "Повар | сообщил | что мэр признал ошибку | Повар | asserts"
    assert inner == "мэр | признал | ошибку | мэр | confirms"


def test_two_verbs_of_one_speaker_part_the_contents() -> None:
    first, second = said("Мэр опроверг слухи и потребовал извинений.")
    assert first == "Мэр | опроверг | слухи | Мэр | denies"
    assert second == "Мэр | потребовал | извинений | Мэр | demands"


def test_two_speakers_of_one_verb() -> None:
    (one,) = said("Повар Егор Лис и директор Анна Дым заявили, что баня цела.")
    assert one.startswith("Повар Егор Лис и директор Анна Дым | заявили | ")


def test_citing_beside_a_verb_shares_its_content() -> None:
    found = said("Газета «Утро» со ссылкой на повара пишет, что баня цела.")
    assert sorted(found) == [
        "Газета «Утро» | пишет | что баня цела | Утро | asserts",
        "повара | со ссылкой на | что баня цела | повара | asserts",
    ]


def test_a_forwarded_post_is_its_channel_s() -> None:
    (one,) = said("Переслано от «Банный лист»\nВода есть. Пара нет")
    assert one == "«Банный лист» | Переслано от | Вода есть. Пара нет | Банный лист | asserts"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "Анна Лис вошла в зал. Она заявила, что баня цела.", "Анна Лис"),
        ("ru", "Пришли Анна Лис и Егор Дым. Она заявила, что баня цела.", "Анна Лис"),
        ("uk", "Микола Лис зайшов до зали. Він заявив, що лазня ціла.", "Микола Лис"),
        (
            "ru",
            "Министерство бань Лантарии молчало. Ведомство заявило, что баня цела.",
            "Министерство бань Лантарии",
        ),
        ("ru", "Министр Анна Лис приехала. Позже министр заявила, что баня цела.", "Анна Лис"),
        ("ru", "Пресс-служба порта сообщила о шторме. В порту уточнили, что судно цело.", "порту"),
    ],
)
def test_whom_a_pronoun_or_the_agency_stands_for(language: str, text: str, speaker: str) -> None:
    assert said(text, language)[-1].split(" | ")[3] == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Баню назвали в честь повара."),
        ("ru", "Суд признал повара виновным в краже."),
        ("ru", "Старый закон требует чистоты."),
        ("ru", "Бане угрожает пожар: рядом горит трава."),
        ("ru", "Меню: щи, каша и компот."),
        ("ru", "Баня открыта до мая, пруд — до июня."),
        ("uk", "Лазню назвали на честь кухаря."),
        ("uk", "Суд визнав кухаря винним у крадіжці."),
        ("uk", "Лазня відчинена до травня, ставок — до червня."),
    ],
)
def test_no_one_speaks(language: str, text: str) -> None:
    assert said(text, language) == []


HOSTILE = [
    "якобы ", "обвиняют в ", "Сообщается, что ", "Как сообщил мэр, ", "Переслано от А\n", "«а, — сказал он. — б ",
    "ведомство сообщило. ", "Мэр: а\n", "а — мэр\n", "что, ", "Пётр Лис сказал, что ", " , который ", "мэр и ",
    "со ссылкой на «А» сказал ", "«Да», — буркнул мэр. ", "— ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repetition_costs_no_more_than_its_length(piece: str) -> None:
    begun = time.perf_counter()
    said(piece * (60_000 // len(piece)))
    assert time.perf_counter() - begun < 5


def test_gold_words_that_are_not_there_or_not_alone_are_refused(tmp_path: Path) -> None:
    assert resolve("x", "да и да", "да#2") == (5, 7)
    with pytest.raises(ValueError, match="x: 'да' is 2 times"):
        resolve("x", "да и да", "да")
    row = {"id": "ru-1", "part": "dev", "style": "s", "text": "Тихо.", "attributions": []}
    wrong = {"source": ["Мэр"], "cue": [], "content": [], "speaker": "", "act": "asserts", "negated": False}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({**row, "attributions": [wrong]}), encoding="utf-8")
    with pytest.raises(ValueError, match="ru-1: 'Мэр' is 0 times"):
        load(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_gold_scored_against_itself_is_perfect(language: str) -> None:
    passages = load(GOLD / f"{language}.jsonl")
    assert len(passages) >= 160
    assert sum(not p.said for p in passages) >= 20
    assert len({p.id for p in passages}) == len(passages)
    row = score(passages, {p.id: p.said for p in passages})
    assert [row[k] for k in ("source", "cue", "content", "speaker", "act")] == [100.0] * 5
    # Two that share their content ("citing") are told apart by their cues.
    assert all(g.cue == f.cue for p in passages for g, f in paired(p.said, p.said))
