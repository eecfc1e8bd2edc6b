"""Run the benches that have floors and say which figure lies under its floor. Floors are never lowered to get green.

    python -m bench.floors --data ../shared/data

``--data`` is the folder of development data. Exit code 1 if a figure lies under its floor in ``bench/floors.json``.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")


def figures(table: str, row: str) -> dict[str, float]:
    """Column → figure of the row that begins with these words, under the nearest header above it."""
    header: list[str] = []
    for line in table.splitlines():
        if line.startswith(("set ", "method ")):
            header = re.split(r"\s{2,}", line.strip())
        elif re.sub(r"\s+", " ", line).startswith(re.sub(r"\s+", " ", row) + " "):
            cells = re.split(r"\s{2,}", line.strip())
            return {
                name: float(cell)
                for name, cell in zip(header, cells, strict=False)
                if re.fullmatch(r"[\d.]+", cell)
            }
    return {}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/data"), help="folder of development data"
    )
    parser.add_argument("--bench", help="only this one: bench.pairs")
    arguments = parser.parse_args()
    if not arguments.data.exists():
        print(f"skipped: {arguments.data} is not there")
        return 0
    under = 0
    for bench, rows in json.loads(FLOORS.read_text(encoding="utf-8")).items():
        if arguments.bench not in (None, bench):
            continue
        command = [sys.executable, "-m", bench, "--data", str(arguments.data)]
        table = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        for row, floors in rows.items():
            found = figures(table, row)
            for name, floor in floors.items():
                value = found.get(name)
                fine = value is not None and value >= floor
                under += not fine
                print(f"{'ok   ' if fine else 'UNDER'} {bench:18} {row:30} {name:12} {value} (floor {floor})")
    return int(under > 0)


if __name__ == "__main__":
    sys.exit(main())
