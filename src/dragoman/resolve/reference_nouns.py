"""Descriptions without a name ("the two countries", "the premier", "the police") → actors told before, or an issue."""

from functools import lru_cache

from dragoman.model.annotated import Token
from dragoman.ontology.actor_generics import generics
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actors import dictionary, state_id
from dragoman.ontology.countries import countries
from dragoman.resolve.reference_candidates import (
    BACK,
    SUBJECTS,
    candidates,
    same_clause_subject,
    states,
)
from dragoman.resolve.reference_homes import country
from dragoman.resolve.reference_people import said_before, same_person, two_people
from dragoman.resolve.who_hints import absorb, located
from dragoman.resolve.who_scene import Draft, Scene

DESCRIPTIONS = 4096
"""Different descriptions kept in mind; a bound for long runs."""
NAMEABLE = frozenset({"body", "group", "alliance", "outlet"})
"""Sorts of nouns that end the names of bodies ("the Red Cross Committee")."""
COMPANY = "BUS"
STATE = "country"
STATES = (" country", " state")
"""Ends of nouns that in the singular and with "the" are a state told before ("the neighbouring country")."""
FAR = 30
"""Sentences over which a coalition told with its country is still the coalition."""


def describe(scene: Scene, draft: Draft) -> None:
    """Settle whom an open common noun means, or drop it and leave an issue."""
    noun = draft.noun
    if noun is None:
        return
    if draft.kind == "description" and not draft.plural and noun.noun.endswith(STATES):
        noun = draft.noun = generics()[STATE]
    if noun.sort in {"state", "side"}:
        _state(scene, draft)
    elif draft.kind == "description" and noun.sort in NAMEABLE and _cut_short(scene, draft):
        return
    elif noun.sort in {"alliance", "group"}:
        _body(scene, draft)
    elif (
        draft.kind == "description"
        and noun.sort == "person"
        and (two_people(scene, draft) or same_person(scene, draft))
    ):
        return
    elif noun.sort in {"person", "people", "body", "outlet", "source"}:
        country(scene, draft)


def described_state(scene: Scene, token: Token, draft: Draft | None) -> Draft | None:
    """The draft of a noun; an open one for "the former colonial power" and the like, whatever it was before."""
    said = {phrase for phrase in reference_words().descriptions if phrase.endswith(f" {token.text}")}
    if len(said) == 0 or (draft is not None and draft.kind == "name"):
        return draft
    first = scene.left_edge(token.i)
    if scene.tokens[first].text.lower() != "the" or not any(p in scene.words(first, token.i + 1) for p in said):
        return draft
    made = Draft(first, token.i + 1, token.i, "description", (), "described", noun=generics()[STATE], open=True)
    if draft is not None:
        draft.dropped = True
    absorb(scene, made)
    scene.put(made)
    return made


def _state(scene: Scene, draft: Draft) -> None:
    """A description of one or two states: by region, kind of state, or as those spoken of."""
    token = scene.tokens[draft.head]
    before = scene.words(draft.first, draft.head + 1)
    told = said_before(scene, draft)
    near = states(scene, token)
    if draft.plural or "both" in told:
        draft.dropped = True
        return
    if draft.noun is not None and draft.noun.sort == "side":
        draft.dropped = True
        return
    explained = scene.owner.get(token.head) if token.dep == "appos" else None
    if explained is not None and explained.entities and explained.entities[0].kind == "state":
        _settle_states(scene, draft, tuple(e.code or "" for e in explained.entities), "state-explained")
        return
    near = _others(scene, token, told=_describes(before))
    fitting = [(code, weight) for code, weight in near if _fits(code, before)]
    chosen = _first([f for f in fitting if f in states(scene, token, passing=False)]) or _first(fitting)
    if not _describes(before) and (chosen is None or _told_later(scene, token, chosen)):
        chosen = _announced(scene, token, chosen)
    if chosen is None and _describes(before):
        chosen = next(iter(_only(scene, before)), None)
    elif chosen is None and len(near) == 0:
        chosen = _of_places(scene, token)
    _settle_states(scene, draft, () if chosen is None else (chosen,), "state-described")


def _others(scene: Scene, token: Token, *, told: bool) -> list[tuple[str, float]]:
    """The states near, without the subject of the very clause the description stands in, which "it" would name.

    A telling description ("the Gulf nation") is not who explains, hopes or says it either, if another one is near.
    """
    near = states(scene, token)
    own = {scene.code(c.entity) for c in candidates(scene, token) if same_clause_subject(scene, token, c)}
    above = {t.i for t in scene.tree.ancestors(token.i)} - ({token.head} if token.dep == "appos" else set())
    if told:
        own |= {scene.code(d.entities[0]) for d in scene.recent(token, 0) if d.head in above and d.entities}
        own |= {scene.code(d.entities[0]) for d in scene.recent(token, 0) if _tells(scene, token, d) and d.entities}
    left = [(code, weight) for code, weight in near if code not in own]
    if told and len(left) == 0:
        left = [(code, -1.0) for code in _earlier(scene, token) - own]
    return left or ([] if told else near)


