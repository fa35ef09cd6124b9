"""Calendar units, stretches of time, durations and repeated times → values and days."""

import datetime as dt
import math

from dragoman.model.annotated import TimeExpression
from dragoman.model.interval import Interval
from dragoman.model.resolved import Reading
from dragoman.resolve import when_dates
from dragoman.resolve.when_counted import week_beside
from dragoman.resolve.when_scene import Found, Scene, against, day, left_open, no_report
from dragoman.resolve.when_units import HOURS, around, duration_value, moved, plural, unit_interval, unit_value
from dragoman.text import calendar

UNKNOWN = "X"
SOME = 2
"""A number that is not told is at least this."""


def unit(expression: TimeExpression, scene: Scene) -> Found:
    """Last week, this year, next month, the end of the year: the calendar's own units."""
    if scene.report is None:
        return no_report()
    name, shift = expression.parts["unit"], int(expression.parts["shift"])
    base = moved(scene.report, name, shift)
    if base is None:
        return left_open("out of the calendar")
    detail = f"counted from the {against(scene.report)}"
    days = calendar.iso_week(base) if name == "W" and not _is_sunday(scene.report) else unit_interval(base, name)
    return Found(unit_value(base, name), days, "relative", detail, _weeks(base, name))


def _is_sunday(report: dt.date) -> bool:
    """Whether a report stands on the day that the two customs put into different weeks."""
    return report.isoweekday() == calendar.SUNDAY


def _weeks(base: dt.date, name: str) -> tuple[Reading, ...]:
    """A week's two readings: from Monday and from Sunday."""
    if name != "W":
        return ()
    iso, sunday = calendar.iso_week(base), calendar.sunday_week(base)
    return (Reading(edtf=iso.edtf, weight=0.5), Reading(edtf=sunday.edtf, weight=0.5))


def week_of(expression: TimeExpression, scene: Scene) -> Found:
    """The week of a date."""
    found = when_dates.date(expression, scene)
    inside = day(found.interval)
    if inside is None or found.interval is None:
        return found
    way = expression.parts.get("way")
    days = calendar.week(inside) if way is None else week_beside(found.interval, way)
    return found._replace(value=calendar.week_value(inside), interval=days)


def span(expression: TimeExpression, scene: Scene) -> Found:
    """The past three years, the next two weeks: a stretch that ends or begins with the report's day."""
    name, count = expression.parts["unit"], expression.parts["n"]
    value = duration_value(count, name)
    if scene.report is None:
        return left_open("the report has no date", value)
    ahead = int(expression.parts["shift"]) > 0
    detail = f"{'from' if ahead else 'up to'} the {against(scene.report)}"
    if count == UNKNOWN:
        here = scene.report
        open_side = Interval(here, None) if ahead else Interval(None, here + calendar.DAY)
        return Found(value, open_side, "relative", detail)
    far = moved(scene.report, name, float(count) if ahead else -float(count))
    if far is None:
        return left_open("out of the calendar", value)
    return Found(value, Interval.days(*sorted((scene.report, far))), "relative", detail)


def vague(expression: TimeExpression, _scene: Scene) -> Found:
    """Recently, in recent years, in the coming weeks, now: no days can be told."""
    return Found(expression.parts["value"], None, "relative", "told without days")


def long_ago(expression: TimeExpression, scene: Scene) -> Found:
    """Years ago, decades ago, long ago: any time up to two such units before the report."""
    return (
        no_report()._replace(value="PAST_REF")
        if scene.report is None
        else _some(scene.report, expression.parts["unit"], -1)
    )


def ago(expression: TimeExpression, scene: Scene) -> Found:
    """So long before the report."""
    return _counted(expression, scene, -1)


def ahead(expression: TimeExpression, scene: Scene) -> Found:
    """So long after the report."""
    return _counted(expression, scene, 1)


def _counted(expression: TimeExpression, scene: Scene, sign: int) -> Found:
    name, count = expression.parts["unit"], expression.parts["n"]
    if scene.report is None:
        return no_report()
    if count == UNKNOWN:
        return _some(scene.report, name, sign)
    if sign < 0 and (name, count) == ("Y", "1") and scene.quarter is not None:
        return _year_before(scene.quarter)
    base = moved(scene.report, name, sign * float(count))
    if base is None:
        return left_open("out of the calendar")
    detail = f"{count} {plural(name, count)} counted from the {against(scene.report)}"
    return Found(unit_value(base, "Y" if name in "EC" else name), around(base, name), "relative", detail)


