"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

SHORTEST = 20
"""Letters below which a text's language is not guessed."""
LONGEST = 3000
"""Characters that are looked at; more changes nothing."""
SUREST = 0.5
"""Probability from which the recogniser is believed. Sentences score 0.7 to 1.0, strings of signs 0.05 to 0.15."""

_THREE = {
    "ara": "ar", "bel": "be", "bul": "bg", "ces": "cs", "chi": "zh", "cze": "cs", "dan": "da", "deu": "de",
    "dut": "nl", "ell": "el", "eng": "en", "est": "et", "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr",
    "ger": "de", "gre": "el", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy", "ita": "it",
    "jpn": "ja", "kat": "ka", "kaz": "kk", "kor": "ko", "lav": "lv", "lit": "lt", "nld": "nl", "nor": "no",
    "per": "fa", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk",
    "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv", "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi",
    "zho": "zh",
}  # fmt: skip
"""ISO 639-2 and 639-3 codes, as library catalogues and some feeds give them."""


def short(name: str) -> str:
    """ISO 639-1 code of a stated language: ``en-GB`` and ``eng`` are ``en``; empty where it is no code."""
    code = name.strip().lower().replace("_", "-").split("-")[0]
    if len(code) == 2 and code.isascii() and code.isalpha():
        return code
    return _THREE.get(code, "")


def language(text: str) -> str:
    """ISO 639-1 code of the text's language by py3langid, or empty for a text too short or too odd to tell."""
    sample = text[:LONGEST]
    if sum(letter.isalpha() for letter in sample) < SHORTEST:
        return ""
    code, probability = identifier().classify(sample)
    return str(code) if len(code) == 2 and probability >= SUREST else ""


@cache
def identifier() -> Any:
    """py3langid's recogniser with probabilities that are calibrated over text lengths (0.6 s to load)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
