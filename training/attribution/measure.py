"""A network's answers on whole texts, and PolNeAR's dev figure as ``bench.attribution`` takes it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from bench.attribution import f1
from bench.token_form import chunks, labels, locate
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.read.neural.labels import ROLES, spans
from rashomon.read.neural.pieces import Pieces, pieces
from rashomon.read.neural.windows import LENGTH, MARGIN, windows
from training.attribution.network import Network, bounds

SIDE_BY_SIDE = 16
"""Windows run at once."""


@torch.no_grad()
def scores(
    network: Network, cut: Pieces, length: int = LENGTH, margin: int = MARGIN
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Label scores of roles and names for every piece of a text."""
    first, last, _ = bounds(network)
    network.eval()
    every = windows(len(cut), length, margin)
    roles = np.zeros((len(cut), network.roles.out_features), np.float32)
    names = np.zeros((len(cut), network.names.out_features), np.float32)
    for at in range(0, len(every), SIDE_BY_SIDE):
        some = every[at : at + SIDE_BY_SIDE]  # of one length: windows() makes no short last one
        ids = torch.tensor([[first, *cut.ids[w.start : w.end].tolist(), last] for w in some])
        features = torch.tensor([[0, *cut.features[w.start : w.end].tolist(), 0] for w in some])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            both = network(ids, features, torch.ones_like(ids))
        for k, w in enumerate(some):
            part = slice(1 + w.first - w.start, 1 + w.last - w.start)
            roles[w.first : w.last] = both[0][k, part].float().numpy()
            names[w.first : w.last] = both[1][k, part].float().numpy()
    return roles, names


def dev(network: Network, tokenizer: Tokenizer, folder: Path, length: int = LENGTH) -> dict[str, float]:
    """Exact F1 of source, cue and content on ``dev_tokens.jsonl``."""
    blocks: dict[str, list[dict[str, list[str]]]] = {}
    with (folder / "dev_tokens.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            block = json.loads(line)
            blocks.setdefault(block["id"].rsplit("_", 1)[0], []).append(block)
    gold, found, hit = Counter[str](), Counter[str](), Counter[str]()
    for name, parts in blocks.items():
        with (folder / "dev" / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        cut = pieces(text, tokenizer)
        said = [
            (s.label, ((int(cut.starts[s.start]), int(cut.ends[s.end - 1])),))
            for s in spans(scores(network, cut, length, MARGIN * length // LENGTH)[0], ROLES)
        ]
        places = locate([p["tokens"] for p in parts], text)
        for part, place in zip(parts, places, strict=True):
            near = [p for p in place if p]
            if not near:
                continue
            own = [s for s in said if s[1][0][0] < near[-1][1] and s[1][0][1] > near[0][0]]
            g, f = chunks(part["labels"]), chunks(labels(place, own))
            gold.update(c[0] for c in g)
            found.update(c[0] for c in f)
            hit.update(c[0] for c in g & f)
    return {role: round(f1(hit[role], gold[role], hit[role], found[role]), 2) for role in ROLES}
