"""Counts of right, said and wanted answers → precision, recall, F1 and means."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

Label = TypeVar("Label", str, int)


def f1(correct: int, predicted: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1 from counts; 0 where undefined, but 1 when there was nothing to find and nothing was.

    >>> f1(1, 2, 2)
    {'precision': 0.5, 'recall': 0.5, 'f1': 0.5}
    """
    if predicted == 0 and gold == 0:
        return {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    return {
        "precision": ratio(correct, predicted),
        "recall": ratio(correct, gold),
        "f1": 2 * correct / (predicted + gold),
    }


def class_f1(gold: Sequence[Label], predicted: Sequence[Label | None]) -> dict[Label, float]:
    """F1 of each gold class, over parallel lists of labels."""
    return {label: _one_class(label, gold, predicted) for label in sorted(set(gold))}


def _one_class(label: Label, gold: Sequence[Label], predicted: Sequence[Label | None]) -> float:
    both = sum(g == p == label for g, p in zip(gold, predicted, strict=True))
    return f1(both, sum(p == label for p in predicted), sum(g == label for g in gold))["f1"]


def mean(values: Iterable[float]) -> float:
    """Arithmetic mean; 0 of nothing."""
    every = list(values)
    return ratio(sum(every), len(every))


def ratio(over: float, under: float) -> float:
    """A quotient; 0 where it is undefined."""
    return over / under if under else 0.0


def harmonic(precision: float, recall: float) -> dict[str, float]:
    """Precision, recall and their harmonic mean, where both are known but no counts."""
    return {
        "precision": precision,
        "recall": recall,
        "f1": ratio(2 * precision * recall, precision + recall),
    }
