"""Common nouns for actors → drafts: with the country that the phrase tells, or open for `references` to settle."""

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.ontology import offices
from dragoman.ontology.actor_generics import Generic
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.ontology.actors import dictionary, generic_entity, state_id
from dragoman.resolve.who_hints import NOTHING, Hint, absorb, belongs, placed, sectors_of
from dragoman.resolve.who_scene import Draft, Scene, plural

DESCRIBING = frozenset({"state", "alliance", "group", "side"})
"""Sorts that are an actor only as a reference to one ("the country", "both sides")."""
PLACEABLE = frozenset({"person", "people", "body"})
"""Sorts that belong to the country where they are ("rebels in Sudan")."""
SINGLE = frozenset({"force", "troop"})
"""Words for a body of people that in the singular mostly mean something else."""
INTERNATIONAL = frozenset({"international", "multinational", "regional"})
INTERNATIONAL_CODE = "IGO"
"""Soldiers and observers of several states belong to none of them."""
SIDES = frozenset({"side", "state"})
"""Sorts that with a country's adjective are the state itself ("the Lebanese state", "the Turkish side")."""
NEEDING_HINT = frozenset({"weak", "relation", "weapon"})
HEADING = frozenset({"NOUN", "PROPN"})
MODIFYING = frozenset({"compound", "amod", "nmod", "npadvmod"})
FORMER_SECTOR = "ELI"
COALITION, LED, MILITARY = "coalition", "led", "MIL"
"""A coalition led by a state is at war."""
ONES = "ones"
RULE = "power"
"""Without an article it is held, not an actor ("seized power")."""
WEAPON = "weapon"
COUNTED = frozenset({"two", "both", "three"})


def common(scene: Scene) -> None:
    """Put a draft for every common noun that stands for an actor."""
    for token in scene.tokens:
        if token.pos in HEADING and _free(scene, token):
            found = scene.generic(token.i) or _ones(scene, token)
            if found is not None and found[0].sort != "courtesy":
                _noun(scene, token, found[0], found[1])


def _ones(scene: Scene, token: Token) -> tuple[Generic, int] | None:
    """The noun that "ones" stands for, told before in the sentence ("firms, including Japanese ones")."""
    if token.text.lower() != ONES:
        return None
    before = [d for d in scene.recent(token, 0) if d.noun is not None and d.plural]
    return (before[-1].noun, token.i) if before and before[-1].noun is not None else None


def _free(scene: Scene, token: Token) -> bool:
    """Whether a token heads a phrase that is no name yet."""
    owner = scene.owner.get(token.i)
    if owner is not None and not (owner.dropped and owner.noun is not None):
        return False
    if token.dep not in MODIFYING:
        return True
    return token.dep == "nmod" and len(scene.tree.kids(token.i, "cc")) > 0


def _noun(scene: Scene, token: Token, generic: Generic, start: int) -> None:
    if _no_actor(scene, token, generic):
        return
    if generic.noun in words().epithets and _named_before(scene, token.i, start):
        return
    first = min(start, scene.left_edge(token.i))
    hint = Hint((INTERNATIONAL_CODE,)) if _led_by_region(scene, first, token.i) else belongs(scene, token.i, first)
    if hint is NOTHING and _may_be_placed(scene, token, generic, first):
        hint = placed(scene, token.i)
    if hint.codes and generic.sort in SIDES:
        _sides(scene, token, first, hint)
        return
    if generic.sort == "power":
        first, hint = _alone(scene, token, first), NOTHING
    if not hint.codes and (_needs_hint(scene, token, generic) or _uncounted(scene, token, generic)):
        return
    stop = max(scene.noun_stop(token.i, generic.noun), hint.stop)
    if hint.codes:
        _told(scene, token, generic, (first, stop), hint)
    else:
        _open(scene, token, generic, first)


def _no_actor(scene: Scene, token: Token, generic: Generic) -> bool:
    """Whether a noun is a quantity ("a group of"), an act ("opposition to") or what is held ("seized power")."""
    after = {p.lemma.lower() for p in scene.tree.kids(token.i, "prep")}
    if (token.lemma.lower() in words().quantities and "of" in after) or (
        generic.noun in words().acts and "to" in after
    ):
        return True
    return generic.noun == RULE and not plural(token) and not scene.tree.kids(token.i, "det", "poss", "amod", "nmod")


