"""The line of time: a dot for each event in the months of the articles, none on top of another."""

import datetime as dt

from dragoman.pages.strip import BASE, WIDTH, strip
from dragoman.pages.views import article
from tests import factory

ROW = article(factory.visit(), 1).records[0]
DAY = dt.date(2019, 12, 20)


def test_events_of_one_day_are_stacked() -> None:
    """Each dot has a place of its own inside the drawing."""
    drawn = strip([(DAY, ROW)] * 5, [DAY])
    places = {(dot.x, dot.y) for dot in drawn.dots}
    assert len(places) == 5
    assert all(0 < x < WIDTH and 0 < y < BASE for x, y in places)


def test_background_of_other_years_and_undated_events_are_left_out() -> None:
    """They would squeeze the months that the articles tell of."""
    assert strip([(dt.date(1979, 1, 1), ROW), (None, ROW)], [DAY]).dots == ()


def test_years_of_articles_have_few_marks_on_the_line() -> None:
    """Months where they fit, fewer of them where the line is long; the names never run into each other."""
    for days in (1, 200, 4000):
        ticks = strip([], [DAY, DAY + dt.timedelta(days=days)]).ticks
        assert 1 <= len(ticks) <= 14


def test_without_a_date_there_is_no_line() -> None:
    """Nothing is drawn, and nothing fails."""
    assert strip([(DAY, ROW)], []).dots == ()
