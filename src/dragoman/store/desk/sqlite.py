"""SQLite: one file, read while it is written, its full text in an FTS5 table over the folded words."""

import glob
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import OperationalError

from dragoman.errors import OutputError
from dragoman.store.desk.base import Fault
from dragoman.store.desk.dialect import Dialect, Rows
from dragoman.store.replace import permissions

PATIENCE = 600
"""Seconds that a writer waits for another one's step; one step of `add` takes a few."""
PRAGMAS = (
    "PRAGMA page_size = 8192",  # of a new file: records of two kilobytes fill it better than half pages
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",  # with WAL a loss of power costs the last step at most, and harms nothing
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is removed is overwritten, not only forgotten
    "PRAGMA cache_size = -262144",  # 256 MB: the pages of all indexes of a million records that new ones go to
    "PRAGMA mmap_size = 2147418112",  # the most that SQLite allows
    "PRAGMA temp_store = MEMORY",
)
PAGES_BETWEEN_CHECKPOINTS = 16_384
"""128 MB of the log before it is worked into the file: pages that change often are then written once."""
ANALYSED_ROWS = 1_000
"""Rows that are looked at for each index, as SQLite's own documentation advises."""
SHARE = 8
"""Of columns with few values each is taken to stand in an eighth of all rows: some stand in most, and so few rows that
are looked at do not tell."""
_UNSELECTIVE = {"facets_type": " 1 1 1", "facets_told": "", "facets_status": "", "facets_phase": ""}
"""Indexes of such columns, and what SQLite is told about the columns that follow in them."""

_DIALECT = sqlite.dialect()


class Sqlite(Dialect):
    """One file."""

    name = "sqlite"
    named = ":{}"

    def engine(self, url: str | URL) -> Engine:
        """Connections that begin when they are told to; what one has read of the file serves its next user too."""
        engine = create_engine(url, max_overflow=-1, connect_args={"timeout": PATIENCE})
        event.listen(engine, "connect", _connected)
        event.listen(engine, "begin", _begun)
        return engine

    def reading(self, engine: Engine) -> Connection:
        """The first look fixes what is seen."""
        connection = engine.connect()
        connection.exec_driver_sql("SELECT count(*) FROM migrations").scalar()
        return connection

    def writing(self, engine: Engine) -> Connection:
        """It waits when it begins."""
        return engine.connect().execution_options(writes=True)

    def lock(self, connection: Connection) -> None:
        """Begin, at once and as a writer."""
        try:
            connection.begin()
        except OperationalError as error:
            raise OutputError(f"the desk cannot be written: {error.orig}") from error

    def insert(self, connection: Connection, table: Table, rows: Rows) -> None:
        """All rows by one prepared statement."""
        connection.exec_driver_sql(_insert(table), list(rows))

    def add_new(self, connection: Connection, table: Table, rows: Rows) -> None:
        """Rows that are there stay."""
        connection.exec_driver_sql(_insert(table, "nothing"), list(rows))

    def count(self, connection: Connection, table: Table, rows: Rows) -> None:
        """The last column is added up."""
        connection.exec_driver_sql(_insert(table, "count"), list(rows))

    def analyse(self, connection: Connection) -> None:
        """A look at some rows of each index."""
        connection.exec_driver_sql(f"PRAGMA analysis_limit = {ANALYSED_ROWS}")
        connection.exec_driver_sql("ANALYZE")
        rows = connection.exec_driver_sql("SELECT count(*) FROM facets").scalar_one()
        for index, rest in _UNSELECTIVE.items():
            told = (f"{rows} {max(rows // SHARE, 1)}{rest}", index)
            connection.exec_driver_sql("UPDATE sqlite_stat1 SET stat = ? WHERE idx = ?", told)
        connection.exec_driver_sql("ANALYZE sqlite_schema")  # has it read what was written

    def faults(self, connection: Connection) -> Iterator[Fault]:
        """Pages, ties, and every word of the index."""
        for (told,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if told != "ok":
                yield Fault(kind="file", where="SQLite", detail=told)
        for table, row, target, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Fault(kind="tie", where=f"{table} {row}", detail=f"points at a row of {target} that is not there")
        yield from _search_faults(connection)

    def backup(self, engine: Engine, path: Path) -> None:
        """A copy page by page through SQLite, beside its place until it is whole."""
        if path.exists() and engine.url.database is not None and path.samefile(engine.url.database):
            raise OutputError(f"{str(path)!r} is the desk itself")
        source = engine.raw_connection()
        try:
            _copied(source.driver_connection, path)  # type: ignore[arg-type]  # SQLite's own connection
        finally:
            source.close()


def _connected(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # this module says when a transaction begins
    for pragma in (*PRAGMAS, f"PRAGMA wal_autocheckpoint = {PAGES_BETWEEN_CHECKPOINTS}"):
        connection.execute(pragma).close()


def _begun(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@cache
def _insert(table: Table, conflict: str = "") -> str:
    """The statement that adds a row, its values in the order of the columns."""
    statement = sqlite.insert(table)
    if conflict == "nothing":
        statement = statement.on_conflict_do_nothing()
    if conflict == "count":
        number = table.c.number
        statement = statement.on_conflict_do_update(
            index_elements=list(table.primary_key), set_={"number": number + statement.excluded.number}
        )
    return str(statement.compile(dialect=_DIALECT))


def _copied(source: sqlite3.Connection, path: Path) -> None:
    """Copy into a file beside the path; what a killed copy left there is of no harm and goes with the next one."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.part*"):  # the copy and SQLite's own file beside it
        left.unlink()
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    os.close(number)
    try:
        with closing(sqlite3.connect(name)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        _synced(Path(name))
        Path(name).chmod(permissions(path))
        Path(name).replace(path)
        _synced(path.parent)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


def _synced(path: Path) -> None:
    """See to it that a file, or the names in a folder, are on the disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _search_faults(connection: Connection) -> Iterator[Fault]:
    """Records whose words the index of full text holds otherwise, by a sum over words and places."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab('main', 'record_search', 'instance')"
    )
    sums: dict[int, int] = {}
    for term, n, _, place in connection.exec_driver_sql("SELECT term, doc, col, offset FROM temp.terms"):
        sums[n] = sums.get(n, 0) ^ hash((term, place))
    for n, words in connection.exec_driver_sql("SELECT n, words FROM record_words"):
        if sums.pop(n, 0) != _sum(words):
            yield Fault(kind="search", where=f"record_words {n}", detail="the index of full text holds other words")
    for n in sums:
        yield Fault(kind="search", where=f"record_search {n}", detail="the index holds words of no record")


def _sum(words: str) -> int:
    found = 0
    for place, word in enumerate(words.split()):
        found ^= hash((word, place))
    return found
