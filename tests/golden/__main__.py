"""Write what the readers give now for every golden text, so that the diff can be reviewed."""

from __future__ import annotations

from pathlib import Path

from rashomon.read import read
from rashomon.records import Document, Reading

HOME = Path(__file__).parent / "read"


def reading_of(file: Path) -> Reading:
    """The reading of a golden text by the reader ``rules``."""
    document = Document(id=file.stem, text=file.read_text(encoding="utf-8"), language="en")
    return next(one for one in read([document], reader="rules") if isinstance(one, Reading))


def rows(reading: Reading, text: str) -> list[str]:
    """One line for each attribution, in words: what a reviewer reads."""
    made = []
    for one in reading.attributions:
        parts = [
            " // ".join(" ".join(text[s:e].split()) for s, e in piece)
            for piece in (one.source, one.cue, one.content)
        ]
        act = one.act + (" not" if one.negated else "")
        made.append(f"{act} | {one.form} | {one.speaker.text} | " + " | ".join(parts))
    return made


if __name__ == "__main__":
    for file in sorted(HOME.glob("*.txt")):
        reading = reading_of(file)
        expected = "\n".join(rows(reading, file.read_text(encoding="utf-8"))) + "\n"
        file.with_suffix(".expected").write_text(expected, encoding="utf-8")
