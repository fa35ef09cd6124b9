"""Stub."""

from collections.abc import Iterable, Iterator

from dragoman.model.coded import Coded
from dragoman.model.resolved import Resolved


def predications(resolved: Resolved) -> tuple[()]:
    """Stub."""
    del resolved
    return ()


def records(stream: Iterable[Resolved]) -> Iterator[Coded]:
    """Stub."""
    for resolved in stream:
        yield Coded(article=resolved.annotated.article, resolved=resolved, events=(), statements=(), figures=(), silent=(), reasons={}, issues=())
