"""Days, months, seasons and feasts without a year → how likely each day is for a report that tells them.

A curve is made of the distances to the last and to the next of them: near ones are likely, those of long ago are not.
What is told by its figure is mostly not of the last days, for these are told by their weekday (`gap`, `close`).
"""

import functools

import numpy as np
from numpy.typing import NDArray

from dragoman.resolve import undated_days as curves
from dragoman.resolve import when_holidays
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_numbers import Yearly, numbers
from dragoman.text import calendar

REACH = 330
"""Days over which the share that is not near is spread: a date without a year lies rarely further off."""
LONGEST = 3660
"""Days over which a share that is near is counted: what lies further off weighs nothing."""
MARGIN = 8
"""So many years before and after the days weighed, within which every day of the year falls on some weekday."""
YEARS = range(curves.FIRST.year - MARGIN, curves.LAST.year + MARGIN + 1)
Days = NDArray[np.int64]


@functools.lru_cache(maxsize=1024)
def of_date(month: int, day: int, weekday: int, direction: str, kind: str) -> Curve:
    """The curve of a day of the year; with a weekday, only of the years where it fits.

    Args:
        month: Its month.
        day: Its day of the month.
        weekday: ISO, or 0 where none is told.
        direction: Which way the words look.
        kind: One of those of `data/undated.yaml`, `yearly`.
    """
    return _curve(dates(month, day, weekday), direction, kind)


@functools.lru_cache(maxsize=256)
def of_feast(name: str, direction: str, kind: str) -> Curve | None:
    """The curve of a holiday that has a day of its own in every year; None for others."""
    days = feasts(name)
    return None if days is None else _curve(days, direction, kind)


@functools.lru_cache(maxsize=1024)
def dates(month: int, day: int, weekday: int = 0) -> Days:
    """A day of the year in every year, as ordinals; with a weekday, only where it fits."""
    found = (calendar.date(year, month, day) for year in YEARS)
    return np.array([d.toordinal() for d in found if d and weekday in {0, d.isoweekday()}] or [0])


@functools.lru_cache(maxsize=256)
def feasts(name: str) -> Days | None:
    """A holiday in every year, as ordinals; None where it has no day of its own."""
    holiday = when_holidays.named(name)
    if holiday is None or not holiday.is_fixed:
        return None
    found = (when_holidays.of_year(holiday, year) for year in YEARS)
    return np.array([day.start.toordinal() for day in found if day and day.start] or [0])


def after(every: Days, reach: tuple[int, int]) -> Curve:
    """By day, the share of a year's reports that are so many days, at least and at most, after one of some days."""
    last = every[np.maximum(np.searchsorted(every, curves.days() - reach[0], side="right") - 1, 0)]
    return np.asarray((curves.days() - last <= reach[1]) / (reach[1] - reach[0] + 1))


def _curve(every: Days, direction: str, kind: str) -> Curve:
    found = numbers().yearly[kind][direction]
    days = curves.days()
    last = every[np.maximum(np.searchsorted(every, days, side="right") - 1, 0)]
    next_ = every[np.minimum(np.searchsorted(every, days, side="left"), len(every) - 1)]
    back, ahead = _shares(found)[np.clip([days - last, next_ - days], 0, LONGEST - 1)]
    past = found.wrong if direction == "future" else 1 - found.wrong
    return np.asarray(np.log((past * back + (1 - past) * ahead) * curves.YEAR))


@functools.cache
def _shares(found: Yearly) -> Curve:
    """By distance in days, the share of what is told so far off."""
    distance = np.arange(LONGEST)
    shape = np.where(distance < found.gap, found.close, 1.0) / (1 + (distance / found.half) ** found.power)
    return np.asarray(found.near * shape / shape.sum() + (1 - found.near) / REACH * (distance < REACH) + curves.NOWHERE)
