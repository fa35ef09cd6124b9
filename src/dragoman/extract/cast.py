"""Which actors stand behind a word of the tree: the mention itself, or the one who owns or describes it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from dragoman.extract.arguments import antecedent
from dragoman.model.entity import Entity, Standing
from dragoman.model.ids import EntityId
from dragoman.model.resolved import ActorMention
from dragoman.model.syntax import Tree
from dragoman.ontology import offices

OWNERS = ("poss", "amod", "compound", "nmod")
PART_OF = ("of", "from", "in", "by")
SERVING = frozenset({"work", "act", "fight", "operate"})
"""Verbs of those who do what they do for another ("hackers working for the ministry")."""
DEEPEST = 3
"""How many "X of the Y of Z" are followed to an actor."""


class Part(NamedTuple):
    """An actor in a role: the mention, and whether the word itself names it or only belongs to it."""

    mention: ActorMention
    loose: bool


class Cast:
    """The actor mentions of an article, found by token."""

    def __init__(self, mentions: Iterable[ActorMention], tree: Tree, day: dt.date | None = None) -> None:
        self.tree = tree
        self.day = day
        self._standings: dict[str, Standing] = {}
        self._by_head: dict[int, list[ActorMention]] = {}
        self._around: dict[int, list[ActorMention]] = {}
        for mention in mentions:
            self._by_head.setdefault(mention.head, []).append(mention)
            for token in range(mention.first, mention.stop):
                self._around.setdefault(token, []).append(mention)

    def named(self, token: int) -> tuple[ActorMention, ...]:
        """The mentions of which a token is the head, or in whose phrase it lies as their head's own head."""
        return tuple(self._by_head.get(token) or self._inside(token))

    def _inside(self, token: int) -> list[ActorMention]:
        """Mentions around a token that does not hang on another token of theirs, or is their head's other name.

        The parser chose another head there, or the word stands behind it ("the envoy, Perez, whom they accused").
        """
        word = self.tree.tokens[token]
        return [
            mention
            for mention in self._around.get(token, ())
            if not mention.first <= word.head < mention.stop
            or word.head == token
            or (word.dep == "appos" and word.head == mention.head)
        ]

    def at(self, token: int) -> tuple[Part, ...]:
        """Who stands behind a word: by name, else through its owner, its adjective, or what it is a part of."""
        return self._at(token, 0)

    def _at(self, token: int, depth: int) -> tuple[Part, ...]:
        direct = self.named(token)
        if direct:
            return tuple(Part(m, loose=depth > 0) for m in direct)
        if depth >= DEEPEST:
            return ()
        for further in self._related(token):
            found = {p.mention.entity.id: p for one in self.tree.conjuncts(further) for p in self._at(one, depth + 1)}
            if found:
                return tuple(Part(p.mention, loose=True) for p in found.values())
        return ()

    def _related(self, token: int) -> Iterator[int]:
        """Words through which a noun belongs to an actor, the closest tie first."""
        for label in OWNERS:
            for kid in self.tree.kids(token, label):
                yield antecedent(self.tree, kid)
        behind = {p.text.lower(): p.i for p in self.tree.kids(token, "prep", "agent")}
        for name in PART_OF:
            if name in behind:
                yield from (k.i for k in self.tree.kids(behind[name], "pobj"))
        yield from (k.i for k in self.tree.kids(token, "appos"))
        yield from self._served(token)

    def _served(self, token: int) -> Iterator[int]:
        """For whom somebody works who is told of only so."""
        for verb in self.tree.kids(token, "acl"):
            if verb.tag == "VBG" and verb.lemma.lower() in SERVING:
                behind = (p for p in self.tree.kids(verb.i, "prep") if p.text.lower() == "for")
                yield from (k.i for p in behind for k in self.tree.kids(p.i, "pobj"))

    def side(self, entity: Entity) -> str:
        """The country or organisation for which an actor stands on the day of the report, else the actor itself."""
        return self._standing(entity).code or entity.id

    def sectors(self, entity: Entity) -> tuple[str, ...]:
        """The sectors of an actor on the day of the report; a state's are its government's."""
        return ("GOV",) if entity.kind == "state" else self._standing(entity).sectors

    def _standing(self, entity: Entity) -> Standing:
        if entity.id not in self._standings:
            self._standings[entity.id] = offices.standing(entity, self.day)
        return self._standings[entity.id]

    def sides(self, parts: Iterable[Part]) -> frozenset[str]:
        """The sides of several actors."""
        return frozenset(self.side(part.mention.entity) for part in parts)

    def of(self, heads: Iterable[int], *, strict: bool = False) -> tuple[Part, ...]:
        """Who stands behind several words, each entity once, in the order of the words."""
        found: dict[str, Part] = {}
        for head in heads:
            for part in self.at(head):
                if not (strict and part.loose):
                    found.setdefault(part.mention.entity.id, part)
        return tuple(found.values())

    def within(self, tokens: Iterable[int]) -> tuple[ActorMention, ...]:
        """All mentions whose head is one of the tokens, each entity once."""
        found: dict[str, ActorMention] = {}
        for token in tokens:
            for mention in self._by_head.get(token, ()):
                found.setdefault(mention.entity.id, mention)
        return tuple(found.values())


def without(parts: Iterable[Part], taken: AbstractSet[EntityId]) -> tuple[Part, ...]:
    """The parties that are not taken yet."""
    return tuple(p for p in parts if p.mention.entity.id not in taken)


def together(groups: Iterable[Iterable[Part]]) -> tuple[Part, ...]:
    """The parties of several groups, each entity once."""
    found: dict[str, Part] = {}
    for group in groups:
        for part in group:
            found.setdefault(part.mention.entity.id, part)
    return tuple(found.values())
