"""A relative clause without a pronoun → whether its verb lacks the object that the noun above it is."""

from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import cues, lexicon


def lacks_object(tree: Tree, verb: Token) -> bool:
    """Whether what stands behind a verb leaves its object open ("the men it accused of spying"; not "they met in")."""
    cue = cues.verbs().get(verb.lemma.lower())
    manners = {} if cue is None else cue.manners
    behind = [f"prep:{k.text.lower()}" for k in tree.kids(verb.i, "prep")]
    return (
        not behind
        or _does_with(tree, verb, tree.tokens[verb.head])
        or ("obj" in manners and manners.keys() >= set(behind))
    )


def _does_with(tree: Tree, verb: Token, noun: Token) -> bool:
    """Whether an act is told by a verb with a noun as its object ("the curbs that Chad slapped on its neighbours")."""
    frames = (f for f in lexicon.load().frames_for(verb.lemma, "verb") if f.is_event and f.object is not None)
    modifiers = {kid.lemma.lower() for kid in tree.kids(noun.i, "amod", "compound")}
    return any(f.object.takes(noun.lemma.lower(), modifiers) for f in frames if f.object and not f.object.anything)
