"""What the coder makes of one article: its predications, records, and the reasons and doubts behind them."""

import msgspec

from dragoman.model.article import Article
from dragoman.model.because import Because, Issue
from dragoman.model.event import EventRecord, FigureRecord, Record, StatementRecord
from dragoman.model.ids import RecordId
from dragoman.model.resolved import Resolved
from dragoman.model.span import Span


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """One coded article.

    Attributes:
        article: The article.
        resolved: Its layers, for display and explanation.
        events: Event records, in the order of the text.
        statements: Statement records, in the order of the text.
        figures: Figure records, in the order of the text.
        silent: Sentences that name two or more actors and gave no event record.
        reasons: For each record why its fields are what they are.
        issues: What all stages left open.
    """

    article: Article
    resolved: Resolved
    events: tuple[EventRecord, ...]
    statements: tuple[StatementRecord, ...]
    figures: tuple[FigureRecord, ...]
    silent: tuple[Span, ...]
    reasons: dict[RecordId, tuple[Because, ...]]
    issues: tuple[Issue, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """All records in the order of the text."""
        every: tuple[Record, ...] = (*self.events, *self.statements, *self.figures)
        return tuple(sorted(every, key=lambda r: (r.event_span, type(r).__name__)))
