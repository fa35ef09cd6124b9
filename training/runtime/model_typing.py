"""A sentence with candidate acts → what the learned typer says of each: type or none, how sure, and mode.

It stands beside the lexicon and does not know it. Each sentence is read once, whatever the number of its candidates,
and alone, so that an answer depends on nothing but the sentence. How the weights came about: training/MODEL-CARD.md.
"""

import functools
import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from dragoman.model.span import Span

if TYPE_CHECKING:
    from training.runtime.onnx_network import Labels, Network

SHOWN = 3
"""Types of a distribution that a vote tells."""
DIGITS = 4
"""Decimal places of a probability; the last bits of a sum depend on the processor."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A possible act, in characters of its sentence.

    Attributes:
        trigger: The word that tells it, if it is known.
        actor: Noun phrases of those who do it.
        recipient: Noun phrases of those at the receiving end.
    """

    trigger: Span | None = None
    actor: tuple[Span, ...] = ()
    recipient: tuple[Span, ...] = ()


class Vote(msgspec.Struct, frozen=True, kw_only=True):
    """What the typer says of a candidate.

    Attributes:
        event: PLOVER type, or None: no act of the actor upon the recipient.
        probability: How probable it holds `event` to be.
        top: The likeliest types with their probabilities, `event` first.
        mode: Mode of the type, or None.
    """

    event: str | None
    probability: float
    top: tuple[tuple[str | None, float], ...]
    mode: str | None


class ModelTyper:
    """The learned typer."""

    def __init__(self, network: "Network") -> None:
        self._network = network

    def vote(self, sentence_text: str, candidates: Sequence[Candidate]) -> tuple[Vote, ...]:
        """What the typer says of each candidate of a sentence, in their order."""
        if len(candidates) == 0:
            return ()
        pieces = self._network.pieces(sentence_text)
        answer = self._network.answer(pieces, [_masks(candidate, pieces.offsets) for candidate in candidates])
        rows = zip(answer.types.tolist(), answer.modes.tolist(), strict=True)
        return tuple(_vote(types, modes, self._network.labels) for types, modes in rows)


@functools.cache
def load(threads: int = 1) -> ModelTyper:
    """The typer with its weights, read at the first call.

    Args:
        threads: Processor threads for one sentence. Several sentences at a time gain more from `vote` in threads of
            one's own, which share this typer.
    """
    backend = importlib.import_module("training.runtime.onnx_network")
    return ModelTyper(backend.network(threads))


def _masks(candidate: Candidate, offsets: Sequence[tuple[int, int]]) -> tuple[list[bool], ...]:
    """Which word pieces belong to the event word, the actors and the recipients."""
    trigger = () if candidate.trigger is None else (candidate.trigger,)
    return tuple(_covered(spans, offsets) for spans in (trigger, candidate.actor, candidate.recipient))


def _covered(spans: Sequence[Span], offsets: Sequence[tuple[int, int]]) -> list[bool]:
    """For each piece whether it lies in one of the spans; a piece without characters never does."""
    return [start < end and any(span.start < end and start < span.end for span in spans) for start, end in offsets]


def _vote(types: list[float], modes: list[float], labels: "Labels") -> Vote:
    """The figures of one candidate as a vote; of equal types the one earlier in the codebook comes first."""
    rounded = [round(figure, DIGITS) for figure in types]
    order = sorted(range(len(rounded)), key=lambda i: (-rounded[i], i))[:SHOWN]
    top = tuple((labels.types[i], rounded[i]) for i in order)
    event, probability = top[0]
    return Vote(event=event, probability=probability, top=top, mode=_mode(event, modes, labels))


def _mode(event: str | None, modes: list[float], labels: "Labels") -> str | None:
    """The best mode of a type."""
    own = [
        (round(score, DIGITS), mode) for score, (name, mode) in zip(modes, labels.modes, strict=True) if name == event
    ]
    return max(own, key=lambda pair: pair[0], default=(0.0, None))[1]
