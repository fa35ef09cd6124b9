"""A stream of articles → the same articles with their linguistic layers; paragraphs are parsed in batches."""

import itertools
from collections.abc import Callable, Iterable, Iterator

from dragoman.annotate import paragraphs
from dragoman.annotate.backends.spacy_parser import Paragraph, Parsed, Table, parse
from dragoman.annotate.quotes import quotations
from dragoman.annotate.repairs import repaired
from dragoman.annotate.times import expressions
from dragoman.model.annotated import Annotated
from dragoman.model.article import Article, Skipped
from dragoman.model.span import Span
from dragoman.settings import Settings

ARTICLES_AT_ONCE = 16
"""Articles whose paragraphs are parsed together: fills the parser's batches and keeps memory flat."""


def articles(
    stream: Iterable[Article], settings: Settings | None = None, failed: Callable[[Skipped], None] | None = None
) -> Iterator[Annotated]:
    """Each article with its layers, in the order given.

    Args:
        stream: The articles.
        settings: Options of the run.
        failed: Called with each article that could not be annotated; without it a failure is raised.
    """
    settings = settings or Settings()
    for group in _groups(stream):
        try:
            layers = _layered(group, settings)
        except Exception:
            if failed is None:
                raise
            layers = _one_by_one(group, settings, failed)
        yield from layers


def _layered(group: tuple[Article, ...], settings: Settings) -> list[Annotated]:
    return [layered(article, parsed) for article, parsed in zip(group, _parsed(group, settings), strict=True)]


def _one_by_one(group: tuple[Article, ...], settings: Settings, failed: Callable[[Skipped], None]) -> list[Annotated]:
    """The articles of a group that failed as a whole, without the one that made it fail."""
    found: list[Annotated] = []
    for article in group:
        try:
            found += _layered((article,), settings)
        except Exception as error:  # noqa: BLE001 - one bad article never stops a run
            detail = f"{type(error).__name__}: {error}"
            failed(Skipped(file=article.path, reason="failed", detail=detail))
    return found


def _groups(stream: Iterable[Article]) -> Iterator[tuple[Article, ...]]:
    waiting = iter(stream)
    while group := tuple(itertools.islice(waiting, ARTICLES_AT_ONCE)):
        yield group


def layered(article: Article, parsed: Parsed) -> Annotated:
    """One parsed article with the layers that read the tokens."""
    tokens = repaired(parsed.tokens)
    return Annotated(
        article=article,
        tokens=tokens,
        sentences=parsed.sentences,
        names=parsed.names,
        times=expressions(article, tokens),
        quotes=quotations(article.text, article.body),
    )


def _parsed(group: tuple[Article, ...], settings: Settings) -> list[Parsed]:
    tables = [Table() for _ in group]
    pieces = (
        Paragraph(n, span.start, span.of(article.text)) for n, article in enumerate(group) for span in _prose(article)
    )
    for paragraph, doc in parse(pieces, settings.pipeline, settings.batch):
        tables[paragraph.article].add(doc, paragraph.offset)
    return [_led(table.parsed(), settings.lead) for table in tables]


def _prose(article: Article) -> Iterator[Span]:
    """Spans of headline and body; what lies between them (a date line, a byline) is not parsed."""
    if article.headline is not None and article.headline.end <= article.body:
        yield article.headline
    yield from paragraphs.spans(article.text, article.body)


def _led(parsed: Parsed, lead: int | None) -> Parsed:
    """The tables cut to the first `lead` sentences."""
    if lead is None or len(parsed.sentences) <= lead:
        return parsed
    kept = parsed.sentences[:lead]
    stop = kept[-1].stop if kept else 0
    return Parsed(parsed.tokens[:stop], kept, tuple(n for n in parsed.names if n.stop <= stop))
