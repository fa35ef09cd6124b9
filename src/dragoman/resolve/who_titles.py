"""Drafts of names → one mention for the whole phrase: title, adjectives and apposition before the name join it."""

import msgspec

from dragoman.model.entity import Entity
from dragoman.ontology.actor_words import words
from dragoman.resolve.who_hints import absorb
from dragoman.resolve.who_scene import Draft, Scene, plural

MARKS = frozenset({",", "—", "–", "-", "'s", "’s"})
FORMER_SECTOR = "ELI"
BRACKETS = frozenset({"(", ")", "[", "]"})
LEADING = frozenset({"Visiting"})
"""Participles before a title at the start of a sentence, which parsers take for a verb."""


def titled(scene: Scene) -> None:
    """Widen the mentions of persons and unknown names to their whole phrases."""
    for draft in scene.living():
        if not draft.dropped and draft.kind in {"name", "metonym"} and _widens(draft.entities[0]):
            _widen(scene, draft)


def _widens(entity: Entity) -> bool:
    return entity.kind in {"person", "organisation", "group"}


def _widen(scene: Scene, draft: Draft) -> None:
    first = min(draft.first, _own_left(scene, draft))
    first = _apposed(scene, draft, first)
    if first > 0 and scene.tokens[first - 1].text in LEADING:
        first -= 1
    if first == draft.first:
        _swallow_apposition(scene, draft)
        return
    _out_of_office(scene, draft, first)
    draft.first = first
    draft.head = scene.head(first, draft.stop)
    absorb(scene, draft)
    for i in range(first, draft.stop):
        scene.owner[i] = draft
    _swallow_apposition(scene, draft)


def _out_of_office(scene: Scene, draft: Draft, first: int) -> None:
    """A person of the dictionary whom the words themselves call former, ousted or exiled."""
    entity = draft.entities[0]
    before = {t.text.lower() for t in scene.tokens[first : draft.first]}
    if entity.kind == "person" and entity.source != "text" and not before.isdisjoint(words().former):
        role = scene.words(first, draft.first).strip()
        draft.entities = (msgspec.structs.replace(entity, sectors=(FORMER_SECTOR,), role=role),)


def _own_left(scene: Scene, draft: Draft) -> int:
    """The left edge; an organisation does not swallow a possessor of its own."""
    edge = scene.left_edge(draft.head)
    for i in range(draft.first - 1, edge - 1, -1):
        if (
            scene.tokens[i].text in BRACKETS
            or _verb(scene, i)
            or (draft.entities[0].kind != "person" and _foreign(scene, draft, i))
        ):
            return _past_hyphen(scene, i + 1)
    return _past_hyphen(scene, edge)


def _past_hyphen(scene: Scene, i: int) -> int:
    """The place behind a hyphen that ties a name to another actor's ("Israel-Hamas negotiations")."""
    return i + 1 if scene.tokens[i].text == "-" else i


def _verb(scene: Scene, i: int) -> bool:
    """Whether a capitalised verb that opens a sentence is taken for an attribute."""
    opens = i == 0 or scene.tokens[i - 1].sentence != scene.tokens[i].sentence
    return opens and scene.tokens[i].tag in {"VB", "VBG", "VBP"} and scene.tokens[i].text not in LEADING


def _foreign(scene: Scene, draft: Draft, i: int) -> bool:
    """Whether a word before a body's name belongs to another actor; its own country's does not."""
    owner = scene.owner.get(i)
    if owner is not None and owner is not draft:
        return owner.entities[0].code != draft.entities[0].code
    return scene.tokens[i].pos == "PART"


def _apposed(scene: Scene, draft: Draft, first: int) -> int:
    """Where the noun begins that the name explains: "Iran's president Hassan Rouhani", "his rival, Al Gore"."""
    token = scene.tokens[draft.head]
    if token.dep != "appos" or draft.entities[0].kind != "person" or token.head >= first:
        return first
    found = scene.generic(token.head)
    if found is None or found[0].sort not in {"person", "relation"} or plural(scene.tokens[token.head]):
        return first
    between = scene.tokens[token.head + 1 : first]
    if any(t.pos == "VERB" for t in between) or sum(t.text in {",", "—", "–"} for t in between) > 1:
        return first
    return min(first, scene.left_edge(token.head))


def _swallow_apposition(scene: Scene, draft: Draft) -> None:
    """What explains a name after it ("X, a spokesman for the army,") is no mention of its own."""
    for noun in scene.tree.kids(draft.head, "appos"):
        found = scene.generic(noun.i)
        if found is None or found[0].sort not in {"person", "relation"}:
            continue
        for i in range(scene.left_edge(noun.i), noun.i + 1):
            inner = scene.owner.get(i)
            if inner is not None:
                inner.dropped = True
            scene.owner[i] = draft
