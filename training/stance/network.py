"""The network: an encoder over claim and passages, an embedding of what they share and of quotation, one linear head."""

from __future__ import annotations

from pathlib import Path

import torch
from bench.stance_split import LABELS
from torch import Tensor, nn

from rashomon.claim.stance.passages import FEATURES
from training.attribution.network import Dropout


class Network(nn.Module):
    """Ids, kinds and features, batch × length → label scores, batch × labels."""

    def __init__(self, encoder: nn.Module, size: int, labels: int = len(LABELS)) -> None:
        super().__init__()
        self.encoder = encoder
        self.features = nn.Embedding(FEATURES, size)
        nn.init.zeros_(self.features.weight)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(4 * size, labels)

    def forward(self, ids: Tensor, kinds: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """``mask`` is 1 where a piece stands."""
        embeddings = self.encoder.embeddings.word_embeddings(ids) + self.features(features)
        hidden = self.encoder(
            inputs_embeds=embeddings, attention_mask=mask, token_type_ids=kinds
        ).last_hidden_state
        return self.head(self.drop(pooled(hidden, kinds, mask)))


def pooled(hidden: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
    """The first sign, the means over claim and report, and how far these lie apart."""
    report = (kinds * mask).unsqueeze(2).to(hidden.dtype)
    claim = ((1 - kinds) * mask).unsqueeze(2).to(hidden.dtype)
    a = (hidden * claim).sum(1) / claim.sum(1)
    b = (hidden * report).sum(1) / report.sum(1).clamp(min=1)
    return torch.cat([hidden[:, 0], a, b, (a - b).abs()], dim=1)


def load(folder: Path) -> Network:
    """A network on the pretrained encoder in a folder (``config.json`` and ``model.safetensors``)."""
    from transformers import AutoModel

    encoder = AutoModel.from_pretrained(
        folder, add_pooling_layer=False, dtype=torch.float32, attention_probs_dropout_prob=0.0
    )
    for module in list(encoder.modules()):
        for name, part in module.named_children():
            if isinstance(part, nn.Dropout) and part.p:
                setattr(module, name, Dropout(part.p))
    encoder.embeddings.word_embeddings.weight.requires_grad = False
    return Network(encoder, encoder.config.hidden_size)
