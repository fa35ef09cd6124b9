"""Days and words of the dated articles of a run → one clue: an undated one is mostly of their days, or like them.

Words tell likeness month by month: how much oftener than in the whole run they stand in the articles of a month.
"""

import datetime as dt
import functools
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from dragoman.model.dating import Run, month_of
from dragoman.model.interval import Interval
from dragoman.model.span import Span
from dragoman.resolve import undated_days as curves
from dragoman.resolve.undated_clues import Weighed
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_numbers import numbers

REACH = 1500
"""Days on either side over which an article's week is spread; beyond, nothing is left."""
WEEK = 7


def clues(run: Run) -> Iterator[Weighed]:
    """When the dated articles were written, those of like words before others, if they are enough to tell a habit."""
    articles = sum(count for _, count in run.days)
    if articles < numbers().run.enough:
        return
    likeness = _likeness(run)
    share = numbers().run.other
    curve = np.log(share + (1 - share) * _spread(run.days, likeness) / articles)
    when = Interval.days(run.days[0][0], run.days[-1][0]).edtf
    yield Weighed("run-days", f"{articles} dated reports of the run: {when}{_most_like(likeness)}", Span(0, 0), curve)


def _most_like(likeness: Mapping[dt.date, float]) -> str:
    """The month whose articles are likest, in words."""
    first = max(likeness, key=lambda month: (likeness[month], month))
    return f"; in its words most like those of {first:%Y-%m}" if likeness[first] > 0 else ""


def _likeness(run: Run) -> dict[dt.date, float]:
    """By month: the logarithm of how much likelier the words are there than in the whole run, softened."""
    found, months, total = numbers().run, _months(run), sum(count for _, count in run.days)
    likeness = dict.fromkeys(months, 0.0)
    for word in run.words:
        told = dict(word)
        share = sum(told.values()) / (total + 1)
        for month, count in months.items():
            likeness[month] += math.log((told.get(month, 0) / share + found.smooth) / (count + found.smooth))
    return {month: found.likeness * value for month, value in likeness.items()}


def _months(run: Run) -> dict[dt.date, int]:
    """How many dated articles there are of each month."""
    months: defaultdict[dt.date, int] = defaultdict(int)
    for week, count in run.days:
        months[month_of(week)] += count
    return dict(months)


def _spread(weeks: Sequence[tuple[dt.date, int]], likeness: Mapping[dt.date, float]) -> Curve:
    """The weeks of dated articles by number and likeness, spread; one article weighs as much as all days."""
    every, total = curves.days(), np.zeros(len(curves.days()) + 2 * REACH)
    for week, count in weeks:
        place = week.toordinal() - int(every[0])
        if 0 <= place < len(every):
            total[place : place + 2 * REACH + 1] += count * np.exp(likeness[month_of(week)]) * _kernel()
    return np.asarray(total[REACH : REACH + len(every)] * np.exp(curves.prior()).sum())


@functools.cache
def _kernel() -> Curve:
    """Shares of the days around the first of a week, within which articles like those of the week lie."""
    ahead = np.arange(-REACH, REACH + 1)
    outside = np.maximum(np.maximum(-ahead, ahead - WEEK + 1), 0)
    shares = (1 + outside / numbers().run.days_fade) ** -numbers().run.days_power
    return np.asarray(shares / shares.sum())
