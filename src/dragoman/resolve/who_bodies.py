"""A body whom no dictionary knows → countries and sectors that the words beside its name and in it tell."""

from dragoman.model.annotated import Token
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.resolve.who_hints import belongs, placed
from dragoman.resolve.who_scene import Scene, plural

MANY = frozenset({"country", "nation", "state"})
INTERNATIONAL = "IGO"
COURTEOUS = frozenset({"courtesy", "person", "state", "side"})
STATELY = frozenset({"name", "capital", "adjective", "people"})
NAMES = frozenset({"NNP", "NNPS"})

Told = tuple[tuple[str, ...], tuple[str, ...]]
"""Countries and sectors."""


def told_of(scene: Scene, head: int) -> Told:
    """What the apposition of a name tells ("X, a rebel group from Mali"), or the noun that the name explains."""
    token = scene.tokens[head]
    explained = [scene.tokens[token.head]] if token.dep == "appos" and token.head < head else []
    for noun in (*scene.tree.kids(head, "appos"), *explained):
        found = scene.generic(noun.i)
        if found is not None and found[0].sort in COURTEOUS:
            continue
        codes = belongs(scene, noun.i, scene.left_edge(noun.i)).codes or placed(scene, noun.i).codes
        if _of_states(scene, noun):
            return (INTERNATIONAL,), ()
        if (codes and noun.tag not in NAMES) or found is not None:
            return codes, () if found is None or found[0].sort == "group" else found[0].sectors
    return (), ()


def _of_states(scene: Scene, noun: Token) -> bool:
    """Whether "a group of 70 countries" explains a name."""
    after = (o for of in scene.tree.kids(noun.i, "prep") if of.lemma == "of" for o in scene.tree.kids(of.i, "pobj"))
    return any(o.lemma.lower() in MANY and plural(o) for o in after)


def states_inside(scene: Scene, first: int, stop: int) -> tuple[str, ...]:
    """The only country that the words of a name themselves tell ("Tajik Railways")."""
    readings = [h.readings[0] for i in range(first, stop) for h in scene.hits.get(i, ())]
    inside = {r.entity.code for r in readings if r.kind in STATELY and r.entity.code is not None}
    return tuple(inside) if len(inside) == 1 else ()


def sectors_by_words(scene: Scene, first: int, stop: int) -> tuple[str, ...]:
    """The sectors of a body: by the common nouns or telling words of its name, and by what stands before it."""
    found = _of_name(scene, first, stop)
    beside = [t for t in scene.tree.kids(scene.head(first, stop), "compound", "amod") if t.i < first]
    told = (words().companions.get(t.lemma.lower()) for t in beside if t.text.islower())
    return tuple(dict.fromkeys((*found, *(s for s in told if s is not None))))


def _of_name(scene: Scene, first: int, stop: int) -> tuple[str, ...]:
    """The sectors of the common noun that a name is made of ("Workers Union"), else of a word that tells them."""
    inside = [t.text for t in scene.tokens[first:stop]]
    for sector, said in reference_words().telling_names.items():
        if not said.isdisjoint(inside):
            return (sector,)
    for i in (scene.head(first, stop), stop - 1):
        found = scene.generic(i)
        if found is not None:
            return found[0].sectors
    return ()
