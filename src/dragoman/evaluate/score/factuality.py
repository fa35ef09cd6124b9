"""Factuality of an event word on the scale -3 (certainly not) to 3 (certainly): mean absolute error and Pearson's r.

Gold and prediction {id, value}. A gold row without a prediction is taken as 3, the usual value of reported news.
"""

from collections.abc import Mapping, Sequence
from math import sqrt

from dragoman.evaluate.score.counting import mean, ratio
from dragoman.evaluate.score.rows import Figures, Row

USUAL = 3.0
OPEN = 0.5
"""Values up to this far from 0 count as open; beyond it an event happened or did not."""


def pearson(a: Sequence[float], b: Sequence[float]) -> float:
    """Pearson's correlation; 0 if either list is constant."""
    mean_a, mean_b = mean(a), mean(b)
    spread = sqrt(sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b))
    return ratio(sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True)), spread)


def _sign(value: float) -> int:
    return int(value > OPEN) - int(value < -OPEN)


def score(gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str] | None = None) -> Figures:
    """Figures over all gold rows; `sign_accuracy` compares happened, open and did not happen."""
    del texts
    given = {row["id"]: row["value"] for row in predicted}
    right, said = [row["value"] for row in gold], [given.get(row["id"], USUAL) for row in gold]
    return {
        "rows": len(gold),
        "missing": sum(row["id"] not in given for row in gold),
        "mae": mean(abs(a - b) for a, b in zip(right, said, strict=True)),
        "pearson": pearson(right, said),
        "sign_accuracy": mean(_sign(a) == _sign(b) for a, b in zip(right, said, strict=True)),
    }
