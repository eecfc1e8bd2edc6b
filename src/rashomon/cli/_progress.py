"""Progress on standard error: a live line on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType

EVERY = 10.0
"""Seconds between two plain lines in a log."""


class Progress:
    """Called by the flow with the stage, how many are done and of how many."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._last = time.monotonic()
        self._open = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        text = f"{stage} {done}/{total}" if total else f"{stage} {done}" if done else stage
        if self._live:
            sys.stderr.write(f"\r\x1b[2K{text}")
            sys.stderr.flush()
            self._open = True
        elif time.monotonic() - self._last > EVERY:
            self._last = time.monotonic()
            sys.stderr.write(f"… {text}\n")

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._open:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
