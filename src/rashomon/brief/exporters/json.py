"""JSON: briefs as data, spans with W3C Web Annotation selectors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rashomon import edge
from rashomon.brief.cite import numbers
from rashomon.records import Brief, Coverage


@dataclass(frozen=True)
class Plugin:
    """One file with every brief, its citations and the coverage."""

    def export(self, briefs: Sequence[Brief], coverage: Coverage, *, context: int) -> dict[str, str]:
        data = {"coverage": edge.to_data(coverage), "briefs": [_brief(brief, context) for brief in briefs]}
        return {"brief.json": json.dumps(data, ensure_ascii=False, indent=1) + "\n"}


def _brief(brief: Brief, context: int) -> dict[str, Any]:
    texts = {document.id: document.text for document in brief.documents}
    data = edge.to_data(brief)
    data["citations"] = [
        {
            "number": number,
            "source": span.document_id,
            "selector": [
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": span.quote,
                    "prefix": texts[span.document_id][max(0, span.start - context) : span.start],
                    "suffix": texts[span.document_id][span.end : span.end + context],
                },
            ],
        }
        for span, number in numbers(brief).items()
    ]
    return data
