"""Names that hyphens join ("the Kenya-Uganda talks") → the tokens of all, though a parser hangs one on the other."""

from dragoman.model.syntax import Tree

JOINTS = frozenset({"-", "–"})
NAMING = frozenset({"PROPN", "ADJ"})


def joined(tree: Tree, last: int) -> tuple[int, ...]:
    """All names of a chain in their order, given the last; none where no name is joined to it."""
    first = last
    while first > 1 and tree.tokens[first - 1].text in JOINTS and tree.tokens[first - 2].pos in NAMING:
        first -= 2
    return tuple(range(first, last + 1, 2)) if first < last else ()
