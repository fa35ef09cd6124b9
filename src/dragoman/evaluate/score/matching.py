"""Gold and predicted items → one-to-one pairs, heaviest first."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from dragoman.evaluate.score.rows import Row

Gold = TypeVar("Gold")
Said = TypeVar("Said")
Weight = tuple[Any, ...]
"""What two items have in common, weightiest part first; compared part by part."""


def overlap(a: Sequence[int], b: Sequence[int]) -> int:
    """Number of characters that two spans share.

    >>> overlap([0, 5], [3, 9])
    2
    """
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def closeness(gold: Row, said: Row) -> Weight | None:
    """Weight of two rows with a `span`: equal spans first, then the longest overlap; None where they do not meet."""
    shared = overlap(gold["span"], said["span"])
    return (same_span(gold, said), shared) if shared else None


def same_span(gold: Row, said: Row) -> bool:
    """Whether two rows have equal spans."""
    return list(gold["span"]) == list(said["span"])


def pair_up(
    gold: Sequence[Gold], predicted: Sequence[Said], weight: Callable[[Gold, Said], Weight | float | None]
) -> list[tuple[int, int]]:
    """One-to-one pairs (gold index, predicted index), heaviest first; a weight that is empty or 0 forbids the pair."""
    weighed = [
        (w, g, p) for g, one in enumerate(gold) for p, other in enumerate(predicted) if (w := weight(one, other))
    ]
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, g, p in sorted(weighed, key=lambda item: (item[0], -item[1], -item[2]), reverse=True):
        if g not in taken_gold and p not in taken_predicted:
            taken_gold.add(g)
            taken_predicted.add(p)
            pairs.append((g, p))
    return pairs
