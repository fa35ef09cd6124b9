"""Cells of a panel → its rows: codes of both sides as they were on the first day of the month, counts, scale."""

import datetime as dt
from collections.abc import Iterator

from dragoman.ontology import plover
from dragoman.store.export import codes
from dragoman.store.export.panel_cells import Cell, Cells, Key
from dragoman.store.export.telling import whole

QUADS = (1, 2, 3, 4)

Row = dict[str, str | int | float | None]


def rows(found: Cells) -> Iterator[Row]:
    """The rows of all cells, by month, then by pair."""
    for key in sorted(found, key=lambda key: (key.year, key.month, key.actor, key.recipient)):
        yield row(key, found[key])


def row(key: Key, cell: Cell) -> Row:
    """A cell as a row, in the order of the columns."""
    first = dt.date(key.year, key.month, 1)
    return {
        "yearmonth": f"{key.year:04d}-{key.month:02d}",
        "year": key.year,
        "month": key.month,
        **_side("actor", key.actor, first),
        **_side("recipient", key.recipient, first),
        "records": cell.records,
        "weight": cell.weight,
        "straddling": cell.straddling,
        **{f"quad_{quad}": cell.quads[quad] for quad in QUADS},
        **{name.lower(): cell.types[name] for name in plover.types()},
        "scale_n": cell.scales.total(),
        "scale_sum": cell.scale_sum,
        "scale_mean": cell.scale_mean,
    }


def _side(side: str, code: str, day: dt.date) -> Row:
    """The codes of a side; other systems have none for what is no state to them."""
    known = codes.country(code, day)
    told = (None, None, None, None) if known is None else (iso3(known), known.cow, known.cow_code, known.gw)
    return dict(zip(side_columns(side), (whole(code), *told), strict=True))


def side_columns(side: str) -> tuple[str, ...]:
    """Names of the columns with a side's codes.

    >>> side_columns("actor")
    ('actor', 'actor_iso3', 'actor_cow', 'actor_cow_code', 'actor_gw')
    """
    return (side, *(f"{side}_{system}" for system in ("iso3", "cow", "cow_code", "gw")))


def iso3(known: codes.Country) -> str | None:
    """A country's code in ISO 3166, which does not know those that PLOVER adds."""
    return None if known.iso3 in codes.PLOVERS_OWN else known.iso3
