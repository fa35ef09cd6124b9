"""One time expression with what is known where it stands → its value and days, by the rule for its kind."""

import datetime as dt

from dragoman.model.annotated import TimeExpression
from dragoman.resolve import when_counted, when_dates, when_days, when_ranges, when_sets, when_spans, when_years
from dragoman.resolve.when_scene import Found, Rule, Scene, narrowed

RULES: dict[str, Rule] = {
    "date": when_days.date,
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
    "set": when_sets.repeated,
    "week_in": when_counted.week_in,
    "day_of_month": when_counted.day_of_month,
    "weekday_count": when_counted.weekday_count,
    "within": when_counted.within,
    "foreign": when_counted.foreign,
    "year_quarter": when_counted.year_quarter,
    "told_season": when_counted.told_season,
}
"""Kind of expression → the rule that anchors it."""


def resolved(expression: TimeExpression, scene: Scene) -> Found:
    """One expression against its scene."""
    rule = RULES[expression.kind]
    if when_ranges.is_range(expression):
        return when_ranges.ranged(expression, scene, rule)
    return _upright(narrowed(rule(expression, scene), expression.modifier, _anchor(expression, scene)))


def _anchor(expression: TimeExpression, scene: Scene) -> dt.date | None:
    """The day that "earlier" and "later" are counted from: the one told last or the report's."""
    if expression.kind not in {"told", "told_season"} or scene.told is None or scene.told.interval is None:
        return scene.report
    told = scene.told.interval
    return told.last if expression.modifier == "LATER" and told.last is not None else told.start


def _upright(found: Found) -> Found:
    """The same, unless its days would run backwards."""
    interval = found.interval
    if interval is None or interval.start is None or interval.end is None or interval.start < interval.end:
        return found
    return found._replace(interval=None, issue="inverted")
