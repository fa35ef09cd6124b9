"""Input rows of an evaluation set → articles with their layers, parsed in batches and in the order of the rows."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, TypeVar

from dragoman import annotate, resolve
from dragoman.model import ids
from dragoman.model.annotated import Annotated
from dragoman.model.article import Article
from dragoman.model.resolved import Resolved
from dragoman.model.span import Span
from dragoman.model.syntax import Tree

Row = dict[str, Any]
"""One line of an input or prediction file; its form is told by the task's module."""

T = TypeVar("T")
DAY = len("2019-12-20")


def day(value: object) -> dt.date | None:
    """The day of a row's date, which may carry a clock time; None where it tells no whole day.

    >>> day("1998-08-07T10:35"), day("1998"), day(None)
    (datetime.date(1998, 8, 7), None, None)
    """
    if isinstance(value, str):
        with suppress(ValueError):
            return dt.date.fromisoformat(value[:DAY])
    return None


def article(identity: str, text: str, date: dt.date | None = None) -> Article:
    """A text of an evaluation set as an article."""
    return Article(
        id=ids.article_id(identity, None, text),
        revision=ids.revision(text),
        text=text,
        date=date,
        date_basis="unknown" if date is None else "given",
    )


def of_row(row: Row) -> Article:
    """The article of a row with `id`, `text` and perhaps `date`."""
    return article(str(row["id"]), row["text"], day(row.get("date")))


def beside(items: Iterable[T], article_of: Callable[[T], Article]) -> Iterator[tuple[T, Annotated]]:
    """Each item with the layers of its article."""
    first, second = itertools.tee(items)
    return zip(first, annotate.articles(map(article_of, second)), strict=True)


def annotated(rows: Iterable[Row]) -> Iterator[tuple[Row, Annotated]]:
    """Each row of `id`, `text` and perhaps `date` with the layers of its text."""
    return beside(rows, of_row)


def resolved(articles: Iterable[Article]) -> Iterator[Resolved]:
    """Articles with their actors, places and times."""
    return resolve.articles(annotate.articles(articles))


def inside(tree: Tree, span: Span) -> list[int]:
    """The tokens that a span meets, blanks left out."""
    return [token.i for token in tree.tokens if token.span.meets(span) and token.pos != "SPACE"]


def head(tree: Tree, numbers: list[int]) -> int | None:
    """The token of a phrase on which its others hang: the first whose own head lies outside."""
    phrase = set(numbers)
    outer = (i for i in numbers if tree.tokens[i].head == i or tree.tokens[i].head not in phrase)
    content = [i for i in outer if tree.tokens[i].pos not in {"PUNCT", "DET", "ADP"}]
    return content[0] if content else next(iter(numbers), None)
