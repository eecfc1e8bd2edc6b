"""What reports share without being copies: the form of a bulletin, the names of a happening; and what stays a copy."""

from __future__ import annotations

import pytest

from rashomon.group.house import Standing
from rashomon.group.trace import trace
from tests.group.test_roots import doc, found

FORM = (
    "Bulletin of the river service, prepared by Marta Quill at Elm Lock. {} "
    "Marta Quill, river service, Elm Lock and Green Weir."
)
MATTER = (
    "A barge with gravel scraped the sluice and a crew welded the dented plates overnight.",
    "Herons nested on the crane, so painters postponed the scaffolding until chicks had fledged.",
    "Anglers reported dead perch, and chemists bottled samples near the tannery outfall.",
    "Rowers cancelled the regatta because weeds choked the channel beyond the pavilion.",
    "Children built rafts from barrels and a magistrate judged the wettest captain.",
    "Electricians replaced lamps along the towpath after burglars stripped the copper cable.",
    "Dense fog halted excursions, while tourists waited with cocoa inside a boathouse.",
    "An archivist discovered tolls recorded on parchment beneath floorboards of the cottage.",
    "Engineers drained a chamber to grease hinges and recovered three bicycles with a tuba.",
    "Brewers asked permission to draw cooling water, but residents feared for ornamental carp.",
)

REPORTS = {
    "en": (
        "A hot air balloon from Harrow came down on the library of Fenwick late on Sunday. Pilot Rosa Dunn said the burner had "
        "gone out. Firemen from Fenwick brought her passengers down a ladder.",
        "Under the tables of the Fenwick library readers hid when the Harrow balloon cracked the slates. A caretaker led them "
        "through the cellar. Pilot Rosa Dunn apologised to each and signed a plaster cast.",
        "Valves of the Harrow balloon that hit Fenwick had not been serviced since winter, a mechanic told us. Insurers want "
        "receipts from the club. Rosa Dunn, the pilot, has been grounded by aviation inspectors.",
    ),
    "ru": (
        "В Ясногорке под Верхним Логом трамвай врезался в витрину аптеки. Водитель Глеб Сомов сказал, что отказали тормоза. "
        "Пожарные вынесли из вагона двух пассажиров, аптеку закрыли.",
        "Жительница Ясногорки под Верхним Логом осталась без лекарств и собирает осколки флаконов. Соседи принесли ей чай и "
        "фанеру. Водитель Глеб Сомов просил у старушки прощения на коленях.",
        "Механик из Ясногорки под Верхним Логом уверяет, что депо годами не покупало колодки. Накладные он отнёс следователям. "
        "Водитель Глеб Сомов трижды писал рапорт об опасном спуске к реке.",
    ),
}
RETOLD = {
    "en": "On Sunday a hot air balloon from Harrow landed late on the library of Fenwick. The burner went out, said its pilot, "
    "Rosa Dunn. Her passengers were brought down a ladder by firemen from Fenwick.",
    "ru": "Трамвай протаранил витрину аптеки в Ясногорке под Верхним Логом. По словам водителя Глеба Сомова, тормоза "
    "отказали. Двух пассажиров вынесли из вагона пожарные; аптека закрыта.",
}
PADDING = {
    "en": " It is not the first time that we write about such things. More about this later, stay with us tonight.",
    "ru": " Мы уже не первый раз пишем о подобном. Подробности позже, оставайтесь с нами этим вечером.",
}


@pytest.mark.parametrize("source", ["River Service", ""])
def test_ten_bulletins_of_one_form_are_ten_roots(source: str) -> None:
    made = found(*(doc(f"b{n}", FORM.format(one), 24 * n, source=source) for n, one in enumerate(MATTER)))
    assert {id: one.root for id, one in made.items()} == {id: id for id in made}
    assert not any(one.passages for one in made.values())


def test_one_bulletin_printed_elsewhere_is_a_copy_of_that_bulletin() -> None:
    made = found(
        *(doc(f"b{n}", FORM.format(one), 24 * n, source="River Service") for n, one in enumerate(MATTER)),
        doc("echo", FORM.format(MATTER[4]), 300, source="Echo"),
        doc("edited", FORM.format(MATTER[7].replace("discovered", "found")), 301, source="Herald"),
    )
    assert (made["echo"].root, made["edited"].root) == ("b4", "b7")
    assert all(made[f"b{n}"].root == f"b{n}" for n in range(len(MATTER)))


def test_a_text_that_its_outlet_repeats_with_matter_around_it_is_no_form() -> None:
    text = REPORTS["en"][0]
    around = [f"{one} {text}" for one in MATTER[:4]]
    made = found(
        doc("bare", text, 0, source="Wire"),
        *(doc(f"again{n}", one, n + 1, source="Echo") for n, one in enumerate(around)),
    )
    assert {one.root for one in made.values()} == {"bare"}
    standing = Standing()
    for one in (
        doc("bare", text, 0, source="Wire"),
        *(doc(f"a{n}", t, 1, source="Echo") for n, t in enumerate(around)),
    ):
        standing.add(one, trace(one))
    assert standing.words(doc("a", around[0], 1, source="Echo"), trace(doc("a", around[0]))) is None


def test_a_form_is_known_whenever_its_reports_are_added() -> None:
    standing = Standing()
    documents = [doc(f"b{n}", FORM.format(one), n, source="River Service") for n, one in enumerate(MATTER)]
    seen = []
    for one in documents:
        standing.add(one, trace(one))
        seen.append(standing.words(one, trace(one)) is not None)
    assert seen[:2] == [False, False]
    assert all(seen[2:])


@pytest.mark.parametrize("code", REPORTS)
def test_short_reports_that_share_names_and_place_are_roots_of_their_own(code: str) -> None:
    made = found(
        *(doc(f"r{n}", one, n, language=code, source=f"Outlet {n}") for n, one in enumerate(REPORTS[code]))
    )
    assert [made[f"r{n}"].root for n in range(3)] == ["r0", "r1", "r2"]
    assert {one.relation for one in made.values()} == {"original"}


@pytest.mark.parametrize("code", REPORTS)
def test_retellings_and_padded_copies_of_a_short_report_stay_with_it(code: str) -> None:
    text = REPORTS[code][0]
    made = found(
        doc("root", text, 0, language=code, source="Wire"),
        doc("retold", RETOLD[code], 1, language=code, source="Echo"),
        doc("padded", text + PADDING[code], 2, language=code, source="Herald"),
        doc("both", RETOLD[code] + PADDING[code].split(". ")[0] + ".", 3, language=code, source="Post"),
        doc("own", REPORTS[code][2], 4, language=code, source="Courier"),
    )
    assert {made[id].root for id in ("root", "retold", "padded", "both")} == {"root"}
    assert made["retold"].relation == "copy"
    assert made["own"].root == "own"
