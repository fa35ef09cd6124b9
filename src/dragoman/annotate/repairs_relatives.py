"""What somebody calls something ("condemned what it called a coup") → the thing is the object, the call a relative."""

from dragoman.annotate.repairs_verbs import Change, Changes, kids
from dragoman.model.annotated import Token

WHAT = frozenset({"what", "whatever"})
NAMING = frozenset(
    {
        "call",
        "describe",
        "term",
        "brand",
        "label",
        "dub",
        "characterise",
        "characterize",
        "see",
        "regard",
        "view",
        "consider",
    }
)
"""Verbs by which somebody gives a thing a name."""
CLAUSE = frozenset({"ccomp", "pcomp", "relcl", "advcl", "acl"})
FAR = 15
"""Words between "what" and the verb by which it is named."""
NOUNS = frozenset({"NOUN", "PROPN"})


def renamed(token: Token, tokens: tuple[Token, ...]) -> Changes:
    """The changes for a "what" that stands for a thing named behind it; none for any other token."""
    if token.text.lower() not in WHAT or token.dep not in {"dobj", "pobj"}:
        return {}
    verb = _naming(token, tokens)
    if verb is None:
        return {}
    above = tokens[verb.head if token.head == verb.i else token.head]
    thing = _thing(verb, token, tokens)
    if thing is None or above.pos not in {"VERB", "ADP"} or above.i > token.i:
        return {}
    label = "pobj" if above.pos == "ADP" else "dobj"
    return {
        thing.i: Change(above.i, label),
        verb.i: Change(thing.i, "relcl"),
        token.i: Change(verb.i, "dobj"),
    }


def _naming(what: Token, tokens: tuple[Token, ...]) -> Token | None:
    """The verb by which the thing is named: the first one right of "what" that hangs with it."""
    for verb in tokens[what.i + 1 : what.i + FAR]:
        if verb.pos == "VERB" and verb.dep in CLAUSE and what.head in {verb.i, verb.head}:
            return verb if verb.lemma.lower() in NAMING else None
    return None


def _thing(verb: Token, what: Token, tokens: tuple[Token, ...]) -> Token | None:
    """The noun that names it: the verb's complement, or what stands behind its "as"."""
    found = kids(verb, tokens, "oprd", "attr", "dobj")
    found += [t for p in kids(verb, tokens, "prep") if p.text.lower() == "as" for t in kids(p, tokens, "pobj")]
    return next((t for t in found if t.i > verb.i and t.pos in NOUNS and t.i != what.i), None)
