"""Probabilities with verdicts → how well they hold: reliability in bins, expected calibration error, Brier score."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

BINS = 10
NEARLY = 1e-9
"""So that 0.3 falls into the bin that begins at 0.3."""

Pairs = Sequence[tuple[float, bool]]
"""What was held probable, and whether it came true."""


class Bin(NamedTuple):
    """The pairs whose probability lies in one tenth: its lower end, their number, mean probability, share right."""

    low: float
    size: int
    mean: float
    share: float


def reliability(pairs: Pairs) -> list[Bin]:
    """The tenths in which pairs lie.

    >>> reliability([(0.75, True), (0.75, False)])
    [Bin(low=0.7, size=2, mean=0.75, share=0.5)]
    """
    bins: dict[int, list[tuple[float, bool]]] = {}
    for chance, right in pairs:
        bins.setdefault(min(int(chance * BINS + NEARLY), BINS - 1), []).append((chance, right))
    return [
        Bin(n / BINS, len(held), _mean(c for c, _ in held), _mean(r for _, r in held))
        for n, held in sorted(bins.items())
    ]


def expected_error(pairs: Pairs) -> float:
    """How far each tenth's mean probability is from its share right, weighed by size.

    >>> expected_error([(0.5, True), (0.5, False), (1.0, True)])
    0.0
    """
    return sum(one.size * abs(one.mean - one.share) for one in reliability(pairs)) / max(len(pairs), 1)


def brier(pairs: Pairs) -> float:
    """Mean squared difference of probability and verdict.

    >>> brier([(0.5, True), (0.5, False)])
    0.25
    """
    return _mean((chance - right) ** 2 for chance, right in pairs)


def ranked(pairs: Pairs) -> float:
    """How often what came true was held more probable than what did not (area under the ROC curve).

    >>> ranked([(0.9, True), (0.8, False), (0.7, True)])
    0.5
    """
    good, bad = ([chance for chance, right in pairs if right is wanted] for wanted in (True, False))
    won = sum((g > b) + (g == b) / 2 for g in good for b in bad)
    return won / max(len(good) * len(bad), 1)


def _mean(values: Iterable[float]) -> float:
    found = tuple(values)
    return sum(found) / max(len(found), 1)
