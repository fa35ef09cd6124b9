"""Words before a noun that the parser took for a verb, and a noun before a name that it took for a part of the name.

In: the token table; out: changes of a token's head, label, tag and part of speech. "To scatter striking nurses": the
nurses are the object; "the embargo Kenya slapped on Togo": the embargo is what the clause describes.
"""

from dragoman.annotate.repairs_verbs import Change, Changes, kids
from dragoman.model.annotated import Token
from dragoman.ontology import lexicon

NAMES = frozenset({"NNP", "NNPS"})
NAMED = frozenset({"GPE", "ORG", "NORP"})
PLURAL = "NNS"
FORCE = "ASSAULT"
"""Type of acts upon people, whose verbs take no gerund."""


def phrases(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """The changes that a token asks for; none where it is read well."""
    if token.tag == "VBG" and token.dep == "xcomp":
        return _describing(token, tokens)
    if token.tag in NAMES and token.dep == "nsubj" and token.entity in NAMED:
        return _parted(token, tokens)
    if token.dep == "ROOT" and token.tag == "NN":
        return _telling(token, tokens)
    return {}


def _describing(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """In "to scatter striking nurses" the participle between a verb and a noun in the plural describes the noun."""
    verb = tokens[token.head]
    objects = [t for t in kids(token, tokens, "dobj") if t.i == token.i + 1 and t.tag == PLURAL]
    upon = any(frame.event == FORCE for frame in lexicon.load().frames_for(verb.lemma, "verb"))
    if verb.i + 1 != token.i or not objects or not upon or lexicon.load().aspect_for(verb.lemma):
        return {}
    noun, others = objects[0], [t for t in kids(token, tokens, "prep", "npadvmod") if t.i > token.i]
    if kids(verb, tokens, "dobj"):
        return {}
    moved = {t.i: Change(verb.i, t.dep) for t in others}
    return {noun.i: Change(verb.i, "dobj"), token.i: Change(noun.i, "amod"), **moved}


def _parted(name: Token, tokens: tuple[Token, ...]) -> Changes:
    """In "because of the embargo Kenya slapped on Togo" the noun before the name is what the verb lacks."""
    verb = tokens[name.head]
    nouns = [t for t in kids(name, tokens, "compound") if t.i == name.i - 1 and t.pos == "NOUN"]
    articles = [t for t in kids(name, tokens, "det") if t.i < name.i - 1]
    if not nouns or not articles or verb.dep not in {"pcomp", "ccomp"} or kids(verb, tokens, "dobj") or verb.i < name.i:
        return {}
    noun = nouns[0]
    frames = (f for f in lexicon.load().frames_for(verb.lemma, "verb") if f.object is not None)
    if not any(f.object.takes(noun.lemma.lower()) for f in frames if f.object and not f.object.anything):
        return {}
    label = "pobj" if verb.dep == "pcomp" else "dobj"
    above = _preposition(noun, tokens) if label == "pobj" else verb.head
    return {
        noun.i: Change(above, label),
        verb.i: Change(noun.i, "relcl"),
        **{t.i: Change(noun.i, "det") for t in articles},
    }


def _preposition(noun: Token, tokens: tuple[Token, ...]) -> int:
    """The nearest preposition before a noun."""
    return next((t.i for t in reversed(tokens[max(0, noun.i - 4) : noun.i]) if t.tag == "IN"), noun.head)


def _telling(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """In "farmers grumble that …" what looks like a noun is the verb: it has a subject in the plural and a clause."""
    subjects = [t for t in kids(token, tokens, "nsubj") if t.tag == PLURAL and t.i < token.i]
    clauses = [t for t in kids(token, tokens, "ccomp") if t.i > token.i and tokens[token.i + 1].text.lower() == "that"]
    return {token.i: Change(token.i, "ROOT", "VBP", "VERB")} if subjects and clauses else {}
