"""A trained network → a file for the package in `build/training/weights`: ONNX with weights as int8, and its tokenizer.

Only weights are stored in eight bits, one scale a channel; they are spread to 32 at load, so that nothing depends on
what is computed together.
Sentences come one at a time. Inputs: `pieces` [length], `masks` [candidates, 3, length]. Outputs: `types`, `modes`.

Usage: python -m training.export NAME
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

from training import rows as data
from training.network import PARTS, WIDTH
from training.train import BASE, BUILD

WEIGHTS = Path(__file__).parents[1] / "build" / "training" / "weights"
LAYERS, HEADS = 6, 12
EPSILON = 1e-12
OPSET = 20
IR = 9
TOP = 127.0
"""Largest weight in eight bits."""

Array = np.ndarray


class Graph:
    """An ONNX graph that grows node by node; each method gives the name of its result."""

    def __init__(self, state: dict[str, Array]) -> None:
        self.state = state
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
    places = graph.state[f"{at}position_embeddings.weight"][: data.PIECES]
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
    joint = graph.linear(vectors, f"{name}.self", np.concatenate(weights), np.concatenate(biases))
    shaped = graph.op("Reshape", joint, graph.numbers(-1, 3, HEADS, WIDTH // HEADS))
    turned = graph.op("Transpose", shaped, perm=[1, 2, 0, 3])
    query, key, value = (graph.op("Gather", turned, graph.keep(f"i{i}", np.array(i)), axis=0) for i in range(3))
    fit = graph.op("MatMul", query, graph.op("Transpose", key, perm=[0, 2, 1]))
    taken = graph.op("MatMul", graph.op("Softmax", fit, axis=-1), value)
    flat = graph.op("Reshape", graph.op("Transpose", taken, perm=[1, 0, 2]), graph.numbers(-1, WIDTH))
    return graph.norm(graph.op("Add", graph.named(flat, f"{name}.output.dense"), vectors), f"{name}.output.LayerNorm")


def layer(graph: Graph, vectors: str, number: int) -> str:
    """One layer of the encoder."""
    at = f"encoder.encoder.layer.{number}"
    vectors = attended(graph, vectors, f"{at}.attention")
    inner = graph.op("Gelu", graph.named(vectors, f"{at}.intermediate.dense"))
    return graph.norm(graph.op("Add", graph.named(inner, f"{at}.output.dense"), vectors), f"{at}.output.LayerNorm")


def heads(graph: Graph, vectors: str) -> tuple[str, str]:
    """Vectors and masks → probabilities of the types and of the modes."""
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
    return graph.op("Softmax", graph.named(hidden, "types"), axis=-1), graph.named(hidden, "modes")


def exported(state: dict[str, Array]) -> onnx.ModelProto:
    """The whole network as an ONNX model."""
    graph = Graph(state)
    vectors = embedded(graph)
    for number in range(LAYERS):
        vectors = layer(graph, vectors, number)
    types, modes = heads(graph, vectors)
    graph.nodes += [helper.make_node("Identity", [types], ["types"]), helper.make_node("Identity", [modes], ["modes"])]
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT64, ["length"]),
        helper.make_tensor_value_info("masks", TensorProto.FLOAT, ["candidates", PARTS, "length"]),
    ]
    outputs = [
        helper.make_tensor_value_info("types", TensorProto.FLOAT, ["candidates", len(data.TYPES)]),
        helper.make_tensor_value_info("modes", TensorProto.FLOAT, ["candidates", len(data.MODES)]),
    ]
    made = helper.make_graph(graph.nodes, "typing", inputs, outputs, list(graph.kept.values()))
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)
    onnx.checker.check_model(model)
    return model


def main(name: str, folder: Path = WEIGHTS) -> None:
    """Writes model, tokenizer and the names of what the model answers."""
    saved = torch.load(BUILD / name / "state.pt", weights_only=True)["network"]
    folder.mkdir(parents=True, exist_ok=True)
    warmth = json.loads((BUILD / name / "temperature.json").read_text())
    state = {key: value.float().numpy() for key, value in saved.items()}
    state |= {key: state[key] / np.float32(warmth) for key in ("types.weight", "types.bias")}
    model = exported(state)
    (folder / "typing.onnx").write_bytes(model.SerializeToString())
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(data.PIECES)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    names = {"types": [None if name == data.NULL else name for name in data.TYPES], "modes": data.MODES}
    (folder / "labels.json").write_text(json.dumps(names, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
