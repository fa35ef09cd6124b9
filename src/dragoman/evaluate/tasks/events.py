"""Event records: rows {id, text} → the records that the whole coder writes for each text.

The date of a row is not used: the evaluation set gives the same placeholder for all.
"""

from collections.abc import Iterable, Iterator
from typing import cast

import msgspec

from dragoman import pipeline
from dragoman.evaluate.tasks.parsed import Row, article
from dragoman.settings import Settings


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """The event records of each text, coded as an undated article."""
    articles = (article(str(row["id"]), row["text"]) for row in rows)
    for coded in pipeline.flow(articles, Settings()):
        yield from (cast("Row", msgspec.to_builtins(record)) for record in coded.events)
