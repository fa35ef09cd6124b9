"""A person whom no dictionary knows → country, sectors and role as his title or apposition tells them."""

from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_rows import slug
from dragoman.ontology.actor_words import words
from dragoman.resolve.who_hints import belongs, placed, sectors_of
from dragoman.resolve.who_scene import Scene

COURTESY = "courtesy"
FORMER_SECTOR = "ELI"


def described(scene: Scene, first: int, stop: int, head: int) -> Entity:
    """An unknown person with the code, sectors and role of his title or apposition."""
    nouns = [i for i in _titles(scene, first, head) if _tells(scene, i)]
    text = scene.words(first, stop)
    codes = next((found for i in nouns if (found := _countries(scene, i, head))), ()) or _besides(scene, first, head)
    sectors, role = _office(scene, nouns[0], head) if nouns else ((), None)
    body = _body_before(scene, first, head)
    if body is not None:
        codes, sectors = codes or ((body.code,) if body.code is not None else ()), sectors or body.sectors
    return Entity(
        id=EntityId(f"article:{slug(text)}"),
        name=text,
        kind="person",
        code=codes[0] if codes else None,
        sectors=sectors,
        role=role,
    )


def _body_before(scene: Scene, first: int, head: int) -> Entity | None:
    """The body of the dictionary that stands before a name and its rank ("BSF DIG R. K. Bhadoria")."""
    return next((b for i in range(scene.left_edge(head), first) if (b := body_at(scene, i)) is not None), None)


def body_at(scene: Scene, i: int) -> Entity | None:
    """The body of the dictionary that a token's capitals alone name."""
    token = scene.tokens[i]
    for hit in scene.hits.get(i, ()):
        if hit.readings[0].kind == "organisation" and token.text.isupper() and hit.end == token.span.end:
            return hit.readings[0].entity
    return None


def _office(scene: Scene, i: int, head: int) -> tuple[tuple[str, ...], str | None]:
    """Sectors and role by the noun nearest to the name."""
    found = scene.generic(i)
    if found is None:
        return (), None
    edge = scene.left_edge(head)
    start = edge if edge <= i < head else scene.left_edge(i)
    role = scene.words(found[1], i + 1)
    if any(t.text.lower() in words().former for t in scene.tokens[start:i]):
        return (FORMER_SECTOR,), f"former {role}"
    return sectors_of(scene, i, found[0], start), role


def _tells(scene: Scene, i: int) -> bool:
    """Whether a noun before or after a name is a trade or office and no mere courtesy."""
    found = scene.generic(i)
    return found is not None and found[0].sort != COURTESY


def _countries(scene: Scene, i: int, head: int) -> tuple[str, ...]:
    """Whose the title or apposition is, and where it is held."""
    edge = scene.left_edge(head)
    inside = edge <= i < head
    found = scene.generic(i)
    stationed = found is not None and found[0].noun in reference_words().stationed
    told = belongs(scene, i, edge if inside else scene.left_edge(i)).codes
    return told or (() if stationed else placed(scene, i).codes)


def _besides(scene: Scene, first: int, head: int) -> tuple[str, ...]:
    """Countries told beside a name, not by its own words ("Chad" as a first name)."""
    own = {h.readings[0].entity.code for i in range(first, head + 1) for h in scene.hits.get(i, ())}
    return tuple(c for c in belongs(scene, head, scene.left_edge(head)).codes if c not in own)


def _titles(scene: Scene, first: int, head: int) -> list[int]:
    """Common nouns that tell what one is: the title before the name, the apposition after it, the noun it explains."""
    found = [i for i in range(first - 1, scene.left_edge(head) - 1, -1) if scene.generic(i) is not None]
    found += [t.i for t in scene.tree.kids(head, "appos") if scene.generic(t.i) is not None]
    token = scene.tokens[head]
    if token.dep == "appos":
        explained = (token.head, _owned_by(scene, token.head))
        found += [i for i in explained if i is not None and scene.generic(i) is not None]
    return found


def _owned_by(scene: Scene, i: int) -> int | None:
    """The noun before "of", where the parse hangs the name on what follows it ("a commander of the Guards, X")."""
    of = scene.tokens[scene.tokens[i].head]
    return of.head if scene.tokens[i].dep == "pobj" and of.lemma == "of" else None
