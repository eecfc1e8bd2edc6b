"""A trained network → what ships: an int8 ONNX file, the tokenizer, and the card."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.likeness.network import Alone, Network


def turn(vectors: Tensor) -> Tensor:
    """384 × 384, orthogonal: the directions in which these vectors spread most come first."""
    _, directions = torch.linalg.eigh(vectors.double().T @ vectors.double())
    return directions.flip(1).float()


def export(network: Network, turned: Tensor, tokenizer: Path, folder: Path, card: dict[str, Any]) -> None:
    """Write ``model.onnx`` (weights int8, per channel), ``tokenizer.json`` and ``card.json``."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    alone = Alone(network, turned).eval()
    ids = torch.randint(1000, 20_000, (1, 30))
    with torch.no_grad():
        if not torch.allclose(alone(ids), network(ids, torch.ones_like(ids)) @ turned, atol=1e-3):
            raise ValueError("the network as it runs does not answer as the one that was trained")
    with tempfile.TemporaryDirectory() as space:
        whole, ready = Path(space) / "whole.onnx", Path(space) / "ready.onnx"
        torch.onnx.export(
            alone,
            (ids,),
            str(whole),
            input_names=["ids"],
            output_names=["vectors"],
            dynamic_axes={"ids": {1: "length"}},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        # The last turn stays as it is: it is small, and int8 would cost precision in every number.
        last = _last_product(ready)
        quantize_dynamic(
            str(ready),
            str(folder / "model.onnx"),
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=[last],
            extra_options={"MatMulConstBOnly": True},
        )
    data = json.loads(tokenizer.read_text(encoding="utf-8"))
    data["truncation"] = data["padding"] = None
    (folder / "tokenizer.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    weights = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    card = {"bounds": [101, 102], "sha256": weights, **card}
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _last_product(file: Path) -> str:
    import onnx

    return [node.name for node in onnx.load(str(file)).graph.node if node.op_type == "MatMul"][-1]
