"""What is to be written, gathered into rows of tables until there are enough for one step of the database."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table

from dragoman.model.because import Issue
from dragoman.model.event import Record
from dragoman.store.desk import order, tables
from dragoman.store.desk.base import StoredRevision
from dragoman.store.desk.dialect import Dialect
from dragoman.store.desk.facets import Facets, facets
from dragoman.store.desk.values import Told
from dragoman.store.desk.wire import body, column

Tally = tuple[Any, ...]
HELD_NAMES = 200_000
"""Names known to be written already, so that they are not handed over again: some ten megabytes."""


class Batch:
    """Rows in waiting."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._rows: dict[Table, list[tuple[Any, ...]]] = {}
        self._tallies: dict[Table, Counter[Tally]] = {}
        self._names: dict[Table, set[tuple[str, ...]]] = {}
        self._written: set[tuple[str, ...]] = set()
        self.records = 0

    def add(self, table: Table, row: tuple[Any, ...]) -> None:
        """A row in the order of the table's columns."""
        self._rows.setdefault(table, []).append(row)

    def revision(self, n: int, article: int, run: int, told: StoredRevision) -> None:
        """A revision of an article."""
        self.add(tables.revisions, (n, article, *revision_row(told, run)))

    def issues(self, revision: int, issues: Iterable[Issue]) -> None:
        """What was left open in a revision."""
        for place, issue in enumerate(issues):
            row = (revision, place, column(issue.stage), column(issue.reason), body(issue))
            self.add(tables.issues, row)

    def told(self, revision: int, told: Iterable[Told]) -> None:
        """What a revision tells that helps to date others."""
        for one in {(one.key, one.day, one.body): one for one in told}.values():
            self.add(tables.told, (revision, column(one.key), one.day.isoformat(), column(one.body)))

    def record(self, n: int, revision: int, place: int, record: Record) -> None:
        """A record as it is."""
        self.add(tables.records, (n, record.id, revision, place, body(record)))
        self.records += 1

    def index(self, n: int, record: Record) -> None:
        """What a record is searched by."""
        found = facets(record)
        day, kind, quad = found.row.day, found.row.type, found.row.quad
        counted = (day, kind, quad)
        self.add(tables.facets, (n, *found.row))
        for turn, party in enumerate(found.parties):
            self.add(tables.record_parties, (n, turn, *party[:-1], *counted))
            self._name(tables.entities, (party.entity, party.name))
        for pair in found.pairs:
            self.add(tables.record_pairs, (n, *pair, *counted))
        for mark in found.marks:
            self.add(tables.record_marks, (n, *mark, *counted))
        for name in found.names:
            self._name(tables.names, name)
        self.add(tables.record_words, (n, found.words))
        self.tally(found, 1)

    def tally(self, found: Facets, number: int) -> None:
        """Count a record, or with −1 one that goes."""
        for table, keys in tallies(found).items():
            counts = self._tallies.setdefault(table, Counter())
            for key in keys:
                counts[key] += number

    def flush(self, connection: Connection) -> None:
        """Write all of it, what others are tied to first."""
        for table in tables.METADATA.sorted_tables:
            rows = self._rows.pop(table, [])
            if len(rows) > 0:
                self._dialect.insert(connection, table, rows)
        for table, names in self._names.items():
            self._dialect.add_new(connection, table, sorted(names))
        for table, counts in self._tallies.items():
            if len(counts) == 0:  # none of the records has a pair
                continue
            self._dialect.count(connection, table, [(*key, number) for key, number in sorted(counts.items())])
        self._names, self._tallies, self.records = {}, {}, 0

    def forget(self) -> None:
        """Let go of what waits, and of what is known to be there."""
        self._rows, self._names, self._tallies, self._written, self.records = {}, {}, {}, set(), 0

    def _name(self, table: Table, row: tuple[str, ...]) -> None:
        if row in self._written:
            return
        if len(self._written) >= HELD_NAMES:
            self._written.clear()
        self._written.add(row)
        self._names.setdefault(table, set()).add(row)


def revision_row(told: StoredRevision, run: int) -> tuple[Any, ...]:
    """The columns of a revision after its number and its article's."""
    stored, edits = told.stored, told.edits
    return (
        stored.article.revision,
        run,
        told.turn,
        told.current,
        order.instant(stored.seen),
        stored.length,
        stored.kept,
        order.dated(stored.article),
        told.before,
        None if edits is None else order.written(edits),
        body(stored),
    )


def tallies(found: Facets) -> dict[Table, list[Tally]]:
    """Under which keys a record is counted."""
    row = found.row
    month, quad = row.day[: len("2019-05")], row.quad or 0
    return {
        tables.day_tallies: [(row.day, row.kind, row.type, quad)],
        tables.month_tallies: [(month, row.kind, row.type, quad, row.told, row.status, row.phase or "")],
        tables.pair_tallies: [(*pair, month, row.type, quad) for pair in found.pairs],
    }
