"""HTML: one self-contained file for each brief, without scripts and without anything fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.brief.cite import numbers
from rashomon.brief.exporters import _page
from rashomon.records import Brief, Coverage


@dataclass(frozen=True)
class Plugin:
    """``brief.html``, or ``index.html`` and a file for each story."""

    def export(self, briefs: Sequence[Brief], coverage: Coverage, *, context: int) -> dict[str, str]:
        names = _page.file_names(briefs, "html")
        single = len(briefs) == 1
        files: dict[str, str] = {}
        if not single:
            rows = list(zip(briefs, names, strict=True))
            files["index.html"] = _template("index.html").render(rows=rows, coverage=coverage, **_tools())
        for brief, name in zip(briefs, names, strict=True):
            files[name] = _template("brief.html").render(
                brief=brief,
                notes={note.number: note for note in _page.notes(brief, context)},
                number=numbers(brief),
                coverage=coverage if single else None,
                **_tools(),
            )
        return files


def _tools() -> dict[str, Any]:
    return {"line": _page.line, "when": _page.when, "covered": _page.coverage, "address": _page.address}


@cache
def _template(name: str) -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("rashomon.brief.exporters", "templates")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(name)
