"""A weekday or "yesterday" told of a public event whose day is known → the days on which that fits.

"Tuesday's earthquake", "the vote on Sunday", "yesterday's verdict": where the event took place on such a day of the
week, the report is of the days after it, or before it if the words look ahead. Only words next to the event are read
so: in the rest of its sentence they mostly tell when somebody spoke.
"""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from dragoman.model.annotated import TimeExpression
from dragoman.model.interval import Interval
from dragoman.model.span import Span
from dragoman.resolve.undated_clues import Page, Weighed
from dragoman.resolve.undated_near import WEEK, Told, fits, mixed
from dragoman.resolve.undated_numbers import numbers
from dragoman.text.calendar import Direction

BEFORE, BEHIND = 3, 25
"""Letters between such a word and the event, if it stands before it ("Tuesday's earthquake"), and if behind."""


def clues(page: Page, told: list[Told]) -> Iterator[Weighed]:
    """Each event of known days at most once, by the first such word next to it that fits."""
    times: defaultdict[int, list[TimeExpression]] = defaultdict(list)
    for expression in page.annotated.times:
        times[page.sentence(expression.span)].append(expression)
    for event in told:
        beside = (time for span in event.spans for time in times[page.sentence(span)] if _is_next_to(time.span, span))
        found = (clue for time in beside for clue in _clue(page, time, event))
        yield from ([first] if (first := next(found, None)) is not None else [])


def _is_next_to(time: Span, event: Span) -> bool:
    return 0 <= event.start - time.end <= BEFORE or 0 <= time.start - event.end <= BEHIND


def _clue(page: Page, time: TimeExpression, event: Told) -> Iterator[Weighed]:
    direction = page.direction(time.span)
    fitting = [(days, reach) for days in event.days if (reach := _reach(time, days, direction)) is not None]
    if fitting:
        curve = np.max([fits(days, reach) for days, reach in fitting], axis=0)
        detail = f"“{' '.join(time.span.of(page.text).split())}” told of {event.names}"
        yield Weighed("beside", detail, time.span, mixed(curve, numbers().beside.loose), holds=True)


def _reach(time: TimeExpression, days: Interval, direction: Direction) -> tuple[int, int] | None:
    """How many days after its days the report was written, at least and at most; None where the words do not fit."""
    if days.start is None or days.last is None or (days.last - days.start).days >= WEEK:
        return None
    if time.kind == "day" and time.parts.get("day_word", "").lstrip("-").isdigit():
        return -int(time.parts["day_word"]), -int(time.parts["day_word"])
    is_bare = time.kind == "weekday" and "shift" not in time.parts and "week" not in time.parts
    weekdays = {day.isoweekday() for day in (days.start, days.last)}
    if not is_bare or days.approximate or int(time.parts["weekday"]) not in weekdays:
        return None
    return (-WEEK + 1, 0) if direction == "future" else (0, WEEK - 1)