def _of_places(scene: Scene, token: Token) -> str | None:
    """The country of the only towns named near, where no state is told."""
    first = scene.annotated.sentences[max(0, token.sentence - BACK)].first
    codes = {code for i in range(first, token.i) if (code := located(scene, i)) is not None}
    return codes.pop() if len(codes) == 1 else None


def _tells(scene: Scene, token: Token, draft: Draft) -> bool:
    """Whether a mention is the subject of a clause in whose content the description stands."""
    head = scene.tokens[draft.head]
    contents = [t for t in scene.tree.ancestors(token.i) if t.dep == "ccomp"]
    return head.dep in SUBJECTS and any(t.head == head.head for t in contents)


def _earlier(scene: Scene, token: Token) -> set[str]:
    """The states told in the sentences before."""
    codes = {scene.code(e) for c in candidates(scene, token) if c.distance > 0 for e in c.draft.entities}
    return {code for code in codes if code is not None and code in countries()}


def _told_later(scene: Scene, token: Token, code: str) -> bool:
    """Whether the sentence names no state before, but another one after the words that might mean it."""
    direct = _direct(scene, token)
    return all(d.head > token.i for d in direct) and any(d.entities[0].code != code for d in direct)


def _announced(scene: Scene, token: Token, other: str | None) -> str | None:
    """The only state told later in the sentence, in a clause like "if X …", that is not who acts in it."""
    direct = _direct(scene, token)
    if any(d.head <= token.i for d in direct):
        return None
    own = {scene.code(c.entity) for c in candidates(scene, token) if same_clause_subject(scene, token, c)} | {other}
    clauses = [t for t in scene.tree.ancestors(token.i) if t.pos in {"VERB", "AUX"}][:1]
    added = {i for v in clauses for t in scene.tree.kids(v.i, "advcl") for i in scene.tree.subtree(t.i)}
    codes = {d.entities[0].code for d in direct if d.head in added} - own
    return codes.pop() if len(codes) == 1 else None


def _direct(scene: Scene, token: Token) -> list[Draft]:
    """The mentions in the sentence that name a state itself."""
    named = [d for d in scene.told.get(token.sentence, ()) if not d.dropped and len(d.entities) > 0]
    return [d for d in named if d.kind in {"name", "metonym"} and d.entities[0].kind == "state"]


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
    if any(region in before for region in country.regions) or any(form in before for form in country.forms):
        return True
    return any(code in codes and said in before for said, codes in reference_words().descriptions.items())


def _fits(code: str, before: str) -> bool:
    """Whether a state can be called so; a plain "the country" fits all."""
    return _marks(code, before) or not _describes(before)


def _settle_states(scene: Scene, draft: Draft, told: tuple[str, ...], rule: str) -> None:
    codes = tuple(code for code in told if state_id(code) in dictionary().entities)
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


def _cut_short(scene: Scene, draft: Draft) -> bool:
    """Whether "the council" is the body told before whose name ends so, or "the company" the only company near."""
    token = scene.tokens[draft.head]
    if len(scene.tree.kids(token.i, "compound", "poss")) > 0 or draft.plural:
        return False
    bodies = [c for c in candidates(scene, token, back=FAR) if c.entity.kind in {"organisation", "group"}]
    found = [c.entity for c in bodies if c.entity.name.lower().endswith(f" {token.text.lower()}")]
    if len(found) == 0 and COMPANY in draft.entities[0].sectors:
        near = {c.entity.id: c.entity for c in bodies if c.distance <= 1 and COMPANY in c.entity.sectors}
        found = list(near.values()) if len(near) == 1 else []
    if len(found) == 0:
        return False
    draft.entities, draft.open, draft.rule = (found[-1],), False, "name-cut-short"
    draft.detail = f"{scene.words(draft.first, draft.stop)!r} is {found[-1].name}"
    return True


def _body(scene: Scene, draft: Draft) -> None:
    """For "the group", "the alliance": the same one told before with its country, else the organisation named last."""
    told = candidates(scene, scene.tokens[draft.head], back=FAR)
    same = [c for c in told if c.draft.noun is draft.noun and scene.code(c.entity) is not None]
    if len(same) == 0:
        draft.open, draft.rule = False, "body-not-told"
        return
    entity = same[-1].entity
    draft.entities, draft.open, draft.rule = (entity,), False, "body-told-before"
    draft.detail = f"{scene.words(draft.first, draft.stop)!r} is {entity.name}"
