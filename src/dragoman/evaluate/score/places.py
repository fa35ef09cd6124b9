"""Place names and their coordinates.

Gold {id, places: [{span, lat, lon, geonameid?, country?}], unlocated: [span]}; prediction {id, places: [{span, lat,
lon, geonameid, country}]}. Detection: strict (equal spans) and relaxed F1 (overlap, one to one, best first); a
prediction that only meets a gold name without coordinates is not counted. On relaxed matches: accuracy within 161 km,
mean error in km, AUC of the logarithm of the error (0 best, 1 worst), GeoNames number and country accuracy (where the
gold has one; ISO3). A match without coordinates has the largest possible error. `end_to_end`: F1 of names found and
within 161 km.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import asin, cos, log, radians, sin, sqrt

from dragoman.evaluate.score.counting import f1, mean, ratio
from dragoman.evaluate.score.matching import closeness, overlap, pair_up, same_span
from dragoman.evaluate.score.rows import Figures, Row

EARTH_RADIUS_KM = 6371.0
FARTHEST = 20039.0
"""Half the way round the earth, in km: the field's largest error."""
NEAR = 161
"""100 miles in km: the field's usual bound for a place that was found."""

Pair = tuple[Row, Row]


def distance(a: Row, b: Row) -> float:
    """Great-circle distance in km; the largest possible one if a side has no coordinates."""
    if None in {a.get("lat"), a.get("lon"), b.get("lat"), b.get("lon")}:
        return FARTHEST
    lat1, lon1, lat2, lon2 = (radians(float(x)) for x in (a["lat"], a["lon"], b["lat"], b["lon"]))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(h)))


def area(errors: Sequence[float]) -> float | None:
    """Area under the sorted curve of ln(1 + km), as a share of the worst case."""
    heights = sorted(log(1 + e) / log(1 + FARTHEST) for e in errors)
    if len(heights) == 0:
        return None
    if len(heights) == 1:
        return heights[0]
    return sum((a + b) / 2 for a, b in pairwise(heights)) / (len(heights) - 1)


def _uncounted(said: Sequence[Row], used: set[int], unlocated: Sequence[Sequence[int]]) -> int:
    """Unmatched predictions that only meet names for which the gold has no coordinates."""
    return sum(any(overlap(p["span"], s) for s in unlocated) for n, p in enumerate(said) if n not in used)


def _accuracy(pairs: Sequence[Pair], field: str) -> float:
    return mean(g[field] == p.get(field) for g, p in pairs if g.get(field) is not None)


def _figures(pairs: Sequence[Pair], n_said: int, n_gold: int) -> Figures:
    errors = [distance(g, p) for g, p in pairs]
    near = sum(e <= NEAR for e in errors)
    return {
        "gold": n_gold,
        "predicted": n_said,
        "strict": f1(sum(same_span(g, p) for g, p in pairs), n_said, n_gold),
        "relaxed": f1(len(pairs), n_said, n_gold),
        "accuracy_161km": ratio(near, len(pairs)),
        "mean_error_km": mean(errors) if pairs else None,
        "auc": area(errors),
        "geonameid_accuracy": _accuracy(pairs, "geonameid"),
        "country_accuracy": _accuracy(pairs, "country"),
        "end_to_end": f1(near, n_said, n_gold),
    }


def score(gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str] | None = None) -> Figures:
    """Micro figures over all documents."""
    del texts
    given = {row["id"]: row["places"] for row in predicted}
    n_gold = n_said = 0
    pairs: list[Pair] = []
    for row in gold:
        right, said = row["places"], given.get(row["id"], [])
        matched = pair_up(right, said, closeness)
        n_gold += len(right)
        n_said += len(said) - _uncounted(said, {p for _, p in matched}, row.get("unlocated", []))
        pairs += [(right[g], said[p]) for g, p in matched]
    return _figures(pairs, n_said, n_gold)
