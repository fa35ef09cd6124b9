"""The whole flow on one page: read → annotate → resolve → extract, in two waves; joined here and nowhere else."""

import datetime as dt
import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from msgspec import structs

from dragoman import annotate, extract, read, resolve, store
from dragoman.model import ids
from dragoman.model.annotated import Annotated
from dragoman.model.article import Article, Skipped
from dragoman.model.coded import Coded
from dragoman.model.dating import Dating, Run
from dragoman.ontology import actor_check
from dragoman.settings import Settings
from dragoman.store import parties

Step = TypeVar("Step", Annotated, store.Kept)
Done = TypeVar("Done")


def coded(
    sources: Iterable[str | Path], settings: Settings | None = None, skipped: Callable[[Skipped], None] = lambda _: None
) -> Iterator[Coded]:
    """Every article of files, folders and patterns, coded: those with a date first, then those that had to be dated.

    Args:
        sources: Files, folders, glob patterns, or "-" for standard input.
        settings: Options of the run.
        skipped: Called with each input that gave no article.

    Yields:
        The coded articles, in the order of the input within each of the two waves.
    """
    settings = settings or Settings()
    articles = read.articles(sources, settings=settings, skipped=skipped)
    yield from waves(itertools.islice(articles, settings.limit), settings, skipped)


def waves(
    articles: Iterable[Article], settings: Settings, skipped: Callable[[Skipped], None] | None = None
) -> Iterator[Coded]:
    """Articles with a date, coded; then those without one, dated by their words and by what the others tell."""
    with store.Waiting() as waiting:
        for item in flow(waiting.dated(articles), settings, skipped):
            waiting.tell(item)
            yield item
        kin = _kin(waiting, settings, skipped)
        yield from _each(waiting.kept(), lambda kept: _in_its_time(kept, kin, settings), skipped)


def in_time(item: Coded, run: Run | None = None, *, model: bool = True) -> Coded:
    """An article coded without a date, coded again as of the days on which it seems to be written, if that is told."""
    found = resolve.dating(item.resolved, run)
    days = resolve.tried(item.resolved.annotated, found)
    best = item if len(days) == 0 else extract.widened(tuple(extract.records(resolve.articles(days), model=model)))
    return structs.replace(best, issues=(*best.issues, resolve.issue(found)))


def datings(
    sources: Iterable[str | Path], settings: Settings | None = None, skipped: Callable[[Skipped], None] = lambda _: None
) -> Iterator[tuple[Article, Dating | None]]:
    """Articles that have a date, with None; then those without one, and when they were written."""
    settings = settings or Settings()
    articles = itertools.islice(read.articles(sources, settings=settings, skipped=skipped), settings.limit)
    with store.Waiting() as waiting:
        for item in flow(waiting.dated(articles), settings, skipped):
            waiting.tell(item)
            yield item.article, None
        kin = _kin(waiting, settings, skipped)
        yield from _each(waiting.kept(), lambda kept: (kept.article, _dating(kept, kin, settings)), skipped)


def _kin(waiting: store.Waiting, settings: Settings, skipped: Callable[[Skipped], None] | None) -> resolve.Kin:
    """All articles without a date, read once and kept, as they tell of each other."""
    kin = resolve.Kin()

    def keep(item: Coded) -> Coded:
        kin.add(parties.likeness(item), resolve.voice(item.resolved))
        waiting.keep(item)
        return item

    deque(flow(waiting.undated(), settings, skipped, keep), maxlen=0)
    return kin


def _dating(kept: store.Kept, kin: resolve.Kin, settings: Settings) -> Dating:
    actor_check.use(settings.actors)
    return resolve.dating(next(resolve.articles([kept.annotated])), kept.run, kin.clues(kept.like))


def _in_its_time(kept: store.Kept, kin: resolve.Kin, settings: Settings) -> Coded:
    found = _dating(kept, kin, settings)
    days = resolve.tried(kept.annotated, found)
    every = tuple(extract.records(resolve.articles(days or (kept.annotated,)), model=settings.model))
    best = extract.widened(every) if len(days) > 0 else every[0]
    return structs.replace(best, issues=(*best.issues, resolve.issue(found)))


def flow(
    articles: Iterable[Article],
    settings: Settings,
    skipped: Callable[[Skipped], None] | None = None,
    then: Callable[[Coded], Coded] = lambda item: item,
) -> Iterator[Coded]:
    """Articles through the stages that follow reading; one that fails is reported and the next goes on.

    Without somebody to report to, a failure is raised. What is to be done `then` with each counts as a part of it.
    """

    def step(annotated: Annotated) -> Coded:
        actor_check.use(settings.actors)
        return then(next(extract.records(resolve.articles([annotated]), model=settings.model)))

    yield from _each(annotate.articles(articles, settings, skipped), step, skipped)


def _each(
    articles: Iterable[Step], step: Callable[[Step], Done], skipped: Callable[[Skipped], None] | None
) -> Iterator[Done]:
    """Articles through one step; one that fails is reported and the next goes on."""
    for one in articles:
        try:
            done = step(one)
        except Exception as error:
            if skipped is None:
                raise
            detail = f"{type(error).__name__}: {error}"
            skipped(Skipped(file=one.article.path, reason="failed", detail=detail))
        else:
            yield done


class Coder:
    """The coder as a Python call.

    Example:
        `Coder().code("Japan on Friday condemned North Korea.", date="2017-09-15").events`
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    def code(self, text: str | Article, *, date: str | None = None) -> Coded:
        """Code one article.

        Args:
            text: The report's text, or an article as a reader gives it.
            date: The day it was published (ISO 8601), where a plain text is given.

        Returns:
            The coded article.
        """
        article = text if isinstance(text, Article) else _article(text, date)
        return next(waves([article], self.settings))


def _article(text: str, date: str | None) -> Article:
    return Article(
        id=ids.article_id(None, None, text),
        revision=ids.revision(text),
        text=text,
        date=None if date is None else dt.date.fromisoformat(date),
        date_basis="unknown" if date is None else "given",
    )
