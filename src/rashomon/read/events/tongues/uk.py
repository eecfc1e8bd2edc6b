"""Ukrainian: see ``slavic``."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.read.events.tongues._slavic import Slavic


@dataclass(frozen=True)
class Plugin(Slavic):
    """Events in Ukrainian."""

    language: str = "uk"