def _needs_hint(scene: Scene, token: Token, generic: Generic) -> bool:
    """Whether a noun is an actor only where something tells whose it is."""
    return generic.sort in NEEDING_HINT and not _of_forces(scene, token, generic)


def _is_rule(scene: Scene, token: Token, generic: Generic) -> bool:
    """Whether power is what somebody holds or takes, not a state ("seized power")."""
    bare = not plural(token) and not scene.tree.kids(token.i, "det", "poss", "amod", "nmod", "nummod")
    return generic.noun == RULE and bare


def _of_forces(scene: Scene, token: Token, generic: Generic) -> bool:
    """Whether planes or ships are told to be those of an army ("air force jets", "navy helicopters")."""
    if generic.sort != WEAPON:
        return False
    beside = (t for t in scene.tree.kids(token.i, "compound", "amod"))
    return any((found := scene.generic(t.i)) is not None and "MIL" in found[0].sectors for t in beside)


def _led_by_region(scene: Scene, first: int, i: int) -> bool:
    """Whether "African-led" or "Arab-led" stands before a noun: what several states have sent."""
    said = scene.words(first, i).lower() if first < i else ""
    return f"-{LED}" in said and any(f"{region}-{LED}" in said for region in reference_words().regions_leading)


def _named_before(scene: Scene, i: int, start: int) -> bool:
    """Whether the body's name stands right before its noun; then the name's mention takes the noun in."""
    owner = scene.owner.get(start - 1)
    if owner is None or owner.dropped or owner.stop != start or scene.tokens[owner.head].dep != "compound":
        return False
    if owner.entities[0].kind not in {"organisation", "group"} or scene.tokens[owner.head].head != i:
        return False
    owner.first, owner.stop, owner.head = min(owner.first, scene.left_edge(i)), i + 1, i
    _own_again(scene, owner)
    return True


def _may_be_placed(scene: Scene, token: Token, generic: Generic, first: int) -> bool:
    """Whether "in X" after a noun tells whose it is: not of sources, of what is foreign, or of what has an owner."""
    if generic.sort not in PLACEABLE or len(scene.tree.kids(token.i, "poss")) > 0:
        return False
    before = _before(scene, first, token.i) - frozenset(generic.noun.split())
    return before.isdisjoint(words().foreign) and generic.noun not in reference_words().stationed


def _uncounted(scene: Scene, token: Token, generic: Generic) -> bool:
    """Whether a word for a body of people is in the singular and nobody's ("by force")."""
    return (
        generic.sort == "people"
        and generic.noun in SINGLE
        and token.tag == "NN"
        and len(scene.tree.kids(token.i, "poss")) == 0
    )


def _sides(scene: Scene, token: Token, first: int, hint: Hint) -> None:
    """Sides with a country are the states themselves ("the Turkish and Greek sides")."""
    entities = tuple(dictionary().entities[e] for code in hint.codes if (e := state_id(code)) in dictionary().entities)
    if len(entities) == 0 or len(scene.tree.kids(token.i, "poss")) > 0:
        return
    draft = Draft(
        first=first,
        stop=token.i + 1,
        head=token.i,
        kind="description",
        entities=entities,
        rule="sides-named",
        detail=f"{scene.words(first, token.i + 1)!r}: {', '.join(e.name for e in entities)}",
        plural=len(entities) > 1,
    )
    _own(scene, draft)


def _own(scene: Scene, draft: Draft) -> None:
    _own_again(scene, draft)
    scene.add(draft)


def _own_again(scene: Scene, draft: Draft) -> None:
    absorb(scene, draft)
    for i in range(draft.first, draft.stop):
        scene.owner[i] = draft


def _alone(scene: Scene, token: Token, first: int) -> int:
    """The phrase without another actor joined to its front ("Tehran and world powers")."""
    for i in range(token.i - 1, first - 1, -1):
        if scene.tokens[i].dep == "cc":
            return i + 1
    return first


