"""Nouns for people ("the premier", "the two leaders") → the people told before whom they fit."""

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.ontology import offices
from dragoman.ontology.actor_generics import Generic
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actors import generic_entity
from dragoman.resolve.reference_candidates import Candidate, candidates, is_person, states
from dragoman.resolve.who_scene import Draft, Scene

PAIRS = frozenset({"two", "both"})
FARTHER = 8
"""Sentences over which the only holder of an office is still "the foreign minister"."""


def two_people(scene: Scene, draft: Draft) -> bool:
    """Whether "the two leaders" are the two people, or people of the two states, told before."""
    before = said_before(scene, draft)
    civil = set(draft.entities[0].sectors) <= {"CVL"}
    if not draft.plural or before.isdisjoint(PAIRS) or draft.noun is None or ("the" not in before and civil):
        return False
    if len(scene.tree.kids(draft.head, "poss")) > 0 or before.isdisjoint({"the", "both"}):
        return False
    token, noun = scene.tokens[draft.head], draft.noun.noun
    people = {c.entity.id: c.entity for c in candidates(scene, token) if c.entity.kind == "person"}
    codes = tuple(dict.fromkeys(code for code, _ in reversed(states(scene, token))))
    if len(people) == len(PAIRS):
        draft.entities = tuple(people.values())
    elif len(codes) == len(PAIRS) and "GOV" in draft.entities[0].sectors:
        draft.entities = tuple(generic_entity(noun, code, draft.entities[0].sectors) for code in codes)
    else:
        return False
    draft.open, draft.rule = False, "two-told-before"
    draft.detail = f"{scene.words(draft.first, draft.stop)!r}: {', '.join(e.name for e in draft.entities)}"
    return True


def same_person(scene: Scene, draft: Draft) -> bool:
    """Whether "the premier", "the official" is a person or official told before."""
    noun = draft.noun
    if draft.plural or noun is None:
        return False
    token = scene.tokens[draft.head]
    near = [c for c in candidates(scene, token, back=3) if is_person(c)]
    for candidate in reversed([*_holding(scene, token, noun), *near]):
        if _same_office(scene, candidate, noun):
            draft.entities, draft.open, draft.rule = (candidate.entity,), False, "person-told-before"
            draft.detail = f"{scene.words(draft.first, draft.stop)!r} is {candidate.entity.name}"
            return True
    return False


def _same_office(scene: Scene, candidate: Candidate, noun: Generic) -> bool:
    """Whether somebody was told by a noun, or by one that it may take up, or is in that office."""
    told = candidate.draft.noun
    if told is not None and not candidate.draft.plural and noun.noun in {told.noun, *_takes_up(told.noun)}:
        return True
    role = candidate.entity.role or offices.standing(candidate.entity, scene.date).role or ""
    return _role_fits(candidate.entity, noun.noun, role)


def _takes_up(told: str) -> set[str]:
    return {noun for noun, names in reference_words().called.items() if told in names}


def _holding(scene: Scene, token: Token, noun: Generic) -> list[Candidate]:
    """The only named person farther back who holds just this office ("the foreign minister")."""
    if " " not in noun.noun:
        return []
    told = [c for c in candidates(scene, token, back=FARTHER) if c.entity.kind == "person"]
    roles = ((c, c.entity.role or offices.standing(c.entity, scene.date).role or "") for c in told)
    found = {c.entity.id: c for c, role in roles if role.lower() == noun.noun}
    return list(found.values()) if len(found) == 1 else []


def _role_fits(entity: Entity, noun: str, role: str) -> bool:
    said = (noun, *reference_words().called.get(noun, ()))
    return role.lower().endswith(said) or offices.titled(entity.id, noun)


def said_before(scene: Scene, draft: Draft) -> set[str]:
    """The words of a phrase before its noun, in small letters."""
    return {t.text.lower() for t in scene.tokens[draft.first : draft.head]}
