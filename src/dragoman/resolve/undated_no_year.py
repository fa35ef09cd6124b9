"""Days, months, seasons and feasts told without a year ("Aug. 21", "last October", "this fall", "Easter") → clues."""

import re
from collections.abc import Iterator

from dragoman.model.annotated import TimeExpression
from dragoman.resolve import undated_days as curves
from dragoman.resolve import undated_yearly as yearly
from dragoman.resolve.undated_clues import Page, Weighed
from dragoman.resolve.undated_days import Curve
from dragoman.text.calendar import Direction

_DATES = frozenset({"date", "clock"})
_SETTLED = frozenset({"year", "year_shift", "week"})
_SEASONS = {"SP": ("spring", 4), "SU": ("summer", 7), "FA": ("fall", 10), "WI": ("winter", 1)}
"""By their code: the name, and the month in the middle of which they have theirs in most of the north."""
_OF = re.compile(r"\s+of\b")
"""The fall of a town is none of a year."""
_PARTS = {"START": 5, "EARLY": 5, "MID": 15, "LATE": 25, "END": 25}
_MIDDLE = 20
_SIDES: dict[str, Direction] = {"-1": "past", "1": "future"}
_SHIFTED = {"-1": "last", "1": "next"}
_SAID = {"past": "after", "future": "before", "open": "near"}


def clues(page: Page) -> Iterator[Weighed]:
    """All of them, in the order of the text, each saying once."""
    seen: set[str] = set()
    style = "month_day" if page.tells_weekdays else "plain_day"
    for expression in page.annotated.times:
        if _SETTLED.isdisjoint(expression.parts):
            for clue in _read(expression, page, style):
                if clue.detail not in seen:
                    seen.add(clue.detail)
                    yield clue


def _read(expression: TimeExpression, page: Page, style: str) -> Iterator[Weighed]:
    parts = expression.parts
    shift = parts.get("shift", "")
    direction = _SIDES.get(shift) or page.direction(expression.span)
    if expression.kind in _DATES and "month" in parts and "day" in parts:
        yield from _day(expression, direction, style)
    elif expression.kind == "date" and "month" in parts:
        yield from _month(expression, direction)
    elif (
        expression.kind == "season"
        and parts.get("season") in _SEASONS
        and not _OF.match(page.text, expression.span.end)
    ):
        yield _season(expression, direction)
    elif expression.kind == "holiday":
        yield from _feast(expression, direction)


def _day(expression: TimeExpression, direction: Direction, style: str) -> Iterator[Weighed]:
    parts = expression.parts
    month, day, weekday = int(parts["month"]), int(parts["day"]), int(parts.get("weekday", 0))
    if month not in range(1, 13) or day not in range(1, 32):
        return
    told = f"{curves.MONTHS[month - 1]} {day}"
    kind = _SHIFTED.get(parts.get("shift", ""), "weekday_day" if weekday else style)
    curve = yearly.of_date(month, day, weekday, direction, kind)
    if weekday:
        detail = f"years in which {told} is a {curves.WEEKDAYS[weekday - 1]}; the report was written shortly "
        yield Weighed("weekday-date", f"{detail}{_SAID[direction]} it", expression.span, curve, holds=True)
    else:
        yield _period(expression, direction, told, curve)


def _month(expression: TimeExpression, direction: Direction) -> Iterator[Weighed]:
    month = int(expression.parts["month"])
    if month in range(1, 13):
        kind = _SHIFTED.get(expression.parts.get("shift", ""), "month")
        whole = {"past": 1, "future": 28, "open": 15}[direction]
        curve = yearly.of_date(month, _PARTS.get(expression.modifier, whole), 0, direction, kind)
        yield _period(expression, direction, curves.MONTHS[month - 1], curve)


def _season(expression: TimeExpression, direction: Direction) -> Weighed:
    kind = _SHIFTED.get(expression.parts.get("shift", ""), "season")
    name, month = _SEASONS[expression.parts["season"]]
    return _period(expression, direction, name, yearly.of_date(month, _MIDDLE, 0, direction, kind))


def _feast(expression: TimeExpression, direction: Direction) -> Iterator[Weighed]:
    kind = _SHIFTED.get(expression.parts.get("shift", ""), "feast")
    curve = yearly.of_feast(expression.parts["name"], direction, kind)
    if curve is not None:
        yield _period(expression, direction, _title(expression.parts["name"]), curve)


def _title(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split())


def _period(expression: TimeExpression, direction: Direction, name: str, curve: Curve) -> Weighed:
    """A clue without a year: how far off, on which side, and of what."""
    far = "some months" if expression.parts.get("shift") in _SHIFTED else "shortly"
    detail = f"the report was written {far} {_SAID[direction]} {name}"
    return Weighed("period", detail, expression.span, curve, holds=direction == "future")
