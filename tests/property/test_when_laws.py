"""Laws of the calendar that anchoring keeps for every report date and every expression."""

import datetime as dt

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.property.when_strategies import DIRECTIONS, INNER, MODIFIERS, PARTS, REPORTS, WEEKDAYS, anchored

from dragoman.resolve.when_scene import Scene
from dragoman.text import calendar
from dragoman.text.calendar import Direction


@given(PARTS, st.one_of(st.none(), REPORTS), DIRECTIONS, MODIFIERS)
def test_no_interval_runs_backwards(
    told: tuple[str, dict[str, str]], report: dt.date | None, direction: Direction, modifier: str
) -> None:
    """Whatever is told on whatever day: the days begin before they end, and nothing fails."""
    interval = anchored(*told, Scene(report, direction), modifier).interval
    assert interval is None or interval.start is None or interval.end is None or interval.start < interval.end


@given(PARTS, DIRECTIONS, MODIFIERS)
def test_without_a_report_date_only_explicit_times_have_days(
    told: tuple[str, dict[str, str]], direction: Direction, modifier: str
) -> None:
    """No relative time is anchored where nothing is known to anchor it to."""
    found = anchored(*told, Scene(None, direction), modifier)
    assert found.interval is None or found.basis == "explicit" or told[0] == "slashed"


@given(INNER, DIRECTIONS, WEEKDAYS, st.sampled_from(["", "-1", "0", "1"]), st.integers(-500, 500))
def test_weekdays_move_with_their_anchor(
    report: dt.date, direction: Direction, weekday: int, shift: str, weeks: int
) -> None:
    """A report dated k weeks later means days k weeks later, and always the weekday told."""
    parts = {"weekday": str(weekday), "shift": shift}
    here = anchored("weekday", parts, Scene(report, direction)).interval
    there = anchored("weekday", parts, Scene(report + weeks * calendar.WEEK, direction)).interval
    assert here is not None
    assert there is not None
    assert here.start is not None
    assert there.start == here.start + weeks * calendar.WEEK
    assert here.start.isoweekday() == weekday


@given(INNER, DIRECTIONS, WEEKDAYS)
def test_last_weekday_lies_before_the_report_and_next_after(
    report: dt.date, direction: Direction, weekday: int
) -> None:
    """Last Monday is one of the seven days before the report, next Monday one of the seven after."""
    last = anchored("weekday", {"weekday": str(weekday), "shift": "-1"}, Scene(report, direction)).interval
    following = anchored("weekday", {"weekday": str(weekday), "shift": "1"}, Scene(report, direction)).interval
    assert last is not None
    assert following is not None
    assert last.start is not None
    assert following.start is not None
    assert 1 <= (report - last.start).days <= 7
    assert 1 <= (following.start - report).days <= 7


@given(INNER, DIRECTIONS, st.sampled_from(["M", "Q", "Y", "E", "C"]))
def test_last_units_end_before_the_report_and_next_ones_begin_after(
    report: dt.date, direction: Direction, unit: str
) -> None:
    """Last month is over and next month has not begun on the report's day."""
    last = anchored("unit", {"unit": unit, "shift": "-1"}, Scene(report, direction)).interval
    following = anchored("unit", {"unit": unit, "shift": "1"}, Scene(report, direction)).interval
    assert last is None or (last.end is not None and last.end <= report)
    assert following is None or (following.start is not None and following.start > report)


@given(INNER, st.integers(1, 12))
def test_a_month_told_in_the_past_has_begun_and_one_in_the_future_is_not_over(report: dt.date, month: int) -> None:
    """The tense alone decides the year of a month."""
    parts = {"month": str(month)}
    past = anchored("date", parts, Scene(report, "past")).interval
    future = anchored("date", parts, Scene(report, "future")).interval
    assert past is not None
    assert past.start is not None
    assert past.start <= report
    assert future is not None
    assert future.end is not None
    assert future.end > report


@given(INNER, st.sampled_from(["D", "W", "M", "Q", "Y"]), st.integers(1, 60))
def test_so_long_ago_is_never_later_than_the_report(report: dt.date, unit: str, count: int) -> None:
    """Ago looks back, ahead looks forward, as far as the calendar of the program goes (2100)."""
    assume(unit != "Y" or report.year + count < 2100)
    back = anchored("ago", {"unit": unit, "n": str(count)}, Scene(report)).interval
    forth = anchored("ahead", {"unit": unit, "n": str(count)}, Scene(report)).interval
    assert back is not None
    assert back.start is not None
    assert back.start < report
    assert forth is not None
    assert forth.end is not None
    assert forth.end > report


@given(INNER, st.integers(-3000, 3000))
def test_months_later_keeps_month_ends(day: dt.date, count: int) -> None:
    """Moving by months never skips a month: the 31st becomes the last day of a shorter month."""
    moved = calendar.months_later(day, count)
    if moved is not None:
        assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
        assert moved.day <= day.day


@given(st.integers(1096, 2092), st.sampled_from(["past", "future"]))
def test_leap_days_fall_in_leap_years(year: int, direction: Direction) -> None:
    """29 February is found in a year that has one."""
    found = anchored("date", {"month": "2", "day": "29"}, Scene(dt.date(year, 6, 1), direction)).interval
    assert found is not None
    assert found.start is not None
    assert (found.start.month, found.start.day) == (2, 29)


@given(REPORTS)
def test_a_week_holds_its_day_by_both_customs(day: dt.date) -> None:
    """The wide week contains the week from Monday and the week from Sunday."""
    wide = calendar.week(day)
    for week in (calendar.iso_week(day), calendar.sunday_week(day)):
        assert wide.start is not None
        assert week.start is not None
        assert wide.start <= week.start <= day
