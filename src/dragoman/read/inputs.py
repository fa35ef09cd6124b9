"""Paths, patterns, folders and `-` → the sources behind them, in a fixed order; archives give one for each member."""

import glob
import gzip
import io
import os
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple, cast

from dragoman.errors import InputError
from dragoman.model.article import Skipped
from dragoman.read import faults, sidecar
from dragoman.read.formats import ending
from dragoman.read.raw import Rewound, Source

STANDARD_INPUT = "-"
NOT_OURS = "__MACOSX"
"""Folder of resource forks that one system adds to every archive."""

Found = Iterator[Source | Skipped]


class _Place(NamedTuple):
    """Where a file lies: how to open a neighbour, which there are, and what messages call it."""

    label: Callable[[str], str]
    open: Callable[[str], BinaryIO]
    has: Callable[[str], bool]
    named: bool


def found(given: Iterable[str | Path], stdin: BinaryIO) -> Found:
    """All sources, in the order given; inside folders and archives in the order of their names."""
    for item in given:
        try:
            yield from _named(str(item), stdin)
        except (OSError, ValueError) as error:
            yield faults.skipped(str(item), error)


def _named(item: str, stdin: BinaryIO) -> Found:
    path = Path(item)
    if item == STANDARD_INPUT:
        yield Source(label=item, name="", open=lambda: io.BufferedReader(Rewound(b"", stdin, owned=False)))
    elif path.is_dir():
        yield from _folder(path, frozenset())
    elif path.exists():
        yield from _file(path.name, _beside(path.parent, named=True))
    elif glob.has_magic(item):
        yield from _pattern(item)
    else:
        yield Skipped(file=item, reason="not-found", detail="no such file or folder")


def _pattern(item: str) -> Found:
    paths = sorted(glob.glob(item, recursive=True))  # noqa: PTH207  # takes absolute patterns, Path.glob does not
    if len(paths) == 0:
        yield Skipped(file=item, reason="not-found", detail="nothing matches this pattern")
    for path in map(Path, paths):
        if not path.is_dir():
            yield from _file(path.name, _beside(path.parent, named=True))
        elif "**" not in item:
            yield from _folder(path, frozenset())


def _folder(folder: Path, above: frozenset[tuple[int, int]]) -> Found:
    """The files of a folder and those below it; a link that leads back to a folder above is left out."""
    status = folder.stat()
    here = (status.st_dev, status.st_ino)
    if here in above:
        return
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208  # names are wanted, not paths
    except OSError as error:
        yield faults.skipped(str(folder), error)
        return
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        if path.is_dir():
            yield from _folder(path, above | {here})
        elif path.exists() and not stat.S_ISREG(path.stat().st_mode):
            yield Skipped(file=str(path), reason="unreadable", detail="not a regular file")
        else:
            yield from _file(name, _beside(folder, named=False))


def _beside(folder: Path, *, named: bool) -> _Place:
    return _Place(
        label=lambda name: str(folder / name),
        open=lambda name: (folder / name).open("rb"),
        has=lambda name: (folder / name).is_file(),
        named=named,
    )


def _file(name: str, place: _Place) -> Found:
    """One file as a source; an archive as many, a sidecar as none."""
    if sidecar.is_one(name, place.has):
        return
    if ending(name) != ".zip":
        yield _source(name, place)
        return
    try:
        with place.open(name) as stream, zipfile.ZipFile(stream) as archive:
            yield from _members(place.label(name), archive)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        yield faults.skipped(place.label(name), error)


def _members(label: str, archive: zipfile.ZipFile) -> Found:
    names = sorted(info.filename for info in archive.infolist() if not info.is_dir())
    there = frozenset(names)
    place = _Place(
        label=lambda name: f"{label}/{name}",
        open=lambda name: _member(archive, name),
        has=there.__contains__,
        named=False,
    )
    for name in names:
        parts = PurePosixPath(name).parts
        if NOT_OURS in parts or any(part.startswith(".") for part in parts):
            continue
        if ending(name) == ".zip":
            yield Skipped(file=place.label(name), reason="unreadable", detail="an archive inside an archive")
        elif not sidecar.is_one(name, place.has):
            yield _source(name, place)


def _member(archive: zipfile.ZipFile, name: str) -> BinaryIO:
    """A member opened for reading.

    Raises:
        InputError: It is locked by a password, or packed in a way unknown here.
    """
    try:
        return cast("BinaryIO", archive.open(name))
    except RuntimeError as error:
        raise InputError(str(error)) from error


def _source(name: str, place: _Place) -> Source:
    opened = partial(place.open, name)
    packed = ending(name) == ".gz"
    return Source(
        label=place.label(name),
        name=name.removesuffix(name[-len(".gz") :]) if packed else name,
        open=(lambda: _unpacked(opened)) if packed else opened,
        named=place.named,
        sidecar=partial(_sidecar, name, place),
    )


def _sidecar(name: str, place: _Place) -> Source | None:
    """The file beside a report that tells its date and other columns."""
    for candidate in sidecar.names(name):
        if place.has(candidate):
            return Source(label=place.label(candidate), name=candidate, open=partial(place.open, candidate))
    return None


def _unpacked(opened: Callable[[], BinaryIO]) -> BinaryIO:
    return cast("BinaryIO", _Unpacked(opened))


class _Unpacked(gzip.GzipFile):
    """A compressed stream that closes the file below it as well."""

    def __init__(self, opened: Callable[[], BinaryIO]) -> None:
        self._below = opened()
        super().__init__(fileobj=self._below)

    def close(self) -> None:
        """Close both."""
        super().close()
        self._below.close()
