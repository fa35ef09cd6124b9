"""Articles as they are coded → a bar with the time left on a terminal; nothing is shown elsewhere.

How much there is to do is only known in bytes: those of the files given, before they are unpacked.
"""

import glob
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from dragoman.model.article import Article

Seen = Callable[[Article], None]


@contextmanager
def following(paths: Iterable[str], limit: int | None, *, quiet: bool) -> Iterator[Seen]:
    """What is to be called with each article; draws a bar on standard error, if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    sizes = {} if limit is not None else dict(_sizes(paths))
    counter = TextColumn("{task.fields[articles]:,} articles") if limit is None else MofNCompleteColumn()
    columns = (TextColumn("coding"), BarColumn(), counter, TimeRemainingColumn(compact=True))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        work = Work(sizes, limit)
        task = bar.add_task("", total=work.total, articles=0)

        def seen(article: Article) -> None:
            work.add(article)
            bar.update(task, completed=work.done, articles=work.articles)

        yield seen


@contextmanager
def counting(total: int, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """What is to be called after each of so many articles; draws a bar on standard error, if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (TextColumn("coding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


class Work:
    """How far a run has come: in articles where their number is limited, else in bytes of the files given."""

    def __init__(self, sizes: dict[str, int], limit: int | None) -> None:
        self._sizes = sizes
        self._limit = limit
        self._behind = 0
        self._file, self._within = "", 0
        self.articles = 0

    @property
    def total(self) -> float | None:
        """All there is to do, None when that is not known."""
        return self._limit if self._limit is not None else sum(self._sizes.values()) or None

    @property
    def done(self) -> float:
        """What is done: the files behind, and as much of the present one as its articles tell."""
        if self._limit is not None:
            return self.articles
        return self._behind + min(self._within, self._sizes.get(self._file, 0))

    def add(self, article: Article) -> None:
        """One more article is coded."""
        self.articles += 1
        file = article.path.rpartition("#")[0] or article.path
        if file != self._file:
            self._behind += self._sizes.get(self._file, 0)
            self._file, self._within = file, 0
        self._within += len(article.text)


def _sizes(paths: Iterable[str]) -> Iterator[tuple[str, int]]:
    for given in paths:
        found = [given] if Path(given).exists() else glob.glob(given, recursive=True)  # noqa: PTH207 - absolute patterns
        for name in found:
            yield from _below(Path(name))


def _below(path: Path) -> Iterator[tuple[str, int]]:
    files = path.rglob("*") if path.is_dir() else [path]
    for file in files:
        if file.is_file():
            yield str(file), file.stat().st_size
