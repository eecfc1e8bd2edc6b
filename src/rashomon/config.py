"""``rashomon.toml``, checked. Its values are the CLI's defaults; secrets come only from the environment."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rashomon.errors import ConfigError

FILE = "rashomon.toml"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Collect(_Part):
    """Limits of the collecting stage. They bound memory and time against hostile input."""

    max_bytes: int = Field(default=20_000_000, gt=0)
    """Largest single item taken, in bytes (also after decompression)."""
    max_text: int = Field(default=2_000_000, gt=0)
    """Longest text of one document, in characters; a longer one is cut at a paragraph and an Issue says so."""
    timeout: float = Field(default=20.0, gt=0)
    """Seconds to wait for an address."""
    delay: float = Field(default=1.0, ge=0)
    """Seconds between two requests to one host."""
    user_agent: str = "rashomon/0.1 (research; respects robots.txt)"
    future_days: float = Field(default=2.0, ge=0)
    """A date further ahead of now than this is not believed and left out, with an Issue."""
    private_addresses: bool = False
    """Whether addresses inside your own network may be fetched (off: a feed must not make us call them)."""


class Read(_Part):
    reader: str = "auto"
    """A reader's name, or ``auto``: the best one present for each document's language."""
    batch: int = Field(default=64, gt=0)
    """Documents handed to the language model at a time."""


class Group(_Part):
    threshold: float | None = Field(default=None, gt=0, lt=1)
    """Likeness from which two reports tell the same story; empty takes the measured default."""
    owners: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Owner → its outlets, by name or site, beside those of ``group/owners.yaml``: copies inside one house are one root."""


class Watch(_Part):
    """What `rashomon watch run` takes where the command line names nothing, and who is told."""

    packs: tuple[str, ...] = ()
    """Packs by name, or files that end in .yaml."""
    roles: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Role → names of who fills it: ``state = ["Ruritania"]``."""
    least: Literal["high", "raised", "all"] = "raised"
    """From which state an alert is sent; ``all``: blind and lapsed too."""
    quiet: str = ""
    """Hours in which only ``high`` rings: ``22:00-07:00``."""
    zone: str = "UTC"
    """Of ``quiet`` and ``digest``, as ``Europe/Kyiv``."""
    digest: str = ""
    """Time of day from which what is not high is sent, once a day, as one message: ``08:00``; empty: at once."""
    alerts: dict[str, dict[str, Any]] = Field(default_factory=dict)
    """Channel (a file of ``watch/alerts``) → its settings."""


class Brief(_Part):
    format: Literal["html", "markdown", "json"] = "html"
    context: int = Field(default=160, ge=0)
    """Characters shown on either side of a quoted span."""
    numbers: bool = False
    """Whether the figure stands beside a word of likelihood: "likely (about 70 %)". On an HTML page it shows in any case when pointed at."""


class Settings(_Part):
    """All settings; every one has a default, so no file is needed."""

    database: str = "rashomon.db"
    """A file for SQLite, or a ``postgresql://`` address. ``RASHOMON_DATABASE`` in the environment comes first."""
    collect: Collect = Collect()
    read: Read = Read()
    group: Group = Group()
    brief: Brief = Brief()
    watch: Watch = Watch()


def load(path: Path | None = None, environ: dict[str, str] | None = None) -> Settings:
    """Settings from ``path``, or from ``rashomon.toml`` in this folder if it is there, else the defaults.

    Raises:
        ConfigError: the file is named but missing, is not TOML, or has a key or value that is not allowed.
    """
    environ = dict(os.environ) if environ is None else environ
    data: dict[str, Any] = {}
    file = path or Path(FILE)
    if path is not None or file.exists():
        try:
            data = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ConfigError(file, str(error)) from error
    if url := environ.get("RASHOMON_DATABASE"):
        data["database"] = url
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise ConfigError(file, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
