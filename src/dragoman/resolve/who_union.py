"""Bodies told by their last word alone ("the Commission") in a report of the European Union → whose they are."""

from dragoman.model.ids import EntityId
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.ontology.actors import dictionary
from dragoman.resolve.who_scene import Draft, Scene

UNION = "EUR"
NEAR = 3
"""Sentences back in which the union must be told."""
NAMES = frozenset({"NNP", "NNPS"})


def union(scene: Scene) -> None:
    """Put a draft for every body of the union that is named by its last word alone."""
    for token in scene.tokens[1:]:
        key = reference_words().union_bodies.get(token.text)
        if key is None or token.i in scene.owner or not _alone(scene, token.i):
            continue
        if any(scene.code(e) == UNION for d in scene.recent(token, NEAR) for e in d.entities):
            entity = dictionary().entities[EntityId(key)]
            detail = f"{token.text!r} after the European Union was told: {entity.name}"
            stop = token.i + 1
            first = token.i - (scene.tokens[token.i - 1].text.lower() == "the")
            scene.put(Draft(first, stop, token.i, "name", (entity,), "body-of-the-union", detail))


def _alone(scene: Scene, i: int) -> bool:
    """Whether nothing but "the" stands before the word, and no name or "of …" behind it."""
    after = scene.tokens[i + 1] if i + 1 < len(scene.tokens) else None
    speaks = after is not None and scene.tokens[i].head == after.i and after.lemma.lower() in words().carriers
    if after is None or not (scene.tokens[i - 1].text.lower() == "the" or speaks):
        return False
    return after.tag not in NAMES and after.text.lower() not in {"of", "for", "on"}
