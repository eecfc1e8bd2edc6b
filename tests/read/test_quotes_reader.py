"""The light reader on Russian, Ukrainian and other texts made up here: invented people, ports and papers."""

from __future__ import annotations

import re
import time
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rashomon import registry
from rashomon.read.quotes import paragraphs
from rashomon.read.readers._light.marks import quoted
from rashomon.read.readers.quotes import Plugin, by_letters
from rashomon.read.sentences import sentences
from rashomon.records import Document, Issue, Reading


class Said(NamedTuple):
    source: str
    cue: str
    content: tuple[str, ...]
    speaker: str
    act: str
    form: str
    negated: bool


def read(text: str, language: str = "ru", title: str = "") -> tuple[Reading, tuple[Issue, ...]]:
    (result,) = Plugin().read([Document(id="d1", text=text, language=language, title=title)])
    return result


def said(text: str, language: str = "ru", title: str = "") -> list[Said]:
    return [
        Said(
            " + ".join(text[s:e] for s, e in a.source),
            " + ".join(text[s:e] for s, e in a.cue),
            tuple(text[s:e] for s, e in a.content),
            a.speaker.text,
            a.act,
            a.form,
            a.negated,
        )
        for a in read(text, language, title)[0].attributions
    ]


@pytest.mark.parametrize(
    ("language", "marked", "speaker", "act"),
    [
        ("ru", "[Мэр Заречья Анна Лис] {заявила}, <что порт открыт>.", "Анна Лис", "asserts"),
        ("ru", "[Пётр Громов] вчера {опроверг} <слухи о взрыве>.", "Пётр Громов", "denies"),
        ("ru", "[Варшава] {обвинила} <Минск в поджоге>.", "Варшава", "accuses"),
        ("ru", "[Министр] {пообещал} <открыть мост>.", "Министр", "promises"),
        ("ru", "[Профсоюз «Причал»] {потребовал} <закрыть порт>.", "Причал", "demands"),
        ("ru", "[Пётр Громов] {пригрозил} <уволить всех>.", "Пётр Громов", "threatens"),
        ("ru", "[Эксперты] {усомнились} <в этой версии>.", "Эксперты", "doubts"),
        ("ru", "В [МИД Польши] {отказались комментировать} <отчёт>.", "МИД Польши", "declines"),
        ("ru", "[Полиция] {подтвердила}, <что склад сгорел>.", "Полиция", "confirms"),
        ("ru", "{По словам} [Анны Лис], <порт открыт>.", "Анны Лис", "asserts"),
        ("ru", "{По мнению} [экспертов], <склад подожгли>.", "экспертов", "believes"),
        ("ru", "Как {сообщил} [Пётр Громов], <порт открыт>.", "Пётр Громов", "asserts"),
        ("ru", "<Порт открыт>, {сообщает} [газета «Утро»].", "Утро", "asserts"),
        ("ru", "[Громов], отвечая на вопрос, {сказал}, <что порт открыт>.", "Громов", "asserts"),
        ("uk", "[Мер Заріччя Ганна Лис] {заявила}, <що порт відкрито>.", "Ганна Лис", "asserts"),
        ("uk", "[Петро Громов] {спростував} <чутки про вибух>.", "Петро Громов", "denies"),
        ("uk", "[Варшава] {звинуватила} <Мінськ у підпалі>.", "Варшава", "accuses"),
        ("uk", "У [МЗС Польщі] {відмовилися коментувати} <звіт>.", "МЗС Польщі", "declines"),
        ("uk", "{За словами} [Ганни Лис], <порт відкрито>.", "Ганни Лис", "asserts"),
        ("uk", "{За даними} [поліції], <ніхто не загинув>.", "поліції", "asserts"),
        ("uk", "[Експерти] {засумнівалися} <в цій версії>.", "Експерти", "doubts"),
        ("uk", "Як {повідомив} [Петро Громов], <порт відкрито>.", "Петро Громов", "asserts"),
        ("uk", "[Міністр] частково {спростував} <цю заяву>.", "Міністр", "partly_denies"),
    ],
)
def test_reported_speech(language: str, marked: str, speaker: str, act: str) -> None:
    """Each row marks its [source], {cue} and <content>."""
    source, cue, content = (re.search(p, marked) for p in (r"\[(.+)\]", r"\{(.+)\}", r"<(.+)>"))
    assert source and cue and content
    (one,) = said(re.sub(r"[\[\]{}<>]", "", marked), language)
    assert (one.source, one.cue, one.content) == (source[1], cue[1], (content[1],))
    assert (one.speaker, one.act, one.form, one.negated) == (speaker, act, "indirect", False)


