"""An export held in memory, of the sample or of records of a test."""

import functools
import io
from collections.abc import Iterable

from dragoman.model.event import EventRecord, Record
from dragoman.store import export
from dragoman.store.export import LAYOUTS, Tally
from tests.golden import frozen


@functools.cache
def sample() -> tuple[Record, ...]:
    """The records of the sample, in the order in which they are written."""
    return tuple(record for one in frozen.coded().values() for record in one.records)


def written(records: Iterable[Record], layout: str, include: Iterable[str] = ()) -> tuple[bytes, Tally]:
    """The bytes of an export and what it tells."""
    held = io.BytesIO()
    tally = export.pour(records, LAYOUTS[layout], held, frozenset(include))
    return held.getvalue(), tally


def taken(layout: str, include: Iterable[str] = ()) -> list[EventRecord]:
    """The events of the sample that a layout lets in, before it looks for what it needs itself."""
    admitted = export.admission.admitted(sample(), LAYOUTS[layout], frozenset(include), Tally(layout))
    return [record for record in admitted if isinstance(record, EventRecord)]
