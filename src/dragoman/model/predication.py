"""A predicate with its participants, before any ontology: what the syntax alone says."""

from typing import Literal, NamedTuple

import msgspec

PredicateKind = Literal["verb", "noun", "adjective"]


class Oblique(NamedTuple):
    """A participant behind a preposition: the preposition's lemma, the head token, and whose preposition it is."""

    preposition: str
    head: int
    near: bool
    """True when it hangs on the predicate itself, False when on its object."""


class Predication(msgspec.Struct, frozen=True, kw_only=True):
    """A verb, event noun or predicate adjective with its participants, each given by its head token.

    Attributes:
        token: The word that tells the act.
        kind: verb, noun or adjective.
        lemma: Its dictionary form.
        particles: Particles and adverbs right of it that may belong to it ("off", "back", "down").
        subjects: Who does it, control and coordination already followed.
        objects: Whom or what it is done to; the subject of a passive stands here.
        datives: Indirect objects.
        obliques: Participants behind prepositions.
        possessors: For nouns: whose act it is.
        modifiers: For nouns: words before it that may name a participant ("U.S. sanctions").
        complements: Tokens of the clauses that complete it.
        passive: Whether it stands in the passive.
        governor: Token of the predicate that it is a part of, if any.
        relation: The dependency label by which it hangs on the governor.
    """

    token: int
    kind: PredicateKind
    lemma: str
    particles: tuple[tuple[str, int], ...] = ()
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    datives: tuple[int, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    possessors: tuple[int, ...] = ()
    modifiers: tuple[int, ...] = ()
    complements: tuple[int, ...] = ()
    passive: bool = False
    governor: int | None = None
    relation: str = ""
