"""Reads a desk in a database, as it was when the view was opened."""

import datetime as dt
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, RowMapping, Select, Table, func, select

from dragoman.model.because import Issue
from dragoman.model.event import Record
from dragoman.model.ids import ArticleId, RecordId, Revision
from dragoman.store.desk import order, tables, wire
from dragoman.store.desk.base import Coding, Fault, Standing, StoredArticle, StoredRevision, View
from dragoman.store.desk.dialect import Dialect
from dragoman.store.desk.dump import dump
from dragoman.store.desk.ids import DerivedId, RunId
from dragoman.store.desk.sql_checks import Checks
from dragoman.store.desk.sql_records import issues, records_of, told, told_of
from dragoman.store.desk.values import Derived, Judgement, Run, Told

AT_ONCE = 1_000
"""Rows fetched together: a few megabytes."""


class SqlView(View):
    """One snapshot. `connection` is for those who ask questions of their own."""

    def __init__(self, engine: Engine, dialect: Dialect) -> None:
        self.connection: Connection = dialect.reading(engine)
        self.dialect = dialect

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    def codings(self) -> Iterator[Coding]:
        """All revisions with their records."""
        runs = {run.id: run for run in self.runs()}
        for row in self._rows(_REVISIONS.order_by(*_IN_ORDER)):
            yield Coding(
                stored=wire.value(row["body"], StoredArticle),
                run=runs[RunId(row["run_id"])],
                records=tuple(one.record for one in records_of(self.connection, row["n"])),
                issues=issues(self.connection, row["n"]),
                told=told(self.connection, row["n"]),
            )

    def articles(self) -> Iterator[StoredRevision]:
        """All revisions."""
        return map(_revision, self._rows(_REVISIONS.order_by(*_IN_ORDER)))

    def undated(self) -> Iterator[StoredRevision]:
        """Current revisions of articles that were read without a date."""
        where = tables.revisions.c.current, ~tables.revisions.c.dated
        return map(_revision, self._rows(_REVISIONS.where(*where).order_by(*_IN_ORDER)))

    def revisions(self, article: ArticleId) -> tuple[StoredRevision, ...]:
        """The revisions of one article."""
        asked = _REVISIONS.where(tables.articles.c.id == wire.key(article))
        return tuple(map(_revision, self._rows(asked.order_by(*_IN_ORDER))))

    def copies(self) -> tuple[tuple[ArticleId, ...], ...]:
        """Articles of one text; only rows of such are read."""
        columns = tables.revisions.c
        several = select(columns.revision).where(columns.current).group_by(columns.revision).having(func.count() > 1)
        asked = select(columns.body).where(columns.current, columns.revision.in_(several))
        return order.copies(wire.value(row["body"], StoredArticle).article for row in self._rows(asked))

    def record(self, record: RecordId) -> Record | None:
        """A record by its id."""
        columns = tables.records.c
        found = self.connection.scalar(select(columns.body).where(columns.id == record))
        return None if found is None else wire.record(found)

    def records(self, article: ArticleId | None = None) -> Iterator[Record]:
        """The records of current revisions."""
        return (wire.record(body) for body in self._bodies(article))

    def lines(self) -> Iterator[bytes]:
        """The lines of current revisions."""
        return (body.encode() + b"\n" for body in self._bodies(None))

    def _bodies(self, article: ArticleId | None) -> Iterator[str]:
        asked = select(tables.records.c.body).select_from(_WITH_ARTICLES).where(tables.revisions.c.current)
        if article is not None:
            asked = asked.where(tables.articles.c.id == wire.key(article))
        return (row["body"] for row in self._rows(asked.order_by(tables.records.c.id)))

    def judgements(self, record: RecordId | None = None) -> tuple[Judgement, ...]:
        """Judgements by time and id."""
        columns = tables.judgements.c
        asked = select(columns.body).order_by(columns.at, columns.id)
        if record is not None:
            asked = asked.join(tables.judgement_records).where(tables.judgement_records.c.record == record)
        return tuple(wire.value(row["body"], Judgement) for row in self._rows(asked))

    def derived(self, kind: str) -> Iterator[Derived]:
        """The derived entries of a kind."""
        columns = tables.derived.c
        for row in self._rows(select(tables.derived).where(columns.kind == kind).order_by(columns.id)):
            yield _derived(row, self._members(row["n"]))

    def _members(self, derived: int) -> tuple[RecordId, ...]:
        columns = tables.derived_members.c
        asked = select(columns.record).where(columns.derived == derived).order_by(columns.turn)
        return tuple(RecordId(record) for record in self.connection.scalars(asked))

    def issues(self, article: ArticleId | None = None) -> Iterator[tuple[ArticleId, Revision, Issue]]:
        """What was left open."""
        on = tables.issues.c.revision == tables.revisions.c.n
        asked = _REVISIONS.join(tables.issues, on).add_columns(tables.issues.c.body.label("issue"))
        if article is not None:
            asked = asked.where(tables.articles.c.id == wire.key(article))
        for row in self._rows(asked.order_by(*_IN_ORDER, tables.issues.c.place)):
            told = wire.value(row["body"], StoredArticle).article
            yield told.id, told.revision, wire.value(row["issue"], Issue)

    def told(self, keys: Iterable[str], most: int) -> tuple[Told, ...]:
        """What current revisions tell under any of these keys."""
        columns = tables.told.c
        asked = select(func.min(columns.key).label("key"), columns.day, columns.body).join(tables.revisions)
        asked = asked.where(tables.revisions.c.current, columns.key.in_([wire.column(one) for one in keys]))
        asked = asked.group_by(columns.day, columns.body).order_by(columns.day, columns.body).limit(most)
        return tuple(told_of(*row) for row in self.connection.execute(asked))

    def told_days(self, key: str, most: int | None = None) -> tuple[tuple[dt.date, int], ...]:
        """Days under a key."""
        columns = tables.told.c
        asked = select(columns.day, func.count()).join(tables.revisions)
        asked = asked.where(tables.revisions.c.current, columns.key == wire.column(key))
        found = self.connection.execute(asked.group_by(columns.day).order_by(columns.day).limit(most))
        return tuple((dt.date.fromisoformat(day), number) for day, number in found)

    def runs(self) -> tuple[Run, ...]:
        """The runs whose records are there."""
        asked = select(tables.runs.c.body).order_by(tables.runs.c.id)
        return tuple(wire.value(row["body"], Run) for row in self._rows(asked))

    def marked(self, key: str) -> str | None:
        """A line of the journal."""
        return self.connection.scalar(select(tables.journal.c.value).where(tables.journal.c.key == key))

    def standing(self) -> Standing:
        """How much is there."""
        current = self._count(tables.facets)
        return Standing(
            articles=self._count(tables.articles),
            revisions=self._count(tables.revisions),
            records=current,
            superseded=self._count(tables.records) - current,
            judgements=self._count(tables.judgements),
            derived=self._count(tables.derived),
            issues=self._count(tables.issues),
            runs=self._count(tables.runs),
        )

    def dump(self) -> Iterator[bytes]:
        """Everything in one order."""
        kinds = select(tables.derived.c.kind).distinct().order_by(tables.derived.c.kind)
        return dump(self, self.connection.scalars(kinds).all())

    def verify(self) -> Iterator[Fault]:
        """Everything that cannot be right."""
        yield from self.dialect.faults(self.connection)
        yield from Checks(self.connection).faults(self.codings())

    def _count(self, table: Table) -> int:
        return self.connection.scalar(select(func.count()).select_from(table)) or 0

    def _rows(self, asked: Select[Any]) -> Iterator[RowMapping]:
        """Rows as they are needed."""
        return iter(self.connection.execution_options(yield_per=AT_ONCE).execute(asked).mappings())


_WITH_ARTICLES = tables.records.join(tables.revisions).join(tables.articles)
_WITH_RUNS = tables.revisions.join(tables.articles).join(tables.runs)
_REVISIONS = select(tables.revisions, tables.runs.c.id.label("run_id")).select_from(_WITH_RUNS)
_IN_ORDER = tables.articles.c.id, tables.revisions.c.turn


def _revision(row: RowMapping) -> StoredRevision:
    return StoredRevision(
        stored=wire.value(row["body"], StoredArticle),
        run=RunId(row["run_id"]),
        turn=row["turn"],
        current=row["current"],
        before=row["before"],
        edits=None if row["edits"] is None else order.read(row["edits"]),
    )


def _derived(row: RowMapping, members: tuple[RecordId, ...]) -> Derived:
    day, last = (None if side is None else dt.date.fromisoformat(side) for side in (row["day"], row["last_day"]))
    return Derived(
        kind=row["kind"],
        id=DerivedId(row["id"]),
        members=members,
        body=row["body"],
        day=day,
        last_day=last,
        stale=row["stale"],
    )
