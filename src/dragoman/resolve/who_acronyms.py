"""Short forms introduced in brackets ("the Free Papua Movement (OPM)") → the body of the long form, from there on."""

from collections.abc import Iterator

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_rows import slug
from dragoman.resolve.who_bodies import sectors_by_words, states_inside, told_of
from dragoman.resolve.who_scene import Draft, Scene

LENGTH = range(2, 9)
"""Letters of a short form."""
SHORT = 2
"""Tokens of a short form with "the"."""
LONGEST = 14
"""Words of a long form."""
BODIES = frozenset({"organisation", "group"})
ORG = "ORG"


def introduced(scene: Scene) -> None:
    """Put a draft for the long forms that no dictionary knows, and for each place where a short form stands."""
    short: dict[str, Entity] = {}
    for token in scene.tokens:
        if _bracketed(scene, token.i):
            entity = _meant(scene, token)
            if entity is not None:
                short[scene.tokens[token.i + 1].text] = entity
    for token in scene.tokens if short else ():
        entity = short.get(token.text)
        owner = scene.owner.get(token.i)
        if entity is not None and (owner is None or owner.dropped or _replaced(owner, entity)):
            _put(scene, token.i, token.i + 1, entity, "short-form-in-brackets")
            scene.known[token.text] = entity


def _replaced(owner: Draft, entity: Entity) -> bool:
    """Whether a short form that the article explains means another body than the dictionary's."""
    return owner.entities[0].source == "text" or (owner.stop - owner.first <= SHORT and owner.entities[0] != entity)


def _bracketed(scene: Scene, i: int) -> bool:
    tokens = scene.tokens[i : i + 3]
    if [t.text for t in tokens[::2]] != ["(", ")"]:
        return False
    said = tokens[1].text
    return said[:1].isupper() and sum(c.isupper() for c in said) > len(said) / 2 and len(said) in LENGTH


def _meant(scene: Scene, bracket: Token) -> Entity | None:
    """The body before a bracket: one of the dictionary that ends there, else one of this article."""
    short = scene.tokens[bracket.i + 1].text
    first = _long_form(scene, bracket, short)
    before = scene.owner.get(bracket.i - 1)
    if before is not None and not before.dropped and before.entities[0].kind in BODIES:
        start = before.first + (scene.tokens[before.first].text.lower() == "the")
        if first is None or start <= first:
            return before.entities[0]
    if first is None:
        return None
    entity = _body(scene, first, bracket.i)
    _put(scene, first, bracket.i, entity, "long-form-before-brackets")
    scene.known[entity.name] = entity
    return entity


def _long_form(scene: Scene, bracket: Token, short: str) -> int | None:
    """Where the words begin whose initials are the short form, else a run of capitals that names a body."""
    letters = [c for c in short.upper() if c.isalpha()]
    starts = list(_run(scene, bracket))
    for first in starts:
        words = [t for t in scene.tokens[first : bracket.i] if t.text[0].isalnum()]
        capitals = [t.text[0] for t in words if t.text[0].isupper()]
        if letters in (capitals, [t.text[0].upper() for t in words]):
            return first
    named = [i for i in starts if bracket.i - i > 1 and scene.labels.get(i, "") == ORG]
    shouted = scene.words(named[-1], bracket.i).isupper() if named else False
    return named[-1] if named and not shouted else None


def _run(scene: Scene, bracket: Token) -> Iterator[int]:
    """The capitalised words before a bracket from the nearest on, over the small words that join names."""
    joining = reference_words().joining
    for i in range(bracket.i - 1, max(-1, bracket.i - 1 - LONGEST), -1):
        token = scene.tokens[i]
        if token.sentence != bracket.sentence:
            return
        if token.text[0].isupper() and token.pos != "PRON":
            yield i
        elif token.text.lower() == "the":
            if i == 0 or scene.tokens[i - 1].text.lower() not in joining:
                return
        elif token.text.lower() not in joining and token.text not in {"-", "'s", "’s", "'"}:
            return


def _body(scene: Scene, first: int, stop: int) -> Entity:
    """A body with the country and sectors that its apposition or the words of its name tell."""
    head = scene.head(first, stop)
    codes, sectors = told_of(scene, head)
    codes = codes or states_inside(scene, first, stop)
    text = scene.words(first, stop)
    return Entity(
        id=EntityId(f"article:{slug(text)}"),
        name=text,
        kind="organisation",
        code=codes[0] if codes else None,
        sectors=sectors or sectors_by_words(scene, first, stop),
    )


def _put(scene: Scene, first: int, stop: int, entity: Entity, rule: str) -> None:
    told = f"{entity.code or 'no country told'}, {', '.join(entity.sectors) or 'no sector told'}"
    detail = f"{scene.words(first, stop)!r}: {told}"
    head = scene.head(first, stop)
    scene.put(Draft(first=first, stop=stop, head=head, kind="name", entities=(entity,), rule=rule, detail=detail))
