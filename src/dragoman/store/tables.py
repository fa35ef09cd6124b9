"""Records → CSV and Parquet in batches of rows, so that memory does not grow with their number; rows → one table."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Protocol

import pyarrow as pa
from pyarrow import csv, parquet

from dragoman.model.event import Record
from dragoman.store import columns
from dragoman.store.columns import COLUMNS, Cell, CellType, Row
from dragoman.store.replace import Sink

ROWS_AT_ONCE = 5_000
"""Rows held back before they are written as one batch or row group: about 10 MB of text."""

_TYPES: dict[CellType, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64(), dt.date: pa.date32()}
SCHEMA = pa.schema([(column.name, _TYPES[column.type]) for column in COLUMNS])


class _Backend(Protocol):
    def write(self, batch: pa.RecordBatch) -> None: ...

    def close(self) -> None: ...


class TableWriter:
    """Rows gathered into batches and handed to a backend of pyarrow."""

    def __init__(self, backend: _Backend, *, dyads: bool) -> None:
        self._backend = backend
        self._dyads = dyads
        self._held: list[Row] = []

    def write(self, records: Iterable[Record]) -> None:
        """Add records to the output."""
        for record in records:
            self._held.extend(columns.dyads(record) if self._dyads else [columns.whole(record)])
        if len(self._held) >= ROWS_AT_ONCE:
            self._flush()

    def finish(self) -> None:
        """Write what is still held back, and the end of the file."""
        self._flush()
        self._backend.close()

    def _flush(self) -> None:
        if len(self._held) > 0:
            self._backend.write(_batch(self._held))
            self._held = []


def csv_writer(sink: Sink, *, dyads: bool) -> TableWriter:
    """Comma-separated values with a header; what is missing is an empty cell."""
    options = csv.WriteOptions(quoting_style="needed")
    return TableWriter(csv.CSVWriter(sink, SCHEMA, write_options=options), dyads=dyads)


def parquet_writer(sink: Sink, *, dyads: bool) -> TableWriter:
    """Parquet, a row group for each batch."""
    return TableWriter(parquet.ParquetWriter(sink, SCHEMA, compression="zstd"), dyads=dyads)


def table(rows: Iterable[Row]) -> pa.Table:
    """All rows as one table, made batch by batch."""
    batches, left = [], iter(rows)
    while held := list(islice(left, ROWS_AT_ONCE)):
        batches.append(_batch(held))
    return pa.Table.from_batches(batches, SCHEMA)


def _batch(rows: Sequence[Row]) -> pa.RecordBatch:
    arrays = [
        pa.array([_clean(column.cell(row)) for row in rows], field.type)
        for column, field in zip(COLUMNS, SCHEMA, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=SCHEMA)


def _clean(cell: Cell) -> Cell:
    """A cell without halves of surrogate pairs, which these formats cannot hold; JSON lines keep them."""
    if isinstance(cell, str) and not cell.isascii():
        return cell.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return cell
