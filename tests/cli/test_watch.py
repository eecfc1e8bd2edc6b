"""``rashomon watch`` from documents in a folder to states, lines and alerts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon import edge
from rashomon.cli import main
from rashomon.errors import AlertError
from rashomon.records import Document
from tests.watch.telling import PACK, TROOPS, dull, pack_of, report

OUTLETS = ("Coast Ledger", "Hill Post", "Lake Wire")
NOW = "2026-03-31T20:00:00Z"


def folder(place: Path, documents: list[Document]) -> Path:
    """A folder of JSON lines."""
    home = place / "in"
    home.mkdir(exist_ok=True)
    (home / "reports.jsonl").write_text(
        "".join(edge.to_line(one) + "\n" for one in documents), encoding="utf-8"
    )
    return home


def rashomon(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def desk(tmp_path: Path) -> dict[str, object]:
    massed = [report(f"m{n}", TROOPS[n], source, 28) for n, source in enumerate(OUTLETS)]
    return {
        "in": folder(tmp_path, [*dull(range(30)), *massed]),
        "pack": pack_of(tmp_path),
        "db": tmp_path / "desk.db",
        "feed": tmp_path / "alerts.xml",
        "config": tmp_path / "rashomon.toml",
    }


def run(desk: dict[str, object], *more: object) -> Result:
    return rashomon(
        "watch", "run", *more, "--pack", desk["pack"], "--role", "state=Ruritania", "--database", desk["db"], "--now", NOW
    )  # fmt: skip


def test_states_come_as_lines_and_an_alert_is_told_once(desk: dict[str, object]) -> None:
    Path(str(desk["config"])).write_text(f'[watch.alerts.atom]\nfile = "{desk["feed"]}"\n')
    first = run(desk, desk["in"], "--to", "-", "--config", desk["config"])
    assert first.exit_code == 0, first.output
    (line,) = [json.loads(one) for one in first.stdout.splitlines()]
    assert line["indicator"] == "posture/troops" and line["state"] in ("raised", "high")
    assert {span["document_id"] for span in line["signals"][0]["spans"]} == {"m0", "m1", "m2"}
    assert "atom: 1 sent, 0 held" in first.stderr
    feed = Path(str(desk["feed"])).read_text(encoding="utf-8")
    assert "Ruritania masses troops" in feed and "Hill Post" in feed
    again = run(desk, "--config", desk["config"])
    assert "atom: 0 sent, 0 held" in again.stderr
    assert again.stdout.startswith(line["state"])
    assert Path(str(desk["feed"])).read_text(encoding="utf-8") == feed


def test_what_could_not_be_sent_waits_and_the_exit_code_says_so(
    desk: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    from rashomon.watch.alerts.terminal import Plugin

    def broken(self: object, alerts: object, now: object, *, digest: bool = False) -> None:
        raise AlertError("terminal", "the line is cut")

    monkeypatch.setattr(Plugin, "send", broken)
    first = run(desk, desk["in"], "--alert", "terminal")
    assert first.exit_code == 1 and "the line is cut" in first.stderr
    monkeypatch.undo()
    second = run(desk, "--alert", "terminal")
    assert second.exit_code == 0 and "terminal: 1 sent" in second.stderr


def test_explain_prints_the_words_and_the_count(desk: dict[str, object]) -> None:
    assert run(desk, desk["in"], "--no-alerts").exit_code == 0
    told = rashomon(
        "watch", "explain", "posture/troops", "--pack", desk["pack"], "--role", "state=Ruritania",
        "--database", desk["db"], "--now", NOW,
    )  # fmt: skip
    assert told.exit_code == 0, told.output
    assert "3 independent reports of 3 owners" in told.stdout
    assert "“Ruritania massed tanks at the border" in told.stdout
    wrong = rashomon(
        "watch", "explain", "posture/tanks", "--pack", desk["pack"], "--role", "state=Ruritania", "--database", desk["db"], "--now", NOW
    )  # fmt: skip
    assert wrong.exit_code == 2 and "there are posture/troops" in wrong.output


def test_copied_text_by_many_accounts_raises_nothing(tmp_path: Path, desk: dict[str, object]) -> None:
    text = (
        " ".join(TROOPS)
        + " The road was shut at noon and farmers were told to keep their cattle in the barns."
    )
    bots = [report(f"bot{n}", f"{text} #{n}", f"account_{n}", 28) for n in range(25)]
    desk["in"] = folder(tmp_path, [*dull(range(30)), *bots])
    made = run(desk, desk["in"], "--to", "-", "--no-alerts")
    (line,) = [json.loads(one) for one in made.stdout.splitlines()]
    assert line["state"] == "quiet" and line["sightings"] >= 25


def test_packs_are_listed_and_checked(tmp_path: Path) -> None:
    listed = rashomon("watch", "packs", "--now", "2026-11-28T00:00:00Z")
    assert listed.exit_code == 0 and "nuclear-posture" in listed.stdout and "--role state=" in listed.stdout
    good = pack_of(tmp_path)
    bad = pack_of(
        tmp_path,
        PACK.replace("raised: 0.003", "raise: 0.003").replace("name: posture", "name: two"),
        "bad.yaml",
    )
    assert rashomon("watch", "check", good, "--now", NOW).exit_code == 0
    told = rashomon("watch", "check", good, bad, tmp_path / "none.yaml", "--now", NOW)
    assert told.exit_code == 1
    assert "bad.yaml: indicators[1] troops: threshold: raise" in told.output and "none.yaml" in told.output
    over = rashomon("watch", "check", good, "--now", "2027-06-01T00:00:00Z")
    assert over.exit_code == 1 and "in the past" in over.output


def test_a_role_left_open_or_mistyped_is_told(desk: dict[str, object]) -> None:
    none = rashomon(
        "watch", "run", desk["in"], "--pack", desk["pack"], "--database", desk["db"], "--now", NOW
    )
    assert none.exit_code == 1 and "give --role state=NAME" in none.output
    typed = rashomon(
        "watch", "run", desk["in"], "--pack", desk["pack"], "--role", "state", "--database", desk["db"]
    )
    assert typed.exit_code == 2 and "ROLE=NAME" in typed.output
    assert rashomon("watch", "run", desk["in"], "--database", desk["db"]).exit_code == 2
