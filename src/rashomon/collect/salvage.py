"""What can be had of JSON that breaks off: the whole elements that stand before the cut."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

_SPACE = " \t\r\n,"


@dataclass(frozen=True, slots=True)
class Elements:
    """Values that stood one after the other."""

    values: list[Any]
    end: int
    """Offset behind the last whole value."""
    fault: str = ""
    """Where and why reading stopped; empty at a closing bracket, or outside of an array at the end of the text."""


def loads(text: str) -> Any:
    """JSON, also with raw newlines in strings.

    Raises:
        ValueError: it is not JSON, or nested too deeply, or holds a number of thousands of digits.
    """
    try:
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def elements(text: str, at: int) -> Elements:
    """Values from ``at`` on, with commas or spaces between them, up to a closing bracket or the end of the text."""
    decoder = json.JSONDecoder(strict=False)
    in_array = text[max(at - 1, 0) : at] == "["
    values: list[Any] = []
    while True:
        while at < len(text) and text[at] in _SPACE:
            at += 1
        if at >= len(text):
            return Elements(
                values, at, _place(text, at, "it ends without a closing bracket") if in_array else ""
            )
        if in_array and text[at] == "]":
            return Elements(values, at)
        try:
            value, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            return Elements(values, at, _place(text, error.pos, error.msg))
        except (ValueError, RecursionError):
            return Elements(values, at, _place(text, at, "a value is nested too deeply or too large"))
        values.append(value)


def _place(text: str, at: int, why: str) -> str:
    at = min(at, len(text))
    number = text.count("\n", 0, at) + 1
    return f"line {number}, character {at - text.rfind(chr(10), 0, at)}: {why}"
