"""Type and mode of the act that a snippet tells of.

Gold {id, label, event: [accepted types], mode: [accepted modes]}, both empty where there is no PLOVER event; prediction
{id, event, mode}, each a name, a list or null. An event is right when exactly one PLOVER type is named and accepted, or
none where there is none. Modes are scored on rows that have accepted modes: right when all named modes are accepted.
"""

from collections.abc import Mapping, Sequence

from dragoman.evaluate.score.counting import mean
from dragoman.evaluate.score.events import TYPES, names
from dragoman.evaluate.score.rows import Figures, Row

NOTHING: Row = {}


def _event_right(row: Row, said: Row) -> bool:
    given, accepted = names(said.get("event")) & TYPES, names(row["event"])
    return len(given) == 1 and given <= accepted if accepted else not given


def _mode_right(row: Row, said: Row) -> bool:
    given = names(said.get("mode"))
    return len(given) > 0 and given <= names(row["mode"])


def _by_label(gold: Sequence[Row], result: Mapping[str, bool]) -> dict[str, float]:
    labels = sorted({row["label"] for row in gold if row["id"] in result})
    return {
        label: mean(result[row["id"]] for row in gold if row["label"] == label and row["id"] in result)
        for label in labels
    }


def score(gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str] | None = None) -> Figures:
    """Accuracy over rows, and the mean of the accuracies per label (each label weighs the same)."""
    del texts
    given = {row["id"]: row for row in predicted}
    event = {row["id"]: _event_right(row, given.get(row["id"], NOTHING)) for row in gold}
    mode = {row["id"]: _mode_right(row, given.get(row["id"], NOTHING)) for row in gold if row["mode"]}
    return {
        "rows": len(gold),
        "event_accuracy": mean(event.values()),
        "event_accuracy_by_label": mean(_by_label(gold, event).values()),
        "mode_rows": len(mode),
        "mode_accuracy": mean(mode.values()),
        "mode_accuracy_by_label": mean(_by_label(gold, mode).values()),
    }
