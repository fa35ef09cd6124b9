"""A possessive behind what somebody was just given → whose it is ("sent Togo boats and trained its sailors")."""

from collections.abc import Iterator

from dragoman.model.annotated import Token
from dragoman.ontology import lexicon
from dragoman.resolve.who_scene import Draft, Scene

AID = "AID"
"""Type of deeds of which the one who gains by them owns the object."""
OBJECTS = frozenset({"dobj", "pobj", "prep", "nummod", "poss", "amod", "compound"})
"""How words hang between a possessive and the verb that acts upon its noun."""


def receiver(scene: Scene, token: Token) -> Draft | None:
    """Whoever gains by the verb with which the one above "its" is joined; None where that is not plain."""
    verb = _acting(scene, token)
    if verb is None or verb.dep != "conj" or not _aids(verb.lemma) or scene.tree.kids(verb.i, "nsubj"):
        return None
    giving = scene.tokens[verb.head]
    if giving.pos != "VERB" or not _aids(giving.lemma):
        return None
    found = [d for d in _between(scene, giving, verb) if _is_state(d)]
    return found[0] if len({d.entities[0].id for d in found}) == 1 else None


def _acting(scene: Scene, token: Token) -> Token | None:
    """The verb of whose object a possessive tells the owner."""
    word = token
    while word.dep in OBJECTS and word.head != word.i:
        word = scene.tokens[word.head]
    return word if word.pos == "VERB" and word.i < token.i else None


def _between(scene: Scene, giving: Token, verb: Token) -> Iterator[Draft]:
    """Everyone told behind the first verb and before the second."""
    for i in range(giving.i + 1, verb.i):
        draft = scene.owner.get(i)
        if draft is not None and draft.head == i and not draft.dropped:
            yield draft


def _is_state(draft: Draft) -> bool:
    return len(draft.entities) == 1 and draft.entities[0].kind in {"state", "organisation"} and not draft.plural


def _aids(lemma: str) -> bool:
    return any(frame.event == AID for frame in lexicon.load().frames_for(lemma.lower(), "verb"))
