"""A path or URL → the desk that lies there; the libraries of databases are loaded here and not before."""

import importlib
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from dragoman.errors import InputError, MissingExtraError, UsageError
from dragoman.store.desk.base import Desk
from dragoman.store.desk.memory import MemoryDesk

MEMORY = "memory:"
SQLITE, POSTGRES = "sqlite:///", "postgresql+psycopg://"
OUR_TABLES = frozenset({"migrations", "articles", "records"})
"""Every desk has these, and hardly another program's database."""
_BEGINNING = b"SQLite format 3\0"
_PASSWORD = re.compile(r"(?<=://)([^:/@\s]*):[^\s/]*@|(?<=[?&]password=)[^&]*")


def open_desk(place: str | Path, *, create: bool = True) -> Desk:
    """Open a desk.

    Args:
        place: Path of its file, `sqlite:///PATH`, `postgresql+psycopg://…`, or "memory:" for one that nobody else sees.
        create: Make a file that is not there; else it is an error.

    Raises:
        InputError: There is no such file, it is no desk, or the server does not answer.
        UsageError: The URL is of another kind.
        MissingExtraError: The library for it is not installed.
    """
    told = str(place)
    if told == MEMORY:
        return MemoryDesk()
    if told.startswith(POSTGRES):
        return _postgres(told)
    path = Path(told.removeprefix(SQLITE))
    if "://" in told.removeprefix(SQLITE):
        raise UsageError(f"{shown(told)!r}: a desk is a path, {SQLITE}PATH or {POSTGRES}USER@HOST/NAME")
    _check(path, create=create)
    return _sqlite(path)


def shown(place: str) -> str:
    """A path or URL as it may be printed: without its password.

    >>> shown("postgresql+psycopg://ana:secret@db.example.org/news")
    'postgresql+psycopg://ana:***@db.example.org/news'
    """
    return _PASSWORD.sub(lambda found: "***" if found[1] is None else f"{found[1]}:***@", place)


def _check(path: Path, *, create: bool) -> None:
    if not path.exists():
        if not create:
            raise InputError(f"{str(path)!r}: there is no desk; `dragoman desk init` makes one")
        if not path.absolute().parent.is_dir():
            raise InputError(f"{str(path)!r}: there is no folder {str(path.absolute().parent)!r}")
    elif path.is_dir():
        raise InputError(f"{str(path)!r} is a folder, a desk is a file")
    elif path.stat().st_size > 0 and not (_is_database(path) and _is_ours(path)):
        raise InputError(f"{str(path)!r} is no desk")


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_BEGINNING)) == _BEGINNING


def _is_ours(path: Path) -> bool:
    """Whether a database of SQLite has our tables or none; nothing is changed in one of another program."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        raise InputError(f"{str(path)!r} cannot be read: {error}") from error
    return len(tables) == 0 or tables >= OUR_TABLES


def _sqlite(path: Path) -> Desk:
    _needed("sqlalchemy", "desk")
    from sqlalchemy import URL  # noqa: PLC0415 - heavy, and an extra

    from dragoman.store.desk.sql_desk import SqlDesk  # noqa: PLC0415 - heavy, and an extra
    from dragoman.store.desk.sqlite import Sqlite  # noqa: PLC0415 - heavy, and an extra

    return SqlDesk(URL.create("sqlite", database=str(path)), Sqlite())


def _postgres(url: str) -> Desk:
    _needed("sqlalchemy", "desk")
    _needed("psycopg", "postgres")
    from dragoman.store.desk.postgres import Postgres  # noqa: PLC0415 - heavy, and an extra
    from dragoman.store.desk.sql_desk import SqlDesk  # noqa: PLC0415 - heavy, and an extra

    return SqlDesk(url, Postgres())


def _needed(library: str, extra: str) -> None:
    try:
        importlib.import_module(library)
    except ImportError as error:
        raise MissingExtraError(f"{library} is not installed; it comes with: pip install dragoman[{extra}]") from error
