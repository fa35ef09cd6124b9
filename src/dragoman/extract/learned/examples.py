"""A candidate → the training sentences that the typer holds to be most like it: what its word rests on."""

import functools
import importlib
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dragoman.extract.learned import typer
from dragoman.extract.learned.typer import Candidate

if TYPE_CHECKING:
    from dragoman.extract.learned.network import Floats

COUNT = 3
"""Examples shown."""
TINY = 1e-9
"""Least length of a vector, so that nothing is divided by nought."""


class Example(msgspec.Struct, frozen=True):
    """A training sentence with its label; it was written for training and tells no fact."""

    event: str | None
    mode: str | None
    text: str


class Near(NamedTuple):
    """An example with its likeness to a candidate, the cosine of both vectors."""

    example: Example
    likeness: float


def nearest(text: str, candidate: Candidate, count: int = COUNT) -> tuple[Near, ...]:
    """The training sentences most like a candidate of a sentence, the likest first."""
    learned = typer.load()
    (answer,) = learned.answers(learned.encoded(text), [candidate])
    examples, vectors = _kept()
    likeness = vectors @ (answer.hidden / max(float((answer.hidden**2).sum() ** 0.5), TINY))
    order = sorted(range(len(examples)), key=lambda i: (-round(float(likeness[i]), 4), i))
    return tuple(Near(examples[i], round(float(likeness[i]), 2)) for i in order[:count])


@functools.cache
def _kept() -> tuple[tuple[Example, ...], "Floats"]:
    """All examples, and their vectors of length one, kept in eight bits."""
    numpy = importlib.import_module("numpy")
    folder = resources.files("dragoman.extract.learned").joinpath("data")
    examples = msgspec.json.decode(folder.joinpath("examples.json").read_bytes(), type=tuple[Example, ...])
    stored = numpy.frombuffer(folder.joinpath("examples.bin").read_bytes(), numpy.int8)
    vectors = stored.reshape(len(examples), -1).astype(numpy.float32)
    lengths = numpy.sqrt((vectors**2).sum(axis=1, keepdims=True)).clip(TINY)
    return examples, vectors / lengths
