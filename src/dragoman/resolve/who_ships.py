"""Ships → drafts: a name after its class ("the tanker X"), after a navy's prefix ("USS X"), or told so before."""

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.ontology.actor_rows import slug
from dragoman.ontology.actor_ships import ships
from dragoman.ontology.actor_words import words
from dragoman.resolve.who_hints import absorb
from dragoman.resolve.who_scene import Draft, Scene

LONGEST = 4
"""Words of a ship's name."""
NAME_TAGS = frozenset({"NNP", "NNPS"})
MILITARY = "MIL"
TWO = 2


def afloat(scene: Scene) -> None:
    """Put a draft for every ship that the article names."""
    known: dict[str, Entity] = {}
    for token in scene.tokens:
        if token.text in words().ship_prefixes:
            _prefixed(scene, token, known)
        elif token.lemma.lower() in words().ship_classes and token.pos != "VERB":
            _classed(scene, token, known)
    for token in scene.tokens:
        if token.tag in NAME_TAGS:
            _again(scene, token, known)
    flagged = {e.id: e for e in known.values() if e.code is not None}
    for draft in scene.living():
        draft.entities = tuple(flagged.get(e.id, e) for e in draft.entities)


def _prefixed(scene: Scene, prefix: Token, known: dict[str, Entity]) -> None:
    stop = _name_stop(scene, prefix.i + 1)
    if stop == prefix.i + 1 or scene.owner.get(prefix.i) is not None:
        return
    name = scene.words(prefix.i + 1, stop)
    entity = _ship(name, words().ship_prefixes[prefix.text], MILITARY)
    known[name] = entity
    first = _edge(scene, prefix.i)
    before = scene.tokens[first - 1] if first > 0 else None
    if before is not None and before.lemma.lower() in words().ship_classes and before.sentence == prefix.sentence:
        first = _edge(scene, before.i)
    _put(scene, (first, stop), entity, "ship-with-prefix")


def _classed(scene: Scene, noun: Token, known: dict[str, Entity]) -> None:
    """A name right after the class, or one that explains it ("a destroyer, the X")."""
    start = noun.i + 1
    stop = _name_stop(scene, start)
    if stop == start:
        apposed = [t for t in scene.tree.kids(noun.i, "appos") if t.tag in NAME_TAGS and t.i <= noun.i + LONGEST]
        if len(apposed) == 0 or not _named_like_a_ship(scene, noun.i, apposed[0].i):
            _explained(scene, noun, known)
            return
        start = noun.i + TWO + 1
        stop = apposed[0].i + 1
    elif scene.tokens[start].text in words().ship_prefixes:
        return
    name = scene.words(start, stop)
    if not _is_ship(scene, noun, name):
        return
    first = _edge(scene, noun.i)
    entity = _ship(name, _flag(scene, first, noun.i), _sector(scene, noun))
    if name in known and (entity.code is None or known[name].code is not None):
        entity = known[name]
    known[name] = entity
    _put(scene, (first, stop), entity, "ship-after-its-class")


def _explained(scene: Scene, noun: Token, known: dict[str, Entity]) -> None:
    """A name that the class explains ("the X, a Greek tanker")."""
    head = scene.tokens[noun.head]
    start = head.i
    while start > 0 and scene.tokens[start - 1].tag in NAME_TAGS and scene.tokens[start - 1].head == head.i:
        start -= 1
    before = scene.tokens[start - 1].text.lower() if start > 0 else ""
    if noun.dep != "appos" or head.tag not in NAME_TAGS or head.i > noun.i or before != "the":
        return
    name, edge = scene.words(start, head.i + 1), scene.left_edge(noun.i)
    if _is_ship(scene, noun, name):
        known[name] = _ship(name, _flag(scene, edge, noun.i), _sector(scene, noun))
        _put(scene, (start - 1, noun.i + 1), known[name], "ship-explained")


