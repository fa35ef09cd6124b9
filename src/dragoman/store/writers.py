"""An output's name and format → a writer of records, and the file that appears when all of them are written."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from dragoman.errors import UsageError
from dragoman.model.event import Record
from dragoman.store.formats import Format, format_of
from dragoman.store.lines import line
from dragoman.store.replace import Sink, replacing


class Writer(Protocol):
    """What takes records, article by article."""

    def write(self, records: Iterable[Record]) -> None:
        """Add records to the output."""

    def finish(self) -> None:
        """Write what is still held back."""


class LineWriter:
    """JSON lines, written as they come."""

    def __init__(self, file: Sink) -> None:
        self.file = file

    def write(self, records: Iterable[Record]) -> None:
        """Add records to the output."""
        self.file.writelines(line(record) for record in records)

    def finish(self) -> None:
        """Nothing is held back."""


@contextmanager
def writing(
    output: str | Path, *, named: str | None = None, dyads: bool = False, no_clobber: bool = False
) -> Iterator[Writer]:
    """A writer whose output appears in one step when the block ends without an error.

    Args:
        output: Path of a file, or "-" for standard output.
        named: Format by name, where the suffix does not tell it.
        dyads: One row for each pair of actor and recipient instead of one a record; CSV and Parquet only.
        no_clobber: Refuse to replace a file that is there.

    Raises:
        OutputError: The output cannot be written.
        UsageError: The format is not known, or knows no dyads.
    """
    form = format_of(str(output), named)
    if dyads and form == "jsonl":
        raise UsageError("--dyads needs rows: write CSV or Parquet")
    with replacing(output, no_clobber=no_clobber) as file:
        writer = _writer(form, file, dyads=dyads)
        yield writer
        writer.finish()


def _writer(form: Format, file: Sink, *, dyads: bool) -> Writer:
    if form == "jsonl":
        return LineWriter(file)
    from dragoman.store import tables  # noqa: PLC0415 - JSON lines do without the table library

    return tables.csv_writer(file, dyads=dyads) if form == "csv" else tables.parquet_writer(file, dyads=dyads)
