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
    lists = reference_words()
    named = [t for t in scene.tokens if t.tag in NAME_TAGS]
    sharing = [t for t in named if t.text.removesuffix(PLURAL) in lists.namesakes]
    halves = [t for t in named if t.text in lists.halves]
    if sharing or halves:
        told = _told(scene, {t.i for t in sharing})
        for token in sharing:
            _namesake(scene, token, told)
        for token in halves:
            _half(scene, token, told)


def _namesake(scene: Scene, token: Token, told: set[str]) -> None:
    """A name by what the article tells of each state; both of them for "the two Koreas"."""
    name = token.text.removesuffix(PLURAL)
    if any(hit.end - hit.start > len(name) for hit in _around(scene, token)):
        return
    sides = reference_words().namesakes[name]
    scene.hits.pop(token.i, None)
    if token.text != name:
        _put(scene, token, tuple(sides), "both-of-the-name")
        return
    spoken = [code for code, marks in sides.items() if code in told or not told.isdisjoint(marks)]
    if len(spoken) == 1:
        _put(scene, token, (spoken[0],), "namesake-by-context")
        return
    why = "nothing tells which of" if len(spoken) == 0 else "the article speaks for each of"
    scene.doubt(REASON, f"{name!r}: {why} {', '.join(sides)}", token.span)


def _around(scene: Scene, token: Token) -> list[Hit]:
    """The dictionary's names that cover a token ("North Korea", "Republic of the Congo")."""
    near = (hit for i in range(max(0, token.i - LONGEST), token.i + 1) for hit in scene.hits.get(i, ()))
    return [hit for hit in near if hit.start <= token.span.start and hit.end >= token.span.end]


def _told(scene: Scene, sharing: set[int]) -> set[str]:
    """The article's words, and the codes of the states that the dictionary's names in it mean, but for shared names."""
    readings = [hit.readings[0] for i, hits in scene.hits.items() if i not in sharing for hit in hits]
    codes = {r.entity.code for r in readings if r.kind in STATELY}
    whole = [
        h.readings[0] for i in sharing for h in scene.hits.get(i, ()) if len(scene.tokens[i].text) < h.end - h.start
    ]
    codes |= {r.entity.code for r in whole}
    return {t.text for t in scene.tokens} | {code for code in codes if code is not None}


def _half(scene: Scene, token: Token, told: set[str]) -> None:
    """Tie "the North" to its state where the article tells of one divided country and nothing makes it a place."""
    before = scene.tokens[token.i - 1].text.lower() if token.i > 0 else ""
    if before != THE or token.dep in PLAIN or token.i in scene.hits or scene.tree.kids(token.i, "prep"):
        return
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
