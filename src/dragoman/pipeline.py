"""The whole flow on one page: read → annotate → resolve → extract; joined here and nowhere else."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dragoman import annotate, extract, read, resolve
from dragoman.model import ids
from dragoman.model.article import Article, Skipped
from dragoman.model.coded import Coded
from dragoman.ontology import actor_check
from dragoman.settings import Settings


def coded(
    sources: Iterable[str | Path], settings: Settings | None = None, skipped: Callable[[Skipped], None] = lambda _: None
) -> Iterator[Coded]:
    """Every article of files, folders and patterns, coded, one after the other.

    Args:
        sources: Files, folders, glob patterns, or "-" for standard input.
        settings: Options of the run.
        skipped: Called with each input that gave no article.

    Yields:
        The coded articles, in the order of the input.
    """
    settings = settings or Settings()
    articles = read.articles(sources, settings=settings, skipped=skipped)
    yield from flow(itertools.islice(articles, settings.limit), settings, skipped)


def flow(
    articles: Iterable[Article], settings: Settings, skipped: Callable[[Skipped], None] | None = None
) -> Iterator[Coded]:
    """Articles through the stages that follow reading; one that fails is reported and the next goes on.

    Without somebody to report to, a failure is raised.
    """
    for annotated in annotate.articles(articles, settings, skipped):
        actor_check.use(settings.actors)
        try:
            coded_article = next(extract.records(resolve.articles([annotated])))
        except Exception as error:
            if skipped is None:
                raise
            detail = f"{type(error).__name__}: {error}"
            skipped(Skipped(file=annotated.article.path, reason="failed", detail=detail))
        else:
            yield coded_article


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
        return next(flow([article], self.settings))


def _article(text: str, date: str | None) -> Article:
    return Article(
        id=ids.article_id(None, None, text),
        revision=ids.revision(text),
        text=text,
        date=None if date is None else dt.date.fromisoformat(date),
        date_basis="unknown" if date is None else "given",
    )
