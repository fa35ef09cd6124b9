"""A task and its files → a file of prediction rows, replaced in one step, and its score where gold rows are given."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from dragoman.errors import InputError, UsageError
from dragoman.evaluate import score
from dragoman.evaluate.score import Figures
from dragoman.evaluate.tasks import FIELDS, TASKS
from dragoman.evaluate.tasks.parsed import Row
from dragoman.store.formats import STANDARD_OUTPUT
from dragoman.store.replace import replacing


class Sample(NamedTuple):
    """How many input rows are read, and by which seed they are drawn; without a seed the first ones are taken."""

    limit: int | None = None
    seed: int | None = None

    def of(self, rows: Sequence[Row]) -> list[Row]:
        """The rows drawn, in the order of the file.

        >>> rows = [{"id": n} for n in range(9)]
        >>> Sample(2).of(rows), Sample(2, seed=1).of(rows)
        ([{'id': 0}, {'id': 1}], [{'id': 1}, {'id': 2}])
        """
        if self.limit is None or self.limit >= len(rows):
            return list(rows)
        if self.seed is None:
            return list(rows[: self.limit])
        drawn = random.Random(self.seed).sample(range(len(rows)), self.limit)  # noqa: S311 - no secret hangs on it
        return [rows[n] for n in sorted(drawn)]


class Files(NamedTuple):
    """The files of an evaluation: input rows, predictions, and gold rows if there are any."""

    rows: Path | str
    predictions: Path | str
    gold: Path | str | None = None


def evaluate(task: str, files: Files, sample: Sample | None = None) -> Figures | None:
    """Predict a task's rows, write them, and score them against gold rows if there are any.

    Args:
        task: One of `TASKS`.
        files: Where rows are read and predictions written.
        sample: Which rows are read; all of them if not given. Only their gold rows are scored.

    Returns:
        The figures, rounded; None without gold rows.

    Raises:
        UsageError: There is no such task, or predictions and score would both go to standard output.
        InputError: A file cannot be read, or its rows are not of the task's form.
        OutputError: The predictions cannot be written.
    """
    if task not in TASKS:
        raise UsageError(f"no task {task!r}; it is one of {', '.join(TASKS)}")
    if files.gold is not None and str(files.predictions) == STANDARD_OUTPUT:
        raise UsageError("with gold rows the score goes to standard output: name a file for the predictions")
    rows = (sample or Sample()).of(checked(task, _read(files.rows)))
    gold = None if files.gold is None else _read(files.gold)
    said = write(TASKS[task](rows), files.predictions)
    if gold is None:
        return None
    complete = sample is None or sample.limit is None
    return scored(task, rows, said, gold if complete else asked(gold, rows))


def checked(task: str, rows: Sequence[Row]) -> Sequence[Row]:
    """The same rows, each seen to have what the task needs.

    Raises:
        InputError: A row lacks it.
    """
    for number, row in enumerate(rows, 1):
        missing = [field for field in FIELDS[task] if field not in row]
        if missing:
            raise InputError(f"input row {number}: {task!r} needs {', '.join(FIELDS[task])}; missing: {missing!r}")
    return rows


def write(rows: Iterable[Row], output: Path | str) -> list[Row]:
    """Write rows as JSON lines, and give back what a reader of the file would see."""
    said: list[Row] = []
    with replacing(output) as sink:
        for row in rows:
            line = msgspec.json.encode(row)
            sink.write(line + b"\n")
            said.append(msgspec.json.decode(line))
    return said


def scored(task: str, rows: Iterable[Row], said: Sequence[Row], gold: Sequence[Row]) -> Figures:
    """The figures of some predictions, rounded."""
    texts = {str(row["id"]): str(row["text"]) for row in rows if "id" in row and "text" in row}
    figures = score.rounded(score.score(task, gold, said, texts))
    return msgspec.convert(figures, Figures)


def asked(gold: Sequence[Row], rows: Iterable[Row]) -> list[Row]:
    """The gold rows that belong to some input rows.

    >>> asked([{"id": "a"}, {"id": "b"}], [{"doc": "x", "mentions": [{"id": "b"}]}])
    [{'id': 'b'}]
    """
    keys = {key for row in rows for key in _keys(row)}
    return [row for row in gold if (row.get("id") or row.get("corpus")) in keys]


def _keys(row: Mapping[str, object]) -> Iterator[object]:
    """What the gold rows of an input row are known by: mentions, sentences, else the row's own id or corpus."""
    for name in ("mentions", "sentences"):
        inner = row.get(name)
        if isinstance(inner, list):
            yield from (item["id"] for item in inner)
            return
    yield row.get("id") or row.get("corpus")


def _read(path: Path | str) -> list[Row]:
    try:
        return score.read_rows(path)
    except OSError as error:
        raise InputError(f"{str(path)!r} cannot be read: {error.strerror or error}") from error
