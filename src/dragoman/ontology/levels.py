"""`calendar/levels.csv` and `level_names.csv` → rates, indexes and prices through the years, and the words for them.

Values are recalled, for ends of quarters or for the middle of a year; `spread` says how far from them a level may lie
that news of the time tell, as a share.
"""

import calendar as months
import datetime as dt
import functools
from collections import defaultdict
from importlib import resources
from typing import Literal, get_args

import msgspec

from dragoman.ontology.actor_rows import Row, Table

LEVELS = ("series", "year", "q1", "q2", "q3", "q4", "basis")
NAMES = ("series", "kind", "words", "spread", "basis")
QUARTER = 3
"""Months."""
Kind = Literal["units", "dollars", "index", "price", "percent"]
"""Units a dollar, dollars a unit, an index behind its name, dollars before the words, percent behind the name."""
Points = tuple[tuple[dt.date, float], ...]


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """A rate, index or price: how it is told, and its values on some days, in the order of time."""

    name: str
    kind: Kind
    words: tuple[str, ...]
    spread: float
    points: Points

    @property
    def lowest(self) -> float:
        """The lowest value known."""
        return min(value for _, value in self.points)

    @property
    def highest(self) -> float:
        """The highest value known."""
        return max(value for _, value in self.points)


@functools.cache
def series() -> tuple[Series, ...]:
    """The shipped series."""
    return load(_shipped("level_names.csv"), _shipped("levels.csv"))


def load(names: str, levels: str) -> tuple[Series, ...]:
    """The series of two tables' texts.

    Raises:
        DataError: A table has faults.
    """
    points = _points(levels)
    table = Table("level_names.csv", NAMES, names)
    found = tuple(one for row in table.rows if (one := _series(table, row, points)) is not None)
    table.close()
    return found


def _series(table: Table, row: Row, points: dict[str, Points]) -> Series | None:
    name, kind, spread = row.one("series"), row.one("kind"), _number(row.one("spread"))
    words = tuple(" ".join(word.split()) for word in row.one("words").split(";") if word.strip())
    kinds = {told: told for told in get_args(Kind)}
    if kind not in kinds or spread is None or not words or name not in points:
        table.fault(row, "unknown kind, no spread, no words or no values")
        return None
    return Series(name=name, kind=kinds[kind], words=words, spread=spread, points=points[name])


def _points(text: str) -> dict[str, Points]:
    table, found = Table("levels.csv", LEVELS, text), defaultdict[str, list[tuple[dt.date, float]]](list)
    for row in table.rows:
        year = row.one("year")
        told = [(quarter, row.one(f"q{quarter}")) for quarter in range(1, 5) if row.one(f"q{quarter}")]
        values = [(quarter, _number(value)) for quarter, value in told]
        if not year.isdigit() or not values or any(value is None for _, value in values):
            table.fault(row, "a year and levels above nothing are needed")
            continue
        found[row.one("series")] += [(_end(int(year), quarter), value) for quarter, value in values if value]
    table.close()
    return {name: tuple(sorted(every)) for name, every in found.items()}


def _end(year: int, quarter: int) -> dt.date:
    month = quarter * QUARTER
    return dt.date(year, month, months.monthrange(year, month)[1])


def _number(text: str) -> float | None:
    """A number above nothing."""
    try:
        return float(text) if float(text) > 0 else None
    except ValueError:
        return None


def _shipped(file: str) -> str:
    return (resources.files("dragoman.ontology") / "data/calendar" / file).read_text(encoding="utf-8")
