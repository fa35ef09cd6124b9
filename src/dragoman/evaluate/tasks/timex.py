"""Time expressions: rows {id, text, date} → {id, timex: [{span, type, value}]}."""

from collections.abc import Iterable, Iterator

from dragoman.evaluate.tasks.parsed import Row, annotated
from dragoman.resolve import when


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """The time expressions of each document, anchored to its date."""
    for row, layers in annotated(rows):
        found = when.timex_rows(layers)
        yield {"id": row["id"], "timex": [{"span": list(t.span), "type": t.type, "value": t.value} for t in found]}
