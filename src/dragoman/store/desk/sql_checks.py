"""A desk in a database → what its rows say that what was handed in does not: columns, indexes of searches, counts."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, exists, select

from dragoman.store.desk import checks, order, tables, wire
from dragoman.store.desk.base import Coding, Fault, StoredArticle
from dragoman.store.desk.facets import Facets, facets
from dragoman.store.desk.ids import RunId
from dragoman.store.desk.rows import Tallies, Tally, revision_row
from dragoman.store.desk.sql_beside import current_member
from dragoman.store.desk.values import Judgement

AT_ONCE = 1_000
"""Records compared together."""
Rows = dict[int, list[tuple[Any, ...]]]
_CHILDREN = (tables.facets, tables.record_parties, tables.record_pairs, tables.record_marks, tables.record_words)


class Checks:
    """All that is compared."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def faults(self, codings: Iterable[Coding]) -> Iterator[Fault]:
        """What cannot be right, given everything that was handed in; what cannot be read ends the search."""
        unreadable = list(self._unreadable())
        yield from unreadable
        if len(unreadable) > 0:
            return
        for coding in codings:
            yield from checks.faults(coding)
        yield from self._articles()
        yield from self._records()
        yield from self._names()
        yield from self._judgements()
        yield from self._derived()

    def _unreadable(self) -> Iterator[Fault]:
        """Bodies that are no longer the JSON of what they were."""
        kept = (
            (tables.records, tables.records.c.id, wire.record),
            (tables.revisions, tables.revisions.c.revision, lambda body: wire.value(body, StoredArticle)),
        )
        for table, name, read in kept:
            rows = self._connection.execution_options(yield_per=AT_ONCE).execute(select(name, table.c.body))
            for where, body in rows:
                try:
                    read(body)
                except ValueError as fault:
                    yield Fault(kind="body", where=str(where), detail=f"cannot be read in {table.name}: {fault}")

    def _articles(self) -> Iterator[Fault]:
        """Columns of revisions, and which of them is current."""
        revisions, articles, runs = tables.revisions, tables.articles, tables.runs
        asked = select(articles.c.id, runs.c.n, runs.c.id, *revisions.c).join_from(articles, revisions).join(runs)
        rows = self._connection.execution_options(yield_per=AT_ONCE).execute(asked.order_by(articles.c.id))
        for article, some in groupby(rows, key=lambda row: row[0]):
            yield from _revisions(article, list(some))

    def _records(self) -> Iterator[Fault]:
        """Columns of records, what they are searched by, and how they are counted."""
        counts, last = Tallies(), 0
        while len(some := self._some(last)) > 0:
            kept = {table: self._rows(table, some[0][0], some[-1][0]) for table in _CHILDREN}
            for n, name, current, body in some:
                record = wire.record(body)
                found = facets(record) if current else None
                if record.id != name:
                    yield Fault(kind="id", where=name, detail=f"stands in the row of {record.id}")
                yield from _row_faults(n, name, found, kept)
                if found is not None:
                    counts.add(found)
            last = some[-1][0]
        yield from self._tallies(dict(counts.counted()))

    def _some(self, after: int) -> list[Any]:
        records, revisions = tables.records, tables.revisions
        asked = select(records.c.n, records.c.id, revisions.c.current, records.c.body).join(revisions)
        return list(self._connection.execute(asked.where(records.c.n > after).order_by(records.c.n).limit(AT_ONCE)))

    def _rows(self, table: Table, first: int, last: int) -> Rows:
        """Rows by the number of their record."""
        found: Rows = {}
        for n, *rest in self._connection.execute(select(table).where(table.c.n.between(first, last))):
            found.setdefault(n, []).append(tuple(rest))
        return found

    def _tallies(self, counts: dict[Table, list[tuple[Tally, int]]]) -> Iterator[Fault]:
        for table in (tables.day_tallies, tables.month_tallies, tables.pair_tallies):
            wanted = dict(counts.get(table, []))
            for *key, number in self._connection.execute(select(table)):
                if wanted.pop(tuple(key), 0) != number:
                    yield Fault(kind="count", where=f"{table.name} {key}", detail=f"is not {number}")
            for missing in wanted:
                yield Fault(kind="count", where=f"{table.name} {list(missing)}", detail="is not there")

    def _names(self) -> Iterator[Fault]:
        """Entities without a name, and names of nothing."""
        parties, entities = tables.record_parties.c, tables.entities.c
        unnamed = select(parties.entity).where(~exists().where(entities.entity == parties.entity)).distinct()
        unused = select(entities.entity).where(~exists().where(parties.entity == entities.entity))
        for name in self._connection.scalars(unnamed):
            yield Fault(kind="name", where=name, detail="has no name in entities")
        for name in self._connection.scalars(unused):
            yield Fault(kind="name", where=name, detail="stands in entities and in no record")

    def _judgements(self) -> Iterator[Fault]:
        told, records = tables.judgements, tables.judgement_records.c
        for n, name, body in self._connection.execute(select(told.c.n, told.c.id, told.c.body)):
            judgement = wire.value(body, Judgement)
            if judgement.id != name:
                yield Fault(kind="judgement", where=name, detail="was changed after it was made")
            on = set(self._connection.scalars(select(records.record).where(records.judgement == n)))
            if on != set(judgement.records):
                yield Fault(kind="judgement", where=name, detail="is tied to other records than it names")

    def _derived(self) -> Iterator[Fault]:
        """Entries that count as fresh and rest on records that are not there, or superseded."""
        derived, members = tables.derived, tables.derived_members
        asked = select(derived.c.kind, derived.c.id, members.c.record).join_from(derived, members)
        for kind, name, record in self._connection.execute(asked.where(~derived.c.stale, ~current_member())):
            yield Fault(kind="derived", where=f"{kind} {name}", detail=f"rests on {record}, which is not current")


def _revisions(article: str, rows: list[Any]) -> Iterator[Fault]:
    """Revisions of one article against what follows from their bodies."""
    bodies = {row.revision: wire.value(row.body, StoredArticle) for row in rows}
    kept = {row.revision: row for row in rows}
    for name, stored in bodies.items():
        if wire.key(stored.article.id) != article or stored.article.revision != name:
            yield Fault(kind="id", where=f"{article} {name}", detail="holds another article or revision")
            return
    for told in order.chain((bodies[name], RunId(row[2])) for name, row in kept.items()):
        row = kept[told.stored.article.revision]
        if tuple(row)[5:] != revision_row(told, row[1]):
            yield Fault(kind="revision", where=f"{article} {row.revision}", detail="its columns say otherwise")


def _row_faults(n: int, name: str, found: Facets | None, kept: dict[Table, Rows]) -> Iterator[Fault]:
    """Rows of a record against what it is searched by; one that is not current has none."""
    for table, rows in _wanted(found).items():
        if sorted(kept[table].get(n, []), key=repr) != sorted(rows, key=repr):
            yield Fault(kind="row", where=name, detail=f"has other rows in {table.name} than follow from it")


def _wanted(found: Facets | None) -> dict[Table, list[tuple[Any, ...]]]:
    if found is None:
        return {table: [] for table in _CHILDREN}
    counted = (found.row.day, found.row.type, found.row.quad)
    return {
        tables.facets: [tuple(found.row)],
        tables.record_parties: [(turn, *one[:-1], *counted) for turn, one in enumerate(found.parties)],
        tables.record_pairs: [(*pair, *counted) for pair in found.pairs],
        tables.record_marks: [(*mark, *counted) for mark in found.marks],
        tables.record_words: [(found.words,)],
    }
