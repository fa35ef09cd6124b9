"""Descriptions without a name ("the two countries", "the premier", "the police") → actors told before, or an issue."""

from functools import lru_cache

import msgspec

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.ontology import offices
from dragoman.ontology.actor_words import words
from dragoman.ontology.actors import dictionary, generic_entity, state_id
from dragoman.ontology.countries import countries
from dragoman.resolve.reference_candidates import candidates, is_person, same_clause_subject, states
from dragoman.resolve.who_hints import absorb
from dragoman.resolve.who_scene import Draft, Scene

DESCRIPTIONS = 4096
"""Different descriptions kept in mind; a bound for long runs."""
PAIRS = frozenset({"two", "both"})
STATE_BODIES = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "OPP", "SPY"})


def describe(scene: Scene, draft: Draft) -> None:
    """Settle whom an open common noun means, or drop it and leave an issue."""
    noun = draft.noun
    if noun is None:
        return
    if noun.sort in {"state", "side"}:
        _state(scene, draft)
    elif noun.sort in {"alliance", "group"}:
        _body(scene, draft)
    elif draft.kind == "description" and noun.sort == "person" and not draft.plural and _same_person(scene, draft):
        return
    elif noun.sort in {"person", "people", "body", "outlet", "source"}:
        _country(scene, draft)


def _state(scene: Scene, draft: Draft) -> None:
    """A description of one or two states: by region, kind of state, or as those spoken of."""
    token = scene.tokens[draft.head]
    before = scene.words(draft.first, draft.head + 1)
    told = {t.text.lower() for t in scene.tokens[draft.first : draft.head]}
    near = states(scene, token)
    if draft.plural and told.isdisjoint(PAIRS):
        draft.dropped = True
        return
    if draft.plural or "both" in told:
        codes = tuple(dict.fromkeys(code for code, _ in reversed(near)))
        _settle_states(scene, draft, codes if len(codes) == len(PAIRS) else (), "two-states-near")
        return
    if draft.noun is not None and draft.noun.sort == "side":
        draft.dropped = True
        return
    near = near if _describes(before) else _others(scene, token)
    fitting = [(code, weight) for code, weight in near if _fits(code, before)]
    chosen = _first(fitting)
    if chosen is not None and not _describes(before) and _told_later(scene, token, chosen):
        chosen = None
    if chosen is None and _describes(before):
        chosen = next(iter(_only(scene, before)), None)
    _settle_states(scene, draft, () if chosen is None else (chosen,), "state-described")


def _others(scene: Scene, token: Token) -> list[tuple[str, float]]:
    """The states near, without the subject of the very clause the description stands in, which "it" would name."""
    near = states(scene, token)
    own = {scene.code(c.entity) for c in candidates(scene, token) if same_clause_subject(scene, token, c)}
    left = [(code, weight) for code, weight in near if code not in own]
    return left or near


def _told_later(scene: Scene, token: Token, code: str) -> bool:
    """Whether the sentence names no state before, but another one after the words that might mean it."""
    named = [d for d in scene.told.get(token.sentence, ()) if not d.dropped and len(d.entities) > 0]
    direct = [d for d in named if d.kind in {"name", "metonym"} and d.entities[0].kind == "state"]
    return all(d.head > token.i for d in direct) and any(d.entities[0].code != code for d in direct)


def _first(weighed: list[tuple[str, float]]) -> str | None:
    """The best state, if it is clearly ahead of another one."""
    best_weight: dict[str, float] = {}
    for code, weight in weighed:
        best_weight[code] = max(weight, best_weight.get(code, weight))
    ranked = sorted(best_weight.items(), key=lambda item: -item[1])
    clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
    return ranked[0][0] if clear else None


def _only(scene: Scene, before: str) -> set[str]:
    """The one state of the whole article that a telling description fits."""
    told = {scene.code(e) for d in scene.living() for e in d.entities}
    fitting = {code for code in told if code is not None and code in countries() and _fits(code, before)}
    return fitting if len(fitting) == 1 else set()


@lru_cache(maxsize=DESCRIPTIONS)
def _describes(before: str) -> bool:
    """Whether a description tells a region or kind of state."""
    return any(_marks(code, before) for code in countries())


def _marks(code: str, before: str) -> bool:
    country = countries()[code]
    return any(region in before for region in country.regions) or any(form in before for form in country.forms)


def _fits(code: str, before: str) -> bool:
    """Whether a state can be called so; a plain "the country" fits all."""
    return _marks(code, before) or not _describes(before)


def _settle_states(scene: Scene, draft: Draft, codes: tuple[str, ...], rule: str) -> None:
    if len(codes) == 0:
        draft.dropped = True
        first, stop = scene.tokens[draft.first], scene.tokens[draft.stop - 1]
        said = scene.words(draft.first, draft.stop)
        span = type(first.span)(first.span.start, stop.span.end)
        scene.doubt("unresolved-reference", f"{said!r}: no state near enough, or too many", span)
        return
    draft.entities = tuple(dictionary().entities[state_id(code)] for code in codes)
    draft.kind, draft.rule, draft.open = "description", rule, False
    draft.detail = f"{scene.words(draft.first, draft.stop)!r} is {', '.join(e.name for e in draft.entities)}"


