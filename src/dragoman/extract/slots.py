"""A word of an act → tokens that fill a slot of its frame although they hang elsewhere in the tree."""

from collections.abc import Iterable, Iterator

from dragoman.extract.arguments import clause
from dragoman.extract.typing import Match, Typer
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import plover

LOW = frozenset({"acomp", "attr", "conj", "oprd", "dobj", "xcomp"})
"""How a word may hang on the head of its clause, or a clause on another, and still be told by the same speaker."""

AHEAD = frozenset({"will", "would", "shall"})
"""Auxiliaries of what lies ahead."""
CONFLICT = frozenset({3, 4})
"""Quad codes of conflict."""
RANKS = frozenset({"first", "second", "third", "last", "only", "next", "latest"})
"""Words that tell somebody to be the first, last or only one."""


def teller(typer: Typer, token: int) -> tuple[int, ...]:
    """Who tells what a clause says ("X said that Y lied")."""
    verb = _telling(typer, token)
    return () if verb is None else typer.by_token[verb].subjects


def foreteller(typer: Typer, match: Match) -> tuple[int, ...]:
    """Who tells of hostility that lies ahead of others, and so means his own ("they would be jailed, police said")."""
    ahead = any(kid.lemma.lower() in AHEAD for kid in typer.tree.kids(match.predication.token, "aux"))
    return teller(typer, match.predication.token) if ahead and plover.quad(match.frame.event) in CONFLICT else ()


def listener(typer: Typer, token: int) -> tuple[int, ...]:
    """To whom it is told."""
    verb = _telling(typer, token)
    if verb is None:
        return ()
    told = typer.by_token[verb]
    near = tuple(o.head for o in told.obliques if o.preposition == "to" and o.near)
    return told.datives + near + told.objects


def _telling(typer: Typer, token: int) -> int | None:
    above = typer.tree.tokens[token]
    while above.dep in LOW and above.head != above.i:
        above = typer.tree.tokens[above.head]
    return above.head if above.dep == "ccomp" and above.head in typer.by_token else None


def right_of(tree: Tree, token: int) -> Iterator[Token]:
    """The prepositions right of a verb in its clause, wherever they hang."""
    for preposition in (tree.tokens[i] for i in clause(tree, token)):
        if preposition.i > token and preposition.dep in {"prep", "agent"}:
            yield preposition


def behind_words(tree: Tree, words: Iterable[int], preposition: str) -> tuple[int, ...]:
    """Those behind a preposition that hangs on one of several words ("said sorry to the widows")."""
    found = (k for word in words for k in tree.kids(word, "prep") if k.text.lower() == preposition)
    return tuple(k.i for one in found for k in tree.kids(one.i, "pobj"))


def is_ranked(tree: Tree, noun: int) -> bool:
    """Whether a noun is told to be the first, last or only one, so that "the first to visit" tells a visit."""
    return any(kid.tag == "JJS" or kid.lemma.lower() in RANKS for kid in tree.kids(noun, "amod", "nummod", "advmod"))
