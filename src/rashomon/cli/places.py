"""``rashomon places``"""

from __future__ import annotations

import json

import click

from rashomon.cli import _options
from rashomon.config import Settings


@click.command()
@_options.lines
@_options.settings
def command(origin: str, target: str, settings: Settings) -> None:
    """Documents → GeoJSON: where the places are that they name, how exactly that is known, and whose they are said to be.

    A name of which nothing tells the place is left out. The map's index is built at first use (some 20 seconds).
    """
    from rashomon.flow import locate

    documents, issues = _options.documents(origin)
    features = []
    texts = {d.id: d.text for d in documents}
    for (document_id, start, end), place in sorted(locate(documents, settings).items()):
        text = texts[document_id]
        properties = {
            "document_id": document_id, "start": start, "end": end, "words": text[start:end], "name": place.name,
            "precision": place.precision, "state": place.state, "division": place.division, "geonames": place.geonames,
            "confidence": place.confidence,
            "views": [{"by": v.by, "says": v.says, "source": v.source} for v in place.views],
        }  # fmt: skip
        geometry = {"type": "Point", "coordinates": [place.lon, place.lat]}
        features.append({"type": "Feature", "geometry": geometry, "properties": properties})
    with _options.opened(target, "w") as stream:
        stream.write(
            json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False) + "\n"
        )
    _options.tell(issues)
    if not documents and issues:
        raise click.exceptions.Exit(1)
