"""Phrases → drafts: "according to the army", "in the minister's view", "reportedly", "rumour has it that"."""

from dragoman.extract.attribution_nouns import author
from dragoman.extract.attribution_told import Draft
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import cues

_CLAUSES = ("VERB", "AUX")
_ASIDE = ("advcl", "conj", "cc", "parataxis", "mark")


def according(tree: Tree, token: Token) -> Draft | None:
    """The draft of "according to somebody", at its first word; its content is the clause it stands in."""
    to = next((k for k in tree.kids(token.i, "prep") if k.lemma == "to"), None)
    objects = [] if to is None else tree.kids(to.i, "pobj")
    if to is None or not objects or token.head == token.i:
        return None
    head = _clause_head(tree, token)
    content = set(tree.subtree(head)) - set(tree.subtree(token.i))
    return Draft(cue=(token.i, to.i), manner="say", source=objects[0].i, content=content, head=head)


def hearsay(tree: Tree, token: Token) -> Draft | None:
    """The draft of "reportedly" and the like; its content is the clause it stands in, or the phrase it colours."""
    if token.dep not in ("advmod", "amod") or token.head == token.i:
        return None
    head = tree.tokens[token.head]
    top = head.i if head.pos not in ("ADP", "NUM", "ADV") else _clause_head(tree, token)
    beside = tree.kids(top, *_ASIDE) if top == head.i else []
    content = set(tree.subtree(top)) - {token.i} - {i for k in beside for i in tree.subtree(k.i)}
    return Draft(cue=(token.i,), manner="say", content=content, head=top)


def _clause_head(tree: Tree, token: Token) -> int:
    """The nearest verb above a word, or the top of a headline without one."""
    above = token
    for above in tree.ancestors(token.i):
        if above.pos in _CLAUSES:
            return above.i
    return above.i


def perspective(tree: Tree, token: Token) -> Draft | None:
    """The draft of a noun as in "in the minister's view" or "by the army's account", beside the clause it colours."""
    above = tree.tokens[token.head]
    if token.dep != "pobj" or above.lemma.lower() not in cues.perspectives()[token.lemma.lower()]:
        return None
    source, relative = author(tree, token, lends=False)
    if source is None or above.dep not in ("prep", "agent") or tree.tokens[above.head].pos not in _CLAUSES:
        return None
    content = set(tree.subtree(above.head)) - set(tree.subtree(above.i))
    return Draft(
        cue=(token.i, above.i), manner="say", source=source, relative=relative, content=content, head=above.head
    )


def rumour(tree: Tree, token: Token) -> Draft | None:
    """The draft of "rumour has it that", at its noun; nobody is its source."""
    verb = tree.tokens[token.head]
    clauses = tree.kids(verb.i, "ccomp")
    has_it = verb.lemma.lower() == "have" and any(k.lemma.lower() == "it" for k in tree.kids(verb.i, "dobj"))
    if token.dep != "nsubj" or not has_it or not clauses:
        return None
    return Draft(cue=(token.i,), manner="say", content=set(tree.subtree(clauses[0].i)), head=clauses[0].i)
