"""Where an act took place: the place told behind a preposition in its clause."""

from collections.abc import Iterator

from dragoman.extract.acts import Act
from dragoman.model.resolved import PlaceMention, Resolved
from dragoman.model.syntax import Tree

AT = frozenset(
    {"in", "at", "near", "off", "outside", "inside", "around", "across", "along", "on", "to", "into", "from", "over"}
)
HERE = frozenset({"in", "at", "near", "off", "outside", "inside", "around", "on", "across", "along"})
MOVING = frozenset({"CONSULT"})


class Stages:
    """The places of an article, found by clause."""

    def __init__(self, resolved: Resolved, tree: Tree) -> None:
        self.tree = tree
        self._places = {place.head: place for place in resolved.places}

    def of(self, act: Act) -> PlaceMention | None:
        """The place of an act: the most exact one told for it, no party of it."""
        parties = {part.mention.head for part in (*act.roles.actor, *act.roles.recipient)}
        own = AT if act.folded.event in MOVING else HERE
        found = [place for word in act.match.words for place in self._behind(word, own)]
        free = [place for place in found if place.head not in parties or act.folded.event in MOVING]
        return max(free, key=lambda p: (p.place.resolution, -p.head), default=None)

    def _behind(self, word: int, allowed: frozenset[str]) -> Iterator[PlaceMention]:
        """Places behind the prepositions of a word, and where its object is."""
        for head, prepositions in ((word, allowed), *((k.i, HERE) for k in self.tree.kids(word, "dobj"))):
            for preposition in self.tree.kids(head, "prep"):
                if preposition.text.lower() in prepositions:
                    yield from self._inside(preposition.i)

    def _inside(self, preposition: int) -> Iterator[PlaceMention]:
        for inner in self.tree.kids(preposition, "pobj"):
            if inner.i in self._places:
                yield self._places[inner.i]
            for further in self.tree.kids(inner.i, "prep", "appos", "npadvmod"):
                if further.i in self._places:
                    yield self._places[further.i]
                yield from (self._places[k.i] for k in self.tree.kids(further.i, "pobj") if k.i in self._places)
