"""Plurals like "both countries", "the two sides" → the states or parties told before, if so many were told."""

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actors import dictionary, state_id
from dragoman.ontology.countries import countries
from dragoman.resolve.reference_candidates import BACK, SUBJECTS, same_clause_subject
from dragoman.resolve.reference_candidates import candidates as told_before
from dragoman.resolve.who_scene import Draft, Scene, plural
from dragoman.resolve.who_story import leading_states

PAIR = ("both", "two")
ALONE = frozenset({"nsubj", "nsubjpass"})
GOING_ON = frozenset({"VERB", "AUX", "ADV"})
SINGLY = frozenset({"each", "either", "neither"})
BETWEEN = "between"
DEFINITE = frozenset({"the", "these", "those", "both", "its", "their"})


def counted(scene: Scene, token: Token) -> int:
    """How many states or sides a plural noun means; 0 where it tells no number or is no such noun.

    "the two countries" and "both sides" do; "two countries" are any two.
    """
    if _alone(scene, token):
        return len(PAIR)
    if token.lemma.lower() in reference_words().sides and _one_of(scene, token):
        return len(PAIR)
    if token.lemma.lower() not in reference_words().pairs or not plural(token):
        return 0
    if any(t.lemma == "of" and t.i > token.i for t in scene.tree.kids(token.i, "prep")):
        return 0
    before = {t.text.lower() for t in scene.tokens[scene.left_edge(token.i) : token.i]}
    numbers = [n for word, n in reference_words().numbers.items() if word in before]
    return numbers[0] if numbers and not before.isdisjoint(DEFINITE) else 0


def _one_of(scene: Scene, token: Token) -> bool:
    """Whether "each side" or "neither party" stands for both of them."""
    return any(t.text.lower() in SINGLY for t in scene.tree.kids(token.i, "det"))


def _alone(scene: Scene, token: Token) -> bool:
    """Whether "both" or "the two" itself is a clause's party ("Both have drilled there")."""
    said, after = token.text.lower(), scene.tokens[token.i + 1 : token.i + 2]
    if said not in PAIR or token.dep not in ALONE or not after or after[0].pos not in GOING_ON:
        return False
    kids = [t.text.lower() for t in scene.tree.kids(token.i)]
    return kids == ([] if said == PAIR[0] else ["the"])


def told_together(scene: Scene, token: Token, number: int) -> tuple[Entity, ...]:
    """So many parties: joined in the nearest sentence that has them, or all that the nearest sentences tell."""
    if token.text.lower() in PAIR:
        return _just_joined(scene, token)
    seen: dict[str, Entity] = {}
    for back in range(BACK + 1):
        drafts = [d for d in _of_sentence(scene, token, back) if back > 0 or not _own_subject(scene, token, d)]
        here = _by_code(scene, drafts)
        for draft in reversed(drafts):
            joined = _joined(scene, draft, drafts)
            if len(joined) == number and (len(here) <= number + 1 or not _listed(scene, draft, drafts)):
                return _parties(scene, token, joined)
        if len(here) == number and token.lemma.lower() not in reference_words().joined_only:
            return _parties(scene, token, list(here.values()))
        seen = {**here, **seen}
        if len(seen) >= number:
            break
    known = [] if token.lemma.lower() in reference_words().joined_only else list(seen.values())
    if len(known) == number:
        return _parties(scene, token, known)
    return _of_report(scene, token, number)


def _of_report(scene: Scene, token: Token, number: int) -> tuple[Entity, ...]:
    """The so many states of which the report tells by far the most, for "the three countries"."""
    if token.lemma.lower() in reference_words().sides:
        return ()
    found = (state_id(code) for code in leading_states(scene, number))
    return tuple(dictionary().entities[state] for state in found if state in dictionary().entities)


def _just_joined(scene: Scene, token: Token) -> tuple[Entity, ...]:
    """The two subjects joined by "and" in the sentence before, for "both" or "the two" alone."""
    drafts = _of_sentence(scene, token, 1)
    pairs = [_joined(scene, d, drafts) for d in drafts if scene.tokens[d.head].dep in SUBJECTS]
    return next((tuple(pair) for pair in pairs if len(pair) == len(PAIR)), ())


def _of_sentence(scene: Scene, token: Token, back: int) -> list[Draft]:
    """The drafts of the sentence so far back that tell an actor."""
    return [c.draft for c in told_before(scene, token, back) if c.distance == back]


def _own_subject(scene: Scene, token: Token, draft: Draft) -> bool:
    """Whether a draft does something to the pair ("Egypt will visit the two sides"), or tells of it."""
    head = scene.tokens[draft.head]
    if scene.tokens[token.head].lemma == BETWEEN and len(scene.tree.conjuncts(draft.head)) == len(PAIR):
        return False
    near = next((c for c in told_before(scene, token, 0) if c.draft is draft), None)
    if near is not None and token.dep not in SUBJECTS and same_clause_subject(scene, token, near):
        return True
    above = scene.tokens[token.head]
    return head.dep in SUBJECTS and token.dep in SUBJECTS and above.dep == "ccomp" and above.head == head.head


def _joined(scene: Scene, draft: Draft, drafts: list[Draft]) -> list[Entity]:
    """The actors of a draft and of those joined to it by "and" or "with"."""
    own = [d for d in drafts if d.head in scene.tree.conjuncts(draft.head)]
    found = {e.id: e for d in own for e in d.entities}
    return list(found.values())


def _listed(scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a comma before the joined names tells that they only end a longer list."""
    first = min(d.first for d in drafts if d.head in scene.tree.conjuncts(draft.head))
    return first > 0 and scene.tokens[first - 1].text == ","


def _by_code(scene: Scene, drafts: list[Draft]) -> dict[str, Entity]:
    """One actor for each state told, the state itself before people of it."""
    found: dict[str, Entity] = {}
    for draft in drafts:
        for entity in draft.entities:
            code = scene.code(entity)
            if code is not None and code in countries() and (code not in found or entity.kind == "state"):
                found[code] = entity
    return found


def _parties(scene: Scene, token: Token, entities: list[Entity]) -> tuple[Entity, ...]:
    """The parties themselves for sides, their states for countries and governments."""
    if token.lemma.lower() in reference_words().sides or token.text.lower() in PAIR:
        return tuple(entities)
    known = dictionary().entities
    codes = [scene.code(e) for e in entities]
    return tuple(dict.fromkeys(known[state_id(c)] for c in codes if c is not None and state_id(c) in known))


def settle_pair(scene: Scene, token: Token, draft: Draft | None, number: int) -> None:
    """Tie "both sides" to the parties told before, or leave them open with an issue."""
    entities = told_together(scene, token, number)
    first = scene.left_edge(token.i) if draft is None else draft.first
    said = scene.words(first, token.i + 1)
    if len(entities) == 0:
        if draft is not None:
            draft.dropped = draft.noun is not None and draft.noun.sort in {"side", "state"}
        span = type(token.span)(scene.tokens[first].span.start, token.span.end)
        scene.doubt("unresolved-reference", f"{said!r}: not just {number} states or sides near", span)
        return
    if draft is None:
        draft = Draft(first=first, stop=token.i + 1, head=token.i, kind="description", entities=(), rule="")
        scene.put(draft)
    draft.entities, draft.kind, draft.open, draft.plural = entities, "description", False, True
    draft.rule, draft.detail = "told-together", f"{said!r}: {', '.join(e.name for e in entities)}"
