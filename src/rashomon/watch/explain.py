"""Signal → Alert: three lines, each with the words it rests on, or with what was counted where nothing was said."""

from __future__ import annotations

from datetime import UTC, datetime, time

from rashomon.records import Alert, Bearing, Line, Signal, content_id

WIDEST = 200
"""Characters of a quotation in an alert; a longer one is cut at a word and the cut is marked."""
WEIGHT = {"high": 3, "raised": 2, "blind": 1, "lapsed": 1, "quiet": 0}


def alert(signal: Signal) -> Alert:
    """What is sent of a signal. It says what was reported and by whom, never that it is so."""
    return Alert(
        id=content_id("alert", signal.id),
        at=datetime.combine(signal.day, time(0), tzinfo=UTC),
        state=signal.state,
        headline=f"{signal.state.upper()}: {signal.title}",
        lines=(_line(what(signal), signal, 0), _line(bearing(signal.bears_on), signal, 1), _line(more(signal), signal, 2)),
        tell=signal.tell,
        signal=signal.id,
    )  # fmt: skip


def what(signal: Signal) -> str:
    """What moved it, in numbers."""
    if signal.state in ("raised", "high") and signal.expected is not None:
        begin = f" since {signal.since}" if signal.since else ""
        return (
            f"{_count(signal.roots, 'independent report')} of {_count(signal.owners, 'owner')}{begin},"
            f" where {signal.expected:g} would be usual."
        )
    if signal.state in ("raised", "high"):
        return signal.why[0] if signal.why else f"It was {signal.before} before."
    if signal.state == "lapsed" and not signal.why:
        return "Nothing beyond the usual was seen for as long as it was given."
    if signal.state == "quiet":
        return f"Nothing beyond the usual was seen; it was {signal.before} before."
    return signal.why[0] if signal.why else f"It was {signal.before} before."


def bearing(bears_on: tuple[Bearing, ...]) -> str:
    """Which way it points, as its pack says."""
    return (
        "It bears on " + "; ".join(f"{one.kind} “{one.name}”: {one.direction} it" for one in bears_on) + "."
    )


def more(signal: Signal) -> str:
    """The pack's own caution, and what the count left out."""
    if len(signal.why) > 1 or (signal.why and signal.expected is not None):
        return " ".join(signal.why[-2:])
    if signal.tail is not None:
        return f"If nothing had changed, so much would be seen with a probability of {_share(signal.tail)}."
    return f"It was {signal.before} before."


def _line(text: str, signal: Signal, place: int) -> Line:
    if place < len(signal.spans):
        return Line(text=text, span=signal.spans[place], source=signal.sources[place])
    return Line(text=text, basis=f"{_count(signal.count, 'report')} counted on {signal.day}")


def quoted(line: Line) -> str:
    """The words a line rests on with their source, or what was counted; on one line, nothing hidden."""
    if line.span is None:
        return f"({line.basis})"
    words = visible(line.span.quote)
    if len(words) > WIDEST:
        words = words[:WIDEST].rpartition(" ")[0] + " …"
    return (
        f"“{words}” ({visible(line.source) or 'no source named'}, document {visible(line.span.document_id)})"
    )


def visible(text: str) -> str:
    """Text from outside on one line, without control characters or marks that turn the direction of writing."""
    turning = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    line = "".join(c if c.isprintable() and c not in turning else " " for c in text)
    return " ".join(line.split())


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _share(tail: float) -> str:
    return "less than one in a million" if tail < 1e-6 else f"one in {max(1, round(1 / tail)):,}"
