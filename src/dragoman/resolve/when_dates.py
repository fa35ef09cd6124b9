"""Dates and months → their days; incomplete ones against the report's date."""

import functools

from dragoman.model.annotated import TimeExpression
from dragoman.model.interval import Interval
from dragoman.model.resolved import Reading
from dragoman.resolve.when_scene import (
    Found,
    Scene,
    against,
    left_open,
    nearer,
    no_report,
    occurrence,
    others,
    sided,
)
from dragoman.text import calendar

TOLD_YEAR = 0.4
"""Weight of the reading in a year told just before: an estimate, no count behind it."""


NUMERIC = (0.6, 0.4)
"""Weights of month first and day first in a date such as 3/10/2023: an estimate."""


def date(expression: TimeExpression, scene: Scene) -> Found:
    """A day or month, with its year or without."""
    parts = expression.parts
    if "year" in parts:
        return _explicit(parts)
    if scene.report is None:
        return left_open("the report has no date", _template(parts))
    if "year_shift" in parts:
        year = scene.report.year + int(parts["year_shift"])
        return _relative(_of_year(parts, year), parts, f"year {year}, from the {against(scene.report)}")
    if "shift" in parts:
        return shifted(parts, scene, functools.partial(_of_year, parts))
    return _nearest(parts, scene, modified=expression.modifier != "")


def _template(parts: dict[str, str]) -> str:
    """The part of a value that is told: `XXXX-06-12`."""
    month = f"XXXX-{int(parts['month']):02d}"
    return f"{month}-{int(parts['day']):02d}" if "day" in parts else month


def _of_year(parts: dict[str, str], year: int) -> Interval | None:
    """The day or month in a year; None where the calendar has none."""
    first = calendar.date(year, int(parts["month"]), int(parts.get("day", 1)))
    if first is None:
        return None
    return Interval.day(first) if "day" in parts else Interval.month(first.year, first.month)


def _explicit(parts: dict[str, str]) -> Found:
    found = _of_year(parts, int(parts["year"]))
    if found is None:
        return left_open("the calendar has no such day", issue="no-such-day")
    return Found(edtf(found), found, "explicit", "told in full")


def edtf(interval: Interval | None) -> str | None:
    """The value of an expression that covers an interval; None where the calendar has none."""
    return None if interval is None else interval.edtf


def _relative(found: Interval | None, parts: dict[str, str], detail: str) -> Found:
    if found is None:
        return left_open("the calendar has no such day", _template(parts), "no-such-day")
    return Found(edtf(found), found, "relative", detail)


def _nearest(parts: dict[str, str], scene: Scene, *, modified: bool) -> Found:
    """A date without a year: on the weekday told if one is told, else on the side that the tense looks to."""
    report = scene.report
    if report is None:
        return no_report()
    if "weekday" in parts:
        found = occurrence(report, "open", lambda year: _on_weekday(_of_year(parts, year), parts["weekday"]))
        if found:
            return Found(edtf(found[0]), found[0], "relative", f"nearest such weekday to the {against(report)}")
    found = occurrence(report, scene.direction, functools.partial(_of_year, parts))
    if not scene.is_head and ("day" in parts or modified):
        found = nearer(found, report)
    if not found:
        return left_open("the calendar has no such day", _template(parts), "no-such-day")
    readings = others(found, scene.direction) or _told_year(parts, found[0], scene)
    return Found(edtf(found[0]), found[0], "relative", sided(scene.direction, report), readings)


def _told_year(parts: dict[str, str], found: Interval, scene: Scene) -> tuple[Reading, ...]:
    """A reading in the year told just before ("signed in July 2015; in October it took effect")."""
    told = scene.told
    if told is None or told.basis != "explicit" or told.interval is None or told.interval.start is None:
        return ()
    other = _of_year(parts, told.interval.start.year)
    if other is None or other == found:
        return ()
    return (Reading(edtf=found.edtf, weight=1 - TOLD_YEAR), Reading(edtf=other.edtf, weight=TOLD_YEAR))


def _on_weekday(found: Interval | None, weekday: str) -> Interval | None:
    return found if found and found.start and str(found.start.isoweekday()) == weekday else None


def shifted(parts: dict[str, str], scene: Scene, make: calendar.Yearly) -> Found:
    """Last, this or next June or summer: the whole one before, in, or after the report's own month."""
    report = scene.report
    if report is None:
        return no_report()
    shift = int(parts["shift"])
    years = [found for n in (-2, -1, 0, 1) if (found := make(report.year + n)) is not None]
    month = report.replace(day=1)
    if shift < 0:
        chosen = [i for i in years if i.end is not None and i.end <= month][-1:]
    elif shift > 0:
        chosen = [i for i in years if i.start is not None and i.start > report][:1]
    else:
        here = [i for i in years if i.start is not None and i.end is not None and i.start <= report < i.end]
        chosen = here or [i for i in years if i.start is not None and i.start.year == report.year]
    if not chosen:
        return left_open("none near the report")
    return Found(edtf(chosen[0]), chosen[0], "relative", f"counted from the {against(report)}")


def slashed(expression: TimeExpression, scene: Scene) -> Found:
    """A date in numbers: month first, unless that cannot be or lies after the report; both are kept if both can be."""
    parts = expression.parts
    of = int(parts["year"]) if "year" in parts else calendar.full_year(parts["yy"], scene.report)
    one, two = int(parts["a"]), int(parts["b"])
    found = [f for f in (calendar.date(of, one, two), calendar.date(of, two, one)) if f is not None]
    if not found:
        return left_open("the calendar has no such day", issue="no-such-day")
    if len(found) > 1 and scene.report is not None and found[0] > scene.report >= found[1]:
        found.reverse()
    readings = tuple(Reading(edtf=f.isoformat(), weight=w) for f, w in zip(found, NUMERIC, strict=False))
    settled = one == two or len(found) == 1 or "order" in parts
    detail = "told in full" if settled else "month and day may be the other way round"
    day = Interval.day(found[0])
    return Found(found[0].isoformat(), day, "explicit", detail, () if settled else readings)


def compact(expression: TimeExpression, _scene: Scene) -> Found:
    """A date of eight digits."""
    digits = expression.parts["compact"]
    return _explicit({"year": digits[:4], "month": digits[4:6], "day": digits[6:]})


def day_and(expression: TimeExpression, scene: Scene) -> Found:
    """A second day of a month told just before ("April 24 and 25")."""
    if scene.here is None or scene.here.start is None:
        return left_open("no month is told before it")
    month = scene.here.start
    found = calendar.date(month.year, month.month, int(expression.parts["day"]))
    if found is None:
        return left_open("the calendar has no such day", issue="no-such-day")
    return Found(found.isoformat(), Interval.day(found), "narrative", "month told just before")
