"""A sentence with masks over it → the learned network's figures; the only file that knows onnxruntime and tokenizers.

Sentences are never put side by side: each runs at its own length, so that no answer depends on its neighbours.
"""

import functools
import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parents[2] / "build" / "training" / "weights"
BLOCK = 4
"""Candidates are filled up to a multiple of this: products of one row take another path than those of several."""

Floats = npt.NDArray[np.float32]


class Labels(msgspec.Struct, frozen=True):
    """What the network's outputs stand for, in their order; `None` as type is no event, as mode none of the type's."""

    types: tuple[str | None, ...]
    modes: tuple[tuple[str, str | None], ...]


class Pieces(NamedTuple):
    """A sentence in word pieces, with the characters that each stands for; marks of begin and end stand for none."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]


class Answer(NamedTuple):
    """For each candidate the probabilities of the types and the scores of the modes."""

    types: Floats
    modes: Floats


class Network:
    """The network in memory."""

    def __init__(self, threads: int) -> None:
        runtime: Any = importlib.import_module("onnxruntime")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        weights = (WEIGHTS / "typing.onnx").read_bytes()
        self.session: Any = runtime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_str((WEIGHTS / "tokenizer.json").read_text("utf-8"))
        self.labels = msgspec.json.decode((WEIGHTS / "labels.json").read_bytes(), type=Labels)

    def pieces(self, text: str) -> Pieces:
        """A sentence in word pieces, cut off where it is longer than the network was trained for."""
        found = self.tokenizer.encode(text)
        return Pieces(tuple(found.ids), tuple(found.offsets))

    def answer(self, pieces: Pieces, masks: Sequence[Sequence[Sequence[bool]]]) -> Answer:
        """What the network says of each candidate, given as masks of event word, actors and recipients."""
        count = len(masks)
        filled = np.zeros((-(-count // BLOCK) * BLOCK, len(masks[0]), len(pieces.ids)), np.float32)
        filled[:count] = masks
        fed = {"pieces": np.array(pieces.ids, np.int64), "masks": filled}
        types, modes = self.session.run(["types", "modes"], fed)
        return Answer(types[:count], modes[:count])


@functools.cache
def network(threads: int) -> Network:
    """The network, loaded once."""
    return Network(threads)
