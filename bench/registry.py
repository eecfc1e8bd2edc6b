"""The registry beside other lists: where they differ, for a person to look at.

    python -m bench.registry [--petrarch FOLDER] [--beside CSV] [--all]

States: codes and names of ISO 3166 in ``pycountry`` (LGPL) and names in Russian and Ukrainian in Unicode CLDR (``babel``), both
of the extra ``bench``. Leaders: with ``--petrarch``, the dictionaries of PETRARCH2 (MIT; ``Phoenix.Countries.actors.txt`` of
github openeventdata/petrarch2), whose dates end about 2011: a person known to both whose state is another, or whose
term there begins while ours has ended, is printed. ``--beside`` takes a list
of who held an office on a day. ``--all`` prints every difference, else the first twenty of each kind. First of whom it
is known who held which office, by day, and how the terms end. Last, the time and memory that a million imported names take to load and to look up (a made-up list; SQLite).
"""

from __future__ import annotations

import argparse
import re
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from bench.attribution import table
from rashomon.link.candidates import Index, index
from rashomon.link.forms import level
from rashomon.link.register import Entry, Register, Tenure, read, register
from rashomon.store import open_store

SHOWN = 20


def states() -> Iterator[tuple[str, str]]:
    """(kind, difference) between our states and the two lists of them."""
    import pycountry
    from babel import Locale

    own = {e.id.split(":")[1]: e for e in register() if e.kind == "state"}
    iso = {c.alpha_2: c for c in pycountry.countries}
    for code, entry in sorted(own.items()):
        if code not in iso:
            yield "code not in ISO 3166", f"{code} {entry.name}"
            continue
        names = {level(n) for n, _ in entry.names}
        theirs = [getattr(iso[code], k, "") for k in ("common_name", "name", "official_name")]
        if not names & {level(n) for n in theirs if n}:
            yield "English name", f"{code}: ours {entry.name!r}, pycountry {theirs[1]!r}"
        if (three := entry.attributes.get("iso3")) and three != iso[code].alpha_3:
            yield "ISO code of three letters", f"{code}: ours {three}, pycountry {iso[code].alpha_3}"
        for language in ("ru", "uk"):
            named = str(Locale(language).territories.get(code, ""))
            ours = [n for n, lang in entry.names if lang == language]
            if named and level(named) not in {level(n) for n in ours}:
                yield f"name in {language}", f"{code}: ours {', '.join(ours) or 'none'}, CLDR {named}"


def petrarch(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Level of a person's name → (state's code of three letters, when it begins as written) of its offices there."""
    found: dict[str, list[tuple[str, str]]] = {}
    heads: list[str] = []
    codes: list[tuple[str, str]] = []
    path = folder / "Phoenix.Countries.actors.txt"
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        line = line.split("#")[0].rstrip()
        if not line or line.startswith(("<!--", ".")):
            continue
        if match := re.match(r"\s+\[([A-Z]{3})(?:GOV|ELI)?\w* ?([<>]?\d{6})?", line):
            codes.append((match[1], match[2] or ""))
            continue
        if not line.startswith("+"):
            for head in heads:
                found.setdefault(head, []).extend(codes)
            heads, codes = [], []
        heads.append(level(re.sub(r"[_ ]+", " ", line.lstrip("+")).strip().title()))
    for head in heads:
        found.setdefault(head, []).extend(codes)
    return found


def leaders(folder: Path) -> Iterator[tuple[str, str]]:
    """(kind, difference) between our leaders and PETRARCH2's."""
    theirs = petrarch(folder)
    three = {e.attributes.get("iso3", ""): e.id for e in register() if e.kind == "state"}
    both = 0
    for entry in register():
        if entry.kind != "person" or " " not in entry.name:
            continue
        codes = {c for n, _ in entry.names for c, _ in theirs.get(level(n), ())}
        if not codes:
            continue
        both += 1
        ours = {t.of for t in entry.tenures}
        if not ours & {three.get(c, c) for c in codes}:
            yield (
                "state of a leader",
                f"{entry.name}: ours {', '.join(sorted(ours))}, PETRARCH2 {', '.join(sorted(codes))}",
            )
    yield "persons in both", str(both)


