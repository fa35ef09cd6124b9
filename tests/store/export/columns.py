"""The columns of layouts that others made, by the names and in the order in which their users know them."""

import csv
from pathlib import Path


def _read() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with (Path(__file__).parent / "columns.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["layout"], []).append(row["column"])
    return found


COLUMNS = _read()
HEADED = frozenset({"polecat", "icews"})
"""Layouts whose files tell the names of their columns."""
