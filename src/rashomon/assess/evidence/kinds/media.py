"""What can be looked at: footage, recordings, instruments, traces; told of in sentences, or carried by a report."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from rashomon.assess.evidence.case import Case
from rashomon.assess.evidence.draft import Draft
from rashomon.assess.evidence.kinds._sentence import search, vouched
from rashomon.assess.evidence.lexicon import shows
from rashomon.records import Document, Media, Span


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Plugin:
    """Sentences that tell of media or traces, and what documents carry; nothing is opened or looked at. No settings."""

    def find(self, case: Case) -> Iterator[Draft]:
        for draft, one, found in search(case, "media"):
            text, language = one.span.quote, one.language
            missing = {sort for sort, _ in one.sorts.get("absence", ())} & {"no_proof", "not_found"}
            if missing and "footage" not in found:
                continue  # "no wreckage has been found" is an absence
            seen, shower = vouched(case, one)
            stale = shows("stale", text, language) or "stale" in found
            answers = bool(shower) and case.is_accused(shower) and shower not in case.about.admitting
            # Whoever is blamed shows what clears it; of what it says itself the words tell.
            against = stale or (answers and one.party in ("", shower))
            names_doer = any(case.is_accused(name.party) for name in one.names)
            made = draft.of(
                direction="against" if against else "for",
                sort=found[0],
                seen=seen,
                weak=seen == "independent" and case.alike(one) < PLAIN,
                tells="deed" if case.about.accused and not names_doer else "doer",
            )
            yield (
                made.of(source=shower, name=case.name(shower)) if shower and shower != draft.source else made
            )
        for document in case.documents:
            if document.id in case.carriers:
                for number, media in enumerate(document.media[:MOST]):
                    yield _carried(case, document, media, number)


PLAIN = 3
"""Words of weight that a finding shares with the claim, below which it bears on a part of it only."""
MOST = 3
"""Media of one document that are told of."""


def _carried(case: Case, document: Document, media: Media, number: int) -> Draft:
    """What a report carries, cited by its caption, or where that does not stand in the text by the report's first line."""
    outlet = case.outlet(document.id)
    at = document.text.find(media.caption) if media.caption else -1
    if at >= 0:
        span = case.span(document.id, at, at + len(media.caption))
    else:
        start = len(document.text) - len(document.text.lstrip())
        line = document.text.find("\n", start)
        span = case.span(document.id, start, min(len(document.text) if line < 0 else line, start + 400))
    return Draft(
        kind="media",
        text=span.quote,
        spans=(Span(document_id=span.document_id, start=span.start, end=span.end, quote=span.quote),)
        if span.quote
        else (),
        source=outlet,
        name=outlet,
        direction="for",
        tells="deed" if case.about.accused else "doer",
        sort=f"carried {media.kind or 'file'} {number + 1}",
        root_id=case.root(document.id, span.start, span.end),
        at=document.published_at,
        why=(f"{outlet} carries a {media.kind or 'file'} with it, which nobody here has looked at.",),
    )
