"""A noun of something done together with one party ("after talks with Japan") → tokens of who the other may be."""

from dragoman.extract.pairs import joined
from dragoman.extract.typing import Match, Typer
from dragoman.model.predication import Predication
from dragoman.model.syntax import Tree
from dragoman.ontology import lexicon

AMID = frozenset({"during", "at", "in", "after", "following", "since", "amid", "between", "throughout"})
"""Prepositions behind which a noun tells what the clause's doer took part in."""
UPWARDS = frozenset({"pobj", "prep", "conj"})
"""How a noun hangs on the clause during or after which it was done."""
TOGETHER = ("between", "with", "among", "against")
SHARED = frozenset({"CONSULT", "COOPERATE"})
"""Types of what several do together, of whom its noun need name none."""
LONGEST = 8
"""Words that are climbed from a noun to its clause."""
BELONGING = "belong"
"""The verb behind which a noun's owner stands ("two villas belonging to the minister")."""


def doers(match: Match, typer: Typer) -> tuple[int, ...]:
    """Who may be the other party: the doer of the clause amid which it was done, else who tells of it."""
    predication = match.predication
    if predication.relation in {"nsubj", "nsubjpass"}:
        return _teller(typer, predication)
    return _above(typer, predication.token)


def behind_verb(match: Match, typer: Typer, slot: str) -> tuple[int, ...]:
    """Who stands in a slot of the verb of which a noun is the subject ("clashes broke out between …")."""
    predication = match.predication
    if slot not in TOGETHER or predication.kind != "noun" or predication.relation != "nsubj":
        return ()
    verb = typer.by_token.get(typer.tree.tokens[predication.token].head)
    return () if verb is None else tuple(o.head for o in verb.obliques if o.near and o.preposition == slot)


def behind_participle(tree: Tree, noun: int, slot: str) -> tuple[int, ...]:
    """Who stands in a slot of a noun's phrase by way of a participle ("a motion brought by the Greens")."""
    own = [k for p in tree.kids(noun, "prep") if p.text.lower() == "of" for k in tree.kids(p.i, "pobj")]
    clauses = [k for i in (noun, *(o.i for o in own)) for k in tree.kids(i, "acl")]
    if slot == "by":
        made = lexicon.load().members("made")
        agents = [a for c in clauses if c.lemma in made for a in tree.kids(c.i, "agent")]
    elif slot in {"of", "possessor"}:
        agents = [a for c in clauses if c.lemma == BELONGING for a in tree.kids(c.i, "prep") if a.text.lower() == "to"]
    else:
        return ()
    return tuple(c for a in agents for k in tree.kids(a.i, "pobj") for c in tree.conjuncts(k.i))


def owners(match: Match, tree: Tree) -> tuple[int, ...]:
    """Whose a paper is that nobody is told to have signed: its possessor, or a pair ("the Ghana-Togo accord")."""
    predication = match.predication
    if not predication.passive or predication.subjects or not match.frame.is_event:
        return ()
    kids = [k for noun in predication.objects for k in tree.kids(noun, "poss", "amod", "nmod", "compound")]
    return tuple(i for k in kids for i in ((k.i,) if k.dep == "poss" else joined(tree, k.i)))


def _above(typer: Typer, token: int) -> tuple[int, ...]:
    """The subjects of the nearest verb above, where all prepositions on the way allow it."""
    tree, node = typer.tree, typer.tree.tokens[token]
    nearest = ""
    for _ in range(LONGEST):
        if node.dep not in UPWARDS or node.head == node.i:
            return ()
        nearest = node.text.lower() if node.dep == "prep" else nearest
        node = tree.tokens[node.head]
        verb = typer.by_token.get(node.i)
        if verb is not None and verb.kind == "verb":
            is_amid = nearest in AMID or (nearest == "for" and node.lemma in lexicon.load().members("presence"))
            return verb.subjects if is_amid else ()
    return ()


def _teller(typer: Typer, predication: Predication) -> tuple[int, ...]:
    """Who tells the clause of which a noun is the subject ("talks with Japan will go on, Peru said")."""
    above = typer.tree.tokens[typer.tree.tokens[predication.token].head]
    verb = typer.by_token.get(above.head) if above.dep == "ccomp" else None
    return () if verb is None else verb.subjects