def _named_like_a_ship(scene: Scene, noun: int, name: int) -> bool:
    """Whether ", the X" follows the class."""
    between = [t.text.lower() for t in scene.tokens[noun + 1 : name]]
    return between[:TWO] == [",", "the"]


def _is_ship(scene: Scene, noun: Token, name: str) -> bool:
    if noun.lemma.lower() not in words().doubtful_ships:
        return True
    return name in ships() or scene.tokens[noun.i - 1].text.lower() in {"aircraft", "bulk", "helicopter"}


def _again(scene: Scene, token: Token, known: dict[str, Entity]) -> None:
    """A ship's name that stands alone."""
    owner = scene.owner.get(token.i)
    if owner is not None and owner.rule.startswith("ship-"):
        return
    for size in range(LONGEST, 0, -1):
        stop = token.i + size
        entity = known.get(scene.words(token.i, stop)) if stop <= len(scene.tokens) else None
        if entity is not None and _stands_alone(scene, token.i):
            _put(scene, (_edge(scene, stop - 1, token.i), stop), entity, "ship-told-before")
            return


def _stands_alone(scene: Scene, i: int) -> bool:
    """Whether no other name runs into it ("President Abraham Lincoln")."""
    before = scene.tokens[i - 1] if i > 0 else None
    return before is None or before.tag not in NAME_TAGS


def _name_stop(scene: Scene, i: int) -> int:
    """The token after a run of capitalised names in one sentence."""
    stop = i
    while stop < min(len(scene.tokens), i + LONGEST) and _continues(scene, i, stop):
        stop += 1
    return stop


def _continues(scene: Scene, first: int, i: int) -> bool:
    token = scene.tokens[i]
    if token.sentence != scene.tokens[first - 1].sentence:
        return False
    if i > first and token.tag == "CD" and len(token.text) <= TWO:
        return i + 1 < len(scene.tokens) and scene.tokens[i + 1].pos not in {"NOUN", "PROPN"}
    return token.tag in NAME_TAGS and token.text[0].isupper()


def _edge(scene: Scene, i: int, first: int | None = None) -> int:
    """The first token of the phrase, without what is no part of it."""
    edge = scene.left_edge(i)
    head = scene.tokens[scene.tokens[i].head]
    if scene.tokens[i].dep in {"compound", "nmod", "amod"} and head.i > i:
        edge = min(edge, scene.left_edge(head.i))
    return min(edge, i if first is None else first)


def _sector(scene: Scene, noun: Token) -> str:
    for size in (TWO, 1):
        said = " ".join(t.lemma.lower() for t in scene.tokens[max(0, noun.i + 1 - size) : noun.i + 1])
        if said in words().ship_classes:
            return words().ship_classes[said]
    return MILITARY


def _flag(scene: Scene, first: int, stop: int) -> str | None:
    """The country told before the class: adjective, possessor, "X-flagged"; the nearest one."""
    for i in range(stop - 1, first - 1, -1):
        owner = scene.owner.get(i)
        if owner is None or owner.dropped or owner.head != i:
            continue
        after = [t.text.lower() for t in scene.tokens[i + 1 : i + 3]]
        if after[:1] != ["-"] or after[1:] in [[w] for w in words().flagging]:
            return scene.code(owner.entities[0])
    return None


def _ship(name: str, code: str | None, sector: str) -> Entity:
    """The ship of the table, or one of this article."""
    told = ships().get(name)
    if told is not None and sector == MILITARY and code in {None, told.code}:
        return told
    return Entity(id=EntityId(f"article:{slug(name)}"), name=name, kind="generic", code=code, sectors=(sector,))


def _put(scene: Scene, bounds: tuple[int, int], entity: Entity, rule: str) -> None:
    first, stop = bounds
    detail = f"{scene.words(first, stop)!r}: {entity.code or 'no country told'}, {', '.join(entity.sectors)}"
    head = scene.head(first, stop)
    draft = Draft(first=first, stop=stop, head=head, kind="name", entities=(entity,), rule=rule, detail=detail)
    absorb(scene, draft)
    scene.put(draft)
