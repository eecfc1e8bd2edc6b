"""What a later version of a page changed, by sentences and then by words inside the sentences that were reworded."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from rashomon.records import Document, Edit, Range

MOST = 60
"""Changes told one by one; a page that changed more is told by counts."""
LONGEST = 1_000
"""Sentences of a version that are compared; a page with more is compared by its first ones."""
WORDS = 400
"""Words of a reworded stretch that are compared one by one; a longer one is told as a whole."""
_SENTENCE = re.compile(r"[^\s.!?…][^.!?…\n]*(?:[.!?…]+(?=\S)[^.!?…\n]*)*[.!?…]*[\"»”’)]*")
_PIECE = re.compile(r"\S+")


def changes(before: Document, after: Document) -> tuple[Edit, ...]:
    """The changes in the order of the later text; at most ``MOST``."""
    old, new = _cut(_SENTENCE, before.text), _cut(_SENTENCE, after.text)
    made: list[Edit] = []
    matcher = SequenceMatcher(
        None, [_plain(before.text, r) for r in old], [_plain(after.text, r) for r in new], autojunk=False
    )
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        gone, come = old[a:b], new[c:d]
        if gone and come:
            made += _reworded(before.text, after.text, _whole(gone), _whole(come))
        else:
            made.append(_change(before.text, after.text, _whole(gone), _whole(come)))
        if len(made) >= MOST:
            break
    return tuple(made[:MOST])


def told(before: Document, after: Document, made: tuple[Edit, ...]) -> str:
    """The changes as one line: what was added, removed and changed, numbers first."""
    parts = []
    for kind, verb in (("changed", "changed"), ("added", "added"), ("removed", "removed")):
        some = [one for one in made if one.kind == kind]
        some.sort(key=lambda one: not one.numbers)
        if some:
            shown = "; ".join(_words(before.text, after.text, one) for one in some[:3])
            more = f" and {len(some) - 3} more" if len(some) > 3 else ""
            parts.append(f"{verb} {shown}{more}")
    return ", ".join(parts)


def _words(old: str, new: str, one: Edit) -> str:
    gone = _short(old, one.before) if one.before else ""
    come = _short(new, one.after) if one.after else ""
    return f"{gone} to {come}" if gone and come else gone or come


def _short(text: str, at: Range) -> str:
    words = " ".join(text[at[0] : at[1]].split())
    return f"‹{words if len(words) <= 90 else words[:90].rsplit(' ', 1)[0] + ' …'}›"


def _cut(pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> list[Range]:
    found: list[Range] = []
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        found.append(match.span())
        if len(found) >= LONGEST:
            break
    return found


def _plain(text: str, at: Range) -> str:
    return " ".join(text[at[0] : at[1]].split())


def _whole(ranges: list[Range]) -> Range | None:
    return (ranges[0][0], ranges[-1][1]) if ranges else None


def _reworded(old: str, new: str, gone: Range | None, come: Range | None) -> list[Edit]:
    """The words that changed inside a stretch; the stretch as a whole where little of it stayed."""
    if gone is None or come is None:
        return [_change(old, new, gone, come)]
    left, right = _cut(_PIECE, old, *gone), _cut(_PIECE, new, *come)
    if max(len(left), len(right)) > WORDS:
        return [_change(old, new, gone, come)]
    matcher = SequenceMatcher(None, [old[s:e] for s, e in left], [new[s:e] for s, e in right], autojunk=False)
    if matcher.ratio() < 0.5:
        return [_change(old, new, gone, come)]
    return [
        _change(old, new, _whole(left[a:b]), _whole(right[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]


def _change(old: str, new: str, gone: Range | None, come: Range | None) -> Edit:
    kind = "changed" if gone and come else "added" if come else "removed"
    was = set(re.findall(r"\d+", old[gone[0] : gone[1]])) if gone else set()
    now = set(re.findall(r"\d+", new[come[0] : come[1]])) if come else set()
    return Edit(kind=kind, before=gone, after=come, numbers=was != now)  # type: ignore[arg-type]