def _body(scene: Scene, draft: Draft) -> None:
    """For "the group", "the alliance": the organisation named last."""
    near = [c for c in candidates(scene, scene.tokens[draft.head]) if c.entity.kind in {"organisation", "group"}]
    if len(near) == 0:
        draft.dropped = True
        return
    draft.entities, draft.open, draft.rule = (near[-1].entity,), False, "body-named-last"
    draft.detail = f"{scene.words(draft.first, draft.stop)!r} is {near[-1].entity.name}"


def _same_person(scene: Scene, draft: Draft) -> bool:
    """Whether "the premier", "the official" is a person or official told before."""
    noun = draft.noun
    near = [c for c in candidates(scene, scene.tokens[draft.head], back=3) if is_person(c)]
    for candidate in reversed(near):
        same = candidate.draft.noun is not None and candidate.draft.noun is noun and not candidate.draft.plural
        role = candidate.entity.role or offices.standing(candidate.entity, scene.date).role or ""
        if noun is not None and (same or _role_fits(candidate.entity, noun.noun, role)):
            draft.entities, draft.open, draft.rule = (candidate.entity,), False, "person-told-before"
            draft.detail = f"{scene.words(draft.first, draft.stop)!r} is {candidate.entity.name}"
            return True
    return False


def _role_fits(entity: Entity, noun: str, role: str) -> bool:
    return role.lower().endswith(noun) or offices.titled(entity.id, noun)


def _country(scene: Scene, draft: Draft) -> None:
    """The country of a noun that tells none: of its possessor, of the same noun before, or the only one spoken of."""
    owner = _owner(scene, draft)
    if owner is not None:
        _give(scene, draft, owner, "country-of-possessor")
        absorb(scene, draft)
        for i in range(draft.first, draft.stop):
            scene.owner[i] = draft
        return
    named = any(t.text[0].isupper() for t in scene.tokens[draft.first + 1 : draft.head])
    if len(scene.tree.kids(draft.head, "poss")) > 0:
        return
    same = (
        None if named or not _of_state(draft) or (_loose(scene, draft) and draft.plural) else _same_noun(scene, draft)
    )
    if same is not None:
        _give(scene, draft, same, "same-noun-before")
    elif _of_state(draft) and not _loose(scene, draft):
        _spoken_of(scene, draft)


def _of_state(draft: Draft) -> bool:
    """Whether a noun is of a body that every state has."""
    return draft.noun is not None and not STATE_BODIES.isdisjoint(draft.noun.sectors)


def _same_noun(scene: Scene, draft: Draft) -> str | None:
    for candidate in reversed(candidates(scene, scene.tokens[draft.head], back=3)):
        code = scene.code(candidate.entity) if candidate.draft.noun is draft.noun else None
        if code is not None:
            return code
    return None


def _spoken_of(scene: Scene, draft: Draft) -> None:
    """A body of state belongs to the only country near, or to that of the subjects before it."""
    token = scene.tokens[draft.head]
    codes = {code for code, _ in states(scene, token)}
    if len(codes) == 1:
        _give(scene, draft, codes.pop(), "only-country-near")
    elif draft.kind == "description":
        _give(scene, draft, _subject_country(scene, token), "country-of-subject")


def _loose(scene: Scene, draft: Draft) -> bool:
    """Whether a noun is told to be anybody's or foreign ("an international force")."""
    before = {t.text.lower() for t in scene.tokens[draft.first : draft.head]}
    return not before.isdisjoint(words().indefinite | words().foreign)


def _subject_country(scene: Scene, token: Token) -> str | None:
    """The one country whose actors are subjects in the nearest sentence that has any."""
    near = [c for c in candidates(scene, token) if c.subject]
    if len(near) == 0:
        return None
    closest = min(c.distance for c in near)
    codes = {scene.code(c.entity) for c in near if c.distance == closest} & countries().keys()
    return codes.pop() if len(codes) == 1 else None


def _owner(scene: Scene, draft: Draft) -> str | None:
    for possessor in scene.tree.kids(draft.head, "poss"):
        owner = scene.owner.get(possessor.i)
        if owner is not None and owner is not draft and not owner.dropped and len(owner.entities) > 0:
            return scene.code(owner.entities[0])
    return None


def _give(scene: Scene, draft: Draft, code: str | None, rule: str) -> None:
    if draft.noun is None or code is None:
        return
    sectors = draft.entities[0].sectors
    draft.entities, draft.open, draft.rule = (generic_entity(draft.noun.noun, code, sectors),), False, rule
    draft.detail = f"{scene.words(draft.first, draft.stop)!r}: {draft.noun.noun} of {code} ({rule})"


def at_home(scene: Scene) -> None:
    """Give officials whom the article names without a country the only country spoken of where they come in."""
    found: dict[EntityId, Entity] = {}
    for draft in scene.living():
        entity = draft.entities[0]
        if entity.id in found or not _homeless(entity):
            continue
        codes = {code for code, _ in states(scene, scene.tokens[draft.first])}
        if len(codes) == 1:
            found[entity.id] = msgspec.structs.replace(entity, code=codes.pop())
    for draft in scene.living():
        draft.entities = tuple(found.get(e.id, e) for e in draft.entities)


def _homeless(entity: Entity) -> bool:
    """Whether an entity is an official of a state that the article does not name beside him."""
    own = entity.source == "text" and entity.kind == "person" and entity.code is None
    return own and not STATE_BODIES.isdisjoint(entity.sectors)
