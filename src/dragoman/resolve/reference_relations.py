"""Nouns like "its key ally", "his counterpart" → the other state or official near, to whom the owner stands so."""

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.ontology import offices
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actors import dictionary, generic_entity, state_id
from dragoman.resolve.reference_candidates import BACK, candidates, is_person, same_clause_subject
from dragoman.resolve.who_scene import Draft, Scene, plural

COUNTERPART = "counterpart"
POSSESSIVE = "poss"
STATES = frozenset({"state"})
ACTORS = frozenset({"state", "person", "organisation", "group"})


def related(scene: Scene, token: Token, draft: Draft | None) -> bool:
    """Whether a noun tells what somebody is to another one near; then its draft says who that is."""
    lemma = token.lemma.lower()
    if plural(token) or token.dep == "compound":
        return False
    if lemma == COUNTERPART:
        return _counterpart(scene, token, draft)
    if lemma not in reference_words().relations or _named(scene, token):
        return False
    owners = [scene.owner.get(t.i) for t in scene.tree.kids(token.i, POSSESSIVE)]
    if len(owners) == 0 or (draft is not None and draft.noun is None):
        return False
    codes = {scene.code(e) for owner in owners if owner is not None and not owner.dropped for e in owner.entities}
    other = _other_state(scene, token, codes)
    if other is None:
        return False
    _settle(scene, token, draft, dictionary().entities[state_id(other)], "the-other-state")
    return True


def _named(scene: Scene, token: Token) -> bool:
    """Whether the phrase tells its own name or country ("its ally Syria", "its Gulf ally")."""
    named = any(t.tag in {"NNP", "NNPS"} for t in scene.tree.kids(token.i, "appos", "compound", "amod"))
    return named or token.dep in {"appos", "attr"} or _before_name(scene, token)


def _before_name(scene: Scene, token: Token) -> bool:
    """Whether a name follows at once, as the other's own ("its key ally the United States")."""
    behind = scene.tree.tokens[token.i + 1 : token.i + 3]
    names = [t for t in behind if t.tag in {"NNP", "NNPS"}]
    return len(names) > 0 and (names[0].i == token.i + 1 or behind[0].text.lower() == "the")


def _other_state(scene: Scene, token: Token, owners: set[str | None]) -> str | None:
    """The only other state in the nearest sentence that tells one, but not who acts upon it in its own clause."""
    doing = {scene.code(c.entity) for c in candidates(scene, token) if same_clause_subject(scene, token, c)}
    barred = owners | (doing if token.dep not in {"nsubj", "nsubjpass"} else set())
    for back in range(BACK + 1):
        near = [c for c in candidates(scene, token, back) if c.distance == back]
        for kinds in (STATES, ACTORS):
            told = {scene.code(e) for c in near for e in c.draft.entities if e.kind in kinds} - barred
            codes = {c for c in told if c is not None and state_id(c) in dictionary().entities}
            if len(codes) > 0:
                return codes.pop() if len(codes) == 1 and owners != set() else None
    return None


def _settle(scene: Scene, token: Token, draft: Draft | None, entity: Entity, rule: str) -> None:
    first = scene.left_edge(token.i)
    if draft is None:
        draft = Draft(first=first, stop=token.i + 1, head=token.i, kind="description", entities=(), rule="")
        scene.put(draft)
    draft.entities, draft.kind, draft.open, draft.rule = (entity,), "description", False, rule
    draft.detail = f"{scene.words(first, token.i + 1)!r} is {entity.name}"


def _counterpart(scene: Scene, token: Token, draft: Draft | None) -> bool:
    """His counterpart: the person told near of the country named, else who holds his office there that day."""
    owner = _owner(scene, token)
    if owner is None:
        return False
    home, code = scene.code(owner), None if draft is None else draft.entities[0].code
    people = [c for c in candidates(scene, token) if is_person(c) and c.entity.id != owner.id]
    if code is not None:
        people = [c for c in people if scene.code(c.entity) == code]
    else:
        people = [c for c in people if scene.code(c.entity) not in {None, home}]
    named = {c.entity.id: c.entity for c in people}
    if len(named) == 1:
        _settle(scene, token, draft, next(iter(named.values())), "counterpart-told-near")
        return True
    return code is not None and draft is not None and _same_office(scene, token, draft, owner)


def _owner(scene: Scene, token: Token) -> Entity | None:
    for possessor in scene.tree.kids(token.i, POSSESSIVE):
        owner = scene.owner.get(possessor.i)
        if owner is not None and not owner.dropped and len(owner.entities) == 1:
            return owner.entities[0]
    return None


def _same_office(scene: Scene, token: Token, draft: Draft, owner: Entity) -> bool:
    """The one in the owner's office in the country named, else an official of the owner's sectors there."""
    standing, code = offices.standing(owner, scene.date), draft.entities[0].code
    role = (standing.role or "").lower()
    if code is None:
        return False
    holder = None if scene.date is None or role == "" else offices.holder(role, code, scene.date)
    if holder is not None:
        _settle(scene, token, draft, dictionary().entities[holder], "counterpart-in-office")
        return True
    if len(standing.sectors) > 0:
        _settle(scene, token, draft, generic_entity(COUNTERPART, code, standing.sectors), "counterpart-by-sector")
        return True
    return False
