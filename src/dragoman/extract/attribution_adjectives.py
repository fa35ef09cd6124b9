"""A cue adjective → a draft: "is confident that", "worried about", "made clear that"; participles count too."""

from dragoman.extract.attribution_told import Draft
from dragoman.extract.attribution_verbs import subject
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import cues
from dragoman.ontology.cues import Cue

_PREDICATIVE = ("acomp", "oprd", "attr")
_STATES = ("acomp", "oprd", "attr", "advcl", "acl", "conj", "ccomp", "ROOT", "xcomp")


def cue_of(token: Token) -> Cue | None:
    """The cue that an adjective or a participle is, if it is one."""
    if token.pos == "ADJ" or token.tag == "VBN":
        return cues.adjectives().get(token.text.lower())
    return None


def draft(tree: Tree, token: Token, cue: Cue) -> Draft | None:
    """The draft of a cue adjective, None where it describes nobody or nothing hangs on it."""
    if token.dep not in _STATES:
        return None
    maker = tree.tokens[token.head]
    if token.text.lower() in cues.made_adjectives() and maker.lemma.lower() in cues.verb_words().clear_makers:
        return _made(tree, token, maker)
    found = _clause(tree, token, cue) or _topic(tree, token, cue)
    if found is not None:
        found.source, found.relative = _holder(tree, token)
        if found.source is None or _is_empty(tree, found.source):
            return None
    return found


def _holder(tree: Tree, token: Token) -> tuple[int | None, int | None]:
    """Whom the adjective describes; the parser may hang him on its auxiliary."""
    above = tree.tokens[token.head] if token.dep in _PREDICATIVE else token
    for verb in (above, *tree.kids(token.i, "aux", "auxpass")):
        source, relative = subject(tree, verb)
        if source is not None:
            return source, relative
    return None, None


def _is_empty(tree: Tree, source: int) -> bool:
    """Whether the subject stands for nobody: "it is clear that"."""
    return tree.tokens[source].text.lower() in ("it", "there", "this", "that", "what", "which")


def _made(tree: Tree, token: Token, maker: Token) -> Draft | None:
    """The draft of "made clear that": the clause hangs on the adjective or on the verb."""
    clauses = tree.kids(token.i, "ccomp", "csubj") or [k for k in tree.kids(maker.i, "ccomp") if k.i > token.i]
    if not clauses:
        return None
    made = Draft(cue=(token.i,), manner="say", content=set(tree.subtree(clauses[0].i)), head=clauses[0].i)
    made.source, made.relative = subject(tree, maker)
    return made


def _clause(tree: Tree, token: Token, cue: Cue) -> Draft | None:
    """Content that is a clause or an infinitive."""
    beside = tree.kids(token.head, "ccomp") if token.dep in _PREDICATIVE else []
    for kid in (*tree.kids(token.i, "ccomp", "xcomp"), *beside):
        infinitive = any(k.tag == "TO" for k in tree.kids(kid.i, "aux", "mark"))
        frame = "to" if infinitive else "that"
        if kid.i > token.i and frame in cue.manners:
            content = set(tree.subtree(kid.i))
            return Draft(cue=(token.i,), manner=cue.manners[frame], content=content, head=kid.i)
    return None


def _topic(tree: Tree, token: Token, cue: Cue) -> Draft | None:
    """Content behind a preposition."""
    for kid in tree.kids(token.i, "prep", "agent"):
        manner = cue.manners.get(f"prep:{kid.lemma.lower()}")
        objects = tree.kids(kid.i, "pobj", "pcomp")
        if manner is not None and objects:
            content = {i for k in objects for i in tree.subtree(k.i)}
            return Draft(cue=(token.i, kid.i), manner=manner, content=content, head=objects[0].i)
    return None
