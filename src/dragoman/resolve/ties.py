"""A stream of annotated articles → the same articles with actors, places and times tied to the world."""

from collections.abc import Iterable, Iterator

from dragoman.model.annotated import Annotated
from dragoman.model.resolved import Resolved


def articles(stream: Iterable[Annotated]) -> Iterator[Resolved]:
    """Each article with its names, places and times resolved, in the order given."""
    return map(resolved, stream)


def resolved(annotated: Annotated) -> Resolved:
    """One article with its names, places and times resolved."""
    return Resolved(annotated=annotated, actors=(), places=(), times=())
