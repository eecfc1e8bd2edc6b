"""Evidence and standing explanations: what the program proposes, beside what a person wrote down.

    python -m bench.evidence [--errors]

Gold of our own, ``bench/gold/evidence.jsonl``: one or two sentences about invented contested events in en, ru and uk, with the claim they
bear on, who makes it, whom it blames, who says the sentence, and what an analyst would write beside it: its kinds (none for sentences that are no
evidence), whether it speaks for or against the claim, whose interest it serves, and whether a deceiver would produce it all the
same. ``bench/gold/hypotheses.jsonl``: claims with the explanations of the codebook that make sense for them though nobody put
them forward. Every second row of a kind and language is held back: words and tables were set on the others. ``fresh``, ``last`` and
``final`` were written one after another, each in another manner when the rules before it stood; their first figures stand in
decisions/0018, and rules and the head's training were widened with them in mind since. One hand wrote gold and rules.

Per kind: precision, recall and F1, in percent, over rows; statements are given with who says them and how, so that only their grades are
tried. Then the share of rows, in percent, with the right direction, interest and deceiver's answer, over the rows whose kind was found.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rashomon.assess.about import about
from rashomon.assess.evidence import Case, drafts
from rashomon.assess.evidence.deceiver import deceiver
from rashomon.assess.evidence.draft import Draft
from rashomon.assess.hypotheses import hypotheses, standing
from rashomon.records import (
    Attribution,
    Claim,
    Document,
    Entity,
    Membership,
    Position,
    Reading,
    Saying,
    Span,
    Speaker,
    Stance,
    Story,
)

GOLD = Path(__file__).parent / "gold"
DAY = datetime(2030, 5, 1, 8, tzinfo=UTC)
Row = Mapping[str, Any]
PARTS = ("dev", "held", "fresh", "last", "final")


def rows(name: str) -> list[Row]:
    """The rows of a gold file."""
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def case_of(row: Row) -> Case:
    """A story of two reports: one with the claim, one with the sentence."""
    entities: dict[str, Entity] = {}
    for name, kind, *forms in (row["claimant"], row["accused"]):
        entities[name] = Entity(id=name, name=name, kind=kind, names=(name, *forms), party=name)
    claim_text, text = row["claim"], row["text"]
    first = Document(id="a", text=claim_text, source="Ledger", published_at=DAY, language=row["language"])
    second = Document(
        id="b",
        text=f"{claim_text}\n{text}",
        source="Courier",
        published_at=DAY.replace(hour=9),
        language=row["language"],
    )
    at = len(claim_text) + 1
    claimant = row["claimant"][0]
    said = _saying(claimant, "asserts", Span(document_id="a", start=0, end=len(claim_text), quote=claim_text))
    again = _saying(
        claimant, "asserts", Span(document_id="b", start=0, end=len(claim_text), quote=claim_text)
    )
    positions = [_position(said, claimant, "asserts")] if not row["stance"] else []
    members = (said, again)
    attributions: tuple[Attribution, ...] = ()
    if row["by"]:
        entity = row["by"] if row["by"] in entities else ""
        attributions = (
            Attribution(content=((at, len(second.text)),), speaker=Speaker(text=row["by"], entity=entity)),
        )
    if row["stance"]:
        spoken = _saying(
            row["by"], row["stance"], Span(document_id="b", start=at, end=len(second.text), quote=text)
        )
        positions.append(_position(spoken, row["by"] or "Courier", row["stance"]))
        if row["by"] != claimant:
            positions.append(_position(said, claimant, "asserts"))
    claim = Claim(id="c", story_id="s", text=claim_text, members=members, positions=tuple(positions))
    story = Story(
        id="s",
        title="",
        members=tuple(Membership(document_id=d, story_id="s", root_id=d) for d in ("a", "b")),
    )
    readings = {
        "a": Reading(
            document_id="a", reader="gold", language=row["language"], sentences=((0, len(claim_text)),)
        ),
        "b": Reading(
            document_id="b",
            reader="gold",
            language=row["language"],
            sentences=((0, at - 1), (at, len(second.text))),
            attributions=attributions,
        ),
    }
    return Case(
        claim=claim,
        about=about(claim, entities, readings, (claim,)),
        hypotheses=hypotheses(claim, (claim,), entities, readings=readings),
        claims=(claim,),
        story=story,
        documents=(first, second),
        readings=readings,
        entities=entities,
        now=DAY.replace(day=9),
        shared={},
    )


def _saying(who: str, act: str, span: Span) -> Saying:
    return Saying(
        document_id=span.document_id, speaker=who, entity=who, cue="said", act=act, form="indirect", negated=False,
        content=(span,), span=span, at=DAY,
    )  # fmt: skip


def _position(saying: Saying, who: str, stance: Stance) -> Position:
    return Position(
        party=who,
        name=who,
        stance=stance,
        at=DAY,
        span=saying.span,
        root_id=saying.document_id,
        saying=saying,
    )


def found_in(case: Case, row: Row) -> list[Draft]:
    """Items found in the sentence of the row, and not in the claim's own words."""
    at = len(row["claim"]) + 1
    return [
        one for one in drafts(case) if any(span.document_id == "b" and span.start >= at for span in one.spans)
    ]


