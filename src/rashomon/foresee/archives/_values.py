"""Values of a cell: names, days, numbers."""

from __future__ import annotations

from datetime import date

_NOTHING = frozenset(("", "none", "null", "na", "nan", "n/a", "---"))


def said(cell: str) -> str:
    """The words of a cell; empty for an archive's word for nothing."""
    return "" if cell.strip().lower() in _NOTHING else cell.strip()


def day(cell: str) -> date | str:
    """The day of ``2014-01-31`` or ``20140131``, whatever stands behind it; or a sentence on why there is none."""
    text = cell.strip().replace("-", "")[:8]
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return f"its day is {cell[:20]!r}, which is none." if cell.strip() else "it has no day."


def number(cell: str) -> float | None:
    """A number, if it is one."""
    try:
        value = float(cell)
    except ValueError:
        return None
    return value if -180 <= value <= 180 else None
