"""Alerts arrive at real servers, say what they rest on, and carry nothing hostile with them."""

from __future__ import annotations

import email
import email.policy
import hashlib
import hmac
import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from lxml import etree

from rashomon import registry
from rashomon.errors import AlertError, ConfigError
from rashomon.records import Alert, Bearing, Signal, Span
from rashomon.watch.dispatch import Rule, plan, rule_of
from rashomon.watch.explain import alert
from tests.watch import servers
from tests.watch.telling import NOW

CHANNELS = registry.names("watch.alerts")
HOSTILE = "</content><script>alert(1)</script>&\x1b[2J\u202e\r\nBcc: eve@evil.example\r\n\r\n]]>"


def signal(
    state: str = "raised",
    title: str = "Ruritania masses troops",
    day: date | None = None,
    quote: str = "massed tanks",
) -> Signal:
    words = (quote, "moved troops", "closed the road")
    return Signal(
        id=f"{title}-{state}-{day}",
        indicator="posture/troops",
        title=title,
        day=day or NOW.date(),
        before="quiet",
        state=state,  # type: ignore[arg-type]
        count=3,
        expected=0.2,
        tail=0.0004,
        roots=3,
        owners=3,
        since=NOW.date() - timedelta(days=2),
        bears_on=(Bearing(kind="scenario", name="offensive", direction="toward"),),
        tell=("desk",),
        spans=tuple(Span(document_id=f"d{n}", start=0, end=len(w), quote=w) for n, w in enumerate(words)),
        sources=("Coast Ledger", "Hill Post", "Lake Wire"),
    )


def one(**given: object) -> Alert:
    return alert(signal(**given))  # type: ignore[arg-type]


def test_it_explains_itself_in_three_cited_lines() -> None:
    made = one()
    assert made.headline == "RAISED: Ruritania masses troops"
    assert len(made.lines) == 3
    assert (
        "3 independent reports of 3 owners" in made.lines[0].text
        and "0.2 would be usual" in made.lines[0].text
    )
    assert "scenario “offensive”: toward it" in made.lines[1].text
    assert "one in 2,500" in made.lines[2].text
    assert [line.span.document_id for line in made.lines if line.span] == ["d0", "d1", "d2"]


def test_what_has_no_words_says_what_was_counted() -> None:
    bare = replace(
        signal("blind"), spans=(), sources=(), expected=None, tail=None, count=0, why=("All are silent.",)
    )
    made = alert(bare)
    assert made.lines[0].text == "All are silent."
    assert all(line.span is None and line.basis for line in made.lines)


