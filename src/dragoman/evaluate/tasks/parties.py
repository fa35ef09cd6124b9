"""The given parties of a typing row → actor mentions that take the place of those that the resolver would find."""

from collections.abc import Iterator

from msgspec import structs

from dragoman.evaluate.tasks.parsed import Row, head, inside
from dragoman.model.because import Because
from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.model.resolved import ActorMention, Resolved
from dragoman.model.span import Span
from dragoman.model.syntax import Tree

ACTOR, RECIPIENT = EntityId("given:actor"), EntityId("given:recipient")
GIVEN = Because(field="actor", rule="given", detail="the evaluation set names the parties")


def others(parties: tuple[ActorMention, ...], layers: Resolved) -> Iterator[ActorMention]:
    """The actors that the resolver finds beside the given parties."""
    taken = {i for party in parties for i in range(party.first, party.stop)}
    yield from (mention for mention in layers.actors if taken.isdisjoint(range(mention.first, mention.stop)))


def given(row: Row, tree: Tree, text: str) -> Iterator[ActorMention]:
    """The given parties as mentions."""
    for entity_id, place in ((ACTOR, row.get("actor")), (RECIPIENT, row.get("recipient"))):
        span = Span(0, 0) if place is None else Span(*place)
        tokens = inside(tree, span)
        top = head(tree, tokens)
        if top is not None:
            entity = Entity(id=entity_id, name=span.of(text), kind="generic")
            yield ActorMention(
                span=span,
                head=top,
                first=tokens[0],
                stop=tokens[-1] + 1,
                entity=entity,
                kind="name",
                because=GIVEN,
            )


def meant(parties: tuple[ActorMention, ...], layers: Resolved) -> Iterator[ActorMention]:
    """Other mentions of the given parties, such as pronouns, by what the resolver finds inside their spans."""
    inner = [(party, m) for party in parties for m in layers.actors if party.first <= m.head < party.stop]
    named = [(party, m) for party, m in inner if m.kind != "pronoun" or m.head == party.head]
    named.sort(key=lambda pair: pair[1].head == pair[0].head)
    by_entity = {m.entity.id: party.entity for party, m in named}
    for mention in layers.actors:
        outside = not any(party.first <= mention.head < party.stop for party in parties)
        if outside and mention.entity.id in by_entity:
            yield structs.replace(mention, entity=by_entity[mention.entity.id])


def between(tree: Tree, ends: list[int]) -> frozenset[int]:
    """The tokens on the path through the tree from one party to the other, both ends left out."""
    if len(ends) != len((ACTOR, RECIPIENT)):
        return frozenset()
    left, right = (_upwards(tree, end) for end in ends)
    meeting = next((i for i in left if i in set(right)), None)
    if meeting is None:
        return frozenset()
    way = {*left[: left.index(meeting) + 1], *right[: right.index(meeting) + 1]}
    return frozenset(way - set(ends))


def _upwards(tree: Tree, i: int) -> list[int]:
    return [i, *(token.i for token in tree.ancestors(i))]


def are_joined(row: Row, layers: Resolved) -> bool:
    """Whether the two parties are coordinated ("X and Y left"): what one does, the other does too."""
    tree = Tree(layers.annotated.tokens)
    heads = [mention.head for mention in given(row, tree, layers.annotated.article.text)]
    return len(heads) > 1 and any(set(heads) <= set(tree.conjuncts(head)) for head in heads)
