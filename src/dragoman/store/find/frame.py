"""A view of a desk and a query → one table of the records: of Arrow, polars or pandas, with the columns of the CSV."""

import importlib
from collections.abc import Iterator
from typing import Any, Literal, get_args

from dragoman.errors import MissingExtraError, UsageError
from dragoman.model.event import Record
from dragoman.store import columns
from dragoman.store.desk.base import View
from dragoman.store.find.query import Query
from dragoman.store.find.raw import near
from dragoman.store.find.search import records

To = Literal["arrow", "polars", "pandas"]
TARGETS: tuple[To, ...] = get_args(To)


def frame(view: View, query: Query | str = "", to: To = "arrow", *, dyads: bool = False) -> Any:  # noqa: ANN401 - three libraries
    """The records that a query asks for as a table, in their order.

    Args:
        view: An open view of a desk.
        query: A query, or its text.
        to: Whose table: "arrow" (pyarrow.Table), "polars" or "pandas" (DataFrame).
        dyads: A row for each pair of actor and recipient of an event, with `n_dyads` to divide by.

    Raises:
        UsageError: The text is not understood, or there is no such table.
        MissingExtraError: The library is not installed.
    """
    if to not in TARGETS:
        raise UsageError(f"unknown table {to!r}{near(to, TARGETS)}; there are {', '.join(TARGETS)}")
    library = None if to == "arrow" else _needed(to)
    table = _arrow(records(view, query), dyads=dyads)
    if library is None:
        return table
    return library.from_arrow(table) if to == "polars" else _pandas(library, table)


def _arrow(found: Iterator[Record], *, dyads: bool) -> Any:  # noqa: ANN401 - pyarrow has no types
    from dragoman.store import tables  # noqa: PLC0415 - the library of tables is heavy

    rows = (row for record in found for row in (columns.dyads(record) if dyads else (columns.whole(record),)))
    return tables.table(rows)


def _pandas(library: Any, table: Any) -> Any:  # noqa: ANN401 - no types
    """Whole numbers stay whole where some are missing, and days are times that pandas can reckon with."""
    import pyarrow as pa  # noqa: PLC0415 - heavy

    return table.to_pandas(types_mapper={pa.int64(): library.Int64Dtype()}.get, date_as_object=False)


def _needed(library: str) -> Any:  # noqa: ANN401 - a module
    try:
        return importlib.import_module(library)
    except ImportError as error:
        raise MissingExtraError(f"{library} is not installed; it comes with: pip install dragoman[frame]") from error
