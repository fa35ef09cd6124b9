"""A file that is replaced in one step: written beside under a hidden name, then renamed; never seen half-written."""

import io
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from dragoman.errors import OutputError
from dragoman.store.formats import STANDARD_OUTPUT, special

_EVERYONE = 0o666
"""Permissions of a new file before the user's mask, as `open` gives them."""


class Sink(io.RawIOBase):
    """Bytes on their way to an output; errors of the system become ours, all but that of a closed pipe."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file = file
        self._name = name
        self._written = 0

    def writable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """How many bytes were written; pipes do not know it themselves."""
        return self._written

    def write(self, data: "bytes | bytearray | memoryview", /) -> int:  # type: ignore[override]
        """Write all of the bytes."""
        with _told(self._name):
            self._file.write(data)
        self._written += len(data)
        return len(data)

    def flush(self) -> None:
        """Hand on what the file holds back."""
        if not self._file.closed:
            with _told(self._name):
                self._file.flush()


@contextmanager
def replacing(output: str | Path, *, no_clobber: bool = False) -> Iterator[Sink]:
    """A binary file to write to, which takes its place only when the block ends without an error.

    Standard output ("-") and what is no regular file (a device, a named pipe) are written directly.

    Args:
        output: Path, or "-" for standard output.
        no_clobber: Refuse to replace what is there.

    Raises:
        OutputError: The output cannot be written, or is there and must not be replaced.
    """
    if str(output) == STANDARD_OUTPUT:
        if sys.stdout is None:
            raise OutputError("standard output is closed")
        sink = Sink(sys.stdout.buffer, "standard output")
        yield sink
        sink.flush()
        return
    target = Path(output) if special(Path(output)) else Path(os.path.realpath(output))
    refuse(target, no_clobber=no_clobber)
    with _direct(target) if special(target) else _beside(target, no_clobber=no_clobber) as file:
        yield file


def refuse(target: Path, *, no_clobber: bool) -> None:
    """Say so before any work is done when an output cannot or must not be written.

    Raises:
        OutputError: It is a folder, its folder is missing, or it is there and must not be replaced.
    """
    if target.is_dir():
        raise OutputError(f"{str(target)!r} is a folder; name a file in it")
    if not target.parent.is_dir():
        raise OutputError(f"{str(target)!r}: there is no folder {str(target.parent)!r}")
    if no_clobber and target.exists():
        raise OutputError(f"{str(target)!r} is there already and is not replaced (--no-clobber)")


@contextmanager
def _sink(file: IO[bytes], target: Path) -> Iterator[Sink]:
    """A sink that is flushed at the end; closing comes after that and has nothing to say any more."""
    try:
        sink = Sink(file, str(target))
        yield sink
        sink.flush()
    finally:
        with suppress(OSError):
            file.close()


@contextmanager
def _direct(target: Path) -> Iterator[Sink]:
    with _told(str(target)):
        file = target.open("wb")
    with _sink(file, target) as sink:
        yield sink


@contextmanager
def _beside(target: Path, *, no_clobber: bool) -> Iterator[Sink]:
    with _told(str(target)):
        number, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    beside = Path(name)
    try:
        with _sink(os.fdopen(number, "wb"), target) as sink:
            yield sink
            sink.flush()
            with _told(str(target)):
                os.fsync(number)
        with _told(str(target)):
            _take_place(beside, target, no_clobber=no_clobber)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def _take_place(beside: Path, target: Path, *, no_clobber: bool) -> None:
    beside.chmod(permissions(target))
    refuse(target, no_clobber=no_clobber)
    beside.replace(target)


def permissions(target: Path) -> int:
    """Permissions of the file that is replaced, else those that a new file gets."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return _EVERYONE & ~mask


@contextmanager
def _told(name: str) -> Iterator[None]:
    try:
        yield
    except (OutputError, BrokenPipeError):
        raise
    except OSError as error:
        raise OutputError(f"{name!r} cannot be written: {error.strerror or error}") from error
