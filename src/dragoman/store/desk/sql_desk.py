"""A desk in a database: SQLite in one file, or PostgreSQL by URL."""

from pathlib import Path
from types import TracebackType

from dragoman.store.desk.base import Desk
from dragoman.store.desk.dialect import Dialect
from dragoman.store.desk.migrations import migrate
from dragoman.store.desk.sql_view import SqlView
from dragoman.store.desk.sql_writer import SqlWriter


class SqlDesk(Desk):
    """Brings the tables to what this version knows when it is opened."""

    def __init__(self, url: str, dialect: Dialect) -> None:
        self.dialect = dialect
        self.engine = dialect.engine(url)
        try:
            migrate(self.engine, dialect)
        except BaseException:
            self.engine.dispose()
            raise
        self._open = self.engine.connect()  # SQLite works its log into the file when the last connection goes

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def writer(self) -> SqlWriter:
        """What changes it."""
        return SqlWriter(self.engine, self.dialect)

    def view(self) -> SqlView:
        """What reads it."""
        return SqlView(self.engine, self.dialect)

    def backup(self, path: str | Path) -> None:
        """A whole copy, or nothing."""
        self.dialect.backup(self.engine, Path(path))

    def close(self) -> None:
        """Let go of all connections."""
        self._open.close()
        self.engine.dispose()
