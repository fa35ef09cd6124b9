"""Ships told before by their class alone ("the vessel", "the tanker") → the ship last named that the class fits."""

from dragoman.model.annotated import Token
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.resolve.who_scene import Draft, Scene, plural

BACK = 8
"""Sentences over which a ship is still "the ship"."""
SHIP_RULE = "ship-"
NAMING = frozenset({"appos", "compound"})


def sailed_on(scene: Scene) -> None:
    """Put a draft for every definite ship that the article named before."""
    if not any(d.rule.startswith(SHIP_RULE) for d in scene.drafts):
        return
    for token in scene.tokens:
        if token.pos == "NOUN" and not plural(token) and token.i not in scene.owner and _is_class(token):
            _again(scene, token)


def _is_class(token: Token) -> bool:
    lemma = token.lemma.lower()
    return lemma in reference_words().any_ship or lemma in words().ship_classes


def _again(scene: Scene, token: Token) -> None:
    """The only ship of the nearest sentence that the class fits."""
    first = scene.left_edge(token.i)
    before = {t.text.lower() for t in scene.tokens[first : token.i]}
    named = any(t.tag in {"NNP", "NNPS"} for t in scene.tree.kids(token.i, *NAMING))
    if before.isdisjoint(words().definite) or token.dep in NAMING or named:
        return
    told = [d for d in scene.recent(token, BACK) if d.rule.startswith(SHIP_RULE) and _fits(scene, token, d)]
    if len(told) == 0:
        return
    nearest = max(scene.tokens[d.head].sentence for d in told)
    ships = {d.entities[0].id: d.entities[0] for d in told if scene.tokens[d.head].sentence == nearest}
    if len(ships) != 1:
        return
    entity = next(iter(ships.values()))
    detail = f"{scene.words(first, token.i + 1)!r} is {entity.name}"
    rule = "ship-told-before"
    scene.put(Draft(first, token.i + 1, token.i, "description", (entity,), rule, detail))


def _fits(scene: Scene, token: Token, draft: Draft) -> bool:
    """Whether a class may be that of a ship: any ship is a vessel, else warships and merchantmen are kept apart."""
    lemma = token.lemma.lower()
    if lemma in reference_words().any_ship:
        return True
    told = {scene.tokens[i].lemma.lower() for i in range(draft.first, draft.stop)} & words().ship_classes.keys()
    bare = len(told) == 0 or len(scene.tree.kids(token.i, "compound")) == 0
    return lemma in told or (bare and words().ship_classes[lemma] in draft.entities[0].sectors)
