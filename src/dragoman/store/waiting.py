"""Articles without a date wait on disk until the dated ones of a run are coded, and so does what those tell.

Both lie in temporary files without a name, which are gone when the run ends, however it ends.
"""

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

import msgspec

from dragoman.model.article import Article
from dragoman.model.coded import Coded
from dragoman.model.dating import Happened, Shared
from dragoman.store import parties

KEPT = 40
"""So many dated tellings of the same parties and type are weighed for one act; more add nothing."""
_TABLE = "CREATE TABLE told (key TEXT, start TEXT, happened BLOB, UNIQUE (key, happened))"
_INDEX = "CREATE INDEX by_key ON told (key, start)"


class Waiting(AbstractContextManager["Waiting"]):
    """The waiting room of a run."""

    def __init__(self) -> None:
        self._articles = tempfile.TemporaryFile()  # noqa: SIM115 - closed on leaving
        self._told = sqlite3.connect("")
        self._told.execute(_TABLE)
        self._told.execute(_INDEX)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._articles.close()
        self._told.close()

    def dated(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles with a date; those without one are kept back."""
        for article in articles:
            if article.date is not None:
                yield article
            else:
                self._articles.write(msgspec.json.encode(article) + b"\n")

    def undated(self) -> Iterator[Article]:
        """The articles that were kept back, in the order of the input."""
        self._articles.seek(0)
        for line in self._articles:
            yield msgspec.json.decode(line, type=Article)

    def tell(self, coded: Coded) -> None:
        """Keep what a dated article tells of parties that others may tell of too."""
        rows = [
            (key, str(happened.days.start), msgspec.json.encode(happened)) for key, happened in parties.happened(coded)
        ]
        if len(rows) > 0:
            self._told.executemany("INSERT OR IGNORE INTO told VALUES (?, ?, ?)", rows)

    def shared(self, coded: Coded) -> tuple[Shared, ...]:
        """What an article without a date tells as well, beside what the dated ones tell of it."""
        found = ((act, self._of(act.keys)) for act in parties.acts(coded))
        return tuple(
            Shared(span=act.span, foreseen=act.foreseen, time=act.time, told=told) for act, told in found if told
        )

    def _of(self, keys: tuple[str, ...]) -> tuple[Happened, ...]:
        marks = ", ".join("?" * len(keys))
        asked = f"SELECT DISTINCT happened FROM told WHERE key IN ({marks}) ORDER BY start, happened LIMIT {KEPT}"  # noqa: S608 - marks only
        return tuple(msgspec.json.decode(raw, type=Happened) for (raw,) in self._told.execute(asked, keys))
