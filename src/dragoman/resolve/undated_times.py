"""Time expressions of an undated article → clues: full dates, days without a year, weekdays, times beside dates."""

import re
from collections.abc import Iterator

import numpy as np

from dragoman.model.annotated import TimeExpression
from dragoman.model.interval import Interval
from dragoman.model.resolved import DatedTime
from dragoman.resolve import undated_days as curves
from dragoman.resolve import undated_yearly as yearly
from dragoman.resolve.undated_clues import Page, Weighed
from dragoman.resolve.undated_numbers import numbers
from dragoman.text.calendar import Direction

_SETTLED = frozenset({"year", "shift", "year_shift", "week"})
_QUARTER_ENDS = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}
_HALF_ENDS = {1: (6, 30), 2: (12, 31)}
_BETWEEN = re.compile(r"[\s,(–—-]*(?:on |of |in )?")
"""What may stand between a relative time and the date that it is."""
_DATELINE = re.compile(r"(?P<month>[A-Za-z]{3})[a-z]*\.?\s+(?P<day>\d{1,2})\b")
_DATELINE_DAY_FIRST = re.compile(r"\b(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]{3})")
_UNIT_OF = {"D": "day", "M": "month", "Y": "year"}
_ORDER: tuple[str, ...] = ("day", "month", "year")
_RELATIVE = frozenset({"shift", "year_shift", "year2", "month2", "day2"})


def clues(page: Page) -> Iterator[Weighed]:
    """All clues of an article's time expressions, in the order of the text."""
    yield from _dateline(page)
    yield from _other_years(page)
    times = tuple(zip(page.annotated.times, page.resolved.times, strict=True))
    seen: set[tuple[str, ...]] = set()
    for place, (expression, dated) in enumerate(times):
        direction = page.direction(expression.span)
        for clue in (*_own(expression, dated, direction), *_beside(page, times, place)):
            key = (clue.kind, clue.detail)
            if key not in seen:
                seen.add(key)
                yield clue


def _dateline(page: Page) -> Iterator[Weighed]:
    """A dateline that gives day and month without a year, as reading leaves it: the report is of that day."""
    span = page.annotated.article.date_span
    if span is None or page.annotated.article.date is not None:
        return
    told = _DATELINE.search(span.of(page.text)) or _DATELINE_DAY_FIRST.search(span.of(page.text))
    month = 0 if told is None else curves.SHORT_MONTHS.get(told["month"].lower(), 0)
    if told is not None and month > 0:
        curve = yearly.of_date(month, int(told["day"]), 0, "past", "dateline")
        detail = f"a dateline of {curves.MONTHS[month - 1]} {told['day']}"
        yield Weighed("period", detail, span, curve, holds=True)


def _own(expression: TimeExpression, dated: DatedTime, direction: Direction) -> Iterator[Weighed]:
    parts = expression.parts
    if dated.basis == "explicit" and dated.interval is not None:
        yield from _explicit(dated, dated.interval, direction)
    elif expression.kind == "quarter" and "n" in parts and not _SETTLED & set(parts) and "ago" not in parts:
        yield from _quarter(expression, direction)
    if expression.kind in {"weekday", "clock"} and "weekday" in parts and not _SETTLED & set(parts):
        yield _weekday(expression, direction)


def _explicit(dated: DatedTime, interval: Interval, direction: Direction) -> Iterator[Weighed]:
    """A date with its year: the report lies after it if it is told as past, before it if as future."""
    if interval.start is None or interval.last is None or interval.start > curves.LAST:
        return
    found = numbers().explicit[direction]
    if direction == "future":
        curve = curves.within(None, interval.last, found.wrong, 1.0)
        recency = np.log(curves.nearing(interval.start, found.fade, numbers().explicit_power))
        detail, anchor = f"told as still to come: the report was written before {interval.edtf} ends", None
    else:
        curve = curves.within(interval.start, None, 1.0, found.wrong)
        recency = np.log(curves.fading(interval.last, found.fade, numbers().explicit_power))
        detail, anchor = f"told as past: the report was not written before {interval.edtf}", interval.start.toordinal()
    yield Weighed("date", detail, dated.span, curve, interval, recency, anchor, holds=True)


