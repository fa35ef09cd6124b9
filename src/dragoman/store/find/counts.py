"""A view of a desk and a query → how many records, by day, week, month or year and by what they are.

A record counts once in the period in which its act begins, however long the act lasts; how many reach beyond that
period is told beside. What has no first day is counted apart. Under what a record may have several of (mode, actor,
pair …) it counts once under each, and under "" where it has none; of pairs there is no such row.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from dragoman.errors import UsageError
from dragoman.model.event import Record
from dragoman.store.columns import parties
from dragoman.store.desk import facets
from dragoman.store.desk.base import View
from dragoman.store.find.periods import GROUPS, PERIODS, UNDATED, By, Count, Per, period
from dragoman.store.find.query import Query
from dragoman.store.find.raw import near
from dragoman.store.find.search import connection_of, matching, understood


class Counts(NamedTuple):
    """Counts by period and value, undated ones last, and how many records reach beyond the period they count in."""

    rows: tuple[Count, ...]
    beyond: int


def counts(view: View, query: Query | str = "", per: Per | None = None, by: By | None = None) -> Counts:
    """Count the records that a query asks for.

    Args:
        view: An open view of a desk.
        query: A query, or its text.
        per: Length of the periods; None puts all records into one, "".
        by: What records of a period are told apart by; None keeps them together, under "".

    Raises:
        UsageError: The text is not understood, or there is no such period or group.
    """
    _known("period", per, PERIODS)
    _known("group", by, GROUPS)
    asked = understood(query)
    connection = connection_of(view)
    if connection is None:
        return _looked_at(matching(view, asked), per, by)
    from dragoman.store.find import sql_counts  # noqa: PLC0415 - a desk in memory does without a database's library

    found = sql_counts.counted(connection, asked, per, by)
    return Counts(ordered(found), sql_counts.beyond(connection, asked, per))


def ordered(found: Counter[tuple[str, str]]) -> tuple[Count, ...]:
    """Counts in the order of time and values, undated ones last."""
    keys = sorted((key for key, number in found.items() if number > 0), key=lambda key: (key[0] == UNDATED, key))
    return tuple(Count(period, value, found[period, value]) for period, value in keys)


def _known(word: str, given: str | None, known: tuple[str, ...]) -> None:
    if given is not None and given not in known:
        raise UsageError(f"unknown {word} {given!r}{near(given, known)}; there are {', '.join(known)}")


def _looked_at(found: Iterable[Record], per: Per | None, by: By | None) -> Counts:
    """Counts of records at hand."""
    counter: Counter[tuple[str, str]] = Counter()
    beyond = 0
    for record in found:
        row = facets.facets(record)
        counter.update((period(row.row.day, per), value) for value in _values(record, row, by))
        last = row.row.last_day
        beyond += row.row.day != UNDATED and per is not None and period(last or "", per) != period(row.row.day, per)
    return Counts(ordered(counter), beyond)


def _values(record: Record, found: facets.Facets, by: By | None) -> set[str]:
    """Under what a record is counted."""
    if by is None:
        return {""}
    if by in ("actor", "recipient"):
        return {one.code or "" for one in parties(record)[by == "recipient"]} or {""}
    if by == "pair":
        return {f"{actor}>{recipient}" for actor, recipient in found.pairs}
    if by in ("mode", "context", "auxiliary", "source"):
        return {value for field, value in found.marks if field == by} or {""}
    return {_single(found, by)}


def _single(found: facets.Facets, by: By) -> str:
    field = {"place": "country", "record": "kind"}.get(by, by)
    told = getattr(found.row, field)
    return "" if told is None else str(told)
