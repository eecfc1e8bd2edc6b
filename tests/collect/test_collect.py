"""What comes in, and what becomes of bad input: an Issue with the item's name, and the rest goes on."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.collect import collect, parse
from rashomon.collect.fetcher import Fetcher
from rashomon.config import Collect
from rashomon.errors import TooLarge, Unreachable
from rashomon.records import Document, Issue, Raw

NOW = datetime(2024, 1, 10, tzinfo=UTC)
STORY = "The harbour master said on Monday that the bridge had been closed because of the storm. Nobody was hurt in it."
PAGE = (
    "<html lang='en'><head><title>{title}</title><meta property='og:site_name' content='The Tide'>"
    "<meta property='article:published_time' content='2024-01-08T09:00:00+02:00'></head>"
    "<body><article><h1>{title}</h1><p>{text}</p><p>{text}</p></article></body></html>"
)


def run(*places: Path | str, **limits: object) -> tuple[list[Document], list[Issue]]:
    made = list(collect([str(place) for place in places], now=NOW, settings=Collect(**limits)))  # type: ignore[arg-type]
    return [one for one in made if isinstance(one, Document)], [one for one in made if isinstance(one, Issue)]


def codes(issues: list[Issue]) -> set[str]:
    return {issue.code for issue in issues}


def test_a_page_gives_title_outlet_time_and_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.format(title="Bridge closed", text=STORY))
    (document,), issues = run(tmp_path)
    assert document.text.startswith("Bridge closed\n\n")
    assert document.source == "The Tide"
    assert document.published_at == datetime(2024, 1, 8, 7, tzinfo=UTC)
    assert document.language == "en"
    assert len(document.raw_sha256) == 64
    assert not issues


def test_a_script_in_a_headline_stays_words(tmp_path: Path) -> None:
    title = "Mayor: &lt;script&gt;alert(1)&lt;/script&gt; resigns"
    (tmp_path / "a.html").write_text(PAGE.format(title=title, text=STORY))
    (document,), _ = run(tmp_path)
    assert "<script>alert(1)</script>" in document.title


def test_raw_comes_first_and_a_seen_item_is_not_parsed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    made = list(collect([str(tmp_path)], now=NOW, settings=Collect()))
    assert isinstance(made[0], Raw)
    assert made[0].content == STORY.encode()
    again = list(collect([str(tmp_path)], now=NOW, settings=Collect(), seen=lambda raw: True))
    assert [type(one) for one in again] == [Raw]


def test_front_matter_and_heading(tmp_path: Path) -> None:
    (tmp_path / "n.md").write_text(
        f"---\nsource: Desk\npublished_at: 2024-01-02T10:00:00Z\n---\n# What we know\n\n{STORY}\n"
    )
    (document,), _ = run(tmp_path)
    assert (document.title, document.source) == ("What we know", "Desk")
    assert document.published_at == datetime(2024, 1, 2, 10, tzinfo=UTC)


def test_names_of_other_tools_are_understood(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"maintext": STORY, "headline": "Closed", "source_domain": "tide.example"})
    )
    (document,), _ = run(tmp_path)
    assert (document.title, document.source) == ("Closed", "tide.example")


def test_mail(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_text(
        f"From: Tide Letter <a@tide.example>\nSubject: Morning\nDate: Mon, 08 Jan 2024 07:00:00 +0100\n\n{STORY}"
    )
    (document,), _ = run(tmp_path)
    assert (document.title, document.source) == ("Morning", "Tide Letter")
    assert document.published_at == datetime(2024, 1, 8, 6, tzinfo=UTC)


def test_telegram_export(tmp_path: Path) -> None:
    export = {
        "name": "Pier News", "type": "public_channel", "id": 5,
        "messages": [
            {"id": 1, "type": "service", "action": "create_channel", "text": ""},
            {"id": 2, "type": "message", "date": "2024-01-08T10:00:00", "date_unixtime": "1704704400", "from": "Pier News",
             "text": ["The bridge is ", {"type": "bold", "text": "closed"}, "."], "forwarded_from": "Gull", "edited": "2024-01-08T11:00:00",
             "edited_unixtime": "1704708000", "photo": "photos/1.jpg"},
            {"id": 3, "type": "message", "date": "2031-01-08T10:00:00", "date_unixtime": "1925632800", "text": "From the future, said the harbour."},
        ],
    }  # fmt: skip
    (tmp_path / "result.json").write_text(json.dumps(export))
    documents, issues = run(tmp_path)
    first, second = documents
    assert first.text == "The bridge is closed."
    assert first.forwarded_from == "Gull"
    assert first.edited_at == datetime(2024, 1, 8, 10, tzinfo=UTC)
    assert first.media[0].kind == "photo"
    assert second.published_at is None
    assert "future_date" in codes(issues)


def test_feed_and_silent_feed(tmp_path: Path) -> None:
    item = f"<item><title>Closed</title><link>https://t.example/1</link><description>&lt;p&gt;{STORY}&lt;/p&gt;</description></item>"
    head = "<?xml version='1.0'?><rss version='2.0'><channel><title>Tide</title>"
    (tmp_path / "a.xml").write_text(f"{head}{item}</channel></rss>")
    (tmp_path / "b.xml").write_text(f"{head}</channel></rss>")
    documents, issues = run(tmp_path)
    assert [document.text for document in documents] == [f"Closed\n\n{STORY}"]
    assert [(issue.code, issue.severity) for issue in issues] == [("silent", "note")]


def test_bad_files_are_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / "empty.html").write_text("")
    (tmp_path / "scripts.html").write_text(
        "<html><body><script>var a = 'words words';</script></body></html>"
    )
    (tmp_path / "bomb.html").write_bytes(b"PK\x03\x04" + b"\0" * 500)
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 10)
    (tmp_path / "big.html").write_bytes(b"<p>" + b"a" * 5000)
    (tmp_path / "cut.json").write_text(f'[{{"id": "x", "text": "{STORY}"}}, {{"id": "y", "te')
    documents, issues = run(tmp_path, max_bytes=5001)
    assert {document.location.rsplit("/", 1)[1] for document in documents} == {"good.txt", "cut.json"}
    found = {Path(issue.subject).name: issue.code for issue in issues if issue.severity == "error"}
    assert found == {
        "empty.html": "empty_text", "scripts.html": "empty_text", "bomb.html": "unreadable",
        "noise.txt": "unreadable", "big.html": "too_large", "cut.json": "bad_json",
    }  # fmt: skip
    assert all(issue.reason and issue.remedy for issue in issues if issue.severity == "error")


def test_deep_nesting_neither_crashes_nor_loses_the_words(tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_text("<div>" * 10_000 + STORY + "</div>" * 10_000)
    (document,), _ = run(tmp_path)
    assert STORY in document.text


def test_wrong_encoding_is_read_and_said(tmp_path: Path) -> None:
    text = "Губернатор области сообщил, что мост через реку закрыт до утра из-за сильного шторма. Пострадавших нет."
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    (document,), issues = run(tmp_path)
    assert document.text == text
    assert codes(issues) == {"wrong_encoding"}


def test_two_texts_of_one_id_are_both_kept(tmp_path: Path) -> None:
    rows = [{"id": "1", "text": STORY}, {"id": "1", "text": STORY + " More."}, {"id": "1", "text": STORY}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    documents, issues = run(tmp_path)
    assert len({document.id for document in documents}) == 2
    assert "duplicate_id" in codes(issues)


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_nothing_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    documents, issues = run(tmp_path / name)
    assert not documents
    assert codes(issues) == {"not_found" if name == "nowhere" else "empty_folder"}


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["text", "html", "email", "documents", "feed"]))
def test_no_bytes_raise(content: bytes, form: str) -> None:
    raw = Raw(location="x", content=content, format=form, fetched_at=NOW)
    for one in parse(raw, NOW, Collect()):
        assert isinstance(one, Document | Issue)
        if isinstance(one, Document):
            one.text.encode("utf-8")


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            body, code = b"User-agent: *\nDisallow: /closed", 200
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
            return
        else:
            body, code = (
                PAGE.format(title="Bridge closed", text=STORY).encode(),
                200 if self.path in {"/page", "/closed"} else 404,
            )
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_fetching(site: str, tmp_path: Path) -> None:
    (tmp_path / "list.urls").write_text(f"# ours\n{site}/away\n{site}/gone\n{site}/closed\n")
    documents, issues = run(tmp_path / "list.urls", private_addresses=True, delay=0)
    assert [document.title for document in documents] == ["Bridge closed"]
    assert {issue.subject for issue in issues} == {f"{site}/gone", f"{site}/closed"}


def test_the_fetcher_keeps_its_bounds(site: str) -> None:
    with pytest.raises(TooLarge):
        Fetcher(Collect(private_addresses=True, max_bytes=100, delay=0)).fetch(f"{site}/page")
    for refused in (f"{site}/page", "file:///etc/passwd"):
        with pytest.raises(Unreachable):
            Fetcher(Collect()).fetch(refused)
