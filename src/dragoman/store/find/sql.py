"""A query and a connection → records as they lie there, page by page, in the order of their days.

The order is: first day of the act, then id of the record; what has no first day comes last, by id. A page holds whole
days, and the next one begins with the day after it, so that nothing has to be kept open or skipped over between them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import TypeVar

from sqlalchemy import Connection, Row, func, select

from dragoman.store.desk import tables as t
from dragoman.store.find.plans import MANY, Plan, plan
from dragoman.store.find.plans import size as size_of
from dragoman.store.find.query import Query

PAGE = 500
"""Rows asked for at once: about a megabyte of records."""
_T = TypeVar("_T")
Place = tuple[str, str, int]
"""Where a record stands: its day, its id, and its number in the desk."""


def bodies(connection: Connection, query: Query, limit: int | None = None) -> Iterator[str]:
    """The records that are asked for, as JSON.

    Args:
        connection: A database that does not change while this goes on.
        query: What is asked.
        limit: At most so many.
    """
    for some in _by_pages(islice(_places(connection, query, _first(limit)), limit)):
        held = t.records.c
        numbers = [n for _, _, n in some]
        found = {row.n: row.body for row in connection.execute(select(held.n, held.body).where(held.n.in_(numbers)))}
        yield from (found[n] for n in numbers)


def _first(limit: int | None) -> int:
    """Rows asked for at once where only so many are wanted; one more, as the last day is left for the next page."""
    return PAGE if limit is None else min(PAGE, limit + 1)


def _places(connection: Connection, query: Query, size: int) -> Iterator[Place]:
    """Where the records stand that are asked for, in their order."""
    planned = plan(connection, query, ordered=True)
    first: str | None = "0"
    while first is not None:
        rows, first = _page(connection, planned, first, size)
        yield from _sorted(connection, rows)
    yield from _undated(connection, planned)


def _undated(connection: Connection, planned: Plan) -> Iterator[Place]:
    """Where the records without a first day stand, each once."""
    if size_of(connection, planned.select(planned.n).where(planned.order == "")) == MANY:
        yield from _by_id(connection, planned)
        return
    held = t.records.alias()
    source = planned.source.join(held, held.c.n == planned.n)
    wanted = select(held.c.id, held.c.n).select_from(source).where(*planned.where, planned.order == "")
    rows = connection.execution_options(yield_per=PAGE).execute(wanted.order_by(func.coalesce(held.c.id, "")))
    yield from (("", row.id, row.n) for row, _ in groupby(rows))


def _by_id(connection: Connection, planned: Plan) -> Iterator[Place]:
    """The same where they are many: all records in the order of their ids, and which of them are asked for."""
    last = ""
    while len(some := _after(connection, last)) > 0:
        numbers = [n for _, n in some]
        wanted = planned.select(planned.n).where(planned.n.in_(numbers), planned.order == "")
        found = set(connection.scalars(wanted))
        yield from (("", name, n) for name, n in some if n in found)
        last = some[-1][0]


def _after(connection: Connection, last: str) -> list[tuple[str, int]]:
    """Ids and numbers of the records that follow an id."""
    held = t.records.c
    asked = select(held.id, held.n).where(held.id > last).order_by(held.id)
    return [(row.id, row.n) for row in connection.execute(asked.limit(PAGE))]


def _page(
    connection: Connection, planned: Plan, first: str, size: int
) -> tuple[Sequence[Row[tuple[int, str]]], str | None]:
    """Rows of whole days from a first day on, and the day after them; None where there is nothing more."""
    wanted = planned.select(planned.n, planned.day).where(planned.order >= first).order_by(planned.order)
    rows = connection.execute(wanted.limit(size)).all()
    if len(rows) < size:
        return rows, None
    last = rows[-1].day
    whole = [row for row in rows if row.day < last]
    if len(whole) > 0:
        return whole, last
    day = planned.select(planned.n, planned.day).where(planned.day == last)
    return connection.execute(day).all(), f"{last}+"


def _sorted(connection: Connection, rows: Sequence[Row[tuple[int, str]]]) -> list[Place]:
    """Rows by day and id, each record once."""
    days = {row.n: row.day for row in rows}
    places: list[Place] = []
    for some in _by_pages(days):
        held = t.records.c
        found = connection.execute(select(held.n, held.id).where(held.n.in_(some)))
        places.extend((days[row.n], row.id, row.n) for row in found)
    return sorted(places)


def _by_pages(items: Iterable[_T]) -> Iterator[tuple[_T, ...]]:
    """Items, so many at once as a page holds."""
    left = iter(items)
    while page := tuple(islice(left, PAGE)):
        yield page
