"""Messages (``.eml``), read with the standard library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from typing import Any

from rashomon.collect.decoding import MAGIC, decode
from rashomon.collect.formats.html import page
from rashomon.collect.laying import Found, issue
from rashomon.errors import Unreadable
from rashomon.records import Issue, Media, Raw, content_id

_HEADER = re.compile(
    rb"(?:\A|\n)(?:From|To|Subject|Date|Message-ID|Received|MIME-Version)[ \t]*:", re.IGNORECASE
)
_CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]{2,40})", re.IGNORECASE)


LONGEST_HEADER = 2000
"""Characters of a header that are parsed: the standard library's time grows with the square."""


class _Bounded(policy.EmailPolicy):
    """The default policy, which reads no header further than ``LONGEST_HEADER``."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:LONGEST_HEADER])


@dataclass(frozen=True)
class Plugin:
    """``.eml``."""

    endings: tuple[str, ...] = (".eml",)

    def parse(self, raw: Raw) -> Iterator[Found | Issue]:
        head = raw.content[:100_000].partition(b"\n\n")[0].partition(b"\r\n\r\n")[0]
        if raw.content.startswith(tuple(magic for magic, _ in MAGIC)) or not _HEADER.search(head):
            raise Unreadable(
                raw.location, "it has no mail headers", "Save the message as .eml from a mail program."
            )
        message = message_from_bytes(raw.content, policy=_Bounded())
        assert isinstance(message, EmailMessage)
        text, doubt = _body(message, raw)
        if doubt:
            yield issue(raw, "wrong_encoding", doubt, "Save the message again.", "warning")
        name, address = parseaddr(_header(message, "From"))
        number = _header(message, "Message-ID")
        yield Found(
            id=content_id("mail", number, text) if number else "",
            text=text,
            title=_header(message, "Subject"),
            source=name or address,
            author=name,
            published=_header(message, "Date"),
            media=tuple(_attachments(message)),
        )


def _header(message: MIMEPart, name: str) -> str:
    """A header decoded; as it stands where the standard library stumbles over it."""
    try:
        return str(message.get(name, "")).strip()
    except Exception:  # noqa: BLE001 - its header parser raises IndexError, AttributeError and more on odd input
        return next(
            (str(value) for key, value in message.raw_items() if key.lower() == name.lower()), ""
        ).strip()


def _body(message: EmailMessage, raw: Raw) -> tuple[str, str]:
    """The plain part, else the HTML part as text; and a doubt about its letters."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return "", ""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return "", ""
    kind = _header(part, "Content-Type").lower()
    declared = _CHARSET.search(kind)
    text, doubt = decode(content, raw.location, declared.group(1) if declared else "")
    if part.get_content_type() == "text/html":
        return page(text, "", raw.fetched_at)[0].text, doubt
    if "flowed" in kind:
        # RFC 3676: a space at the end of a line says that the paragraph goes on.
        text = re.sub(r"(?<!^--) \r?\n(?!>)", " ", text)
    return text, doubt


def _attachments(message: EmailMessage) -> Iterator[Media]:
    for part in message.iter_attachments():
        kind = part.get_content_maintype()
        name = part.get_filename() or part.get_content_type()
        yield Media(
            kind={"image": "photo", "video": "video", "audio": "audio"}.get(kind, "file"), name=str(name)
        )
