"""Opening a desk: what is made, what is refused and in which words, and what is not loaded before it is needed."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import DBAPIError

from dragoman.errors import DragomanError, InputError, MissingExtraError
from dragoman.store.desk.dialect import Dialect
from dragoman.store.desk.migrations import STEPS, migrate
from dragoman.store.desk.open import POSTGRES, open_desk
from dragoman.store.desk.sql_desk import SqlDesk
from tests.store.postgres import Server


def test_a_path_and_its_url_are_the_same_desk(tmp_path: Path) -> None:
    """The second opening makes nothing."""
    path = tmp_path / "news.desk"
    with open_desk(path) as one, open_desk(f"sqlite:///{path}", create=False) as other:
        with one.writer() as writer:
            writer.mark("key", "value")
        with other.view() as view:
            assert view.marked("key") == "value"


@pytest.mark.parametrize("name", ["stůl 机.desk", "what?.desk", "a#b%20c&d=e.desk", "file:x", "'\"\\"])
def test_a_desk_may_have_any_name(tmp_path: Path, name: str) -> None:
    """The file is called just so, and found again."""
    open_desk(tmp_path / name).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    open_desk(tmp_path / name, create=False).close()


PAGE = 4_096
"""A file of SQLite that was cut off: its first page points at others."""
REFUSED = {
    "missing": ("none.desk", "there is no desk"),
    "folder": ("", "is a folder"),
    "other file": ("notes.txt", "is no desk"),
    "other kind": ("mysql://localhost/x", "a desk is a path"),
    "other program's database": ("prices.sqlite", "is no desk"),
    "damaged": ("damaged.desk", "cannot be read"),
    "silent server": (f"{POSTGRES}ana:secret@localhost:1/x", "cannot be read: connection failed"),
    "no number of a port": (f"{POSTGRES}ana:secret@localhost:port/x", "the URL of the desk cannot be read"),
    "password in another kind": ("postgresql://ana:se@cret@localhost/x", r"ana:\*\*\*@localhost"),
}


def other_program(path: Path) -> None:
    """A database of somebody else."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE prices (day TEXT, price REAL)")


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_desk_is_refused(tmp_path: Path, case: str) -> None:
    """With what it is, in a line without a password; and it stays as it was."""
    name, told = REFUSED[case]
    (tmp_path / "notes.txt").write_text("shopping")
    other_program(tmp_path / "prices.sqlite")
    (tmp_path / "damaged.desk").write_bytes((tmp_path / "prices.sqlite").read_bytes()[:PAGE])
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(DragomanError, match=told) as refused:
        open_desk(name if "://" in name else tmp_path / name, create=False)
    assert [part for part in ("secret", "se@cret", "\n") if part in str(refused.value)] == []
    assert {path.name for path in before if path.read_bytes() != before[path]} == set()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """No folder is made."""
    with pytest.raises(InputError, match="there is no folder"):
        open_desk(tmp_path / "none" / "news.desk")


@pytest.mark.parametrize(
    ("library", "place", "extra"),
    [("sqlalchemy", "news.desk", "desk"), ("psycopg", "postgresql+psycopg://localhost/x", "postgres")],
)
def test_a_missing_library_is_told_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, place: str, extra: str
) -> None:
    """What to install stands in the message."""
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=rf"dragoman\[{extra}\]"):
        open_desk(place if "://" in place else tmp_path / place)


def test_a_desk_in_memory_needs_no_library_of_databases() -> None:
    """Nor does importing what opens desks."""
    code = "import sys; from dragoman.store.desk.open import open_desk; open_desk('memory:'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"sqlalchemy", "psycopg"} & set(loaded.split())


def failing(connection: Connection, _dialect: Dialect) -> None:
    """A step that breaks off."""
    connection.execute(text("CREATE TABLE half (n INTEGER)"))
    raise KeyError


def test_a_step_that_fails_leaves_nothing(database: str) -> None:
    """Neither what it did nor its record; the next try finds the desk as it was."""
    with open_desk(database) as desk:
        assert isinstance(desk, SqlDesk)
        with pytest.raises(KeyError):
            migrate(desk.engine, desk.dialect, (*STEPS, failing))
        assert migrate(desk.engine, desk.dialect) == ()
        with desk.engine.connect() as connection, pytest.raises(Exception, match="half"):
            connection.execute(text("SELECT * FROM half"))


def test_a_desk_of_a_newer_version_is_refused(database: str) -> None:
    """Rather than misread."""
    with open_desk(database) as desk:
        assert isinstance(desk, SqlDesk)
        with desk.dialect.writing(desk.engine) as connection:
            connection.execute(text("INSERT INTO migrations VALUES ('tables_of_tomorrow')"))
            connection.commit()
    with pytest.raises(InputError, match="newer version"):
        open_desk(database)


@pytest.mark.postgres
def test_a_server_may_hold_tables_of_others(server: Server) -> None:
    """Beside ours, but not by our names."""
    url = server.emptied()
    run_sql(url, "CREATE TABLE prices (day TEXT)")
    open_desk(url).close()
    run_sql(url, "DROP TABLE migrations")
    with pytest.raises(InputError, match="no desk: another program has tables of our names"):
        open_desk(url)


def run_sql(url: str, statement: str) -> None:
    """What another program does in a database."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_a_fault_of_ours_is_not_told_as_one_of_the_desk(database: str) -> None:
    """A statement that the database does not understand keeps its class and its trace."""
    with open_desk(database) as desk:
        assert isinstance(desk, SqlDesk)
        with desk.engine.connect() as connection, pytest.raises(DBAPIError):
            connection.execute(text("SELECT nothing FROM nowhere"))
