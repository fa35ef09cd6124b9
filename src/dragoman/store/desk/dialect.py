"""What SQLite and PostgreSQL do differently: the one thing that a backend of a database has to bring."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import URL, Connection, Engine, Table

from dragoman.store.desk.base import Fault

Rows = Sequence[tuple[Any, ...]]


class Dialect(Protocol):
    """A kind of database.

    Attributes:
        name: `data/NAME.sql` has what it needs beside the tables.
        named: How its driver writes the name of a value that is to be filled in.
    """

    name: str
    named: str

    def engine(self, url: str | URL) -> Engine:
        """What gives connections."""

    def reading(self, engine: Engine) -> Connection:
        """A connection that sees the database as it is now, however long it stays open."""

    def writing(self, engine: Engine) -> Connection:
        """A connection that writes, once its turn has come: one at a time."""

    def lock(self, connection: Connection) -> None:
        """Begin to write; waits while another one does."""

    def insert(self, connection: Connection, table: Table, rows: Rows) -> None:
        """Add rows, all columns of the table in their order, as fast as it goes."""

    def add_new(self, connection: Connection, table: Table, rows: Rows) -> None:
        """Add those rows whose key is not there."""

    def count(self, connection: Connection, table: Table, rows: Rows) -> None:
        """Add to the last column, or add the row."""

    def analyse(self, connection: Connection) -> None:
        """Let the database look at what it holds, for better plans."""

    def faults(self, connection: Connection) -> Iterator[Fault]:
        """What the database itself, or its index of full text, finds wrong."""

    def backup(self, engine: Engine, path: Path) -> None:
        """A whole copy at a path, or nothing there."""