def _other_years(page: Page) -> Iterator[Weighed]:
    """Years that are told: who tells near days by their weekdays leaves out the year that it is; each year once."""
    seen: set[int] = set()
    told = zip(page.annotated.times, page.resolved.times, strict=True) if page.tells_weekdays else ()
    for expression, dated in told:
        year = _year_of(dated) if expression.kind in {"date", "year"} else None
        if year is not None and year not in seen and page.direction(dated.span) != "open":
            seen.add(year)
            share = numbers().own_year[expression.kind]
            curve = np.where(curves.is_year(year), np.log(share), 0.0)
            detail = f"{year} is told: mostly not the year of the report"
            yield Weighed("date", detail, dated.span, np.asarray(curve), Interval.year(year))


def _year_of(dated: DatedTime) -> int | None:
    """The year of a date that is told with it."""
    days = dated.interval
    if dated.basis != "explicit" or days is None or days.start is None or days.last is None:
        return None
    return days.start.year if days.start.year == days.last.year else None


def _quarter(expression: TimeExpression, direction: Direction) -> Iterator[Weighed]:
    parts = expression.parts
    ends = _HALF_ENDS if parts.get("part") == "H" else _QUARTER_ENDS
    end = ends.get(int(parts["n"]))
    if end is not None:
        curve = yearly.of_date(*end, 0, direction, "quarter")
        side = "before" if direction == "future" else "after"
        detail = f"the report was written some weeks {side} a period that ends in {curves.MONTHS[end[0] - 1]}"
        yield Weighed("period", detail, expression.span, curve)


def _weekday(expression: TimeExpression, direction: Direction) -> Weighed:
    weekday = int(expression.parts["weekday"])
    curve = curves.weekly(weekday, numbers().weekday[direction])
    side = {"past": "on it or the days after", "future": "in the days before it", "open": "on it or near it"}[direction]
    return Weighed(
        "weekday", f"a {curves.WEEKDAYS[weekday - 1]}: the report was written {side}", expression.span, curve
    )


def _beside(page: Page, times: tuple[tuple[TimeExpression, DatedTime], ...], place: int) -> Iterator[Weighed]:
    """A relative time and, set beside it, the date that it is ("yesterday, June 3"; "last year, 1988")."""
    if place + 1 >= len(times):
        return
    (first, _), (second, _) = times[place], times[place + 1]
    if _BETWEEN.fullmatch(page.text, first.span.end, second.span.start) is None:
        return
    curve = _shifted(first, second)
    if curve is not None:
        words = " ".join(page.text[first.span.start : second.span.end].split())
        share = numbers().beside.wrong
        mixed = np.log(share + (1 - share) * curve)
        yield Weighed("beside", f"“{words}”: one day told in two ways", first.span, np.asarray(mixed), holds=True)


def _shifted(first: TimeExpression, second: TimeExpression) -> curves.Curve | None:
    """How likely each day is, were the relative time the date beside it; 1 is as likely as without it."""
    told = {name: int(second.parts[name]) for name in _ORDER if name in second.parts}
    if second.kind not in {"date", "year"} or _RELATIVE & set(second.parts):
        return None
    if "weekday" in first.parts and "day" in told and "year" not in told and not _SETTLED & set(first.parts):
        return np.exp(yearly.of_date(told["month"], told["day"], int(first.parts["weekday"]), "open", "weekday_day"))
    shift = first.parts.get("day_word", first.parts.get("shift", ""))
    unit = "D" if first.kind == "day" else first.parts.get("unit", "") if first.kind == "unit" else ""
    if _UNIT_OF.get(unit) != min(told, key=_ORDER.index, default="") or re.fullmatch(r"-?\d+", shift) is None:
        return None
    return curves.shifted(int(shift), unit, told)
