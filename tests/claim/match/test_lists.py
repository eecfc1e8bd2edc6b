"""Lists of checked claims in the forms they come in."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rashomon import edge
from rashomon.claim.match.lists import read
from rashomon.errors import Unreadable
from rashomon.records import Claim, Earlier, Issue, Position, Saying, Span

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "Drones struck the palace",
    "author": {"@type": "Organization", "name": "Checkers"},
    "reviewRating": {"@type": "Rating", "alternateName": "Unproven", "ratingValue": 3},
    "itemReviewed": {"@type": "Claim", "author": {"name": "A minister"}, "datePublished": "2023-05-03"},
    "datePublished": "2023-05-05T10:00:00+02:00",
    "url": "https://example.org/1",
}
EXPECTED = Earlier(
    text="Drones struck the palace",
    list="l",
    by="A minister",
    at=datetime(2023, 5, 3, tzinfo=UTC),
    verdict="Unproven",
    reviewer="Checkers",
    reviewed_at=datetime(2023, 5, 5, 8, tzinfo=UTC),
    url="https://example.org/1",
)


def taken(tmp_path: Path, name: str, text: str) -> list[Earlier | Issue]:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return list(read(file, "l"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", json.dumps(REVIEW)),
        ("a.json", json.dumps([REVIEW], indent=1)),
        ("a.json", json.dumps({"@graph": [{"@type": "WebPage", "claims": [REVIEW]}]}, indent=2)),
        ("a.json", json.dumps({"@type": "DataFeed", "dataFeedElement": [{"item": [REVIEW]}]})),
        ("a.jsonl", json.dumps(REVIEW) + "\n\n"),
    ],
)
def test_claim_review(tmp_path: Path, name: str, text: str) -> None:
    assert taken(tmp_path, name, text) == [EXPECTED]


@pytest.mark.parametrize(
    "text",
    [
        'claim,verdict,reviewer,date,url,claimant\n"Ships, many",false,Desk,2021-05-03,u,Ann\n',
        "\ufeffclaim;verdict;reviewer;date;url;claimant\nShips, many;false;Desk;2021-05-03;u;Ann\n",
        "Claim\tVerdict\tReviewer\tDate\tURL\tClaimant\nShips, many\tfalse\tDesk\t2021-05-03\tu\tAnn\n",
        '{"text": "Ships, many", "rating": "false", "publisher": {"name": "Desk"}, "review_date": "2021-05-03", "link": "u", "by": "Ann"}\n',
    ],
)
def test_tables_and_lines(tmp_path: Path, text: str) -> None:
    (one,) = taken(tmp_path, "list.txt", text)
    assert isinstance(one, Earlier)
    assert (one.text, one.verdict, one.reviewer, one.url, one.by) == (
        "Ships, many",
        "false",
        "Desk",
        "u",
        "Ann",
    )
    assert one.reviewed_at == datetime(2021, 5, 3, tzinfo=UTC)


def test_claims_of_a_desk_come_with_their_positions(tmp_path: Path) -> None:
    span = Span(document_id="d", start=0, end=5, quote="A hit")
    at = datetime(2021, 5, 3, tzinfo=UTC)
    saying = Saying(
        document_id="d", speaker="Ann", entity="", cue="said", act="asserts", form="indirect", negated=False,
        content=(span,), span=span, at=at,
    )  # fmt: skip
    claim = Claim(
        id="c", story_id="s", text="A hit", members=(saying,),
        positions=(
            Position(party="bob", name="Bob", stance="denies", at=at, span=span),
            Position(party="ann", name="Ann", stance="asserts", at=at, span=span, saying=saying),
        ),
    )  # fmt: skip
    (one,) = taken(tmp_path, "claims.jsonl", edge.to_line(claim) + "\n")
    assert isinstance(one, Earlier)
    assert (one.text, one.by, one.at, one.list) == ("A hit", "Ann", at, "")
    assert [p.stance for p in one.positions] == ["denies", "asserts"]


def test_a_bad_record_is_told_and_the_others_are_kept(tmp_path: Path) -> None:
    lines = ['{"claim": "A"}', "no json", '{"verdict": "true"}', '{"claim": "B", "date": "soon"}', '["x"]']
    made = taken(tmp_path, "a.jsonl", "\n".join(lines))
    assert [one.text for one in made if isinstance(one, Earlier)] == ["A", "B"]
    issues = [one for one in made if isinstance(one, Issue)]
    assert [one.code for one in issues] == ["bad_record", "bad_record", "bad_date", "bad_record"]
    assert issues[0].subject == "a.jsonl, line 2" and "soon" in issues[2].reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("colour,size\nred,1\n", "no column"),
        ("[{]", "not JSON"),
        ("", "no column"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_file_of_another_kind_is_named(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        taken(tmp_path, "other.json", text)


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        list(read(tmp_path / "none.csv"))
    (tmp_path / "bytes.csv").write_bytes(b"claim\n\xff\xfe\n")
    with pytest.raises(Unreadable):
        list(read(tmp_path / "bytes.csv"))
