"""Articles without a date wait on disk until the dated ones of a run are coded, and so does what those tell.

Both lie in temporary files without a name, which are gone when the run ends, however it ends.
"""

import datetime as dt
import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import NamedTuple, Self

import msgspec

from dragoman.model.annotated import Annotated
from dragoman.model.article import Article
from dragoman.model.coded import Coded
from dragoman.model.dating import Happened, Likeness, Run, month_of, week_of
from dragoman.store import parties, shared
from dragoman.store.shared import KEPT, MOST_DAYS, Days

_TABLES = """
CREATE TABLE told (key TEXT, start TEXT, happened BLOB, UNIQUE (key, happened));
CREATE INDEX by_key ON told (key, start);
CREATE TABLE names (name TEXT, day TEXT, articles INT, PRIMARY KEY (name, day)) WITHOUT ROWID;
CREATE TABLE words (word TEXT, month TEXT, articles INT, PRIMARY KEY (word, month)) WITHOUT ROWID;
CREATE TABLE weeks (day TEXT PRIMARY KEY, articles INT) WITHOUT ROWID;
"""
_NAME = "INSERT INTO names VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1"
_WORD = "INSERT INTO words VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1"
_WEEK = "INSERT INTO weeks VALUES (?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1"
_DAYS_OF = "SELECT day, articles FROM names WHERE name = ? ORDER BY day LIMIT ?"
_MONTHS_OF = "SELECT month, articles FROM words WHERE word = ? ORDER BY month"
_WEEKS = "SELECT day, articles FROM weeks ORDER BY day"


class Kept(NamedTuple):
    """An article without a date, read once: its layers, what dated ones tell of it, and by what it is like others."""

    annotated: Annotated
    run: Run
    like: Likeness

    @property
    def article(self) -> Article:
        """The article."""
        return self.annotated.article


class Waiting(AbstractContextManager["Waiting"]):
    """The waiting room of a run."""

    def __init__(self) -> None:
        self._articles = tempfile.TemporaryFile()  # noqa: SIM115 - closed on leaving
        self._kept = tempfile.TemporaryFile()  # noqa: SIM115 - closed on leaving
        self._told = sqlite3.connect("")
        self._told.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._articles.close()
        self._kept.close()
        self._told.close()

    def dated(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles with a date; those without one are kept back."""
        for article in articles:
            if article.date is not None:
                yield article
            else:
                self._articles.write(_line(article))

    def undated(self) -> Iterator[Article]:
        """The articles that were kept back, in the order of the input."""
        self._articles.seek(0)
        for line in self._articles:
            yield msgspec.convert(json.loads(line), Article)

    def keep(self, coded: Coded) -> None:
        """Keep what was read of an article without a date, until all of them are read."""
        self._kept.write(_line(Kept(coded.resolved.annotated, self.shared(coded), parties.likeness(coded))))

    def kept(self) -> Iterator[Kept]:
        """The articles read once, in the order of the input."""
        self._kept.seek(0)
        for line in self._kept:
            yield msgspec.convert(json.loads(line), Kept)

    def tell(self, coded: Coded) -> None:
        """Keep what a dated article tells of parties that others may tell of too, and the names that it has."""
        date = coded.article.date
        if date is None:
            return
        day, month = str(date), str(month_of(date))
        acts = [
            (key, str(happened.days.start), msgspec.json.encode(happened)) for key, happened in parties.happened(coded)
        ]
        self._told.executemany("INSERT OR IGNORE INTO told VALUES (?, ?, ?)", acts)
        self._told.executemany(_NAME, [(name, day) for name in parties.names(coded)])
        self._told.executemany(_WORD, [(word, month) for word in parties.words(coded)])
        self._told.execute(_WEEK, (str(week_of(date)),))

    def shared(self, coded: Coded) -> Run:
        """What an article without a date tells as well, beside what the dated ones tell of it."""
        return shared.shared(coded, self)

    def weeks(self) -> Days:
        """How many dated articles each week has, by its Monday."""
        return _days(self._told.execute(_WEEKS))

    def days_of(self, name: str) -> Days:
        """On which days dated articles had a name."""
        return _days(self._told.execute(_DAYS_OF, (name, MOST_DAYS + 1)))

    def months_of(self, word: str) -> Days:
        """In which months dated articles had a word."""
        return _days(self._told.execute(_MONTHS_OF, (word,)))

    def happened(self, keys: tuple[str, ...]) -> tuple[Happened, ...]:
        """What dated articles tell under any of these keys."""
        marks = ", ".join("?" * len(keys))
        asked = f"SELECT DISTINCT happened FROM told WHERE key IN ({marks}) ORDER BY start, happened LIMIT {KEPT}"  # noqa: S608 - marks only
        return tuple(msgspec.json.decode(raw, type=Happened) for (raw,) in self._told.execute(asked, keys))


def _line(kept: Article | Kept) -> bytes:
    """ASCII escapes keep halves of surrogate pairs, which texts and file names may hold."""
    return json.dumps(msgspec.to_builtins(kept)).encode("ascii") + b"\n"


def _days(rows: Iterable[tuple[str, int]]) -> Days:
    return tuple((dt.date.fromisoformat(day), count) for day, count in rows)
