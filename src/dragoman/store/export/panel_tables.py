"""Rows of a panel → CSV or Parquet, in batches; stands apart because only this needs the table library."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal

import pyarrow as pa
from pyarrow import csv, parquet

from dragoman.ontology import plover
from dragoman.store.export.base import Output
from dragoman.store.export.panel_rows import QUADS, Row, side_columns

ROWS_AT_ONCE = 5_000
"""Rows of a batch, and of a row group of Parquet."""


def write(rows: Iterable[Row], output: Output, form: Literal["csv", "parquet"]) -> None:
    """Write a table; codes are text, also those of digits."""
    held = pa.BufferOutputStream()
    columns = schema()
    backend = (
        csv.CSVWriter(held, columns) if form == "csv" else parquet.ParquetWriter(held, columns, compression="zstd")
    )
    for batch in _batches(iter(rows)):
        backend.write(pa.RecordBatch.from_pylist(batch, schema=columns))
    backend.close()
    output.write(held.getvalue().to_pybytes())


def schema() -> pa.Schema:
    """Every column with its type, in order."""
    codes = [*side_columns("actor"), *side_columns("recipient")]
    counts = ["straddling", *(f"quad_{quad}" for quad in QUADS), *(name.lower() for name in plover.types()), "scale_n"]
    return pa.schema(
        [
            ("yearmonth", pa.string()),
            ("year", pa.int64()),
            ("month", pa.int64()),
            *((name, pa.string()) for name in codes),
            ("records", pa.int64()),
            ("weight", pa.float64()),
            *((name, pa.int64()) for name in counts),
            ("scale_sum", pa.float64()),
            ("scale_mean", pa.float64()),
        ]
    )


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        yield batch
