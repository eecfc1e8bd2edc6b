"""A run that is cut off: by a full disk, by kill -9. What was committed stays, and the next run goes on from there."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

NOW = "2026-01-05T00:00:00Z"


def corpus(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        text = (
            f"Report {number} from the harbour\n\nThe harbour master of port {number} said that ship {number} had left. "
            f"Its owner, firm {number * 7}, denied that ship {number} had left without papers. "
        )
        (folder / f"{number:03}.txt").write_text(text * 3, encoding="utf-8")
    return folder


def command(folder: Path, database: Path, to: Path) -> list[str]:
    own = [sys.executable, "-m", "rashomon", "brief", str(folder), "--database", str(database)]
    return [*own, "--to", str(to), "--now", NOW, "--format", "json"]


def small_files() -> None:
    """Files may not grow past 64 kB, as on a disk with no room; Python turns the signal into an error."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (64_000, 64_000))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def test_a_full_disk_is_told_and_the_next_run_continues(tmp_path: Path) -> None:
    folder, database = corpus(tmp_path / "in", 12), tmp_path / "r.db"
    failed = subprocess.run(
        command(folder, database, tmp_path / "out"),
        capture_output=True,
        text=True,
        preexec_fn=small_files,
        check=False,
    )
    assert failed.returncode != 0
    assert "r.db" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert "run the same command again" in failed.stderr
    again = subprocess.run(
        command(folder, database, tmp_path / "out"), capture_output=True, text=True, check=False
    )
    assert again.returncode == 0, again.stderr
    assert list((tmp_path / "out").glob("*.json"))


def readings(database: Path) -> int:
    if not database.exists():
        return 0
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as store:
            return int(store.execute("select count(*) from readings").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_kill_9_loses_nothing_committed_and_the_next_run_ends_as_if_nothing_had_been(tmp_path: Path) -> None:
    folder, database = corpus(tmp_path / "in", 150), tmp_path / "r.db"
    running = subprocess.Popen(
        command(folder, database, tmp_path / "out"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONHASHSEED": "1"},
    )
    for _ in range(2000):
        if readings(database) or running.poll() is not None:
            break
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()
    before = readings(database)
    assert 0 < before <= 150
    for place, base in (("out", database), ("whole", tmp_path / "other.db")):
        done = subprocess.run(
            command(folder, base, tmp_path / place), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    assert readings(database) == 150
    names = sorted(file.name for file in (tmp_path / "whole").iterdir())
    assert names == sorted(file.name for file in (tmp_path / "out").iterdir())
    for name in names:
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes(), name
