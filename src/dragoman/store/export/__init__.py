"""Records → the layouts that other programs read: each by its name, with a tally of what was written and left out."""

from collections.abc import Iterable
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.model.event import Record
from dragoman.store.export import (
    ftm,
    gdelt_events,
    gdelt_mentions,
    geojson,
    ical,
    icews,
    panel,
    phoenix,
    plover_json,
    polecat,
    timeline,
)
from dragoman.store.export.admission import admitted, checked
from dragoman.store.export.base import AUXILIARY, REASONS, Layout, Output, Tally
from dragoman.store.replace import replacing

LAYOUTS: dict[str, Layout] = {
    "plover": plover_json.LAYOUT,
    "polecat": polecat.LAYOUT,
    "icews": icews.LAYOUT,
    "gdelt-events": gdelt_events.LAYOUT,
    "gdelt-mentions": gdelt_mentions.LAYOUT,
    "phoenix": phoenix.LAYOUT,
    "ftm": ftm.LAYOUT,
    "timelinejs": timeline.LAYOUT,
    "geojson": geojson.LAYOUT,
    "ical": ical.LAYOUT,
    "panel": panel.CSV,
    "panel-parquet": panel.PARQUET,
}
"""Every layout by its name."""

__all__ = ["AUXILIARY", "LAYOUTS", "REASONS", "Layout", "Output", "Tally", "pour", "write"]


def write(
    records: Iterable[Record],
    layout: str,
    output: str | Path,
    *,
    include: Iterable[str] = (),
    no_clobber: bool = False,
) -> Tally:
    """Write records in a layout to a file that appears when all of them are written.

    Args:
        records: Read one by one.
        layout: Name of the layout.
        output: Path, or "-" for standard output.
        include: Reasons (see `REASONS`) that shall keep no record out.
        no_clobber: Refuse to replace a file that is there.

    Returns:
        What was written, left out and altered.

    Raises:
        UsageError: The layout is not known, or cannot take what is to be included.
        OutputError: The output cannot be written.
    """
    form = _known(layout)
    wanted = checked(form, include)
    with replacing(output, no_clobber=no_clobber) as file:
        return pour(records, form, file, wanted)


def pour(records: Iterable[Record], layout: Layout, output: Output, include: frozenset[str] = frozenset()) -> Tally:
    """Write records in a layout to what takes bytes."""
    tally = Tally(layout.name)
    layout.write(admitted(records, layout, include, tally), output, tally)
    return tally


def _known(name: str) -> Layout:
    if name not in LAYOUTS:
        raise UsageError(f"layout {name!r} is not known; there are {', '.join(LAYOUTS)}")
    return LAYOUTS[name]
