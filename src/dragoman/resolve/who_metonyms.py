"""A capital's name in its sentence → why it stands for a government there, or None where it is only a place."""

from dragoman.model.annotated import Token
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.resolve.who_scene import Scene

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "iobj"})


def governs(scene: Scene, i: int) -> str | None:
    """The construction that makes a government of a city's name, in one word."""
    token = scene.tokens[i]
    if token.dep == "conj" or (token.dep in {"nmod", "compound"} and scene.tree.kids(i, "cc")):
        return _joined(scene, token)
    if token.dep in SUBJECTS:
        return _as_subject(scene, token)
    if token.dep in OBJECTS:
        return _as_object(scene, token)
    if token.dep == "poss":
        return None if scene.tokens[token.head].lemma.lower() in reference_words().town_things else "possessor"
    return _after_preposition(scene, token) if token.dep == "pobj" else None


def _joined(scene: Scene, token: Token) -> str | None:
    """Coordinated names are all governments or all places, by the first of them."""
    other = scene.tokens[token.head]
    if token.dep != "conj":
        return "joined"
    if other.head != other.i and other.dep in {"pobj", "conj", "poss"} | SUBJECTS | OBJECTS:
        return "joined" if governs(scene, other.i) is not None else None
    return "joined" if other.pos == "PROPN" else None


def _as_subject(scene: Scene, token: Token) -> str | None:
    verb = scene.tokens[token.head]
    if token.dep == "nsubjpass" and verb.lemma in words().place_verbs:
        return None
    return "subject"


def _as_object(scene: Scene, token: Token) -> str | None:
    verb = scene.tokens[token.head]
    if verb.lemma in words().journeys:
        return "host"
    return None if verb.lemma in words().place_verbs or verb.lemma in words().movements else "object"


def _after_preposition(scene: Scene, token: Token) -> str | None:
    preposition = scene.tokens[token.head]
    above = scene.tokens[preposition.head].lemma.lower()
    said = preposition.lemma.lower()
    if said in words().place_prepositions:
        return None
    if said == "to":
        return _after_to(above)
    if said in {"of", "from"}:
        return "party" if above in words().party_nouns else None
    return "party" if said in words().party_prepositions else None


def _after_to(above: str) -> str | None:
    if above in words().journeys:
        return "host"
    return None if above in words().movements else "addressee"