DAYS = (
    date(2016, 6, 1),
    date(2022, 6, 1),
    date(2024, 1, 1),
    date(2025, 1, 1),
    date(2026, 1, 1),
    date(2026, 9, 1),
)
FOUR = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")


def coverage() -> Iterator[dict[str, object]]:
    """A row a day: states of which the holder of an office is known; after a dash those where somebody was last known in it
    before, so that who holds it is unsure; all four known; and all four known or last known within two years.
    """
    records = register()
    states = [e.id for e in records if e.kind == "state"]
    for day in DAYS:
        known = {o: {s for s in states if records.holders(o, s, day)} for o in FOUR}
        maybe = {o: {s for s in states if s not in known[o] and records.maybe(o, s, day)} for o in FOUR}
        late = {
            o: {s for s in maybe[o] if any(_near(t, day) for e in records.maybe(o, s, day) for t in e.tenures if (t.office, t.of) == (o, s))}
            for o in FOUR
        }  # fmt: skip
        row: dict[str, object] = {"on": day.isoformat()}
        row |= {o.replace("_", " "): f"{len(known[o])} - {len(maybe[o])}" for o in FOUR}
        row["all four known"] = len(set.intersection(*known.values()))
        row["known or last known within 2 years"] = len(set.intersection(*(known[o] | late[o] for o in FOUR)))
        yield row


def _near(t: Tenure, day: date) -> bool:
    return t.last is not None and t.last <= day and (day - t.last).days <= 731


def ends() -> Iterator[dict[str, object]]:
    """How the terms of the four offices end: with a day, still going on by a list of 2026, or not known."""
    for office in FOUR:
        held = [t for e in register() for t in e.tenures if t.office == office and t.of.startswith("state:")]
        yield {
            "office": office.replace("_", " "), "terms": len(held), "ended": sum(t.until is not None for t in held),
            "going on": sum(t.until is None and t.seen is None for t in held),
            "end not known": sum(t.until is None and t.seen is not None for t in held),
            "beginning not known": sum(t.since is None for t in held),
        }  # fmt: skip


def beside(path: Path) -> Iterator[tuple[str, str]]:
    """(kind, difference) between our heads of state and government and a second list: a CSV with the columns ``state`` (two
    letters), ``office``, ``name`` and ``day`` (one on which that list names the person).
    """
    import csv

    records = register()
    same = 0
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found = records.holders(row["office"], f"state:{row['state']}", date.fromisoformat(row["day"]))
            words = set(level(row["name"]).split())
            if any(
                len(words & {w for n, _ in e.names for w in level(n).split()}) >= min(2, len(words))
                for e in found
            ):
                same += 1
            elif found:
                yield (
                    f"{row['office'].replace('_', ' ')} on a day",
                    f"{row['state']} {row['day']}: ours {found[0].name}, there {row['name']}",
                )
            else:
                yield (
                    f"{row['office'].replace('_', ' ')} not known here",
                    f"{row['state']} {row['day']}: {row['name']}",
                )
    yield "holders alike in both", str(same)


def together() -> Iterator[tuple[str, str]]:
    """(kind, difference): two persons in one office at once for more than a month since 2016, where dates of a day say so. Some
    are right: a supreme leader and a president, a president who heads the government and a prime minister.
    """
    held: dict[tuple[str, str], list[tuple[Tenure, Entry]]] = {}
    for entry in register():
        for t in entry.tenures:
            if t.office in FOUR and t.first and t.first.timetuple().tm_yday > 1:
                held.setdefault((t.of, t.office), []).append((t, entry))
    for (state, office), terms in sorted(held.items()):
        terms.sort(key=lambda one: one[0].first or date.min)
        for n, (first, one) in enumerate(terms):
            end = first.last or DAYS[-1]
            if end < DAYS[0] or (end.month, end.day) == (12, 31):
                continue
            for second, other in terms[n + 1 :]:
                start = second.first
                if start and other is not one and (min(end, second.last or DAYS[-1]) - start).days > 31:
                    yield (
                        f"two in the office of {office.replace('_', ' ')}",
                        f"{state[6:]} {one.name} to {end}, {other.name} from {start}",
                    )


