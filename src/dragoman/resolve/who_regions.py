"""Provinces, regions and cities that act ("Alberta cut royalties", "the province refused") → drafts of their state.

Only as the subject of a verb that a place does not merely undergo or show; everywhere else they are places.
"""

from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.ontology.actor_rows import slug
from dragoman.ontology.actor_words import words
from dragoman.resolve.who_scene import Draft, Scene

RULE = "region-acts"
SECTORS = ("GOV",)
NEAR = 3
"""Sentences over which "the province" is still the one that acted."""
ACTIVE = "nsubj"


def regions(scene: Scene) -> None:
    """Put a draft for every region or city that acts, and for "the region" that points back at one."""
    for token in scene.tokens:
        if not acts(scene, token.i) or _owned(scene, token.i):
            continue
        if token.i in scene.places:
            _put(scene, scene.left_edge(token.i), token.i, token.i)
        elif token.lemma.lower() in words().place_nouns and token.tag == "NN":
            _noun(scene, token.i)


def acts(scene: Scene, i: int) -> bool:
    """Whether a token is the subject of a verb that only an actor does."""
    verb = scene.tokens[scene.tokens[i].head]
    return scene.tokens[i].dep == ACTIVE and verb.pos == "VERB" and verb.lemma.lower() not in words().places_do


def _owned(scene: Scene, i: int) -> bool:
    owner = scene.owner.get(i)
    return owner is not None and not owner.dropped


def _noun(scene: Scene, i: int) -> None:
    """Regions with their noun ("the province of Alberta"), and "the province" told before."""
    after = (o for of in scene.tree.kids(i, "prep") if of.lemma == "of" for o in scene.tree.kids(of.i, "pobj"))
    named = next((t.i for t in (*scene.tree.kids(i, "compound"), *after) if t.i in scene.places), None)
    first = scene.left_edge(i)
    if named is not None:
        _put(scene, first, named, i)
    elif scene.tokens[first].text.lower() == "the" and first == i - 1:
        told = [d for d in scene.recent(scene.tokens[i], NEAR) if d.rule == RULE]
        if told and len({d.entities[0].id for d in told}) == 1:
            _add(scene, (first, i + 1), i, told[-1].entities[0])


def _put(scene: Scene, first: int, named: int, head: int) -> None:
    name = scene.words(scene.left_edge(named), named + 1).removeprefix("the ")
    code = scene.places[named]
    entity = Entity(id=EntityId(f"article:{slug(name)}"), name=name, kind="organisation", code=code, sectors=SECTORS)
    _add(scene, (first, max(head, named) + 1), head, entity)


def _add(scene: Scene, bounds: tuple[int, int], head: int, entity: Entity) -> None:
    first, stop = bounds
    detail = f"{scene.words(first, stop)!r} acts: {entity.name}, {entity.code}"
    scene.put(Draft(first, stop, head, "metonym", (entity,), RULE, detail))
