"""What stands behind a number → its unit of measure, of what it is, and per what time or piece."""

from typing import NamedTuple

from dragoman.extract.quantity_runs import Run
from dragoman.model.syntax import Tree
from dragoman.ontology import cues

_RATES = ("a", "an", "per", "each", "every", "/")
_LEFT_OUT = ("relcl", "punct", "npadvmod", "acl", "advcl")
_FAR = 8
"""Words that "of what" may have."""


class Unit(NamedTuple):
    """A unit of measure, and where it ends."""

    name: str
    stop: int


def unit_at(tree: Tree, i: int, stop: int) -> Unit | None:
    """The unit of measure that begins at a token: "barrels", "square kilometres"."""
    table = cues.measure_of()
    for length in (2, 1):
        words = [t.text.lower() for t in tree.tokens[i : min(i + length, stop)]]
        name = table.get(" ".join(words)) if len(words) == length else None
        if name is not None:
            return Unit(name, i + length)
    return None


def behind(tree: Tree, run: Run, unit: Unit, stop: int) -> tuple[str | None, int | None]:
    """Of what a measured number is ("of all imports", "in aid"), and where that ends."""
    at = unit.stop - 1 if tree.tokens[unit.stop - 1].text.lower() == "of" else unit.stop
    if run.unit != "" and _is_half(tree, run):
        return _phrase(tree, run.stop, tree.tokens[run.stop - 1].head, stop)
    if at >= stop or tree.tokens[at].text.lower() not in ("of", "in"):
        return None, None
    if tree.tokens[at].text.lower() == "in" and len(run.unit) != len("USD"):
        return None, None
    noun = next(iter(tree.kids(at, "pobj")), None)
    if noun is None or noun.entity in ("DATE", "TIME", "GPE", "LOC"):
        return None, None
    return _phrase(tree, at + 1, noun.i, stop)


def _is_half(tree: Tree, run: Run) -> bool:
    """Whether a run is a bare half: "half the fleet", without "of"."""
    return tree.tokens[run.stop - 1].text.lower() == "half" and tree.tokens[run.stop].text.lower() != "of"


def _phrase(tree: Tree, first: int, noun: int, stop: int) -> tuple[str | None, int | None]:
    """The words from one on up to a noun."""
    if not first <= noun < min(stop, first + _FAR):
        return None, None
    words = [t.text for t in tree.tokens[first : noun + 1] if t.dep not in _LEFT_OUT]
    return " ".join(words), noun + 1


def rate(tree: Tree, i: int, stop: int) -> tuple[str | None, int]:
    """The time or piece of "a day", "per year", "each week", "a barrel", and where it ends."""
    if i + 1 >= stop or tree.tokens[i].text.lower() not in _RATES:
        return None, i
    word = tree.tokens[i + 1].lemma.lower()
    return (word, i + 2) if word in cues.measures().rates else (None, i)
