"""An act that a sentence tells → whether it is between the two given parties, or that of others."""

from collections.abc import Iterator

from dragoman.evaluate.tasks.parties import ACTOR, RECIPIENT
from dragoman.extract.acts import Act, Acting
from dragoman.extract.cast import Part
from dragoman.extract.roles import REACTIONS
from dragoman.extract.typing import Match
from dragoman.model.ids import EntityId

ANSWERS = REACTIONS | {"AGREE"}
"""Types of acts that may be about another's deed, and so about those who suffer it ("a reward for Y's killers")."""


def is_of_others(match: Match, among_all: Acting) -> bool:
    """Whether, among all actors of the sentence, an act is done by or to others than the given parties."""
    own = among_all.typer.match(match.predication.token)
    act = among_all.act(own if own is not None and own.frame.is_event else match)
    if act is None:
        return False
    if _are_of_one_side(act, among_all) or _has_another_partner(act, among_all):
        return True
    known = {ACTOR, RECIPIENT}
    sides = (act.roles.actor, act.roles.recipient)
    return any(parts and known.isdisjoint(_whose(parts, among_all, known)) for parts in sides)


def _has_another_partner(act: Act, among_all: Acting) -> bool:
    """Whether one party does something together with somebody who is not the other."""
    parties = act.roles.actor
    given = {ACTOR, RECIPIENT}
    inside = {entity for part in parties for entity in _whose((part,), among_all, given)}
    return act.match.frame.mutual and len(parties) > 1 and len(inside & given) == 1


def _whose(parts: tuple[Part, ...], among_all: Acting, given: set[EntityId]) -> Iterator[EntityId]:
    """Who stands in a role: the actors themselves, and the given party to whom an unnamed one belongs."""
    tree = among_all.tree
    for part in parts:
        yield part.mention.entity.id
        if part.mention.kind in {"generic", "description"}:
            owned = (m.entity.id for m in among_all.cast.within(tree.subtree(part.mention.head)))
            yield from (entity for entity in owned if entity in given)


def _are_of_one_side(act: Act, among_all: Acting) -> bool:
    """Whether both parties together meet a third ("X and Y met Z")."""
    tree, heads = among_all.tree, {part.mention.entity.id: part.mention.head for part in act.roles.actor}
    if not act.match.frame.mutual or not {ACTOR, RECIPIENT} <= set(heads):
        return False
    both = {heads[ACTOR], heads[RECIPIENT]}
    joined = next((set(tree.conjuncts(head)) for head in sorted(both) if both <= set(tree.conjuncts(head))), None)
    return joined is not None and not joined.issuperset(heads.values())


def is_object_of(match: Match, act: Act | None, acting: Acting, path: frozenset[int]) -> bool:
    """Whether a deed is only what the first party's own act is about ("inquired into the murder of Y")."""
    if act is not None and match.frame.event in ANSWERS and not has(act.roles.recipient, RECIPIENT):
        return any(acting.casting.tells_harm(token) for token in path)
    if match.predication.kind != "noun" or (act is not None and has(act.roles.actor, ACTOR)):
        return False
    verbs = (acting.typer.by_token[token] for token in path if token in acting.typer.by_token)
    return any(
        verb.kind == "verb"
        and has(acting.cast.of(verb.subjects), ACTOR)
        and match.predication.token not in set(acting.typer.governed(verb.token))
        for verb in verbs
    )


def has(parts: tuple[Part, ...], entity: EntityId) -> int:
    """1 if somebody is among those in a role, else 0."""
    return int(any(part.mention.entity.id == entity for part in parts))
