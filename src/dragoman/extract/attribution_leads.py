"""What leads up to a quotation without a verb of saying → a draft: "shrugged", "was defiant:", "Cameron:"."""

from dragoman.extract.attribution_told import Draft
from dragoman.extract.attribution_verbs import subject
from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree

NAME = 8
"""Tokens that a name before a colon has at most."""
_LINKS = ("ccomp", "parataxis")
_CLAUSES = ("VERB", "AUX")
_INNER = ("aux", "auxpass", "relcl", "acl", "advcl")
_DASHES = ("-", "--", "–", "—")


def verb(tree: Tree, first: int, stop: int) -> Draft | None:
    """The verb outside of a quotation that its clause hangs on, if a comma or colon parts the two."""
    for token in tree.tokens[first:stop]:
        above = tree.tokens[token.head]
        if token.dep not in _LINKS or first <= above.i < stop or above.pos != "VERB":
            continue
        source, relative = subject(tree, above)
        if source is not None and not first <= source < stop and _is_parted(tree, first, stop):
            return Draft(cue=(above.i,), manner="say", source=source, relative=relative, speaks=True)
    return None


def _is_parted(tree: Tree, first: int, stop: int) -> bool:
    """Whether a mark stands inside the end of a quotation or right before it."""
    ends = tree.tokens[max(first, stop - 2)].text
    return ends in (",", "?", "!") or (first > 0 and tree.tokens[first - 1].text in (",", ":"))


def colon(tree: Tree, first: int) -> Draft | None:
    """The verb of the sentence that ends with a colon before a quotation."""
    before = _before(tree, first)
    verbs = [t for t in before if t.pos in _CLAUSES and t.dep not in _INNER]
    return _of_verb(tree, verbs[0]) if verbs else None


def name(tree: Tree, first: int) -> Draft | None:
    """The name that stands alone before a colon and a quotation; it is the topmost noun there."""
    before = _before(tree, first)
    names = [t for t in before if t.pos in ("PROPN", "NOUN", "PRON")]
    tops = [t for t in names if not any(a in names for a in tree.ancestors(t.i))]
    if not tops or len(before) > NAME or any(t.pos in _CLAUSES for t in before):
        return None
    return Draft(cue=(before[-1].i + 1,), manner="say", source=tops[-1].i, speaks=True)


def _before(tree: Tree, first: int) -> tuple[Token, ...]:
    """What stands between the beginning of a sentence, or a dash in it, and a colon right before a quotation."""
    mark = tree.tokens[max(first - 1, 0)]
    if mark.text != ":":
        return ()
    start = mark.i
    while start and tree.tokens[start - 1].sentence == mark.sentence and tree.tokens[start - 1].text not in _DASHES:
        start -= 1
    return tree.tokens[start : mark.i]


def _of_verb(tree: Tree, token: Token) -> Draft | None:
    source, relative = subject(tree, token)
    if source is None:
        return None
    state = tree.kids(token.i, "acomp") if token.pos == "AUX" else []
    return Draft(cue=(state[0].i if state else token.i,), manner="say", source=source, relative=relative, speaks=True)
