"""Who owns an outlet, where that is public: copies inside one house are one root though no line says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

from rashomon.group.credit import level
from rashomon.records import Document


@cache
def _known() -> dict[str, str]:
    """Level name or site of an outlet → its owner."""
    data = yaml.safe_load((Path(__file__).parent / "owners.yaml").read_text(encoding="utf-8"))
    return {level(outlet): owner for owner, entry in data.items() for outlet in entry["outlets"]}


class Owners:
    """The table of ``owners.yaml`` and what a desk adds to it.

    Args:
        added: owner → names or sites of outlets; it wins where both name an outlet.
    """

    def __init__(self, added: Mapping[str, Sequence[str]] | None = None) -> None:
        self._owner = dict(_known())
        for owner, outlets in (added or {}).items():
            self._owner.update({level(outlet): owner for outlet in outlets})

    def of(self, document: Document) -> str:
        """The owner's name, or empty where none is known."""
        for name in (level(document.source), _site(document.source), _site(document.url)):
            while name:
                if found := self._owner.get(name):
                    return found
                # news.example.com belongs to whoever owns example.com
                name = name.partition(".")[2] if name.count(".") > 1 else ""
        return ""


def _site(address: str) -> str:
    site = address.partition("://")[2] or address
    site = site.partition("/")[0].casefold()
    return site.removeprefix("www.") if "." in site else ""
