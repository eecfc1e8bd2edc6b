"""Contrastive training: a tweet near the claim it speaks of, away from the claims that look most like it."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.likeness.network import Network

BATCH = 32
SCALE = 20.0
"""Cosines are multiplied by this before the softmax, as in the training of the encoder begun with."""
FROZEN = 2
"""Layers from below that stay as they are: on the CPU each costs, and 800 pairs have nothing to tell them."""
LENGTHS = (64, 48)
"""Word pieces of a query and of a claim that are trained on."""
HARDEST = 15
"""Of the wrong claims that look most alike, ``WRONG`` are drawn from so many."""
WRONG = 1
"""Wrong claims a query beside those of the others in its batch."""


def fit(
    network: Network,
    queries: Sequence[str],
    right: Sequence[frozenset[int]],
    claims: Sequence[str],
    titles: Sequence[str],
    hard: Sequence[Sequence[int]],
    *,
    epochs: int,
    rate: float,
    seed: int,
) -> None:
    """Train in place. ``hard``: for each query the wrong claims that look most alike, hardest first."""
    draw = random.Random(seed)
    torch.manual_seed(seed)
    for layer in network.encoder.encoder.layer[:FROZEN]:  # type: ignore[union-attr,index]
        layer.requires_grad_(False)
    network.encoder.embeddings.requires_grad_(False)  # type: ignore[union-attr]
    network.eval()  # no dropout: drawing its numbers takes half of a step on the CPU, see decisions/0006
    moving = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(moving, lr=rate, weight_decay=0.01)
    order = list(range(len(queries)))
    steps = epochs * -(-len(order) // BATCH)
    step = 0
    for epoch in range(epochs):
        draw.shuffle(order)
        begun, total = time.perf_counter(), 0.0
        for start in range(0, len(order), BATCH):
            part = order[start : start + BATCH]
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1.0, (step + 1) / (0.1 * steps)) * (1 - step / steps)
            step += 1
            wanted = [draw.choice(sorted(right[n])) for n in part]
            docs = wanted + [d for n in part for d in draw.sample(list(hard[n][:HARDEST]), WRONG)]
            loss = _loss(network, [queries[n] for n in part], [right[n] for n in part], docs, claims, titles)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(moving, 1.0)
            optimiser.step()
            total += loss.item()
        print(
            f"epoch {epoch} loss {total * BATCH / len(order):.3f} {time.perf_counter() - begun:.0f} s",
            flush=True,
        )


def _loss(
    network: Network,
    queries: list[str],
    right: list[frozenset[int]],
    docs: list[int],
    claims: Sequence[str],
    titles: Sequence[str],
) -> Tensor:
    own = network.vectors(queries, LENGTHS[0])
    said = network.vectors([claims[n] for n in docs], LENGTHS[1])
    barred = torch.zeros(len(queries), len(docs))
    for row, wanted in enumerate(right):
        same = {claims[n] for n in wanted}
        for column, number in enumerate(docs):
            if column != row and claims[number] in same:
                barred[row, column] = -1e4
    goal = torch.arange(len(queries))
    loss = nn.functional.cross_entropy(SCALE * (own @ said.T) + barred, goal)
    loss = loss + 0.5 * nn.functional.cross_entropy(SCALE * (said[: len(queries)] @ own.T), goal)
    headed = network.vectors([titles[n] for n in docs], LENGTHS[1])
    loss = loss + 0.5 * nn.functional.cross_entropy(SCALE * (own @ headed.T) + barred, goal)
    return loss
