"""Alerts as signed JSON to an address: the receiver can tell that it is ours, whole, and new."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import httpx
from pydantic import ConfigDict, Field, field_validator
from pydantic.dataclasses import dataclass

from rashomon import edge
from rashomon.errors import AlertError
from rashomon.records import Alert
from rashomon.watch.alerts import _text

SIGNATURE = "X-Rashomon-Signature"
TIMESTAMP = "X-Rashomon-Timestamp"


@dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """POST with ``X-Rashomon-Signature: sha256=…``, the HMAC of ``timestamp.body`` by the secret in the environment.

    The time is signed with the body, so that an old message cannot be sent again later unnoticed. Redirects are not followed: the
    signed words go where the settings say and nowhere else.
    """

    url: str
    secret_env: str = "RASHOMON_WEBHOOK_SECRET"  # noqa: S105 - the name of a variable
    timeout: float = Field(default=10.0, gt=0)
    tries: int = Field(default=2, ge=1, le=5)

    @field_validator("url")
    @classmethod
    def _web(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("url is not an http or https address")
        if parts.username or parts.password:
            raise ValueError("url holds a password; secrets come from the environment")
        return url

    def send(self, alerts: Sequence[Alert], now: datetime, *, digest: bool = False) -> None:
        """One request each, or one for a digest.

        Raises:
            AlertError: no secret is set, or the address did not answer with 2xx.
        """
        secret = os.environ.get(self.secret_env, "")
        if not secret:
            raise AlertError(
                "webhook", f"no secret in {self.secret_env}", f"Set {self.secret_env} in the environment."
            )
        for group in [list(alerts)] if digest else [[one] for one in alerts]:
            self._post(body(group, digest), secret.encode(), now)

    def _post(self, data: bytes, secret: bytes, now: datetime) -> None:
        stamp = str(int(now.timestamp()))
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "rashomon",
            TIMESTAMP: stamp,
            SIGNATURE: f"sha256={sign(secret, stamp, data)}",
        }
        why = ""
        for _ in range(self.tries):
            try:
                answer = httpx.post(
                    self.url, content=data, headers=headers, timeout=self.timeout, follow_redirects=False
                )
            except httpx.HTTPError as error:
                why = str(error) or type(error).__name__
                continue
            if answer.is_success:
                return
            why = f"it answered {answer.status_code}"
            if answer.status_code < 500:
                break  # it was understood and refused; saying it again changes nothing
        raise AlertError(_site(self.url), why)


def sign(secret: bytes, stamp: str, data: bytes) -> str:
    """HMAC-SHA256 of ``stamp.body``, in hex."""
    return hmac.new(secret, stamp.encode() + b"." + data, hashlib.sha256).hexdigest()


def body(alerts: Sequence[Alert], digest: bool) -> bytes:
    """``{"title", "digest", "alerts": [Alert…]}``; ASCII only, so that no text in it can be taken for more than a text."""
    data: dict[str, Any] = {
        "title": _text.title(list(alerts), digest),
        "digest": digest,
        "alerts": [edge.to_data(one) for one in alerts],
    }
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode()


def _site(url: str) -> str:
    """Without path and query, which may hold a token."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname}"
