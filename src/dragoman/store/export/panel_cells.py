"""Records → the cells of a dyad-month panel: for each ordered pair of countries and month, what was counted.

A record counts once in the cell of each of its ordered pairs of countries. Its month is that of its first day; where
the days told do not lie in that month alone it still counts there as long as they are no more than a month's, and is
counted apart as well. Memory holds one cell for each pair and month that occurs, whatever the number of records.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.model.event import EventRecord
from dragoman.store.export.base import Tally
from dragoman.store.export.telling import quad, scale
from dragoman.store.pairs import pairs

NO_PAIR, NO_MONTH = "no pair of countries", "no one month"
LONGEST = dt.timedelta(days=31)
"""Days of which nobody can say in which month the act lies are not counted; the longest month is the measure."""
_PLACES = 6
"""Decimals of sums: far beyond what the scale has, so that they read as they would on paper."""


class Key(NamedTuple):
    """Which cell: the codes of both sides, and the month."""

    actor: str
    recipient: str
    year: int
    month: int


@dataclass
class Cell:
    """What was counted; sums are made at the end from counts, so that the order of records does not matter.

    Attributes:
        records: How many records.
        straddling: How many of them may as well belong to the month after.
        shares: Of how many pairs each record is.
        types: Records by type.
        quads: Records by quad code.
        scales: Records by scale value.
    """

    records: int = 0
    straddling: int = 0
    shares: Counter[int] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    quads: Counter[int] = field(default_factory=Counter)
    scales: Counter[float] = field(default_factory=Counter)

    def add(self, record: EventRecord, of: int, *, straddling: bool) -> None:
        """Count a record that has so many pairs."""
        self.records += 1
        self.straddling += straddling
        self.shares[of] += 1
        self.types[record.event[0]] += 1
        code, score = quad(record), scale(record)
        if code is not None:
            self.quads[code] += 1
        if score is not None:
            self.scales[score] += 1

    @property
    def weight(self) -> float:
        """The records, each divided by its pairs: over the whole panel they add up to the number of records."""
        return round(math.fsum(number / of for of, number in self.shares.items()), _PLACES)

    @property
    def scale_sum(self) -> float:
        """The sum of the scale values."""
        return round(math.fsum(value * number for value, number in self.scales.items()), _PLACES)

    @property
    def scale_mean(self) -> float | None:
        """Their mean; None where no record has one."""
        return round(self.scale_sum / self.scales.total(), _PLACES) if self.scales.total() > 0 else None


Cells = dict[Key, Cell]


def cells(records: Iterable[EventRecord], tally: Tally) -> Cells:
    """The cells that the records fill."""
    found: Cells = {}
    for record in records:
        first, sides = month(record), countries(record)
        if first is None or len(sides) == 0:
            tally.leave(NO_MONTH if first is None else NO_PAIR)
            continue
        for actor, recipient in sides:
            cell = found.setdefault(Key(actor, recipient, first.year, first.month), Cell())
            cell.add(record, len(sides), straddling=straddles(record))
    return found


def countries(record: EventRecord) -> tuple[tuple[str, str], ...]:
    """The ordered pairs of countries (or of codes that stand for one) that a record's pairs of parties belong to."""
    both = (
        (one.code, other.code)
        for one, other in pairs(record)
        if one is not None and other is not None and one.code is not None and other.code is not None
    )
    return tuple(dict.fromkeys(both))


def month(record: EventRecord) -> dt.date | None:
    """A day of the month in which a record counts; None where its days are more than a month's.

    What begins on a known day and goes on without a known end counts where it began.
    """
    first, last = record.date, record.enddate
    if first is None or last is None or (first.year, first.month) == (last.year, last.month):
        return first
    return first if last - first < LONGEST else None


def straddles(record: EventRecord) -> bool:
    """Whether the days of a record reach beyond the month in which it counts."""
    first, last = record.date, record.enddate
    return first is not None and (last is None or (first.year, first.month) != (last.year, last.month))
