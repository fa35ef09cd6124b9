"""Pronouns → actors told before, or an issue where unsure; descriptions are settled on the way, in text order."""

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.resolve.reference_bodies import told_body
from dragoman.resolve.reference_candidates import (
    Candidate,
    best,
    candidates,
    gender_of,
    is_person,
    same_clause_subject,
    together,
)
from dragoman.resolve.reference_clauses import is_main, own_subject, parties, says_more
from dragoman.resolve.reference_given import receiver
from dragoman.resolve.reference_nouns import describe, described_state
from dragoman.resolve.reference_officials import at_home
from dragoman.resolve.reference_pairs import PAIR, counted, settle_pair
from dragoman.resolve.reference_relations import related
from dragoman.resolve.who_scene import Draft, Scene
from dragoman.resolve.who_speakers import Speakers

PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
SPEAKING = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "myself", "ourselves"})
SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = frozenset({"dobj", "iobj", "dative", "pobj"})
ATTRIBUTES = frozenset({"compound", "amod", "nmod"})
"""A body that only tells what sort of thing is meant ("European Union measures") is hardly "it"."""
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


def settled(scene: Scene) -> None:
    """Settle the open drafts and add pronouns, in the order of the text."""
    nouns = {d.head: d for d in scene.living() if d.noun is not None}
    speakers = Speakers(scene)
    for token in scene.tokens:
        if token.tag in {"PRP", "PRP$"}:
            _pronoun(scene, token)
        elif token.pos in {"NOUN", "PROPN"} or token.text.lower() in PAIR:
            _noun(scene, token, nouns.get(token.i))
    at_home(scene)
    for token in scene.tokens:
        if token.tag in {"PRP", "PRP$"} and token.text.lower() in SPEAKING:
            speaker = speakers.of(token)
            if speaker is not None:
                _put(scene, token, speaker, "speaker")


def _noun(scene: Scene, token: Token, draft: Draft | None) -> None:
    """A common noun that may point back, whether or not it is a mention so far."""
    if (draft is None and token.i in scene.owner) or (draft is not None and draft.dropped):
        return
    draft = described_state(scene, token, draft)
    number = counted(scene, token) if draft is None or draft.open else 0
    if number > 0:
        settle_pair(scene, token, draft, number)
    elif not related(scene, token, draft) and not told_body(scene, token, draft) and draft is not None and draft.open:
        describe(scene, draft)


def _pronoun(scene: Scene, token: Token) -> None:
    said = token.text.lower()
    if said in PERSONAL:
        _found(scene, token, _person(scene, token, PERSONAL[said]), "person")
    elif said in NEUTER:
        entity = _neuter(scene, token)
        if entity is not None:
            _put(scene, token, (entity,), "neuter-pronoun")
    elif said in PLURAL:
        _found(scene, token, _many(scene, token), "several")


def _found(scene: Scene, token: Token, entities: tuple[Entity, ...], what: str) -> None:
    if len(entities) > 0:
        _put(scene, token, entities, f"pronoun-for-{what}")
    elif token.text.lower() not in REFLEXIVE:
        scene.doubt("unresolved-reference", f"{token.text!r}: no {what} near enough, or too many", token.span)


def _put(scene: Scene, token: Token, entities: tuple[Entity, ...], rule: str) -> None:
    names = ", ".join(e.name for e in entities)
    detail = f"{token.text!r} stands for {names}"
    i = token.i
    scene.put(Draft(first=i, stop=i + 1, head=i, kind="pronoun", entities=entities, rule=rule, detail=detail))


def _person(scene: Scene, token: Token, gender: str) -> tuple[Entity, ...]:
    near = [c for c in _free(scene, token) if is_person(c) and gender_of(scene, c.entity) in {gender, ""}]
    return best(says_more(scene, token, near))


def _free(scene: Scene, token: Token) -> list[Candidate]:
    """The candidates that are no other party of the pronoun's own clause."""
    barred = parties(scene, token)
    near = [c for c in candidates(scene, token) if barred.isdisjoint(e.id for e in c.draft.entities)]
    return [c for c in near if token.dep not in OBJECTS or not same_clause_subject(scene, token, c)]


def _is_thing(scene: Scene, verb: Token) -> bool:
    """Whether what a verb tells of "it" is hardly ever told of an actor."""
    is_willing = any(kid.lemma.lower() in words().willing for kid in scene.tree.kids(verb.i, "acomp"))
    return verb.lemma in words().things_do and not is_willing


