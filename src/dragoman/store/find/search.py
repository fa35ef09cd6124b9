"""A view of a desk and a query → records, in one order whatever lies below: by first day of the act, then by id.

What has no first day comes last. A desk in memory looks at each record; a database is asked in its own language.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from dragoman.model.event import Record
from dragoman.store.desk import wire
from dragoman.store.desk.base import View
from dragoman.store.find.grammar import parse
from dragoman.store.find.matching import matches
from dragoman.store.find.query import Query

_LAST = "~"
"""Sorts behind every day."""


def records(view: View, query: Query | str = "", limit: int | None = None) -> Iterator[Record]:
    """The records that a query asks for, one after the other.

    Args:
        view: An open view of a desk.
        query: A query, or its text; every record without one.
        limit: At most so many.

    Raises:
        UsageError: The text is not understood.
    """
    asked = understood(query)
    connection = connection_of(view)
    if connection is None:
        return islice(iter(sorted(matching(view, asked), key=_place)), limit)
    from dragoman.store.find import sql  # noqa: PLC0415 - a desk in memory does without a database's library

    return map(wire.record, sql.bodies(connection, asked, limit))


def understood(query: Query | str) -> Query:
    """A query, whatever way it is given."""
    return parse(query) if isinstance(query, str) else query


def connection_of(view: View) -> Any:  # noqa: ANN401 - the type is a database library's
    """The connection of a view of a database; None for a desk in memory."""
    return getattr(view, "connection", None)


def matching(view: View, query: Query) -> Iterable[Record]:
    """The records of any view that a query asks for, each looked at, in no particular order."""
    happenings = _happenings(view)
    return (record for record in view.records() if matches(query, record, happenings))


def _happenings(view: View) -> Callable[[str], Iterable[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for entry in view.derived("happening"):
        for member in entry.members:
            found[member].append(entry.id)
    return lambda record: found.get(record, ())


def _place(record: Record) -> tuple[str, str]:
    return _LAST if record.date is None else record.date.isoformat(), record.id
