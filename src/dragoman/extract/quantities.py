"""The numbers of a clause → quantities with what they count, and the people an act harmed or held."""

from dragoman.model.event import Quantity, Size
from dragoman.model.syntax import Tree


def quantities(tree: Tree, first: int, stop: int) -> tuple[Quantity, ...]:
    """The quantities told by the tokens `first` up to but not including `stop`."""
    del tree, first, stop
    return ()


def size(tree: Tree, event: int) -> Size:
    """How many people an act killed, injured or arrested."""
    del tree, event
    return Size()
