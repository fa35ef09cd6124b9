"""Records → a panel of dyads and months as CSV or Parquet: a row for each ordered pair of countries and month.

Rows are sorted by month, then by pair; a month in which nothing was coded for a pair has no row.
"""

from collections.abc import Iterable
from functools import partial
from typing import Literal

from dragoman.model.event import Record
from dragoman.store.export.base import AUXILIARY, Layout, Output, Tally
from dragoman.store.export.panel_cells import cells
from dragoman.store.export.panel_rows import rows
from dragoman.store.export.telling import events

Form = Literal["csv", "parquet"]


def write(records: Iterable[Record], output: Output, tally: Tally, *, form: Form) -> None:
    """Count all records, then write the rows."""
    from dragoman.store.export import panel_tables  # noqa: PLC0415 - other layouts do without the table library

    found = cells(events(records), tally)
    tally.rows = len(found)
    panel_tables.write(rows(found), output, form)


def _layout(name: str, form: Form) -> Layout:
    return Layout(
        name=name,
        suffix=f".{form}",
        means=f"counts by ordered pair of countries and month, {form}",
        write=partial(write, form=form),
        carries=frozenset({"no-recipient"}),
        takes=AUXILIARY,
    )


CSV = _layout("panel", "csv")
PARQUET = _layout("panel-parquet", "parquet")
