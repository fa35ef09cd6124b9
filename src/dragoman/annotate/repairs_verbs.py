"""Finite verbs that a small parser took for a noun or a participle, and the subjects they lost, put right.

In: the token table; out: changes of a token's head, label, tag and part of speech. Each rests on a construction that
has no other reading: "to" before a noun, a subject on a plural noun, two commas around a relative clause.
"""

from typing import NamedTuple

from dragoman.model.annotated import Token
from dragoman.ontology import cues

NAMES = frozenset({"NNP", "NNPS"})
PARTICIPLES = frozenset({"VBD", "VBN"})
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
        return _behind_relative(token, tokens) or _first_of_two(token, tokens)
    if token.dep == "amod" and token.tag in PARTICIPLES and (joined := _joined(token, tokens)):
        return joined
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


def _first_of_two(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """In "Togo, which has a port, called for talks but said …" the first of both main verbs has the subject too."""
    noun = tokens[token.head]
    last = tokens[noun.head]
    between = [t for t in kids(noun, tokens, "cc") if token.i < t.i < last.i]
    if noun.dep != "nsubj" or len(between) != 1 or tokens[token.i - 1].text != "," or kids(noun, tokens, "conj"):
        return {}
    above = token.i if last.head == last.i else last.head
    return {
        token.i: Change(above, last.dep),
        noun.i: Change(token.i, "nsubj"),
        between[0].i: Change(token.i, "cc"),
        last.i: Change(token.i, "conj"),
    }


def _joined(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """In "met the envoys and accused rebels of lying" what looks like a participle before a noun is the second verb.

    A participle that describes the noun behind it has nothing of its own behind that noun, and takes no "of lying".
    """
    noun = tokens[token.head]
    first = tokens[noun.head]
    if noun.dep != "conj" or first.pos != "VERB" or tokens[token.i - 1].dep != "cc" or noun.i < token.i:
        return {}
    own = [t for t in kids(token, tokens, "prep") if t.i > noun.i]
    taken = [t for t in kids(noun, tokens, "prep") if kids(t, tokens, "pcomp")]
    if not own and not (taken and cues.verbs().get(token.lemma.lower())):
        return {}
    verb = {token.i: Change(first.i, "conj", "VBD", "VERB"), noun.i: Change(token.i, "dobj")}
    return verb | {t.i: Change(token.i, "prep") for t in taken}


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
