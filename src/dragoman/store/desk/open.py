"""A path or URL → the desk that lies there; the libraries of databases are loaded here and not before."""

import importlib
from pathlib import Path

from dragoman.errors import InputError, MissingExtraError, UsageError
from dragoman.store.desk.base import Desk
from dragoman.store.desk.memory import MemoryDesk

MEMORY = "memory:"
SQLITE, POSTGRES = "sqlite:///", "postgresql+psycopg://"
_BEGINNING = b"SQLite format 3\0"


def open_desk(place: str | Path, *, create: bool = True) -> Desk:
    """Open a desk.

    Args:
        place: Path of its file, `sqlite:///PATH`, `postgresql+psycopg://…`, or "memory:" for one that nobody else sees.
        create: Make a file that is not there; else it is an error.

    Raises:
        InputError: There is no such file, or it is no desk.
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
        raise UsageError(f"{told!r}: a desk is a path, {SQLITE}PATH or {POSTGRES}USER@HOST/NAME")
    _check(path, create=create)
    return _sqlite(path)


def _check(path: Path, *, create: bool) -> None:
    if not path.exists():
        if not create:
            raise InputError(f"{str(path)!r}: there is no desk; `dragoman desk init` makes one")
        if not path.absolute().parent.is_dir():
            raise InputError(f"{str(path)!r}: there is no folder {str(path.absolute().parent)!r}")
    elif path.is_dir():
        raise InputError(f"{str(path)!r} is a folder, a desk is a file")
    elif path.stat().st_size > 0 and not _is_database(path):
        raise InputError(f"{str(path)!r} is no desk")


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_BEGINNING)) == _BEGINNING


def _sqlite(path: Path) -> Desk:
    _needed("sqlalchemy", "desk")
    from dragoman.store.desk.sql_desk import SqlDesk  # noqa: PLC0415 - heavy, and an extra
    from dragoman.store.desk.sqlite import Sqlite  # noqa: PLC0415 - heavy, and an extra

    return SqlDesk(f"{SQLITE}{path}", Sqlite())


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
