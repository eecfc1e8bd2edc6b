"""Does the linter find what breaks a rule, and nothing else? Sentences of our own in the style of analysts' briefs.

    python -m bench.lint [--errors] [--briefs FILE...]

Gold: ``bench/gold/lint.jsonl``: each text with the rules it breaks, all of them. Rows with a claim are linted as a line of
a brief that holds this claim (with its likelihood, where it has one); the others as a page. Rules and word lists were mended on the
half marked dev; held was written with it, and looked at for its figures only.

``--briefs``: how many claims of real briefs are found when they are printed as fact, and how many when a speaker says them.

For each rule: of the texts it was found in, how many break it (precision); of those that break it, in how many it was found (recall).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.attribution import table
from bench.passages import GOLD
from rashomon import edge, registry
from rashomon.brief.lint import RULES, check, check_page
from rashomon.brief.lint._copy import MARKED
from rashomon.records import Assessment, Brief, Claim, Document, Saying, Section, Sentence, Span


@dataclass(frozen=True)
class Judged:
    """One text with the rules it breaks and those that were found broken."""

    id: str
    part: str
    text: str
    gold: frozenset[str]
    found: frozenset[str]


def judged() -> Iterator[Judged]:
    """Every text of the gold, linted."""
    for line in (GOLD / "lint.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        findings = check(brief(row)) if "claim" in row else check_page(row["text"])
        found = frozenset(one.rule for one in findings)
        yield Judged(row["id"], row["part"], row["text"], frozenset(row["breaks"]), found)


def brief(row: dict[str, Any]) -> Brief:
    """A brief with one claim and one line about it."""
    words = row["claim"]
    document = Document(id="d", text=f"Ann Lee said that {words}.", source="Coast Ledger")
    start = document.text.index(words)
    content = Span(document_id="d", start=start, end=start + len(words), quote=words)
    whole = Span(document_id="d", start=0, end=len(document.text), quote=document.text)
    said = Saying(
        document_id="d", speaker="Ann Lee", entity="", cue="said", act="asserts", form="indirect", negated=False,
        content=(content,), span=whole,
    )  # fmt: skip
    quoted = tuple((one.start() + 1, one.end() - 1) for one in MARKED.finditer(row["text"]))
    line = Sentence(text=row["text"], spans=(whole,), mark=row["mark"], quoted=quoted)
    return Brief(
        story_id="s",
        title=Sentence(text="A story", basis="1 document"),
        contested=False,
        made_at=datetime(2026, 1, 1, tzinfo=UTC),
        sections=(Section(key="true", heading="Is it true?", sentences=(line,)),),
        documents=(document,),
        claims=(Claim(id="c", story_id="s", text=words, members=(said,)),),
        assessments=(Assessment(claim_id="c", status="uncontested", roots=1, likelihood=row["likelihood"]),),
    )


def bare(files: list[Path]) -> Iterator[dict[str, object]]:
    """Of the claims of real briefs (JSON files), each printed as a line: how many are found broken, in three forms."""
    briefs = [
        edge.from_data(Brief, data["brief"])
        for file in files
        if "brief" in (data := json.loads(file.read_text(encoding="utf-8")))
    ]
    forms: dict[str, Callable[[str], str]] = {
        "as fact": lambda words: f"{words[:1].upper()}{words[1:]}.",
        "as fact, after words of ours": lambda words: f"In the night of Sunday {words}, with two reports.",
        "with speaker and cue": lambda words: f"Ann Lee says that {words}.",
    }
    for name, form in forms.items():
        found = texts = 0
        for one in briefs:
            lines = [
                Sentence(text=form(claim.text.strip(" .,;:“”‘’\"'")), spans=(claim.members[0].span,))
                for claim in one.claims
                if len(claim.text.split()) >= 4
            ]
            page = replace(one, sections=(Section(key="x", heading="X", sentences=tuple(lines)),))
            texts += len(lines)
            found += len({finding.sentence for finding in check(page) if finding.rule == "fact"})
        yield {
            "set": f"claims {name}",
            "briefs": len(briefs),
            "lines": texts,
            "found": 100 * found / max(texts, 1),
        }


def figures(rows: list[Judged]) -> Iterator[dict[str, object]]:
    """A row for each rule in each part, and one over all rules."""
    for part in ("dev", "held"):
        own = [one for one in rows if one.part == part]
        for rule in (*registry.names(RULES), "all"):
            pairs = [
                (name in one.gold, name in one.found)
                for one in own
                for name in ((rule,) if rule != "all" else registry.names(RULES))
            ]
            right = sum(gold and found for gold, found in pairs)
            gold, found = sum(gold for gold, _ in pairs), sum(found for _, found in pairs)
            yield {
                "set": f"{part}, {rule}",
                "texts": len(own),
                "broken": gold,
                "found": found,
                "precision": 100 * right / found if found else 0.0,
                "recall": 100 * right / gold if gold else 0.0,
            }


def main() -> None:
    """Print the table; with --errors what is wrong in dev."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="print what is wrong in the dev half")
    parser.add_argument("--data", type=Path, help="taken like in the other benches; not used")
    parser.add_argument("--briefs", type=Path, nargs="+", help="briefs as JSON: print their claims bare")
    arguments = parser.parse_args()
    if arguments.briefs:
        print(table(list(bare(arguments.briefs))))
        return
    rows = list(judged())
    print(table(list(figures(rows))))
    if arguments.errors:
        for one in rows:
            if one.part == "dev" and one.gold != one.found:
                print(f"{one.id}: gold {sorted(one.gold)}, found {sorted(one.found)}: {one.text}")


if __name__ == "__main__":
    main()
