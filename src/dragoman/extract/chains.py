"""Claims that hold one act → chains of sources: who said that who said it, and what is only "alleged"."""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.extract import sources
from dragoman.extract.attribution import Relay, Told
from dragoman.model.syntax import Tree
from dragoman.ontology import certainty

TELLING = frozenset({"tell", "inform"})
OBTAINING = frozenset(
    {"see", "obtain", "review", "view", "hear", "acquire", "leak", "release", "publish", "carry", "air"}
)
"""What an outlet does with the documents and words that it passes on."""


def nested(told: Iterable[Told]) -> tuple[Told, ...]:
    """Sources with those inside whose words they stand as the ways their claims took: "X said that Y denied"."""
    found: list[Told] = []
    for one in sorted(told, key=lambda t: (-len(t.content_tokens), t.cue)):
        outer = next((t for t in found if one.cue_tokens[0] in t.content_tokens), None)
        if outer is None:
            found.append(one)
        elif one.source_head is not None:
            found[found.index(outer)] = _through(one, outer)
    return tuple(found)


def _through(inner: Told, outer: Told) -> Told:
    """A source's claim, passed on by an outer one."""
    if outer.source_head is None:
        return inner
    relay = Relay(kind=outer.kind, span=outer.source[0], head=outer.source_head)
    known = {inner.source_head, *(via.head for via in inner.via)}
    ways = tuple(via for via in (relay, *outer.via) if via.head not in known)
    tokens = tuple(sorted({*inner.content_tokens, *outer.content_tokens}))
    return msgspec.structs.replace(inner, via=(*inner.via, *ways), content_tokens=tokens)


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
        content_head=content[0],
        kind="anonymous",
        manner="say",
    )
