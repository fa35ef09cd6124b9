"""Relative times near other ones → clues: "last week" beside a public event, "later this month" with a day in June.

Both are guesses that two times of one sentence, or one text, belong together; a share of them is held to be wrong.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from dragoman.model.annotated import TimeExpression
from dragoman.model.interval import Interval
from dragoman.model.span import Span
from dragoman.resolve import undated_days as curves
from dragoman.resolve.undated_clues import Page, Weighed
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_numbers import numbers
from dragoman.text import calendar
from dragoman.text.calendar import Direction

SHORT = dt.timedelta(days=62)
"""Events that lasted longer are not dated by a relative time beside them."""
WEEK = 7
BESIDE = 60
"""Letters between a year that is told by its distance and an event of that year, at most."""
BACKGROUND = 4
"""Years within which a report is written that tells of an event."""
_UNITS = {"W": 7, "M": 30}
_SIDES: dict[Direction, frozenset[int]] = {"future": frozenset({0, 1}), "past": frozenset({0, -1})}


class Told(NamedTuple):
    """A public event, or several that the same words may mean: names, days, its words, the sentences that tell it."""

    names: str
    days: tuple[Interval, ...]
    spans: tuple[Span, ...]
    sentences: frozenset[int]


def beside_events(page: Page, told: list[Told]) -> Iterator[Weighed]:
    """Last, this or next week or month, or "last Monday", in the sentences of short public events; each once."""
    for event in told:
        if not all(_is_short(days) for days in event.days):
            continue
        seen: set[tuple[int, int]] = set()
        for expression in page.annotated.times:
            reach = _reach(expression) if page.sentence(expression.span) in event.sentences else None
            if reach is not None and reach not in seen:
                seen.add(reach)
                yield _beside(page, expression, event, reach)


def _beside(page: Page, expression: TimeExpression, event: Told, reach: tuple[int, int]) -> Weighed:
    words = " ".join(expression.span.of(page.text).split())
    curve = np.max([fits(days, reach) for days in event.days], axis=0)
    detail = f"“{words}” beside {event.names}"
    return Weighed("beside", detail, expression.span, mixed(curve, numbers().beside.loose), holds=True)


def _is_short(days: Interval) -> bool:
    return days.start is not None and days.end is not None and days.end - days.start <= SHORT


def fits(days: Interval, reach: tuple[int, int]) -> Curve:
    """On which days the relative time would be that of the event; on average 1 over a year."""
    every = curves.days()
    if days.start is None or days.last is None:
        return np.ones(len(every))
    low, high = days.start.toordinal() + reach[0], days.last.toordinal() + reach[1]
    return np.where((every >= low) & (every <= high), curves.YEAR / (high - low + 1), 0.0)


def _reach(expression: TimeExpression) -> tuple[int, int] | None:
    """How many days after what it tells the report was written, at least and at most.

    Weekdays and single days are not read so: they mostly are those of the verb of saying.
    """
    parts = expression.parts
    shift = _number(parts.get("shift", ""))
    if expression.kind == "weekday" and shift == -1:
        return 1, WEEK
    if expression.kind != "unit" or parts.get("unit") not in _UNITS or shift is None:
        return None
    length = _UNITS[parts["unit"]]
    return -shift * length - length + 1, -shift * length + length - 1


def _number(text: str) -> int | None:
    return int(text) if text.lstrip("-").isdigit() else None


def years_off(page: Page) -> dict[int, list[TimeExpression]]:
    """By sentence, years told by their distance: "last year", "in April this year"."""
    times: defaultdict[int, list[TimeExpression]] = defaultdict(list)
    for expression in page.annotated.times:
        if _years_off(expression) is not None:
            times[page.sentence(expression.span)].append(expression)
    return dict(times)


def year_beside(page: Page, event: Told, times: Mapping[int, Sequence[TimeExpression]]) -> TimeExpression | None:
    """The first such year next to a public event, if it may be that of the event."""
    near = ((span, time) for span in event.spans for time in times.get(page.sentence(span), ()))
    return next((time for span, time in near if _are_beside(time.span, span) and _years_of(event, time)), None)


def is_other_year(time: TimeExpression | None) -> bool:
    """Whether it is another one than the report's."""
    return time is not None and _years_off(time) != 0


def of_year(page: Page, event: Told, time: TimeExpression) -> Weighed:
    """The report is of the year that "last year" or "in April this year" next to an event makes."""
    curve = np.max([curves.is_year(year) * BACKGROUND for year in _years_of(event, time)], axis=0)
    detail = f"“{' '.join(time.span.of(page.text).split())}” beside {event.names}"
    return Weighed("beside", detail, time.span, mixed(curve, numbers().beside.loose), holds=True)


def _years_of(event: Told, time: TimeExpression) -> list[int]:
    """The years of the report by each event that the words may mean, where the month told is that event's."""
    starts = [days.start for days in event.days if days.start is not None]
    month = int(time.parts.get("month", 0))
    return [day.year - (_years_off(time) or 0) for day in starts if month in {0, day.month}]


def _years_off(expression: TimeExpression) -> int | None:
    parts = expression.parts
    if expression.kind == "unit" and parts.get("unit") == "Y":
        return _number(parts.get("shift", ""))
    return _number(parts.get("year_shift", "")) if expression.kind == "date" else None


def _are_beside(time: Span, event: Span) -> bool:
    return max(event.start - time.end, time.start - event.end) <= BESIDE


def of_months(page: Page) -> Iterator[Weighed]:
    """This, last or next month and the days without a year on the same side, past or to come; each side once."""
    for side, shifts in _SIDES.items():
        found = (e for e in page.annotated.times if _shift_of_month(e) in shifts and page.direction(e.span) == side)
        told = _months(page, side)
        expression = next(found, None)
        if expression is not None and told:
            yield _of_month(page, expression, told, side)


def _shift_of_month(expression: TimeExpression) -> int | None:
    is_month = expression.kind == "unit" and expression.parts.get("unit") == "M"
    return _number(expression.parts.get("shift", "")) if is_month else None


def _of_month(page: Page, expression: TimeExpression, told: set[int], side: Direction) -> Weighed:
    shift = _shift_of_month(expression) or 0
    months = sorted({(month - 1 - shift) % calendar.MONTHS + 1 for month in told})
    every = [curves.shifted(0, "M", {"month": month}) for month in months]
    wrong = numbers().beside.loose if side == "future" else numbers().beside.month
    curve = mixed(np.asarray(np.sum(every, axis=0) / len(every)), wrong)
    names = " or ".join(curves.MONTHS[month - 1] for month in months)
    detail = f"“{' '.join(expression.span.of(page.text).split())}” and the days told: written in {names}"
    return Weighed("beside", detail, expression.span, curve, holds=side == "future")


def _months(page: Page, direction: str) -> set[int]:
    """Months of days without a year that are told as past or to come."""
    return {
        int(e.parts["month"])
        for e in page.annotated.times
        if e.kind == "date" and {"month", "day"} <= set(e.parts) and not {"year", "year_shift"} & set(e.parts)
        if page.direction(e.span) == direction
    }


def mixed(curve: Curve, wrong: float) -> Curve:
    """The logarithm of a guess, of which a share is held to be wrong."""
    return np.asarray(np.log(wrong + (1 - wrong) * curve))
