"""A brief as JSON data: the record itself, and each citation with W3C Web Annotation selectors."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rashomon import edge
from rashomon.brief import cite
from rashomon.brief.exporters import _page, _plain
from rashomon.brief.words import NOTE
from rashomon.records import Brief, Coverage, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """JSON. ``citations`` lists every place cited, numbered as in the other forms."""

    def export(
        self, briefs: Sequence[Brief], coverage: Coverage, *, context: int, numbers: bool = True
    ) -> dict[str, str]:
        """``brief.json`` for one, else ``index.json`` and a file each. ``context``: characters of prefix and suffix.

        Figures of likelihood are data and always there, whatever ``numbers`` says.
        """
        covered = edge.to_data(coverage)
        order = _page.ranked(briefs)
        if len(order) == 1:
            return {"brief.json": _text({**_data(order[0], context), "coverage": covered})}
        files: dict[str, str] = {}
        stories, taken = [], set[str]()
        for brief in order:
            page = _page.Page(brief, 0)
            name = _plain.name(page.headline, taken, brief.story_id) + ".json"
            files[name] = _text(_data(brief, context))
            stories.append(
                {
                    "story_id": brief.story_id,
                    "file": name,
                    "title": brief.title.text,
                    "contested": brief.contested,
                    "documents": len(brief.documents),
                    "roots": page.roots,
                    "claims": len(brief.claims),
                }
            )
        return {"index.json": _text({"stories": stories, "coverage": covered}), **files}


def _data(brief: Brief, context: int) -> dict[str, Any]:
    documents = {one.id: one for one in brief.documents}
    citations = []
    for span, number in cite.numbers(brief).items():
        one = documents[span.document_id]
        target = _target(span, one.text, one.url, context)
        citations.append({"number": number, "document_id": one.id, "target": target})
    return {
        "note": list(NOTE),
        "brief": edge.to_data(brief),
        "citations": citations,
        "geojson": _features(brief),
    }


def _features(brief: Brief) -> dict[str, Any]:
    """The brief's places as a GeoJSON FeatureCollection; contested ground with each side's view and no state."""
    features = []
    for pin in brief.places:
        place = pin.place
        properties = {
            "number": pin.number, "name": place.name, "precision": place.precision, "state": place.state,
            "division": place.division, "geonames": place.geonames, "documents": pin.documents, "roots": pin.roots,
            "happenings": pin.happenings, "document_id": pin.span.document_id, "start": pin.span.start, "end": pin.span.end,
            "words": pin.span.quote, "views": [{"by": v.by, "says": v.says, "source": v.source} for v in place.views],
        }  # fmt: skip
        geometry = {"type": "Point", "coordinates": [place.lon, place.lat]}
        features.append({"type": "Feature", "geometry": geometry, "properties": properties})
    return {"type": "FeatureCollection", "features": features}


def _target(span: Span, text: str, url: str, context: int) -> dict[str, Any]:
    """A SpecificResource of the W3C Web Annotation model: by quote and by position, in code points."""
    return {
        "type": "SpecificResource",
        "source": url or f"urn:rashomon:document:{span.document_id}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.quote,
                "prefix": text[max(0, span.start - context) : span.start],
                "suffix": text[span.end : span.end + context],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _text(data: object) -> str:
    """Readable JSON; half of a surrogate pair, which no encoding holds, is written as its escape."""
    made = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found.group()):04x}", made)
