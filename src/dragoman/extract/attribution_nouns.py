"""A cue noun → a draft: "the claim by the army that", "Abe's view that", "offered assurances that"."""

from dragoman.extract.attribution_told import Draft
from dragoman.extract.attribution_verbs import is_passive, subject
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import cues
from dragoman.ontology.cues import Cue

_AUTHORS = ("by", "from", "of", "among")


def draft(tree: Tree, token: Token, cue: Cue) -> Draft | None:
    """The draft of a cue noun, None where no content hangs on it."""
    found = _clause(tree, token, cue) or _topic(tree, token, cue)
    if found is None:
        return None
    found.source, found.relative = author(tree, token)
    return found


def _clause(tree: Tree, token: Token, cue: Cue) -> Draft | None:
    """A clause or infinitive that tells the content; the clause may hang on the verb ("gave assurances that")."""
    kids = tree.kids(token.i, "acl", "ccomp", "xcomp", "relcl")
    for kid in kids:
        frame = _frame(tree, kid)
        if frame in cue.manners:
            made = Draft(cue=(token.i,), manner=cue.manners[frame], head=kid.i)
            made.content = set(tree.subtree(kid.i))
            return made
    return None


def _frame(tree: Tree, clause: Token) -> str:
    """Whether a clause is an infinitive or one with "that" which tells the whole content; else nothing."""
    kids = tree.kids(clause.i)
    if any(k.tag == "TO" for k in kids):
        return "to"
    that = next((k for k in kids if k.lemma.lower() == "that" and k.i < clause.i), None)
    if that is None or that.dep.startswith("nsubj"):
        return ""
    is_object = that.dep == "dobj" and not any(k.dep == "dobj" and k.i > clause.i for k in kids)
    return "" if is_object else "that"


def _topic(tree: Tree, token: Token, cue: Cue) -> Draft | None:
    """Content behind a preposition, only where somebody is said to hold it."""
    for kid in tree.kids(token.i, "prep"):
        manner = cue.manners.get(f"prep:{kid.lemma.lower()}")
        objects = tree.kids(kid.i, "pobj", "pcomp")
        if manner is not None and objects and author(tree, token, but=kid.i)[0] is not None:
            content = {i for k in objects for i in tree.subtree(k.i)}
            return Draft(cue=(token.i, kid.i), manner=manner, content=content, head=objects[0].i)
    return None


def author(tree: Tree, token: Token, but: int | None = None, *, lends: bool = True) -> tuple[int | None, int | None]:
    """Whose claim it is: a possessive, "by", "from" or "of" somebody, or the subject of a verb that lends it one."""
    owners = [k.i for k in tree.kids(token.i, "poss")]
    if owners:
        return owners[0], None
    for kid in tree.kids(token.i, "prep", "agent"):
        objects = tree.kids(kid.i, "pobj")
        if kid.lemma.lower() in _AUTHORS and kid.i != but and objects:
            return objects[0].i, None
    above = tree.tokens[token.head]
    lent = lends and token.dep == "dobj" and above.lemma.lower() in cues.lenders()
    return subject(tree, above) if lent and not is_passive(tree, above) else (None, None)
