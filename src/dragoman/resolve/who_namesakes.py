"""Names that several states share ("Congo", "Korea", "the North") → the one the article speaks of, or an issue."""

from dragoman.model.annotated import Token
from dragoman.model.span import Span
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actors import Hit, dictionary, state_id
from dragoman.resolve.who_scene import Draft, Scene

REASON = "ambiguous-name"
NAME_TAGS = frozenset({"NNP", "NNPS"})
PLAIN = frozenset({"compound", "amod", "nmod"})
PLURAL = "s"
LONGEST = 4
"""Tokens before a word at which a longer name that ends in it may begin ("Democratic Republic of the Congo")."""
STATELY = frozenset({"name", "capital", "adjective", "people"})
THE = "the"


def shared(scene: Scene) -> None:
    """Settle every shared name in the article; those for which nothing speaks, or too much, stay open."""
    for token in scene.tokens:
        name = token.text.removesuffix(PLURAL)
        if token.tag not in NAME_TAGS:
            continue
        if name in reference_words().namesakes:
            _namesake(scene, token, name)
        elif token.text in reference_words().halves:
            _half(scene, token)


def _namesake(scene: Scene, token: Token, name: str) -> None:
    """A name by what the article tells of each state; both of them for "the two Koreas"."""
    if any(hit.end - hit.start > len(name) for hit in _around(scene, token)):
        return
    sides = reference_words().namesakes[name]
    scene.hits.pop(token.i, None)
    if token.text != name:
        _put(scene, token, tuple(sides), "both-of-the-name")
        return
    spoken = [code for code, marks in sides.items() if _speaks(scene, token, code, marks)]
    if len(spoken) == 1:
        _put(scene, token, (spoken[0],), "namesake-by-context")
        return
    told = "nothing tells" if len(spoken) == 0 else "the article speaks for each of"
    scene.doubt(REASON, f"{name!r}: {told} {', '.join(sides)}", token.span)


def _around(scene: Scene, token: Token) -> list[Hit]:
    """The dictionary's names that cover a token ("North Korea", "Republic of the Congo")."""
    near = (hit for i in range(max(0, token.i - LONGEST), token.i + 1) for hit in scene.hits.get(i, ()))
    return [hit for hit in near if hit.start <= token.span.start and hit.end >= token.span.end]


def _speaks(scene: Scene, token: Token, code: str, marks: frozenset[str]) -> bool:
    """Whether the article tells of a state by a mark of it, by its other names, its capital or people."""
    if any(t.text in marks for t in scene.tokens if t.i != token.i):
        return True
    return code in _codes_told(scene, token)


def _codes_told(scene: Scene, token: Token) -> set[str]:
    """Codes of the states that the dictionary's hits elsewhere in the article name, by any of their names."""
    found: set[str] = set()
    for i, hits in scene.hits.items():
        for hit in hits:
            kind, entity = hit.readings[0].kind, hit.readings[0].entity
            if i != token.i and entity.code is not None and kind in STATELY:
                found.add(entity.code)
    return found


def _half(scene: Scene, token: Token) -> None:
    """Tie "the North" to its state where the article tells of one divided country and nothing makes it a place."""
    before = scene.tokens[token.i - 1].text.lower() if token.i > 0 else ""
    if before != THE or token.dep in PLAIN or token.i in scene.hits or scene.tree.kids(token.i, "prep"):
        return
    told = _codes_told(scene, token)
    fitting = [code for code, whole in reference_words().halves[token.text].items() if not told.isdisjoint(whole)]
    if len(fitting) == 1:
        _put(scene, token, (fitting[0],), "half-of-a-country")


def _put(scene: Scene, token: Token, codes: tuple[str, ...], rule: str) -> None:
    known = dictionary().entities
    entities = tuple(known[state_id(code)] for code in codes)
    first = token.i
    while first > 0 and scene.tokens[first - 1].head == token.i and scene.tokens[first - 1].dep in {"det", "nummod"}:
        first -= 1
    span = Span(scene.tokens[first].span.start, token.span.end)
    scene.put(
        Draft(
            first=first,
            stop=token.i + 1,
            head=token.i,
            kind="name",
            entities=entities,
            rule=rule,
            detail=f"{span.of(scene.text)!r} is {', '.join(e.name for e in entities)}",
            plural=len(entities) > 1,
        )
    )
