"""A path or URL → a desk with what is asked of it by name: records, tables, counts."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from dragoman.model.event import Record
from dragoman.store.desk.base import Desk, View, Writer
from dragoman.store.desk.open import open_desk as _opened
from dragoman.store.find import counts, frame, records
from dragoman.store.find.counts import Counts
from dragoman.store.find.frame import To
from dragoman.store.find.periods import By, Per
from dragoman.store.find.query import Query


class OpenDesk(Desk):
    """A desk that answers queries; each answer is of the desk as it is when it is asked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __enter__(self) -> Self:
        return self

    def records(self, query: Query | str = "", limit: int | None = None) -> Iterator[Record]:
        """The records that a query asks for, by first day of the act, then by id; what has no first day comes last."""
        with self.view() as view:
            yield from records(view, query, limit)

    def frame(self, query: Query | str = "", to: To = "arrow", *, dyads: bool = False) -> Any:  # noqa: ANN401 - three libraries
        """The same records as a table of Arrow, polars or pandas; with `dyads` a row for each pair of an event."""
        with self.view() as view:
            return frame(view, query, to, dyads=dyads)

    def counts(self, query: Query | str = "", per: Per | None = None, by: By | None = None) -> Counts:
        """How many records a query asks for, by periods and by what they are."""
        with self.view() as view:
            return counts(view, query, per, by)

    def writer(self) -> Writer:
        """What changes it."""
        return self._desk.writer()

    def view(self) -> View:
        """What reads it."""
        return self._desk.view()

    def backup(self, path: str | Path) -> None:
        """A whole copy, or nothing."""
        self._desk.backup(path)

    def close(self) -> None:
        """Let go of it."""
        self._desk.close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_desk(place: str | Path, *, create: bool = False) -> OpenDesk:
    """Open a desk to ask it.

    Args:
        place: Path of its file, or the URL of a PostgreSQL database.
        create: Make one that is not there; else it is an error.

    >>> with open_desk("memory:") as desk:
    ...     list(desk.records("actor:IRN"))
    []
    """
    return OpenDesk(_opened(place, create=create))
