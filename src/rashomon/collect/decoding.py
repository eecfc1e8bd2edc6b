"""Bytes to text: what they declare, else what they most likely are; never a silent guess."""

from __future__ import annotations

import re

from rashomon.errors import Unreadable

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_\-]+)", re.IGNORECASE)
MAGIC = (
    (b"PK\x03\x04", "a zip archive"), (b"\x1f\x8b", "gzip data"), (b"%PDF", "a PDF"), (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"BZh", "bzip2 data"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xfd7zXZ", "xz data"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"SQLite format 3", "a database"),
)  # fmt: skip


def decode(content: bytes, name: str) -> tuple[str, str]:
    """The text, and the encoding where it had to be guessed (else empty).

    Raises:
        Unreadable: these bytes are not text, whatever the name says; archives are never unpacked.
    """
    for magic, what in MAGIC:
        if content.startswith(magic):
            raise Unreadable(name, f"it is {what}, whatever its name says", "Unpack it yourself if you trust it.")
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            try:
                return content.decode(encoding), ""
            except UnicodeDecodeError as error:
                raise Unreadable(name, str(error)) from error
    if b"\x00" in content[:4096]:
        raise Unreadable(name, "it is binary data, not text")
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    if declared := _DECLARED.search(content[:4096]):
        try:
            return content.decode(declared.group(1).decode("ascii")), ""
        except (LookupError, UnicodeDecodeError):
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000]).best()
    if best is None:
        raise Unreadable(name, "its encoding cannot be told", "Save it as UTF-8.")
    return content.decode(best.encoding, "replace"), best.encoding
