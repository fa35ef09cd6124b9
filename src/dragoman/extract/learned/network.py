"""A sentence → its vectors → for each candidate the network's figures; only this file knows onnxruntime.

Sentences are never put side by side, and candidates always come in blocks of one size: no answer depends on others.
"""

import functools
import importlib
from collections.abc import Sequence
from importlib import resources
from typing import Any, NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from dragoman.extract.learned.pieces import pieces

LONGEST = 96
"""Word pieces of a sentence that the network reads; it was trained on no more."""
BLOCK = 4
"""Candidates are answered by so many: products of one row are summed in another order than those of several."""

Floats = npt.NDArray[np.float32]


class Labels(msgspec.Struct, frozen=True):
    """What the network's outputs stand for, in their order; `None` as type is no event, as mode none of the type's."""

    types: tuple[str | None, ...]
    modes: tuple[tuple[str, str | None], ...]


class Encoded(NamedTuple):
    """A sentence as the network has read it.

    Attributes:
        offsets: The characters that each word piece stands for; marks of begin and end stand for none.
        vectors: One vector for each piece.
    """

    offsets: tuple[tuple[int, int], ...]
    vectors: Floats


class Answer(NamedTuple):
    """For one candidate the probabilities of the types, the scores of the modes, and the vector that both rest on."""

    types: tuple[float, ...]
    modes: tuple[float, ...]
    hidden: Floats


class Network:
    """The network in memory."""

    def __init__(self) -> None:
        runtime: Any = importlib.import_module("onnxruntime")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.use_deterministic_compute = True

        def session(name: str) -> Any:  # noqa: ANN401 - onnxruntime has no types
            return runtime.InferenceSession(_data(name), options, providers=["CPUExecutionProvider"])

        self._encoder, self._heads = session("encoder.onnx"), session("heads.onnx")
        self._vocabulary = {piece: i for i, piece in enumerate(_data("vocabulary.txt").decode().split("\n")[:-1])}
        self.labels = msgspec.json.decode(_data("labels.json"), type=Labels)

    def encoded(self, text: str) -> Encoded:
        """A sentence, cut off where it is longer than the network was trained for."""
        found = pieces(text, self._vocabulary, LONGEST)
        (vectors,) = self._encoder.run(["vectors"], {"pieces": np.array(found.ids, np.int64)})
        return Encoded(found.offsets, vectors)

    def answers(self, sentence: Encoded, masks: Sequence[Sequence[Sequence[bool]]]) -> list[Answer]:
        """What the network says of each candidate, given as masks of event word, actors and recipients."""
        return [
            answer for start in range(0, len(masks), BLOCK) for answer in self._block(sentence, masks[start:][:BLOCK])
        ]

    def _block(self, sentence: Encoded, masks: Sequence[Sequence[Sequence[bool]]]) -> list[Answer]:
        filled = np.zeros((BLOCK, len(masks[0]), len(sentence.offsets)), np.float32)
        filled[: len(masks)] = masks
        found = self._heads.run(["types", "modes", "hidden"], {"vectors": sentence.vectors, "masks": filled})
        rows = zip(found[0].tolist(), found[1].tolist(), found[2], strict=True)
        return [Answer(tuple(types), tuple(modes), hidden) for types, modes, hidden in rows][: len(masks)]


@functools.cache
def network() -> Network:
    """The network, loaded once."""
    return Network()


def _data(name: str) -> bytes:
    return resources.files("dragoman.extract.learned").joinpath("data", name).read_bytes()