def cyrillic() -> dict[str, object]:
    """Persons with a name in Cyrillic on record, and with one by rule."""
    people = [e for e in register() if e.kind == "person"]
    named = sum(any(lang in ("ru", "uk") for _, lang in e.names) for e in people)
    now = [e for e in people if any(t.office in FOUR and t.holds(DAYS[-1]) for t in e.tenures)]
    return {
        "persons": len(people), "Cyrillic on record": named, "in office in September 2026": len(now),
        "of them on record": sum(any(lang in ("ru", "uk") for _, lang in e.names) for e in now), "the rest": "by rule",
    }  # fmt: skip


def million(count: int = 1_000_000) -> dict[str, object]:
    """Import, open and look up a list of so many made-up names."""
    parts = ["Ba", "Do", "Ke", "Li", "Mu", "Na", "Po", "Ra", "Se", "Ti", "Vo", "Ze"]

    def name(k: int) -> str:
        letters = []
        for _ in range(7):
            letters.append(parts[k % 12].lower())
            k //= 12
        return f"{''.join(letters[:3]).title()} {''.join(letters[3:]).title()}"

    with tempfile.TemporaryDirectory() as space:
        file = str(Path(space) / "r.db")
        begun = time.perf_counter()
        with open_store(file) as store:
            entries = (
                Entry(id=f"made:{k}", kind="person", name=name(k), names=((name(k), "en"),), source="made up") for k in range(count)
            )  # fmt: skip
            store.imported.add(entries, list="made up", at=datetime(2026, 1, 1, tzinfo=UTC))
        imported = time.perf_counter() - begun
        size = Path(file).stat().st_size / 1e6
        begun = time.perf_counter()
        with open_store(file) as store:
            found = Index(Register({}), store.imported)
            assert found.of(name(7), is_person=True)
            loaded = time.perf_counter() - begun
            begun = time.perf_counter()
            for k in range(0, count, max(1, count // 1000)):
                found.of(name(k), is_person=True)
            looked = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "names": count,
        "import s": imported,
        "open and first answer s": loaded,
        "ms a look-up": looked,
        "peak MB": peak,
        "file MB": size,
    }


def main() -> None:
    """Print what differs, by kind, and the table of a million names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--petrarch", type=Path, help="folder of PETRARCH2's dictionaries")
    parser.add_argument("--beside", type=Path, help="CSV of state, office, name, day")
    parser.add_argument("--all", action="store_true", help="print every difference")
    parser.add_argument("--names", type=int, default=1_000_000, help="made-up names to import; 0 for none")
    arguments = parser.parse_args()
    found: dict[str, list[str]] = {}
    begun, cpu = time.perf_counter(), time.process_time()
    index()
    print(
        f"{len(register())} records and their keys load in {time.perf_counter() - begun:.2f} s ({time.process_time() - cpu:.2f} s of a "
        f"processor); ",
        end="",
    )
    begun, cpu = time.perf_counter(), time.process_time()
    Index(read())
    print(
        f"made anew from the files in {time.perf_counter() - begun:.2f} s ({time.process_time() - cpu:.2f})\n"
    )
    for rows in (list(coverage()), list(ends()), [cyrillic()]):
        print(table(rows), end="\n\n")
    lists = [states(), together(), leaders(arguments.petrarch) if arguments.petrarch else ()]
    lists.append(beside(arguments.beside) if arguments.beside else ())
    for kind, what in (one for each in lists for one in each):
        found.setdefault(kind, []).append(what)
    for kind, every in found.items():
        shown = every if arguments.all else every[:SHOWN]
        print(f"{kind}: {len(every)}")
        print("".join(f"    {one}\n" for one in shown), end="")
    if arguments.names:
        print()
        print(table([million(arguments.names)]))


if __name__ == "__main__":
    main()
