"""Matches with their parties → whether they tell an act of somebody at all."""

from dragoman.extract.roles import Roles
from dragoman.extract.typing import Match
from dragoman.ontology import plover

VERBAL = frozenset({1, 3})
"""Quad codes of what is done by words: told in the active without a doer, it is nobody's word."""


def is_told_of_somebody(match: Match, roles: Roles) -> bool:
    """Whether an act has the parties without which its words tell none."""
    if match.predication.kind == "noun":
        return _is_full(match, roles)
    if (match.frame.event, match.frame.mode) == ("CONSULT", "visit") and match.frame.prep and not roles.recipient:
        return False  # somebody who only travels visits nobody
    if (match.frame.mode, match.frame.lemma) == ("visit", "be") and any(
        part.mention.entity.kind != "person" for part in roles.actor
    ):
        return False  # "the troops are in Syria" tells no visit
    endangers = match.frame.event == "THREATEN" and match.predication.kind == "verb"
    if endangers and all(part.loose for part in roles.actor):
        return False  # "the build-up threatens peace": a thing, not its owner's word
    verbal = plover.quad(match.frame.event) in VERBAL and not match.predication.passive
    if match.predication.relation == "amod" or verbal:
        return bool(roles.actor)
    return bool(roles.actor or roles.recipient)


def _is_full(match: Match, roles: Roles) -> bool:
    """Whether a noun names all whom its act needs: two for what is done together or reduces relations between them."""
    together = match.frame.mutual or match.frame.event in {"COOPERATE", "AID"}
    relations = (match.frame.event, match.frame.mode) == ("SANCTION", "discontinue")
    if together or relations:
        return len(roles.actor) + len(roles.recipient) > 1
    return bool(roles.actor)
