"""Messages (``.eml``), read with the standard library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from rashomon.collect.formats.html import page
from rashomon.collect.laying import Found
from rashomon.errors import Unreadable
from rashomon.records import Issue, Raw


@dataclass(frozen=True)
class Plugin:
    """``.eml``."""

    endings: tuple[str, ...] = (".eml",)

    def parse(self, raw: Raw) -> Iterator[Found | Issue]:
        message = message_from_bytes(raw.content, policy=policy.default)
        if not isinstance(message, EmailMessage) or not message.keys():
            raise Unreadable(raw.location, "it has no mail headers")
        body = message.get_body(("plain", "html"))
        text = ""
        if body is not None:
            text = str(body.get_content())
            if body.get_content_type() == "text/html":
                text = page(text).text
        name, address = parseaddr(str(message.get("From", "")))
        yield Found(
            text=text, title=str(message.get("Subject", "")), source=name or address, author=name,
            published=str(message.get("Date", "")) or None,
        )  # fmt: skip
