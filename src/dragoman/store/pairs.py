"""An event → its pairs of one who does it and one to whom it is done; both ways where all parties act on each other."""

from dragoman.model.event import ActorRef, EventRecord

RECIPROCAL = "reciprocal"
"""The coder's note on a record whose actors act on each other."""
ALWAYS_RECIPROCAL = "CONSULT"
Pair = tuple[ActorRef | None, ActorRef | None]


def pairs(record: EventRecord) -> tuple[Pair, ...]:
    """Everyone who acts with everyone acted upon, each pair once; an empty side counts as one empty place."""
    actors, recipients = _distinct(record.actor), _distinct(record.recipient)
    if reciprocal(record):
        return tuple((one, other) for one in actors for other in actors if one is not other)
    return tuple((one, other) for one in actors or (None,) for other in recipients or (None,))


def reciprocal(record: EventRecord) -> bool:
    """Whether the actors act on each other: the coder notes it, and nobody meets or talks alone."""
    several = len(record.recipient) == 0 and len(_distinct(record.actor)) > 1
    return several and (RECIPROCAL in record.notes or record.event[0] == ALWAYS_RECIPROCAL)


def _distinct(members: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """Each entity once, as first told."""
    found = dict[str, ActorRef]()
    for one in members:
        found.setdefault(one.entity_id, one)
    return tuple(found.values())
