"""The record of sources as lines to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.assess.record.case import Case
from rashomon.assess.record.declared import Declared
from rashomon.assess.record.shown import Shown
from rashomon.assess.record.touched import Touched


def list_lines(rows: Iterable[Shown], names: Mapping[str, str], gone: Iterable[str]) -> Iterator[str]:
    """One line for each source as a whole, the most cases first."""
    back = {one.casefold() for one in gone}
    whole = [one for one in rows if not one.topic and not one.interest]
    if whole:
        yield "letter  settled  right  open  share right, 90 %    source"
    for one in sorted(whole, key=lambda one: (-one.settled, -one.open, one.source)):
        name = names.get(one.source, one.source)
        mark = "  [taken back]" if one.source.casefold() in back or name.casefold() in back else ""
        yield f"{one.letter:<7} {one.settled:>7} {one.right:>6} {one.open:>5}  {_share(one):<20}  {name}{mark}"


def show_lines(
    rows: Sequence[Shown], name: str, said: Sequence[Declared], cases: Sequence[Case]
) -> Iterator[str]:
    """All that is known of one source: by topic and interest, what was said of it, and the settled claims behind it."""
    yield name
    for one in rows:
        what = ", ".join(part for part in (one.topic or "all topics", one.interest) if part)
        yield f"  {one.letter}  {what}: {one.right} of {one.settled} settled right, {one.open} open, {one.silent} silent; {_share(one)}"
        yield f"     drawn towards {one.drawn_to:.2f} by as much as {one.drawn_by:.1f} cases" + (
            f"; no letter: {one.why}" if one.why else ""
        )
    if rows and rows[0].half is not None:
        yield f"  a case counts half after {rows[0].half:.0f} days"
    if rows and rows[0].turned is not None:
        yield f"  its record turned about {rows[0].turned:%Y-%m-%d}: only what came after is counted"
    for word in said:
        yield f"  {word.at:%Y-%m-%d %H:%M} {word.by}: {_word(word)}{': ' if word.why else ''}{word.why}"
    for case in cases:
        told = f"  {case.at:%Y-%m-%d} {case.outcome}: {' '.join(case.text.split())[:90]} ({case.by})"
        yield told + (f" {case.source}" if case.source else "")


def touched_lines(moved: Sequence[Touched]) -> Iterator[str]:
    """Claims, judgements and briefs that a source touched."""
    judged = [one for one in moved if one.before is not None]
    stories = dict.fromkeys((one.story, one.title) for one in moved)
    yield f"{_many(len(moved), 'claim')}, {_many(len(judged), 'judgement')}, {_many(len(stories), 'brief')} touched"
    for one in moved:
        step = (
            "not judged"
            if one.before is None or one.after is None
            else f"{100 * one.before:.0f} % → {100 * one.after:.0f} %"
        )
        yield f"  {one.claim}  {step:<13}  {' '.join(one.text.split())[:90]}"
    for story, title in stories:
        yield f"  brief {story}  {' '.join(title.split())[:90]}"


def _share(one: Shown) -> str:
    """Where nothing was settled there is no share: what others do is none of its own."""
    if not one.settled:
        return "no case yet"
    return f"{one.share:.2f} ({one.low:.2f} to {one.high:.2f})"


def _word(word: Declared) -> str:
    if word.kind != "grade":
        return "taken back" if word.kind == "retract" else "restored"
    where = f" on {word.topic}" if word.topic else ""
    return f"grade {word.grade}{where}" + (f" (list {word.list})" if word.list else "")


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
