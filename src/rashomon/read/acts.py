"""What a cue does: asserts, denies, accuses … The closed list, its meaning and its edges are in ``codebook.md``."""

from __future__ import annotations

from rashomon.read.languages.en import ACTS, NOUN_ACTS

CLOSED = (
    "asserts", "confirms", "denies", "partly_denies", "accuses", "doubts", "demands", "threatens", "promises", "warns",
    "declines", "retracts", "asks", "hearsay", "believes",
)  # fmt: skip
"""Every value that ``Attribution.act`` takes."""


def act_of(lemma: str, frame: str = "") -> str:
    """The act of a cue by its head word and the frame of its content ("call" + "for" demands, "call" + "oo" asserts)."""
    by_frame = ACTS.get(f"{lemma} {frame.lstrip('p')}") or ACTS.get(f"{lemma} {frame}")
    return by_frame or ACTS.get(lemma) or NOUN_ACTS.get(lemma, "asserts")
