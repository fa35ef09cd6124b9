"""A stream of annotated articles → the same articles with actors, places and times tied to the world."""

from collections.abc import Iterable, Iterator

from dragoman.model.annotated import Annotated
from dragoman.model.resolved import ActorMention, PlaceMention, Resolved
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
        actors=tuple(actor for actor in actors if not _is_in_name(actor, places)),
        places=places,
        times=times,
        issues=(*doubtful_actors, *doubtful_places, *doubtful_times),
    )


def _is_in_name(actor: ActorMention, places: tuple[PlaceMention, ...]) -> bool:
    """Whether a state is only named inside the longer name of a place ("the Gulf of Oman")."""
    if actor.entity.kind != "state":
        return False
    return any(p.place.feature != "country" and p.span != actor.span and p.span.holds(actor.span) for p in places)
