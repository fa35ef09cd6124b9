"""Clauses hung on a verb of denying that has an object of its own → beside it: "X sued Y, a charge Y denies"."""

from dragoman.annotate.repairs_verbs import Change, Changes, kids
from dragoman.model.annotated import Token
from dragoman.ontology import certainty


def parted(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """The changes that put the clause before a denial on its own; none where the denial has no object beside it."""
    if (
        token.pos != "VERB"
        or token.dep not in {"ROOT", "ccomp"}
        or token.lemma.lower() not in certainty.words().rejecting
    ):
        return {}
    clauses = [t for t in kids(token, tokens, "ccomp") if t.i < token.i]
    if not clauses or not kids(token, tokens, "dobj") or not kids(token, tokens, "nsubj"):
        return {}
    clause = clauses[-1]
    if token.dep == "ROOT":
        return {clause.i: Change(clause.i, "ROOT"), token.i: Change(clause.i, "parataxis")}
    return {clause.i: Change(token.head, "ccomp"), token.i: Change(token.head, "parataxis")}
