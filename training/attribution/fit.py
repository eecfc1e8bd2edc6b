"""Training, resumable: a checkpoint every few hundred steps, the dev figure after each epoch."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from rashomon.read.neural.labels import ROLES, width
from rashomon.read.neural.windows import LENGTH
from training.attribution.batches import NOTHING, Batch, Row, batch, batches
from training.attribution.network import Network, bounds

Measure = Callable[[Network], dict[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train. ``depth`` lowers the rate by this factor for each layer farther from the heads."""

    epochs: int
    rate: float
    pieces: int = 2048
    """Pieces in a batch."""
    length: int = LENGTH
    """Pieces in a cut of a text. Shorter ones cost less and show less context."""
    depth: float = 0.9
    warm: float = 0.08
    names: float = 0.15
    """Weight of the name head's loss."""
    gold: float = 0.4
    """Weight of the annotators' labels where a teacher's scores are given as well."""
    mean: float = 0.997
    """Decay of the running mean of the weights, which is what is kept."""
    seed: int = 1


def fit(
    network: Network,
    rows: Sequence[Row],
    plan: Plan,
    folder: Path,
    measure: Measure,
    soft: Sequence[NDArray[np.float16]] | None = None,
    stop_after: float = math.inf,
) -> Network:
    """Train, and return the network with the running mean of its weights. ``stop_after``: seconds."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    ends = bounds(network)
    optimiser = torch.optim.AdamW(_groups(network, plan), weight_decay=0.01)
    first = batches(rows, pieces=plan.pieces, length=plan.length, seed=plan.seed)
    total = plan.epochs * len(first)
    warm = int(plan.warm * total)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: (n + 1) / warm if n < warm else max(0.02, (total - n) / (total - warm))
    )
    mean = {name: value.detach().clone() for name, value in network.state_dict().items()}
    step = 0
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(kept["network"])
        optimiser.load_state_dict(kept["optimiser"])
        schedule.load_state_dict(kept["schedule"])
        mean, step = kept["mean"], kept["step"]
    begun, lost, seen = time.monotonic(), 0.0, 0
    for epoch in range(step // len(first), plan.epochs):
        planned = batches(rows, pieces=plan.pieces, length=plan.length, seed=plan.seed + epoch)
        for number in range(step - epoch * len(first), len(planned)):
            if number >= len(first):
                break
            network.train()
            one = batch(rows, planned[number], ends, soft)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                roles, names = network(one.ids, one.features, one.mask)
            loss = _loss(roles.float(), names.float(), one, plan)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            lost, seen = lost + float(loss.detach()), seen + 1
            decay = min(plan.mean, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    if value.is_floating_point():
                        mean[name].lerp_(value, 1 - decay)
            if step % 50 == 0:
                print(
                    f"step {step}/{total} loss {lost / seen:.4f} {time.monotonic() - begun:.0f} s", flush=True
                )
                lost, seen = 0.0, 0
            if step % 200 == 0:
                _save(checkpoint, network, optimiser, schedule, mean, step)
        step = (epoch + 1) * len(first)
        _save(checkpoint, network, optimiser, schedule, mean, step)
        own = {name: value.clone() for name, value in network.state_dict().items()}
        network.load_state_dict(mean)
        figure = measure(network)
        torch.save(mean, folder / "mean.pt")
        network.load_state_dict(own)
        line = {"epoch": epoch + 1, "seconds": round(time.monotonic() - begun), **figure}
        print(json.dumps(line), flush=True)
        with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        if time.monotonic() - begun > stop_after:
            break
    network.load_state_dict(mean)
    return network


def _groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    layers = len(network.encoder.encoder.layer)
    groups: dict[int, list[torch.nn.Parameter]] = {}
    for name, value in network.named_parameters():
        parts = name.split(".")
        if parts[0] == "encoder" and "layer" in parts:
            below = layers - int(parts[parts.index("layer") + 1])
        elif parts[0] == "encoder":
            below = layers + 1
        else:
            below = 0
        groups.setdefault(below, []).append(value)
    return [
        {"params": values, "lr": plan.rate * (plan.depth**below if below else 5)}
        for below, values in sorted(groups.items())
    ]


def _loss(roles: torch.Tensor, names: torch.Tensor, one: Batch, plan: Plan) -> torch.Tensor:
    named = F.cross_entropy(names.flatten(0, 1), one.names.flatten(), ignore_index=NOTHING, reduction="sum")
    named = named / max(1, int((one.names != NOTHING).sum()))
    gold = F.cross_entropy(roles.flatten(0, 1), one.roles.flatten(), ignore_index=NOTHING, reduction="sum")
    gold = gold / max(1, int((one.roles != NOTHING).sum()))
    if one.soft is None:
        return gold + plan.names * named
    taught = one.soft[..., : width(ROLES)]
    known = ~taught[..., 0].isnan()
    if not known.any():
        return gold + plan.names * named
    own = F.log_softmax(roles[known], dim=-1)
    other = F.log_softmax(taught[known], dim=-1)
    kept = F.kl_div(own, other, log_target=True, reduction="batchmean")
    return kept + plan.gold * gold + plan.names * named


def _save(
    path: Path,
    network: Network,
    optimiser: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    mean: dict[str, torch.Tensor],
    step: int,
) -> None:
    fresh = path.with_suffix(".part")
    torch.save(
        {
            "network": network.state_dict(),
            "optimiser": optimiser.state_dict(),
            "schedule": schedule.state_dict(),
            "mean": mean,
            "step": step,
        },
        fresh,
    )
    fresh.replace(path)
