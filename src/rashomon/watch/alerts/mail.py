"""Alerts by e-mail, as plain text: nothing in it is rendered, and no text from outside gets into a header."""

from __future__ import annotations

import os
import smtplib
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Literal

from pydantic import ConfigDict, Field, field_validator
from pydantic.dataclasses import dataclass

from rashomon.errors import AlertError
from rashomon.records import Alert
from rashomon.watch.alerts import _text

LONGEST = 200
"""Characters of a subject."""


@dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """By SMTP. ``to`` says which address a name in a pack's ``tell`` has; whoever has none is left out, unless nobody has one.

    User and password come from the environment; without a user none is sent. ``tls``: starttls (a server that does not offer it is refused),
    ssl, or none, which is for a server on this machine.
    """

    host: str
    sender: str
    to: Mapping[str, str]
    port: int = Field(default=587, gt=0, lt=65536)
    tls: Literal["starttls", "ssl", "none"] = "starttls"
    user_env: str = "RASHOMON_MAIL_USER"
    password_env: str = field(default="RASHOMON_MAIL_PASSWORD")
    timeout: float = Field(default=20.0, gt=0)

    @field_validator("sender")
    @classmethod
    def _sender(cls, text: str) -> str:
        return address(text)

    @field_validator("to")
    @classmethod
    def _to(cls, names: Mapping[str, str]) -> Mapping[str, str]:
        if not names:
            raise ValueError("to is empty, so nobody would be told")
        return {name: address(one) for name, one in names.items()}

    def send(self, alerts: Sequence[Alert], now: datetime, *, digest: bool = False) -> None:
        """One message each, or one for a digest.

        Raises:
            AlertError: the server did not take it, or asks for what is not in the environment.
        """
        groups = [list(alerts)] if digest else [[one] for one in alerts]
        try:
            with self._server() as server:
                for group in groups:
                    server.send_message(self.message(group, now, digest=digest))
        except (OSError, smtplib.SMTPException) as error:
            raise AlertError(f"mail by {self.host}", str(error) or type(error).__name__) from error

    def message(self, alerts: Sequence[Alert], now: datetime, *, digest: bool) -> EmailMessage:
        """The message as it is sent."""
        made = EmailMessage()
        made["Subject"] = _text.title(list(alerts), digest)[:LONGEST]
        made["From"] = self.sender
        made["To"] = ", ".join(self.recipients(alerts))
        made["Date"] = format_datetime(now)
        made["Message-ID"] = f"<{'-'.join([alerts[0].id, str(len(alerts))])}@rashomon.invalid>"
        made["Auto-Submitted"] = "auto-generated"
        made.set_content("\n\n".join("\n".join(_text.lines(one)) for one in alerts) + "\n")
        return made

    def recipients(self, alerts: Sequence[Alert]) -> tuple[str, ...]:
        """Addresses of who must be told; all of them where a pack names nobody that we know, lest it be lost."""
        named = [self.to[name] for one in alerts for name in one.tell if name in self.to]
        return tuple(dict.fromkeys(named or self.to.values()))

    def _server(self) -> smtplib.SMTP:
        if self.tls == "ssl":
            made: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=self.timeout, context=ssl.create_default_context()
            )
        else:
            made = smtplib.SMTP(self.host, self.port, timeout=self.timeout)
        try:
            if self.tls == "starttls":
                made.starttls(context=ssl.create_default_context())
            if user := os.environ.get(self.user_env, ""):
                made.login(user, os.environ.get(self.password_env, ""))
        except BaseException:
            made.close()
            raise
        return made


def address(text: str) -> str:
    """A bare address.

    Raises:
        ValueError: it has a line break, a comma or a blank, with which further headers or recipients could be put in.
    """
    name, at, host = text.rpartition("@")
    if not at or not name or not host or any(not c.isprintable() or c in ' ,;<>"\\' for c in text):
        raise ValueError(f"{text!r} is not one plain address")
    return text
