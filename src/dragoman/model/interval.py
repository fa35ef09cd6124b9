"""Imprecise days: half-open intervals, compared by functions that say what they mean, written as EDTF."""

import datetime as dt
from typing import Literal, Self

import msgspec

Basis = Literal["explicit", "relative", "narrative", "tense", "article", "derived"]
_DAY = dt.timedelta(days=1)
_DECEMBER = 12
_OPEN = ".."
_MONTH_PARTS = 2


class Interval(msgspec.Struct, frozen=True):
    """Days from `start` up to but not including `end`; None on a side leaves it open.

    Attributes:
        start: First day, or None for "since when is not told".
        end: Day after the last one, or None for "still going on" or "until when is not told".
        approximate: EDTF's `~`: "about", "around".
    """

    start: dt.date | None = None
    end: dt.date | None = None
    approximate: bool = False

    @classmethod
    def day(cls, day: dt.date) -> Self:
        """One whole day."""
        return cls(day, day + _DAY)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """One whole month."""
        end = dt.date(year + 1, 1, 1) if month == _DECEMBER else dt.date(year, month + 1, 1)
        return cls(dt.date(year, month, 1), end)

    @classmethod
    def year(cls, year: int) -> Self:
        """One whole year."""
        return cls(dt.date(year, 1, 1), dt.date(year + 1, 1, 1))

    @classmethod
    def days(cls, first: dt.date | None, last: dt.date | None) -> Self:
        """From a first day to a last day, both included; None leaves a side open."""
        return cls(first, None if last is None else last + _DAY)

    @property
    def last(self) -> dt.date | None:
        """The last day that still belongs to it."""
        return None if self.end is None else self.end - _DAY

    @property
    def edtf(self) -> str:
        """The interval in EDTF (ISO 8601-2), as short as it stays exact.

        >>> Interval.month(2019, 5).edtf, Interval.days(dt.date(2019, 6, 12), dt.date(2019, 6, 14)).edtf
        ('2019-05', '2019-06-12/2019-06-14')
        >>> Interval(dt.date(2019, 5, 1), None).edtf
        '2019-05-01/..'
        """
        return edtf(self)


def _whole(start: dt.date, end: dt.date) -> str | None:
    """The short form of an interval that is one day, month or year."""
    if end == start + _DAY:
        return start.isoformat()
    if start.day == 1 and Interval.month(start.year, start.month).end == end:
        return f"{start:%Y-%m}"
    if (start.month, start.day) == (1, 1) and end == start.replace(year=start.year + 1):
        return f"{start.year:04d}"
    return None


def _range(start: dt.date, end: dt.date) -> str:
    """The form with a slash, in years or months where both ends allow it."""
    last = end - _DAY
    if (start.month, start.day, end.month, end.day) == (1, 1, 1, 1):
        return f"{start.year:04d}/{last.year:04d}"
    if (start.day, end.day) == (1, 1):
        return f"{start:%Y-%m}/{last:%Y-%m}"
    return f"{start.isoformat()}/{last.isoformat()}"


def edtf(interval: Interval) -> str:
    """The interval in EDTF (ISO 8601-2)."""
    mark = "~" if interval.approximate else ""
    if interval.start is None or interval.end is None:
        first = _OPEN if interval.start is None else interval.start.isoformat() + mark
        last = _OPEN if interval.last is None else interval.last.isoformat() + mark
        return f"{first}/{last}"
    short = _whole(interval.start, interval.end)
    if short is not None:
        return short + mark
    return "/".join(side + mark for side in _range(interval.start, interval.end).split("/"))


def parse(text: str) -> Interval:
    """An interval from EDTF: a day, month, year, or two of them with a slash, ".." for an open side, "~" for about.

    >>> parse("2019-05/2019-12-20") == Interval.days(dt.date(2019, 5, 1), dt.date(2019, 12, 20))
    True

    Raises:
        ValueError: The text is no such date.
    """
    first, _, last = text.replace("~", "").partition("/")
    start = None if first == _OPEN else _whole_of(first).start
    end = None if last == _OPEN else _whole_of(last or first).end
    return Interval(start, end, "~" in text)


def _whole_of(text: str) -> Interval:
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 1:
        return Interval.year(numbers[0])
    return Interval.month(*numbers) if len(numbers) == _MONTH_PARTS else Interval.day(dt.date(*numbers))


def begins_after(interval: Interval, day: dt.date) -> bool:
    """Whether the interval surely begins later than a day."""
    return interval.start is not None and interval.start > day


def ended_before(interval: Interval, day: dt.date) -> bool:
    """Whether the interval surely ended before a day."""
    return interval.end is not None and interval.end <= day


def cut_at(interval: Interval, last: dt.date) -> Interval:
    """The part of the interval that is not later than a day; unchanged where nothing would be left."""
    limit = last + _DAY
    if interval.start is not None and interval.start >= limit:
        return interval
    if interval.end is not None and interval.end <= limit:
        return interval
    return Interval(interval.start, limit, interval.approximate)
