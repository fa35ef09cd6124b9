"""Years, decades, centuries, quarters, seasons and feasts → their days; incomplete ones against the report's date."""

import datetime as dt
import functools

from dragoman.model.annotated import TimeExpression
from dragoman.model.interval import Interval
from dragoman.resolve import when_holidays
from dragoman.resolve.when_dates import edtf, shifted
from dragoman.resolve.when_scene import Found, Scene, against, left_open, nearer, no_report, occurrence, sided
from dragoman.text import calendar
from dragoman.text.calendar import Direction, full_year

_CENTURY = 100


def year(expression: TimeExpression, scene: Scene) -> Found:
    """A year in digits or words."""
    told = _year_number(expression.parts, scene.report)
    if told is None or not calendar.FIRST_YEAR <= told <= calendar.LAST_YEAR:
        return left_open("no year that a report speaks of", issue="no-such-year")
    return Found(f"{told:04d}", Interval.year(told), "explicit", "told in full")


def _year_number(parts: dict[str, str], report: dt.date | None) -> int | None:
    if "year" in parts:
        return int(parts["year"])
    if "fy" in parts:
        return int(parts["fy"]) if len(parts["fy"]) == len("2022") else full_year(parts["fy"], report)
    if "spoken" in parts:
        return 1900 + int(parts["spoken"]) if parts["spoken"].isdigit() and int(parts["spoken"]) < _CENTURY else None
    return full_year(parts["yy"], report)