def _some(report: dt.date, unit_: str, sign: int) -> Found:
    """Years ago, some months from now: only the side is told, and that it is two of them or more."""
    detail = f"at least two {plural(unit_, UNKNOWN)} from the {against(report)}"
    far = moved(report, unit_, sign * SOME)
    if far is None:
        return left_open("out of the calendar")
    if sign < 0:
        return Found("PAST_REF", Interval(None, _end_of(far, unit_)), "relative", detail)
    return Found("FUTURE_REF", Interval(far, None), "relative", detail)


def _end_of(day_: dt.date, unit_: str) -> dt.date | None:
    """The end of the year or month that a day lies in, as exact as the unit; for shorter units that of the day."""
    wide = unit_interval(day_, {"M": "M", "Q": "M"}.get(unit_, "Y" if unit_ in "YEC" else "D"))
    return None if wide is None else wide.end


def _year_before(quarter: dt.date) -> Found:
    """The quarter a year before the one told last: what a business report compares with."""
    number = calendar.quarter_of(quarter)
    interval = calendar.quarter(quarter.year - 1, number)
    return Found(f"{quarter.year - 1:04d}-Q{number}", interval, "narrative", "a year before the quarter told last")


def told(expression: TimeExpression, scene: Scene) -> Found:
    """The following day, two days earlier, the same month: counted from the date told last."""
    name, shift = expression.parts["unit"], _told_shift(expression.parts)
    if abs(shift) == 1 and name == "Y" and scene.quarter is not None and expression.parts.get("way") != "LATER":
        return _year_before(scene.quarter)
    if scene.told is None or scene.told.interval is None or scene.told.interval.start is None:
        if name in HOURS and scene.report is not None:
            near = Interval.days(scene.report - calendar.DAY, scene.report)
            return Found(None, near, "relative", f"hours from the news of the {against(scene.report)}")
        return left_open("no date is told before it")._replace(readings=_from_report(name, shift, scene.report))
    if math.isnan(shift):
        return _some_after(scene.told.interval, name, expression.parts["way"])
    if name == "D" and day(scene.told.interval) is None:
        return left_open("the date told before it is no single day")
    base = moved(scene.told.interval.start, name, shift)
    if base is None:
        return left_open("out of the calendar")
    detail = f"counted from {scene.told.interval.edtf}, told last"
    if name == "W" and "way" in expression.parts and day(scene.told.interval) is not None:
        roughly = Interval(base - calendar.DAY, base + 2 * calendar.DAY, approximate=True)
        return Found(base.isoformat(), roughly, "narrative", detail)
    interval = around(base, name) if "way" in expression.parts else unit_interval(base, name)
    return _with_daypart(Found(unit_value(base, name), interval, "narrative", detail), expression.parts)


def _some_after(told_: Interval, name: str, way: str) -> Found:
    """Days later, years earlier: at least two such units after or before the date told last; hours the same day."""
    sign = 1 if way == "LATER" else -1
    if told_.start is None or told_.end is None:
        return left_open("how long is not told")
    if name in HOURS and told_.end == told_.start + calendar.DAY:
        whole = (
            Interval(told_.start, told_.end + calendar.DAY)
            if sign > 0
            else Interval(told_.start - calendar.DAY, told_.end)
        )
        return Found(told_.start.isoformat(), whole, "narrative", f"hours from {told_.edtf}, told last")
    far = moved(told_.start if sign > 0 else told_.end - calendar.DAY, name, sign * SOME)
    if far is None:
        return left_open("out of the calendar")
    whole = Interval(far, None) if sign > 0 else Interval(None, far + calendar.DAY)
    return Found(None, whole, "narrative", f"at least two {plural(name, UNKNOWN)} from {told_.edtf}, told last")


def _told_shift(parts: dict[str, str]) -> float:
    """How many units after (or, negative, before) what was told; the number may be unknown."""
    if "way" not in parts:
        return int(parts["shift"])
    if parts["n"] == UNKNOWN:
        return float("nan")
    return float(parts["n"]) * (1 if parts["way"] == "LATER" else -1)


def _from_report(name: str, shift: float, report: dt.date | None) -> tuple[Reading, ...]:
    """What it would be if it were counted from the report: a weak reading."""
    base = moved(report, name, shift) if report is not None else None
    return () if base is None else (Reading(edtf=unit_value(base, name), weight=0.4),)


def _with_daypart(found: Found, parts: dict[str, str]) -> Found:
    if "daypart" not in parts:
        return found
    return found._replace(value=f"{found.value}T{parts['daypart']}")


def duration(expression: TimeExpression, _scene: Scene) -> Found:
    """A length of time."""
    count = expression.parts.get("n", "1")
    if "half" in expression.parts:
        count = "1.5"
    return Found(duration_value(count, expression.parts["unit"]), None, "explicit", "a length of time")
