"""A denial of "this" or "the charge" → the claim it denies: the nearest before, in its sentence or the one before."""

from collections.abc import Container, Iterable

from dragoman.extract.arguments import clause
from dragoman.extract.attribution import CLAIMS, Told
from dragoman.extract.typing import Match
from dragoman.model.annotated import Token
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty

POINTERS = frozenset({"it", "this", "that", "these", "those"})
JOINTS = frozenset({"PUNCT", "CCONJ"})
FAR = 120
"""Words before a denial among which a deed is looked for: two long sentences."""
BARE = frozenset({"det", "punct"})
"""What "a charge" that only points back may have beside it; any other word would tell what it says."""


def claim(tree: Tree, match: Match, told: Iterable[Told], acts: Container[int]) -> Span | None:
    """The characters of the claim that a denial points back to; None where it tells itself what it denies."""
    cue = tree.tokens[match.predication.token]
    if match.frame.polarity != "negative" or not any(_points(tree, k, cue) for k in tree.kids(cue.i, "dobj")):
        return None
    near = range(cue.sentence - 1, cue.sentence + 1)
    contents = (one.content_tokens for one in told if one.manner in CLAIMS and one.content_tokens)
    said = [c for c in contents if max(c) < cue.i and tree.tokens[max(c)].sentence in near]
    if said:
        return tree.span(list(max(said, key=max)))
    done = [t.i for t in tree.tokens[max(0, cue.i - FAR) : cue.i] if t.sentence in near and t.pos == "VERB"]
    deed = next((i for i in reversed(done) if i in acts), None)
    return None if deed is None else _clause(tree, deed, min(tree.subtree(cue.i)))


def _clause(tree: Tree, deed: int, stop: int) -> Span:
    """The characters of a deed's clause as far as the denial."""
    return tree.span([i for i in clause(tree, deed) if i <= deed or (i < stop and tree.tokens[i].pos not in JOINTS)])


def _points(tree: Tree, noun: Token, cue: Token) -> bool:
    """Whether an object only points back: a pronoun, or a word for a claim that does not tell what is claimed."""
    if noun.text.lower() in POINTERS:
        return True
    is_claim = certainty.words().nouns.get(noun.lemma.lower()) == "alleged"
    return is_claim and all(k.dep in BARE or k.i == cue.i for k in tree.kids(noun.i))
