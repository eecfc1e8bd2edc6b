"""A brief as one HTML file: no script, nothing fetched, readable on a phone, on paper and in the dark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.brief import words
from rashomon.brief.exporters import _map, _page, _plain
from rashomon.records import Brief, Coverage

if TYPE_CHECKING:
    from jinja2 import Environment

QUIET = frozenset(
    "disputed denied uncontested retracted time language relation hash link author explanation grade turn views gains key".split()
)
"""Details whose basis the page itself shows elsewhere (the claim's positions, the document's own data)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """HTML. Each citation shows its words in context when pointed at or focused, and leads to its note."""

    def export(
        self, briefs: Sequence[Brief], coverage: Coverage, *, context: int, numbers: bool = False
    ) -> dict[str, str]:
        """``brief.html`` for one, else ``index.html`` and a file each. ``context``: characters beside a quotation.

        ``numbers``: figures beside the words of likelihood; without it they show when a word is pointed at.
        """
        pages = [_page.Page(brief, context, numbers=numbers) for brief in _page.ranked(briefs)]
        if len(pages) == 1:
            return {"brief.html": _render("brief.html", page=pages[0], coverage=coverage, index="")}
        taken: set[str] = set()
        names = [_plain.name(page.headline, taken, page.brief.story_id) + ".html" for page in pages]
        stories = list(zip(names, pages, strict=True))
        files = {
            name: _render("brief.html", page=page, coverage=None, index="index.html")
            for name, page in stories
        }
        return {"index.html": _render("index.html", stories=stories, coverage=coverage), **files}


def _render(template: str, **values: Any) -> str:
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    """Jinja with escaping on; every printed value first has its hidden characters shown (``finalize``)."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Not isinstance: escaped text (Markup) is a str too and must stay what it is.
        finalize=lambda value: _plain.visible(value) if type(value) is str else value,
    )
    made.globals |= {
        "notes_on_reading": words.NOTE,
        "label": _page.label,
        "drawn": _map.draw,
        "kinds": words.KINDS,
        "coverage_lines": _page.coverage_lines,
        "issues": _page.issues,
        "quiet": QUIET,
    }
    made.filters |= {
        "link": _plain.link,
        "stamp": words.stamp,
        "day": words.day,
        "when": words.when,
        "counted": words.count,
        "slug": lambda text: re.sub(r"[^a-z0-9]+", "-", str(text).lower()).strip("-"),
    }
    return made
