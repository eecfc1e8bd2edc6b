"""Where the clause around a verb begins and ends."""

from __future__ import annotations

from rashomon.read.events.slavic.text import Text


def clause(text: Text, k: int, floor: int = 0, ceiling: int = 1 << 30) -> tuple[int, int]:
    """First word of the clause around a verb, and the word behind its last."""
    ceiling = min(ceiling, len(text.line))
    start = k
    while start > floor:
        before = start - 1
        word = text.low(before)
        if text.stop(before) or word in text.grammar.words["clauses"]:
            break
        if word == "," and not _listed(text, before, floor, ceiling):
            break
        if word in text.grammar.words["and"] and _verb_between(text, max(floor, before - 14), before):
            break
        start -= 1
    end = k + 1
    while end < ceiling:
        word = text.low(end)
        if text.stop(end) or word in text.grammar.words["clauses"]:
            break
        if word == "," and not _listed(text, end, floor, ceiling):
            break
        if word in text.grammar.words["and"] and _verb_between(text, end + 1, min(ceiling, end + 12)):
            break
        end += 1
    return start, end


def _verb_between(text: Text, start: int, stop: int) -> bool:
    """Whether a verb stands in a range of words, not past a comma or mark."""
    backwards = (
        range(stop - 1, start - 1, -1) if text.low(stop) in text.grammar.words["and"] else range(start, stop)
    )
    for k in backwards:
        if text.low(k) == "," or text.stop(k) or text.low(k) in text.grammar.words["clauses"]:
            return False
        if text.verbal(k):
            return True
    return False


def _listed(text: Text, comma: int, floor: int, ceiling: int) -> bool:
    """Whether a comma parts the members of a list: "Литва, Латвия и Эстония"."""
    raw = text.line.raw
    return (
        floor < comma < ceiling - 2
        and raw[comma - 1][:1].isupper()
        and raw[comma + 1][:1].isupper()
        and any(text.low(j) in text.grammar.words["and"] for j in (comma + 2, comma + 3))
    )
