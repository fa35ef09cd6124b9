"""Event type of a sentence with given actor and recipient: accuracy and macro-F1 on root type, quad class, polarity.

Gold {id, root, penta} or, where only polarity is known, {id, binary}; prediction {id, event}. Root labels follow the
gold set: CONCEDE and RETREAT count as YIELD. Quad class follows the set's `penta`, in which YIELD is 2 (material
cooperation). Polarity: 1, 2 = cooperation (0); 3, 4 = conflict (1). Macro-F1 runs over the classes of the gold file.
"""

from collections.abc import Mapping, Sequence

from dragoman.evaluate.score.counting import Label, class_f1, mean
from dragoman.evaluate.score.rows import Figures, Row

QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("COOPERATE", "AID", "YIELD"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
QUAD = {event: quad for quad, events in QUADS.items() for event in events}
FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
FIRST_CONFLICT = 3
"""Quad classes from this one on are conflict."""


def root(event: object) -> str | None:
    """The gold set's name of a predicted PLOVER type; None for anything else.

    >>> root("RETREAT"), root("statement")
    ('YIELD', None)
    """
    name = FOLDED.get(event, event) if isinstance(event, str) else None
    return name if name in QUAD else None


def polarity(quad: int) -> int:
    """0 for a quad class of cooperation, 1 for one of conflict."""
    return int(quad >= FIRST_CONFLICT)


def _level(right: Sequence[Label], said: Sequence[Label | None]) -> Figures:
    by_class = class_f1(right, said)
    accuracy = mean(a == b for a, b in zip(right, said, strict=True))
    return {"macro_f1": mean(by_class.values()), "accuracy": accuracy, "f1": by_class}


def score(gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str] | None = None) -> Figures:
    """Figures over all gold rows; a row without a prediction, or with one outside the types, is wrong at each level."""
    del texts
    given = {row["id"]: root(row.get("event")) for row in predicted}
    roots = [given.get(row["id"]) for row in gold]
    quads = [None if r is None else QUAD[r] for r in roots]
    sides = [None if q is None else polarity(q) for q in quads]
    result: Figures = {"rows": len(gold), "answered": sum(r is not None for r in roots)}
    if len(gold) > 0 and "root" in gold[0]:
        result["root"] = _level([row["root"] for row in gold], roots)
        result["quad"] = _level([row["penta"] for row in gold], quads)
        result["binary"] = _level([polarity(row["penta"]) for row in gold], sides)
    else:
        result["binary"] = _level([row["binary"] for row in gold], sides)
    return result
