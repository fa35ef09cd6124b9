"""Time expressions → dated times: values, days, what they were anchored to, and what stays open (docs/time.md)."""

import bisect
import datetime as dt
from typing import NamedTuple

from msgspec import structs

from dragoman.model.annotated import Annotated, TimeExpression, TimexType
from dragoman.model.because import Because, Issue
from dragoman.model.resolved import DatedTime
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.resolve import when_dates, when_days, when_ranges, when_spans, when_tense, when_years
from dragoman.resolve.when_scene import Found, Rule, Scene, narrowed
from dragoman.text import date_heads
from dragoman.text.calendar import Direction

RULES: dict[str, Rule] = {
    "date": when_dates.date,
    "slashed": when_dates.slashed,
    "compact": when_dates.compact,
    "day_and": when_dates.day_and,
    "year": when_years.year,
    "decade": when_years.decade,
    "century": when_years.century,
    "quarter": when_years.quarter,
    "quarter_shift": when_years.quarter_shift,
    "season": when_years.season,
    "holiday": when_years.holiday,
    "weekday": when_days.weekday,
    "day": when_days.calendar_day,
    "weekend": when_days.weekend,
    "clock": when_days.clock,
    "daypart": when_days.daypart,
    "unit": when_spans.unit,
    "week_of": when_spans.week_of,
    "span": when_spans.span,
    "vague": when_spans.vague,
    "reference": when_spans.vague,
    "ago": when_spans.ago,
    "long_ago": when_spans.long_ago,
    "ahead": when_spans.ahead,
    "told": when_spans.told,
    "duration": when_spans.duration,
    "set": when_spans.repeated,
}
"""Kind of expression → the rule that anchors it."""
_TELLING = frozenset({"date", "slashed", "compact", "day_and", "weekday", "day", "week_of", "told", "year", "quarter"})
"""Kinds that later expressions ("the following day") may be counted from."""

_DATED = frozenset({"year", "year_shift", "shift", "weekday", "first_end"})
"""Parts that settle the year of a date by themselves."""


class Row(NamedTuple):
    """A time expression as the timex task scores it."""

    span: Span
    type: TimexType
    value: str


class _Told(NamedTuple):
    """A date that was told: where, and what it is."""

    sentence: int
    found: Found


class _Reader:
    """Reads an article's expressions in order and remembers which dates were told."""

    def __init__(self, annotated: Annotated) -> None:
        self.report = annotated.article.date
        self.text = annotated.article.text
        self.tree = Tree(annotated.tokens)
        self.starts = [token.span.start for token in annotated.tokens]
        self.told: _Told | None = None
        self.year: str | None = None
        self.quarter: dt.date | None = None
        self.quarter_sentence = -1

    def read(self, expression: TimeExpression) -> Found:
        first = min(bisect.bisect_right(self.starts, expression.span.start), len(self.starts)) - 1
        sentence = self.tree.tokens[first].sentence
        found = resolved(self._with_year(expression), self._scene(expression, first, sentence))
        self._remember(expression, found, sentence)
        return found

    def _scene(self, expression: TimeExpression, first: int, sentence: int) -> Scene:
        near = self.told is not None and sentence - self.told.sentence <= 1
        told = self.told.found if self.told is not None and near else None
        here = self.told.found.interval if self.told is not None and self.told.sentence == sentence else None
        is_head = date_heads.is_head(self.text, expression.span)
        return Scene(
            report=self.report,
            direction="past" if is_head else self._direction(expression, max(first, 0)),
            is_head=is_head,
            told=told,
            here=here,
            quarter=self.quarter if sentence - self.quarter_sentence <= QUARTER_REACH else None,
        )

    def _direction(self, expression: TimeExpression, first: int) -> Direction:
        """Which way the words around an expression look."""
        head = when_tense.head_of(expression.span, first, self.tree)
        if (expression.kind == "weekday" or "day" in expression.parts) and when_tense.is_planned(head, self.tree):
            return "future"
        return when_tense.direction(head, self.tree)

    def _with_year(self, expression: TimeExpression) -> TimeExpression:
        """A head of a chronicle with the year that stands over it or in the head before."""
        if expression.kind not in {"date", "year"} or not date_heads.is_head(self.text, expression.span):
            return expression
        parts = expression.parts
        if "year" in parts:
            self.year = parts["year"]
        if self.year is None or _DATED & set(parts):
            return expression
        return structs.replace(expression, parts=parts | {"year": self.year})

    def _remember(self, expression: TimeExpression, found: Found, sentence: int) -> None:
        if expression.kind == "quarter" and found.interval is not None and "-Q" in (found.value or ""):
            self.quarter, self.quarter_sentence = found.interval.start, sentence
        if expression.kind in _TELLING and found.interval is not None:
            self.told = _Told(sentence, found)


QUARTER_REACH = 3
"""So many sentences further on "the quarter" or "a year earlier" still means the quarter told."""


def resolved(expression: TimeExpression, scene: Scene) -> Found:
    """One expression against its scene."""
    rule = RULES[expression.kind]
    if when_ranges.is_range(expression):
        return when_ranges.ranged(expression, scene, rule)
    return _upright(narrowed(rule(expression, scene), expression.modifier, _anchor(expression, scene)))


def _anchor(expression: TimeExpression, scene: Scene) -> dt.date | None:
    """The day that "earlier" and "later" are counted from: the one told last or the report's."""
    if expression.kind != "told" or scene.told is None or scene.told.interval is None:
        return scene.report
    return scene.told.interval.start


def _upright(found: Found) -> Found:
    """The same, unless its days would run backwards."""
    interval = found.interval
    if interval is None or interval.start is None or interval.end is None or interval.start < interval.end:
        return found
    return found._replace(interval=None, issue="inverted")


def dated(annotated: Annotated) -> tuple[tuple[DatedTime, ...], tuple[Issue, ...]]:
    """Each time expression of an article with its value and days, in the same order, and what stays open."""
    reader = _Reader(annotated)
    found = [(e, reader.read(e)) for e in annotated.times]
    times = tuple(_dated(e, f) for e, f in found)
    issues = tuple(
        Issue(stage="resolve", reason=f.issue, detail=f"{e.span.of(annotated.article.text)!r}: {f.detail}", span=e.span)
        for e, f in found
        if f.issue is not None
    )
    return times, issues


def _dated(expression: TimeExpression, found: Found) -> DatedTime:
    return DatedTime(
        span=expression.span,
        type=expression.type,
        value=found.value,
        interval=found.interval,
        basis=found.basis,
        because=Because(field="date", rule=expression.kind, detail=found.detail, spans=(expression.span,)),
        modifier=expression.modifier,
        readings=found.readings,
    )


def timex_rows(annotated: Annotated) -> tuple[Row, ...]:
    """The expressions of an article as TimeML counts them: a range is two, an open value is its likeliest reading."""
    reader = _Reader(annotated)
    single = (part for expression in annotated.times for part in when_ranges.separate(expression))
    return tuple(Row(part.span, part.type, _told_value(reader.read(part))) for part in single)


def _told_value(found: Found) -> str:
    if found.value is not None:
        return found.value
    return max(found.readings, key=lambda r: r.weight).edtf if found.readings else ""
