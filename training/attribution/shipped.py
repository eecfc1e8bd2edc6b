"""The weights of a model that ships, read back: training goes on from them where no checkpoint is left."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from training.attribution.network import Network


def restore(network: Network, folder: Path) -> None:
    """Set a network's weights to those of ``model.onnx`` in a folder, as exact as int8 left them.

    Raises:
        ValueError: the file is of another network.
    """
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(folder / "model.onnx")).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    used = {name: node for node in graph.node for name in node.input}
    own = network.state_dict()
    # The file's names begin with that of the module that was exported.
    begun = next(n.removesuffix("roles.bias") for n in held if n.endswith("roles.bias"))
    found = {name.removeprefix(begun): value for name, value in held.items()}
    for name in [n.removesuffix("_quantized") for n in held if n.endswith(".weight_quantized")]:
        found[name.removeprefix(begun)] = _plain(held, name)
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = node.input[1].removesuffix("_quantized")
            weight = _plain(held, name)
            last = node
            while last.op_type != "Add":
                last = used[last.output[0]]
            bias = next(n for n in last.input if n.endswith(".bias"))
            found[bias.removeprefix(begun).removesuffix(".bias") + ".weight"] = weight.T
    missing = own.keys() - found.keys() - {n for n in own if n.endswith("_ids")}
    if missing:
        raise ValueError(f"{folder / 'model.onnx'} lacks {', '.join(sorted(missing)[:3])} …")
    for name, value in own.items():
        if name in found:
            with torch.no_grad():
                value.copy_(torch.from_numpy(np.array(found[name], dtype=np.float32)))


def _plain(held: dict[str, np.ndarray], name: str) -> np.ndarray:
    zero, scale = held[f"{name}_zero_point"], held[f"{name}_scale"]
    return (held[f"{name}_quantized"].astype(np.float32) - zero.astype(np.float32)) * scale
