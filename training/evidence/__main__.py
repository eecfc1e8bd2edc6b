"""Train the head that tells of which kind of evidence a sentence is, on the vectors of ``models/likeness``, and write what ships.

    python -m training.evidence

A softmax regression over the kinds with their sorts ("capability lacks"), fitted on ``training/evidence/sentences.tsv``, on the parts dev and
fresh of ``bench/gold/evidence.jsonl``, and on the sentences of ``bench/gold/events-*.jsonl`` that show no word of evidence, as what is none.
How strongly weights are held small and from which probability a kind is told are chosen by five-fold cross-validation on those
sentences (of the second only the texts of one file, so that no fold is all of another source). The parts held and last are in nothing.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.assess.evidence.lexicon import kinds, sorts
from rashomon.encoder import encoder

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "bench" / "gold"
HOME = ROOT / "models" / "evidence"
NONE = "none none"
EVENTS = {"en": 130, "ru": 50, "uk": 50}
"""Sentences without evidence that are taken of each language."""
HELD_SMALL = (1.0, 3.0, 10.0, 30.0)
FROM = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
PRECISION = 0.75
"""Share of told kinds that must be right on the folds: three in four, since a wrong item costs an analyst more than a missed one."""


def sentences() -> list[tuple[str, str]]:
    """(sentence, class) of all that is trained on."""
    made: list[tuple[str, str]] = []
    for line in (Path(__file__).with_name("sentences.tsv")).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, sort, text = line.split("\t")
            made.append((text, f"{kind} {sort}"))
    for line in (GOLD / "evidence.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["part"] in ("dev", "fresh") and row["kinds"] != ["statement"]:
            made.append((row["text"], _class(row)))
    for language, most in EVENTS.items():
        texts = [
            json.loads(line)["text"]
            for line in (GOLD / f"events-{language}.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        plain = [text for text in texts if not kinds(text, language)]
        made += [(text, NONE) for text in plain[:most]]
    return made


def _class(row: dict[str, Any]) -> str:
    """Kind and sort of a row of the gold."""
    if not row["kinds"]:
        return NONE
    kind, against = row["kinds"][0], row["direction"] == "against"
    told = [sort for sort, _ in sorts(kind, row["text"], row["language"])]
    if kind in ("capability", "means", "opportunity"):
        return f"{kind} {'lacks' if against else 'has'}"
    if kind == "pattern":
        return f"pattern {'calendar' if row['direction'] == 'open' else 'series'}"
    if kind == "media":
        seen = {"no": "inspected"}.get(row["deceiver"], "show")
        return f"media {'stale' if against else seen}"
    if kind == "motive" and against:
        return f"motive {'pretext' if 'pretext' in told else 'lacks'}"
    first = {"motive": "has", "record": "deceit", "absence": "unconfirmed"}[kind]
    return f"{kind} {told[0] if told and kind != 'motive' else first}"


def fit(vectors: NDArray[Any], classes: list[str], strength: float) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=strength, max_iter=3000, class_weight="balanced").fit(vectors, classes)


def summed(probabilities: NDArray[Any], classes: list[str]) -> tuple[list[str], NDArray[Any]]:
    """Kinds, and the probability of each: of its sorts together."""
    found = sorted({one.split()[0] for one in classes})
    columns = [[n for n, one in enumerate(classes) if one.split()[0] == kind] for kind in found]
    return found, np.stack([probabilities[:, own].sum(1) for own in columns], axis=1)


def chosen(vectors: NDArray[Any], classes: list[str]) -> tuple[float, float, float, float]:
    """(strength, threshold, precision, recall): of those precise enough on the folds, the one that finds most."""
    order = np.random.default_rng(7).permutation(len(classes))
    folds = np.array_split(order, 5)
    best = (1.0, 0.6, 0.0, 0.0)
    gold = [one.split()[0] for one in classes]
    for strength in HELD_SMALL:
        told = np.zeros((len(classes), 0))
        names: list[str] = []
        for own in folds:
            rest = np.setdiff1d(order, own)
            model = fit(vectors[rest], [classes[n] for n in rest], strength)
            names, kinds_of = summed(model.predict_proba(vectors[own]), list(model.classes_))
            if not told.shape[1]:
                told = np.zeros((len(classes), len(names)))
            told[own] = kinds_of
        for least in FROM:
            right = wrong = 0
            for n, row in enumerate(told):
                kind = names[int(row.argmax())]
                if kind != "none" and row.max() >= least:
                    right += kind == gold[n]
                    wrong += kind != gold[n]
            precision = right / max(right + wrong, 1)
            recall = right / sum(one != "none" for one in gold)
            if precision >= PRECISION and recall > best[3]:
                best = (strength, least, precision, recall)
    return best


def main() -> None:
    made = sentences()
    texts, classes = [text for text, _ in made], [one for _, one in made]
    network = encoder()
    vectors = network.encode(texts)
    strength, least, precision, recall = chosen(vectors, classes)
    model = fit(vectors, classes, strength)
    weights = np.hstack([model.coef_, model.intercept_[:, None]]).astype(np.float16)
    HOME.mkdir(parents=True, exist_ok=True)
    np.save(HOME / "head.npy", weights, allow_pickle=False)
    card = {
        "classes": list(model.classes_),
        "encoder": network.card["sha256"],
        "least": least,
        "sha256": hashlib.sha256(weights.tobytes()).hexdigest(),
    }
    (HOME / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(
        f"{len(texts)} sentences, C {strength}, from {least}: precision {precision:.2f}, recall {recall:.2f} on the folds"
    )


if __name__ == "__main__":
    main()
