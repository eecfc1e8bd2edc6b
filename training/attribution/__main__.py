"""Make ``models/attribution`` from the data folder: a teacher, its scores, a student, the int8 file and its card.

    python -m training.attribution --data ../shared/data --work FOLDER [--to models] [--epochs-teacher 2] [--epochs 8]
        [--from models/attribution]

Every step leaves its result in ``--work``, and training a checkpoint every 200 steps: the same command goes on where it
was stopped. ``--from`` starts the student from a model that ships (its int8 weights) instead of the bare encoder.
Needs the extra ``training``.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.attribution import corpus, encoders, teach
from training.attribution.batches import rows_of
from training.attribution.card import card
from training.attribution.export import export
from training.attribution.fit import Plan, fit
from training.attribution.measure import dev
from training.attribution.network import Network, load
from training.attribution.shipped import restore

TEACHER_LENGTH = 126
"""Pieces in a window of the teacher's: attention over twice as many costs half of its time again."""


def main() -> None:
    """Run what has not been run yet."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of development data")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and what is fetched")
    parser.add_argument("--to", type=Path, default=Path("models"))
    parser.add_argument("--epochs-teacher", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=8, help="epochs of the student")
    parser.add_argument(
        "--from", dest="begun", type=Path, help="folder of a model whose weights the student starts with"
    )
    parser.add_argument("--stop-after", type=float, default=float("inf"), help="seconds for the student")
    arguments = parser.parse_args()
    polnear = arguments.data / "attribution" / "polnear"
    if not polnear.is_dir():
        raise SystemExit(f"{polnear} is not there: --data takes the folder of development data")
    annotated = list(corpus.polnear(polnear / "train"))
    examples = [*annotated, *_unmarked(arguments.data, annotated)]
    teacher, own = _teacher(arguments.work, polnear, annotated, arguments.epochs_teacher)
    place = encoders.small(arguments.work)
    tokenizer = _tokenizer(place)
    soft = teach.soft(teacher, own, examples, tokenizer, TEACHER_LENGTH, arguments.work / "soft")
    named = teach.names(examples, arguments.work / "names.jsonl")
    network = load(place)
    if arguments.begun:
        restore(network, arguments.begun)
    rate = 2e-4 if arguments.begun else 3e-4
    plan = Plan(epochs=arguments.epochs, rate=rate, depth=0.95, gold=0.3)
    student = fit(
        network,
        rows_of(iter(examples), tokenizer, named),
        plan,
        arguments.work / "student",
        lambda network: dev(network, tokenizer, polnear),
        soft,
        arguments.stop_after,
    )
    export(student, place / "tokenizer.json", arguments.to / "attribution", {"calibration": [1.0, 0.0]})
    figures = {
        "teacher": _last(arguments.work / "teacher"),
        "student": _last(arguments.work / "student"),
    }
    card(arguments.to / "attribution", polnear, figures)


def _unmarked(data: Path, annotated: list[corpus.Example]) -> list[corpus.Example]:
    """Other news, each text once, in an order drawn at random but the same each time."""
    known = {one.text for one in annotated}
    seen: dict[str, corpus.Example] = {
        one.text: one for one in corpus.unmarked(data) if one.text not in known
    }
    others = sorted(seen.values(), key=lambda one: one.name)
    random.Random(5).shuffle(others)
    return others


def _teacher(
    work: Path, polnear: Path, examples: list[corpus.Example], epochs: int
) -> tuple[Network, Tokenizer]:
    place = encoders.large(work)
    own = _tokenizer(place)
    network = load(place)
    done = work / "teacher" / "done.pt"
    if done.exists():
        network.load_state_dict(torch.load(done, weights_only=True))
        return network, own
    plan = Plan(epochs=epochs, rate=7e-5, length=TEACHER_LENGTH, mean=0.99)
    fit(
        network,
        rows_of(iter(examples), own, {}),
        plan,
        work / "teacher",
        lambda one: dev(one, own, polnear, TEACHER_LENGTH),
    )
    torch.save(network.state_dict(), done)
    return network, own


def _tokenizer(place: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(place / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _last(folder: Path) -> dict[str, float]:
    lines = (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()
    return dict(json.loads(lines[-1]))


if __name__ == "__main__":
    main()
