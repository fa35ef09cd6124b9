"""Finite verbs that a small parser took for a noun or a participle, and the subjects they lost, put right.

In: the token table; out: changes of a token's head, label, tag and part of speech. Each rests on a construction that
has no other reading: "to" before a noun, a subject on a plural noun, two commas around a relative clause.
"""

from typing import NamedTuple

from dragoman.model.annotated import Token
from dragoman.ontology import cues

NAMES = frozenset({"NNP", "NNPS"})
NOUN_TAGS = frozenset({"NN", "NNP", "NNS"})
TELLING = frozenset(
    {"say", "add", "tell", "warn", "insist", "explain", "stress", "recall", "conclude", "admit", "argue"}
)
"""Verbs of saying that stand before their subject right behind what was said ("…, added minister X")."""
CLOSING = frozenset({",", '"', "”", "''"})
NEAR = 60
"""Tokens of a sentence within which dependents are looked for."""


class Change(NamedTuple):
    """What a token becomes: head and label, and tag, part of speech and lemma where these change."""

    head: int
    dep: str
    tag: str = ""
    pos: str = ""
    lemma: str = ""


Changes = dict[int, Change]


def verbs(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """The changes that a token asks for; none where it is read well."""
    if token.dep == "acl" and token.tag == "VBD":
        return _behind_relative(token, tokens)
    if token.tag in NOUN_TAGS and kids(token, tokens, "aux", tag="TO"):
        return {token.i: Change(token.head, token.dep, "VB", "VERB")}
    if token.dep == "ROOT" and token.tag == "NNS":
        return _plural(token, tokens)
    if token.dep == "ROOT" and token.tag == "VBN":
        return _lost_subject(token, tokens)
    return _telling(token, tokens) if token.dep == "amod" and token.lemma.lower() in TELLING else {}


def kids(token: Token, tokens: tuple[Token, ...], *deps: str, tag: str = "") -> list[Token]:
    """Dependents of a token with one of the labels."""
    near = tokens[max(0, token.i - NEAR) : token.i + NEAR]
    return [t for t in near if t.head == token.i and t.i != token.i and t.dep in deps and tag in {"", t.tag}]


def _behind_relative(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """In "Togo, which has a port, called …" the second verb is the main one, and the noun its subject."""
    noun = tokens[token.head]
    relatives = [t for t in kids(noun, tokens, "relcl") if t.i < token.i]
    if noun.dep != "ROOT" or not relatives or not noun.i < token.i or tokens[token.i - 1].text != ",":
        return {}
    return {token.i: Change(token.i, "ROOT"), noun.i: Change(token.i, "nsubj")}


def _plural(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """In "The council appeals to …" and "Togo demands that …" what looks like a plural is the verb."""
    verb = Change(token.i, "ROOT", "VBZ", "VERB")
    if kids(token, tokens, "nsubj"):
        return {token.i: verb}
    names = [t for t in kids(token, tokens, "compound") if t.i == token.i - 1 and t.tag in NAMES]
    clauses = [t for t in kids(token, tokens, "relcl", "acl") if _opened(t, token, tokens)]
    if not names or not clauses:
        return {}
    return {token.i: verb, names[0].i: Change(token.i, "nsubj"), clauses[0].i: Change(token.i, "ccomp")}


def _opened(clause: Token, noun: Token, tokens: tuple[Token, ...]) -> bool:
    """Whether a clause begins with "that" right behind the word above it and has a subject of its own."""
    that = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
    own = [t for t in kids(clause, tokens, "nsubj", "nsubjpass") if t.text.lower() != "that"]
    return that is not None and that.text.lower() == "that" and that.head == clause.i and bool(own)


def _lost_subject(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """In "Japan financed boxes" the name that opens the clause is the subject and the participle its verb."""
    before = tokens[token.i - 1] if token.i > 0 else None
    if before is None or before.dep != "npadvmod" or before.tag not in NAMES or before.entity in {"DATE", "TIME"}:
        return {}
    if kids(token, tokens, "nsubj", "nsubjpass", "aux", "auxpass") or not kids(token, tokens, "dobj"):
        return {}
    return {token.i: Change(token.i, "ROOT", "VBD", "VERB"), before.i: Change(token.i, "nsubj")}


def _telling(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """In "…, added minister X" the verb stands before its subject, and what comes before it is what was said."""
    name = tokens[token.head]
    while name.dep == "compound" and name.head > name.i:
        name = tokens[name.head]
    said = tokens[name.head]
    before = tokens[token.i - 1] if token.i > 0 else None
    if before is None or before.text not in CLOSING or said.dep != "ROOT" or said.i > token.i or name.dep == "pobj":
        return {}
    if cues.verbs().get(token.lemma.lower()) is None:
        return {}
    return {
        token.i: Change(token.i, "ROOT", "VBD", "VERB"),
        name.i: Change(token.i, "nsubj"),
        said.i: Change(token.i, "ccomp"),
    }
