"""An embassy or consulate without a country → that of the ambassador, consul or envoy told just before."""

from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.countries import countries
from dragoman.resolve.reference_candidates import candidates
from dragoman.resolve.who_scene import Draft, Scene

BACK = 2
"""Sentences that an embassy may stand behind its ambassador."""


def of_envoy(scene: Scene, draft: Draft) -> str | None:
    """The country of the nearest ambassador or embassy before a definite embassy that tells none."""
    lists = reference_words()
    if draft.kind != "description" or draft.noun is None or draft.noun.noun not in lists.missions:
        return None
    for candidate in reversed(candidates(scene, scene.tokens[draft.head], back=BACK)):
        noun = "" if candidate.draft.noun is None else candidate.draft.noun.noun
        role = candidate.entity.role or ""
        if noun in lists.missions or noun.endswith(lists.envoys) or role.lower().endswith(lists.envoys):
            code = scene.code(candidate.entity)
            if code in countries():
                return code
    return None
