"""Times told by how far off they are ("six weeks ago", "a year after the quake", "the 10th anniversary") → clues.

Beside a public event they tell how long after it the report was written. An "ago" without one may be of a date that the
report tells elsewhere ("two years ago … in March 1996"); a share of such pairs is held to be chance.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from dragoman.model.annotated import TimeExpression
from dragoman.model.interval import Interval
from dragoman.model.span import Span
from dragoman.resolve import undated_days as curves
from dragoman.resolve import undated_yearly as yearly
from dragoman.resolve.undated_clues import Page, Weighed
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_numbers import numbers
from dragoman.text import numbers as figures

T = TypeVar("T")
_Told = tuple[int, int] | str
"""A month and its day, or a holiday's name."""

DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25, "E": 3652.5}
"""Days of a unit; E is ten years."""
LONG = frozenset({"Y", "E"})
FEW, SENTENCES = 8, 2
"""So many times of so many sentences around an "ago" are looked at."""
_SETTLED = frozenset({"year", "year_shift", "shift", "weekday"})
_SINCE = re.compile(r"\W+(?:after|since|following)\b", re.IGNORECASE)
_ANNIVERSARY = re.compile(r"\b([\w-]+) anniversary\b", re.IGNORECASE)
BESIDE = {"ago": (50, 25), "after": (0, 60), "anniversary": (30, 50)}
"""Letters that may stand between such words and an event, if it stands before them, and if behind."""


class Distance(NamedTuple):
    """How many days after something a report was written, at least and at most, and the words that tell it."""

    low: int
    high: int
    span: Span
    unit: str
    kind: str

    def is_of(self, event: Span) -> bool:
        """Whether an event of the same sentence stands so near that it may be the one so far off."""
        before, behind = BESIDE[self.kind]
        return 0 <= self.span.start - event.end <= before or 0 <= event.start - self.span.end <= behind

    def shares(self, days: Interval) -> Curve:
        """By day, the share of the reports that are so far from what took place then."""
        every = curves.days()
        if days.start is None or days.last is None:
            return np.zeros(len(every))
        low, high = days.start.toordinal() + self.low, days.last.toordinal() + self.high
        return np.asarray(((every >= low) & (every <= high)) / (high - low + 1))


def of_sentences(page: Page) -> dict[int, list[Distance]]:
    """By sentence, the distances that would be those of an event told in it."""
    found: dict[int, list[Distance]] = {}
    ago = numbers().ago
    for expression in page.annotated.times:
        distance = _distance(expression)
        if distance is not None and (distance.kind == "ago" or _SINCE.match(page.text, expression.span.end)):
            found.setdefault(page.sentence(expression.span), []).append(distance)
    for match in _ANNIVERSARY.finditer(page.text):
        years = figures.parse(match[1])
        if years is not None and 0 < years.value * DAYS["Y"] < ago.longest:
            span, middle = Span(*match.span()), round(years.value * DAYS["Y"])
            distance = Distance(middle - ago.anniversary, middle + ago.anniversary, span, "Y", "anniversary")
            found.setdefault(page.sentence(span), []).append(distance)
    return found


def _distance(expression: TimeExpression) -> Distance | None:
    """How far off an "ago", or a length, is."""
    unit, told = expression.parts.get("unit", ""), expression.parts.get("n", "")
    if expression.kind not in {"ago", "duration"} or unit not in DAYS or not told.replace(".", "", 1).isdigit():
        return None
    middle, ago = float(told) * DAYS[unit], numbers().ago
    if not 0 < middle < ago.longest:
        return None
    slack = DAYS[unit] / 2 + middle * ago.slack[unit]
    low = middle * ago.less if expression.modifier == "LESS_THAN" else middle - slack
    high = middle * ago.more if expression.modifier == "MORE_THAN" else middle + slack
    kind = "ago" if expression.kind == "ago" else "after"
    return Distance(int(low), int(high) + 1, expression.span, unit, kind)


def clues(page: Page) -> Iterator[Weighed]:
    """Each "ago" and the dates of the report that it may be; those of one year in company reports say nothing."""
    fixed, moving = _by_sentence(_fixed(page)), _by_sentence(_moving(page))
    seen: set[tuple[int, int]] = set()
    for expression in page.annotated.times:
        distance = _distance(expression) if expression.kind == "ago" else None
        if distance is None or distance[:2] in seen or _is_comparison(expression):
            continue
        seen.add(distance[:2])
        near = page.sentence(expression.span)
        if distance.unit in LONG:
            shares = [distance.shares(days) for days in _near(fixed, near)]
            yield from _clue(page, distance, shares, numbers().ago.background)
        else:
            every = [
                yearly.after(days, distance[:2]) for told in _near(moving, near) if (days := _days(told)) is not None
            ]
            yield from _clue(page, distance, every, curves.YEAR)


def _near(told: Mapping[int, Sequence[T]], sentence: int) -> list[T]:
    """What is told at most so many sentences away, each once; the first few."""
    around = range(sentence - SENTENCES, sentence + SENTENCES + 1)
    return list(itertools.islice(dict.fromkeys(what for place in around for what in told.get(place, ())), FEW))


def _by_sentence(every: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found: defaultdict[int, list[T]] = defaultdict(list)
    for sentence, what in every:
        found[sentence].append(what)
    return dict(found)


def _is_comparison(expression: TimeExpression) -> bool:
    return expression.parts.get("unit") == "Y" and expression.parts.get("n") == "1"


def _clue(page: Page, distance: Distance, shares: Sequence[Curve], background: float) -> Iterator[Weighed]:
    """The shares of all dates that it may be, beside those of so many days if it is none of them."""
    if len(shares) > 0:
        wrong = numbers().ago.wrong
        curve = np.log(wrong + (1 - wrong) * np.mean(shares, axis=0) * background)
        detail = f"“{' '.join(distance.span.of(page.text).split())}” may be a date that is told as well"
        yield Weighed("beside", detail, distance.span, np.asarray(curve), holds=True)


def _fixed(page: Page) -> Iterator[tuple[int, Interval]]:
    """Days and months of a year, and years, that the report tells as past, with their sentences."""
    for dated in page.resolved.times:
        if dated.basis == "explicit" and dated.interval is not None and page.direction(dated.span) != "future":
            yield page.sentence(dated.span), dated.interval


def _moving(page: Page) -> Iterator[tuple[int, _Told]]:
    """Days and holidays without a year that the report tells as past, with their sentences."""
    for time in page.annotated.times:
        parts = time.parts
        is_day = time.kind == "date" and {"month", "day"} <= parts.keys() and _SETTLED.isdisjoint(parts)
        if (is_day or time.kind == "holiday") and page.direction(time.span) != "future":
            told = (int(parts["month"]), int(parts["day"])) if is_day else parts["name"]
            yield page.sentence(time.span), told


def _days(told: _Told) -> yearly.Days | None:
    return yearly.feasts(told) if isinstance(told, str) else yearly.dates(*told)
