"""A verb or event noun → its participants behind prepositions, each with the preposition."""

from dragoman.extract.arguments import antecedent, each_conjunct
from dragoman.model.predication import Oblique
from dragoman.model.syntax import Tree

SAID_BY = "according"
"""What stands behind "according to" is a source, not a participant."""


def obliques(tree: Tree, i: int, *, near: bool = True) -> tuple[Oblique, ...]:
    """Participants behind the prepositions of a word, nested ones too ("from within Iran")."""
    found: list[Oblique] = []
    for preposition in tree.kids(i, "prep", "agent", "dative"):
        if preposition.pos not in {"ADP", "SCONJ", "VERB", "ADV", "PART"}:
            continue
        name = preposition.text.lower()
        for inner in tree.kids(preposition.i, "pobj", "pcomp"):
            heads = each_conjunct(tree, [antecedent(tree, inner)]) or (inner.i,)
            found.extend(Oblique(name, head, near) for head in heads)
        for further in () if name == SAID_BY else tree.kids(preposition.i, "prep"):
            found.extend(
                Oblique(further.text.lower(), p, near)
                for k in tree.kids(further.i, "pobj")
                for p in each_conjunct(tree, [k.i])
            )
    return tuple(found)
