"""Time expressions: strict, relaxed, value and type F1, as TempEval-3 counts them.

Gold and prediction {id, timex: [{span, type, value}]}. Strict: equal spans. Relaxed: spans overlap; each gold and each
predicted expression is used once, equal spans first, then the longest overlap. Value F1 (type F1): relaxed matches
whose value (type) is the same string, over all expressions. Documents of the gold file without a prediction count as
empty.
"""

from collections.abc import Mapping, Sequence

from dragoman.evaluate.score.counting import f1, ratio
from dragoman.evaluate.score.matching import closeness, pair_up, same_span
from dragoman.evaluate.score.rows import Figures, Row


def score(gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str] | None = None) -> Figures:
    """Micro figures over all documents."""
    del texts
    given = {row["id"]: row["timex"] for row in predicted}
    pairs: list[tuple[Row, Row]] = []
    n_gold = n_said = 0
    for row in gold:
        right, said = row["timex"], given.get(row["id"], [])
        n_gold, n_said = n_gold + len(right), n_said + len(said)
        pairs += [(right[g], said[p]) for g, p in pair_up(right, said, closeness)]
    values = sum(g["value"] == p.get("value") for g, p in pairs)
    return {
        "gold": n_gold,
        "predicted": n_said,
        "strict": f1(sum(same_span(g, p) for g, p in pairs), n_said, n_gold),
        "relaxed": f1(len(pairs), n_said, n_gold),
        "value": f1(values, n_said, n_gold),
        "type": f1(sum(g["type"] == p.get("type") for g, p in pairs), n_said, n_gold),
        "value_accuracy": ratio(values, len(pairs)),
    }
