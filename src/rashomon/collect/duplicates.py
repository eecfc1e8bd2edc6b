"""Documents that share an id: one document given twice, or two texts that were given one id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rashomon.collect.laying import issue
from rashomon.records import Document, Issue, Raw, content_id


@dataclass(slots=True)
class Met:
    """What one call of ``collect`` has met so far."""

    items: set[tuple[str, str]] = field(default_factory=set)
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Document id → hash of its text, and the item it was first met in."""
    here: set[str] = field(default_factory=set)
    """Document ids of the item at hand."""

    def is_new(self, raw: Raw) -> bool:
        """False where a folder and a file in it were both named."""
        self.here = set()
        key = (raw.location, raw.sha256)
        if key in self.items:
            return False
        self.items.add(key)
        return True

    def tell_apart(self, document: Document, raw: Raw) -> Iterator[Document | Issue]:
        """The document, under another id where its own stands for another text.

        The same document in another item is given again, as a later run over that item alone must find it; who
        consumes it knows it by its id.
        """
        text, place = self.texts.setdefault(document.id, (document.text_sha256, raw.location))
        if text != document.text_sha256:
            other = content_id(document.id, document.text)
            yield issue(
                raw, "duplicate_id", f"The id {document.id[:80]!r} stands for two texts; one was kept as {other}.",
                "Give each document its own id.", "warning",
            )  # fmt: skip
            document = replace(document, id=other)
            _, place = self.texts.setdefault(other, (document.text_sha256, raw.location))
        if document.id in self.here or place != raw.location:
            where = "twice in it" if document.id in self.here else f"also in {place}"
            yield issue(
                raw, "duplicate", f"The document {document.id[:80]!r} is {where}; it counts once.", "", "note"
            )
        if document.id not in self.here:
            self.here.add(document.id)
            yield document
