"""A governing word met on the way up → what it does to an act: its effect, its phase, the doubts of its own clause."""

from dragoman.extract.factuality_clause import read_noun, read_verb
from dragoman.extract.factuality_phrases import is_in_vain, phrasal
from dragoman.extract.factuality_state import State
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty

VERBAL = ("VERB", "AUX")
_CLAIMS = ("probable", "alleged")
"""Effects of words that claim something rather than take it further ("suggested that it may")."""


def apply(tree: Tree, word: Token, effect: str, state: State, clause: Token | None = None) -> Token | None:
    """Let a governing word do what it does, then go on above it; None where it settles the matter."""
    clause = clause or word
    _stage(tree, word, effect, state)
    if effect in ("", "known"):
        return None
    if effect == "reversed":
        state.negate(word.i)
    elif effect == "cancelled":
        state.settle(word.i, negated=True)
    elif effect == "attempted" and is_in_vain(tree, word):
        state.weaken(effect, word.i)
        state.settle(word.i, negated=True)
    elif effect != "implied":
        state.weaken(effect, word.i)
    if clause is not word and word.pos == "NOUN":
        read_noun(tree, word.i, state)
    if clause.pos in VERBAL:
        read_verb(tree, clause.i, state)
    else:
        read_noun(tree, clause.i, state)
    return clause


def _stage(tree: Tree, word: Token, effect: str, state: State) -> None:
    """How far a governing word brings the act; what calls it off or puts it off overrules what was met below."""
    lemma = phrasal(tree, word) if word.pos in VERBAL else word.lemma.lower()
    phase = certainty.words().phases.get(lemma)
    if effect in ("cancelled", "postponed"):
        state.phase = phase
    elif effect not in _CLAIMS:
        state.phase = state.phase or phase


def inherit(tree: Tree, above: Token, state: State) -> Token | None:
    """Take over what weakens the word above, but not its negation."""
    if above.pos not in VERBAL:
        return None
    over = State()
    read_verb(tree, above.i, over)
    grounds = certainty.words().grounds
    for word, ground in zip(over.words, over.grounds, strict=True):
        if ground in grounds and (grounds[ground].future or grounds[ground].hypothetical):
            state.weaken(ground, word)
    return above
