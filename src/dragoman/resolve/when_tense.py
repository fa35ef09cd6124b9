"""The words that a time expression hangs on → which way they look: to the past, to the future, or open."""

import functools
import importlib.resources

import msgspec
import yaml

from dragoman.model.annotated import Token
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.text.calendar import Direction

STEPS = 8
"""How far up the tree the governing verb is looked for."""
_LIMITS = frozenset({"by", "until", "till", "through"})
_VERBS = frozenset({"VERB", "AUX"})
_UNTIL = frozenset({"until", "till", "to"})
_UNSURE = frozenset({"could", "might"})
_COUNTED = frozenset({"first", "second", "third", "last", "latest", "only", "next"})
_HAVE = frozenset({"have", "'ve", "’ve"})
_AFTER = frozenset({"following", "after", "since"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OBJECTS = frozenset({"dobj", "prep", "pobj"})


class _Words(msgspec.Struct, frozen=True):
    forward: frozenset[str]
    appointing: frozenset[str]
    factive: frozenset[str]
    attempting: frozenset[str]
    planning: frozenset[str]
    deferring: frozenset[str]
    timetabled: frozenset[str]
    marks: frozenset[str]


@functools.cache
def _words() -> _Words:
    path = importlib.resources.files("dragoman.text") / "data" / "time_words.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), _Words)


def direction(head: int, tree: Tree) -> Direction:
    """Which way the words look that a time hangs on; behind "by" or "until" a verb in the past leaves it open."""
    found = _towards(head, tree)
    return "open" if found == "past" and _limited(head, tree) else found


def _towards(head: int, tree: Tree) -> Direction:
    """Which way the verb looks that a time hangs on; words such as `plan` or `expect` on the way up look ahead."""
    here, below = head, tree.tokens[head]
    owner = _owning_noun(head, tree)
    if owner is not None and any(_is_arranged(kid, tree) for kid in tree.kids(owner.i, "amod", "acl")):
        return "future"
    for _ in range(STEPS):
        token = tree.tokens[here]
        if owner is not None and token.text.lower() in _AFTER and _is_told(owner, tree):
            return "past"
        if _looks_ahead(token, below, tree):
            return "future"
        if token.pos in _VERBS:
            found = _of_verb(token, tree, head)
            if found is not None:
                return "past" if found == "open" and owner is not None and _is_told(owner, tree) else found
        if token.head == here:
            break
        here, below = token.head, token
    return "future" if _limited(head, tree) else "past" if owner is not None and _is_told(owner, tree) else "open"


def _owning_noun(head: int, tree: Tree) -> Token | None:
    """The noun that a time is told for ("the trip in June")."""
    above = tree.tokens[tree.tokens[head].head]
    noun = tree.tokens[above.head] if above.pos == "ADP" else above
    return noun if noun.pos in _NOUNS and noun.i != head else None


def _is_told(noun: Token, tree: Tree) -> bool:
    """Whether a noun names an act as known, by its doer ("his trip", "the envoy's trip")."""
    return bool(tree.kids(noun.i, "poss"))


def is_of_noun(head: int, tree: Tree) -> bool:
    """Whether a time stands before the noun that it dates ("Wednesday's ruling"): the verb above tells little of it."""
    return tree.tokens[head].dep in {"poss", "compound"}


def is_planned(head: int, tree: Tree) -> bool:
    """Whether a day hangs on what a word of planning has as its object ("planned a rally on Saturday"), or on "for"."""
    here = tree.tokens[head]
    if here.dep == "pobj" and tree.tokens[here.head].text.lower() == "for":
        return tree.tokens[tree.tokens[here.head].head].pos in {"VERB", *_NOUNS}
    if _is_deferred(here, tree):
        return True
    for _ in range(STEPS):
        if here.dep not in _OBJECTS or here.head == here.i:
            break
        here = tree.tokens[here.head]
    is_fronted = here.i > head and here.tag == "VBD"
    return here.pos == "VERB" and here.lemma.lower() in _words().planning and not is_fronted


def _is_deferred(day: Token, tree: Tree) -> bool:
    """Whether a day is the one that something was put off to ("extended until Tuesday")."""
    limit = tree.tokens[day.head]
    limit = tree.tokens[limit.head] if limit.dep == "pobj" else limit
    if day.dep not in {"pobj", "npadvmod"} or limit.text.lower() not in _UNTIL:
        return False
    return tree.tokens[limit.head].lemma.lower() in _words().deferring


def _looks_ahead(token: Token, below: Token, tree: Tree) -> bool:
    """Whether a word puts the time below it into the future: by its meaning, or because an infinitive is between."""
    lemma = token.lemma.lower()
    if lemma in _words().appointing:
        return not _is_past_perfect(token, tree)
    if lemma in _words().attempting:
        return False
    if _is_arranged(token, tree):
        return True
    return lemma in _words().forward and below.tag == "VB"


def _is_arranged(token: Token, tree: Tree) -> bool:
    """Whether a participle at a noun tells that the thing lies ahead ("talks set for May", "the planned visit")."""
    arranging = _words().planning | _words().appointing | {"set"}
    if token.lemma.lower() == "set" and tree.tokens[token.head].lemma.lower() in _words().marks:
        return False
    return token.tag == "VBN" and token.dep in {"acl", "amod"} and token.lemma.lower() in arranging


def _is_past_perfect(token: Token, tree: Tree) -> bool:
    """Whether a verb, or the verb that an adjective completes, stands in the past perfect ("had been due")."""
    verb = tree.tokens[token.head] if token.dep == "acomp" else token
    return any(k.text.lower() == "had" for k in tree.kids(verb.i, "aux"))


def _limited(head: int, tree: Tree) -> bool:
    """Whether the time hangs on "by" or "until"."""
    above = tree.tokens[tree.tokens[head].head]
    return above.text.lower() in _LIMITS


def _of_verb(verb: Token, tree: Tree, head: int) -> Direction | None:
    """What the form of a verb tells; None where only the verb above it can."""
    helpers = tree.kids(verb.i, "aux", "auxpass")
    had = any(h.lemma.lower() in _HAVE for h in helpers)
    modals = [h.lemma.lower() for h in helpers if h.tag == "MD"]
    if modals or verb.tag == "MD":
        return "past" if had else None if set(modals) <= _UNSURE and modals else "future"
    if had or any(h.tag == "VBD" for h in helpers) or verb.tag == "VBD":
        return "past"
    if verb.tag == "VB":
        return _of_infinitive(verb, tree)
    return _of_other(verb, helpers, tree, head)


def _of_other(verb: Token, helpers: list[Token], tree: Tree, head: int) -> Direction | None:
    """Participles and the present tense."""
    if verb.tag == "VBN":
        return "open" if any(h.tag in {"VBZ", "VBP"} for h in helpers) else "past"
    if verb.tag == "VBG" and not helpers:
        return None if verb.head != verb.i else "open"
    if verb.tag in {"VBZ", "VBP"} and verb.pos == "VERB" and _is_timetabled(verb, head, tree):
        return "future"
    limited = any(k.text.lower() in _LIMITS for k in tree.kids(verb.i, "prep"))
    return "future" if limited else "open"


def _is_timetabled(verb: Token, head: int, tree: Tree) -> bool:
    """Whether a present tense tells what is to come: a time without a preposition, or a verb of appointed times."""
    above = tree.tokens[tree.tokens[head].head]
    return above.i == verb.i or (above.pos == "ADP" and verb.lemma.lower() in _words().timetabled)


def _of_infinitive(verb: Token, tree: Tree) -> Direction | None:
    """An infinitive looks ahead, unless the verb above tells that it really took place."""
    above = tree.tokens[verb.head]
    lemma = above.lemma.lower()
    if lemma in _words().appointing and _is_past_perfect(above, tree):
        return "past"
    if verb.dep in {"relcl", "acl"} and _is_counted(above, tree):
        return None
    if lemma in _words().factive:
        return None
    if above.i != verb.i and above.pos == "ADJ" and lemma not in _words().forward:
        return None
    is_verb = above.i != verb.i and above.pos == "VERB"
    if is_verb and (lemma in _words().attempting or (verb.dep == "advcl" and lemma not in _words().forward)):
        return _of_verb(above, tree, above.i)
    return "future" if above.i != verb.i or tree.kids(verb.i, "aux") else "open"


def _is_counted(noun: Token, tree: Tree) -> bool:
    """Whether an infinitive tells what the first, last or only ones did ("the first to land on Friday")."""
    words = (noun, *tree.kids(noun.i, "amod", "nummod"))
    return any(word.lemma.lower() in _COUNTED for word in words)


def head_of(span: Span, first: int, tree: Tree) -> int:
    """The token of a span that hangs on a word outside it, from the span's first token on."""
    for place in range(first, len(tree.tokens)):
        token = tree.tokens[place]
        if token.span.start >= span.end:
            break
        outside = tree.tokens[token.head].span
        if token.head == token.i or not span.holds(outside):
            return token.i
    return first
