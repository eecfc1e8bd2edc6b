"""What others make of the texts: names by the rules reader, role scores by the teacher; kept on disk, made once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.read.neural.pieces import pieces
from training.attribution.corpus import Example
from training.attribution.measure import scores
from training.attribution.network import Network

CONTEXT = 10
"""Pieces of context that the teacher gets at a cut."""
Names = dict[str, list[tuple[str, int, int]]]


def names(examples: Sequence[Example], file: Path) -> Names:
    """Kind, start and end of every name that spaCy and the rules of ``read/mentions.py`` find."""
    known: Names = {}
    if file.exists():
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                known[row["name"]] = [tuple(one) for one in row["names"]]
    missing = [one for one in examples if one.name not in known]
    if missing:
        from rashomon.read.mentions import mentions
        from rashomon.read.readers.rules import model

        with file.open("a", encoding="utf-8") as out:
            parsed = model().pipe((one.text for one in missing), batch_size=16)
            for one, doc in zip(missing, parsed, strict=True):
                known[one.name] = [(m.kind, m.start, m.end) for m in mentions(doc)]
                out.write(json.dumps({"name": one.name, "names": known[one.name]}) + "\n")
    return known


def soft(
    teacher: Network,
    own: Tokenizer,
    examples: Sequence[Example],
    tokenizer: Tokenizer,
    length: int,
    folder: Path,
) -> list[NDArray[np.float16]]:
    """The teacher's role scores for each piece of the student's, kept in ``folder``: a rerun goes on where it stopped.

    Where the two cut a word apart differently, a piece takes the scores of the teacher's piece that holds its start.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number, one in enumerate(examples):
        file = folder / f"{one.name}.npy"
        if not file.exists():
            theirs = pieces(one.text, own)
            given = scores(teacher, theirs, length, CONTEXT)[0]
            ours = pieces(one.text, tokenizer)
            at = np.searchsorted(theirs.ends, ours.starts, side="right").clip(0, max(0, len(theirs) - 1))
            rows = given[at].astype(np.float16) if len(theirs) else given.astype(np.float16)
            # "B" only where the teacher's piece begins: inside one of its pieces B would begin a second span.
            again = (ours.starts > theirs.starts[at]) if len(theirs) else np.zeros(0, dtype=bool)
            for label in range(1, rows.shape[1], 2):
                begun = again & (rows[:, label] > rows[:, label + 1])
                rows[begun, label + 1], rows[begun, label] = rows[begun, label], rows[begun, label + 1]
            np.save(file, rows)
        made.append(np.load(file))
        if number % 100 == 0:
            print(f"taught {number}/{len(examples)}", flush=True)
    return made
