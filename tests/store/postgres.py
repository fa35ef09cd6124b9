"""A PostgreSQL server for a test run: its own folder, its own socket, no network, gone at the end."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

USER = "postgres"
"""The user whom Debian's package makes; the server refuses to run as root."""
QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c listen_addresses='' -c shared_buffers=64MB"


class Server:
    """A server that answers at a socket in its folder."""

    def __init__(self, folder: Path) -> None:
        self.url = f"postgresql+psycopg://{USER}@/{USER}?host={folder}"
        self._told = f"host={folder} user={USER} dbname={USER}"

    def emptied(self) -> str:
        """The URL of its one database, with nothing in it: a desk of an earlier test is gone."""
        with psycopg.connect(self._told) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        return self.url


def program(name: str) -> str:
    """Where a program of PostgreSQL lies; Debian keeps those of the server out of the search path."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = next((str(folder / name) for folder in folders if (folder / name).exists()), shutil.which(name))
    if found is None:
        pytest.fail(f"{name} is not installed: make test-full installs PostgreSQL where it may")
    return found


def run(name: str, *arguments: str) -> None:
    """Run a program of PostgreSQL, as a user who is not root."""
    user = USER if os.getuid() == 0 else None
    command = [program(name), *arguments]
    done = subprocess.run(command, user=user, cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stderr}"


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """A server while the block lasts."""
    place = Path(tempfile.mkdtemp(prefix="desk-"))  # a socket needs a short path, and a test's own folder is long
    shutil.copytree(folder, place, dirs_exist_ok=True)
    if os.getuid() == 0:
        shutil.chown(place, USER)
    data = str(place / "data")
    try:
        run("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions")
        run("pg_ctl", "-D", data, "-w", "-l", f"{place}/log", "-o", f"-k {place} {QUICK}", "start")
        yield Server(place)
        run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(place)
