"""Finished claims → chains of sources: who said that who said it, to whom, and what is only "alleged"."""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.extract import sources
from dragoman.extract.attribution import CLAIMS, Relay, Told
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty

TELLING = frozenset({"tell", "inform"})
OBTAINING = frozenset(
    {"see", "obtain", "review", "view", "hear", "acquire", "leak", "release", "publish", "carry", "air"}
)
"""What an outlet does with the documents and words that it passes on."""


def chained(told: Iterable[Told]) -> tuple[Told, ...]:
    """Claims, the longest first, with those inside whose claims they stand as the ways they took.

    "X said that Y denied it" gives X's claim, and Y's by way of X.
    """
    found: list[Told] = []
    for one in sorted(told, key=lambda one: (-len(one.content_tokens), one.cue)):
        around = [outer for outer in found if outer.manner in CLAIMS and _inside(one, outer)]
        found.append(_through(one, around[-1]) if around else one)
    return tuple(found)


def sources_of(told: Iterable[Told]) -> tuple[Told, ...]:
    """Of the claims that hold one act those it goes back to; the others are only the ways these took.

    A claim that nobody is named for ("reportedly") tells nothing of its own inside another's.
    """
    every = chained(told)
    named = [one for one in every if one.source_head is not None]
    return tuple(
        one
        for one in every
        if not any(_inside(inner, one) for inner in named if inner is not one)
        and (one.source_head is not None or not any(_inside(one, outer) for outer in every if outer is not one))
    )


def _inside(inner: Told, outer: Told) -> bool:
    """Whether a claim is part of what another one says."""
    return inner.cue_tokens[0] in outer.content_tokens


def _through(inner: Told, outer: Told) -> Told:
    """A claim with the ways of the one it stands in."""
    known = {inner.source_head, *(via.head for via in inner.via)}
    ways = list(outer.via)
    if outer.source_head is not None:
        ways.insert(0, Relay(kind=outer.kind, span=outer.source[0], head=outer.source_head, cue=outer.cue))
    return msgspec.structs.replace(inner, via=(*inner.via, *(way for way in ways if way.head not in known)))


def with_hearers(tree: Tree, told: Told) -> Told:
    """A claim with the outlet that it was told to, or that saw the document in which it stands."""
    known = {told.source_head, *(via.head for via in told.via)}
    heard = [i for i in dict.fromkeys(_hearers(tree, told)) if i not in known and sources.kind(tree, i) == "outlet"]
    relays = (Relay(kind="outlet", span=tree.span(sources.phrase(tree, i)), head=i) for i in heard)
    return msgspec.structs.replace(told, via=(*relays, *told.via)) if heard else told


def _hearers(tree: Tree, told: Told) -> Iterator[int]:
    """Those to whom something is told, and those who saw or got the source, if it is a document."""
    cue = tree.tokens[told.cue_tokens[0]]
    if cue.lemma.lower() in TELLING:
        yield from (k.i for k in tree.kids(cue.i, "dobj", "dative"))
    if told.source_head is None:
        return
    for clause in tree.kids(told.source_head, "acl"):
        if clause.lemma.lower() in OBTAINING:
            yield from (k.i for by in tree.kids(clause.i, "agent") for k in tree.kids(by.i, "pobj"))


def alleged(tree: Tree, noun: int) -> tuple[Told, ...]:
    """The nameless source of "an alleged attack"."""
    words = certainty.words().modifiers
    for kid in tree.kids(noun, "amod"):
        if words.get(kid.text.lower()) == "alleged":
            content = tuple(i for i in tree.subtree(noun) if i != kid.i)
            return (_hearsay(tree, kid.i, content),)
    return ()


def _hearsay(tree: Tree, cue: int, content: tuple[int, ...]) -> Told:
    span = tree.tokens[cue].span
    return Told(
        source=(span,),
        source_head=None,
        cue=span,
        cue_tokens=(cue,),
        content=(tree.span(list(content)),),
        content_tokens=content,
        kind="anonymous",
        manner="say",
    )
