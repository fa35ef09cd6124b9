"""Spellings of dates."""

import datetime as dt

import pytest

from dragoman.read import dates

DAY = dt.date(2019, 12, 20)


@pytest.mark.parametrize(
    "written",
    [
        "2019-12-20",
        "2019/12/20",
        "20191220",
        "20191220103000",
        "2019-12-20T23:30:00-08:00",
        "20191220T103000Z",
        "2019-12-20 10:30",
        "20 December 2019",
        "20-Dec-2019",
        "20th of December, 2019",
        "December 20, 2019",
        "Dec. 20 2019 at 10 am",
        "Fri, 20 Dec 2019 01:00:00 +0900",
        "Friday December 20 2019",
        "20.12.2019",
        "12/20/2019",
        "20/12/2019",
        "1576800000",
        "1576800000000",
        1576800000,
        DAY,
        dt.datetime(2019, 12, 20, 23, 59, tzinfo=dt.UTC),
    ],
)
def test_many_spellings_are_understood(written: object) -> None:
    """All these are the same day; a time of day and its zone do not move it."""
    assert dates.parsed(written) == DAY


def test_the_same_number_twice_is_not_ambiguous() -> None:
    """Day and month that are equal may stand in either order."""
    assert dates.parsed("05/05/2019") == dt.date(2019, 5, 5)


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2019",
        "2019-13-01",
        "31 June 2019",
        "0999-01-01",
        "2101-01-01",
        "12/20/19",
        "2019",
        "2019-12",
        "",
        "soon",
        None,
        20.5,
    ],
)
def test_what_is_no_certain_day_is_left_unknown(written: object) -> None:
    """Ambiguous, impossible, implausible and partial dates give nothing."""
    assert dates.parsed(written) is None
