"""The lines above a text → the ministry, office or embassy that issues it, for whom "we" and "the Secretary" stand.

Also who speaks in a paragraph that opens with a speaker's label ("MS. HALE: …"): the issuer, unless the label asks.
"""

import re

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actors import dictionary, generic_entity
from dragoman.resolve.who_scene import Draft, Scene

TOP = 3
"""Lines at the head of a text in which its issuer stands."""
WORDS = 12
SHARE = 0.6
"""How much of its line the name of a house must fill."""
HOUSE, NAME, GOVERNMENT = "house", "name", ("GOV",)
_LABEL = re.compile(r"(?P<who>[A-Z][A-Z.' -]{2,40}):\s")


def issuer(scene: Scene) -> Entity | None:
    """The authority whose name alone is one of the first lines; None for a report of the press."""
    if scene.issuer is None:
        lines = [line.strip() for line in scene.text[: scene.annotated.article.body or None].splitlines()]
        lines = [line for line in lines if line][:TOP]
        scene.issuer = (next((found for line in lines if (found := _named(line)) is not None), None),)
    return scene.issuer[0]


def _named(line: str) -> Entity | None:
    said = line.title() if line.isupper() else line
    small = reference_words().joining | {"the"}
    if len(said.split()) > WORDS or not all(w[0].isupper() or w in small for w in said.split()):
        return None
    readings = [(h.end - h.start, h.readings[0]) for h in dictionary().find(said)]
    houses = [r.entity for length, r in readings if r.kind == HOUSE and length >= SHARE * len(said)]
    if houses:
        return houses[0]
    states = list(dict.fromkeys(r.entity.code for _, r in readings if r.kind == NAME))
    noun = next((word.lower() for word in said.split() if word.lower() in reference_words().issuers), None)
    return None if noun is None or not states else generic_entity(noun, states[0], GOVERNMENT)


def of_issuer(scene: Scene, draft: Draft) -> str | None:
    """The issuer's country, for an office or body that its text writes with a capital ("the Secretary")."""
    noun = draft.noun if draft.kind == "description" else None
    own = noun is not None and (noun.title or noun.noun.split()[-1] in reference_words().issuers)
    found = issuer(scene) if own else None
    return found.code if found is not None and scene.tokens[draft.head].text.istitle() else None


def labelled(scene: Scene, token: Token) -> tuple[Entity, ...] | None:
    """Who speaks in a token's paragraph: the issuer, nobody for one who asks; None where no label or issuer tells."""
    entity = issuer(scene)
    if entity is None:
        return None
    paragraph = scene.annotated.sentences[token.sentence].paragraph
    sentence = token.sentence
    while sentence > 0 and scene.annotated.sentences[sentence - 1].paragraph == paragraph:
        sentence -= 1
    label = _LABEL.match(scene.text, scene.annotated.sentences[sentence].span.start)
    return () if label is not None and label["who"] in reference_words().asking else (entity,)
