"""A name as the recogniser cut it out → its own tokens, without titles, determiner and what belongs to no name."""

from dragoman.model.annotated import NamedSpan
from dragoman.resolve.who_described import body_at
from dragoman.resolve.who_scene import Scene

NAME_TAGS = frozenset({"NNP", "NNPS"})
PARTICLES = frozenset({"den", "der", "de", "van", "von", "bin", "al", "ul", "ibn", "da", "dos"})
"""Small words inside names."""
FIRST_AND_LAST = 2
"""Words that a name has at least behind the body it begins with ("BSF | R. K. Bhadoria")."""


def trimmed(scene: Scene, name: NamedSpan) -> tuple[int, int]:
    """The name without determiner, titles and possessive mark."""
    first, stop, label_person = name.first, name.stop, name.label == "PERSON"
    while stop > first and scene.tokens[stop - 1].pos in {"PART", "PUNCT"}:
        stop -= 1
    while label_person and _continues(scene, stop):
        stop += 1
    while first < stop and _is_title(scene, first, stop, name.label):
        first += 1
    return first, stop


def _continues(scene: Scene, stop: int) -> bool:
    """Whether a person's name goes on where the recogniser stopped ("Hans Van | den Broek")."""
    following = scene.tokens[stop : stop + 2]
    if len(following) == 0 or stop in scene.owner:
        return False
    if following[0].tag in NAME_TAGS and following[0].text[0].isupper() and stop not in scene.hits:
        return scene.tokens[stop - 1].head in {stop, following[0].head} and scene.tokens[stop - 1].dep == "compound"
    return following[0].text in PARTICLES and len(following) > 1 and following[1].tag in NAME_TAGS


def _is_title(scene: Scene, first: int, stop: int, label: str) -> bool:
    if scene.tokens[first].pos in {"DET", "PUNCT"}:
        return True
    if label == "PERSON" and stop - first > FIRST_AND_LAST and body_at(scene, first) is not None:
        return True
    found = scene.generic(first) if label == "PERSON" and stop - first > 1 else None
    return found is not None and found[0].title