def claim_of(row: Row) -> tuple[Claim, dict[str, Entity]]:
    """The claim of a row of ``hypotheses.jsonl``."""
    known = {
        one["name"]: Entity(
            id=one["name"],
            name=one["name"],
            kind=one["kind"],
            names=(one["name"], *one["forms"]),
            party=one["party"] or one["name"],
        )
        for one in row["entities"]
    }
    span = Span(document_id="a", start=0, end=len(row["text"]), quote=row["text"])
    saying = _saying(row["claimant"], row["act"], span)
    position = _position(saying, row["claimant"], "asserts")
    return Claim(
        id=row["id"], story_id="s", text=row["text"], members=(saying,), positions=(position,)
    ), known


def kinds(
    part: Sequence[Row], errors: bool
) -> tuple[dict[str, tuple[int, int, int]], dict[str, tuple[int, int]]]:
    """(kind → right, wrong, missed), and (grade → right, asked)."""
    counts: dict[str, Counter[str]] = {}
    graded: dict[str, Counter[str]] = {}
    for row in part:
        case = case_of(row)
        items = found_in(case, row)
        got = {one.kind for one in items}
        for kind in {*got, *row["kinds"]}:
            sort = "right" if kind in got and kind in row["kinds"] else "wrong" if kind in got else "missed"
            counts.setdefault(kind, Counter())[sort] += 1
            if errors and sort != "right":
                print(f"  {row['id']} {row['part']} {sort} {kind}: {row['text']}")
        for one in items[:]:
            if one.kind not in row["kinds"]:
                continue
            interest = case.interest(one.source, one.name)
            answers = {
                "direction": (one.direction, row["direction"]),
                "interest": (interest, row["interest"]),
                "deceiver": (deceiver(one, interest)[0], row["deceiver"]),
            }
            for name, (ours, theirs) in answers.items():
                graded.setdefault(name, Counter())["right" if ours == theirs else "wrong"] += 1
                if errors and ours != theirs:
                    print(
                        f"  {row['id']} {row['part']} {one.kind} {name} {ours}, gold {theirs}: {row['text']}"
                    )
            break
    return (
        {kind: (c["right"], c["wrong"], c["missed"]) for kind, c in counts.items()},
        {name: (c["right"], c["right"] + c["wrong"]) for name, c in graded.items()},
    )


def explanations(part: Sequence[Row], errors: bool) -> tuple[dict[str, tuple[int, int, int]], int]:
    """(standing explanation → right, wrong, missed), and how many claims have exactly those of the gold."""
    counts: dict[str, Counter[str]] = {}
    whole = 0
    for row in part:
        claim, known = claim_of(row)
        got = {one.key for one in standing(about(claim, known, {}, (claim,)), known)} - {
            "as_claimed",
            "denied",
        }
        gold = set(row["standing"])
        whole += got == gold
        for kind in got | gold:
            sort = "right" if kind in got & gold else "wrong" if kind in got else "missed"
            counts.setdefault(kind, Counter())[sort] += 1
            if errors and sort != "right":
                print(f"  {row['id']} {row['part']} {sort} {kind}: {row['text']}")
    return {kind: (c["right"], c["wrong"], c["missed"]) for kind, c in counts.items()}, whole


def line(name: str, right: int, wrong: int, missed: int) -> str:
    precision = 100 * right / max(right + wrong, 1)
    recall = 100 * right / max(right + missed, 1)
    f1 = 200 * right / max(2 * right + wrong + missed, 1)
    return f"{name:28s}{right + missed:6d}{precision:8.0f}{recall:8.0f}{f1:8.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="print every difference, the held half's too")
    parser.add_argument("--part", choices=PARTS, help="only this half")
    args = parser.parse_args()
    items, claims = rows("evidence.jsonl"), rows("hypotheses.jsonl")
    print(f"{'':28s}{'gold':>6s}{'prec':>8s}{'recall':>8s}{'F1':>8s}")
    for part in (args.part,) if args.part else PARTS:
        own = [row for row in items if row["part"] == part]
        counts, graded = kinds(own, args.errors)
        for kind, (right, wrong, missed) in sorted(counts.items()):
            print(line(f"{part} {kind}", right, wrong, missed))
        found = [sum(c[n] for kind, c in counts.items() if kind != "statement") for n in range(3)]
        print(line(f"{part} all but statements", *found))
        for name, (right, asked) in graded.items():
            print(f"{part + ' ' + name:28s}{asked:6d}{100 * right / max(asked, 1):8.0f}  right")
        if part not in ("dev", "held"):
            continue
        asked_claims = [row for row in claims if row["part"] == part]
        kinds_of, whole = explanations(asked_claims, args.errors)
        for kind, (right, wrong, missed) in sorted(kinds_of.items()):
            print(line(f"{part} {kind} stands", right, wrong, missed))
        print(line(f"{part} all that stand", *(sum(c[n] for c in kinds_of.values()) for n in range(3))))
        print(
            f"{part + ' claims all right':28s}{len(asked_claims):6d}{100 * whole / max(len(asked_claims), 1):8.0f}  right"
        )


if __name__ == "__main__":
    main()