def test_a_webhook_is_signed_over_time_and_body(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_WEBHOOK_SECRET", "s3cret")
    with servers.web() as server:
        hook = registry.load("watch.alerts", "webhook", url=f"http://127.0.0.1:{server.port}/in")
        hook.send([one(), one(state="high", quote=HOSTILE)], NOW)
        hook.send([one(), one()], NOW, digest=True)
    assert len(server.bodies) == 3
    for body, headers in zip(server.bodies, server.headers, strict=True):
        stamp = headers["X-Rashomon-Timestamp"]
        assert stamp == str(int(NOW.timestamp()))
        right = hmac.new(b"s3cret", stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        assert headers["X-Rashomon-Signature"] == f"sha256={right}"
        assert body.isascii()
    assert len(json.loads(server.bodies[2])["alerts"]) == 2
    assert json.loads(server.bodies[1])["alerts"][0]["lines"][0]["span"]["quote"] == HOSTILE


def test_a_webhook_without_secret_or_with_a_refusal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with servers.web() as server:
        hook = registry.load("watch.alerts", "webhook", url=f"http://127.0.0.1:{server.port}/in?token=x")
        monkeypatch.delenv("RASHOMON_WEBHOOK_SECRET", raising=False)
        with pytest.raises(AlertError, match="RASHOMON_WEBHOOK_SECRET"):
            hook.send([one()], NOW)
        assert server.bodies == []
        monkeypatch.setenv("RASHOMON_WEBHOOK_SECRET", "s")
        server.status = 302
        with pytest.raises(AlertError, match="302") as caught:
            hook.send([one()], NOW)
        assert len(server.bodies) == 1  # neither repeated nor carried elsewhere
        server.status = 503
        with pytest.raises(AlertError, match="503"):
            hook.send([one()], NOW)
        assert len(server.bodies) == 3
    assert "token" not in str(caught.value)
    with pytest.raises(AlertError):
        hook.send([one()], NOW)  # nobody listens any more


@pytest.mark.parametrize("url", ["ftp://x/y", "file:///etc/passwd", "http://user:pass@host/", "nonsense"])
def test_a_webhook_goes_to_web_addresses_without_passwords(url: str) -> None:
    with pytest.raises(ConfigError):
        registry.load("watch.alerts", "webhook", url=url)


def test_mail_goes_to_who_must_be_told_and_its_headers_are_ours() -> None:
    with servers.mail() as server:
        channel = registry.load(
            "watch.alerts", "mail", host="127.0.0.1", port=server.port, tls="none", sender="watch@desk.example",
            to={"desk": "duty@desk.example", "other": "other@desk.example"},
        )  # fmt: skip
        channel.send([one(title=f"Troops{HOSTILE}", quote=HOSTILE)], NOW)
        channel.send([one(), one(title="B", state="high")], NOW, digest=True)
    first, second = (email.message_from_bytes(b, policy=email.policy.default) for b in server.bodies)
    assert server.recipients == [["duty@desk.example"]] * 2
    assert first["Bcc"] is None and first["To"] == "duty@desk.example"
    assert first["Subject"].startswith("RAISED: Troops")
    assert first.get_content_type() == "text/plain"
    assert "\x1b" not in first.get_content() and "\u202e" not in first.get_content()
    assert "“moved troops” (Hill Post, document d1)" in first.get_content()
    assert second["Subject"] == "Digest: 2 changes, 1 high"


def test_mail_to_nobody_known_goes_to_all_rather_than_to_none() -> None:
    with servers.mail() as server:
        channel = registry.load(
            "watch.alerts", "mail", host="127.0.0.1", port=server.port, tls="none", sender="watch@desk.example",
            to={"a": "a@desk.example", "b": "b@desk.example"},
        )  # fmt: skip
        channel.send([one()], NOW)
    assert server.recipients == [["a@desk.example", "b@desk.example"]]


@pytest.mark.parametrize("bad", ["a@b\r\nBcc: e@evil.example", "a@b,c@d", "Name <a@b>", "a b@c", "@b", ""])
def test_an_address_that_would_add_a_header_or_a_recipient_is_refused(bad: str) -> None:
    for settings in (
        {"sender": bad, "to": {"x": "a@b.example"}},
        {"sender": "a@b.example", "to": {"x": bad}},
    ):
        with pytest.raises(ConfigError):
            registry.load("watch.alerts", "mail", host="h", **settings)


def test_mail_to_a_server_without_tls_is_refused_unless_told_so() -> None:
    with servers.mail() as server:
        channel = registry.load(
            "watch.alerts",
            "mail",
            host="127.0.0.1",
            port=server.port,
            sender="a@b.example",
            to={"x": "c@d.example"},
        )
        with pytest.raises(AlertError, match="STARTTLS"):
            channel.send([one()], NOW)
    assert server.bodies == []


def test_atom_is_well_formed_whatever_the_words_are(tmp_path: Path) -> None:
    file = tmp_path / "alerts.xml"
    channel = registry.load("watch.alerts", "atom", file=file, keep=2)
    channel.send([one(title=f"Troops{HOSTILE}\x00", quote=HOSTILE)], NOW)
    root = etree.fromstring(file.read_bytes())
    names = {"a": "http://www.w3.org/2005/Atom"}
    assert root.xpath("//*[local-name()='script']") == []
    assert "<script>" in root.findtext("a:entry/a:content", namespaces=names)
    assert root.find("a:entry/a:content", names).get("type") == "text"
    assert root.findtext("a:entry/a:updated", namespaces=names).endswith("Z")
    channel.send([one(title="B"), one(title="B")], NOW)
    channel.send([one(title="C")], NOW)
    titles = [e.text for e in etree.fromstring(file.read_bytes()).findall("a:entry/a:title", names)]
    assert titles == ["RAISED: C", "RAISED: B"]
    file.write_text("<html/>")
    with pytest.raises(AlertError, match="no Atom feed"):
        channel.send([one()], NOW)
    assert file.read_text() == "<html/>"


def test_the_terminal_gets_no_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    registry.load("watch.alerts", "terminal").send([one(quote=HOSTILE)], NOW)
    out = capsys.readouterr()
    assert out.out == "" and "\x1b" not in out.err and "\u202e" not in out.err
    assert "RAISED: Ruritania masses troops" in out.err


@pytest.mark.parametrize("name", CHANNELS)
def test_every_channel_refuses_what_it_does_not_know(name: str) -> None:
    with pytest.raises(ConfigError):
        registry.load("watch.alerts", name, no_such_setting=1)


def at(hour: int, day: int = 0) -> datetime:
    return (NOW + timedelta(days=day)).replace(hour=hour, minute=0)


NIGHT = Rule(least=2, quiet=(time(22), time(7)), digest=time(8))


def test_in_quiet_hours_only_high_rings_and_the_rest_comes_in_the_morning_digest() -> None:
    alerts = [one(), one(title="B", state="high")]
    late = plan(alerts, {}, NIGHT, at(23))
    assert (
        [a.state for a in late.now] == ["high"]
        and [a.state for a in late.held] == ["raised"]
        and not late.digest
    )
    sent = {"B": ("high", at(23))}
    early = plan(alerts, sent, NIGHT, at(7, 1), last_digest=at(8))
    assert not early.now and [a.state for a in early.held] == ["raised"]
    morning = plan(alerts, sent, NIGHT, at(9, 1), last_digest=at(8))
    assert [a.state for a in morning.digest] == ["raised"] and not morning.now
    assert not plan(alerts, sent, NIGHT, at(10, 1), last_digest=at(9, 1)).digest


def test_nobody_is_told_twice_or_of_what_is_long_past() -> None:
    alerts = [one(), one(day=NOW.date() + timedelta(days=1))]
    assert len(plan(alerts, {}, Rule(), at(12)).now) == 1
    told = {"Ruritania masses troops": ("raised", at(12))}
    assert plan(alerts, told, Rule(), at(13)).now == ()
    risen = plan([*alerts, one(state="high", day=NOW.date() + timedelta(days=1))], told, Rule(), at(13, 1))
    assert [a.state for a in risen.now] == ["high"]
    assert plan([one(day=NOW.date() - timedelta(days=20))], {}, Rule(), at(12)).now == ()
    assert plan([one(state="blind")], {}, Rule(least=2), at(12)).now == ()


def test_hours_follow_the_desk_clock() -> None:
    rule = rule_of("raised", "22:00-07:00", "Asia/Tokyo", "")
    assert plan([one()], {}, rule, at(14)).held  # 23:00 there
    assert plan([one()], {}, rule, at(23)).now  # 08:00 there


@pytest.mark.parametrize(
    "wrong",
    [
        ("loud", "", "UTC", ""),
        ("all", "22", "UTC", ""),
        ("all", "", "Mars/Base", ""),
        ("all", "", "UTC", "8 am"),
    ],
)
def test_wrong_rules_are_refused_by_key(wrong: tuple[str, str, str, str]) -> None:
    with pytest.raises(ConfigError, match=r"\[watch\]"):
        rule_of(*wrong)
