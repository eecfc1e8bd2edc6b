"""What a cue does: asserts, denies, accuses … The closed list, its meaning and its edges are in ``codebook.md``."""

from __future__ import annotations

from rashomon.read.languages.en import ACTS

CLOSED = (
    "asserts", "confirms", "denies", "partly_denies", "accuses", "doubts", "demands", "threatens", "promises", "warns",
    "declines", "retracts", "asks", "hearsay", "believes",
)  # fmt: skip
"""Every value that ``Attribution.act`` takes."""


def act_of(lemma: str, frame: str = "") -> str:
    """The act of a cue by its head word and the frame of its content: "call" with "for" demands, without it asserts.

    ``frame`` is one of ``languages/_en_frames.py``; "silent" stands for a question left unanswered.
    """
    if frame == "silent":
        return "declines"
    plain = frame.removeprefix("p")
    return ACTS.get(f"{lemma} {plain}") or ACTS.get(lemma, "asserts")
