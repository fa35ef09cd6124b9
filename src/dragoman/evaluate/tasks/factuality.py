"""Factuality: rows {id, text, span} → {id, value} from -3 (certainly not) to 3 (certainly).

The two public sets ask different things: UW whether the author presents an event as one that did or will happen, UDS
whether it has happened. Rows whose id begins with "uds" are answered as UDS asks, all others as UW does.
"""

from collections.abc import Iterable, Iterator

from dragoman.evaluate.tasks.parsed import Row, beside, head, inside, of_row
from dragoman.extract import factuality, factuality_happened
from dragoman.model.span import Span
from dragoman.model.syntax import Tree

UDS = "uds"
OPEN = 0.0
"""Value of a span that meets no token."""


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """The value of each event word; rows with the same text are parsed once and answered together."""
    by_text: dict[str, list[Row]] = {}
    for row in rows:
        by_text.setdefault(row["text"], []).append(row)
    for group, layers in beside(by_text.values(), lambda group: of_row(group[0])):
        tree = Tree(layers.tokens)
        for row in group:
            yield {"id": row["id"], "value": _value(tree, row)}


def _value(tree: Tree, row: Row) -> float:
    token = head(tree, inside(tree, Span(*row["span"])))
    if token is None:
        return OPEN
    return (
        factuality_happened.happened(tree, token) if str(row["id"]).startswith(UDS) else factuality.score(tree, token)
    )
