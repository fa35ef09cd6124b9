"""A resolved article → the persons that no dictionary knows and that were coded by title or apposition."""

from dragoman.model.entity import Entity
from dragoman.model.resolved import Resolved

TEXT = "text"


def candidates(resolved: Resolved) -> tuple[Entity, ...]:
    """Persons of this article alone, with a country and a role; each once, in the order of the text."""
    found = {m.entity.id: m.entity for m in resolved.actors if _is_candidate(m.entity)}
    return tuple(found.values())


def _is_candidate(entity: Entity) -> bool:
    return entity.kind == "person" and entity.source == TEXT and entity.code is not None and entity.role is not None
