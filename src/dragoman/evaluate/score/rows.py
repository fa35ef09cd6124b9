"""Rows of gold and prediction files (JSON objects, one a line) in; figures out, rounded for display."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import InputError

Row = Mapping[str, Any]
"""One line of a file: its form is told by the task's module."""

Figures = dict[str, object]
"""Named figures, some of them grouped."""

DECIMALS = 5


def read_rows(path: Path | str) -> list[dict[str, object]]:
    """All rows of a JSONL file.

    Raises:
        InputError: A line is no JSON object.
    """
    with Path(path).open(encoding="utf-8") as lines:
        return [_row(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _row(line: str, where: str) -> dict[str, object]:
    try:
        return msgspec.json.decode(line, type=dict[str, object])
    except msgspec.MsgspecError as error:
        raise InputError(f"{where}: no JSON object: {error}") from error


def texts_beside(gold: Path) -> dict[str, str]:
    """Text of each input row by id, from the input file that belongs to a gold file; empty if there is none."""
    inputs = gold.with_name(gold.name.replace(".gold.", ".input."))
    if inputs == gold or not inputs.exists():
        return {}
    return {str(row["id"]): str(row["text"]) for row in read_rows(inputs) if "id" in row and "text" in row}


def rounded(value: object) -> object:
    """The same figures with five decimals.

    >>> rounded({"f1": 1 / 3, "rows": 3})
    {'f1': 0.33333, 'rows': 3}
    """
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return round(value, DECIMALS) if isinstance(value, float) else value
