"""PolNeAR in the token form of CofeNet: tokens found again in the text, spans laid on them, BIO scored strictly.

A block is a paragraph: a list of tokens with one label each, so nothing is nested. Penn forms (two backticks for an
opening quote mark, ``-LRB-`` for a bracket) stand for the character in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Range = tuple[int, int]

_CHARACTERS = {
    "'": "['’‘`´ʼ]", '"': "[\"“”„]", "-": "[-–—‑]", "$": "[$]", "#": "[#£]", "/": r"\\?/", "*": r"\\?\*",
    "\xa0": r"\s", "`": "[`‘’\']",
}  # fmt: skip
_WHOLE = {
    "``": "(?:\"|“|„|«|``|''|‘‘|”)", "''": "(?:\"|”|“|»|''|’’|``)", "`": "['‘`’]", "--": "(?:---?|[–—―])",
    "...": r"(?:\.\s?\.\s?\.|…)", "-LRB-": r"\(", "-RRB-": r"\)", "-LSB-": r"\[", "-RSB-": r"\]",
    "-LCB-": r"\{", "-RCB-": r"\}", "\x24": r"\$",
}  # fmt: skip
_WINDOW = 40
"""Characters searched for a token before it is given up: CoreNLP drops or adds a sign now and then."""
_LEAD = 5
"""First tokens of a block that are looked up together in the rest of the text, since whole passages may be left out."""


def locate(blocks: Sequence[Sequence[str]], text: str) -> list[list[Range | None]]:
    """Where each token of each block stands in the text, in order; ``None`` for one that the text does not have."""
    out: list[list[Range | None]] = []
    at = 0
    for tokens in blocks:
        lead = re.compile(r"\s*".join(_form(t) for t in tokens[:_LEAD])).search(text, at)
        at = lead.start() if lead else at
        places: list[Range | None] = []
        lost = 0
        for token in tokens:
            match = re.compile(_form(token)).search(text, at, at + _WINDOW + lost + len(token))
            if match is None or (token == "." and text[at : match.start()].strip()):
                # CoreNLP writes the full stop of "in the U.S." twice.
                places.append(None)
                lost += len(token) + 1
                continue
            places.append(match.span())
            at, lost = match.end(), 0
        out.append(places)
    return out


def _form(token: str) -> str:
    if token in _WHOLE:
        return _WHOLE[token]
    return "".join(_CHARACTERS.get(c, re.escape(c)) for c in token)


def labels(places: Sequence[Range | None], spans: Iterable[tuple[str, tuple[Range, ...]]]) -> list[str]:
    """BIO labels for one block's tokens from spans in order of preference: what comes first keeps its tokens.

    A span takes part as a whole or not at all: one that meets a token already taken is left out, since the form
    has no nesting. Each unbroken piece of a span begins with ``B-``.
    """
    out = ["O"] * len(places)
    for name, ranges in spans:
        covered = [
            i
            for i, place in enumerate(places)
            if place is not None and any(place[0] < e and s < place[1] for s, e in ranges)
        ]
        if not covered or any(out[i] != "O" for i in covered):
            continue
        before = -2
        for i in covered:
            joined = before >= 0 and all(places[j] is None for j in range(before + 1, i))
            if joined:
                for j in range(before + 1, i):
                    out[j] = f"I-{name}"
            out[i] = f"I-{name}" if joined else f"B-{name}"
            before = i
    return out


def chunks(tags: Sequence[str]) -> set[tuple[str, int, int]]:
    """Spans (label, first token, token behind the last) of a well-formed BIO sequence, as seqeval's strict IOB2:
    an ``I-`` that continues nothing begins no span."""
    out: set[tuple[str, int, int]] = set()
    start, name = -1, ""
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag != f"I-{name}":
            out.add((name, start, i))
            start = -1
        if tag.startswith("B-"):
            start, name = i, tag[2:]
    return out
