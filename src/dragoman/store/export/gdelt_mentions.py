"""Events → GDELT 2.0's table of mentions: sixteen columns parted by tabs, no header, rows as in the events."""

from collections.abc import Iterable, Iterator

from dragoman.model.event import ActorRef, ArticleRef, Record
from dragoman.store.export import gdelt_events
from dragoman.store.export.base import Layout, Output, Tally
from dragoman.store.export.dyads import Dyad, dyads
from dragoman.store.export.gdelt import midnight
from dragoman.store.export.rows import Cell, Table

COLUMNS: tuple[str, ...] = (
    "GLOBALEVENTID",
    "EventTimeDate",
    "MentionTimeDate",
    "MentionType",
    "MentionSourceName",
    "MentionIdentifier",
    "SentenceID",
    "Actor1CharOffset",
    "Actor2CharOffset",
    "ActionCharOffset",
    "InRawText",
    "Confidence",
    "MentionDocLen",
    "MentionDocTone",
    "MentionDocTranslationInfo",
    "Extras",
)
"""Names of the columns, which the file itself does not tell."""
WEB, CITATION = 1, 2
"""GDELT's kinds of sources: one with an address, and one that is only cited."""
IN_RAW_TEXT = 1
"""Nothing was rewritten before it was coded."""
PERCENT = 100


def write(records: Iterable[Record], output: Output, tally: Tally) -> None:
    """Write a row for each pair."""
    table = Table(output, tally)
    for row in dyads(records, tally):
        table.row(_cells(row))


def _cells(row: Dyad) -> Iterator[Cell]:
    record, article = row.record, row.record.article
    yield from (row.number, midnight(row.day), midnight(article.date))
    yield from (CITATION if article.url is None else WEB, article.publisher, article.url or _cited(article))
    yield from (record.sentence + 1, _offset(row.source), _offset(row.target), record.event_span.start)
    yield from (IN_RAW_TEXT, round(record.confidence * PERCENT), None, None, None, None)


def _cited(article: ArticleRef) -> str:
    """An article without an address: who published what, and when."""
    day = None if article.date is None else article.date.isoformat()
    return ", ".join(part for part in (article.publisher, article.title, day) if part) or article.id


def _offset(party: ActorRef | None) -> int | None:
    return None if party is None else party.span.start


LAYOUT = Layout(
    name="gdelt-mentions",
    suffix=".mentions.CSV",
    means="GDELT 2.0 mentions, 16 columns parted by tabs, no header, for the rows of gdelt-events",
    write=write,
    carries=gdelt_events.LAYOUT.carries,
    takes=gdelt_events.LAYOUT.takes,
)
