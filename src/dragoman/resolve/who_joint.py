"""First halves of joint adjectives ("Franco-German", "Sino-Indian") → mentions of the first state."""

import re
from functools import cache

from dragoman.model.span import Span
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actors import dictionary, state_id
from dragoman.resolve.who_scene import Draft, Scene


@cache
def _joint() -> re.Pattern[str]:
    """Any first half before a hyphen and a capital letter."""
    return re.compile(rf"\b({'|'.join(sorted(reference_words().combining))})[-–](?=[A-Z])")


def joined(scene: Scene) -> None:
    """Put a draft for every first half."""
    at = 0
    for match in _joint().finditer(scene.text):
        while scene.tokens[at].span.end <= match.start(1):
            at += 1
        entity = dictionary().entities.get(state_id(reference_words().combining[match[1]]))
        span = Span(match.start(1), match.end(1))
        if entity is None or not scene.tokens[at].span.holds(span):
            continue
        detail = f"{match[1]!r} names {entity.name}"
        rule = "country-in-compound"
        scene.put(Draft(at, at + 1, at, "demonym", (entity,), rule, detail, span=span))
