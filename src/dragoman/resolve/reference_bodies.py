"""Nouns like "the newspaper", "the group", "the militants" → the body told before that the noun fits."""

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.ontology.actors import METONYMS, dictionary
from dragoman.resolve.reference_candidates import Candidate, candidates, same_clause_subject
from dragoman.resolve.who_hints import charge
from dragoman.resolve.who_scene import Draft, Scene, plural

FAR = 10
"""Sentences over which the only body that fits is still meant; of a body of no told kind, NEXT."""
NEXT = 1
NEAR = 2
"""Sentences over which people in arms are still the same, told by another word."""
UNKNOWN = "unknown"
ARMED = "armed"
ALLIANCE = "alliance"
OUTLET = "outlet"
BODIES = frozenset({"organisation", "group"})
LAWLESS = frozenset({"CRM", "UAF", "REB"})
HEADING = frozenset({"NOUN", "PROPN"})
PARTY = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative", "agent", "conj"})


def told_body(scene: Scene, token: Token, draft: Draft | None) -> bool:
    """Whether a definite noun is a body told before; then its draft says so, new if it had none."""
    kinds = _kinds(token, draft)
    if len(kinds) == 0 or not _definite(scene, token, draft):
        return False
    code = _country(draft)
    if code is not None and (draft is None or draft.kind == "description"):
        return False
    found = _fitting(scene, token, kinds, code)
    found = found or _band(scene, token)
    if found is None:
        return False
    _settle(scene, token, draft, found)
    return True


def _band(scene: Scene, token: Token) -> Entity | None:
    """The only people outside the law told just before, whom "the group" or "the gang" sums up ("hackers")."""
    if token.lemma.lower() not in reference_words().bands or plural(token):
        return None
    near = [c for c in candidates(scene, token, back=NEXT) if c.draft.noun is not None and c.draft.plural]
    found = {c.entity.id: c.entity for c in near if not LAWLESS.isdisjoint(c.entity.sectors)}
    return next(iter(found.values())) if len(found) == 1 else None


def _kinds(token: Token, draft: Draft | None) -> frozenset[str]:
    """The kinds of bodies that a noun fits."""
    if token.pos not in HEADING or token.dep not in PARTY:
        return frozenset()
    noun = "" if draft is None or draft.noun is None else draft.noun.noun
    bodies = reference_words().bodies
    found = bodies.get(noun) or bodies.get(token.lemma.lower(), frozenset())
    people = token.lemma.lower() in reference_words().armed
    return found if plural(token) == people else frozenset()


def _definite(scene: Scene, token: Token, draft: Draft | None) -> bool:
    """Whether "the" or the like opens the phrase, and nothing names whose it is or that it is another one."""
    first = scene.left_edge(token.i) if draft is None else draft.first
    before = [t for t in scene.tokens[first : token.i] if t.head == token.i]
    said = {t.text.lower() for t in before}
    if said.isdisjoint(words().definite) or not said.isdisjoint(words().no_holder | words().indefinite):
        return False
    return len(scene.tree.kids(token.i, "poss")) == 0 and not _explained(scene, token)


def _explained(scene: Scene, token: Token) -> bool:
    """Whether the phrase itself tells which body ("the group Amnesty", "the group of seven", "the foreign company")."""
    lists = reference_words()
    apposed = any(t.pos == "PROPN" for t in scene.tree.kids(token.i, "appos"))
    charged = charge(scene, token.i)
    of = any(t.lemma == "of" and t.i > token.i and t.i != charged for t in scene.tree.kids(token.i, "prep"))
    joined = any(t.lemma.lower() not in lists.beside for t in scene.tree.kids(token.i, "compound"))
    other = any(t.tag == "JJS" or t.lemma.lower() in lists.apart for t in scene.tree.kids(token.i, "amod"))
    return apposed or of or joined or other or _defined(scene, token)


def _defined(scene: Scene, token: Token) -> bool:
    """Whether "that …" right after a noun tells which one it is."""
    after = scene.tokens[token.i + 1] if token.i + 1 < len(scene.tokens) else None
    return after is not None and after.text.lower() in {"that", "which", "who"}


def _country(draft: Draft | None) -> str | None:
    return draft.entities[0].code if draft is not None and len(draft.entities) == 1 else None


def _fitting(scene: Scene, token: Token, kinds: frozenset[str], code: str | None) -> Entity | None:
    """The nearest body that fits, if no other one is as near; else the only one of the whole article."""
    told = [
        c
        for c in candidates(scene, token, back=FAR, inside=True)
        if kind_of(c.entity) in kinds or _allied(scene, c, kinds)
    ]
    told = [c for c in told if code is None or scene.code(c.entity) == code]
    told = [c for c in told if token.dep not in {"dobj", "pobj"} or not same_clause_subject(scene, token, c)]
    if ARMED in kinds and token.lemma.lower() in reference_words().armed:
        told += _in_arms(scene, token)
    known = [c for c in told if kind_of(c.entity) != UNKNOWN]
    known = known or [c for c in told if c.distance <= NEXT]
    if len(known) == 0:
        return None
    nearest = min(c.distance for c in known)
    return _one([c for c in known if c.distance == nearest])


def _allied(scene: Scene, candidate: Candidate, kinds: frozenset[str]) -> bool:
    """Whether the noun fits a coalition or an outlet told with its country but no name of the dictionary."""
    noun = candidate.draft.noun
    if noun is None or candidate.draft.plural or scene.code(candidate.entity) is None:
        return False
    return noun.sort in {ALLIANCE, OUTLET} and noun.sort in kinds


def _in_arms(scene: Scene, token: Token) -> list[Candidate]:
    """People in arms, told near by any of the words for them."""
    armed = reference_words().armed
    near = [c for c in candidates(scene, token, back=NEAR) if c.draft.noun is not None and c.draft.plural]
    return [c for c in near if c.draft.noun is not None and c.draft.noun.noun in armed]


def _one(near: list[Candidate]) -> Entity | None:
    """The one body told in a sentence, or its only subject; a named one before one without a name."""
    named = [c for c in near if c.entity.kind in BODIES]
    near = named or near
    if len({c.entity.id for c in near}) == 1:
        return near[0].entity
    subjects = {c.entity.id: c.entity for c in near if c.subject}
    return next(iter(subjects.values())) if len(subjects) == 1 else None


def kind_of(entity: Entity) -> str:
    """What kind of body an entity is; "" for what is none.

    >>> from dragoman.ontology.actors import dictionary
    >>> kind_of(dictionary().entities["org:nato"])
    'alliance'
    """
    if entity.kind not in BODIES or entity.source.startswith(METONYMS):
        return ""
    known = dictionary().kinds.get(entity.id)
    if known is not None:
        return known
    by_name = (reference_words().kinds_of_names.get(word) for word in entity.name.split())
    by_sector = (reference_words().kinds_of_sectors.get(sector) for sector in entity.sectors)
    return next((kind for kind in (*by_name, *by_sector) if kind is not None), UNKNOWN)


def _settle(scene: Scene, token: Token, draft: Draft | None, entity: Entity) -> None:
    if draft is None:
        first = scene.left_edge(token.i)
        draft = Draft(first=first, stop=token.i + 1, head=token.i, kind="description", entities=(), rule="")
        scene.put(draft)
    draft.entities, draft.kind, draft.open, draft.rule = (entity,), "description", False, "body-told-before"
    draft.plural = plural(token)
    draft.detail = f"{scene.words(draft.first, draft.stop)!r} is {entity.name}"
