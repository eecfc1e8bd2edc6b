"""A trained network → what ships: an int8 ONNX file and the tokenizer."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from training.stance.network import Network, pooled


class _Alone(nn.Module):
    """The network as it runs: one pair, nothing padded (see ``training/attribution/export.py``)."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, kinds: Tensor, features: Tensor) -> Tensor:
        encoder = self.network.encoder
        config, given = encoder.config, encoder.embeddings
        heads, size = config.num_attention_heads, config.hidden_size
        root = (size // heads) ** -0.5

        def parted(rows: Tensor) -> Tensor:
            return rows.view(1, -1, heads, size // heads).transpose(1, 2)

        hidden = given.word_embeddings(ids) + self.network.features(features)
        hidden = hidden + given.token_type_embeddings(kinds)
        hidden = given.LayerNorm(hidden + given.position_embeddings.weight[: ids.shape[1]])
        for layer in encoder.encoder.layer:
            own, out = layer.attention.self, layer.attention.output
            query, key, value = (parted(part(hidden)) for part in (own.query, own.key, own.value))
            looked = torch.softmax(query @ key.transpose(2, 3) * root, -1) @ value
            hidden = out.LayerNorm(out.dense(looked.transpose(1, 2).reshape(1, -1, size)) + hidden)
            wide = nn.functional.gelu(layer.intermediate.dense(hidden))
            hidden = layer.output.LayerNorm(layer.output.dense(wide) + hidden)
        return self.network.head(pooled(hidden, kinds, torch.ones_like(kinds)))


def export(network: Network, tokenizer: Path, folder: Path) -> str:
    """Write ``model.onnx`` (weights int8, per channel) and ``tokenizer.json``; returns the SHA-256 of the weights."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    ids = torch.randint(5, 20_000, (1, 40))
    kinds = torch.tensor([[0] * 12 + [1] * 28])
    features = torch.randint(0, 4, (1, 40))
    given = (ids, kinds, features)
    alone = _Alone(network)
    alone.eval()
    with torch.no_grad():
        if not torch.allclose(alone(*given), network(*given, torch.ones_like(ids)), atol=1e-3):
            raise ValueError("the network as it runs does not answer as the one that was trained")
    names = ["ids", "kinds", "features"]
    with tempfile.TemporaryDirectory() as space:
        whole, ready = Path(space) / "whole.onnx", Path(space) / "ready.onnx"
        torch.onnx.export(
            alone,
            given,
            str(whole),
            input_names=names,
            output_names=["scores"],
            dynamic_axes={name: {1: "length"} for name in names},
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
    return hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
