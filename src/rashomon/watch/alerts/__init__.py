"""Channels of alerts, one file each, found by name. A channel sends what it is given and raises AlertError if it could not.

Addresses are settings; secrets come only from the environment, by the name that a setting ends in ``_env`` gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from rashomon.records import Alert


class Channel(Protocol):
    """What a plug-in in this folder is."""

    def send(self, alerts: Sequence[Alert], now: datetime, *, digest: bool = False) -> None:
        """Deliver these, as one message if ``digest``, else one each.

        Raises:
            AlertError: nothing was delivered, or not all.
        """
