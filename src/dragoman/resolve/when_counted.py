"""Times that are counted inside another one ("the first week of May", "two Fridays ago") or within a limit → days."""

import functools

from dragoman.model.annotated import TimeExpression
from dragoman.model.interval import Interval
from dragoman.resolve import when_dates
from dragoman.resolve.when_scene import Found, Scene, against, left_open, nearer, occurrence, sided
from dragoman.resolve.when_units import duration_value, moved
from dragoman.text import calendar

WEEKS_IN_A_MONTH = 4
"""Weeks of seven days that every month holds; what is left over belongs to no numbered week."""
_LAST = -1


def week_in(expression: TimeExpression, scene: Scene) -> Found:
    """The first week of a month: days 1 to 7; the last week: its last seven days. The value stays the month's."""
    month = when_dates.date(expression, scene)
    interval, place = month.interval, int(expression.parts["n"] or 0)
    if interval is None or interval.start is None or interval.end is None:
        return month
    if place == _LAST:
        return month._replace(interval=Interval(interval.end - calendar.WEEK, interval.end))
    if not 1 <= place <= WEEKS_IN_A_MONTH:
        return left_open("no such week in a month", issue="no-such-day")
    start = interval.start + (place - 1) * calendar.WEEK
    return month._replace(interval=Interval(start, start + calendar.WEEK))


def day_of_month(expression: TimeExpression, scene: Scene) -> Found:
    """The 28th, alone: of the report's month or the one beside it, as the tense asks for."""
    number, report = int(expression.parts["day"]), scene.report
    if report is None:
        return left_open("the report has no date", f"XXXX-XX-{number:02d}")
    months = (calendar.months_later(report.replace(day=1), n) for n in (-2, -1, 0, 1, 2))
    days = [d for m in months if m is not None and (d := calendar.date(m.year, m.month, number)) is not None]
    past, future = [d for d in days if d <= report][-1:], [d for d in days if d >= report][:1]
    found = future if scene.direction == "future" else past
    if not found:
        return left_open("the calendar has no such day", issue="no-such-day")
    return Found(found[0].isoformat(), Interval.day(found[0]), "relative", sided(scene.direction, report))


def weekday_count(expression: TimeExpression, scene: Scene) -> Found:
    """Two Fridays ago, the Friday before last, a week ago Monday, a week from Thursday."""
    parts, report = expression.parts, scene.report
    if report is None:
        return left_open("the report has no date", f"XXXX-WXX-{parts['weekday']}")
    if not parts["n"].isdigit():
        return left_open("how many is not told")
    count, wanted = int(parts["n"]), int(parts["weekday"])
    if parts["base"] == "week_from":
        found = calendar.days_later(calendar.on_or_after(report, wanted), count * calendar.WEEK.days)
    elif parts["base"] == "week_ago":
        found = calendar.days_later(calendar.on_or_before(report, wanted), -count * calendar.WEEK.days)
    else:
        last = calendar.on_or_before(report - calendar.DAY, wanted)
        found = calendar.days_later(last, -(count - 1) * calendar.WEEK.days)
    if found is None:
        return left_open("out of the calendar")
    return Found(found.isoformat(), Interval.day(found), "relative", f"weeks counted from the {against(report)}")


def within(expression: TimeExpression, scene: Scene) -> Found:
    """Within 60 days: a length; where the words look ahead, also the days from the report to the end of the limit."""
    name, count = expression.parts["unit"], expression.parts["n"]
    value = duration_value(count, name)
    if scene.report is None or scene.direction != "future" or count == "X":
        return Found(value, None, "explicit", "a length of time")
    end = moved(scene.report, name, float(count))
    if end is None:
        return left_open("out of the calendar", value)
    return Found(
        value, Interval.days(scene.report, end), "relative", f"a limit counted from the {against(scene.report)}"
    )


def foreign(_expression: TimeExpression, _scene: Scene) -> Found:
    """A date of another calendar: seen, not converted."""
    return left_open("a date of another calendar, not converted", issue="other-calendar")


def year_quarter(expression: TimeExpression, scene: Scene) -> Found:
    """The 1988 quarter, the 1988 period: in that year the quarter that the article speaks of, else the year."""
    year = int(expression.parts["year"])
    if scene.quarter is None:
        return Found(f"{year:04d}", Interval.year(year), "explicit", "told in full")
    number = calendar.quarter_of(scene.quarter)
    found = calendar.quarter(year, number)
    return Found(f"{year:04d}-Q{number}", found, "narrative", "the quarter told last, of the year told")


def told_season(expression: TimeExpression, scene: Scene) -> Found:
    """That summer: the one that begins after, or holds, the date told last."""
    told = scene.told.interval if scene.told is not None else None
    if told is None or told.start is None:
        return left_open("no date is told before it")
    name = expression.parts["season"]
    make = functools.partial(_season, name)
    near = nearer(occurrence(told.start, "future", make), told.start)
    if not near or near[0].start is None:
        return left_open("no such season near the date told last")
    wide = Interval(near[0].start, near[0].end, approximate=True)
    return Found(f"{near[0].start.year:04d}-{name}", wide, "narrative", f"counted from {told.edtf}, told last")


def _season(name: str, of: int) -> Interval | None:
    in_range = calendar.FIRST_YEAR <= of <= calendar.LAST_YEAR
    return calendar.season(of, name) if in_range else None


def week_beside(interval: Interval, way: str) -> Interval:
    """The seven days that end or begin with a day.

    >>> from dragoman.model.interval import parse
    >>> week_beside(parse("2024-03-02"), "ending").edtf
    '2024-02-25/2024-03-02'
    """
    if interval.start is None or interval.end is None:
        return interval
    return (
        Interval(interval.end - calendar.WEEK, interval.end)
        if way == "ending"
        else Interval(interval.start, interval.start + calendar.WEEK)
    )
