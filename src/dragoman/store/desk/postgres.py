"""PostgreSQL by URL: rows go in by COPY, full text lies in a column of type tsvector with a GIN index.

The words are cut by `dragoman.text.folding` and handed over with their places, so that no configuration of the server
decides what is found.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, make_url, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import Insert

from dragoman.errors import UsageError
from dragoman.store.desk.base import Fault
from dragoman.store.desk.dialect import Dialect, Rows

TURN = 0x647261676F6D616E
"""Number of the lock that writers take turns by: "dragoman" in ASCII."""
ANSWERS_WITHIN = 10
"""Seconds after which a server that does not answer is given up, unless the URL has its own `connect_timeout`."""
LAST_PLACE = 16_383
"""PostgreSQL counts places of words no further."""
CHECKED_AT_ONCE = 1_000
"""Records whose words are sent back for comparison in one go."""

_DIFFERING = text(
    "SELECT w.n FROM unnest(CAST(:numbers AS bigint[]), CAST(:terms AS text[])) AS told (n, terms) "
    "JOIN record_words w USING (n) WHERE w.terms IS DISTINCT FROM told.terms::tsvector"
)


class Postgres(Dialect):
    """A database of a server; `lock` makes writers take turns."""

    name = "postgres"
    named = "%({})s"

    def engine(self, url: str | URL) -> Engine:
        """Connections that are kept for the next one."""
        asked = make_url(url)
        patience = {} if "connect_timeout" in asked.query else {"connect_timeout": ANSWERS_WITHIN}
        return create_engine(asked, connect_args=patience)

    def reading(self, engine: Engine) -> Connection:
        """One snapshot from the first look on."""
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        connection = engine.connect().execution_options(**options)
        connection.execute(text("SELECT count(*) FROM migrations"))
        return connection

    def writing(self, engine: Engine) -> Connection:
        """It waits at the lock."""
        return engine.connect().execution_options(writes=True)

    def lock(self, connection: Connection) -> None:
        """Wait for one's turn; it ends with the transaction."""
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})

    def insert(self, connection: Connection, table: Table, rows: Rows) -> None:
        """COPY, the fastest way in."""
        columns = [column.name for column in table.columns]
        if table.name == "record_words":
            columns, rows = [*columns, "terms"], [(n, words, terms(words)) for n, words in rows]
        names = ", ".join(f'"{name}"' for name in columns)
        cursor: Any = connection.connection.cursor()
        with cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)

    def add_new(self, connection: Connection, table: Table, rows: Rows) -> None:
        """Rows that are there stay."""
        self._each(connection, table, "nothing", rows)

    def count(self, connection: Connection, table: Table, rows: Rows) -> None:
        """The last column is added up."""
        self._each(connection, table, "count", rows)

    def analyse(self, connection: Connection) -> None:
        """The server's own sample."""
        connection.execute(text("ANALYZE"))

    def faults(self, connection: Connection) -> Iterator[Fault]:
        """Words of the index; pages and ties are the server's own care."""
        found = connection.execution_options(yield_per=CHECKED_AT_ONCE).execute(
            text("SELECT n, words FROM record_words ORDER BY n")
        )
        for rows in found.partitions():
            told = {"numbers": [n for n, _ in rows], "terms": [terms(words) for _, words in rows]}
            for (n,) in connection.execute(_DIFFERING, told):
                yield Fault(kind="search", where=f"record_words {n}", detail="the index of full text holds other words")

    def backup(self, engine: Engine, path: Path) -> None:
        """Not offered: the server's own tools do it, and `View.dump` can be added to any desk."""
        raise UsageError(
            f"{str(path)!r}: a desk in PostgreSQL ({engine.url.database}) is backed up by pg_dump; "
            "or write the lines of its dump, which any desk takes again"
        )

    def _each(self, connection: Connection, table: Table, conflict: str, rows: Rows) -> None:
        names = [column.name for column in table.columns]
        connection.execute(_insert(table, conflict), [dict(zip(names, row, strict=True)) for row in rows])


def terms(words: str) -> str:
    """Folded words as PostgreSQL writes a tsvector.

    >>> terms("oil exports oil")
    "'oil':1,3 'exports':2"
    """
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words.split(), 1):
        places.setdefault(word, []).append(min(place, LAST_PLACE))
    return " ".join(f"'{word}':{_joined(found)}" for word, found in places.items())


def _joined(places: Sequence[int]) -> str:
    return ",".join(map(str, places))


def _insert(table: Table, conflict: str) -> Insert:
    statement = postgresql.insert(table)
    if conflict == "nothing":
        return statement.on_conflict_do_nothing()
    total = table.c.number + statement.excluded.number
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_={"number": total})
