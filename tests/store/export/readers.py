"""The bytes of a layout → a table, read as its users read it: by pandas, and in the manner of R's `read.delim`."""

import io
from typing import Any

import pandas as pd

from tests.store.export.columns import COLUMNS, HEADED


def as_text(data: bytes, layout: str) -> pd.DataFrame:
    """All columns as text, what is missing as the file has it."""
    return _read(data, layout, dtype=str, keep_default_na=False)


def as_guessed(data: bytes, layout: str) -> pd.DataFrame:
    """Nothing said about types or what is missing: pandas decides."""
    return _read(data, layout)


def as_typed(data: bytes, layout: str, types: dict[str, str]) -> pd.DataFrame:
    """Codes as text, the columns named with types of their own."""
    return _read(data, layout, dtype={name: types.get(name, "string") for name in COLUMNS[layout]})


def as_in_r(data: bytes, layout: str) -> pd.DataFrame:
    """As R's `read.delim` does by default: double quotes quote, NA is missing, nothing is a comment."""
    return _read(data, layout, quotechar='"', keep_default_na=False, na_values=["NA"], comment=None, encoding="latin-1")


def _read(data: bytes, layout: str, **options: Any) -> pd.DataFrame:  # noqa: ANN401 - options of pandas
    named: dict[str, Any] = {} if layout in HEADED else {"names": COLUMNS[layout], "header": None}
    return pd.read_csv(io.BytesIO(data), sep="\t", **named, **options)
