"""A stream of annotated articles → the same articles with actors, places and times tied to the world."""

from collections.abc import Iterable, Iterator

from dragoman.model.annotated import Annotated
from dragoman.model.resolved import Resolved
from dragoman.resolve import when, where, who


def articles(stream: Iterable[Annotated]) -> Iterator[Resolved]:
    """Each article with its names, places and times resolved, in the order given."""
    return map(resolved, stream)


def resolved(annotated: Annotated) -> Resolved:
    """One article with its names, places and times resolved."""
    actors, doubtful_actors = who.mentions(annotated)
    places, doubtful_places = where.places(annotated)
    times, doubtful_times = when.dated(annotated)
    return Resolved(
        annotated=annotated,
        actors=actors,
        places=places,
        times=times,
        issues=(*doubtful_actors, *doubtful_places, *doubtful_times),
    )
