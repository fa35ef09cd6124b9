"""Officials, politicians and bodies whom the article names without a country → the country near them, or its own."""

import msgspec

from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.ontology.actor_words import words
from dragoman.resolve.reference_candidates import SUBJECTS, states
from dragoman.resolve.reference_homes import STATE_BODIES, speaks_next
from dragoman.resolve.who_places import clause_place
from dragoman.resolve.who_scene import Draft, Scene
from dragoman.resolve.who_story import heading_home, told_home

DOMESTIC = frozenset({"ELI", "PTY", "LAB", "REB", "PRM"})
"""Further sectors of people and bodies that act at home."""


def at_home(scene: Scene) -> None:
    """Give officials named without a country the only one spoken of where they come in, else the report's own."""
    found: dict[EntityId, Entity] = {}
    seen: set[EntityId] = set()
    for draft in scene.living():
        entity = draft.entities[0]
        if entity.id in seen or not _homeless(entity):
            continue
        seen.add(entity.id)
        token = scene.tokens[draft.first]
        codes = (
            {code for code, _ in states(scene, token, abroad=False, firms=False)} if entity.kind == "person" else set()
        )
        codes -= _met(scene, draft)
        headed = heading_home(scene, token.sentence) or _own_words(scene, draft)
        code = headed or (codes.pop() if len(codes) == 1 else _among(scene, draft, codes))
        if code is not None:
            found[entity.id] = msgspec.structs.replace(entity, code=code)
    for draft in scene.living():
        draft.entities = tuple(found.get(e.id, e) for e in draft.entities)


def _own_words(scene: Scene, draft: Draft) -> str | None:
    """The country of the possessor in an apposition ("X, its ambassador"), or of the place where he speaks."""
    if draft.entities[0].kind != "person":
        return None
    for noun in scene.tree.kids(draft.head, "appos"):
        for possessor in scene.tree.kids(noun.i, "poss"):
            owner = scene.owner.get(possessor.i)
            if owner is not None and not owner.dropped and len(owner.entities) == 1:
                return scene.code(owner.entities[0])
    return clause_place(scene, draft.head)


def _among(scene: Scene, draft: Draft, codes: set[str]) -> str | None:
    """Where several countries are near: that of the subject who spoke just before, else the report's own."""
    token = scene.tokens[draft.head]
    before = speaks_next(scene, token) if draft.entities[0].kind == "person" and token.dep in SUBJECTS else None
    return before if before in codes else told_home(scene, token.sentence)


def _met(scene: Scene, draft: Draft) -> set[str]:
    """The countries of those to whom somebody does something, hardly his own ("summoned the Chinese envoy")."""
    token = scene.tokens[draft.head]
    if token.dep not in SUBJECTS:
        return set()
    owners = (scene.owner.get(k.i) for k in scene.tree.kids(token.head, "dobj"))
    codes = {scene.code(e) for owner in owners if owner is not None and not owner.dropped for e in owner.entities}
    return {code for code in codes if code is not None}


def _homeless(entity: Entity) -> bool:
    """Whether an entity is an official, a politician or a body of a state that the article does not name beside it."""
    own = entity.source == "text" and entity.kind in {"person", "organisation"} and entity.code is None
    if entity.kind == "organisation" and entity.name.split()[-1].lower() in words().abroad:
        return False
    return own and not (STATE_BODIES | DOMESTIC).isdisjoint(entity.sectors)
