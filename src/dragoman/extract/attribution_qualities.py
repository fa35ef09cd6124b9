"""The head of a source's noun phrase → what is told of it: "senior", "on condition of anonymity", "close to …"."""

from collections.abc import Iterator

from dragoman.extract.sources import trimmed
from dragoman.model.annotated import Token
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.ontology import cues

_BEHIND = ("amod", "acl", "relcl", "appos", "advmod", "prep")
_BESIDE = ("advcl", "prep")


def of(tree: Tree, source: int, cue: int) -> tuple[Span, ...]:
    """The spans of what is told of a source, in the order of the text.

    Args:
        tree: The article's syntax.
        source: Head token of the source.
        cue: Main token of the words that tell that it says something.
    """
    found = {*_standing(tree, source), *_nearness(tree, source), *_withheld(tree, source, cue)}
    return tuple(sorted(found))


def _standing(tree: Tree, source: int) -> Iterator[Span]:
    """Rank and standing: adjectives before the noun or before a title of the name."""
    nouns = (source, *(k.i for k in tree.kids(source, "compound", "appos", "nmod")))
    for kid in (k for noun in nouns for k in tree.kids(noun, "amod", "compound", "nmod")):
        if kid.i < source and {kid.lemma.lower(), kid.text.lower()} & cues.sources().standing:
            yield kid.span


def _nearness(tree: Tree, source: int) -> Iterator[Span]:
    """How near to the matter a source is: "familiar with the plans", "close to the family"."""
    words = cues.sources().near
    for kid in tree.kids(source, *_BEHIND):
        inside = (kid, *tree.kids(kid.i, "acomp", "oprd")) if kid.dep == "relcl" else (kid,)
        near = next((t for t in inside if t.i > source and t.text.lower() in words), None)
        if near is not None:
            yield tree.span(trimmed(tree, tree.subtree(near.i)))


def _withheld(tree: Tree, source: int, cue: int) -> Iterator[Span]:
    """How a source asks not to be named, in a clause of its own or beside the verb of saying."""
    clauses = [*tree.kids(source, "relcl", "acl"), *tree.kids(cue, *_BESIDE)]
    clauses += [k for clause in clauses for k in tree.kids(clause.i, "conj", "advcl", "xcomp")]
    for clause in clauses:
        told = _withholding(tree, clause)
        if told is not None:
            yield tree.span(trimmed(tree, told))


def _withholding(tree: Tree, clause: Token) -> list[int] | None:
    """The words of a clause by which a source asks not to be named."""
    words = cues.sources().withholding
    if clause.dep == "prep":
        return tree.subtree(clause.i) if _holds(tree, clause.i, words.nouns) else None
    if clause.lemma.lower() not in words.verbs and clause.lemma.lower() not in words.naming:
        return None
    for kid in tree.kids(clause.i, "prep", "dobj"):
        if _holds(tree, kid.i, words.nouns):
            return tree.subtree(kid.i)
    asked = [clause, *tree.kids(clause.i, "xcomp", "ccomp")]
    naming = next((k for k in asked if k.lemma.lower() in words.naming), None)
    return None if naming is None or not tree.kids(naming.i, "neg") else _from(tree, naming)


def _from(tree: Tree, naming: Token) -> list[int]:
    """A verb of naming with its "not to be"."""
    return [i for i in tree.subtree(naming.i) if i >= min(k.i for k in tree.kids(naming.i, "neg"))]


def _holds(tree: Tree, i: int, nouns: frozenset[str]) -> bool:
    return any(tree.tokens[k].lemma.lower() in nouns and tree.tokens[k].pos == "NOUN" for k in tree.subtree(i))
