"""An actor's clause or the report's dateline → the country of the town named there."""

import re

from dragoman.ontology.actor_words import words
from dragoman.ontology.actors import dictionary
from dragoman.resolve.who_hints import located
from dragoman.resolve.who_scene import Scene, country_of_place

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "agent", "attr"})
LINKS = frozenset({"prep", "pobj", "poss", "compound", "appos", "conj", "nmod"})
"""Dependencies by which a noun hangs on the one that is its verb's party."""
OPENING = 3
"""Sentences at the beginning for which the dateline's town is where things happen."""
DATELINE = re.compile(
    r"[ \t]*(?P<town>[A-Z][A-Z.' -]*[A-Z])(?:,[^\n()–—]{1,40}?)?(?:,? \([^)\n]{2,30}\))?\s*(?:--|[–—]|- )"
)


def clause_place(scene: Scene, i: int) -> str | None:
    """The country of "in CITY" that hangs on the verb whose party a noun is; not of a town of conferences."""
    token = scene.tokens[i]
    while token.dep in LINKS and token.head != token.i:
        token = scene.tokens[token.head]
    if token.dep not in ARGUMENTS:
        return None
    verb = scene.tokens[token.head]
    return _place_at(scene, verb.i) or (_opening_place(scene, verb.head) if verb.dep == "ccomp" else None)


def _opening_place(scene: Scene, verb: int) -> str | None:
    """The country of "In CITY," at the head of a sentence, for all that its verb of saying tells."""
    places = [p for p in scene.tree.kids(verb, "prep") if p.i == 0 or scene.tokens[p.i - 1].sentence != p.sentence]
    return _place_at(scene, verb) if places else None


def _place_at(scene: Scene, verb: int) -> str | None:
    """The country of "in CITY" that hangs on a verb."""
    for preposition in scene.tree.kids(verb, "prep"):
        for noun in scene.tree.kids(preposition.i, "pobj"):
            if preposition.lemma.lower() == "in" and not _meets(scene, noun.i):
                code = located(scene, noun.i)
                if code is not None:
                    return code
    return None


def _meets(scene: Scene, i: int) -> bool:
    """Whether a town is one where foreigners meet."""
    return scene.words(scene.left_edge(i), i + 1) in words().meeting_places


def dateline(scene: Scene, sentence: int) -> str | None:
    """The country of the town in capitals at the report's beginning, for the first sentences after it."""
    article = scene.annotated.article
    if sentence > OPENING + body_sentence(scene):
        return None
    before = article.text.rfind("\n", 0, article.body) + 1
    for start in dict.fromkeys((before, article.body)):
        found = DATELINE.match(article.text, start)
        if found is not None:
            return _country(found["town"].title())
    return None


def body_sentence(scene: Scene) -> int:
    """The number of the sentence in which the prose begins."""
    body = scene.annotated.article.body
    return next((s.index for s in scene.annotated.sentences if s.span.end > body), 0)


def _country(town: str) -> str | None:
    if town in words().meeting_places:
        return None
    readings = dictionary().aliases.get(town, [])
    capital = next((r.entity.code for r in readings if r.kind in {"capital", "name"}), None)
    return capital if capital is not None else country_of_place(town)
