"""Attributions: rows {id, text} → {id, attributions: [{source, cue, content}]}, each a list of spans."""

from collections.abc import Iterable, Iterator

from dragoman.evaluate.tasks.parsed import Row, annotated
from dragoman.extract import attribution
from dragoman.model.span import Span
from dragoman.model.syntax import Tree


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """The attributions of each article, also of wishes, orders and judgements, as the evaluation set counts them."""
    for row, layers in annotated(rows):
        told = attribution.attributions(layers, Tree(layers.tokens), every=True)
        yield {"id": row["id"], "attributions": [_row(one) for one in attribution.rows(told)]}


def _row(one: attribution.Row) -> Row:
    return {"source": _spans(one.source), "cue": _spans(one.cue), "content": _spans(one.content)}


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]
