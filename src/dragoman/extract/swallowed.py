"""A verb without a subject → the noun before it that the parser gave to the phrase before.

"Before leaving Damascus the envoy insisted …", "after talks in Luxembourg EU ministers banned …": nothing parts the
two, and the tree has the envoy left and the ministers in Luxembourg.
"""

from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs that want a subject."""
HELPING = frozenset({"aux", "auxpass", "neg", "advmod"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
TIMES = frozenset({"DATE", "TIME"})
NOMINAL = frozenset({"NOUN", "PROPN"})
WITHIN = frozenset({"of", "in", "for", "at"})
"""Prepositions by which a noun belongs to the phrase of the one before ("the palace in Damascus said")."""
WHOLE = frozenset({"ROOT", "ccomp"})
"""How a verb hangs that tells a clause of its own."""


def subject(tree: Tree, i: int) -> list[int]:
    """The noun that ends right before a finite verb without a subject; none where something parts them."""
    verb = tree.tokens[i]
    helping = [k for k in tree.kids(i, *HELPING) if k.i < i]
    is_finite = verb.tag in FINITE or any(k.dep in {"aux", "auxpass"} and k.tag in {*FINITE, "MD"} for k in helping)
    if verb.dep not in WHOLE or not is_finite or tree.kids(i, *SUBJECTS):
        return []
    before = _before(tree, min([i, *(k.i for k in helping)]))
    return [] if before is None or before.pos not in NOMINAL else [_top(tree, before).i]


def _before(tree: Tree, i: int) -> Token | None:
    """The word before a verb, a day between them left out ("the envoy on Tuesday said")."""
    i -= 1
    start = i
    while i > 0 and tree.tokens[i].entity in TIMES:
        i -= 1
    if i < start and tree.tokens[i].pos == "ADP":
        i -= 1
    return tree.tokens[i] if i >= 0 else None


def _top(tree: Tree, noun: Token) -> Token:
    """The noun of the whole phrase that ends in one."""
    while True:
        above = _whole(tree, noun)
        if above is None:
            return noun
        noun = above


def _whole(tree: Tree, noun: Token) -> Token | None:
    """The noun left of another with which it is coordinated, or of which it is a part ("the head of the fund said")."""
    above = tree.tokens[noun.head]
    if noun.dep == "pobj" and above.text.lower() in WITHIN and not _is_new(tree, noun, above):
        above = tree.tokens[above.head]
    elif noun.dep != "conj":
        return None
    is_one = not any(tree.tokens[i].text == "," for i in range(above.i, noun.i))
    return above if is_one and above.i < noun.i and above.pos in NOMINAL else None


def _is_new(tree: Tree, noun: Token, preposition: Token) -> bool:
    """Whether another noun stands between a preposition and its noun ("in Luxembourg EU ministers said")."""
    article = next(iter(tree.kids(noun.i, "det", "poss")), None)
    if article is not None and article.dep == "det":
        return article.i > preposition.i + 1
    return preposition.text.lower() != "of" and bool(tree.kids(noun.i, "compound"))
