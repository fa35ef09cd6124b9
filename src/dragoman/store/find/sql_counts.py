"""A query and a connection → counts, from the tables of counts where these tell them, else from the rows that hold."""

from collections import Counter
from typing import Any, NamedTuple

from msgspec import structs
from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, and_, distinct, func, literal, or_, select

from dragoman.store.desk import tables as t
from dragoman.store.find import conditions
from dragoman.store.find.conditions import MARKS, SIDES
from dragoman.store.find.periods import LENGTHS, By, Per, period
from dragoman.store.find.plans import Plan, plan
from dragoman.store.find.query import TEXT, Clause, Exact, Query

Found = Counter[tuple[str, str]]
_OF_DAY = frozenset({"type", "quad", "record"})
_OF_ALL = frozenset({"type", "quad"})
_OF_MONTH = ("told", "status", "phase")
"""Keys that the tables of counts know: by day, by month together with one other, and what that other may be."""
PARTED = frozenset({"pair", TEXT, *SIDES, *MARKS})
"""Keys that other tables than `facets` answer."""
MOST_PARTED = 2
"""With each clause that is denied the questions double."""
_PERIOD, _VALUE = "counted_in", "counted_as"
"""Names that no column has: a database takes a column's name before a label's."""
_NAMES = {"record": "kind", "place": "country"}
"""Columns that have another name than the key."""


class _Groups(NamedTuple):
    """What rows are joined with to be told apart, the value they are told apart by, and whether rows then repeat."""

    source: FromClause
    value: ColumnElement[Any]
    repeats: bool = False


def counted(connection: Connection, query: Query, per: Per | None, by: By | None) -> Found:
    """The numbers of the records that are asked for, by period and value."""
    parts = _parts(query, per, by)
    if parts is not None:
        every, denied = (counted(connection, part, per, by) for part in parts)
        return every - denied
    tally = _tally(query, per, by)
    asked = _of_rows(connection, query, per, by) if tally is None else _of_tally(tally, query, per, by)
    found: Found = Counter()
    for day, value, number in connection.execute(asked):
        told = "" if value is None or value == 0 else str(value)
        found[period(day, per) if per == "week" else day, told] += number
    return found


def beyond(connection: Connection, query: Query, per: Per | None) -> int:
    """How many of the records that are asked for reach beyond the period in which they begin."""
    if per is None:
        return 0
    parts = _parts(query, per, None)
    if parts is not None:
        every, denied = (beyond(connection, part, per) for part in parts)
        return every - denied
    planned = plan(connection, query, ordered=False, facets=True)
    day, last_day = t.facets.c.day, t.facets.c.last_day
    number = func.count(distinct(planned.n)) if planned.repeats else func.count()
    lasting = conditions.LASTS, func.coalesce(day, "") > ""  # not by the index of days, which most records are in
    if per == "week":
        asked = planned.select(day, last_day, number).where(*lasting).group_by(day, last_day)
        return sum(n for one, last, n in connection.execute(asked) if period(last or "", per) != period(one, per))
    length = LENGTHS[per]
    differs = or_(last_day.is_(None), func.substr(last_day, 1, length) != func.substr(day, 1, length))
    return connection.scalar(planned.select(number).where(*lasting, differs)) or 0


def _parts(query: Query, per: Per | None, by: By | None) -> tuple[Query, Query] | None:
    """A query without what it denies, and one for what is denied: the second's counts come off the first's.

    Both are narrower questions to an index than a look at each record for what it must not have.
    """
    denied = [clause for clause in query.clauses if clause.negated and clause.key in PARTED]
    if not 0 < len(denied) <= MOST_PARTED or _tally(query, per, by) is not None:
        return None
    rest = tuple(clause for clause in query.clauses if clause is not denied[0])
    return Query(rest), Query((*rest, structs.replace(denied[0], negated=False)))


