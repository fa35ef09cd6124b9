"""Time expressions → dated times: values, days, what they were anchored to, and what stays open (docs/time.md)."""

import datetime as dt
import re
from typing import NamedTuple

from dragoman.model.annotated import Annotated, TimeExpression, TimexType
from dragoman.model.because import Because, Issue
from dragoman.model.resolved import DatedTime
from dragoman.model.span import Span
from dragoman.resolve import when_ranges
from dragoman.resolve.when_reader import Reader
from dragoman.resolve.when_scene import Found
from dragoman.resolve.when_units import duration_value, moved, unit_value

_ZONE = re.compile(r"(?<=T\d\d:\d\d)(?:Z|[+-]\d\d:\d\d)$")


class Row(NamedTuple):
    """A time expression as the timex task scores it."""

    span: Span
    type: TimexType
    value: str


def dated(annotated: Annotated) -> tuple[tuple[DatedTime, ...], tuple[Issue, ...]]:
    """Each time expression of an article with its value and days, in the same order, and what stays open."""
    reader = Reader(annotated)
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
        modifier="" if when_ranges.is_range(expression) else expression.modifier,
        readings=found.readings,
        repeats=found.repeats,
    )


def timex_rows(annotated: Annotated) -> tuple[Row, ...]:
    """The expressions of an article as TimeML counts them.

    A range is two, an open value is its likeliest reading, and "the past year" is the calendar's last one.
    """
    reader = Reader(annotated)
    single = (part for expression in annotated.times for part in when_ranges.separate(expression))
    return tuple(_row(part, reader.read(part), annotated.article.date) for part in single)


def _row(expression: TimeExpression, found: Found, report: dt.date | None) -> Row:
    parts = expression.parts
    if expression.kind == "span" and parts["n"] == "1" and report is not None:
        base = moved(report, parts["unit"], int(parts["shift"]))
        if base is not None:
            return Row(expression.span, "DATE", unit_value(base, parts["unit"]))
    if expression.kind == "told" and found.value is None and not found.readings and "n" in parts:
        return Row(expression.span, "DURATION", duration_value(parts["n"], parts["unit"]))
    value = _told_value(found)
    if expression.kind == "told" and found.value is None and value and "daypart" in parts:
        value += f"T{parts['daypart']}"
    return Row(expression.span, expression.type, value)


def _told_value(found: Found) -> str:
    """The value without a time zone, as TimeML corpora write it."""
    if found.value is not None:
        return _ZONE.sub("", found.value)
    return max(found.readings, key=lambda r: r.weight).edtf if found.readings else ""
