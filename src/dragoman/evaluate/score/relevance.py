"""Relevance of a sentence: does it tell of an act that the set asks for.

Gold {id, labels: [...]}, relevant when there is any label; prediction {id, label}, true or false or a score (0.5 and
more is true), and optionally `labels` for figures per class. A sentence without a prediction is taken as not relevant.
"""

from collections.abc import Mapping, Sequence

from dragoman.evaluate.score.counting import f1, mean
from dragoman.evaluate.score.rows import Figures, Row

TRUE_FROM = 0.5


def average_precision(ranked: Sequence[bool]) -> float:
    """Mean of the precision at each relevant row of a ranking.

    >>> average_precision([True, False, True])
    0.8333333333333333
    """
    hits = [n for n, relevant in enumerate(ranked, 1) if relevant]
    return mean(rank / n for rank, n in enumerate(hits, 1))


def _by_label(gold: Sequence[Row], given: Mapping[str, Row]) -> dict[str, dict[str, float]]:
    known = {row["id"] for row in gold}
    result = {}
    for label in sorted({label for row in gold for label in row["labels"]}):
        right = {row["id"] for row in gold if label in row["labels"]}
        said = {i for i, row in given.items() if i in known and label in (row.get("labels") or [])}
        result[label] = f1(len(right & said), len(said), len(right))
    return result


def score(gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str] | None = None) -> Figures:
    """Precision, recall, F1, and average precision by score (ties in the order of the file)."""
    del texts
    given = {row["id"]: row for row in predicted}
    values = {row["id"]: float(given[row["id"]].get("label", 0)) if row["id"] in given else 0.0 for row in gold}
    said = {identity for identity, value in values.items() if value >= TRUE_FROM}
    right = {row["id"] for row in gold if row["labels"]}
    ranked = sorted(gold, key=lambda row: -values[row["id"]])
    result: Figures = {
        "sentences": len(gold),
        "relevant": len(right),
        **f1(len(right & said), len(said), len(right)),
        "average_precision": average_precision([row["id"] in right for row in ranked]),
    }
    if any("labels" in row for row in predicted):
        result["labels"] = _by_label(gold, given)
    return result
