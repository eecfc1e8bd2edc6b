"""Bytes to text: what they are, else what they declare, else what they most likely are; never a silent guess."""

from __future__ import annotations

import codecs
import re
import unicodedata

from rashomon.errors import Unreadable

MAGIC = (
    (b"PK\x03\x04", "a zip archive"), (b"PK\x05\x06", "a zip archive"), (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"), (b"7z\xbc\xaf", "a 7z archive"), (b"\xfd7zXZ", "xz data"), (b"Rar!", "a rar archive"),
    (b"\x28\xb5\x2f\xfd", "zstandard data"), (b"%PDF", "a PDF"), (b"\x89PNG", "a picture"), (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"), (b"RIFF", "a picture or sound"), (b"OggS", "a sound"), (b"ID3", "a sound"),
    (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)  # fmt: skip
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)  # fmt: skip
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_\-]{2,40})", re.IGNORECASE)
_NO_CHARSETS = frozenset(
    "idna punycode unicode_escape raw_unicode_escape utf_7 undefined mbcs oem charmap palmos".split()
)
"""Python decodes these too, but no page is written in them, and some are slow or hide other text."""

CANDIDATES = (
    "cp1252", "cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "cp1250", "iso8859_2", "cp1253", "iso8859_7",
    "cp1254", "cp1255", "cp1256", "cp1257", "gb18030", "big5", "cp932", "euc_jp", "euc_kr", "tis_620",
)  # fmt: skip
"""Encodings of saved pages and mails, commonest first. Guessing on sentences of 28 to 90 letters in 14 languages,
once and six times over: charset-normalizer 3.5 told 21 of 38, held to these encodings 25, ``_guess`` 38."""

SAMPLE = 4000
"""Bytes that are looked at for a guess."""
_TYPED = frozenset("«»“”„‘’–—…№°€£§\xa0、。，；：！？「」『』（）・")
"""Signs beyond ASCII that people type, so they say nothing against a guess."""


def decode(content: bytes, name: str, declared: str = "") -> tuple[str, str]:
    """The text, and a sentence of doubt where the encoding had to be guessed or bytes were lost (else empty).

    UTF-8 comes before what the bytes declare: text that is not UTF-8 hardly ever decodes as such by chance, while
    declarations survive many a conversion that made them wrong. ``declared`` is an encoding stated outside of them.

    Raises:
        Unreadable: these bytes are not text, whatever the name says; archives are never unpacked.
    """
    for magic, what in MAGIC:
        if content.startswith(magic):
            raise Unreadable(
                name,
                f"it is {what}, whatever its name says",
                "Unpack or convert it yourself if you trust it.",
            )
    for bom, marked in _BOMS:
        if content.startswith(bom):
            return _with_losses(content[len(bom) :] if marked == "utf-8" else content, marked)
    if wide := _without_bom(content):
        return content.decode(wide, "replace"), f"It does not say its encoding; it was read as {wide}."
    if _binary(content[:SAMPLE]):
        raise Unreadable(name, "it is binary data, not text", "Save it as text or as a web page.")
    charset = _known(declared) or _declared(content[:4096])
    if not charset.startswith("iso2022") or b"\x1b" not in content:
        try:
            return content.decode("utf-8"), ""
        except UnicodeDecodeError:
            pass
        text, doubt = _with_losses(content, "utf-8")
        lost = text.count("\N{REPLACEMENT CHARACTER}")
        if sum(ord(letter) > 127 for letter in text[:2_000_000]) >= 5 * lost:
            return text, doubt
    if charset:
        try:
            return content.decode(charset), ""
        except (ValueError, LookupError):
            pass
    encoding = _guess(content)
    if encoding is None:
        raise Unreadable(name, "its encoding cannot be told", "Save it as UTF-8.")
    return content.decode(
        encoding, "replace"
    ), f"It is not UTF-8; it was read as {encoding}, which is a guess."


def _with_losses(content: bytes, encoding: str) -> tuple[str, str]:
    text = content.decode(encoding, "replace")
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return (
            text,
            f"Some of its bytes are not {encoding.upper()}; they are shown as \N{REPLACEMENT CHARACTER}.",
        )
    return text, ""


def _binary(head: bytes) -> bool:
    """Text has no control bytes but tab, newline and their kin; 2 in 100 allow for a scratch in a saved file."""
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
    return controls * 50 > len(head)


def _without_bom(content: bytes) -> str:
    """UTF-16 that does not begin with its mark: every second byte of its ASCII signs is zero, and no other."""
    head = content[: SAMPLE // 2 * 2]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(head) < 8 or min(even, odd) * 20 > max(even, odd) or max(even, odd) * 10 < len(head):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _declared(head: bytes) -> str:
    found = _DECLARED.search(head)
    return _known(found.group(1).decode("ascii")) if found else ""


def _known(name: str) -> str:
    """Python's name of an encoding, or empty where it is none of text. ISO 8859-1 means 1252, as in browsers."""
    try:
        known: str = codecs.lookup(name).name.replace("-", "_")
    except (LookupError, ValueError):
        return ""
    if known in _NO_CHARSETS or known.startswith("utf_"):
        return ""
    return "cp1252" if known in ("iso8859_1", "ascii", "latin_1") else known


def _guess(content: bytes) -> str | None:
    """The candidate whose text looks least like letters gone wrong; among equals the one most like a language."""
    from rashomon.collect.languages import identifier

    sample = content[:SAMPLE]
    seen: list[tuple[float, float, int, str]] = []
    for rank, encoding in enumerate(CANDIDATES):
        try:
            # A sample may end inside a letter of several bytes, which is no fault.
            text = codecs.getincrementaldecoder(encoding)().decode(sample, len(content) <= SAMPLE)
        except UnicodeDecodeError:
            continue
        seen.append((_oddness(text), -identifier().classify(text)[1], rank, encoding))
    if not seen:
        return None
    least = min(seen)[0]
    return min(one[1:] for one in seen if one[0] <= least + 0.05)[-1]


def _oddness(text: str) -> float:
    """Signs of a wrong decoding per letter beyond ASCII: mixed scripts or cases in a word, stray symbols."""
    odd, counted, before, script_before = 0.0, 0, " ", ""
    for letter in text:
        plain = letter.isascii()
        counted += not plain
        if letter.isalpha():
            script = "LATIN" if plain else unicodedata.name(letter, "?").split()[0]
            odd += script == "HALFWIDTH"
            if before.isalpha():
                odd += before.islower() and letter.isupper()
                odd += script != script_before and not {script, script_before}.isdisjoint(
                    {"LATIN", "CYRILLIC", "GREEK"}
                )
                odd += 0.5 * (script == "LATIN" and not plain and not before.isascii())
            script_before = script
        elif not plain and letter not in _TYPED:
            odd += 1 + (unicodedata.category(letter)[0] == "C") + before.isalpha()
        before = letter
    return odd / max(counted, 1)
