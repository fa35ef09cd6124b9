"""An act and the numbers in its reach → its own: not those of a clause, an act or a doer inside its phrases."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from dragoman.extract.acts import Act
from dragoman.extract.arguments import COPULAS, LOWER_CLAUSES
from dragoman.extract.quantities import PERSON, THING
from dragoman.model.annotated import Token
from dragoman.model.event import Quantity
from dragoman.model.syntax import Tree

COUNTED = frozenset({PERSON, THING})
"""Units of those who may do what a noun tells ("efforts by two states"); a measure behind "by" tells by how much."""


class Owner:
    """One act as the owner of numbers.

    Args:
        tree: The words of the article.
        act: The act.
        others: The words that tell acts with records, this one's among them.
    """

    def __init__(self, tree: Tree, act: Act, others: AbstractSet[int]) -> None:
        predication = act.match.predication
        self.tree = tree
        self.token = act.token
        self.own = {act.token, *act.match.words, *act.tellings}
        self.content = act.match.content
        self.ends = self.own | {*predication.subjects, *predication.objects}
        self.others = others - self.own

    def of(self, told: Iterable[Quantity], first: int, stop: int) -> tuple[Quantity, ...]:
        """Those of the numbers told by the tokens `first` up to but not including `stop` that belong to the act."""
        return tuple(
            one
            for one in told
            if self._is_own(one, [t for t in self.tree.tokens[first:stop] if one.span.holds(t.span)])
        )

    def _is_own(self, quantity: Quantity, inside: list[Token]) -> bool:
        way = tuple(self._up(inside))
        if any(self._is_apart(node) for node in way):
            return False
        return quantity.unit not in COUNTED or not any(self._tells_doer(node) for node in way)

    def _up(self, inside: list[Token]) -> Iterator[Token]:
        """The words from a number up to one that the act itself governs."""
        held = {t.i for t in inside}
        node = next(t for t in reversed(inside) if t.head == t.i or t.head not in held)
        yield node
        while node.i not in self.ends and node.head != node.i:
            node = self.tree.tokens[node.head]
            yield node

    def _is_apart(self, node: Token) -> bool:
        """Whether a word begins what stands on its own: another act, or a clause with its own subject."""
        if node.i in self.own or node.i in self.others:
            return node.i in self.others
        if node.dep not in LOWER_CLAUSES or not self.tree.kids(node.i, "nsubj", "nsubjpass"):
            return False
        if node.dep == "relcl":  # "an attack that left two dead" tells the attack, "a pact that is the first" no act
            return node.head not in self.own or node.lemma in COPULAS
        return node.i != self.content

    def _tells_doer(self, node: Token) -> bool:
        """Whether a word opens the phrase of who does what a noun inside tells ("welcomed efforts by two states")."""
        return node.text.lower() == "by" and node.head != self.token and self.tree.tokens[node.head].pos == "NOUN"
