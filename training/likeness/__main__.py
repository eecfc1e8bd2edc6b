"""Make ``models/likeness`` from the data folder, and print the tables for ``claim/match/rank.py``.

    python -m training.likeness --data ../shared/data --work FOLDER [--to models] [--untuned FOLDER]

First two thirds of CLEF's training tweets are learnt; the third third, which the network has not seen, gives the features from
which the weights of the ranking are fitted; then one more epoch over all. Nothing of dev is used. Every step leaves its result in
``--work``. ``--untuned``: only export the encoder as it is before training. Needs the extra ``training``; about 15 minutes of
one core.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from rashomon.claim.match import features as told
from rashomon.claim.match import index as search
from rashomon.claim.match import part as parts
from rashomon.claim.match import postings, vectors
from rashomon.claim.match.clean import clean
from rashomon.claim.match.terms import terms
from rashomon.encoder import Floats
from rashomon.encoder import load as shipped
from training.attribution.encoders import small
from training.likeness import bridge, mine, network, weights
from training.likeness.card import write
from training.likeness.corpus import ARCHIVE, Corpus, clef
from training.likeness.export import export, turn
from training.likeness.fit import fit

RANKED = 24
GOLD = Path("bench") / "gold"


def main() -> None:
    """Run what has not been run yet."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of development data")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and what is fetched")
    parser.add_argument("--to", type=Path, default=Path("models"))
    parser.add_argument("--untuned", type=Path, help="export the encoder as it is, and stop")
    arguments = parser.parse_args()
    if not (arguments.data / ARCHIVE).exists():
        raise SystemExit(
            f"{arguments.data / ARCHIVE} is not there: --data takes the folder of development data"
        )
    arguments.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    place = small(arguments.work)
    corpus = clef(arguments.data, "train")
    claims, titles = ([clean(one)[0] for one in texts] for texts in (corpus.claims, corpus.titles))
    made = network.load(place)
    if arguments.untuned:
        export(made, torch.eye(384), place / "tokenizer.json", arguments.untuned, {})
        return
    queries = [" ".join(clean(one)).strip() for one in corpus.queries]
    seen = [n for n, right in enumerate(corpus.right) if min(right) % 3]
    held = [n for n, right in enumerate(corpus.right) if not min(right) % 3]
    hard = mine.hard(queries, corpus.right, claims, titles, made.all(queries), made.all(claims))

    def run(numbers: list[int], epochs: int, rate: float, seed: int) -> None:
        fit(
            made, [queries[n] for n in numbers], [corpus.right[n] for n in numbers], claims, titles,
            [hard[n] for n in numbers], epochs=epochs, rate=rate, seed=seed,
        )  # fmt: skip

    first = arguments.work / "first.pt"
    if first.exists():
        made.encoder.load_state_dict(torch.load(first, weights_only=True))
    else:
        run(seen, 5, 5e-5, 1)
        torch.save(made.encoder.state_dict(), first)
    said, headed = made.all(claims), made.all(titles)
    turned = turn(torch.cat([said, headed]))
    rows = rows_of(corpus, held, (said @ turned).numpy(), (headed @ turned).numpy(), made, turned)
    tables(rows)
    run(list(range(len(queries))), 1, 2.5e-5, 2)
    folder = arguments.to / "likeness"
    export(made, turned, place / "tokenizer.json", folder, {})
    english = claims[:: len(claims) // bridge.SENTENCES][: bridge.SENTENCES]
    other = bridge.embed(bridge.cyrillic(GOLD))
    np.save(
        folder / "bridge.npy",
        bridge.bridge(bridge.embed(english), shipped(folder).encode(english), other).astype(np.float16),
    )
    write(folder)


def rows_of(
    corpus: Corpus,
    numbers: list[int],
    said: Floats,
    headed: Floats,
    made: network.Network,
    turned: torch.Tensor,
) -> list[weights.Row]:
    """Features of the candidates of some queries, and which are right."""
    texts = [(clean(c)[0], clean(t)[0]) for c, t in zip(corpus.claims, corpus.titles, strict=True)]
    index = parts._made(
        "", np.arange(len(texts)), np.ones(len(texts), bool), postings.build([terms(f"{c} {t}") for c, t in texts]),
        vectors.pack(said), vectors.pack(headed),
    )  # fmt: skip
    rows = []
    for number in numbers:
        words, who = clean(corpus.queries[number])
        whole = f"{words} {who}".strip()
        asked = (made.all([whole, words, *search.sentences(words)]) @ turned).numpy()
        query = search.Query(text=words, who=who, terms=terms(whole), vectors=asked, latin=True)
        found = search.candidates(query, [index])[:RANKED]
        own = told.features(query, found, [texts[one.number] for one in found], [index.words])
        rows.append((own, np.asarray([one.number in corpus.right[number] for one in found])))
    return rows


def tables(rows: list[weights.Row]) -> None:
    """Print the two fitted tables of ``claim/match/rank.py``."""
    for name, barred in (("BY_BOTH", ()), ("BY_WORDS", weights.BY_MEANING)):
        free = np.asarray([n not in barred for n in told.NAMES], dtype=float)
        given = [(features * free, right) for features, right in rows]
        table = weights.fit(given, barred)
        slope, offset = weights.calibrate(given, table)
        print(
            f"{name}: {table}\n  slope {slope} offset {offset} MAP@5 here {100 * weights.average(given, table):.1f}"
        )


if __name__ == "__main__":
    main()
