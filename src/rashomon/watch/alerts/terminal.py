"""Alerts on the terminal: plain lines, in which outside text can move no cursor."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.records import Alert
from rashomon.watch.alerts import _text


@dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """Standard error, so that JSON lines on standard output stay clean."""

    def send(self, alerts: Sequence[Alert], now: datetime, *, digest: bool = False) -> None:
        """Print them, the worst first as they are given."""
        for one in alerts:
            sys.stderr.write("\n".join(_text.lines(one)) + "\n")
