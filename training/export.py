"""A trained network → a file for the package in `build/training/weights`: ONNX in eight bits, and its tokenizer.

The encoder's products run in eight bits: weights with one scale a channel, what goes in with a scale and zero point
that were measured once on sentences of the corpus and are fixed since, so that nothing depends on what is computed
together. Weights keep to seven of the eight bits, or processors without instructions of their own would overflow.
The heads' weights are spread to 32 bits at load.
Sentences come one at a time. `encoder.onnx`: `pieces` [length] → `vectors` [length, 384]. `heads.onnx`: these vectors
and `masks` [candidates, 3, length] → `types`, `modes`, `hidden`.

Usage: python -m training.export NAME
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from training import rows as data
from training.encoders import BUILD, PIECES, encoder
from training.network import HIDDEN, PARTS, Typing
from training.train import probabilities, trained

WEIGHTS = Path(__file__).parents[1] / "build" / "training" / "weights"
LAYERS, HEADS, WIDTH = 6, 12, 384
EPSILON = 1e-12
OPSET = 20
IR = 9
TOP = 127.0
"""Largest weight in eight bits."""
SEVEN = 63.0
"""Largest weight in seven bits."""
STEPS = 255.0
"""Steps of what goes into a product."""
MEASURED = 400
"""Sentences of the corpus on which the ranges are measured."""
KEPT = 0.9999
"""Share of the values that lie inside a range; the others are cut off."""
STRIDE = 7
"""One value of so many is looked at."""
RUNTIME = "com.microsoft"
"""Domain of the operation that multiplies in eight bits."""

Array = np.ndarray


class Graph:
    """An ONNX graph that grows node by node; each method gives the name of its result."""

    def __init__(self, state: dict[str, Array], ranges: dict[str, tuple[float, float]]) -> None:
        self.state, self.ranges = state, ranges
        self.nodes: list[onnx.NodeProto] = []
        self.kept: dict[str, onnx.TensorProto] = {}

    def op(self, kind: str, *inputs: str, **options: object) -> str:
        """One operation."""
        name = f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **options))
        return name

    def keep(self, name: str, value: Array) -> str:
        """A constant."""
        self.kept[name] = numpy_helper.from_array(np.array(value, order="C"), name)
        return name

    def numbers(self, *values: int) -> str:
        """A constant list of whole numbers."""
        return self.keep("n" + "_".join(map(str, values)), np.array(values, np.int64))

    def small(self, name: str, value: Array, axis: int) -> tuple[str, str]:
        """A matrix as eight-bit weights and one scale for each place along the axis."""
        scale = np.abs(value).max(axis=1 - axis, keepdims=True).clip(1e-8) / TOP
        return self.keep(f"{name}.q", np.rint(value / scale).astype(np.int8)), self.keep(
            f"{name}.s", scale.astype(np.float32)
        )

    def linear(self, inputs: str, name: str, weight: Array, bias: Array) -> str:
        """Inputs times a matrix, plus a bias."""
        stored, scale = self.small(name, weight.T, 1)
        wide = self.op("Mul", self.op("Cast", stored, to=TensorProto.FLOAT), scale)
        return self.op("Add", self.op("MatMul", inputs, wide), self.keep(f"{name}.b", bias))

    def fast(self, inputs: str, name: str, weight: Array, bias: Array) -> str:
        """The same in eight bits."""
        low, high = self.ranges[name]
        step = (high - low) / STEPS
        scale = self.keep(f"{name}.x.s", np.array(step, np.float32))
        zero = self.keep(f"{name}.x.z", np.array(round(-low / step), np.uint8))
        turned = weight.T
        scales = np.abs(turned).max(axis=0).clip(1e-8) / SEVEN
        stored = self.keep(f"{name}.q", np.rint(turned / scales).astype(np.int8))
        widths = self.keep(f"{name}.s", scales.astype(np.float32))
        middle = self.keep(f"{name}.z", np.zeros(scales.shape, np.int8))
        whole = self.op("QuantizeLinear", inputs, scale, zero)
        last = self.keep(f"{name}.b", bias)
        return self.op("MatMulIntegerToFloat", whole, stored, scale, widths, zero, middle, last, domain=RUNTIME)

    def quick(self, inputs: str, name: str) -> str:
        """A linear layer of the encoder."""
        return self.fast(inputs, name, self.state[f"{name}.weight"], self.state[f"{name}.bias"])

    def named(self, inputs: str, name: str) -> str:
        """A linear layer of the network."""
        return self.linear(inputs, name, self.state[f"{name}.weight"], self.state[f"{name}.bias"])

    def norm(self, inputs: str, name: str) -> str:
        """A layer's normalisation."""
        weight, bias = (self.keep(f"{name}.{part}", self.state[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.op("LayerNormalization", inputs, weight, bias, axis=-1, epsilon=EPSILON)


def embedded(graph: Graph) -> str:
    """Word pieces → vectors."""
    at = "encoder.embeddings."
    words, scales = graph.small("words", graph.state[f"{at}word_embeddings.weight"], 0)
    wide = graph.op("Cast", graph.op("Gather", words, "pieces"), to=TensorProto.FLOAT)
    vectors = graph.op("Mul", wide, graph.op("Gather", scales, "pieces"))
    places = graph.state[f"{at}position_embeddings.weight"][:PIECES]
    places = places + graph.state[f"{at}token_type_embeddings.weight"][0]
    length = graph.op("Shape", "pieces")
    near = graph.op("Slice", graph.keep("places", places), graph.numbers(0), length, graph.numbers(0))
    return graph.norm(graph.op("Add", vectors, near), f"{at}LayerNorm")


def attended(graph: Graph, vectors: str, name: str) -> str:
    """Self-attention of one layer."""
    scale = (WIDTH // HEADS) ** -0.5
    kinds = ("query", "key", "value")
    weights = [graph.state[f"{name}.self.{kind}.weight"] for kind in kinds]
    biases = [graph.state[f"{name}.self.{kind}.bias"] for kind in kinds]
    weights[0], biases[0] = weights[0] * scale, biases[0] * scale
    joint = graph.fast(vectors, f"{name}.self", np.concatenate(weights), np.concatenate(biases))
    shaped = graph.op("Reshape", joint, graph.numbers(-1, 3, HEADS, WIDTH // HEADS))
    turned = graph.op("Transpose", shaped, perm=[1, 2, 0, 3])
    query, key, value = (graph.op("Gather", turned, graph.keep(f"i{i}", np.array(i)), axis=0) for i in range(3))
    fit = graph.op("MatMul", query, graph.op("Transpose", key, perm=[0, 2, 1]))
    taken = graph.op("MatMul", graph.op("Softmax", fit, axis=-1), value)
    flat = graph.op("Reshape", graph.op("Transpose", taken, perm=[1, 0, 2]), graph.numbers(-1, WIDTH))
    return graph.norm(graph.op("Add", graph.quick(flat, f"{name}.output.dense"), vectors), f"{name}.output.LayerNorm")


def layer(graph: Graph, vectors: str, number: int) -> str:
    """One layer of the encoder."""
    at = f"encoder.encoder.layer.{number}"
    vectors = attended(graph, vectors, f"{at}.attention")
    inner = graph.op("Gelu", graph.quick(vectors, f"{at}.intermediate.dense"))
    return graph.norm(graph.op("Add", graph.quick(inner, f"{at}.output.dense"), vectors), f"{at}.output.LayerNorm")


def heads(graph: Graph, vectors: str) -> tuple[str, str, str]:
    """Vectors and masks → probabilities of the types, scores of the modes, and what both rest on."""
    counts = graph.op("ReduceSum", "masks", graph.numbers(-1), keepdims=1)
    least = graph.op("Max", counts, graph.keep("one", np.array(1, np.float32)))
    means = graph.op("Div", graph.op("MatMul", "masks", vectors), least)
    there = graph.op("Greater", counts, graph.keep("nought", np.array(0, np.float32)))
    chosen = graph.op("Where", there, means, graph.keep("absent", graph.state["absent"]))
    parts = graph.op("Reshape", chosen, graph.numbers(-1, PARTS * WIDTH))
    asked = graph.linear(parts, "ask", graph.state["ask.weight"] / WIDTH**0.5, graph.state["ask.bias"] / WIDTH**0.5)
    fit = graph.op("MatMul", asked, graph.op("Transpose", vectors, perm=[1, 0]))
    seen = graph.op("MatMul", graph.op("Softmax", fit, axis=-1), vectors)
    whole = graph.op("ReduceMean", vectors, graph.numbers(0), keepdims=1)
    whole = graph.op("Expand", whole, graph.op("Shape", seen))
    hidden = graph.op("Gelu", graph.named(graph.op("Concat", whole, seen, parts, axis=-1), "hidden"))
    return graph.op("Softmax", graph.named(hidden, "types"), axis=-1), graph.named(hidden, "modes"), hidden


def measured(network: Typing) -> dict[str, tuple[float, float]]:
    """Between which values the inputs of the encoder's linear layers lie, on sentences of the corpus."""
    found: dict[str, list[torch.Tensor]] = defaultdict(list)

    def noted(name: str) -> Callable[[nn.Module, tuple[torch.Tensor, ...]], None]:
        return lambda _, inputs: found[name].append(inputs[0].detach().flatten()[::STRIDE])

    for name, part in network.named_modules():
        if isinstance(part, nn.Linear) and name.startswith("encoder."):
            part.register_forward_pre_hook(noted(name.replace(".self.query", ".self")))
    rows = random.Random(0).sample(data.corpus(), MEASURED)
    probabilities(network, rows, encoder("small"))
    return {name: between(torch.cat(values)) for name, values in found.items()}


def between(values: torch.Tensor) -> tuple[float, float]:
    """The range that keeps nearly all values, with nought inside."""
    ordered = values.sort().values
    cut = int((1 - KEPT) / 2 * len(ordered))
    return min(0.0, ordered[cut].item()), max(0.0, ordered[-1 - cut].item())


def exported(
    state: dict[str, Array], ranges: dict[str, tuple[float, float]]
) -> tuple[onnx.ModelProto, onnx.ModelProto]:
    """The encoder, which reads a sentence, and the heads, which read its vectors for each candidate."""
    graph = Graph(state, ranges)
    vectors = embedded(graph)
    for number in range(LAYERS):
        vectors = layer(graph, vectors, number)
    pieces = helper.make_tensor_value_info("pieces", TensorProto.INT64, ["length"])
    read = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["length", WIDTH])
    encoder_part = model(graph, {"vectors": vectors}, [pieces], [read])
    graph = Graph(state, ranges)
    types, modes, hidden = heads(graph, "vectors")
    masks = helper.make_tensor_value_info("masks", TensorProto.FLOAT, ["candidates", PARTS, "length"])
    outputs = [
        helper.make_tensor_value_info("types", TensorProto.FLOAT, ["candidates", len(data.TYPES)]),
        helper.make_tensor_value_info("modes", TensorProto.FLOAT, ["candidates", len(data.MODES)]),
        helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["candidates", HIDDEN]),
    ]
    results = {"types": types, "modes": modes, "hidden": hidden}
    return encoder_part, model(graph, results, [read, masks], outputs)


def model(
    graph: Graph, results: dict[str, str], inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]
) -> onnx.ModelProto:
    """A graph as a model, its results under their own names."""
    graph.nodes += [helper.make_node("Identity", [found], [name]) for name, found in results.items()]
    made = helper.make_graph(graph.nodes, "typing", inputs, outputs, list(graph.kept.values()))
    domains = [helper.make_opsetid("", OPSET), helper.make_opsetid(RUNTIME, 1)]
    whole = helper.make_model(made, opset_imports=domains, ir_version=IR)
    onnx.checker.check_model(whole)
    return whole


def main(name: str, folder: Path = WEIGHTS) -> None:
    """Writes model, word pieces and the names of what the model answers."""
    folder.mkdir(parents=True, exist_ok=True)
    by = encoder("small")
    network = trained(name)
    warmth = json.loads((BUILD / name / "temperature.json").read_text())
    state = {key: value.float().numpy().copy() for key, value in network.state_dict().items()}
    state |= {key: state[key] / np.float32(warmth) for key in ("types.weight", "types.bias")}
    for file, part in zip(("encoder.onnx", "heads.onnx"), exported(state, measured(network)), strict=True):
        (folder / file).write_bytes(part.SerializeToString())
    numbers = by.tokenizer.get_vocab()
    (folder / "vocabulary.txt").write_text(
        "".join(f"{piece}\n" for piece in sorted(numbers, key=numbers.__getitem__)), "utf-8"
    )
    names = {"types": [None if name == data.NULL else name for name in data.TYPES], "modes": data.MODES}
    (folder / "labels.json").write_text(json.dumps(names, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
