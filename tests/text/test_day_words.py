"""Dates in words: as exact as they are known and no more."""

import datetime as dt

import pytest

from dragoman.model.interval import Interval
from dragoman.text.day_words import readable

Day = dt.date


@pytest.mark.parametrize(
    "interval, words",
    [
        (Interval.day(Day(2019, 12, 20)), "20 Dec 2019"),
        (Interval.month(2019, 5), "May 2019"),
        (Interval.year(2015), "2015"),
        (Interval(Day(2010, 1, 1), Day(2013, 1, 1)), "2010–2012"),
        (Interval(Day(2019, 5, 1), Day(2019, 8, 1)), "May–Jul 2019"),
        (Interval(Day(2019, 11, 1), Day(2020, 2, 1)), "Nov 2019 – Jan 2020"),
        (Interval(Day(2019, 6, 12), Day(2019, 6, 15)), "12–14 Jun 2019"),
        (Interval(Day(2019, 5, 30), Day(2019, 6, 3)), "30 May – 2 Jun 2019"),
        (Interval(Day(2019, 12, 30), Day(2020, 1, 3)), "30 Dec 2019 – 2 Jan 2020"),
        (Interval(Day(2019, 5, 1), None), "since 1 May 2019"),
        (Interval(None, Day(2019, 5, 2)), "until 1 May 2019"),
        (Interval(Day(2019, 5, 1), Day(2019, 6, 1), approximate=True), "about May 2019"),
        (Interval(None, None), ""),
    ],
)
def test_intervals_in_words(interval: Interval, words: str) -> None:
    """Days, months, years, ranges and open ends."""
    assert readable(interval.start, interval.last, interval.edtf) == words


def test_the_last_day_that_there_is() -> None:
    """Nothing comes after it, and it can be told all the same."""
    assert readable(Day(2019, 5, 1), Day.max) == "1 May 2019 – 31 Dec 9999"
