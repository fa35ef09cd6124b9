"""Counts become precision, recall and F1."""

import pytest

from dragoman.evaluate.score.counting import class_f1, f1, mean


def test_f1_from_counts() -> None:
    """Precision is the share of what was said that is right, recall the share of what was wanted that was said."""
    assert f1(1, 2, 4) == {"precision": 0.5, "recall": 0.25, "f1": pytest.approx(1 / 3)}


@pytest.mark.parametrize("gold, expected", [(0, 1.0), (3, 0.0)])
def test_f1_of_nothing_said(gold: int, expected: float) -> None:
    """Silence is perfect where nothing was to be found, and worthless elsewhere."""
    assert f1(0, 0, gold)["f1"] == expected


def test_class_f1_looks_only_at_gold_classes() -> None:
    """A label that the gold does not know gets no figure of its own, but costs the class that it stands for."""
    assert class_f1(["a", "a", "b"], ["a", "z", None]) == {"a": pytest.approx(2 / 3), "b": 0.0}


def test_mean_of_nothing_is_zero() -> None:
    """An empty file gives 0 and no error."""
    assert mean([]) == 0.0
