"""What every reader of clues gives: one piece of evidence with its curve; and the words that all of them look at."""

import bisect
import functools
from typing import NamedTuple

from dragoman.model.annotated import Annotated
from dragoman.model.dating import ClueKind
from dragoman.model.interval import Interval
from dragoman.model.resolved import Resolved
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.resolve import when_tense
from dragoman.resolve.undated_days import Curve
from dragoman.text.calendar import Direction


class Weighed(NamedTuple):
    """One piece of evidence: what it says in words, where, the days it speaks for, and its curve.

    Attributes:
        anchor: The day by which it may become the latest thing that the report tells of; None if it cannot.
        holds: Whether it still counts in half where all clues together mislead, because it bounds the day and does not
            merely lie near it.
        recency: How likely the report is so long after that day; counts in full only for the latest anchors.
    """

    kind: ClueKind
    detail: str
    span: Span
    curve: Curve
    days: Interval | None = None
    recency: Curve | None = None
    anchor: int | None = None
    holds: bool = False


class Page:
    """An undated article as the readers of clues see it."""

    def __init__(self, resolved: Resolved) -> None:
        self.resolved = resolved
        self.annotated: Annotated = resolved.annotated
        self.text = self.annotated.article.text
        self.tree = Tree(self.annotated.tokens)
        self._starts = [token.span.start for token in self.annotated.tokens]

    @functools.cached_property
    def tells_weekdays(self) -> bool:
        """Whether days near the report are told by their weekdays, or as yesterday and today: then not by figures."""
        return any(
            "day_word" in time.parts or ("weekday" in time.parts and "month" not in time.parts)
            for time in self.annotated.times
        )

    def token(self, span: Span) -> int:
        """The token in which a span begins."""
        return max(min(bisect.bisect_right(self._starts, span.start), len(self._starts)) - 1, 0)

    def direction(self, span: Span) -> Direction:
        """Which way the words around a span look."""
        first = self.token(span)
        return when_tense.direction(when_tense.head_of(span, first, self.tree), self.tree)

    def sentence(self, span: Span) -> int:
        """The number of the sentence in which a span begins."""
        return self.annotated.tokens[self.token(span)].sentence

    def before(self, span: Span, count: int) -> list[str]:
        """So many words before a span, in lower case, in the order of the text."""
        first = self.token(span)
        return [token.text.lower() for token in self.annotated.tokens[max(first - count, 0) : first]]
