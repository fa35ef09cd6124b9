"""Place names: rows {id, text} → {id, places: [{span, lat, lon, geonameid, country}]}."""

from collections.abc import Iterable, Iterator

from dragoman.evaluate.tasks.parsed import Row, annotated
from dragoman.resolve import where


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """The places that each document names, adjectives of countries among them."""
    for row, layers in annotated(rows):
        yield {"id": row["id"], "places": where.rows(layers)}
