"""Likelihoods over days: each clue is a curve of logarithms, one value for every day that a report may be of."""

import calendar as calendar_names
import datetime as dt
import functools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.model.interval import Interval
from dragoman.resolve.undated_numbers import numbers
from dragoman.text import calendar

FIRST, LAST = dt.date(1900, 1, 1), dt.date(2039, 12, 31)
"""Days that are weighed; outside them no report is dated."""
COMMON = dt.date(1980, 1, 1)
DECADE = 3652.5
"""Reports at hand are mostly later than 1980; before, each ten years halve the share: an estimate."""
KNOWN = dt.date(2027, 1, 1)
"""The shipped tables end here; reports written later become half as likely every three years."""
WEEK = 7
YEAR = 365.0
"""By it shares of days are made comparable with 1."""
DRIFT_REACH = 1500
"""Days over which a part of the likelihood is spread; four years leave next to nothing outside."""
DRIFT_POWER = -2.5
NOWHERE = 1e-6
"""What is left where a share would be nothing."""
NOTHING = 1e-300
"""So that a share of nothing has a logarithm."""
MONTHS = tuple(calendar_names.month_name)[1:]
SHORT_MONTHS = {name[:3].lower(): place for place, name in enumerate(MONTHS, start=1)}
WEEKDAYS = tuple(calendar_names.day_name)

Curve = NDArray[np.float64]


@functools.cache
def days() -> NDArray[np.int64]:
    """All days as ordinals."""
    return np.arange(FIRST.toordinal(), LAST.toordinal() + 1)


@functools.cache
def prior() -> Curve:
    """What is likely before anything is read."""
    early = np.minimum(days() - COMMON.toordinal(), 0) / DECADE
    late = np.minimum(KNOWN.toordinal() - days(), 0) / (3 * YEAR)
    return np.asarray((early + late) * np.log(2.0))


def flat() -> Curve:
    """A curve that says nothing."""
    return np.zeros(len(days()))


def day(place: int) -> dt.date:
    """The day at a place of a curve."""
    return dt.date.fromordinal(int(days()[place]))


def within(first: dt.date | None, last: dt.date | None, late: Curve | float, early: float) -> Curve:
    """1 from the first to the last day, `early` before, `late` after."""
    every = days()
    curve = np.ones(len(every))
    if last is not None:
        curve = np.where(every > last.toordinal(), late, curve)
    if first is not None:
        curve = np.where(every < first.toordinal(), early, curve)
    return np.asarray(np.log(curve))


def fading(last: dt.date | None, fade: float, power: float = 1.0) -> Curve:
    """From 1 on the last day downwards: a power of the distance in units of `fade` days."""
    if last is None:
        return np.ones(len(days()))
    return np.asarray((1 + np.maximum(days() - last.toordinal(), 0) / fade) ** -power)


def nearing(first: dt.date, fade: float, power: float = 1.0) -> Curve:
    """The same, looking ahead to a first day."""
    return np.asarray((1 + np.maximum(first.toordinal() - days(), 0) / fade) ** -power)


def weekly(weekday: int, shares: Sequence[float]) -> Curve:
    """By the report's weekday: how often it lies 0, 1 … 6 days after the weekday told."""
    weights = np.array(shares, dtype=np.float64) / sum(shares) * WEEK
    return np.asarray(np.log(weights[(days() - weekday) % WEEK]))


@functools.cache
def _fields() -> dict[str, NDArray[np.int64]]:
    """Year, month and day of the month of every day."""
    every = [day(place) for place in range(len(days()))]
    return {name: np.array([getattr(one, name) for one in every]) for name in ("year", "month", "day")}


def is_year(year: int) -> NDArray[np.bool_]:
    """Which days are of a year."""
    return np.asarray(_fields()["year"] == year)


def shifted(shift: int, unit: str, told: dict[str, int]) -> Curve:
    """Days from which a day, month or year so far off is the one told; 1 on average over a year or all years."""
    year, month = _fields()["year"], _fields()["month"]
    if unit == "D":
        found = {name: np.roll(values, -shift) for name, values in _fields().items()}
    else:
        months = year * calendar.MONTHS + month - 1 + shift * (1 if unit == "M" else calendar.MONTHS)
        found = {"year": months // calendar.MONTHS, "month": months % calendar.MONTHS + 1}
    fits = np.all([found[name] == value for name, value in told.items() if name in found], axis=0)
    scale = YEAR if "year" in told else {"D": YEAR, "M": float(calendar.MONTHS), "Y": 1.0}[unit]
    return np.asarray(fits * scale)


def posterior(total: Curve) -> Curve:
    """Shares of all days, from the sum of curves."""
    raised = np.exp(total - total.max())
    return np.asarray(raised / raised.sum())


@functools.cache
def _drift() -> Curve:
    """Where a report lies that is not where its clues point: more often later than earlier."""
    found = numbers().astray
    distance = np.arange(-DRIFT_REACH, DRIFT_REACH + 1)
    shares = np.where(distance < 0, 1.0, found.later) * (1 + np.abs(distance) / found.fade) ** DRIFT_POWER
    return np.asarray(shares / shares.sum())


def cautious(shares: Curve, bounds: Curve) -> Curve:
    """Shares of days of which a part is spread over the days around: stories go on, and clues tell an earlier day.

    Args:
        shares: What all clues say.
        bounds: The clues that bound the day; they count in half where the part is spread.
    """
    found = numbers().astray
    length = len(shares) + 2 * DRIFT_REACH
    spread = np.fft.irfft(np.fft.rfft(shares, length) * np.fft.rfft(_drift(), length), length)
    spread = np.maximum(spread[DRIFT_REACH : DRIFT_REACH + len(shares)], 0.0) + NOTHING
    around = posterior(np.log(spread) + bounds * found.bound)
    mixed = (1 - found.share) * shares + found.share * around
    return np.asarray(mixed / mixed.sum())


def shortest(shares: Curve, share: float) -> tuple[int, int]:
    """First and last place of the shortest stretch that holds a share; the earliest of those equally short."""
    sums = np.concatenate(([0.0], np.cumsum(shares)))
    ends = np.searchsorted(sums, np.minimum(sums[:-1] + share, 1 - 1e-9), side="left")
    reached = sums[np.minimum(ends, len(shares))] - sums[:-1] >= share - 1e-6
    lengths = np.where(reached, ends - np.arange(len(shares)), len(shares) + 1)
    first = int(np.argmin(lengths))
    return first, min(int(ends[first]), len(shares)) - 1


def best(shares: Curve, reach: int) -> int:
    """The place of the day around which most of the likelihood lies; among its neighbours the likeliest."""
    sums = np.concatenate(([0.0], np.cumsum(shares)))
    every = np.arange(len(shares))
    low, high = np.maximum(every - reach, 0), np.minimum(every + reach + 1, len(shares))
    middle = int(np.argmax(np.round(sums[high] - sums[low], 12)))
    first = max(middle - reach, 0)
    return first + int(np.argmax(shares[first : middle + reach + 1]))


def mass(shares: Curve, interval: Interval) -> float:
    """The share that lies in an interval of the days weighed."""
    start = FIRST if interval.start is None else max(interval.start, FIRST)
    end = LAST if interval.end is None else interval.end
    return float(shares[start.toordinal() - FIRST.toordinal() : end.toordinal() - FIRST.toordinal()].sum())
