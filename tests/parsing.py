"""One parsed sentence or article for a test, from the shared pipeline of the test run."""

import datetime as dt
import functools

from dragoman import annotate
from dragoman.model import ids
from dragoman.model.annotated import Annotated
from dragoman.model.article import Article


def article(text: str, date: str | None = "2019-12-20") -> Article:
    """An article with a given date, or without one."""
    return Article(
        id=ids.article_id(None, None, text),
        revision=ids.revision(text),
        text=text,
        date=None if date is None else dt.date.fromisoformat(date),
        date_basis="unknown" if date is None else "given",
    )


@functools.cache
def annotated(text: str, date: str | None = "2019-12-20") -> Annotated:
    """The parsed layers of a text."""
    return next(annotate.articles([article(text, date)]))
