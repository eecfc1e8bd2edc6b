"""One source's word on one claim: what the record of sources is learnt from, and what a claim is weighed by."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Literal

from rashomon.errors import RecordError

Word = Literal["asserts", "denies", "silent"]
"""``silent``: it was expected to speak and did not. A source that nobody expected anything from has no report at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Where one source stands on one claim, with what is known of it beforehand.

    Raises:
        RecordError: its time is no number of days.
    """

    claim: str
    source: str
    word: Word = "asserts"
    root: str = ""
    """Whose words these are: reports of one claim with one root and one word are one report. The id of a document, or the name of
    another source of the claim. Empty: nothing shows that it copies."""
    topic: str = ""
    """What the claim is about; a source may be good on one topic and bad on another."""
    interest: int = 0
    """1: the source gains if the claim is believed; -1: it gains if the claim is not believed; 0: neither is known."""
    side: str = ""
    """The camp it belongs to, where that is known."""
    at: float = 0.0
    """Days on any scale common to all reports of a set; the last word of a source on a claim is the one that counts."""

    def __post_init__(self) -> None:
        if not isfinite(self.at):  # one such time would make every figure of a set no number
            raise RecordError(f"report of {self.source} on {self.claim}", f"its time is {self.at}")
