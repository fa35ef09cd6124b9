"""What hangs on records in a database, written: judgements, derived entries, the journal."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, select, update

from dragoman.model.ids import RecordId
from dragoman.store.desk import order, tables
from dragoman.store.desk.values import Derived, Judgement
from dragoman.store.desk.wire import body, column, key

AT_ONCE = 500
"""Ids asked for in one statement."""


class Beside:
    """What a writer does with what hangs on records."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def judge(self, judgement: Judgement, n: int) -> None:
        """Add a judgement, unless it is there."""
        run, judgements = self._connection.execute, tables.judgements
        if self._connection.scalar(select(judgements.c.n).where(judgements.c.id == judgement.id)) is not None:
            return
        fixed = {"kind": column(judgement.kind), "verdict": column(judgement.verdict), "by": column(judgement.by)}
        at = order.instant(judgement.at)
        run(insert(judgements).values(n=n, id=judgement.id, at=at, body=body(judgement), **fixed))
        for record in sorted(set(judgement.records)):
            run(insert(tables.judgement_records).values(judgement=n, record=record))
        for article in sorted(set(judgement.articles)):
            run(insert(tables.judgement_articles).values(judgement=n, article=key(article)))

    def derive(self, kind: str, entries: Iterable[tuple[int, Derived]]) -> None:
        """Put entries, each with its number, in the place of all of a kind."""
        self._connection.execute(delete(tables.derived).where(tables.derived.c.kind == kind))
        rows, members = [], []
        for n, one in {entry.id: (n, entry) for n, entry in entries}.values():
            day, last = (None if side is None else side.isoformat() for side in (one.day, one.last_day))
            told = {"kind": kind, "id": one.id, "day": day, "last_day": last, "stale": one.stale, "body": one.body}
            rows.append({"n": n, **told})
            members += [{"derived": n, "record": record, "turn": turn} for turn, record in enumerate(one.members)]
        for table, found in ((tables.derived, rows), (tables.derived_members, members)):
            if len(found) > 0:
                self._connection.execute(insert(table), found)
        lost = exists().where(tables.derived_members.c.derived == tables.derived.c.n, ~current_member())
        self._connection.execute(update(tables.derived).where(tables.derived.c.kind == kind, lost).values(stale=True))

    def mark(self, name: str, told: str) -> None:
        """Write a line of the journal."""
        self._connection.execute(delete(tables.journal).where(tables.journal.c.key == name))
        self._connection.execute(insert(tables.journal).values(key=name, value=told))

    def spoil(self, records: Iterable[RecordId]) -> set[int]:
        """Mark what rests on records as to be derived again; gives the numbers."""
        found: set[int] = set()
        for some in _parts(records):
            members = tables.derived_members.c
            found |= set(self._connection.scalars(select(members.derived).where(members.record.in_(some))))
        for n in sorted(found):
            self._connection.execute(update(tables.derived).where(tables.derived.c.n == n).values(stale=True))
        return found

    def leave(self, records: frozenset[RecordId]) -> int:
        """Take away what rests on these records alone, and them from what rests on others too; gives how many went."""
        spoiled = self.spoil(records)
        members = tables.derived_members.c
        for some in _parts(records):
            self._connection.execute(delete(tables.derived_members).where(members.record.in_(some)))
        left = exists().where(members.derived == tables.derived.c.n)
        gone = 0
        for n in sorted(spoiled):
            gone += self._connection.execute(delete(tables.derived).where(tables.derived.c.n == n, ~left)).rowcount
        return gone

    def leave_judgements(self, article: str) -> int:
        """Take away the judgements on an article that are on no other one that is there; gives how many went."""
        told, here = tables.judgement_articles.c, tables.articles.c
        other = exists().where(told.judgement == tables.judgements.c.n, told.article == here.id)
        on_it = select(told.judgement).where(told.article == article)
        self._connection.execute(insert(tables.leaving).values(article=article))
        where = tables.judgements.c.n.in_(on_it), ~other
        gone = self._connection.scalar(select(func.count()).select_from(tables.judgements).where(*where))
        self._connection.execute(delete(tables.judgements).where(*where))
        self._connection.execute(delete(tables.leaving))
        return gone or 0


def current_member() -> ColumnElement[bool]:
    """Whether a member of a derived entry is a record of a current revision."""
    records, facets = tables.records.c, tables.facets.c
    return exists().where(records.id == tables.derived_members.c.record, facets.n == records.n)


def _parts(records: Iterable[RecordId]) -> Iterable[list[RecordId]]:
    every = sorted(records)
    return (every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE))
