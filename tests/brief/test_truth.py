"""“Is it true?”: the judgement and its confidence apart, rivals, grounds, turns, views; and what cannot be judged yet."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest

from rashomon import registry
from rashomon.assess import scale
from rashomon.brief import chance, compose
from rashomon.brief.cite import sentences
from rashomon.brief.lint import check
from rashomon.claim import claim
from rashomon.link import link
from rashomon.records import (
    AnalystView,
    Assessment,
    Attribution,
    Brief,
    Claim,
    Coverage,
    Document,
    Evidence,
    Gap,
    Grade,
    Hypothesis,
    Membership,
    Moment,
    Reading,
    Section,
    Sentence,
    Span,
    Speaker,
    Spoken,
    Story,
    Weighed,
)

DAY = datetime(2024, 3, 1, 8, tzinfo=UTC)
NOW = datetime(2024, 4, 1, tzinfo=UTC)
REPORTS = [
    ("Peru", "says", "Chile sank the ferry Amaru off Arica", "asserts", "Peru says that Chile sank the ferry Amaru off Arica."),
    ("Chile", "denies", "its navy sank the ferry Amaru off Arica", "denies", "Chile denies that its navy sank the ferry Amaru off Arica."),
    ("Harbour master Ines Rojas", "said", "a boiler burst below deck", "asserts", "Harbour master Ines Rojas said that a boiler burst below deck."),
]  # fmt: skip


def records(evil: str = "") -> tuple[Story, list[Document], list[Reading], tuple[Claim, ...]]:
    docs, readings, members = [], [], []
    for number, (source, cue, content, act, text) in enumerate(REPORTS):
        body = f"{text} {evil}".strip()
        s, c, at = body.index(source), body.index(cue), body.index(content)
        found = Attribution(
            source=((s, s + len(source)),), cue=((c, c + len(cue)),), content=((at, at + len(content)),),
            speaker=Speaker(text=source), act=act,
        )  # fmt: skip
        name = f"d{number}"
        docs.append(
            Document(id=name, text=body, source="The Quay", published_at=DAY + timedelta(days=number))
        )
        readings.append(
            Reading(document_id=name, reader="t", attributions=(found,), sentences=((0, len(text)),))
        )
        members.append(Membership(document_id=name, story_id="s", root_id=name, relation="original"))
    story = Story(id="s", title="t", members=tuple(members))
    linked = link(docs, readings)
    return story, docs, list(linked.readings), claim([story], docs, linked.readings, linked.entities)


def span(docs: list[Document], number: int, quote: str) -> Span:
    start = docs[number].text.index(quote)
    return Span(document_id=docs[number].id, start=start, end=start + len(quote), quote=quote)


def assessed(of: Claim, docs: list[Document]) -> Assessment:
    """A judged claim with everything a judgement can have."""
    denied, other = span(docs, 1, REPORTS[1][4]), span(docs, 2, REPORTS[2][4])

    def hypothesis(kind: str, text: str, holds: bool | None, **more: object) -> Hypothesis:
        return Hypothesis(id=kind, claim_id=of.id, kind=kind, text=text, holds=holds, **more)  # type: ignore[arg-type]

    def item(name: str, at: Span, day: int, *grades: Grade, word: str = "") -> Evidence:
        return Evidence(
            id=name, claim_id=of.id, kind="statement", text=at.quote, spans=(at,), source=name, name=name,
            at=DAY + timedelta(days=day), word=word, grades=grades or (Grade(deceiver="yes"),),  # type: ignore[arg-type]
        )  # fmt: skip

    ann = Grade(by="Ann Lee", at=NOW, reliability="B", credibility="2", why=("She <b>was</b> there",))
    return Assessment(
        claim_id=of.id,
        status="disputed",
        likelihood=0.3,
        word="unlikely",
        confidence="low",
        confidence_why=("no source has a record here", "it hangs on one item"),
        hypotheses=(
            hypothesis("as_claimed", of.text, True, by=("Peru",), spans=(of.members[0].content[0],)),
            hypothesis("denied", REPORTS[1][2], False, by=("Chile",), spans=(denied,)),
            hypothesis("mistake", f"Those who say so are honestly mistaken: “{of.text}”.", False, standing=True),
            hypothesis("given", "A <i>test</i> went wrong", None, added_by="Bo"),
        ),
        shares=(("as_claimed", 0.25), ("denied", 0.5), ("mistake", 0.15), ("given", 0.1)),
        evidence=(
            item("Peru", of.members[0].span, 0, word="asserts"),
            item("Chile", denied, 1, word="denies"),
            item("Ines Rojas", other, 2, Grade(), ann),
            Evidence(id="none", claim_id=of.id, kind="absence", text="Nobody else confirmed it in 3 reports.", grades=(Grade(),)),
        ),
        weighed=(
            Weighed(evidence_id="Peru", log_odds=0.4, diagnostic=0.5, without=0.24),
            Weighed(evidence_id="Chile", log_odds=-0.1, diagnostic=0.2, without=0.32),
            Weighed(evidence_id="Ines Rojas", log_odds=-1.4, diagnostic=1.5, without=0.62),
            Weighed(evidence_id="none", log_odds=-0.1, diagnostic=0.2, without=0.32, counted_under="Chile", why="the same point once more"),
        ),
        gaps=(Gap(text="The ferry’s log.", kind="record", move=0.2),),
        history=(
            Moment(at=DAY, likelihood=None, evidence=("Peru",)),
            Moment(at=DAY + timedelta(days=1), likelihood=0.62, evidence=("Chile",)),
            Moment(at=DAY + timedelta(days=2), likelihood=0.3, evidence=("Ines Rojas", "none")),
        ),
        beneficiary="Peru",
    )  # fmt: skip


def brief(evil: str = "", **changes: object) -> Brief:
    story, docs, readings, claims = records(evil)
    leading = next(one for one in claims if "sank the ferry" in one.text)
    judged = replace(assessed(leading, docs), **changes)  # type: ignore[arg-type]
    others = [
        Assessment(claim_id=one.id, status="uncontested", unjudged="All that bears on it goes back to one source.", as_of=judged.as_of)
        for one in claims
        if one is not leading
    ]  # fmt: skip
    return compose(story, docs, readings, [], claims, [judged, *others], now=NOW)


def parts(made: Brief) -> dict[str, Section]:
    (true,) = [one for one in made.sections if one.key == "true"]
    return {
        one.key: one for one in [true, *true.parts, *(inner for part in true.parts for inner in part.parts)]
    }


def texts(section: Section) -> list[str]:
    return [one.text for one in section.sentences]


def test_the_judgement_is_no_fact_and_its_confidence_stands_apart() -> None:
    made = brief()
    likelihood, confidence = parts(made)["true-1"].sentences
    assert likelihood.text == (
        "Peru says: ‹Chile sank the ferry Amaru off Arica›, as The Quay words it. It is unlikely that this is so."
    )
    assert (likelihood.mark, likelihood.likelihood) == ("likelihood", 0.3) and likelihood.spans
    assert confidence.mark == "confidence"
    assert confidence.text == "Low confidence: no source has a record here; it hangs on one item."
    assert check(made) == ()
    (glance,) = [one for one in made.sections if one.key == "glance"]
    assert [one.text for one in glance.sentences if one.mark == "likelihood"] == [likelihood.text]


def test_rivals_stand_with_who_puts_them_forward_the_likeliest_first() -> None:
    table = parts(brief())["true-1-rivals"].table
    assert table is not None
    rows = [[cell.text for cell in row] for row in table.rows]
    assert [row[-1] for row in rows] == ["Roughly even chance", "Unlikely", "Very unlikely", "Very unlikely"]
    assert rows[0][0].startswith("Not so. ") and "its navy sank the ferry" in rows[0][0]
    assert [row[1] for row in rows] == ["Chile", "Peru", "Nobody", "Bo"]
    assert [row[2] for row in rows] == ["Does not hold", "Holds", "Does not hold", "Open"]
    assert rows[2][0] == "Those who say so are honestly mistaken."
    assert rows[3][0] == "“A <i>test</i> went wrong”"


def test_what_speaks_for_and_against_is_graded_and_copies_count_once() -> None:
    lines = parts(brief())["true-1-evidence"].sentences
    assert [(one.mark, one.text.split("‹")[-1][:14]) for one in lines] == [
        ("for", "Peru says that"), ("against", "Harbour master"), ("against", "Chile denies t"),
    ]  # fmt: skip
    details = {one.mark + one.text[-20:]: [inner.text for inner in one.detail] for one in lines}
    assert any(
        "Statement, F6" in told and "A deceiver would produce it too" in told for told in details.values()
    )
    assert any(
        "Ann Lee grades it B2 on 1 April 2024: She <b>was</b> there" in told for told in details.values()
    )
    assert any("1 more item counts with it as one" in told for told in details.values())
    key = " ".join(texts(parts(brief())["true-grades"]))
    assert "F: not checked often enough to say" in key and "B: mostly right" in key and "A:" not in key


def test_one_sentence_that_is_an_item_for_two_parties_is_printed_once() -> None:
    _, docs, _, claims = records()
    one = assessed(claims[0], docs)
    twin = replace(one.evidence[0], id="twin", source="Bolivia", name="Bolivia")
    more = Weighed(evidence_id="twin", log_odds=0.3, diagnostic=0.5, without=0.25)
    lines = parts(brief(evidence=(*one.evidence, twin), weighed=(*one.weighed, more)))[
        "true-1-evidence"
    ].sentences
    assert [line.mark for line in lines] == ["for", "against", "against", "more"]
    assert lines[-1].text == "1 more item of less weight."


def test_an_item_that_favours_an_open_explanation_a_little_speaks_for_nobody() -> None:
    _, docs, _, claims = records()
    one = assessed(claims[0], docs)
    aside = replace(one.evidence[0], id="aside", word="", spans=(span(docs, 2, "a boiler burst"),))
    aside = replace(aside, grades=(Grade(consistency=(("given", "consistent"),)),))
    for log_odds, told in ((0.1, 1), (0.5, 2)):
        more = Weighed(evidence_id="aside", log_odds=log_odds, diagnostic=0.5, without=0.25)
        made = brief(evidence=(*one.evidence, aside), weighed=(*one.weighed, more))
        assert sum(line.mark == "for" for line in parts(made)["true-1-evidence"].sentences) == told


def test_it_says_what_it_hangs_on_what_is_missing_and_who_gains() -> None:
    hangs, gap, gains = parts(brief())["true-1-hangs"].sentences
    assert "a boiler burst below deck" in hangs.text and hangs.text.endswith(
        "Without it: it is likely that this is so."
    )
    assert (gap.mark, gap.text) == ("gap", "The ferry’s log.")
    assert gains.text == "Peru gains if it is believed: a known interest, and no proof of a motive."


def test_where_no_item_changes_the_word_it_hangs_on_none() -> None:
    steady = tuple(
        Weighed(evidence_id=one, log_odds=0.1, diagnostic=0.1, without=0.31) for one in ("Peru", "Chile")
    )
    (first, *_) = texts(parts(brief(weighed=steady))["true-1-hangs"])
    assert first == "No single item changes this judgement: it hangs on none."


def test_the_turns_of_the_view_tell_what_came_in() -> None:
    first, second, third = texts(parts(brief())["true-1-turns"])
    assert first == "1 March 2024, 08:00 UTC: it could not be judged yet."
    assert second.startswith(
        "2 March 2024, 08:00 UTC: it is likely that this is so. This came in: The Quay reports"
    )
    assert "it is unlikely" in third and "boiler" in third
    assert "true-1-turns" not in parts(brief(history=(Moment(at=DAY, likelihood=0.3, evidence=("Peru",)),)))


def test_views_of_two_analysts_stand_both_with_what_they_did() -> None:
    views = (
        AnalystView(by="", likelihood=0.3),
        AnalystView(by="Ann Lee", likelihood=0.7),
        AnalystView(by="Bo", likelihood=None),
    )
    spoken = (Spoken(by="Bo", at=NOW, act="drop", text="It was a <u>mine</u>", why="no mines there"),)
    made = brief(views=views, spoken=spoken)
    told = texts(parts(made)["true-1-views"])
    assert told == [
        "Bo left out the explanation “It was a <u>mine</u>” on 1 April 2024, 00:00 UTC: no mines there.",
        "With the program’s own grades: it is unlikely that this is so.",
        "With the grades of Ann Lee: it is likely that this is so.",
        "With the grades of Bo: it cannot be judged.",
        "The judgement above is the mean of the views of Ann Lee and Bo.",
    ]
    assert check(made) == ()
    assert "true-1-views" not in parts(brief())


def test_what_cannot_be_judged_says_so_with_the_reason_and_no_word() -> None:
    made = brief(
        likelihood=None,
        word="",
        confidence=None,
        shares=(),
        unjudged="Nothing collected tells the explanations apart.",
    )
    found = parts(made)
    assert texts(found["true"])[0].startswith("None of the 2 main claims can be judged yet")
    table = found["true-others"].table
    assert table is not None
    cells = {(row[-1].text, row[-1].basis) for row in table.rows}
    assert ("Cannot be judged yet", "nothing collected tells the explanations apart") in cells
    assert not [one for one in sentences(made) if one.mark == "likelihood"]
    assert check(made) == ()


def test_a_brief_as_of_a_day_says_so_at_the_top_and_at_the_judgement() -> None:
    made = brief(as_of=DAY + timedelta(days=1))
    told = "Judged as of 2 March 2024, 08:00 UTC: nothing published later was weighed."
    assert told in texts(parts(made)["true"])
    assert told in [one.text for one in made.sections[0].sentences]
    assert told not in [one.text for one in sentences(brief())]


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_figures_stand_beside_the_words_on_demand_only(form: str) -> None:
    exporter = registry.load("brief.exporters", form)
    (plain,) = exporter.export([brief()], Coverage(), context=20).values()
    (figures,) = exporter.export([brief()], Coverage(), context=20, numbers=True).values()
    assert "(about 30 %)" in figures and "(about 30 %)" not in plain
    assert ('title="about 30 %"' in plain) == (form == "html")


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]


def test_hostile_words_of_reports_and_of_people_stay_text() -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    made = brief(evil, spoken=(Spoken(by=evil, at=NOW, act="add", text=evil, why=evil),), unjudged="")
    (page,) = registry.load("brief.exporters", "html").export([made], Coverage(), context=400).values()
    tags = Tags()
    tags.feed(page)
    assert not {"script", "img", "b", "i", "u"} & set(tags.seen)
    assert "&lt;script&gt;" in page and "&lt;i&gt;test&lt;/i&gt;" in page
    (text,) = registry.load("brief.exporters", "markdown").export([made], Coverage(), context=400).values()
    assert not re.search(r"(?<!\\)<(?:script|i|b|u|img)\b", text)


def test_the_page_words_a_probability_as_the_scale_does() -> None:
    for step in range(1001):
        p = step / 1000
        assert chance.word(p) == scale.word(p) and chance.figure(p) == scale.as_percent(p)
    assert chance.that(0.02, "so") == "There is almost no chance that so"
    assert chance.that(0.5, "so") == "There is a roughly even chance that so"
    assert chance.that(0.97, "so") == "It is almost certain that so"


def test_of_one_charge_in_several_wordings_the_first_is_told_in_full() -> None:
    from rashomon.brief.judged import verdict
    from rashomon.brief.material import Material

    story, docs, readings, claims = records()
    first, second = claims[0], claims[1]
    both = [assessed(first, docs), replace(assessed(first, docs), claim_id=second.id)]
    material = Material.of(
        story, documents=docs, readings=readings, entities=[], claims=claims, assessments=both
    )
    assert len(verdict.in_full(material)) == 1


def test_a_line_without_its_word_is_left_as_it_is() -> None:
    from rashomon.brief.exporters._page import Page

    line = Sentence(text="Nothing of the scale here.", basis="none", likelihood=0.3)
    assert [one.kind for one in Page(brief(), 0).pieces(line)] == ["ours"]
