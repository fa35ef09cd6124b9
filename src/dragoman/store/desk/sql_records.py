"""The records of revisions in a database: read, shown to queries, hidden from them, taken away."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, select

from dragoman.model.because import Issue
from dragoman.model.event import Record
from dragoman.store.desk import tables, wire
from dragoman.store.desk.base import Coding, StoredArticle
from dragoman.store.desk.facets import Facets, facets
from dragoman.store.desk.rows import Batch, Tallies
from dragoman.store.desk.values import Run, Told


class Kept(NamedTuple):
    """A record with its number."""

    n: int
    record: Record


class Records:
    """What a writer does with records that are there."""

    def __init__(self, connection: Connection, batch: Batch) -> None:
        self._connection = connection
        self._batch = batch

    def of(self, revision: int) -> list[Kept]:
        """The records of a revision in the order of the text."""
        return records_of(self._connection, revision)

    def coding(self, revision: int, stored: StoredArticle, run: Run) -> Coding:
        """A revision as it was handed in."""
        return Coding(
            stored=stored,
            run=run,
            records=tuple(one.record for one in self.of(revision)),
            issues=issues(self._connection, revision),
            told=told(self._connection, revision),
        )

    def show(self, revision: int) -> None:
        """Let queries find the records of a revision."""
        for kept in self.of(revision):
            if not self._is_shown(kept.n):
                self._batch.index(kept.n, kept.record)

    def hide(self, revision: int) -> None:
        """Let no query find the records of a revision; they stay."""
        shown = [kept for kept in self.of(revision) if self._is_shown(kept.n)]
        found = [facets(kept.record) for kept in shown]
        for one in found:
            self._batch.uncount(one)
        for kept in shown:
            self._connection.execute(delete(tables.facets).where(tables.facets.c.n == kept.n))
        self._batch.flush(self._connection)
        self._clean(found)
        self._batch.forget()

    def take(self, revision: int) -> None:
        """Take the records of a revision away."""
        self.hide(revision)
        self._connection.execute(delete(tables.records).where(tables.records.c.revision == revision))

    def _is_shown(self, n: int) -> bool:
        return self._connection.scalar(select(tables.facets.c.n).where(tables.facets.c.n == n)) is not None

    def _clean(self, found: Sequence[Facets]) -> None:
        """Names and counts of which nothing is left."""
        tallies = Tallies()
        for one in found:
            tallies.add(one)
        for table, counts in tallies.counted():
            for counted, _ in counts:
                self._connection.execute(delete(table).where(*_at(table, counted), table.c.number == 0))
        for one in found:
            for party in one.parties:
                self._drop_entity(party.entity)
            for name in one.names:
                self._drop_name(name.kind, name.of)

    def _drop_entity(self, entity: str) -> None:
        parties, entities = tables.record_parties.c, tables.entities.c
        left = exists().where(parties.entity == entity)
        self._connection.execute(delete(tables.entities).where(entities.entity == entity, ~left))

    def _drop_name(self, kind: str, of: str) -> None:
        names = tables.names.c
        left = exists().where(tables.facets.c[kind] == of)
        self._connection.execute(delete(tables.names).where(names.kind == kind, names.of == of, ~left))


def _at(table: Table, counted: Sequence[object]) -> list[ColumnElement[bool]]:
    return [column == part for column, part in zip(table.primary_key, counted, strict=True)]


def records_of(connection: Connection, revision: int) -> list[Kept]:
    """The records of a revision in the order of the text."""
    columns = tables.records.c
    asked = select(columns.n, columns.body).where(columns.revision == revision).order_by(columns.place)
    return [Kept(n, wire.record(body)) for n, body in connection.execute(asked)]


def issues(connection: Connection, revision: int) -> tuple[Issue, ...]:
    """What was left open in a revision."""
    columns = tables.issues.c
    asked = select(columns.body).where(columns.revision == revision).order_by(columns.place)
    return tuple(wire.value(body, Issue) for body in connection.scalars(asked))


def told(connection: Connection, revision: int) -> tuple[Told, ...]:
    """What a revision tells that helps to date others."""
    columns = tables.told.c
    asked = select(columns.key, columns.day, columns.body).where(columns.revision == revision)
    rows = connection.execute(asked.order_by(columns.key, columns.day, columns.body))
    return tuple(told_of(*row) for row in rows)


def told_of(key: str, day: str, body: str) -> Told:
    """A row as a value."""
    return Told(key=key, day=dt.date.fromisoformat(day), body=body)
