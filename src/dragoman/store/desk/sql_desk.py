"""A desk in a database: SQLite in one file, or PostgreSQL by URL."""

from pathlib import Path
from types import TracebackType

from sqlalchemy import URL, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, ProgrammingError

from dragoman.errors import InputError, OutputError, UsageError
from dragoman.store.desk.base import Desk
from dragoman.store.desk.dialect import Dialect
from dragoman.store.desk.migrations import migrate
from dragoman.store.desk.sql_view import SqlView
from dragoman.store.desk.sql_writer import SqlWriter

OURS = (IntegrityError, ProgrammingError)
"""What a database says where this program is wrong: such an error stays as it is."""


class SqlDesk(Desk):
    """Brings the tables to what this version knows when it is opened."""

    def __init__(self, url: str | URL, dialect: Dialect) -> None:
        self.dialect = dialect
        try:
            self.engine = dialect.engine(url)
        except (ArgumentError, ValueError) as error:
            raise UsageError(f"the URL of the desk cannot be read: {error}") from error
        event.listen(self.engine, "handle_error", _told)
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


def _told(context: ExceptionContext) -> None:
    """What the file or the server cannot do, in a line: it does not answer, is full, damaged, or may not be written.

    Raises:
        OutputError: In a connection that writes.
        InputError: In all others.
    """
    error = context.sqlalchemy_exception
    if not isinstance(error, DatabaseError) or isinstance(error, OURS) or _is_wrong_sql(error):
        return
    told = " ".join(str(error.orig).split())
    if context.connection is not None and context.connection.get_execution_options().get("writes", False):
        raise OutputError(f"the desk cannot be written: {told}") from error
    raise InputError(f"the desk cannot be read: {told}") from error


def _is_wrong_sql(error: DatabaseError) -> bool:
    """Whether SQLite did not understand a statement, for which it has no class of its own."""
    return getattr(error.orig, "sqlite_errorname", None) == "SQLITE_ERROR"
