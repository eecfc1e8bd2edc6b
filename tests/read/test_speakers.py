"""Who stands behind a surname, a pronoun, a description or nothing: on texts made up here.

Each case names the source words of its attributions; their mentions are given by hand, so that no model's
mistake decides a test. The parse is left out: the rules must work without one.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.read.speakers import resolve
from rashomon.records import Attribution, Form, Kind, Mention, Range


def mention(text: str, name: str, kind: Kind = "person") -> list[Mention]:
    return [
        Mention(start=m.start(), end=m.end(), text=name, kind=kind)
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    ]


def spot(text: str, words: str, nth: int = 0) -> Range:
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return found[nth]


def last(text: str, words: str) -> tuple[str, int]:
    """The last place of some words, for ``speakers``."""
    return words, len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text)) - 1


def speakers(
    text: str, names: dict[str, Kind], sources: list[str | tuple[str, int]], quotes: list[str] | None = None
) -> list[str]:
    """Speaker of each source, then of each quote that has no source."""
    taken: set[int] = set()
    mentions: list[Mention] = []
    for name, kind in sorted(names.items(), key=lambda item: -len(item[0])):
        for m in mention(text, name, kind):
            if taken.isdisjoint(range(m.start, m.end)):
                taken.update(range(m.start, m.end))
                mentions.append(m)
    mentions.sort(key=lambda m: m.start)
    attributions = [
        Attribution(source=(spot(text, s) if isinstance(s, str) else spot(text, *s),), cue=((0, 0),))
        for s in sources
    ]
    for quote in quotes or []:
        at = text.index(quote)
        form: Form = "direct"
        attributions.append(Attribution(content=((at, at + len(quote)),), form=form))
    sentences = [m.span() for m in re.finditer(r"[^.!?\n]+[.!?]*[”\"]?", text)]
    return [a.speaker.text for a in resolve(text, 0, sentences, mentions, attributions, None)]


def test_a_surname_gets_its_full_name_even_when_that_comes_later() -> None:
    text = "Quill denied it.\n\nRobert Quill, a farmer, said so on Friday."
    assert speakers(text, {"Robert Quill": "person", "Quill": "person"}, [("Quill", 0)]) == ["Robert Quill"]


def test_two_of_one_surname_are_told_apart_by_title() -> None:
    text = "Robert Quill and his sister Margaret Quill live there. Ms. Quill said no. Mr. Quill said yes."
    names: dict[str, Kind] = {"Robert Quill": "person", "Margaret Quill": "person", "Quill": "person"}
    assert speakers(text, names, ["Ms. Quill", "Mr. Quill"]) == ["Margaret Quill", "Robert Quill"]


def test_he_and_she_follow_given_names() -> None:
    text = "Robert Quill met Margaret Brandt in the town hall. She said it was late. He said it was early."
    names: dict[str, Kind] = {"Robert Quill": "person", "Margaret Brandt": "person"}
    assert speakers(text, names, ["She", "He"]) == ["Margaret Brandt", "Robert Quill"]


def test_a_title_tells_the_pronoun_of_an_unknown_name() -> None:
    text = "Spokeswoman Xiu Orlo spoke with Tae Zembla, a spokesman. She said little. He said more."
    names: dict[str, Kind] = {"Xiu Orlo": "person", "Tae Zembla": "person"}
    assert speakers(text, names, ["She", "He"]) == ["Xiu Orlo", "Tae Zembla"]


def test_one_named_inside_a_quote_is_spoken_of_and_does_not_speak() -> None:
    text = "“It was Peter Lund who did it, Peter Lund alone,” Robert Quill said. “I saw it,” he said."
    names: dict[str, Kind] = {"Peter Lund": "person", "Robert Quill": "person"}
    assert speakers(text, names, ["Robert Quill", "he"]) == ["Robert Quill", "Robert Quill"]


def test_it_is_a_body_and_never_a_person() -> None:
    text = "Acme Rail hired Robert Quill in May. It said the post was new."
    names: dict[str, Kind] = {"Acme Rail": "organisation", "Robert Quill": "person"}
    assert speakers(text, names, ["It"]) == ["Acme Rail"]


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("Robert Quill, the mayor of Norwick, met Peter Lund.", "The mayor"),
        ("Mayor Robert Quill met Peter Lund.", "The mayor"),
        ("The mayor of Norwick, Robert Quill, met Peter Lund.", "The mayor"),
        ("Robert Quill is the mayor of Norwick. Peter Lund is not.", "The mayor"),
        ("Robert Quill, 47, met Peter Lund.", "The 47-year-old"),
        ("Company spokesman Robert Quill met Peter Lund.", "The spokesperson"),
    ],
)
def test_a_description_finds_whom_the_text_describes_so(lead: str, source: str) -> None:
    text = f"{lead} {source} said the road would open."
    names: dict[str, Kind] = {"Robert Quill": "person", "Peter Lund": "person"}
    assert speakers(text, names, [last(text, source)]) == ["Robert Quill"]


def test_an_office_that_nobody_holds_in_the_text_stays_as_it_stands() -> None:
    text = "Robert Quill left. The president said he was sorry. A senior adviser said nothing more."
    got = speakers(text, {"Robert Quill": "person"}, ["The president", "A senior adviser"])
    assert got == ["The president", "A senior adviser"]


def test_the_company_is_the_body_spoken_of_last_and_the_ministry_needs_its_name() -> None:
    text = "The Health Ministry wrote to Acme Rail. The company said it would answer. The ministry said no."
    names: dict[str, Kind] = {"Health Ministry": "organisation", "Acme Rail": "organisation"}
    assert speakers(text, names, ["The company", "The ministry"]) == ["Acme Rail", "Health Ministry"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Ann Lee, a spokeswoman for the Port Office", "Ann Lee"),
        ("a spokeswoman for the Port Office, Ann Lee", "Ann Lee"),
        ("senior adviser Ann Lee", "Ann Lee"),
        ("Mrs. Ann Lee", "Ann Lee"),
        ("a spokeswoman for Ann Lee", "a spokeswoman for Ann Lee"),
        ("Ann Lee's lawyer", "Ann Lee's lawyer"),
        ("two people close to Ann Lee", "two people close to Ann Lee"),
        ("the Port Office", "Port Office"),
        ("the Port Office report", "Port Office"),
        ("former Port Office officials", "former Port Office officials"),
        ("Ann Lee and Omar Diaz", "Ann Lee and Omar Diaz"),
    ],
)
def test_the_name_in_a_source_that_describes(source: str, speaker: str) -> None:
    text = f"“The pier is shut,” said {source}."
    names: dict[str, Kind] = {"Ann Lee": "person", "Omar Diaz": "person", "Port Office": "organisation"}
    assert speakers(text, names, [source]) == [speaker]


def test_a_name_that_no_mention_covers_still_counts() -> None:
    text = "Old Zembla said the well was dry. Later Hosk Zembla said it again."
    assert speakers(text, {}, [("Zembla", 0), "Hosk Zembla"])[1] == "Hosk Zembla"


def test_the_official_is_the_unnamed_official_before() -> None:
    text = "A customs official said the lorry was empty. The official said it was late. He said no more."
    got = speakers(text, {}, ["A customs official", "The official", "He"])
    assert got == ["A customs official"] * 3


def test_kin_are_not_the_one_they_are_kin_of() -> None:
    text = "Robert Quill is missing. His father said he had left on foot."
    assert speakers(text, {"Robert Quill": "person"}, ["His father"]) == ["His father"]


def test_a_quote_without_a_source_goes_on_with_the_last_speaker() -> None:
    text = "“We lost,” Ann Lee said. “We will try again.”\n\n“There is time.”\n\n“Perhaps,” Omar Diaz said."
    names: dict[str, Kind] = {"Ann Lee": "person", "Omar Diaz": "person"}
    got = speakers(text, names, ["Ann Lee", "Omar Diaz"], ["“We will try again.”", "“There is time.”"])
    assert got == ["Ann Lee", "Omar Diaz", "Ann Lee", "Ann Lee"]


def test_a_quote_behind_a_sentence_about_someone_is_theirs() -> None:
    text = "“We lost,” Ann Lee said.\n\nOmar Diaz was pleased. “A fine day.”"
    names: dict[str, Kind] = {"Ann Lee": "person", "Omar Diaz": "person"}
    assert speakers(text, names, ["Ann Lee"], ["“A fine day.”"])[1] == "Omar Diaz"


def test_a_pronoun_with_nobody_before_it_stays_empty() -> None:
    assert speakers("He said it was over.", {}, ["He"]) == [""]


def test_a_capital_as_actor_keeps_its_name() -> None:
    assert speakers("Oslo: we did not do it\n\nIt rained.", {"Oslo": "place"}, ["Oslo"]) == ["Oslo"]


def test_letters_and_the_full_name_are_one_body() -> None:
    text = "The Northern Harbour Union voted. The NHU said it would strike."
    names: dict[str, Kind] = {"Northern Harbour Union": "organisation", "NHU": "organisation"}
    assert speakers(text, names, ["The NHU"]) == ["Northern Harbour Union"]


PLAIN = "Ann Lee Quill the mayor of he she it they said A official Mr. 34 Ünal 王"
MARKS = [",", ".", "“", "”", '"', "\n", "-", "'s", "’", "—", "(", ")", "\u200b", ""]
WORDS = st.sampled_from([*PLAIN.split(), *MARKS])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40), st.data())
def test_never_raises_and_only_says_words_of_the_text(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    offset = st.integers(0, len(text))
    spans = st.tuples(offset, offset).map(lambda r: (min(r), max(r)))
    mentions = [
        Mention(
            start=s,
            end=e,
            text=text[s:e],
            kind=data.draw(st.sampled_from(["person", "organisation", "state"])),
        )
        for s, e in data.draw(st.lists(spans, max_size=4))
        if s < e
    ]
    attributions = [
        Attribution(source=source, cue=cue, content=content, form=form)
        for source, cue, content, form in data.draw(
            st.lists(
                st.tuples(
                    st.lists(spans, max_size=1).map(tuple),
                    st.lists(spans, max_size=1).map(tuple),
                    st.lists(spans, max_size=2).map(tuple),
                    st.sampled_from(["direct", "indirect", "mixed"]),
                ),
                max_size=5,
            )
        )
    ]
    sentences = data.draw(st.lists(spans, max_size=3))
    got = resolve(text, 0, sentences, mentions, attributions, None)
    assert len(got) == len(attributions)
    for before, after in zip(attributions, got, strict=True):
        assert (before.source, before.cue, before.content) == (after.source, after.cue, after.content)
        assert after.speaker.text in text


def test_an_office_with_its_of_stands_before_the_name() -> None:
    text = "Ruritanian Secretary of State Ann Lee said no. A friend of Tom Reed said yes."
    names: dict[str, Kind] = {"Ruritanian": "group", "Ann Lee": "person", "Tom Reed": "person"}
    assert speakers(text, names, ["Ruritanian Secretary of State Ann Lee", "A friend of Tom Reed"]) == [
        "Ann Lee",
        "A friend of Tom Reed",
    ]


def test_what_the_speaker_did_meanwhile_is_no_part_of_the_name() -> None:
    text = "Lee spoke after the storm. “We stay,” said Ann Lee while visiting the harbour of Ost."
    names: dict[str, Kind] = {"Lee": "person", "Ann Lee": "person", "Ost": "place"}
    assert speakers(text, names, ["Ann Lee while visiting the harbour of Ost"]) == ["Ann Lee"]


def test_the_reporters_own_he_carries_a_figure_on() -> None:
    text = (
        "Mr Paul Ames met Mr Tom Reed on Monday. He left the town at noon. Then he drove home. "
        "He had a meal there. “It was good,” he said."
    )
    names: dict[str, Kind] = {"Paul Ames": "person", "Tom Reed": "person"}
    assert speakers(text, names, [last(text, "he")]) == ["Paul Ames"]


def test_a_source_broken_over_two_lines() -> None:
    text = "“No,” said Ann Lee\nof Acme on Monday."
    assert speakers(text, {}, ["Ann Lee\nof Acme"]) == ["Ann Lee"]
