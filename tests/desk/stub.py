"""A coder that loads nothing: every "met" is a meeting of the test's own actors; "BROKEN" is what it fails on.

It dates an article without a date to the last week of the dated ones, so that tests see by what it was dated.
"""

from collections.abc import Callable, Iterable, Iterator

from msgspec import structs

from dragoman.model.article import Article, Skipped
from dragoman.model.coded import Coded
from dragoman.model.dating import Run
from dragoman.settings import Settings
from tests import factory


def flow(
    articles: Iterable[Article],
    settings: Settings,
    skipped: Callable[[Skipped], None],
    then: Callable[[Coded], Coded] = lambda item: item,
) -> Iterator[Coded]:
    """In the place of `pipeline.flow`; with `lead` it sees other modes, as another coder would."""
    for article in articles:
        if "BROKEN" in article.text:
            skipped(Skipped(file=article.path, reason="failed", detail="it was broken"))
        elif "STOP" in article.text:
            raise KeyboardInterrupt
        else:
            yield then(coded(article, ("visit",) if settings.lead == 1 else ()))


def coded(article: Article, mode: tuple[str, ...] = ()) -> Coded:
    """An article with its meeting."""
    if "met" not in article.text:
        return factory.coded(article)
    return factory.coded(article, factory.event(article, "met", mode=mode))


def in_time(item: Coded, run: Run | None = None, *, model: bool = True) -> Coded:
    """In the place of `pipeline.in_time`."""
    del model
    if run is None or len(run.days) == 0:
        return item
    dated = structs.replace(item.article, date=run.days[-1][0], date_basis="inferred")
    return coded(dated, next((event.mode for event in item.events), ()))
