"""Records → PLOVER's exchange form: one JSON object a line, with the field names of its manual."""

from collections.abc import Iterable

import msgspec

from dragoman.model.event import Record
from dragoman.store.export.base import AUXILIARY, Layout, Output, Tally


def write(records: Iterable[Record], output: Output, tally: Tally) -> None:
    """Write one line for each record."""
    for record in records:
        output.write(msgspec.json.encode({"id": record.id}) + b"\n")
        tally.rows += 1


LAYOUT = Layout(
    name="plover",
    suffix=".jsonl",
    means="PLOVER's exchange form, JSON lines",
    write=write,
    carries=AUXILIARY | {"undated"},
    takes=frozenset({"statements", "figures", "no-recipient"}),
)