def decade(expression: TimeExpression, scene: Scene) -> Found:
    """A decade; of two digits the last one begun."""
    digits = expression.parts["decade"].strip("'’s")
    if len(digits) == len("1990"):
        first, basis = int(digits), "explicit"
    elif scene.report is None:
        first, basis = 1900 + int(digits), "relative"
    else:
        first, basis = full_year(digits, scene.report), "relative"
        first -= _CENTURY if first > scene.report.year else 0
    begin, end = {"1": (0, 5), "2": (5, 10)}.get(expression.parts.get("half", ""), (0, 10))
    interval = Interval(dt.date(first + begin, 1, 1), dt.date(first + end, 1, 1))
    detail = "told in full" if basis == "explicit" else "the last such decade"
    return Found(str(first // 10), interval, "explicit" if basis == "explicit" else "relative", detail)


def century(expression: TimeExpression, _scene: Scene) -> Found:
    """A numbered century."""
    number = int(expression.parts["nth"] or 0) - 1
    first = number * _CENTURY
    value = f"{max(number, 0):02d}"
    if not calendar.FIRST_YEAR <= first <= calendar.LAST_YEAR - _CENTURY:
        return Found(value, None, "explicit", "told in full")
    return Found(value, Interval(dt.date(first, 1, 1), dt.date(first + _CENTURY, 1, 1)), "explicit", "told in full")


def quarter(expression: TimeExpression, scene: Scene) -> Found:
    """A quarter or half of a year."""
    parts = _quarter_parts(expression.parts)
    number, letter = int(parts["n"]), parts["part"]
    if not 1 <= number <= (4 if letter == "Q" else 2):
        return left_open("no such part of a year", issue="no-such-day")
    if "year" in parts:
        return _of_quarter(int(parts["year"]), number, letter)._replace(basis="explicit", detail="told in full")
    if scene.report is None:
        return left_open("the report has no date", f"XXXX-{letter}{number}")
    return _undated_quarter(parts, scene, scene.report)


def _quarter_parts(parts: dict[str, str]) -> dict[str, str]:
    if "quarter" not in parts:
        return parts
    return parts | {"n": parts["quarter"].strip("q"), "part": "Q"}


def _undated_quarter(parts: dict[str, str], scene: Scene, report: dt.date) -> Found:
    number, letter = int(parts["n"]), parts["part"]
    detail = f"counted from the {against(report)}"
    if "year_shift" in parts:
        return _of_quarter(report.year + int(parts["year_shift"]), number, letter)._replace(detail=detail)
    direction: Direction = "future" if scene.direction == "future" else "past"
    make = calendar.quarter if letter == "Q" else calendar.half
    found = nearer(occurrence(report, direction, lambda n: make(n, number)), report)
    if not found or found[0].start is None:
        return left_open("no such part of a year")
    back = 1 if "ago" in parts else 0
    return _of_quarter(found[0].start.year - back, number, letter)._replace(detail=detail)


def _of_quarter(of: int, number: int, letter: str) -> Found:
    interval = calendar.quarter(of, number) if letter == "Q" else calendar.half(of, number)
    return Found(f"{of:04d}-{letter}{number}", interval)


def quarter_shift(expression: TimeExpression, scene: Scene) -> Found:
    """The latest, last or year-earlier quarter, counted from the one told last, else from the last one that is over."""
    shift = int(expression.parts["shift"])
    base = scene.quarter if shift != -1 else None
    basis = "narrative"
    if base is None and scene.report is not None:
        over = calendar.months_later(scene.report, -calendar.QUARTER)
        base, basis = over, "relative"
    if base is None:
        return no_report()
    shift = 0 if basis == "relative" and shift == -1 else shift
    moved = calendar.months_later(base.replace(day=1), shift * calendar.QUARTER)
    if moved is None:
        return left_open("out of the calendar")
    found = _of_quarter(moved.year, calendar.quarter_of(moved), "Q")
    return found._replace(basis="narrative" if basis == "narrative" else "relative", detail="counted in quarters")


def season(expression: TimeExpression, scene: Scene) -> Found:
    """A season of the northern hemisphere; its months are only about right."""
    parts = expression.parts
    name = parts["season"]
    make = functools.partial(_season, name)
    if "year" in parts:
        return _season_found(make(int(parts["year"])), name, "explicit")
    if scene.report is None:
        return left_open("the report has no date", f"XXXX-{name}")
    if "shift" in parts:
        found = shifted(parts, scene, make).interval
    else:
        found = next(iter(nearer(occurrence(scene.report, scene.direction, make), scene.report)), None)
    return _season_found(found, name, "relative")


def _season(name: str, of: int) -> Interval | None:
    return calendar.season(of, name) if calendar.FIRST_YEAR <= of <= calendar.LAST_YEAR else None


def _season_found(interval: Interval | None, name: str, basis: str) -> Found:
    if interval is None or interval.start is None:
        return left_open("no such season near the report")
    wide = Interval(interval.start, interval.end, approximate=True)
    explicit = basis == "explicit"
    detail = "told in full" if explicit else "counted from the report"
    return Found(f"{interval.start.year:04d}-{name}", wide, "explicit" if explicit else "relative", detail)


def holiday(expression: TimeExpression, scene: Scene) -> Found:
    """A day with a name."""
    row = when_holidays.named(expression.parts["name"])
    if row is not None and "land" in expression.parts:
        row = row.of_land(expression.parts["land"])
    if row is None or not row.is_fixed:
        return left_open("its day differs by land and calendar", issue="unknown-calendar")
    make = functools.partial(when_holidays.of_year, row)
    if "year" in expression.parts:
        found: Interval | None = make(int(expression.parts["year"]))
        return Found(edtf(found), found, "explicit", "told with its year")
    if scene.report is None:
        return no_report()
    if "shift" in expression.parts:
        return _shifted_feast(make, scene.report, int(expression.parts["shift"]))
    near = occurrence(scene.report, scene.direction, make)
    return Found(edtf(near[0]), near[0], "relative", sided(scene.direction, scene.report))


def _shifted_feast(make: calendar.Yearly, report: dt.date, shift: int) -> Found:
    direction: Direction = "past" if shift < 0 else "future"
    moved = calendar.days_later(report, -1 if shift < 0 else 0) or report
    found = occurrence(moved, direction, make)[0]
    return Found(edtf(found), found, "relative", f"counted from the {against(report)}")
