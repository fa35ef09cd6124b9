"""The head of a noun phrase that says something → the phrase, and what kind of source it is."""

from dragoman.model.annotated import Token
from dragoman.model.event import SourceKind
from dragoman.model.syntax import Tree
from dragoman.ontology import cues

CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp", "parataxis"))
"""Dependents that tell more about a source than its name."""
_NAME_PARTS = ("compound", "nmod", "appos", "amod", "poss")
_REFLEXIVE = ("himself", "herself", "itself", "themselves")
_INDEFINITE = frozenset(("a", "an", "some", "one", "another", "several", "many", "two", "three"))


def phrase(tree: Tree, head: int, without: int | None = None) -> list[int]:
    """Tokens of a source's noun phrase: no clauses, nothing of the cue it is the subject of, no marks at its ends."""
    found, stack = [], [head]
    while stack:
        node = stack.pop()
        found.append(node)
        stack.extend(k for k in tree.children[node] if k != without and _belongs(tree, tree.tokens[k], head))
    return trimmed(tree, sorted(found)) or [head]


def _belongs(tree: Tree, token: Token, head: int) -> bool:
    if token.dep in CLAUSES or token.pos == "SPACE":
        return False
    if token.head == head and token.dep in ("det", "predet", "poss", "amod", "compound", "nummod", "nmod"):
        return True
    return not (token.dep == "prep" and _is_far(tree, token))


def _is_far(tree: Tree, token: Token) -> bool:
    """Whether a mark or a verb stands between a noun and the preposition after it."""
    between = tree.tokens[token.head + 1 : token.i]
    return any(t.text in (",", ";", "—", "–") for t in between) and token.i > token.head


def trimmed(tree: Tree, numbers: list[int]) -> list[int]:
    """Token numbers without marks and spaces at both ends; quotation marks and brackets stay."""
    first, stop = 0, len(numbers)
    while first < stop and _is_mark(tree.tokens[numbers[first]]):
        first += 1
    while stop > first and _is_mark(tree.tokens[numbers[stop - 1]]):
        stop -= 1
    return numbers[first:stop]


def _is_mark(token: Token) -> bool:
    return token.pos == "SPACE" or token.text in (",", ";", ":", "-", "--", "—", "–", ".")


def can_speak(token: Token) -> bool:
    """Whether a noun is one of those that say things: a name of somebody, or a word for people, bodies and papers."""
    words, lemma = cues.sources(), token.lemma.lower()
    if token.entity in ("PERSON", "ORG", "NORP", "GPE") or token.pos == "PRON":
        return True
    return any(
        lemma in known for known in (words.anonymous, words.document, words.outlet, words.institution, words.office)
    )


def kind(tree: Tree, head: int) -> SourceKind:
    """What kind of source a noun phrase is, by its head."""
    token, words = tree.tokens[head], cues.sources()
    if token.text.lower() in _REFLEXIVE:
        named = tree.kids(head, "npadvmod", "compound", "nmod", "appos", "poss", "nsubj", "dep")
        return kind(tree, named[0].i) if named else "named"
    lemma = token.lemma.lower()
    if any(k.lemma.lower() in words.anonymity for k in tree.kids(head)):
        return "anonymous"
    if _is_outlet(tree, token):
        return "outlet"
    if (token.pos in ("PROPN", "PRON") or token.entity == "PERSON") and lemma not in words.anonymous:
        return "named"
    if lemma in words.document:
        return "document"
    return "anonymous" if _is_nameless(tree, token) else "named"


def _is_outlet(tree: Tree, token: Token) -> bool:
    """A newspaper, agency or broadcaster, by description or by a word of its name."""
    words, parts = cues.sources(), [token, *tree.kids(token.i, *_NAME_PARTS)]
    if any(p.lemma.lower() in words.outlet for p in parts[1:] if p.dep != "poss"):
        return True
    if token.pos == "PROPN":
        return token.entity != "PERSON" and any(p.text in words.outlet_names for p in parts if p.dep != "poss")
    lemma = token.lemma.lower()
    if lemma in words.outlet:
        return True
    return lemma in words.outlet_after_news and any(p.lemma.lower() == "news" for p in parts)


def _is_nameless(tree: Tree, token: Token) -> bool:
    """Whether a description stands for somebody whose name is not given."""
    words, lemma = cues.sources(), token.lemma.lower()
    if any(k.pos == "PROPN" for k in tree.kids(token.i, "appos")):
        return False
    if lemma in words.institution or (token.entity in ("ORG", "GPE", "NORP") and lemma not in words.anonymous):
        return False
    determiners = {k.lemma.lower() for k in tree.kids(token.i, "det", "nummod")}
    one_known = "the" in determiners or bool(tree.kids(token.i, "poss"))
    return not (lemma in words.office and one_known and not determiners & _INDEFINITE)