def test_who_reports_and_whom_it_cites_both_speak() -> None:
    cited, reporting = sorted(
        said("Порт открыт, передаёт канал со ссылкой на полицию."), key=lambda s: s.cue, reverse=True
    )
    assert (cited.source, cited.cue, cited.content) == ("полицию", "со ссылкой на", ("Порт открыт",))
    assert (reporting.source, reporting.cue, reporting.content) == ("канал", "передаёт", ("Порт открыт",))


def test_the_cue_s_own_negation() -> None:
    (one,) = said("Полиция не подтвердила, что склад сгорел.")
    assert (one.act, one.negated) == ("confirms", True)


def test_a_quote_around_its_speaker() -> None:
    (one,) = said("«Порт будет работать», — сказала мэр Анна Лис в среду. «Мы не уйдём».")
    assert one.content == ("«Порт будет работать»", "«Мы не уйдём»")
    assert (one.source, one.speaker, one.form) == ("мэр Анна Лис", "Анна Лис", "direct")


@pytest.mark.parametrize(
    "text",
    [
        "Анна Лис сказала: «Порт будет работать».",
        "Анна Лис сказала: „Порт будет работать“.",
        "Анна Лис сказала: “Порт будет работать”.",
        'Анна Лис сказала: "Порт будет работать".',
    ],
)
def test_marks_of_every_kind(text: str) -> None:
    (one,) = said(text)
    assert one.content[0][1:-1] == "Порт будет работать"
    assert (one.speaker, one.form) == ("Анна Лис", "direct")


def test_a_quote_inside_reported_words_is_mixed() -> None:
    (one,) = said("Анна Лис заявила, что порт «ни при каких условиях» не закроют.")
    assert (one.content, one.form) == (("что порт «ни при каких условиях» не закроют",), "mixed")


def test_dialogue_with_dashes() -> None:
    first, second = said(
        "— Мы ушли ночью, — сказал Пётр Громов, — и не жалеем.\n— А дети? — спросила Анна Лис."
    )
    assert first.content == ("Мы ушли ночью", "и не жалеем")
    assert (first.speaker, first.form) == ("Пётр Громов", "direct")
    assert (second.content, second.speaker, second.act) == (("А дети?",), "Анна Лис", "asks")


def test_headlines_with_a_colon_and_with_a_dash() -> None:
    (colon,) = said("Громов: порт откроют\n\nВчера был дождь.")
    assert (colon.source, colon.cue, colon.content) == ("Громов", ":", ("порт откроют",))
    (dash,) = said("Порт откроют — мэр Лис\n\nВчера был дождь.")
    assert (dash.source, dash.cue, dash.content, dash.speaker) == ("мэр Лис", "—", ("Порт откроют",), "Лис")


def test_a_colon_in_the_text_is_no_headline() -> None:
    assert said("Вчера был дождь.\n\nПогода: дождь и ветер.", title="Другое") == []


def test_this_points_back_at_the_sentence_before() -> None:
    (one,) = said("Порт закрыт из-за шторма. Об этом сообщил Пётр Громов.")
    assert (one.content, one.source) == (("Порт закрыт из-за шторма.",), "Пётр Громов")


def test_pronouns_surnames_and_cases_find_the_name() -> None:
    text = (
        "Мэр Анна Лис заявила, что порт открыт. По её словам, ущерба нет. Пётр Громов сообщил, что склад "
        "цел. Он добавил, что охрана на месте. По словам Громова, ворота закрыты."
    )
    assert [s.speaker for s in said(text)] == [
        "Анна Лис",
        "Анна Лис",
        "Пётр Громов",
        "Пётр Громов",
        "Пётр Громов",
    ]


def test_words_of_saying_inside_a_quote_belong_to_it() -> None:
    (one,) = said("«Он сказал, что порт закрыт», — заявила Анна Лис.")
    assert one.speaker == "Анна Лис"


def test_handing_over_papers_says_nothing() -> None:
    assert said("Полиция передала документы в суд.") == []


def test_mentions_of_states_places_people_and_bodies() -> None:
    text = (
        "В Москве Анна Лис встретила посла Польши. Потом министерство обороны России и газета «Утро» молчали."
    )
    got = {m.text: m.kind for m in read(text)[0].mentions}
    assert got == {
        "Москве": "place",
        "Анна Лис": "person",
        "Польши": "state",
        "министерство обороны России": "organisation",
        "Утро": "organisation",
    }


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "А. С. Громов жил на ул. Садовой в 1990 г. вместе с братом. Потом уехал."
    found = read(text)[0].sentences
    assert [text[s:e] for s, e in found][1] == "Потом уехал."
    assert len(found) == 2


def test_a_full_stop_inside_a_quote_ends_no_sentence() -> None:
    text = "«Мы ушли. Было темно», — сказала она. Потом рассвело."
    assert len(sentences(text, quoted(text))) == 2


