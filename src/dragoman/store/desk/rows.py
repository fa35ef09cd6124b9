"""What is to be written, gathered into rows of tables until there are enough for one step of the database."""

from collections import Counter
from collections.abc import Iterable, Iterator
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
YEAR, MONTH = len("2019"), len("2019-05")
HELD_TALLIES = 100_000
"""Numbers that wait to be added up: the more, the more records fall under each; some twenty megabytes."""
HELD_NAMES = 200_000
"""Names known to be written already, so that they are not handed over again: some ten megabytes."""


class Batch:
    """Rows in waiting."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._rows: dict[Table, list[tuple[Any, ...]]] = {table: [] for table in tables.METADATA.sorted_tables}
        self._come, self._gone = Tallies(), Tallies()
        self._names: dict[Table, set[tuple[str, ...]]] = {}
        self._written: set[tuple[str, ...]] = set()
        self.records = 0

    def add(self, table: Table, row: tuple[Any, ...]) -> None:
        """A row in the order of the table's columns."""
        self._rows[table].append(row)

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
        counted, rows = (found.row.day, found.row.type, found.row.quad), self._rows
        rows[tables.facets].append((n, *found.row))
        rows[tables.record_words].append((n, found.words))
        rows[tables.record_pairs] += [(n, *pair, *counted) for pair in found.pairs]
        rows[tables.record_marks] += [(n, *mark, *counted) for mark in found.marks]
        rows[tables.record_parties] += [(n, turn, *one[:-1], *counted) for turn, one in enumerate(found.parties)]
        for party in found.parties:
            self._name(tables.entities, (party.entity, party.name))
        for name in found.names:
            self._name(tables.names, name)
        self._come.add(found)

    def uncount(self, found: Facets) -> None:
        """Count a record no more."""
        self._gone.add(found)

    def flush(self, connection: Connection) -> None:
        """Write all of it."""
        self.flush_rows(connection)
        for sign, found in ((1, self._come), (-1, self._gone)):
            for table, counts in found.counted():
                self._dialect.count(connection, table, [(*key, sign * number) for key, number in sorted(counts)])
        self._come, self._gone = Tallies(), Tallies()

    def flush_rows(self, connection: Connection) -> None:
        """Write all but the numbers of records, what others are tied to first."""
        for table, rows in self._rows.items():
            if len(rows) > 0:
                self._dialect.insert(connection, table, rows)
                self._rows[table] = []
        for table, names in self._names.items():
            self._dialect.add_new(connection, table, sorted(names))
        self._names, self.records = {}, 0
        if len(self._come) >= HELD_TALLIES:
            self.flush(connection)

    def forget(self) -> None:
        """Names that were known to be there may be gone."""
        self._written.clear()

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


class Tallies:
    """Records as they are counted."""

    def __init__(self) -> None:
        self._days: list[Tally] = []
        self._months: list[Tally] = []
        self._pairs: list[Tally] = []

    def __len__(self) -> int:
        return len(self._days) + len(self._months) + len(self._pairs)

    def add(self, found: Facets) -> None:
        """Count a record."""
        row = found.row
        year, month, quad = row.day[:YEAR], row.day[:MONTH], row.quad or 0
        rest = month, row.type, quad
        self._days.append((row.day, row.kind, row.type, quad))
        self._months.append(("told", row.told, *rest))
        self._months.append(("status", row.status, *rest))
        self._months.append(("phase", row.phase or "", *rest))
        self._pairs += [(*pair, year) for pair in found.pairs]

    def counted(self) -> Iterator[tuple[Table, list[tuple[Tally, int]]]]:
        """Tables that count any of them, with keys and numbers."""
        every = {
            tables.day_tallies: self._days,
            tables.month_tallies: self._months,
            tables.pair_tallies: self._pairs,
        }
        return ((table, list(Counter(keys).items())) for table, keys in every.items() if len(keys) > 0)
