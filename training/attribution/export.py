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
    """The network as it runs: one window, nothing padded."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        roles, names = self.network(ids, features, torch.ones_like(ids))
        return roles, names


def export(network: Network, tokenizer: Path, folder: Path, card: dict[str, Any]) -> None:
    """Write ``model.onnx`` (weights int8, per channel), ``tokenizer.json`` and ``card.json``."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    ids = torch.randint(5, 20_000, (1, 40))
    features = torch.randint(0, 20, (1, 40))
    with tempfile.TemporaryDirectory() as space:
        whole, ready = Path(space) / "whole.onnx", Path(space) / "ready.onnx"
        torch.onnx.export(
            _Alone(network),
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
