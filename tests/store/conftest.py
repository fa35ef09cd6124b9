"""Places for desks: in memory, in a file of SQLite, in a PostgreSQL that lives as long as the test run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.postgres import Server, serving

PLACES = ("memory", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres))
DATABASES = PLACES[1:]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A PostgreSQL of our own."""
    with serving(tmp_path_factory.mktemp("postgres")) as found:
        yield found


def place_of(kind: str, request: pytest.FixtureRequest, folder: Path) -> str:
    """An empty place of a kind."""
    if kind == "memory":
        return "memory:"
    if kind == "sqlite":
        return str(folder / "desk.sqlite")
    server: Server = request.getfixturevalue("server")
    return server.emptied()


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty desk can be opened; a test that asks for it runs for each kind."""
    return place_of(request.param, request, tmp_path)


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The same without memory."""
    return place_of(request.param, request, tmp_path)
