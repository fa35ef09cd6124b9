"""A sentence with candidate acts → what the learned typer says of each: type or none, how probable, and mode."""

import functools
import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from dragoman.model.span import Span

if TYPE_CHECKING:
    from dragoman.extract.learned.network import Answer, Encoded, Labels, Network

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
        types: Every type with its probability, the likeliest first; None is no act of the actor upon the recipient.
        modes: The best mode of each type that has modes; None is none of them.
    """

    types: tuple[tuple[str | None, float], ...]
    modes: dict[str, str | None]

    @property
    def event(self) -> str | None:
        """The likeliest type."""
        return self.types[0][0]

    @property
    def probability(self) -> float:
        """How probable it is."""
        return self.types[0][1]

    def of(self, event: str | None) -> float:
        """How probable a type is."""
        return dict(self.types)[event]


class LearnedTyper:
    """The learned typer."""

    def __init__(self, read: "Network") -> None:
        self._network = read

    def encoded(self, sentence_text: str) -> "Encoded":
        """A sentence, read once for all its candidates."""
        return self._network.encoded(sentence_text)

    def votes(self, sentence: "Encoded", candidates: Sequence[Candidate]) -> tuple[Vote, ...]:
        """What the typer says of each candidate of a sentence, in their order."""
        return tuple(_vote(answer, self._network.labels) for answer in self.answers(sentence, candidates))

    def answers(self, sentence: "Encoded", candidates: Sequence[Candidate]) -> list["Answer"]:
        """The network's figures for each candidate."""
        return self._network.answers(sentence, [_masks(c, sentence.offsets) for c in candidates])


@functools.cache
def load() -> LearnedTyper:
    """The typer with its weights, read at the first call."""
    backend = importlib.import_module("dragoman.extract.learned.network")
    return LearnedTyper(backend.network())


def _masks(candidate: Candidate, offsets: Sequence[tuple[int, int]]) -> tuple[list[bool], ...]:
    """Which word pieces belong to the event word, the actors and the recipients."""
    trigger = () if candidate.trigger is None else (candidate.trigger,)
    return tuple(_covered(spans, offsets) for spans in (trigger, candidate.actor, candidate.recipient))


def _covered(spans: Sequence[Span], offsets: Sequence[tuple[int, int]]) -> list[bool]:
    """For each piece whether it lies in one of the spans; a piece without characters never does."""
    return [start < end and any(span.start < end and start < span.end for span in spans) for start, end in offsets]


def _vote(answer: "Answer", labels: "Labels") -> Vote:
    """The figures of one candidate as a vote; of equal types the one earlier in the codebook comes first."""
    rounded = [round(figure, DIGITS) for figure in answer.types]
    order = sorted(range(len(rounded)), key=lambda i: (-rounded[i], i))
    return Vote(types=tuple((labels.types[i], rounded[i]) for i in order), modes=_modes(answer.modes, labels))


def _modes(scores: Sequence[float], labels: "Labels") -> dict[str, str | None]:
    """The best mode of each type; of equal ones the one that the codebook names first."""
    best: dict[str, tuple[float, str | None]] = {}
    for score, (event, mode) in zip(scores, labels.modes, strict=True):
        if event not in best or round(score, DIGITS) > best[event][0]:
            best[event] = (round(score, DIGITS), mode)
    return {event: mode for event, (_, mode) in best.items()}