def test_other_languages_read_only_a_quote_beside_one_full_name() -> None:
    text = "„Wir haben mit der Sache nichts zu tun“, sagte Olaf Brandmeier am Montag."
    (one,) = said(text, "de")
    assert (one.source, one.cue, one.speaker, one.form) == (
        "Olaf Brandmeier",
        "sagte",
        "Olaf Brandmeier",
        "direct",
    )
    (ahead,) = said("Le maire Jean Dupuis a déclaré : « Nous ne savons rien de cela ».", "fr")
    assert (ahead.source, ahead.cue) == ("Jean Dupuis", "a déclaré")
    assert said("„Wir haben mit der Sache nichts zu tun“, hieß es. Olaf Brandmeier schwieg.", "de") == []
    assert said("Olaf Brandmeier sagte, er habe mit der Sache nichts zu tun.", "de") == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "Russian"), ("uk", "Ukrainian"), ("de", "'de'"), ("", "not known")],
)
def test_the_note_says_what_was_left_unread(language: str, words: str) -> None:
    reading, issues = read("Łuk Żur.", language)
    (issue,) = issues
    assert (issue.code, issue.severity, issue.stage, issue.subject) == ("read_in_part", "note", "read", "d1")
    assert words in issue.reason
    assert (reading.reader, reading.language) == ("quotes", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Мэр сообщил, что порт открыт и что склад цел.", "ru"),
        ("Мер повідомив, що порт відкрито і склад цілий.", "uk"),
        ("Кметът каза, че пристанището е отворено и ще работи.", ""),
        ("Nothing here.", ""),
    ],
)
def test_a_language_by_its_letters_and_small_words(text: str, language: str) -> None:
    assert by_letters(text) == language


def test_a_language_tag_with_a_country_and_a_guessed_language() -> None:
    assert read("Мэр молчит.", "ru-RU")[0].language == "ru"
    text = "Der Bürgermeister hat gestern mit der Feuerwehr über den Brand im Hafen gesprochen."
    assert read(text, "")[0].language == "de"


def test_the_registry_finds_it() -> None:
    assert set(registry.load("read.readers", "quotes").languages) >= {"ru", "uk"}


RUSSIAN = (
    "сказал заявив что, что: Анна Лис По словам За даними не как Об этом его назвал отказался комментировать"
)
MARKS = [
    "«",
    "»",
    "„",
    "“",
    '"',
    "—",
    ".",
    ",",
    "!",
    "؟",
    "(",
    ")",
    "\n",
    "\n\n",
    "王",
    "\u0301",
    "\ud800",
    "",
]
ODD = st.lists(st.sampled_from([*RUSSIAN.split(), *MARKS]), max_size=60)


@settings(max_examples=200, deadline=None)
@given(ODD, st.sampled_from(["ru", "uk", "de", "", "xx"]))
@example(["назвал", "«", "»", "сказал"], "ru")
def test_odd_text_never_raises_and_spans_stay_inside(words: list[str], language: str) -> None:
    text = " ".join(words)
    reading, _ = read(text, language)
    for start, end in reading.sentences:
        assert 0 <= start < end <= len(text)
    for m in reading.mentions:
        assert text[m.start : m.end] == m.text != ""
    for a in reading.attributions:
        assert a.content or a.act == "declines"
        for start, end in (*a.source, *a.cue, *a.content):
            assert 0 <= start < end <= len(text)
        assert a.speaker.text in text


@pytest.mark.parametrize("piece", ["«", "сказал ", "А. ", '"а ', "По словам ", "«а б в» — сказал Пётр Лис. "])
def test_hostile_repetition_costs_no_more_than_its_length(piece: str) -> None:
    begun = time.perf_counter()
    read(piece * (60_000 // len(piece)))
    assert time.perf_counter() - begun < 5


def test_lines_wrapped_wide_are_one_paragraph_and_headlines_are_not() -> None:
    wide = (
        "The institute, which follows the war from afar, assessed on Wednesday evening that the army had quite likely\n"
        "staged the flight over the capital to bring the war home to those who stayed there and to set the ground for a\n"
        "wider call-up of men who had so far been spared, and argued that two machines could hardly have passed all of\n"
        "the many layers of guns and radars that stand around the city without having been seen by any of their crews.\n\n"
        "It gave no proof."
    )
    assert len(paragraphs(wide)) == 2
    heads = "\n".join(
        f"The mayor of town number {n} says that its bridge will stay closed this month" for n in range(9)
    )
    assert len(paragraphs(heads)) in {1, 9}
    assert (
        len(paragraphs(heads.replace("The mayor", "A very long-serving and well-known mayor of this county")))
        == 9
    )
