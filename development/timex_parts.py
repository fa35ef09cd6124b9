"""The timex development file in two parts: the documents that rules were read off, and every fifth, which were not.

Usage: python development/timex_parts.py
"""

from collections.abc import Mapping, Sequence

from evaluate_all import SETS, Set

from dragoman.evaluate.score import Figures, timex
from dragoman.evaluate.tasks import TASKS
from dragoman.evaluate.tasks.parsed import Row

FIFTH = 5
"""Documents whose place in the file leaves 4 when divided by this are only scored, never read."""
FIGURES = ("strict", "relaxed", "value", "type")


def parts(gold: Sequence[Row]) -> dict[str, list[Row]]:
    """The gold rows of each part, and of all, by name."""
    untouched = [row for n, row in enumerate(gold) if n % FIFTH == FIFTH - 1]
    tuned = [row for n, row in enumerate(gold) if n % FIFTH != FIFTH - 1]
    return {"tuned": tuned, "untouched": untouched, "all": list(gold)}


def told(name: str, rows: Sequence[Row], figures: Figures) -> str:
    """A part's figures in one line."""
    values = []
    for figure in FIGURES:
        found = figures[figure]
        values.append(f"{figure} {found['f1']:.4f}" if isinstance(found, Mapping) else figure)
    return f"{name:10} {len(rows):4} documents, {figures['gold']} expressions: F1 {', '.join(values)}"


def main() -> None:
    """Predict every document once and print the figures of each part."""
    file: Set = next(one for one in SETS if one.name == "timex")
    said = list(TASKS["timex"](file.rows("input")))
    order = {row["id"]: n for n, row in enumerate(file.rows("input"))}
    gold = sorted(file.rows("gold"), key=lambda row: order[row["id"]])
    for name, rows in parts(gold).items():
        kept = {row["id"] for row in rows}
        print(told(name, rows, timex.score(rows, [row for row in said if row["id"] in kept])))


if __name__ == "__main__":
    main()
