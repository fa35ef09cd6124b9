"""Type and mode: rows {id, text, date?} → {id, event, mode} of the first event record, or nulls."""

from collections.abc import Iterable, Iterator

from dragoman import pipeline
from dragoman.evaluate.tasks.parsed import Row, of_row
from dragoman.settings import Settings


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Type and modes of the first act that each snippet tells."""
    for coded in pipeline.flow(map(of_row, rows), Settings()):
        first = next(iter(coded.events), None)
        event, mode = (None, None) if first is None else (first.event[0], list(first.mode))
        yield {"id": str(coded.article.id), "event": event, "mode": mode or None}
