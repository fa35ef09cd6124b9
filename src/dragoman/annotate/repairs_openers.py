"""Plural nouns for people that a small parser took for a name because a sentence opens with them ("Rebels took …").

In: a token and the token table; out: the change of its tag and part of speech, or none.
"""

from dragoman.annotate.repairs_verbs import Change, Changes
from dragoman.model.annotated import Token
from dragoman.ontology.actor_generics import generics

DASHES = frozenset({"-", "--", "–", "—", ":"})
NAMES = frozenset({"NNP", "NNPS"})
PERSON = "PERSON"
PARTY = frozenset({"nsubj", "nsubjpass"})


def openers(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """The change that a sentence's first word asks for: a plural noun for people, and nobody's name."""
    if token.tag not in NAMES or token.dep not in PARTY or not _opens(token, tokens):
        return {}
    said = token.text.lower()
    noun = generics().get(said.removesuffix("s"))
    if not said.endswith("s") or noun is None or noun.sort not in {"person", "people"} or token.entity == PERSON:
        return {}
    named = any(t.tag in NAMES for t in tokens[token.i + 1 : token.i + 2])
    return {} if named else {token.i: Change(token.head, token.dep, "NNS", "NOUN", noun.noun)}


def _opens(token: Token, tokens: tuple[Token, ...]) -> bool:
    """Whether a word is the first of its sentence or stands behind the dash of a dateline."""
    before = tokens[token.i - 1] if token.i > 0 else None
    return before is None or before.sentence != token.sentence or before.text in DASHES
