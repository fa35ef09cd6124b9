"""Persons whose title, party and state are American → their country, which the press leaves out at home."""

import re

import msgspec

from dragoman.model.entity import Entity
from dragoman.ontology.actor_words import words
from dragoman.resolve.who_hints import belongs
from dragoman.resolve.who_scene import Draft, Scene

AMERICA = "USA"
_TAG = re.compile(r"\s*[,(]\s*[RDI]\s?[-–]\s?[A-Z][A-Za-z.]")
""""R-Ind.", "D-N.Y." after a name."""


def american(scene: Scene) -> None:
    """Give America to senators, representatives and governors who are told to be its own."""
    told = any(scene.code(d.entities[0]) == AMERICA for d in scene.living()) or AMERICA in scene.places.values()
    found = {}
    for draft in scene.living():
        entity = draft.entities[0]
        if entity.kind != "person" or entity.source != "text" or entity.code is not None:
            continue
        if _tagged(scene, draft) or (_has_title(entity) and (told or _partisan(scene, draft))):
            found[entity.id] = _of_america(scene, draft, entity)
    for draft in scene.living():
        draft.entities = tuple(found.get(e.id, e) for e in draft.entities)
    for name, entity in scene.known.items():
        scene.known[name] = found.get(entity.id, entity)


def _of_america(scene: Scene, draft: Draft, entity: Entity) -> Entity:
    sectors = entity.sectors or (("LEG",) if _tagged(scene, draft) else ())
    return msgspec.structs.replace(entity, code=AMERICA, sectors=sectors)


def _tagged(scene: Scene, draft: Draft) -> bool:
    """Whether party and state follow the name."""
    return _TAG.match(scene.text, scene.tokens[draft.stop - 1].span.end) is not None


def _has_title(entity: Entity) -> bool:
    return (entity.role or "").lower() in words().american_titles


def _partisan(scene: Scene, draft: Draft) -> bool:
    """Whether he is called a Democrat or Republican, or is of a place in America."""
    said = {t.text for t in scene.tokens[draft.first : draft.stop]}
    said |= {t.text for t in scene.tree.kids(draft.head, "appos")}
    if not said.isdisjoint(words().american_parties):
        return True
    return belongs(scene, draft.head, draft.first).codes == (AMERICA,)
