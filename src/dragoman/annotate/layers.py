"""A stream of articles → the same articles with their linguistic layers; paragraphs are parsed in batches."""

import itertools
from collections.abc import Iterable, Iterator

from dragoman.annotate import paragraphs
from dragoman.annotate.backends.spacy_parser import Paragraph, Parsed, Table, parse
from dragoman.annotate.quotes import quotations
from dragoman.annotate.repairs import repaired
from dragoman.annotate.times import expressions
from dragoman.model.annotated import Annotated
from dragoman.model.article import Article
from dragoman.model.span import Span
from dragoman.settings import Settings

ARTICLES_AT_ONCE = 16
"""Articles whose paragraphs are parsed together: fills the parser's batches and keeps memory flat."""


def articles(stream: Iterable[Article], settings: Settings | None = None) -> Iterator[Annotated]:
    """Each article with its layers, in the order given."""
    settings = settings or Settings()
    for group in _groups(stream):
        for article, parsed in zip(group, _parsed(group, settings), strict=True):
            yield layered(article, parsed)


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
