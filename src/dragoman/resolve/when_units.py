"""Units of time (D, W, M, Q, Y, E = decade, C = century …) → moved days, the unit around a day, TIMEX3 values."""

import datetime as dt
import math

from dragoman.model.interval import Interval
from dragoman.text import calendar

_NAMES = {
    "S": "second",
    "MIN": "minute",
    "H": "hour",
    "D": "day",
    "W": "week",
    "F": "fortnight",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "E": "decade",
}
_IN_DAYS = {"D": 1, "W": 7, "F": 14}
_IN_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_IN_HOURS = {"H": 1.0, "MIN": 1 / 60, "S": 1 / 3600}
_MANY = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W")}
"""Units that TIMEX3 values write in others."""
HOURS = frozenset({"H", "MIN", "S"})
"""Units shorter than a day."""
_CLOCK = {"H": "H", "MIN": "M", "S": "S"}
_HALVES = {"Y": ("Y", "6M"), "H": ("H", "30M"), "MIN": ("M", "30S")}
_ROUGH_YEARS = {"E": 2, "C": 20}
"""Decades and centuries are counted roughly: so many years on either side."""
_DAY_HOURS = 24
_HALF = 0.5


def plural(unit: str, count: str) -> str:
    """A unit in words, for explanations.

    >>> plural("C", "2"), plural("D", "1")
    ('centuries', 'day')
    """
    if unit not in _NAMES:
        return "century" if count == "1" else "centuries"
    return _NAMES[unit] if count == "1" else _NAMES[unit] + "s"


def moved(day: dt.date, unit: str, count: float) -> dt.date | None:
    """A day moved by so many units, forwards or (negative) backwards; None out of the calendar.

    >>> moved(dt.date(2020, 2, 29), "Y", -1)
    datetime.date(2019, 2, 28)
    """
    if math.isnan(count):
        return None
    if unit in _IN_DAYS:
        return calendar.days_later(day, round(count * _IN_DAYS[unit]))
    if unit in _IN_MONTHS:
        return calendar.months_later(day, round(count * _IN_MONTHS[unit]))
    return calendar.days_later(day, math.trunc(count * _IN_HOURS[unit] / _DAY_HOURS))


def unit_value(day: dt.date, unit: str) -> str:
    """TIMEX3 value of the calendar unit that a day lies in.

    >>> unit_value(dt.date(2019, 6, 2), "W"), unit_value(dt.date(2019, 6, 2), "Q")
    ('2019-W22', '2019-Q2')
    """
    if unit in {"W", "F"}:
        return calendar.week_value(day)
    if unit == "M":
        return f"{day:%Y-%m}"
    if unit == "Q":
        return f"{day.year:04d}-Q{calendar.quarter_of(day)}"
    digits = {"Y": f"{day.year:04d}", "E": f"{day.year // 10:03d}", "C": f"{day.year // 100:02d}"}
    return digits.get(unit, day.isoformat())


def unit_interval(day: dt.date, unit: str) -> Interval | None:
    """The calendar unit that a day lies in; a week as wide as both customs of beginning one."""
    if unit in {"W", "F"}:
        return calendar.week(day)
    if unit == "M":
        return Interval.month(day.year, day.month)
    if unit == "Q":
        return calendar.quarter(day.year, calendar.quarter_of(day))
    years = {"Y": 1, "E": 10, "C": 100}.get(unit)
    if years is None:
        return Interval.day(day)
    first = day.year - day.year % years
    return Interval(dt.date(first, 1, 1), dt.date(first + years, 1, 1))


def around(day: dt.date, unit: str) -> Interval | None:
    """The days that "so many units ago" may mean: the unit around the day reached, wider for decades and centuries."""
    if unit in _ROUGH_YEARS:
        wide = _ROUGH_YEARS[unit]
        return Interval(dt.date(day.year - wide, 1, 1), dt.date(day.year + wide + 1, 1, 1), approximate=True)
    return unit_interval(day, unit)


def duration_value(count: str, unit: str) -> str:
    """TIMEX3 value of a length of time.

    >>> duration_value("2", "M"), duration_value("1.5", "H"), duration_value("X", "E"), duration_value("2", "C")
    ('P2M', 'PT1H30M', 'PXE', 'P200Y')
    """
    if unit in _MANY and count != "X":
        times, unit = _MANY[unit]
        count = f"{float(count) * times:g}"
    mark = "PT" if unit in _CLOCK else "P"
    letter = _CLOCK.get(unit, unit)
    if count != "X" and unit in _HALVES and float(count) % 1 == _HALF:
        whole, half = _HALVES[unit]
        return f"{mark}{int(float(count))}{whole}{half}" if int(float(count)) else f"{mark}{half}"
    return f"{mark}{count}{letter}"
