"""A noun and a country found for it → whether it can be so, and whether the report's own country stands nearer."""

from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.ontology.offices import bearers
from dragoman.resolve.reference_candidates import candidates
from dragoman.resolve.who_scene import Draft, Scene
from dragoman.resolve.who_story import told_home

SURE = frozenset({"envoy-told-before", "sent-by-its-state", "same-noun-before"})
"""Rules by which even people from anywhere get a country."""
NEARNESS = frozenset({"only-country-near", "country-of-subject"})
"""Rules that only look who is near."""


def may_be(scene: Scene, draft: Draft, rule: str, code: str) -> bool:
    """Whether a noun can be of a country: not people from anywhere, no king of a republic, nobody's own accuser."""
    noun = "" if draft.noun is None else draft.noun.noun
    if noun in reference_words().roaming:
        return rule in SURE
    if noun in reference_words().crowned and code not in bearers(noun):
        return False
    return draft.entities[0].sectors[:1] != ("GOV",) or code != _accuser(scene, draft)


def _accuser(scene: Scene, draft: Draft) -> str | None:
    """The state that warns, accuses or asks whom a noun means: hardly its own government."""
    token = scene.tokens[draft.head]
    verb = scene.tokens[token.head]
    if token.dep != "dobj" or verb.lemma.lower() not in reference_words().done_to_actors:
        return None
    for subject in scene.tree.kids(verb.i, "nsubj"):
        owner = scene.owner.get(subject.i)
        if owner is not None and not owner.dropped and owner.entities and owner.entities[0].kind == "state":
            return scene.code(owner.entities[0])
    return None


def home_instead(scene: Scene, draft: Draft, rule: str, code: str) -> str | None:
    """The report's own country, where the one near is told only in another paragraph and the noun acts at home."""
    if rule not in NEARNESS or draft.noun is None or draft.noun.noun in words().abroad:
        return None
    token = scene.tokens[draft.head]
    paragraph = scene.annotated.sentences[token.sentence].paragraph
    for candidate in candidates(scene, token):
        here = scene.annotated.sentences[scene.tokens[candidate.draft.head].sentence].paragraph == paragraph
        if here and code in {scene.code(e) for e in candidate.draft.entities}:
            return None
    return told_home(scene, token.sentence)
