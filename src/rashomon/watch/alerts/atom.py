"""Alerts as an Atom feed in a file (RFC 4287), to be served or read by any feed reader."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree
from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from rashomon.errors import AlertError
from rashomon.records import Alert
from rashomon.watch.alerts import _text

ATOM = "http://www.w3.org/2005/Atom"
ATTACKS = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


@dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """New entries come first, and each stays until ``keep`` newer ones are there. All text is text: nothing in it is markup."""

    file: Path
    title: str = "Rashomon: alerts"
    keep: int = Field(default=200, gt=0)

    def send(self, alerts: Sequence[Alert], now: datetime, *, digest: bool = False) -> None:
        """Write them into the file, in one step: a reader never sees half of it.

        Raises:
            AlertError: the file is no feed of ours, or cannot be written.
        """
        kept = self._entries()
        new = [_entry(one, now) for one in alerts]
        ids = {_id(one) for one in new}
        root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})  # type: ignore[dict-item]
        _add(root, "id", "urn:rashomon:alerts")
        _add(root, "title", self.title)
        _add(root, "updated", _stamp(now))
        root.extend([*new, *(one for one in kept if _id(one) not in ids)][: self.keep])
        data = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
        part = self.file.with_name(f".{self.file.name}.{os.getpid()}")
        try:
            part.write_bytes(data)
            part.replace(self.file)
        except OSError as error:
            raise AlertError(self.file, error.strerror or str(error)) from error

    def _entries(self) -> list[etree._Element]:
        if not self.file.exists():
            return []
        try:
            root = etree.fromstring(self.file.read_bytes(), etree.XMLParser(**ATTACKS))  # type: ignore[arg-type]
        except (OSError, etree.XMLSyntaxError) as error:
            raise AlertError(self.file, f"it is no Atom feed: {error}", "Name another file.") from error
        if root.tag != f"{{{ATOM}}}feed":
            raise AlertError(self.file, "it is no Atom feed", "Name another file.")
        return list(root.findall(f"{{{ATOM}}}entry"))


def _entry(alert: Alert, now: datetime) -> etree._Element:
    entry = etree.Element(f"{{{ATOM}}}entry")
    _add(entry, "id", f"urn:rashomon:alert:{alert.id}")
    _add(entry, "title", _text.headline(alert))
    _add(entry, "updated", _stamp(now))
    _add(entry, "published", _stamp(alert.at))
    author = etree.SubElement(entry, f"{{{ATOM}}}author")
    _add(author, "name", "Rashomon")
    etree.SubElement(entry, f"{{{ATOM}}}category", term=alert.state)
    content = _add(entry, "content", "\n".join(_text.lines(alert)))
    content.set("type", "text")
    return entry


def _add(parent: etree._Element, name: str, text: str) -> etree._Element:
    one = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    # XML has no place for control characters and halves of surrogate pairs, not even escaped
    one.text = "".join(
        c
        if c == "\n" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
        else " "
        for c in text
    )
    return one


def _id(entry: etree._Element) -> str:
    return entry.findtext(f"{{{ATOM}}}id") or ""


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
