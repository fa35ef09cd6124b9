"""Times move with their anchor, wrap over years and months, and what is last lies before the report."""

import datetime as dt

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.property.when_strategies import DIRECTIONS, INNER, UNITS, WEEKDAYS, WEEKS, anchored

from dragoman.resolve.when_scene import Scene
from dragoman.text import calendar
from dragoman.text.calendar import Direction


@given(INNER, st.sampled_from(["ago", "ahead"]), st.sampled_from(["D", "W"]), st.integers(0, 400), WEEKS)
def test_counted_days_and_weeks_move_with_their_anchor(
    report: dt.date, kind: str, unit: str, count: int, weeks: int
) -> None:
    """So long before a report dated k weeks later is k weeks later."""
    parts = {"unit": unit, "n": str(count)}
    here = anchored(kind, parts, Scene(report)).interval
    there = anchored(kind, parts, Scene(report + weeks * calendar.WEEK)).interval
    assert here is not None
    assert there is not None
    assert here.start is not None
    assert there.start == here.start + weeks * calendar.WEEK


@given(INNER, st.sampled_from(["M", "Q", "Y"]), st.integers(-3, 3), st.integers(-40, 40))
def test_units_move_with_the_year_of_their_anchor(report: dt.date, unit: str, shift: int, years: int) -> None:
    """Last month, quarter or year seen k years later is the same one k years later, whatever the leap days."""
    later = calendar.months_later(report, 12 * years)
    assume(later is not None and 1110 < later.year < 2080)
    parts = {"unit": unit, "shift": str(shift)}
    here = anchored("unit", parts, Scene(report)).interval
    there = anchored("unit", parts, Scene(later)).interval
    assert here is not None
    assert there is not None
    assert here.start is not None
    assert there.start is not None
    assert (there.start.year - here.start.year, there.start.month) == (years, here.start.month)


@given(INNER, WEEKDAYS, st.integers(1, 60))
def test_so_many_fridays_ago_lie_weeks_apart(report: dt.date, weekday: int, count: int) -> None:
    """One Friday ago is last Friday; each further one lies a week earlier."""
    parts = {"weekday": str(weekday), "n": str(count), "base": "ago"}
    found = anchored("weekday_count", parts, Scene(report)).interval
    last = anchored("weekday", {"weekday": str(weekday), "shift": "-1"}, Scene(report)).interval
    assert found is not None
    assert last is not None
    assert last.start is not None
    assert found.start == last.start - (count - 1) * calendar.WEEK
    assert found.start < report


@given(INNER, st.sampled_from(["SP", "SU", "FA", "WI"]), st.integers(1, 12))
def test_last_season_and_last_month_are_over(report: dt.date, season: str, month: int) -> None:
    """What is last ended before the report's month began."""
    for kind, parts in (("season", {"season": season}), ("date", {"month": str(month)})):
        found = anchored(kind, parts | {"shift": "-1"}, Scene(report)).interval
        assert found is not None
        assert found.end is not None
        assert found.end <= report.replace(day=1)


@given(INNER, st.sampled_from(["easter", "christmas", "orthodox easter", "labor day"]))
def test_a_last_feast_lies_before_the_report(report: dt.date, name: str) -> None:
    """Last Easter is over on the report's day, also where that is a feast itself."""
    found = anchored("holiday", {"name": name, "shift": "-1"}, Scene(report)).interval
    assert found is not None
    assert found.end is not None
    assert found.end <= report


@given(st.integers(1100, 2090), st.integers(1, 28), st.integers(20, 31))
def test_days_wrap_over_the_year(year: int, early: int, late: int) -> None:
    """In January a day of late December was last year's; in late December one of early January is next year's."""
    december, january = {"month": "12", "day": str(late)}, {"month": "1", "day": str(early)}
    before = anchored("date", december, Scene(dt.date(year, 1, early), "past")).interval
    after = anchored("date", january, Scene(dt.date(year, 12, late), "future")).interval
    assert before is not None
    assert after is not None
    assert (before.start, after.start) == (dt.date(year - 1, 12, late), dt.date(year + 1, 1, early))


@given(INNER, st.integers(1, 12), st.sampled_from(["1", "2", "3", "4", "-1"]))
def test_a_week_of_a_month_lies_in_it(report: dt.date, month: int, place: str) -> None:
    """Numbered weeks are seven days of their month."""
    parts = {"month": str(month), "year": str(report.year), "n": place}
    found = anchored("week_in", parts, Scene(report)).interval
    assert found is not None
    assert found.start is not None
    assert found.last is not None
    assert found.start.month == found.last.month == month
    assert (found.last - found.start).days == 6


@given(INNER, st.integers(1, 31), DIRECTIONS)
def test_a_day_of_the_month_keeps_its_number(report: dt.date, day: int, direction: Direction) -> None:
    """The 31st is a 31st, on the side that the words look to."""
    found = anchored("day_of_month", {"day": str(day)}, Scene(report, direction)).interval
    assert found is not None
    assert found.start is not None
    assert found.start.day == day
    assert found.start >= report if direction == "future" else found.start <= report


@given(INNER, UNITS, st.integers(1, 200))
def test_a_limit_begins_with_the_report_and_only_ahead(report: dt.date, unit: str, count: int) -> None:
    """Within 60 days: from the report's day on, and no days where the words look back."""
    parts = {"unit": unit, "n": str(count)}
    ahead = anchored("within", parts, Scene(report, "future")).interval
    assert ahead is None or (ahead.start == report and ahead.end is not None and ahead.end > report)
    assert anchored("within", parts, Scene(report, "past")).interval is None
