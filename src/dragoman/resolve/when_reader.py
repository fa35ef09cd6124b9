"""The expressions of an article in order → what each is read against: the report, the tense, what was told before."""

import bisect
import datetime as dt
from typing import NamedTuple

from msgspec import structs

from dragoman.model.annotated import Annotated, TimeExpression
from dragoman.model.interval import Interval, ended_before
from dragoman.model.syntax import Tree
from dragoman.resolve import when_tense
from dragoman.resolve.when_rules import resolved
from dragoman.resolve.when_scene import Found, Scene
from dragoman.text import calendar, date_heads
from dragoman.text.calendar import Direction

_TELLING = frozenset(
    {
        "date",
        "slashed",
        "compact",
        "day_and",
        "weekday",
        "weekday_count",
        "day",
        "day_of_month",
        "week_of",
        "told",
        "year",
    }
    | {"quarter"}
)
"""Kinds that later expressions ("the following day") may be counted from."""

_QUARTERLY = frozenset({"quarter", "quarter_shift"})
_LONGER = frozenset({"P6M", "P9M"})
"""Business figures of such lengths are compared with the year before, no longer with a quarter."""
_FIGURES = frozenset({"MONEY", "PERCENT"})
_HOURLY = frozenset({"clock", "daypart"})
_DAYS = frozenset({"weekday", "day", "date"})
_DAY_PARTS = frozenset({"weekday", "day_word"})
_DATED = frozenset({"year", "year_shift", "shift", "weekday", "first_end"})
"""Parts that settle the year of a date by themselves."""


class _Told(NamedTuple):
    """A date that was told: where, and what it is."""

    sentence: int
    found: Found


class Reader:
    """Reads an article's expressions in order and remembers which dates were told."""

    def __init__(self, annotated: Annotated) -> None:
        self.report = annotated.article.date
        self.text = annotated.article.text
        self.tree = Tree(annotated.tokens)
        self.starts = [token.span.start for token in annotated.tokens]
        self.sentences = annotated.sentences
        self.compared: dict[int, bool] = {}
        self.times = annotated.times
        self.time_starts = [time.span.start for time in annotated.times]
        self.told: _Told | None = None
        self.year: str | None = None
        self.quarter: dt.date | None = None
        self.quarter_sentence = -1

    def read(self, expression: TimeExpression) -> Found:
        """The value and days of the next expression of the article."""
        first = min(bisect.bisect_right(self.starts, expression.span.start), len(self.starts)) - 1
        sentence = self.tree.tokens[first].sentence
        found = resolved(self._with_year(expression), self._scene(expression, first, sentence))
        self._remember(expression, found, sentence)
        return found

    def _scene(self, expression: TimeExpression, first: int, sentence: int) -> Scene:
        near = self.told is not None and sentence - self.told.sentence <= 1
        told = self.told.found if self.told is not None and near else None
        here = self.told.found.interval if self.told is not None and self.told.sentence == sentence else None
        if here is None and expression.kind in _HOURLY:
            here = self._told_next(expression, sentence)
        is_head = date_heads.is_head(self.text, expression.span)
        return Scene(
            report=self.report,
            direction="past" if is_head else self._direction(expression, max(first, 0)),
            is_head=is_head,
            told=told,
            here=here,
            quarter=self._quarter_of(expression, sentence),
        )

    def _quarter_of(self, expression: TimeExpression, sentence: int) -> dt.date | None:
        """The quarter spoken of; "a year ago" means a quarter only where figures are compared."""
        reach = 0 if "beside" in expression.parts else QUARTER_REACH
        if sentence - self.quarter_sentence > reach:
            return None
        if self.quarter is None or expression.kind not in {"ago", "told"}:
            return self.quarter
        if sentence == self.quarter_sentence:
            return self.quarter
        if sentence not in self.compared:
            here = self.sentences[sentence]
            self.compared[sentence] = any(t.entity in _FIGURES for t in self.tree.tokens[here.first : here.stop])
        return self.quarter if self.compared[sentence] else None

    def _told_next(self, expression: TimeExpression, sentence: int) -> Interval | None:
        """The day that stands just behind a time of day ("8:20 a.m. (0620 GMT) Friday")."""
        place = bisect.bisect_left(self.time_starts, expression.span.end)
        following = self.times[place : place + 2]
        for time in following:
            has_day = time.kind in _DAYS or (time.kind == "clock" and _DAY_PARTS & time.parts.keys())
            if has_day and time.span.start - expression.span.end <= NEXT_DAY:
                first = min(bisect.bisect_right(self.starts, time.span.start), len(self.starts)) - 1
                if self.tree.tokens[first].sentence == sentence:
                    return resolved(time, self._scene(time, first, sentence)).interval
        return None

    def _direction(self, expression: TimeExpression, first: int) -> Direction:
        """Which way the words around an expression look."""
        head = when_tense.head_of(expression.span, first, self.tree)
        if ("weekday" in expression.parts or "day" in expression.parts) and when_tense.is_planned(head, self.tree):
            return "future"
        found = when_tense.direction(head, self.tree)
        if found == "future" and expression.kind == "weekday" and when_tense.is_of_noun(head, self.tree):
            return self._nearer_side(int(expression.parts["weekday"]))
        return found

    def _nearer_side(self, weekday: int) -> Direction:
        """The side of the report on which a weekday lies nearer."""
        if self.report is None:
            return "future"
        back = (self.report.isoweekday() - weekday) % calendar.WEEK.days
        return "past" if 0 < back <= calendar.WEEK.days // 2 else "future"

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
        if (
            expression.kind in _QUARTERLY
            and "ago" not in expression.parts
            and not _is_earlier(expression)
            and found.interval is not None
            and "-Q" in (found.value or "")
        ):
            self._remember_quarter(found.interval, sentence)
        if found.value in _LONGER:
            self.quarter = None
        if expression.kind in _TELLING and found.interval is not None:
            self.told = _Told(sentence, found)

    def _remember_quarter(self, quarter: Interval, sentence: int) -> None:
        """The quarter that is spoken of: of those told the last, but one that is over rather than a forecast."""
        is_over = self.report is None or ended_before(quarter, self.report)
        was_over = self.quarter is not None and sentence - self.quarter_sentence <= QUARTER_REACH
        if is_over or not was_over:
            self.quarter, self.quarter_sentence = quarter.start, sentence


def _is_earlier(expression: TimeExpression) -> bool:
    """Whether a quarter is only the one compared with ("the year-earlier quarter")."""
    return expression.parts.get("shift", "0") not in {"0", "-1"}


NEXT_DAY = 25
"""Characters behind a time of day within which its day may stand."""
QUARTER_REACH = 6
"""So many sentences further on "the quarter" or "a year earlier" still means the quarter told."""