def _told(scene: Scene, token: Token, generic: Generic, bounds: tuple[int, int], hint: Hint) -> None:
    first, stop = bounds
    before = _before(scene, first, token.i)
    sectors = _sectors(scene, token, generic, first)
    entities = tuple(
        _holder(scene, token, generic, code, before) or generic_entity(generic.noun, code, sectors)
        for code in hint.codes
    )
    draft = Draft(
        first=first,
        stop=stop,
        head=token.i,
        kind="title" if generic.title and not plural(token) else "generic",
        entities=entities,
        rule="noun-with-country",
        detail=f"{scene.words(first, stop)!r}: {generic.noun} of {', '.join(hint.codes)} ({generic.source})",
        noun=generic,
        plural=plural(token),
    )
    _own(scene, draft)


def _before(scene: Scene, first: int, i: int) -> frozenset[str]:
    return frozenset(t.text.lower() for t in scene.tokens[first:i])


def _sectors(scene: Scene, token: Token, generic: Generic, first: int) -> tuple[str, ...]:
    """The noun's sectors, with what its company tells before them, and ELI for those out of office."""
    before = _before(scene, first, token.i)
    if not before.isdisjoint(words().former):
        return (FORMER_SECTOR,)
    if generic.noun == COALITION and any(word.endswith(LED) for word in before):
        return (MILITARY,)
    return sectors_of(scene, token.i, generic, first)


def _holder(scene: Scene, token: Token, generic: Generic, code: str, before: frozenset[str]) -> Entity | None:
    """The person who holds the office: one whom the article names with it, else the one in office on its day."""
    if not generic.title or plural(token) or token.dep in {"attr", "appos"}:
        return None
    if not before.isdisjoint(words().indefinite | words().no_holder | words().former) or _of_body(scene, token):
        return None
    for entity in scene.known.values():
        if entity.kind == "person" and scene.code(entity) == code and offices.titled(entity.id, generic.noun, code):
            return entity
    found = None if scene.date is None else offices.holder(generic.noun, code, scene.date)
    return None if found is None else dictionary().entities[found]


def _of_body(scene: Scene, token: Token) -> bool:
    """Whether an office is one of a body or region and not of the state ("the president of a Kenyan company")."""
    owners = [o for p in scene.tree.kids(token.i, "prep") if p.lemma == "of" for o in scene.tree.kids(p.i, "pobj")]
    owners += scene.tree.kids(token.i, "poss")
    return any((o.pos == "NOUN" and scene.generic(o.i) is not None) or o.i in scene.places for o in owners)


def _open(scene: Scene, token: Token, generic: Generic, first: int) -> None:
    """A noun without a country: its own actor if nothing more is known, open to reference if it is definite."""
    before = _before(scene, first, token.i)
    definite = not before.isdisjoint(words().definite) or not before.isdisjoint(COUNTED)
    if generic.sort in DESCRIBING and not definite:
        return
    joint = not before.isdisjoint(INTERNATIONAL) and generic.noun in words().joint
    code = INTERNATIONAL_CODE if joint else None
    entity = generic_entity(generic.noun, code, _sectors(scene, token, generic, first))
    stop = scene.noun_stop(token.i, generic.noun)
    draft = Draft(
        first=first,
        stop=stop,
        head=token.i,
        kind="description" if definite else "generic",
        entities=(entity,),
        rule="noun",
        detail=f"{scene.words(first, stop)!r}: {generic.noun} ({generic.source})",
        noun=generic,
        open=code is None,
        plural=plural(token),
    )
    for i in range(first, stop):
        inner = scene.owner.setdefault(i, draft)
        if inner is not draft and inner.entities[0].source == "text" and scene.tokens[inner.head].dep == "compound":
            inner.dropped = True
    scene.owner[token.i] = draft
    scene.add(draft)


def gathered(scene: Scene) -> None:
    """Widen mentions to the word of quantity that stands for them: "a group of Moroccan diplomats"."""
    for draft in scene.living():
        preposition = scene.tokens[scene.tokens[draft.head].head]
        above = scene.tokens[preposition.head]
        counted = preposition.lemma == "of" and above.lemma.lower() in words().quantities
        if draft.noun is None or scene.tokens[draft.head].dep != "pobj" or not counted:
            continue
        draft.first, draft.head, draft.plural = scene.left_edge(above.i), above.i, True
        _own_again(scene, draft)
