"""A development file in two parts: the documents that rules were read off, and every fifth, which are only scored.

In come the file's rows, out go the figures of each part.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dragoman.evaluate.score import Figures, score
from dragoman.evaluate.tasks import TASKS
from dragoman.evaluate.tasks.parsed import Row

FIFTH = 5
"""Documents whose place in the file leaves 4 when divided by this are only scored, never read."""


class Part(NamedTuple):
    """A part of a file: its name, its gold rows, and what was scored on them."""

    name: str
    gold: list[Row]
    figures: Figures

    def line(self, counted: str, wanted: Sequence[str]) -> str:
        """The wanted figures in one line."""
        each = ", ".join(f"{figure} {_shown(self.figures[figure])}" for figure in wanted)
        return f"{self.name:10} {len(self.gold):4} documents, {self.figures['gold']} {counted}: {each}"


def parts(inputs: Sequence[Row], gold: Sequence[Row]) -> dict[str, list[Row]]:
    """The gold rows of each part, and of all, by name, in the order of the input rows."""
    place = {row["id"]: n for n, row in enumerate(inputs)}
    ordered = sorted(gold, key=lambda row: place[row["id"]])
    untouched = [row for n, row in enumerate(ordered) if n % FIFTH == FIFTH - 1]
    tuned = [row for n, row in enumerate(ordered) if n % FIFTH != FIFTH - 1]
    return {"tuned": tuned, "untouched": untouched, "all": ordered}


def scored(task: str, inputs: Sequence[Row], gold: Sequence[Row]) -> Iterator[Part]:
    """Predict every document once and score each part."""
    said = list(TASKS[task](inputs))
    for name, rows in parts(inputs, gold).items():
        kept = {row["id"] for row in rows}
        yield Part(name, rows, score(task, rows, [row for row in said if row["id"] in kept]))


def _shown(value: object) -> str:
    """An F1 or a plain figure, shortened."""
    plain = value["f1"] if isinstance(value, Mapping) else value
    return f"{plain:.4f}" if isinstance(plain, float) else str(plain)
