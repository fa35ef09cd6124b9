"""The lines of an output of `dragoman code` → its records, one by one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec

from dragoman.errors import InputError
from dragoman.model.event import Record
from dragoman.store.desk import wire
from dragoman.store.formats import STANDARD_OUTPUT


def records(path: str | Path) -> Iterator[Record]:
    """Records in the order of their lines; empty lines are passed over.

    Args:
        path: A file of JSON lines, or "-" for standard input.

    Raises:
        InputError: The file cannot be read, or a line is no record.
    """
    with _opened(path) as file:
        for number, line in enumerate(file, start=1):
            if not line.isspace():
                yield _record(line, f"{path}:{number}")


def _record(line: bytes, where: str) -> Record:
    try:
        return wire.record(line)
    except (msgspec.DecodeError, ValueError) as error:
        raise InputError(f"{where}: no record of dragoman's JSON lines: {error}") from None


@contextmanager
def _opened(path: str | Path) -> Iterator[IO[bytes]]:
    if str(path) == STANDARD_OUTPUT:
        if sys.stdin is None:
            raise InputError("standard input is closed")
        yield sys.stdin.buffer
        return
    with _told(path), Path(path).open("rb") as file:
        yield file


@contextmanager
def _told(path: str | Path) -> Iterator[None]:
    """Errors of the system as ours."""
    try:
        yield
    except OSError as error:
        raise InputError(f"{str(path)!r} cannot be read: {error.strerror}") from None
