"""The network: an encoder, an embedding of what lower-cased pieces lose, and one linear head for each kind of label."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from rashomon.read.neural.labels import NAMES, ROLES, width
from rashomon.read.neural.pieces import FEATURES


class Dropout(nn.Module):
    """Drops the same features at every piece of a row: one number drawn per row and feature."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, hidden: Tensor) -> Tensor:
        """The same shape; unchanged when the network is not being trained, or for what is not batch × length × size."""
        if not self.training or hidden.dim() != 3:
            return hidden
        kept = torch.rand(hidden.shape[0], 1, hidden.shape[2]) >= self.share
        return hidden * (kept.to(hidden.dtype) / (1 - self.share))


class Network(nn.Module):
    """Pieces and features, batch × length → label scores of roles and names."""

    def __init__(self, encoder: nn.Module, size: int, kind: str) -> None:
        super().__init__()
        self.encoder = encoder
        self.kind = kind
        self.features = nn.Embedding(FEATURES, size)
        nn.init.zeros_(self.features.weight)
        self.drop = Dropout(0.1)
        self.roles = nn.Linear(size, width(ROLES))
        self.names = nn.Linear(size, width(NAMES))

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """``mask`` is 1 where a piece stands. Returns batch × length × labels twice."""
        embeddings = self.encoder.embeddings.word_embeddings(ids) + self.features(features)
        hidden = self.encoder(inputs_embeds=embeddings, attention_mask=mask).last_hidden_state
        hidden = self.drop(hidden)
        return self.roles(hidden), self.names(hidden)


def load(folder: Path) -> Network:
    """A network on the pretrained encoder in a folder (``config.json`` and ``model.safetensors``)."""
    from transformers import AutoModel

    encoder = AutoModel.from_pretrained(
        folder, add_pooling_layer=False, dtype=torch.float32, attention_probs_dropout_prob=0.0
    )
    # Of a step's time on the CPU half went into drawing dropout's numbers one by one.
    for module in list(encoder.modules()):
        for name, part in module.named_children():
            if isinstance(part, nn.Dropout) and part.p:
                setattr(module, name, Dropout(part.p))
    encoder.embeddings.word_embeddings.weight.requires_grad = False
    return Network(encoder, encoder.config.hidden_size, encoder.config.model_type)


def bounds(network: Network) -> tuple[int, int, int]:
    """Ids of the first sign, the last sign and the padding."""
    return (0, 2, 1) if network.kind == "mpnet" else (101, 102, 0)
