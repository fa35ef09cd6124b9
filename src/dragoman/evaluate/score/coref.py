"""Event coreference across documents, on given mentions: MUC, B-cubed, CEAF-e and their mean (CoNLL F1).

Gold and prediction {id, cluster}, one row per mention, all topics of the file together. A gold mention without a
prediction becomes a cluster of its own; predicted mentions that the gold does not have are dropped. `all` counts
singletons; `no_singletons` leaves clusters of one mention out of the gold and out of the prediction, each on its own.
"""

import importlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import ModuleType

from dragoman.errors import MissingExtraError
from dragoman.evaluate.score.counting import harmonic, mean, ratio
from dragoman.evaluate.score.rows import Figures, Row

Clusters = list[frozenset[str]]


def _clusters(labels: Mapping[str, object]) -> Clusters:
    members: dict[object, set[str]] = defaultdict(set)
    for mention, label in labels.items():
        members[label].add(mention)
    return [frozenset(m) for m in members.values()]


def _shared(left: Clusters, right: Clusters) -> list[tuple[int, int, int]]:
    """Left number, right number and mentions in common of each pair of clusters that meet."""
    where = {mention: n for n, cluster in enumerate(right) for mention in cluster}
    found: dict[tuple[int, int], int] = defaultdict(int)
    for n, cluster in enumerate(left):
        for mention in cluster:
            if mention in where:
                found[n, where[mention]] += 1
    return [(a, b, count) for (a, b), count in sorted(found.items())]


def _muc_recall(left: Clusters, right: Clusters) -> float:
    """Links kept: of each cluster of n mentions that falls into k parts, n - k of its n - 1 links."""
    parts: dict[int, list[int]] = defaultdict(list)
    for a, _, count in _shared(left, right):
        parts[a].append(count)
    kept = sum(sum(counts) - len(counts) for counts in parts.values())
    return ratio(kept, sum(len(c) - 1 for c in left))


def _b_cubed_recall(left: Clusters, right: Clusters) -> float:
    """Mean over mentions of the share of its cluster that the other side keeps with it."""
    kept = sum(count * count / len(left[a]) for a, _, count in _shared(left, right))
    return ratio(kept, sum(map(len, left)))


def muc(key: Clusters, response: Clusters) -> tuple[float, float]:
    """Precision and recall of MUC (Vilain and others 1995)."""
    return _muc_recall(response, key), _muc_recall(key, response)


def b_cubed(key: Clusters, response: Clusters) -> tuple[float, float]:
    """Precision and recall of B-cubed (Bagga and Baldwin 1998)."""
    return _b_cubed_recall(response, key), _b_cubed_recall(key, response)


def ceaf_e(key: Clusters, response: Clusters) -> tuple[float, float]:
    """Precision and recall of CEAF-e (Luo 2005): best one-to-one alignment of clusters, by Dice similarity.

    Raises:
        MissingExtraError: numpy or scipy is not installed.
    """
    if len(key) == 0 or len(response) == 0:
        return 0.0, 0.0
    numpy, optimize = _library("numpy"), _library("scipy.optimize")
    similarity = numpy.zeros((len(key), len(response)))
    for a, b, count in _shared(key, response):
        similarity[a, b] = 2 * count / (len(key[a]) + len(response[b]))
    total = float(similarity[optimize.linear_sum_assignment(similarity, maximize=True)].sum())
    return total / len(response), total / len(key)


def _library(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise MissingExtraError("scoring coref needs numpy and scipy: install both, or the extra 'dev'") from error


METRICS = {"muc": muc, "b3": b_cubed, "ceafe": ceaf_e}


def _figures(key: Clusters, response: Clusters) -> Figures:
    each = {name: harmonic(*metric(key, response)) for name, metric in METRICS.items()}
    return {**each, "conll_f1": mean(figures["f1"] for figures in each.values())}


def score(gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str] | None = None) -> Figures:
    """Figures with and without singletons."""
    del texts
    right = {row["id"]: row["cluster"] for row in gold}
    given = {row["id"]: row["cluster"] for row in predicted}
    said = {mention: ("given", given[mention]) if mention in given else ("alone", mention) for mention in right}
    key, response = _clusters(right), _clusters(said)
    several = [[c for c in side if len(c) > 1] for side in (key, response)]
    return {
        "mentions": len(right),
        "missing": len(right.keys() - given.keys()),
        "gold_clusters": len(key),
        "predicted_clusters": len(response),
        "all": _figures(key, response),
        "no_singletons": _figures(*several),
    }