def _neuter(scene: Scene, token: Token) -> Entity | None:
    """A state or body for "it"/"its": subject of the clause above, else for "its" the nearest before it."""
    verb, said = scene.tokens[token.head], token.text.lower()
    if (said == "itself" and token.dep not in OBJECTS) or (said == "it" and _is_thing(scene, verb)):
        return None
    if token.dep in OBJECTS and said == "it":
        return _undergoing(scene, token)
    given = receiver(scene, token) if token.tag == "PRP$" else None
    if given is not None:
        return given.entities[0]
    above = _subject_above(scene, token)
    if above is not None:
        return above
    near = _things(scene, token)
    here = [c for c in near if c.distance == 0]
    if token.tag == "PRP$" and here:
        leading = [c for c in here if c.subject and is_main(scene, c.draft.head)]
        return (leading if verb.dep in SUBJECTS and leading else here)[-1].entity
    subjects = [c for c in near if c.distance == 1 and c.subject and is_main(scene, c.draft.head)]
    first = (token.dep in SUBJECTS or token.tag == "PRP$") and not here
    return subjects[-1].entity if first and len(subjects) == 1 else None


def _subject_above(scene: Scene, token: Token) -> Entity | None:
    """The state or body that is the subject of a clause above the pronoun's own."""
    own, barred = token.dep in SUBJECTS, parties(scene, token)
    for above in scene.tree.ancestors(token.i):
        if own and above.i == token.head:
            continue
        for subject in scene.tree.kids(above.i, *SUBJECTS):
            owner = scene.owner.get(subject.i)
            if owner is not None and owner.head < token.i and _neutral(owner) and owner.entities[0].id not in barred:
                return owner.entities[0]
    return None


def _things(scene: Scene, token: Token) -> list[Candidate]:
    """The states and bodies before a pronoun, without those that only tell what sort of thing is meant."""
    near = [c for c in _free(scene, token) if _neutral(c.draft)]
    return [c for c in near if scene.tokens[c.draft.head].dep not in ATTRIBUTES] or near


def _undergoing(scene: Scene, token: Token) -> Entity | None:
    """A state or body for "it" as an object, never the doer of its own clause ("met Peru, urging it to …")."""
    near = [c for c in _free(scene, token) if _neutral(c.draft)]
    others = [c for c in near if c.distance == 0 and not c.subject]
    if others or token.dep == "pobj" or scene.tokens[token.head].lemma not in reference_words().done_to_actors:
        return others[-1].entity if others else None
    named = [c for c in near if c.entity.kind != "generic" and c.distance <= 1]
    nearest = [c for c in named if c.distance == min(c.distance for c in named)]
    return nearest[0].entity if len({c.entity.id for c in nearest}) == 1 else None


def _neutral(draft: Draft) -> bool:
    """Whether a mention names one state or body."""
    if draft.dropped or len(draft.entities) != 1 or draft.plural:
        return False
    entity = draft.entities[0]
    if entity.kind == "generic" and draft.kind != "name":
        return draft.noun is not None and draft.noun.sort in {"body", "outlet", "alliance", "group"}
    return entity.kind != "person"


def _many(scene: Scene, token: Token) -> tuple[Entity, ...]:
    near = _free(scene, token)
    own = own_subject(scene, token)
    if own is not None and _several(own):
        return own.entities
    plural = [c for c in near if _several(c.draft)]
    if not any(c.distance == 0 for c in plural):
        goes_on = [c for c in near if c.distance == 0 and _goes_on(scene, token, c)]
        if len(goes_on) > 0:
            return (goes_on[-1].entity,)
    paired = [c for c in near if c.joined]
    chosen = best(plural + paired)
    if len(chosen) > 0:
        return next((together(scene, c) for c in paired if c.entity is chosen[0]), chosen)
    bodies = [c for c in near if c.distance == 0 and not is_person(c) and c.draft.kind != "demonym"]
    return (bodies[-1].entity,) if bodies else ()


def _goes_on(scene: Scene, token: Token, candidate: Candidate) -> bool:
    """Whether a state is the subject of a clause to which the pronoun's own is joined by "and" or "but"."""
    verb = scene.tokens[candidate.draft.head].head
    if not candidate.subject or candidate.entity.kind != "state" or candidate.draft.kind == "demonym":
        return False
    above = {verb, *(t.i for t in scene.tree.ancestors(verb))}
    return any(t.dep == "conj" and t.head in above for t in scene.tree.ancestors(token.i))


def _several(draft: Draft) -> bool:
    """Whether a mention is of several: by number, or because a band of people is "they"."""
    return draft.plural or len(draft.entities) > 1 or draft.entities[0].kind == "group"
