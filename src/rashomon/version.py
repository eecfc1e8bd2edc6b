"""Which code made an answer: a fingerprint, so that a stored answer is used again only by the code that gave it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rashomon.read.neural.place import folder

HOME = Path(__file__).parent
CODE = (".py", ".yaml", ".csv", ".html", ".css")


def release() -> str:
    """The installed version, as in ``0.1.0``."""
    try:
        return version("rashomon")
    except PackageNotFoundError:
        return "unknown"


@cache
def fingerprint(*parts: str) -> str:
    """12 hex digits over the contents of the named files and folders of the package (all of it when none is named).

    A changed word list or rule gives another fingerprint, so readings and briefs in a database made before the
    change are made anew instead of being shown as if nothing had happened.
    """
    digest = hashlib.sha256()
    for part in parts or (".",):
        place = HOME / part
        files = [place] if place.is_file() else sorted(p for p in place.rglob("*") if p.suffix in CODE)
        for file in files:
            digest.update(file.relative_to(HOME).as_posix().encode())
            digest.update(file.read_bytes())
    if "read" in parts:
        digest.update(
            (HOME / "link" / "registry" / "states.yaml").read_bytes()
        )  # what read/states.py draws on
    if (not parts or "read" in parts) and (trained := folder()):
        digest.update((trained / "card.json").read_bytes())  # names the weights by their hash
    if not parts:
        # Here, since it brings numpy along.
        from rashomon.claim.stance.place import folder as stance

        digest.update((trained / "card.json").read_bytes() if (trained := stance()) else b"none")
    return digest.hexdigest()[:12]
