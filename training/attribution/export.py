"""A trained network → what ships: an int8 ONNX file, the tokenizer, and the card."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from training.attribution.network import Network, bounds


class _Alone(nn.Module):
    """The network as it runs: one window, nothing padded.

    ``transformers`` exports masks, position arithmetic and checks for rows without any piece, which a lone window
    never needs and which cost a fifth of its time.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        encoder = self.network.encoder
        config, given = encoder.config, encoder.embeddings
        heads, size = config.num_attention_heads, config.hidden_size
        root = (size // heads) ** -0.5

        def parted(rows: Tensor) -> Tensor:
            return rows.view(1, -1, heads, size // heads).transpose(1, 2)

        hidden = given.word_embeddings(ids) + self.network.features(features)
        hidden = hidden + given.token_type_embeddings(torch.zeros_like(ids))
        hidden = given.LayerNorm(hidden + given.position_embeddings.weight[: ids.shape[1]])
        for layer in encoder.encoder.layer:
            own, out = layer.attention.self, layer.attention.output
            query, key, value = (parted(part(hidden)) for part in (own.query, own.key, own.value))
            looked = torch.softmax(query @ key.transpose(2, 3) * root, -1) @ value
            hidden = out.LayerNorm(out.dense(looked.transpose(1, 2).reshape(1, -1, size)) + hidden)
            wide = nn.functional.gelu(layer.intermediate.dense(hidden))
            hidden = layer.output.LayerNorm(layer.output.dense(wide) + hidden)
        return self.network.roles(hidden), self.network.names(hidden)


def export(network: Network, tokenizer: Path, folder: Path, card: dict[str, Any]) -> None:
    """Write ``model.onnx`` (weights int8, per channel), ``tokenizer.json`` and ``card.json``."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    ids = torch.randint(5, 20_000, (1, 40))
    features = torch.randint(0, 20, (1, 40))
    alone = _Alone(network)
    with torch.no_grad():
        expected = network(ids, features, torch.ones_like(ids))
        if not all(
            torch.allclose(a, b, atol=1e-3) for a, b in zip(alone(ids, features), expected, strict=True)
        ):
            raise ValueError("the network as it runs does not answer as the one that was trained")
    with tempfile.TemporaryDirectory() as space:
        whole, ready = Path(space) / "whole.onnx", Path(space) / "ready.onnx"
        torch.onnx.export(
            alone,
            (ids, features),
            str(whole),
            input_names=["ids", "features"],
            output_names=["roles", "names"],
            dynamic_axes={name: {1: "length"} for name in ("ids", "features", "roles", "names")},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(folder / "model.onnx"),
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
    data = json.loads(tokenizer.read_text(encoding="utf-8"))
    data["truncation"] = data["padding"] = None
    (folder / "tokenizer.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    first, last, _ = bounds(network)
    weights = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    card = {"bounds": [first, last], "sha256": weights, **card}
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
