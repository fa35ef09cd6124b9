"""A query and a database → where the database is to begin, and what it then checks: the select of its records' rows.

A desk is large and most questions are narrow. So the clauses that other tables answer are first counted, no further
than is worth knowing; the fewest are taken as the rows to begin with, and all else is checked row by row. Where all
are many, rows are read in the order of their days: then the first page is full soon.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, Select, false, func, not_, or_, select

from dragoman.store.desk import tables as t
from dragoman.store.find import conditions, full_text
from dragoman.store.find.conditions import COUNTED, MARKS, SIDES, Condition, Numbers
from dragoman.store.find.query import TEXT, Clause, Days, Nothing, Pair, Query

MANY = 20_000
"""So many numbers are read from an index in about ten milliseconds; what has more is not begun with for a page."""
_WITH_DAYS = ("pair", *SIDES, *sorted(MARKS))
"""Keys that tables answer which have day, type and quad of their own, so that a count needs no other."""
_LISTED = ("id", "article", "happening", *_WITH_DAYS)
"""Keys that other tables than `facets` answer, text aside; what is likely the least first."""
_NEVER_LACKING = frozenset({"id", "article"})
_INDEXED = frozenset({"type", "told", "status", "phase", "place", "publisher", "date", "published"})


class Plan(NamedTuple):
    """Rows to begin with, and what they have to answer.

    Attributes:
        source: The tables.
        n: Number of the record.
        day: Its first day, empty text where that is not known.
        order: The same for putting rows in order: where few rows are begun with, no index is to be walked for it.
        type: Its type, or empty text.
        quad: Its quad code.
        where: What has to hold.
        repeats: Whether a record may come several times.
    """

    source: FromClause
    n: ColumnElement[int]
    day: ColumnElement[str]
    order: ColumnElement[str]
    type: ColumnElement[str]
    quad: ColumnElement[int | None]
    where: tuple[Condition, ...]
    repeats: bool

    def select(self, *columns: ColumnElement[Any]) -> Select[Any]:
        """A select of columns from the rows that hold."""
        return select(*columns).select_from(self.source).where(*self.where)


class _Start(NamedTuple):
    """Clauses that can be begun with, the numbers they give, and whether these repeat."""

    clauses: tuple[Clause, ...]
    numbers: Numbers
    repeats: bool = False

    @property
    def table(self) -> FromClause:
        """The table, or tables, that the numbers are in."""
        return self.numbers.get_final_froms()[0]


def plan(connection: Connection, query: Query, *, ordered: bool, facets: bool = False) -> Plan:
    """How to ask a database for a query.

    Args:
        connection: Where to count.
        query: What is asked.
        ordered: Rows are wanted in the order of days and perhaps not all of them.
        facets: The rows of `facets` are wanted too.
    """
    starts = tuple(_starts(query, connection.dialect.name))
    sizes = [size(connection, start.numbers) for start in starts]
    least = min(sizes, default=MANY)
    narrow = size(connection, _narrow(query))
    few = min(least, narrow) < MANY
    if len(starts) == 0 or narrow < least or (ordered and not few):
        return _begun(query, None, few=few, facets=facets)
    return _begun(query, starts[sizes.index(least)], few=few, facets=facets)


def _starts(query: Query, dialect: str) -> Iterator[_Start]:
    """What can be begun with, what is likely the least first."""
    positive = [clause for clause in query.clauses if not clause.negated and Nothing() not in clause.values]
    for clause in (clause for key in _LISTED for clause in positive if clause.key == key):
        yield _Start((clause,), conditions.having(clause), _repeats(clause))
    words = tuple(clause for clause in positive if clause.key == TEXT)
    if len(words) > 0:
        yield _Start(words, full_text.found(words, dialect))


def _repeats(clause: Clause) -> bool:
    """Whether a record may answer a clause more than once."""
    if clause.key in ("party", "happening") or len(clause.values) > 1:
        return True
    if clause.key in SIDES:
        return not conditions.is_sector(clause.values[0])
    return isinstance(clause.values[0], Pair) and not clause.values[0].directed


def size(connection: Connection, numbers: Numbers) -> int:
    """How many numbers there are, MANY if there are more."""
    some = numbers.limit(MANY).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0


def _narrow(query: Query) -> Numbers:
    """Rows of facets that answer the clauses for which there is an index; a great many where there is none."""
    indexed = [clause for clause in query.clauses if clause.key in _INDEXED and not clause.negated]
    return select(t.facets.c.n).where(*(_on_row(clause, t.facets) for clause in indexed))


def _begun(query: Query, start: _Start | None, *, few: bool, facets: bool) -> Plan:
    """The plan that begins with a start, or with the rows of all records."""
    own: FromClause = t.facets if start is None or "day" not in start.table.c else start.table
    rest = tuple(clause for clause in query.clauses if start is None or clause not in start.clauses)
    source, begun = (own, ()) if start is None else _source(start, rest, facets=facets)
    where = (*begun, *(_checked(clause, own) for clause in rest), *_before_end(rest, own))
    repeats = start is not None and start.repeats
    order = func.coalesce(own.c.day, "") if few else own.c.day
    return Plan(source, own.c.n, own.c.day, order, own.c.type, own.c.quad, where, repeats)


def _source(start: _Start, rest: tuple[Clause, ...], *, facets: bool) -> tuple[FromClause, tuple[Condition, ...]]:
    """The tables of a plan that begins with a start, and the start's condition."""
    if start.clauses[0].key == TEXT:  # as a set: else the index of full text might be asked for each row again
        return t.facets, (t.facets.c.n.in_(start.numbers),)
    held = () if start.numbers.whereclause is None else (start.numbers.whereclause,)
    enough = {*_LISTED, *COUNTED, TEXT}
    if not facets and "day" in start.table.c and all(clause.key in enough for clause in rest):
        return start.table, held
    return start.table.join(t.facets, t.facets.c.n == conditions.number(start.numbers)), held


def _checked(clause: Clause, own: FromClause) -> Condition:
    """The condition of a clause on a row that is there already."""
    held = _on_row(clause, own)
    return func.coalesce(held, false()).is_(false()) if clause.negated else held


def _on_row(clause: Clause, own: FromClause) -> Condition:
    if clause.key in COUNTED:
        return conditions.counted(clause, own.c.type, own.c.quad)
    if clause.key == TEXT:
        return select(t.record_words.c.n).where(t.record_words.c.n == own.c.n, full_text.holds(clause)).exists()
    return _elsewhere(clause, own) if clause.key in _LISTED else conditions.on_facets(clause)


def _elsewhere(clause: Clause, own: FromClause) -> Condition:
    """A condition that another table answers, asked for one record."""
    may_lack = Nothing() in clause.values and clause.key not in _NEVER_LACKING
    empty = (not_(_tied(conditions.anything(clause), own)),) if may_lack else ()
    return or_(_tied(conditions.having(clause), own), *empty)


def _tied(numbers: Numbers, own: FromClause) -> Condition:
    """The number of a row is among some numbers."""
    return numbers.where(conditions.number(numbers) == own.c.n).correlate(own).exists()


def _before_end(clauses: tuple[Clause, ...], own: FromClause) -> Iterator[Condition]:
    """What follows from days asked for, for the day beside a party, pair or mark: its index is then cut short."""
    for clause in clauses if own is not t.facets else ():
        ends = [value.interval.end for value in clause.values if isinstance(value, Days)]
        known = [end for end in ends if end is not None]
        if clause.key == "date" and not clause.negated and len(known) == len(clause.values):
            yield own.c.day < max(known).isoformat()
