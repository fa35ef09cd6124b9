"""A reference's place in the article → the mentions before it that it may point at, weighed by nearness and role."""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.ontology.actor_persons import persons
from dragoman.ontology.actor_words import words
from dragoman.ontology.countries import countries
from dragoman.resolve.who_scene import Draft, Scene

BACK = 2
"""Sentences that a pronoun may look back."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SUBJECT_WEIGHT = 1.0
"""A subject of the same sentence outweighs a nearer object; after Lappin and Leass (1994), who rank subjects first."""
SENTENCE_WEIGHT = 0.9
POSSESSOR_WEIGHT = 0.1
NAMED_WEIGHT = 1.2
"""A pronoun means a named person before an unnamed one, even where that one is the subject."""
MARGIN = 0.05
COMPANY = "BUS"
SHORT = 3
"""Letters of first words that are often surnames ("Li Keqiang") and tell no gender."""


class Candidate(NamedTuple):
    """A mention before a reference: how many sentences back, whether a subject, whether one of several joined."""

    draft: Draft
    entity: Entity
    distance: int
    subject: bool
    joined: bool
    weight: float


def candidates(scene: Scene, token: Token, back: int = BACK, *, inside: bool = False) -> list[Candidate]:
    """Mentions before a token and not around it, within some sentences, in the order of the text.

    With `inside` also the names that a longer phrase took in ("a reporter of X").
    """
    return [
        _candidate(scene, draft, token.sentence - scene.tokens[draft.head].sentence)
        for draft in scene.recent(token, back, inside=inside)
        if draft.stop <= token.i and len(draft.entities) > 0
    ]


def _candidate(scene: Scene, draft: Draft, distance: int) -> Candidate:
    head = scene.tokens[draft.head]
    subject = head.dep in SUBJECTS
    joined = any(k.dep == "conj" and k.i in scene.owner for k in scene.tree.kids(draft.head))
    weight = -SENTENCE_WEIGHT * distance + (SUBJECT_WEIGHT if subject else 0.0)
    if subject and scene.tokens[head.head].dep in {"ROOT", "ccomp"}:
        weight += POSSESSOR_WEIGHT
    if draft.entities[0].kind == "person":
        weight += NAMED_WEIGHT
    if head.dep == "poss":
        weight -= POSSESSOR_WEIGHT
    return Candidate(draft, draft.entities[0], distance, subject, joined, weight)


def best(near: list[Candidate]) -> tuple[Entity, ...]:
    """The entities of the best candidate; nothing where another actor is as good."""
    if len(near) == 0:
        return ()
    ranked = sorted(near, key=lambda c: (-c.weight, -c.draft.head))
    first = ranked[0]
    for other in ranked[1:]:
        if other.entity.id != first.entity.id and first.weight - other.weight < MARGIN and other.subject:
            return ()
    return first.draft.entities


def together(scene: Scene, candidate: Candidate) -> tuple[Entity, ...]:
    """The actors of a mention and of those coordinated with it ("Japan and Iran")."""
    found = list(candidate.draft.entities)
    for i in scene.tree.conjuncts(candidate.draft.head):
        owner = scene.owner.get(i)
        if owner is not None and owner is not candidate.draft and not owner.dropped:
            found.extend(e for e in owner.entities if e not in found)
    return tuple(found)


def same_clause_subject(scene: Scene, token: Token, candidate: Candidate) -> bool:
    """Whether the candidate is the subject, told or understood, of the very verb whose object the reference is."""
    return candidate.draft.head in _doers(scene, token)


def _doers(scene: Scene, token: Token) -> list[int]:
    """Subjects of the nearest verb above, or who is urged to do it ("urging Japan to assist the country")."""
    for verb in scene.tree.ancestors(token.i):
        if verb.pos not in {"VERB", "AUX"}:
            continue
        told = scene.tree.kids(verb.i, *SUBJECTS)
        if len(told) == 0 and verb.dep == "xcomp":
            told = [t for t in scene.tree.kids(verb.head, "dobj") if t.i < verb.i]
        if len(told) > 0:
            return [t.i for t in told]
    return []


def is_person(candidate: Candidate) -> bool:
    """Whether a mention is of one person."""
    if candidate.entity.kind == "person":
        return True
    noun = candidate.draft.noun
    return noun is not None and noun.sort == "person" and not candidate.draft.plural


def gender_of(scene: Scene, entity: Entity) -> str:
    """m, f, or "" where it is not known."""
    person = persons().get(entity.id)
    if person is not None:
        return person.gender
    return scene.genders.get(entity.id) or (
        _by_first_name().get(entity.name.split()[0], "") if _is_named(entity) else ""
    )


def _is_named(entity: Entity) -> bool:
    """Whether a person of this article has a first name and a surname."""
    return entity.kind == "person" and " " in entity.name


@cache
def _by_first_name() -> dict[str, str]:
    """The gender of first names, where the dictionary's people of that name all have the same."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in persons().values():
        if person.gender != "" and len(person.name.split()[0]) > SHORT and " " in person.name:
            found[person.name.split()[0]].add(person.gender)
    return {name: genders.pop() for name, genders in found.items() if len(genders) == 1}


def states(
    scene: Scene, token: Token, *, passing: bool = True, abroad: bool = True, firms: bool = True
) -> list[tuple[str, float]]:
    """Codes of the states spoken of before a token, with weights; persons and bodies count for their countries.

    Without `passing` those do not count that only tell where something comes from or goes; without `abroad` those of
    embassies, envoys, ships and the like, which are mostly in another country than their own, and without `firms` those
    of companies.
    """
    found: list[tuple[str, float]] = []
    for back in range(BACK + 1):
        for candidate in candidates(scene, token, back):
            if (not passing and is_passed(scene, candidate.draft.head)) or _left_out(
                candidate, abroad=abroad, firms=firms
            ):
                continue
            for entity in candidate.draft.entities:
                code = scene.code(entity)
                if candidate.distance == back and code in countries() and code is not None:
                    direct = SUBJECT_WEIGHT if entity.kind == "state" and candidate.draft.kind != "demonym" else 0.0
                    found.append((code, candidate.weight + direct))
        if len({code for code, _ in found}) > 1:
            break
    return found


def _left_out(candidate: Candidate, *, abroad: bool, firms: bool) -> bool:
    """Whether a mention is of an embassy, an envoy, a ship or a firm that shall not count."""
    noun = candidate.draft.noun
    if noun is None:
        return False
    return (not abroad and noun.noun in words().abroad) or (not firms and COMPANY in noun.sectors)


def is_passed(scene: Scene, i: int) -> bool:
    """Whether a country is only where something comes from or goes ("fired from Yemen", "left for Chad")."""
    token = scene.tokens[i]
    above = scene.tokens[token.head]
    if token.dep != "pobj" or above.dep != "prep":
        return False
    said, verb = above.lemma.lower(), scene.tokens[above.head]
    if said in words().ways:
        return verb.lemma.lower() not in words().party_nouns
    return said in {"to", "for"} and verb.lemma.lower() in words().movements


def of_another_land(scene: Scene, token: Token) -> bool:
    """Whether a country is named for what is abroad ("the Turkish embassy"), or as a way or goal."""
    above = scene.tokens[token.head]
    own = {token.lemma.lower(), *(t.lemma.lower() for t in scene.tree.kids(token.i, "compound"))}
    if token.dep in {"amod", "compound", "poss", "nmod"}:
        own.add(above.lemma.lower())
        own.update(t.lemma.lower() for t in scene.tree.kids(above.i, "compound"))
    return not own.isdisjoint(words().abroad) or is_passed(scene, token.i)
