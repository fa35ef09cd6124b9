"""A noun and a country found for it → whether it can be so, and whether the report's own country stands nearer."""

from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.ontology.offices import bearers
from dragoman.resolve.reference_candidates import candidates
from dragoman.resolve.who_scene import Draft, Scene
from dragoman.resolve.who_story import told_home

SURE = frozenset({"envoy-told-before", "sent-by-its-state", "same-noun-before"})
"""Rules by which even people from anywhere get a country."""
STATIONED = ("ambassador", "high commissioner", "consul", "consul general", "attache")
NEARNESS = frozenset({"only-country-near", "country-of-subject"})
"""Rules that only look who is near."""


def may_be(scene: Scene, draft: Draft, rule: str, code: str) -> bool:
    """Whether a noun can be of a country: not people from anywhere, no king of a republic, nobody's own accuser."""
    noun = "" if draft.noun is None else draft.noun.noun
    if noun in reference_words().roaming:
        return rule in SURE
    token = scene.tokens[draft.head]
    if rule not in SURE and noun in reference_words().short_names and token.tag == "NNP" and not token.text.islower():
        return False
    if noun in reference_words().crowned and code not in bearers(noun):
        return False
    return draft.entities[0].sectors[:1] != ("GOV",) or code not in {_accuser(scene, draft), _sender(scene, draft)}


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


def _sender(scene: Scene, draft: Draft) -> str | None:
    """The state of the ambassador who calls on an official: he is accredited to another one."""
    verb = next((t for t in scene.tree.ancestors(draft.head) if t.pos == "VERB"), None)
    for subject in () if verb is None else scene.tree.kids(verb.i, "nsubj"):
        owner = scene.owner.get(subject.i)
        if owner is None or owner is draft or owner.dropped or len(owner.entities) != 1:
            continue
        noun = "" if owner.noun is None else owner.noun.noun
        role = (owner.entities[0].role or noun).lower()
        if role.endswith(STATIONED):
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
