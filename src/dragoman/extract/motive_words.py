"""The words of an article that tie one act to another → ties between tokens, by syntax alone."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import cues

Kind = Literal["because", "purpose", "response"]
_OBJECTS = ("pobj", "pcomp")


class Tie(NamedTuple):
    """A tie: its kind, its words, what they hang on, and what they point at (None: at what came before)."""

    kind: Kind
    words: tuple[int, ...]
    effect: int
    cause: int | None


def ties(tree: Tree, types: Mapping[int, str]) -> Iterator[Tie]:
    """The ties of an article in the order of their words.

    Args:
        tree: Its syntax.
        types: The type of the act that a token tells.
    """
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if lemma in cues.motive_nouns():
            yield from _by_noun(tree, token, lemma)
        yield from _because(tree, token, lemma)
        yield from _by_verb(tree, token, lemma)
        yield from _judged(tree, token, types)
        yield from _to_do(tree, token)


def _by_noun(tree: Tree, noun: Token, lemma: str) -> Iterator[Tie]:
    """What hangs on a noun: "in response to B", "with the aim of B", "in a bid to B", and "In response" alone."""
    before, table = tree.tokens[noun.head], cues.motives()
    for kind, behind, of in cues.motive_nouns()[lemma]:
        led = noun.dep == "pobj" and before.lemma.lower() in behind
        if not led and not (noun.dep in ("appos", "attr") and lemma in table.apposed):
            continue
        words = (before.i, noun.i) if led else (noun.i,)
        effect = before.head if led else noun.head
        target = _of_noun(tree, noun, of)
        if target is not None:
            yield Tie(kind, words, effect, target)
        elif led and lemma in table.alone and not _opens_late(tree, before):
            yield Tie(kind, words, effect, None)


def _opens_late(tree: Tree, preposition: Token) -> bool:
    """Whether something of substance stands before a word in its sentence."""
    earlier = tree.tokens[max(0, preposition.i - 1)]
    return preposition.i > 0 and earlier.sentence == preposition.sentence and earlier.pos not in ("SPACE", "CCONJ")


def _of_noun(tree: Tree, noun: Token, of: tuple[str, ...]) -> int | None:
    """What a noun of motive is of: behind its preposition, or an infinitive."""
    for preposition in tree.kids(noun.i, "prep"):
        if preposition.lemma.lower() in of:
            return next((o.i for o in tree.kids(preposition.i, *_OBJECTS)), None)
    return next((k.i for k in tree.kids(noun.i, "acl", "relcl", "advcl", "xcomp") if _infinitive(tree, k)), None)


def _infinitive(tree: Tree, token: Token) -> bool:
    return any(k.text.lower() == "to" for k in tree.kids(token.i, "aux"))


def _because(tree: Tree, token: Token, lemma: str) -> Iterator[Tie]:
    """What brought an act about: "because B did", "because of B", "due to B"."""
    if lemma == "because" and token.dep == "mark":
        clause = tree.tokens[token.head]
        yield Tie("because", (token.i,), clause.head, clause.i)
    elif lemma in cues.motives().prepositions["because"] and token.dep in ("prep", "amod", "acomp", "advmod"):
        links = [*tree.kids(token.i, "pcomp", "prep", "pobj")]
        for link in links:
            noun = link if link.dep == "pobj" else next(iter(tree.kids(link.i, *_OBJECTS)), None)
            if noun is not None:
                yield Tie("because", (token.i,), token.head, noun.i)
                return


def _by_verb(tree: Tree, verb: Token, lemma: str) -> Iterator[Tie]:
    """Causes and answers told by a verb: "B led to A", "responded to B by A"."""
    table = cues.motives()
    if verb.pos != "VERB":
        return
    if lemma in table.prompted:
        cause = next((k.i for k in tree.kids(verb.i, "nsubj") if k.tag not in ("WDT", "PRP")), None)
        below = [*tree.kids(verb.i, "xcomp", "ccomp", "dobj"), *_behind(tree, verb, ("to", "in"))]
        for effect in below if cause is not None else ():
            yield Tie("because", (verb.i,), effect.i, cause)
    elif lemma in table.answering:
        answered, means = _behind(tree, verb, table.answered), _behind(tree, verb, table.means)
        for cause_ in answered[:1]:
            yield Tie("response", (verb.i,), (means[0] if means else verb).i, cause_.i)


def _behind(tree: Tree, token: Token, prepositions: tuple[str, ...]) -> list[Token]:
    return [o for p in tree.kids(token.i, "prep") if p.lemma in prepositions for o in tree.kids(p.i, *_OBJECTS)]


def _judged(tree: Tree, token: Token, types: Mapping[int, str]) -> Iterator[Tie]:
    """What a judgement or a penalty is for: "imposed sanctions over B", "condemned it for B"."""
    table = cues.motives()
    if token.dep != "prep" or token.text.lower() not in (*table.over, *table.punished):
        return
    above = tree.tokens[token.head]
    judged = types.get(above.i) or types.get(above.head)
    if judged in table.judging and above.pos in ("VERB", "NOUN"):
        for target in (k for k in tree.kids(token.i, *_OBJECTS)[:1] if k.pos != "PRON"):
            yield Tie("because", (token.i,), token.head, target.i)


def _to_do(tree: Tree, token: Token) -> Iterator[Tie]:
    """What an act is for: "sent troops to attack B", "an accord designed to aid B", "talks aimed at B"."""
    if token.dep in ("advcl", "acl") and _infinitive(tree, token) and tree.tokens[token.head].i < token.i:
        above = tree.tokens[token.head]
        if token.dep == "advcl" or above.dep == "dobj":
            to = next(k.i for k in tree.kids(token.i, "aux") if k.text.lower() == "to")
            yield Tie("purpose", (to,), above.i, token.i)
    if token.dep == "acl" and token.lemma.lower() in cues.motives().purposes:
        for target in (*tree.kids(token.i, "xcomp"), *_behind(tree, token, ("at",)))[:1]:
            yield Tie("purpose", (token.i,), token.head, target.i)