def _tally(query: Query, per: Per | None, by: By | None) -> Table | None:
    """A table of counts that answers all of a query, if there is one."""
    asked = {clause.key for clause in query.clauses}
    if by == "pair":
        return t.pair_tallies if len(asked) == 0 and per in (None, "year") else None
    asked |= set() if by is None else {by}
    if asked <= _OF_DAY:
        return t.day_tallies
    by_month = per not in ("day", "week") and any(asked <= {*_OF_ALL, field} for field in _OF_MONTH)
    return t.month_tallies if by_month else None


def _of_tally(tally: Table, query: Query, per: Per | None, by: By | None) -> Select[Any]:
    """Sums of counts."""
    value: ColumnElement[Any] = literal("")
    if by == "pair":
        value = tally.c.actor + ">" + tally.c.recipient
    elif by is not None:
        value = _told_in(tally, by)
    day = next(tally.c[name] for name in ("day", "month", "year") if name in tally.c)
    begins = _period(day, per).label(_PERIOD)
    asked = select(begins, value.label(_VALUE), func.sum(tally.c.number)).group_by(_PERIOD, _VALUE)
    fields = {key for key in (by, *(clause.key for clause in query.clauses)) if key in _OF_MONTH}
    of_field = (tally.c.field == fields.pop(),) if "field" in tally.c else ()
    return asked.where(*of_field, *(_in_tally(tally, clause) for clause in query.clauses))


def _told_in(tally: Table, key: str) -> ColumnElement[Any]:
    """The column of a table of counts that tells a key."""
    return tally.c["value" if key in _OF_MONTH else _NAMES.get(key, key)]


def _in_tally(tally: Table, clause: Clause) -> ColumnElement[bool]:
    """A clause on a table of counts, where what is missing is empty text, or zero."""
    column = _told_in(tally, clause.key)
    texts = [value.text if isinstance(value, Exact) else "" for value in clause.values]
    values = [int(text or 0) for text in texts] if clause.key == "quad" else texts
    return column.not_in(values) if clause.negated else column.in_(values)


def _of_rows(connection: Connection, query: Query, per: Per | None, by: By | None) -> Select[Any]:
    """Counts of rows."""
    planned = plan(connection, query, ordered=False, facets=by is not None and by in _IN_FACETS)
    groups = _groups(planned, by)
    number = func.count(distinct(planned.n)) if planned.repeats or groups.repeats else func.count()
    columns = _period(planned.day, per).label(_PERIOD), groups.value.label(_VALUE), number
    return select(*columns).select_from(groups.source).where(*planned.where).group_by(_PERIOD, _VALUE)


def _period(day: ColumnElement[str], per: Per | None) -> ColumnElement[str]:
    if per is None:
        return literal("")
    return day if per in ("day", "week") else func.substr(day, 1, LENGTHS[per])


_IN_FACETS = frozenset({"told", "factuality", "status", "phase", "place", "publisher", "record"})


def _groups(planned: Plan, by: By | None) -> _Groups:
    """How rows are told apart."""
    if by is None:
        return _Groups(planned.source, literal(""))
    if by in _IN_FACETS:
        return _Groups(planned.source, t.facets.c[_NAMES.get(by, by)])
    if by in ("type", "quad"):
        return _Groups(planned.source, planned.type if by == "type" else planned.quad)
    return _joined(planned, by)


def _joined(planned: Plan, by: By) -> _Groups:
    """Rows with what a record may have several of."""
    if by in MARKS:
        marks = t.record_marks.alias()
        tie = and_(marks.c.n == planned.n, marks.c.field == by)
        return _Groups(planned.source.outerjoin(marks, tie), marks.c.value)
    if by in SIDES:
        parties = t.record_parties.alias()
        tie = and_(parties.c.n == planned.n, parties.c.side == by)
        return _Groups(planned.source.outerjoin(parties, tie), parties.c.code, repeats=True)
    pairs = t.record_pairs.alias()
    value = pairs.c.actor + ">" + pairs.c.recipient
    return _Groups(planned.source.join(pairs, pairs.c.n == planned.n), value)
