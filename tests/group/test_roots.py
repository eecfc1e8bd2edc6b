"""Whose words a report prints: copies however disguised, retellings, translations; and what is no copy though it looks so."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from bench.edits import COPIES
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.group import copies, group
from rashomon.group.copies import Descent, descents
from rashomon.group.trace import trace
from rashomon.group.words import look
from rashomon.records import Document

DAY = datetime(2022, 6, 1, 8, tzinfo=UTC)
BRIDGE = (
    "A road bridge over the river Tamsa collapsed on Sunday evening, and 14 cars fell into the water, governor Ilona Berg "
    "said. Nine people were rescued and two are missing. The bridge was built in 1971 and had been closed to lorries since "
    'May. "There was a bang, then the deck simply folded," said Marek Toll, who was fishing on the bank. Divers will go on '
    "searching until dark. Engineers from the ministry of roads are on their way from Ostrava. The town of Lesko has lost "
    "its only crossing, and its 8,000 residents must now drive 60 kilometres to reach the hospital."
)
OTHER = (
    'Pupils of the school in Lesko were to have crossed the Tamsa on Monday for an excursion. "We counted them three times," '
    "said headmistress Vera Kolar. A survey of 2019, seen by this newspaper, had found 31 cracks in the bridge. The firm "
    "Statik, which wrote it, says that nobody answered. A ferry was promised by the army. Bakers baked at night for the "
    "divers, and the priest opened his house to families who wait."
)
RETOLD = (
    "Fourteen cars dropped into the Tamsa when the road bridge at Lesko gave way on Sunday evening. According to governor "
    "Ilona Berg nine people have been saved while two are still missing. Marek Toll, fishing nearby, heard a bang before the "
    '"deck simply folded". Lorries had been banned since May from the bridge, which dated from 1971. The search by divers '
    "continues until dark, and engineers of the roads ministry are travelling from Ostrava. With the town's only crossing "
    "gone, its 8,000 residents face a drive of 60 kilometres to the hospital."
)
RUSSIAN = (
    "Автомобильный мост через реку Тамса обрушился в воскресенье вечером, в воду упали 14 машин, сообщила губернатор Илона "
    "Берг. Девять человек спасены, двое пропали без вести. Мост построили в 1971 году, с мая он был закрыт для грузовиков. "
    "«Раздался удар, и настил просто сложился», — сказал Марек Толл, рыбачивший на берегу. Водолазы будут искать до темноты. "
    "Инженеры министерства дорог едут из Остравы. Город Леско лишился единственной переправы, и 8 000 его жителей теперь "
    "едут до больницы 60 километров."
)
UKRAINIAN = (
    "Автомобільний міст через річку Тамса обвалився в неділю ввечері, у воду впали 14 машин, повідомила губернаторка Ілона "
    "Берг. Дев'ятьох людей врятували, двоє зникли безвісти. Міст збудували 1971 року, з травня його закрили для вантажівок. "
    "«Пролунав удар, і настил просто склався», — сказав Марек Толл, який рибалив на березі. Водолази шукатимуть до темряви. "
    "Інженери міністерства доріг їдуть з Острави. Місто Леско втратило єдину переправу, і 8 000 його жителів тепер їдуть "
    "до лікарні 60 кілометрів."
)


NOISE = """amber kettle violin lantern meadow copper thimble walnut ribbon anchor saddle pepper marble candle willow basket
feather barrel button cellar garlic hammer jacket ladder mirror needle orchard pocket quarry rocket shovel tunnel umbrella valley
window yellow zipper cotton dragon engine falcon ginger harvest island jungle kitten lemon magnet napkin olive pillow""".split()


def doc(id: str, text: str, hours: float | None = 0, **fields: object) -> Document:
    at = None if hours is None else DAY + timedelta(hours=hours)
    fields.setdefault("language", "en")
    return Document(id=id, text=text, published_at=at, **fields)  # type: ignore[arg-type]


def found(*documents: Document, **options: object) -> dict[str, Descent]:
    return descents([look(one) for one in documents], **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", COPIES)
def test_a_disguised_copy_has_the_root_and_another_report_in_the_same_disguise_has_not(kind: str) -> None:
    words = NOISE
    disguise = COPIES[kind]
    made = found(
        doc("root", BRIDGE, 0, source="Wire"),
        doc("copy", disguise(BRIDGE, "en", random.Random(3), words), 2, source="Echo"),
        doc("own", disguise(OTHER, "en", random.Random(4), words), 3, source="Herald"),
    )
    assert (made["copy"].root, made["copy"].relation) == ("root", "copy")
    assert (made["own"].root, made["own"].relation) == ("own", "original")


def test_a_retelling_that_adds_nothing_counts_with_what_it_retells() -> None:
    made = found(doc("root", BRIDGE, 0, source="Wire"), doc("retold", RETOLD, 3, source="Echo"))
    assert (made["retold"].root, made["retold"].relation, made["retold"].manner) == (
        "root",
        "copy",
        "rewrite",
    )
    assert "nothing of its own" in made["retold"].why


def test_a_retelling_with_a_source_of_its_own_is_a_root() -> None:
    own = (
        ' But Josef Hanak, a truck driver, told us that he crossed it every night: "Nobody ever stopped me, and I was not '
        'the only one." A petition of 2021 with 412 names had asked for repairs, its author Lida Cerna said.'
    )
    text = ". ".join(RETOLD.split(". ")[:3]) + "." + own
    made = found(doc("root", BRIDGE, 0, source="Wire"), doc("more", text, 3, source="Echo"))
    assert made["more"].root == "more"


def test_a_translation_has_the_root_of_the_text_it_translates() -> None:
    made = found(
        doc("en", BRIDGE, 0, source="Wire"),
        doc("ru", RUSSIAN, 2, language="ru", source="Вестник"),
        doc("uk", UKRAINIAN, 3, language="uk", source="Вісник"),
        doc("own", OTHER, 1, source="Herald"),
    )
    assert {made[id].root for id in ("en", "ru", "uk")} == {"en"}
    assert made["ru"].relation == made["uk"].relation == "translation"
    assert "from English" in made["ru"].why
    assert "numbers" in made["ru"].why
    assert made["own"].root == "own"


def test_bulletins_of_two_days_in_the_same_words_are_two_roots() -> None:
    form = (
        "Air defence shot down {} of {} drones over the regions of Borsk, Lomna and Vidra during the night, the general staff "
        "said. Debris fell in {} places. {} people were hurt. The alert lasted for {} hours and {} minutes."
    )
    made = found(
        doc("monday", form.format(17, 21, 4, 3, 5, 12), 0, source="Staff"),
        doc("tuesday", form.format(38, 44, 9, 1, 6, 40), 24, source="Staff"),
        doc("copied", form.format(17, 21, 4, 3, 5, 12), 25, source="Echo"),
    )
    assert made["tuesday"].root == "tuesday"
    assert made["copied"].root == "monday"


def test_lines_that_an_outlet_prints_under_everything_make_no_copies() -> None:
    foot = (
        "\nSubscribe to Tamsa Today, send your pictures to the Tamsa Today desk, and find us in Lesko at 12 Mill Street; "
        "advertisers call 555 0199 between 9 and 17, Tamsa Today is a member of the Press Board of Lesko and Ostrava."
    )
    news = [
        "Hockey: Lesko beat Vidra by 4 to 2 after a slow start.",
        "The library of Lesko stays shut until 3 June, Anna Brod said.",
        "Rain is likely in Ostrava, with 20 degrees at noon on Friday.",
        "A ferry will sail from Monday at 6, captain Filip Novak told us.",
    ]
    made = found(*(doc(f"n{n}", one + foot, n, source="Tamsa Today") for n, one in enumerate(news)))
    assert {one.relation for one in made.values()} == {"original"}


def test_what_is_credited_is_the_root_though_its_copy_bears_an_earlier_date() -> None:
    made = found(
        doc("wire", BRIDGE, 5, source="Delta News Agency"),
        doc("early", BRIDGE.replace("Nine", "9") + "\nSource: Delta News Agency", 1, source="Echo"),
        doc("hidden", BRIDGE.replace("Nine", "9").replace("bang", "crash"), 2, source="Gazette"),
    )
    assert {one.root for one in made.values()} == {"wire"}
    assert "one of the two dates is wrong" in made["early"].why


def test_a_date_after_the_fetch_or_none_makes_no_root() -> None:
    made = found(
        doc("late", BRIDGE, 6, source="Wire"),
        doc("future", BRIDGE + " ", -900, source="Echo", fetched_at=DAY - timedelta(days=90)),
        doc("undated", BRIDGE, None, source="Gazette"),
    )
    assert made["undated"].root == made["late"].root == "late"
    assert made["future"].root == "late"
    assert "not believed" in made["future"].why


def test_forwards_of_a_few_words_share_the_origin() -> None:
    made = found(
        doc("origin", "Smoke over Lesko.", 3, source="Gull"),
        doc("one", "Smoke over Lesko.", 1, source="A", forwarded_from="Gull"),
        doc("two", "Smoke over Lesko.", 2, source="B", forwarded_from="@gull"),
        doc("own", "Smoke over Lesko.", 1, source="C"),
    )
    assert made["one"].root == made["two"].root == "origin"
    assert made["one"].relation == "forward"
    assert made["own"].root == "own"


def test_outlets_of_one_owner_are_one_root_for_text_that_is_near() -> None:
    parts = BRIDGE.split(". ")
    near = (
        f"{'. '.join(parts[:3])}. Our reporter Jana Holub found Lesko without bread on Monday. Two buses were stuck on the "
        "eastern bank. Drivers slept in the sports hall, where the mayor, Karel Simek, handed out 90 blankets at midnight."
    )
    documents = (
        doc("a", BRIDGE, 0, source="Alpha"),
        doc("b", near, 3, source="Beta"),
        doc("c", OTHER, 1, source="Gamma"),
    )
    apart, joined = found(*documents), found(*documents, owners={"House of News": ("Alpha", "beta")})
    assert apart["b"].root == "b"
    assert joined["b"].root == "a"
    assert "owned by House of News" in joined["b"].why
    assert joined["c"].root == "c"


def test_a_known_owner_is_found_by_name_or_site() -> None:
    from rashomon.group.owners import Owners

    owners = Owners()
    assert (
        owners.of(doc("a", "x", source="www.mirror.co.uk"))
        == owners.of(doc("b", "x", source="Daily Express"))
        != ""
    )
    assert owners.of(doc("c", "x", url="https://sport.bild.de/1")) == "Axel Springer"
    assert owners.of(doc("d", "x", source="Lesko Herald")) == ""


def test_nothing_and_single_words_have_only_themselves() -> None:
    made = found(
        doc("a", ""), doc("b", " \n"), doc("c", "Fire!"), doc("d", "Fire!"), doc("e", "\u200b\u200b")
    )
    assert all(one.root == id and one.relation == "original" for id, one in made.items())


def test_a_script_without_blanks_has_copies_too() -> None:
    text = "塔姆萨河上的公路桥于周日晚间倒塌。州长贝格说，十四辆汽车落水，九人获救，两人失踪。这座桥建于一九七一年。"
    made = found(doc("a", text, language="zh"), doc("b", text.replace("两人", "三人"), 2, language="zh"))
    assert made["b"].root == "a"


def test_a_long_document_and_its_copy() -> None:
    chance = random.Random(5)
    words = (BRIDGE + OTHER).split()
    text = " ".join(chance.choice(words) for _ in range(60_000))
    made = found(
        doc("long", text, 0),
        doc("copy", text.replace("Sunday", "Monday"), 1),
        doc("part", text[4_000:9_000], 2),
    )
    assert {one.root for one in made.values()} == {"long"}
    assert made["part"].manner == "cut"


def test_a_flood_of_noisy_copies_is_one_root_and_few_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    words = NOISE
    many = 600
    compared = 0
    real = copies.compare

    def counted(*arguments: object, **options: object) -> object:
        nonlocal compared
        compared += 1
        return real(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(copies, "compare", counted)
    post = BRIDGE[:330]
    made = found(
        *(doc(f"p{n:04}", COPIES["synonyms everywhere"](post, "en", random.Random(n), words), n / 60, source=f"s{n}") for n in range(many)),
        *(doc(f"q{n:04}", post, 1 + n / 60, source=f"t{n}") for n in range(many)),
    )  # fmt: skip
    assert {one.root for one in made.values()} == {"p0000"}
    assert compared <= many * copies.PARTNERS


TEXTS = st.sampled_from(
    [
        BRIDGE,
        OTHER,
        RETOLD,
        RUSSIAN,
        UKRAINIAN,
        BRIDGE[:200],
        BRIDGE[:300] + OTHER[:300],
        OTHER[:90],
        "Fire!",
        "",
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(
        st.tuples(
            TEXTS,
            st.one_of(st.none(), st.integers(0, 3)),
            st.sampled_from(["", "Wire", "Echo", "Gull"]),
            st.sampled_from(["", "", "", "Wire", "Gull"]),
            st.sampled_from(["", "", "https://e.example/1", "https://e.example/2"]),
        ),
        min_size=1,
        max_size=9,
    ),
    seed=st.integers(0, 99),
)
def test_order_changes_nothing_and_every_root_is_its_own(
    rows: list[tuple[str, int | None, str, str, str]], seed: int
) -> None:
    documents = [
        doc(f"d{n}", text, hours, source=source, forwarded_from=origin, url=url)
        for n, (text, hours, source, origin, url) in enumerate(rows)
    ]
    made = found(*documents)
    mixed = documents[:]
    random.Random(seed).shuffle(mixed)
    assert found(*mixed) == made
    assert found(*mixed, traces={one.id: trace(one) for one in mixed}) == made
    by_id = {one.id: one for one in documents}
    for id, one in made.items():
        assert made[one.root].root == one.root
        for passage in one.passages:
            assert 0 <= passage.start < passage.end <= len(by_id[id].text)
        ends = [passage.end for passage in one.passages]
        assert all(end <= after.start for end, after in zip(ends, one.passages[1:], strict=False))
    assert {member.document_id for story in group(documents) for member in story.members} == set(by_id)
