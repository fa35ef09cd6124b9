"""CSV, TSV and Parquet files → their reports, in streamed batches of rows; cells of a CSV are taken as they stand."""

import codecs
import contextlib
import csv
import io
import itertools
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, NamedTuple

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from dragoman.errors import InputError
from dragoman.model.article import Skipped
from dragoman.read import columns
from dragoman.read.decoding import BYTES_PER_CHARACTER, SAMPLE, decoded, encoding_of_head
from dragoman.read.raw import Raw, Source, peeked
from dragoman.settings import Settings

ROWS = 64
"""Rows of a Parquet file held at once."""
BLOCK = 2
"""Times the longest article allowed that a block of a CSV file holds: a row must lie inside one."""
DELIMITERS = ",\t;|"
ANY_BYTE = "latin-1"
"""Gives each byte as one character, so that a cell's bytes can be had back and one bad cell harms no other."""


def read_csv(source: Source, settings: Settings) -> Iterator[Raw | Skipped]:
    """The reports of a file with delimited columns and a header line."""
    with source.open() as opened, _arrow_errors():
        head, stream = peeked(opened, SAMPLE)
        encoding = encoding_of_head(head)
        if encoding == "utf-8-sig":
            stream.read(len(codecs.BOM_UTF8))
        names, delimiter = _header(head.decode(encoding, "replace"))
        picked = columns.chosen(names, settings)
        if "text" not in picked:
            yield columns.missing_text(source.label, names)
            return
        bad: dict[int, str] = {}
        layout = _Layout(encoding, delimiter, tuple(sorted(set(picked.values()))))
        reader = _csv(stream, layout, bad, settings)
        for number, row in _numbered(reader, bad):
            yield columns.report(f"{source.label}#{number}", layout.cells(row), settings)
        for number, detail in bad.items():
            yield Skipped(file=f"{source.label}#{number}", reason="unreadable", detail=detail)


def read_parquet(source: Source, settings: Settings) -> Iterator[Raw | Skipped]:
    """The reports of a Parquet file; only the columns that are used are read."""
    with source.open() as opened, _seekable(opened) as stream, _arrow_errors():
        file = pa.parquet.ParquetFile(stream, pre_buffer=False)
        names = tuple(file.schema_arrow.names)
        picked = columns.chosen(names, settings)
        if "text" not in picked:
            yield columns.missing_text(source.label, names)
            return
        batches = file.iter_batches(batch_size=ROWS, columns=sorted(set(picked.values())), use_threads=False)
        for number, row in _numbered(batches, {}):
            yield columns.report(f"{source.label}#{number}", row, settings)


class _Layout(NamedTuple):
    """How the cells of a delimited file are written, and which columns of it are wanted."""

    encoding: str
    delimiter: str
    wanted: tuple[str, ...]

    @property
    def by_byte(self) -> bool:
        """Whether cells come as bytes dressed as characters."""
        return self.encoding in {"utf-8", "utf-8-sig"}

    def cells(self, row: columns.Row) -> columns.Row:
        """A row with its cells decoded."""
        if not self.by_byte:
            return row
        return {name: _cell(value) for name, value in row.items()}


def _cell(value: object) -> object:
    if not isinstance(value, str) or value.isascii():
        return value
    return decoded(value.encode(ANY_BYTE))


def _header(head: str) -> tuple[tuple[str, ...], str]:
    """Column names and delimiter, from the first line.

    Raises:
        InputError: There is no header line.
    """
    first = next((line for line in head.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    names = next(csv.reader([first], delimiter=delimiter), [])
    if len(names) == 0:
        raise InputError("no header line")
    return tuple(names), delimiter


def _csv(stream: BinaryIO, layout: _Layout, bad: dict[int, str], settings: Settings) -> Iterator[pa.RecordBatch]:
    """The batches of a delimited file; rows with the wrong number of cells are noted and passed over."""

    def note(row: Any) -> str:  # noqa: ANN401  # pyarrow gives its type no stub
        bad[row.number - 1] = f"{row.actual_columns} cells where the header has {row.expected_columns}"
        return "skip"

    reader: Iterator[pa.RecordBatch] = pa.csv.open_csv(
        stream,
        read_options=pa.csv.ReadOptions(
            use_threads=False,
            block_size=settings.max_characters * BYTES_PER_CHARACTER * BLOCK,
            encoding=ANY_BYTE if layout.by_byte else layout.encoding,
        ),
        parse_options=pa.csv.ParseOptions(
            delimiter=layout.delimiter, newlines_in_values=True, invalid_row_handler=note
        ),
        convert_options=pa.csv.ConvertOptions(
            include_columns=list(layout.wanted),
            column_types=dict.fromkeys(layout.wanted, pa.string()),
            strings_can_be_null=False,
        ),
    )
    return reader


def _numbered(batches: Iterable[pa.RecordBatch], bad: dict[int, str]) -> Iterator[tuple[int, columns.Row]]:
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
