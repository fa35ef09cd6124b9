"""CSV, TSV and Parquet files → their reports, in streamed batches of rows; cells of a CSV are taken as they stand."""

import codecs
import contextlib
import csv
import io
import itertools
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator
from typing import Any, BinaryIO, NamedTuple

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from dragoman.errors import InputError
from dragoman.model.article import Skipped
from dragoman.read import columns, faults, own
from dragoman.read.decoding import SAMPLE, decoded, encoding_of_head
from dragoman.read.faults import OverLongError
from dragoman.read.json_lines import OTHER_COLUMNS
from dragoman.read.raw import Raw, Source, peeked
from dragoman.settings import Settings

ROWS = 64
"""Rows of a Parquet file held at once."""
BEYOND_ASCII = 4
"""One character in so many may need a second byte; the library reads 32 blocks ahead, so they must not be too large."""
DELIMITERS = ",\t;|"
WIDE = ("utf-16", "utf-32")
STRADDLES = "straddling"
"""Word in the library's message about a row that does not lie inside two blocks next to each other."""
ANY_BYTE = "latin-1"
"""Gives each byte as one character, so that a cell's bytes can be had back and one bad cell harms no other."""


def read_csv(source: Source, settings: Settings) -> Iterator[Raw | Skipped]:
    """The reports of a file with delimited columns and a header line."""
    with source.open() as opened, _arrow_errors():
        head, stream = peeked(opened, SAMPLE)
        if head.startswith(codecs.BOM_UTF8):
            stream.read(len(codecs.BOM_UTF8))
        layout = _layout(head.removeprefix(codecs.BOM_UTF8), settings)
        if own.is_table(layout.names):
            yield own.skipped(source.label, "a table of records")
            return
        if layout.text is None:
            yield columns.missing_text(source.label, layout.names)
            return
        bad = _BadRows(source.label)
        for number, row in _numbered(_csv(stream, layout, bad, settings), bad.numbers):
            yield from bad.news()
            yield _report(f"{source.label}#{number}", row, layout, settings)
        yield from bad.news()


def read_parquet(source: Source, settings: Settings) -> Iterator[Raw | Skipped]:
    """The reports of a Parquet file; only the columns that are used are read."""
    with source.open() as opened, _seekable(opened) as stream, _arrow_errors():
        file = pa.parquet.ParquetFile(stream, pre_buffer=False)
        names = tuple(file.schema_arrow.names)
        if own.is_table(names):
            yield own.skipped(source.label, "a table of records")
            return
        picked = columns.chosen(names, settings)
        if "text" not in picked:
            yield columns.missing_text(source.label, names)
            return
        batches = file.iter_batches(batch_size=ROWS, columns=sorted(set(picked.values())), use_threads=False)
        for number, row in _numbered(batches, ()):
            yield columns.report(f"{source.label}#{number}", row, settings)


class _BadRows:
    """Rows that have not as many cells as the header: their numbers, and what is to be reported of them."""

    def __init__(self, label: str) -> None:
        self.numbers: set[int] = set()
        self._label = label
        self._news: list[Skipped] = []

    def note(self, row: Any) -> str:  # noqa: ANN401  # the library's type of row has no stub
        """Take down a row and tell the library to pass over it."""
        number = row.number - 1
        detail = f"{row.actual_columns} cells where the header has {row.expected_columns}"
        self.numbers.add(number)
        self._news.append(Skipped(file=f"{self._label}#{number}", reason="unreadable", detail=detail))
        return "skip"

    def news(self) -> tuple[Skipped, ...]:
        """What came up since the last question."""
        news, self._news = tuple(self._news), []
        return news


class _Layout(NamedTuple):
    """How a delimited file is written.

    Attributes:
        encoding: In which the library reads it: its own where characters are wider than bytes, else byte by byte.
        delimiter: What stands between two cells.
        names: All column names.
        wanted: For each column that is used its name as the library sees it, and its own.
        text: The column with the text, if there is one.
    """

    encoding: str
    delimiter: str
    names: tuple[str, ...]
    wanted: dict[str, str]
    text: str | None

    def own(self, cell: str) -> str:
        """A cell, or name, with its own characters."""
        return decoded(cell.encode(ANY_BYTE)) if self.encoding == ANY_BYTE and not cell.isascii() else cell


def _layout(head: bytes, settings: Settings) -> _Layout:
    """What the header line tells.

    Raises:
        InputError: There is none.
    """
    told = encoding_of_head(head)
    encoding = told if told.startswith(WIDE) else ANY_BYTE
    first = next((line for line in head.decode(encoding, "replace").split("\n") if line.strip()), "").rstrip("\r")
    delimiter = max(DELIMITERS, key=first.count)
    seen = next(csv.reader([first], delimiter=delimiter), [])
    if len(seen) == 0:
        raise InputError("no header line")
    bare = _Layout(encoding, delimiter, (), {}, None)
    names = {bare.own(name): name for name in seen}
    picked = columns.chosen(tuple(names), settings)
    wanted = {names[name]: name for name in picked.values()}
    return bare._replace(names=tuple(names), wanted=wanted, text=picked.get("text"))


def _report(label: str, row: columns.Row, layout: _Layout, settings: Settings) -> Raw | Skipped:
    """One row of a delimited file, its cells decoded one by one."""
    try:
        cells = {layout.wanted[name]: layout.own(str(cell)) for name, cell in row.items()}
    except InputError as error:
        return faults.skipped(label, error)
    return columns.report(label, cells, settings)


def _csv(stream: BinaryIO, layout: _Layout, bad: _BadRows, settings: Settings) -> Iterator[pa.RecordBatch]:
    """The batches of a delimited file; rows with the wrong number of cells are noted and passed over."""
    reader: Iterator[pa.RecordBatch] = pa.csv.open_csv(
        stream,
        read_options=pa.csv.ReadOptions(
            use_threads=False,
            block_size=settings.max_characters + settings.max_characters // BEYOND_ASCII + OTHER_COLUMNS,
            encoding=layout.encoding,
        ),
        parse_options=pa.csv.ParseOptions(
            delimiter=layout.delimiter, newlines_in_values=True, invalid_row_handler=bad.note
        ),
        convert_options=pa.csv.ConvertOptions(
            include_columns=sorted(layout.wanted),
            column_types=dict.fromkeys(layout.wanted, pa.string()),
            strings_can_be_null=False,
        ),
    )
    return reader


def _numbered(batches: Iterable[pa.RecordBatch], bad: Collection[int]) -> Iterator[tuple[int, columns.Row]]:
    """Rows with their numbers in the file, those counted in that were passed over."""
    numbers = (number for number in itertools.count(1) if number not in bad)
    for batch in batches:
        for row in batch.to_pylist():
            yield next(numbers), row


@contextlib.contextmanager
def _arrow_errors() -> Iterator[None]:
    """Faults that the library finds in a file, as ours."""
    try:
        yield
    except pa.ArrowInvalid as error:
        if STRADDLES in str(error):
            raise OverLongError("a row is longer than an article may be; the rows after it cannot be read") from error
        raise InputError(str(error).splitlines()[0]) from error


@contextlib.contextmanager
def _seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream itself, or a copy on disk where it cannot be read from its end (compressed input)."""
    if isinstance(stream, io.BufferedReader) and isinstance(stream.raw, io.FileIO) and stream.seekable():
        yield stream
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield copy
