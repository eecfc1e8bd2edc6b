"""Tab-separated rows under a header, where quoting cannot be relied on: POLECAT's and ICEWS' files.

A field may hold a tab or a line's end, inside quotation marks, inside marks that never close, or with none. So lines are not given
to a CSV reader, which on one stray mark swallows every line up to the next. A line with the header's number of fields is a row. One
with fewer is joined with those behind it until the number is reached, one with more has the pieces of a quoted field put together;
both are told. What is left fits nowhere and is an Issue by its line. No line is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rashomon.foresee.archives import Numbered

JOINED = 25
"""Lines of one row, at most; the longest text broken over lines that a row could hold."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row by column, or why there is none."""

    line: int
    last: int
    cells: dict[str, str]
    fault: str = ""
    """Empty for a sound row; with ``cells``: it was mended, without: it is left out."""


def rows(numbered: Numbered, begins: Callable[[str], bool]) -> Iterator[Row]:
    """Rows of the file, each with the line it begins on. ``begins``: whether a line looks like the beginning of a row."""
    walk = iter(numbered)
    _, head = next(walk, (1, ""))
    columns = [c.strip().strip('"').lower() for c in head.rstrip("\r\n").split("\t")]
    width = len(columns)
    held: list[tuple[int, str]] = []
    for number, line in walk:
        if held and (begins(line) or len(held) >= JOINED):
            yield from _left(held, columns)
            held = []
        if not held and not line.strip():
            continue
        held.append((number, line.rstrip("\r\n")))
        cells = "\n".join(text for _, text in held).split("\t")
        if len(cells) == width and _even(cells):
            yield _row(held, columns, cells, "its text went over several lines" if len(held) > 1 else "")
            held = []
        elif len(cells) >= width and len(whole := _merged(cells)) == width:
            yield _row(held, columns, whole, "a quoted field held a tab or a line's end")
            held = []
        elif len(cells) == width and not begins_quoted(cells):
            yield _row(held, columns, cells, "")
            held = []
    if held:
        yield from _left(held, columns)


def begins_quoted(cells: list[str]) -> bool:
    """Whether the last field opens a quotation that the line does not close, so that the row may go on."""
    last = cells[-1].strip()
    return last.startswith('"') and (len(last) == 1 or not last.endswith('"'))


def _even(cells: list[str]) -> bool:
    return all(c.count('"') % 2 == 0 for c in cells if '"' in c)


def _merged(cells: list[str]) -> list[str]:
    """Fields in which pieces between an opening quotation mark and its closing one are one again."""
    out, open_ = list[str](), False
    for cell in cells:
        if open_:
            out[-1] += "\t" + cell
        else:
            out.append(cell)
        if cell.count('"') % 2:
            open_ = not open_
    return out


def _row(held: list[tuple[int, str]], columns: list[str], cells: list[str], fault: str) -> Row:
    clean = [" ".join(_unquoted(c).split()) for c in cells]
    return Row(held[0][0], held[-1][0], dict(zip(columns, clean, strict=True)), fault)


def _unquoted(cell: str) -> str:
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        cell = cell[1:-1].replace('""', '"')
    return cell


def _left(held: list[tuple[int, str]], columns: list[str]) -> Iterator[Row]:
    """What fits nowhere: a first line that has every field is a row all the same, the others are told one by one."""
    cells = held[0][1].split("\t")
    if len(cells) == len(columns):
        yield _row(held[:1], columns, cells, "its last field opens a quotation that nothing closes")
        held = held[1:]
    for number, text in held:
        yield Row(number, number, {}, f"it has {text.count(chr(9)) + 1} fields, the header {len(columns)}.")
