"""The places development file in two parts: documents whose kinds of error were looked at, and every fifth, untouched.

Usage: python development/places_parts.py
"""

from collections.abc import Mapping, Sequence

from evaluate_all import SETS, Set
from timex_parts import parts

from dragoman.evaluate.score import Figures, places
from dragoman.evaluate.tasks import TASKS
from dragoman.evaluate.tasks.parsed import Row

FIGURES = ("strict", "relaxed", "accuracy_161km", "country_accuracy", "mean_error_km", "auc", "end_to_end")


def told(name: str, rows: Sequence[Row], figures: Figures) -> str:
    """A part's figures in one line."""
    values = ((figure, figures[figure]) for figure in FIGURES)
    each = ", ".join(f"{name} {_value(value)}" for name, value in values)
    return f"{name:10} {len(rows):4} documents, {figures['gold']} names: {each}"


def _value(value: object) -> str:
    """An F1 or a plain figure, shortened."""
    plain = value["f1"] if isinstance(value, Mapping) else value
    return f"{plain:.4f}" if isinstance(plain, float) else str(plain)


def main() -> None:
    """Predict every document once and print the figures of each part."""
    file: Set = next(one for one in SETS if one.name == "places")
    said = list(TASKS["places"](file.rows("input")))
    order = {row["id"]: n for n, row in enumerate(file.rows("input"))}
    gold = sorted(file.rows("gold"), key=lambda row: order[row["id"]])
    for name, rows in parts(gold).items():
        kept = {row["id"] for row in rows}
        print(told(name, rows, places.score(rows, [row for row in said if row["id"] in kept])))


if __name__ == "__main__":
    main()
