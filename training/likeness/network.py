"""The network that is trained, and the same network as it runs: one sentence in, one vector of length 1 out."""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from rashomon.encoder import LONGEST


class Network(nn.Module):
    """Word pieces, batch × length → vectors of length 1: the mean over the pieces."""

    def __init__(self, encoder: nn.Module, tokenizer: Tokenizer) -> None:
        super().__init__()
        self.encoder = encoder
        self.tokenizer = tokenizer

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """``mask`` is 1 where a piece stands."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        kept = mask.unsqueeze(-1).to(hidden.dtype)
        return nn.functional.normalize((hidden * kept).sum(1) / kept.sum(1), dim=-1)

    def vectors(self, texts: list[str], longest: int = LONGEST) -> Tensor:
        """One row a text."""
        rows = [
            [101, *one.ids[:longest], 102]
            for one in self.tokenizer.encode_batch(texts, add_special_tokens=False)
        ]
        width = max(len(row) for row in rows)
        ids = torch.tensor([row + [0] * (width - len(row)) for row in rows])
        mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
        return self(ids, mask)

    def all(self, texts: list[str], batch: int = 32) -> Tensor:
        """One row a text, without gradients, for as many as you like."""
        was = self.training
        self.eval()
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        out = torch.zeros(len(texts), 384)
        with torch.no_grad():
            for start in range(0, len(order), batch):
                part = order[start : start + batch]
                out[part] = self.vectors([texts[n] for n in part])
        self.train(was)
        return out


def load(folder: Path) -> Network:
    """A network on the pretrained encoder in a folder (``config.json``, ``tokenizer.json``, ``model.safetensors``)."""
    from transformers import AutoModel

    encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, dtype=torch.float32)
    encoder.embeddings.word_embeddings.weight.requires_grad = False
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Network(encoder, tokenizer)


class Alone(nn.Module):
    """The network as it runs: one sentence, nothing padded, none of the checks that a lone sentence never needs.

    The vector is turned by ``turn`` (orthogonal, so that cosines stay) so that its first numbers tell most: a search
    may look at the first 128 and take the rest only for what came near.
    """

    def __init__(self, network: Network, turn: Tensor) -> None:
        super().__init__()
        self.network = network
        self.register_buffer("turn", turn)

    def forward(self, ids: Tensor) -> Tensor:
        encoder = self.network.encoder
        config, given = encoder.config, encoder.embeddings
        heads, size = config.num_attention_heads, config.hidden_size
        root = (size // heads) ** -0.5

        def parted(rows: Tensor) -> Tensor:
            return rows.view(1, -1, heads, size // heads).transpose(1, 2)

        hidden = given.word_embeddings(ids) + given.token_type_embeddings(torch.zeros_like(ids))
        hidden = given.LayerNorm(hidden + given.position_embeddings.weight[: ids.shape[1]])
        for layer in encoder.encoder.layer:
            own, out = layer.attention.self, layer.attention.output
            query, key, value = (parted(part(hidden)) for part in (own.query, own.key, own.value))
            looked = torch.softmax(query @ key.transpose(2, 3) * root, -1) @ value
            hidden = out.LayerNorm(out.dense(looked.transpose(1, 2).reshape(1, -1, size)) + hidden)
            wide = nn.functional.gelu(layer.intermediate.dense(hidden))
            hidden = layer.output.LayerNorm(layer.output.dense(wide) + hidden)
        mean = hidden.mean(1)
        return (mean / mean.norm(dim=-1, keepdim=True)) @ self.turn
