"""Training, resumable: a checkpoint and a figure after each epoch."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from bench.stance_split import Pair
from numpy.typing import NDArray
from torch.nn import functional as F

from training.stance.corpus import MOST_OF_TOPIC, Corpus, epoch, stacked
from training.stance.network import Network

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train. ``depth`` lowers the rate by this factor for each layer farther from the head."""

    epochs: int
    """Over which the rate falls."""
    until: int = 99
    """Epochs after which training ends all the same."""
    rate: float = 1.2e-4
    pairs: int = 32
    depth: float = 0.9
    warm: float = 0.06
    unrelated: float = 0.35
    """Unrelated pairs for each related one, drawn from those the cheap step lets pass."""
    topic: int = MOST_OF_TOPIC
    """Related pairs of one topic in an epoch."""
    smooth: float = 0.05
    weights: tuple[float, ...] = (1.3, 2.0, 0.8, 0.8)
    """What a mistake costs, by label."""
    mean: float = 0.995
    seed: int = 1


def scores(network: Network, corpus: Corpus, pairs: Sequence[Pair]) -> Floats:
    """Label scores, pairs × labels."""
    network.eval()
    rows = [corpus.shown(one.headline, one.body_id) for one in pairs]
    out = np.zeros((len(rows), 4), dtype=np.float32)
    order = sorted(range(len(rows)), key=lambda n: len(rows[n].ids))
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        tensors = [torch.from_numpy(x) for x in stacked([rows[n] for n in part])]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            out[part] = network(*tensors).float().numpy()
    return out


def fit(
    network: Network,
    corpus: Corpus,
    related: Sequence[Pair],
    unrelated: Sequence[Pair],
    plan: Plan,
    folder: Path,
    measure: Callable[[Network], dict[str, float]],
) -> Network:
    """Train, and return the network with the running mean of its weights."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    optimiser = torch.optim.AdamW(_groups(network, plan), weight_decay=0.01)
    steps = -(-len(epoch(related, unrelated, plan.unrelated, plan.seed, plan.topic)) // plan.pairs)
    total = plan.epochs * steps
    warm = max(1, int(plan.warm * total))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: (n + 1) / warm if n < warm else max(0.02, (total - n) / max(1, total - warm))
    )
    costs = torch.tensor(plan.weights)
    mean = {name: value.detach().clone() for name, value in network.state_dict().items()}
    done, step = 0, 0
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(kept["network"])
        optimiser.load_state_dict(kept["optimiser"])
        schedule.load_state_dict(kept["schedule"])
        mean, done, step = kept["mean"], kept["epoch"], kept["step"]
    begun = time.monotonic()
    for number in range(done, min(plan.epochs, plan.until)):
        rows = epoch(related, unrelated, plan.unrelated, plan.seed + number, plan.topic)
        made = [corpus.shown(text, body) for text, body, _ in rows]
        # Neighbours in length share a batch, the batches come in any order.
        order = np.random.default_rng(plan.seed + number)
        lengths = np.array([len(one.ids) for one in made]) + order.integers(0, 24, len(made))
        ranks = np.argsort(lengths, kind="stable")
        batches = [ranks[k : k + plan.pairs] for k in range(0, len(ranks), plan.pairs)]
        order.shuffle(batches)
        lost = 0.0
        network.train()
        for at, batch in enumerate(batches):
            tensors = [torch.from_numpy(x) for x in stacked([made[n] for n in batch])]
            labels = torch.tensor([rows[n][2] for n in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                found = network(*tensors)
            loss = F.cross_entropy(found.float(), labels, weight=costs, label_smoothing=plan.smooth)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            lost += float(loss.detach())
            decay = min(plan.mean, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    if value.is_floating_point():
                        mean[name].lerp_(value, 1 - decay)
            if (at + 1) % 25 == 0:
                print(
                    f"epoch {number + 1} {at + 1}/{len(batches)} loss {lost / (at + 1):.4f} {time.monotonic() - begun:.0f} s",
                    flush=True,
                )
        _save(
            checkpoint,
            network=network.state_dict(),
            optimiser=optimiser.state_dict(),
            schedule=schedule.state_dict(),
            mean=mean,
            epoch=number + 1,
            step=step,
        )
        own = {name: value.clone() for name, value in network.state_dict().items()}
        network.load_state_dict(mean)
        line = {
            "epoch": number + 1,
            "loss": round(lost / len(batches), 4),
            "seconds": round(time.monotonic() - begun),
            **measure(network),
        }
        torch.save(mean, folder / "mean.pt")
        network.load_state_dict(own)
        print(json.dumps(line), flush=True)
        with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
    network.load_state_dict(mean)
    return network


def _groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    layers = len(network.encoder.encoder.layer)
    groups: dict[int, list[torch.nn.Parameter]] = {}
    for name, value in network.named_parameters():
        parts = name.split(".")
        if "layer" in parts:
            below = layers - int(parts[parts.index("layer") + 1])
        else:
            below = layers + 1 if parts[0] == "encoder" else 0
        groups.setdefault(below, []).append(value)
    return [
        {"params": values, "lr": plan.rate * (plan.depth**below if below else 4)}
        for below, values in sorted(groups.items())
    ]


def _save(path: Path, **held: object) -> None:
    fresh = path.with_suffix(".part")
    torch.save(held, fresh)
    fresh.replace(path)
