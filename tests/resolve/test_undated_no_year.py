"""Days, months, seasons and feasts without a year: on which days a report that tells them is likely to be written."""

import datetime as dt

import numpy as np
import pytest
from tests.parsing import annotated

from dragoman import resolve
from dragoman.resolve import undated_days as curves
from dragoman.resolve import undated_no_year as no_year
from dragoman.resolve import undated_yearly as yearly
from dragoman.resolve.undated_clues import Page


def told(text: str) -> list[curves.Curve]:
    """The curves of what a text tells without a year."""
    return [clue.curve for clue in no_year.clues(Page(next(resolve.articles([annotated(text, None)]))))]


def likely(curve: curves.Curve, day: str) -> float:
    """The value on a day."""
    return float(curve[dt.date.fromisoformat(day).toordinal() - curves.FIRST.toordinal()])


@pytest.mark.parametrize(
    "text, likelier, than",
    [
        ("The mill burned down on March 3.", "2011-03-12", "2011-06-12"),
        ("The mill will reopen on March 3.", "2011-02-20", "2011-03-20"),
        ("The mill burned down last March.", "2011-10-01", "2011-03-10"),
        ("The mill burned down last March.", "2011-10-01", "2012-04-01"),
        ("The mill will reopen next March.", "2010-10-01", "2011-02-20"),
        ("The mill will reopen next March.", "2010-10-01", "2011-05-01"),
        ("The mill burned down last fall.", "2011-03-01", "2010-09-01"),
        ("The mill burned down on Thanksgiving Day.", "2011-12-01", "2011-11-20"),
        ("The mill burned down on Easter Sunday.", "2011-05-01", "2011-04-10"),
    ],
)
def test_near_days_are_likely_and_last_and_next_are_further_off(text: str, likelier: str, than: str) -> None:
    """Easter of 2011 was on 24 April, Thanksgiving on 24 November."""
    (curve,) = told(text)
    assert likely(curve, likelier) > likely(curve, than)


def test_who_tells_weekdays_tells_no_near_day_by_its_figure() -> None:
    """March 3 is not this week's where the report says "on Tuesday"; where it tells no weekday it may be."""
    plain = told("The mill burned down on March 3.")[0]
    beside_weekdays = told("The mill burned down on March 3. The owner said on Tuesday that he was poor.")[0]
    assert likely(plain, "2011-03-05") > likely(plain, "2011-03-12")
    assert likely(beside_weekdays, "2011-03-05") < likely(beside_weekdays, "2011-03-12")


@pytest.mark.parametrize("text", ["It rained on Diwali.", "It rained in the first week of March 2011.", "It rained."])
def test_what_has_a_year_or_no_day_of_its_own_is_left_out(text: str) -> None:
    assert told(text) == []


def test_one_saying_counts_once() -> None:
    assert len(told("It rained on March 3. It snowed on March 3.")) == 1


@pytest.mark.parametrize("kind", ["month_day", "plain_day", "month", "season", "feast", "quarter"])
@pytest.mark.parametrize("direction", ["past", "future", "open"])
def test_a_curve_is_one_on_average_over_the_years(kind: str, direction: str) -> None:
    """So that no day of the year tells more than another by how often it is told."""
    curve = np.exp(yearly.of_date(3, 3, 0, direction, kind))
    years = slice(dt.date(1950, 3, 3).toordinal() - curves.FIRST.toordinal(), None)
    assert curve[years][: int(10 * 365.25)].mean() == pytest.approx(1.0, abs=0.15)
