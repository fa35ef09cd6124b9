"""Rates, indexes and prices: the shipped table keeps its laws, and faults are told with file and line."""

import datetime as dt
import itertools

import pytest

from dragoman.errors import DataError
from dragoman.ontology import levels

NAMES = "series,kind,words,spread,basis\ntin,price,a ton; per ton,0.1,recalled\n"
HEAD = "series,year,q1,q2,q3,q4,basis\n"


def test_every_series_has_values_in_the_order_of_time() -> None:
    for one in levels.series():
        days = [day for day, _ in one.points]
        assert days == sorted(set(days)), one.name
        assert 0 < one.lowest <= one.highest


def test_no_value_lies_more_than_threefold_from_the_one_before() -> None:
    """A slip of a digit would; the rupiah of the winter of 1997 did not."""
    for one in levels.series():
        values = [value for _, value in one.points]
        assert all(1 / 3 < after / before < 3 for before, after in itertools.pairwise(values)), one.name


def test_quarters_are_ends_of_quarters_and_may_be_left_out() -> None:
    (tin,) = levels.load(NAMES, HEAD + "tin,1990,,6000,,6100,recalled\n")
    assert tin.points == ((dt.date(1990, 6, 30), 6000.0), (dt.date(1990, 12, 31), 6100.0))
    assert tin.words == ("a ton", "per ton")


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (NAMES, "tin,1990,-1,,,,recalled\n"),
        (NAMES, "tin,ninety,1,,,,recalled\n"),
        (NAMES, "tin,1990,,,,,recalled\n"),
        (NAMES, "lead,1990,1,,,,recalled\n"),
        (NAMES.replace("price", "smell"), "tin,1990,1,,,,recalled\n"),
        (NAMES.replace("0.1", "much"), "tin,1990,1,,,,recalled\n"),
    ],
)
def test_faults_are_told(names: str, rows: str) -> None:
    with pytest.raises(DataError, match=r"level(s|_names)\.csv:2"):
        levels.load(names, HEAD + rows)
