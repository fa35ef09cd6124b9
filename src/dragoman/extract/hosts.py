"""Places → the states that host what happens there, for visits that name a city instead of its country."""

from collections.abc import Iterable

from dragoman.extract.typing import Match
from dragoman.model.because import Because
from dragoman.model.resolved import ActorMention, PlaceMention
from dragoman.ontology import actors


def hosts(places: Iterable[PlaceMention]) -> dict[int, ActorMention]:
    """The state of each place by the place's head token; places in no state are left out."""
    found = ((place.head, _host(place)) for place in places)
    return {head: mention for head, mention in found if mention is not None}


def _host(place: PlaceMention) -> ActorMention | None:
    code = place.place.country
    state = None if code is None else actors.entity(actors.state_id(code))
    if state is None:
        return None
    why = Because(
        field="recipient", rule="host-by-place", detail=f"{place.place.name} lies in {state.name}", spans=(place.span,)
    )
    return ActorMention(
        span=place.span, head=place.head, first=place.first, stop=place.stop, entity=state, kind="metonym", because=why
    )


def is_at_host(match: Match) -> bool:
    """Whether the state of the place told stands for its people: for a visit, for help, for an embassy opened."""
    frame = match.frame
    of_embassy = frame.event == "SUPPORT" and "in" in frame.recipient
    return of_embassy or frame.event == "AID" or (frame.event, frame.mode) == ("CONSULT", "visit")
