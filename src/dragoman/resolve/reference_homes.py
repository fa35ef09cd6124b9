"""A common noun that tells no country → the country of its owner, its place, its fellows, or those spoken of."""

from collections.abc import Callable

from dragoman.model.annotated import Token
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.ontology.actors import generic_entity
from dragoman.ontology.countries import countries
from dragoman.ontology.offices import bearers
from dragoman.resolve.reference_candidates import BACK, SUBJECTS, candidates, states
from dragoman.resolve.reference_envoys import of_envoy
from dragoman.resolve.reference_limits import home_instead, may_be
from dragoman.resolve.who_hints import absorb
from dragoman.resolve.who_issuer import of_issuer
from dragoman.resolve.who_places import clause_place, dateline
from dragoman.resolve.who_scene import Draft, Scene
from dragoman.resolve.who_story import heading_home, told_home

STATE_BODIES = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "OPP", "SPY"})
SOURCE, PRESS = "source", "JRN"
FARTHER = 6
"""Sentences over which the country of a story stays in mind."""
JUDGING = frozenset({"JUD", "COP", "LEG"})
"""Bodies that hardly ever act in another country than their own."""
AT_HOME = frozenset({"person", "people", "body"})
"""Sorts of nouns that may be of the report's own country."""
GOVERNMENT = "government"
STAYING = STATE_BODIES - {"MIL"}
"""Bodies and officials that act at home; soldiers often do not."""


def country(scene: Scene, draft: Draft) -> None:
    """The country of a noun that tells none, by the first rule that finds one; else it stays without."""
    owners = _owners(scene, draft)
    if len(owners) > 0:
        _give_all(scene, draft, owners)
        absorb(scene, draft)
        for i in range(draft.first, draft.stop):
            scene.owner[i] = draft
        return
    if len(scene.tree.kids(draft.head, "poss")) > 0 or not _of_state(draft):
        return
    if draft.noun is not None and draft.noun.sort == SOURCE:
        give(scene, draft, _cited(scene, draft), "cited-by-its-press")
        return
    if _is_open_before(scene, draft):
        return
    for rule, find in RULES:
        code = find(scene, draft)
        if code is not None and may_be(scene, draft, rule, code):
            home = home_instead(scene, draft, rule, code)
            give(scene, draft, home or code, rule if home is None else "home-of-the-story")
            return


def _crowned(scene: Scene, draft: Draft) -> str | None:
    """The only state near that has such a head ("the sultan" of Oman, where Yemen is told too)."""
    noun = "" if draft.noun is None else draft.noun.noun
    if noun not in reference_words().crowned or _loose(scene, draft):
        return None
    near = {c for candidate in candidates(scene, scene.tokens[draft.head]) if (c := scene.code(candidate.entity))}
    fitting = near & bearers(noun)
    return fitting.pop() if len(fitting) == 1 and len(near & countries().keys()) > 1 else None


def _is_open_before(scene: Scene, draft: Draft) -> bool:
    """Whether "the council" is one that the sentences before tell without whose it is ("a council of three")."""
    if draft.kind != "description" or draft.noun is None or draft.noun.sort != "body" or draft.plural:
        return False
    told = [c.draft for c in candidates(scene, scene.tokens[draft.head]) if c.draft.noun is draft.noun]
    return bool(told) and told[-1].kind == "generic" and told[-1].entities[0].code is None


def _cited(scene: Scene, draft: Draft) -> str | None:
    """The country of the outlet that cites officials without telling whose: its own."""
    verb = scene.tokens[scene.tokens[draft.head].head]
    if verb.lemma not in reference_words().citing:
        return None
    for above in (verb, *scene.tree.ancestors(verb.i)):
        for subject in scene.tree.kids(above.i, "nsubj"):
            owner = scene.owner.get(subject.i)
            outlet = owner is not None and not owner.dropped and PRESS in owner.entities[0].sectors
            code = scene.code(owner.entities[0]) if owner is not None and outlet else None
            return code if code in countries() else None
    return None


def _of_state(draft: Draft) -> bool:
    """Whether a noun is of a body that every state has."""
    return draft.noun is not None and not STATE_BODIES.isdisjoint(draft.noun.sectors)


def _same_noun(scene: Scene, draft: Draft) -> str | None:
    """The country of the nearest actor of the same noun, if this one adds no name and is not just any."""
    named = any(t.text[0].isupper() for t in scene.tokens[draft.first + 1 : draft.head])
    if named or (_loose(scene, draft) and draft.plural):
        return None
    for candidate in reversed(candidates(scene, scene.tokens[draft.head], back=3)):
        code = scene.code(candidate.entity) if _same(candidate.draft, draft) else None
        if code is not None:
            return code
    return None


def _same(other: Draft, draft: Draft) -> bool:
    """Whether a noun is told again, be it shorter ("the European foreign ministers … the ministers")."""
    if other.noun is None or draft.noun is None or other.noun is draft.noun:
        return other.noun is draft.noun
    shorter = draft.kind == "description" and draft.plural and other.plural
    return shorter and other.noun.noun.endswith(f" {draft.noun.noun}")


def _where_it_acts(scene: Scene, draft: Draft) -> str | None:
    """The country of "in CITY" in its own clause, unless it is foreign there or soldiers."""
    if draft.noun is None or STAYING.isdisjoint(draft.noun.sectors) or is_foreign(scene, draft):
        return None
    return clause_place(scene, draft.head)


def _near(scene: Scene, draft: Draft) -> str | None:
    """The only country near, if it is not just where something comes from or goes."""
    token = scene.tokens[draft.head]
    if _loose(scene, draft):
        return None
    codes = {code for code, _ in states(scene, token, abroad=False)}
    passed = {code for code, _ in states(scene, token, passing=False, abroad=False)}
    return codes.pop() if len(codes) == 1 and codes == passed else None


def _of_story(scene: Scene, draft: Draft) -> str | None:
    """The country of the report or heading, for a body or office of the state that is no embassy and not of anybody."""
    if draft.noun is None or draft.noun.sort not in AT_HOME or is_foreign(scene, draft):
        return None
    if draft.noun.noun in words().abroad:
        return None
    bare = draft.noun.noun == GOVERNMENT and draft.head == draft.first
    definite = draft.kind == "description" or bare
    return told_home(scene, scene.tokens[draft.head].sentence) if definite or _judges(draft) else None


def _headed(scene: Scene, draft: Draft) -> str | None:
    """The country of the heading over its paragraph, for a body or office that is not of anybody or elsewhere."""
    loose = _loose(scene, draft) or draft.noun is None or draft.noun.noun in words().abroad
    return None if loose or draft.plural else heading_home(scene, scene.tokens[draft.head].sentence)


def _judged(scene: Scene, draft: Draft) -> str | None:
    """The country of the report, for its courts and police."""
    return _of_story(scene, draft) if _judges(draft) else None


def _judges(draft: Draft) -> bool:
    return draft.noun is not None and not JUDGING.isdisjoint(draft.noun.sectors)


def _of_subjects(scene: Scene, draft: Draft) -> str | None:
    """The country of the subjects in the nearest sentence that has any, for a body that is definite."""
    if draft.kind != "description" or _loose(scene, draft):
        return None
    return _subject_country(scene, scene.tokens[draft.head])


def _farther(scene: Scene, draft: Draft) -> str | None:
    """The only country of the nearest sentence farther back that has any, for an office or body that is definite."""
    stays = draft.noun is not None and not STAYING.isdisjoint(draft.noun.sectors)
    if draft.kind != "description" or _loose(scene, draft) or not stays:
        return None
    token = scene.tokens[draft.head]
    near = [(c.distance, scene.code(c.entity)) for c in candidates(scene, token, back=FARTHER)]
    told = [(distance, code) for distance, code in near if code in countries()]
    nearest = min((distance for distance, _ in told), default=0)
    codes = {code for distance, code in told if distance == nearest}
    return codes.pop() if nearest > BACK and len(codes) == 1 else None


def _clause_before(scene: Scene, draft: Draft) -> str | None:
    """The country of the subject of the clause before, in the same paragraph, for one official that speaks next."""
    token = scene.tokens[draft.head]
    if draft.noun is None or draft.plural or token.dep not in SUBJECTS or is_foreign(scene, draft):
        return None
    if draft.noun.sort != "person" or draft.entities[0].sectors[:1] != ("GOV",) or _of_a_firm(scene, draft):
        return None
    return speaks_next(scene, token)


def speaks_next(scene: Scene, token: Token) -> str | None:
    """The country of the one subject just before, in the same paragraph."""
    paragraph = scene.annotated.sentences[token.sentence].paragraph
    near = [c for c in candidates(scene, token, back=1) if c.subject and scene.code(c.entity) in countries()]
    near = [c for c in near if scene.annotated.sentences[token.sentence - c.distance].paragraph == paragraph]
    if len(near) == 0 or len(near[-1].draft.entities) > 1 or near[-1].joined:
        return None
    return scene.code(near[-1].entity)


def _of_a_firm(scene: Scene, draft: Draft) -> bool:
    """Whether an official is of something that is no authority ("a school spokesman")."""
    beside = scene.tree.kids(draft.head, "compound")
    return any(t.lemma.lower() not in words().companions and scene.generic(t.i) is None for t in beside)


def _dateline(scene: Scene, draft: Draft) -> str | None:
    """The country of the dateline, in the first sentences and for a body or people of the place."""
    if draft.noun is None or STAYING.isdisjoint(draft.noun.sectors) or is_foreign(scene, draft):
        return None
    return dateline(scene, scene.tokens[draft.head].sentence)


def _sent(scene: Scene, draft: Draft) -> str | None:
    """The country that sends or withdraws soldiers: they are its own."""
    token = scene.tokens[draft.head]
    verb = scene.tokens[token.head]
    if token.dep != "dobj" or verb.lemma not in reference_words().sending or is_foreign(scene, draft):
        return None
    if draft.entities[0].sectors[:1] != ("MIL",):
        return None
    for above in (verb, *scene.tree.ancestors(verb.i)):
        for subject in scene.tree.kids(above.i, "nsubj"):
            owner = scene.owner.get(subject.i)
            if owner is None or owner.dropped or len(owner.entities) != 1 or scene.tree.kids(subject.i, "conj"):
                return None
            code = scene.code(owner.entities[0])
            return code if code in countries() else None
    return None


RULES: tuple[tuple[str, Callable[[Scene, Draft], str | None]], ...] = (
    ("envoy-told-before", of_envoy),
    ("issuer-of-the-text", of_issuer),
    ("sent-by-its-state", _sent),
    ("same-noun-before", _same_noun),
    ("only-state-with-such-a-head", _crowned),
    ("place-of-clause", _where_it_acts),
    ("heading", _headed),
    ("only-country-near", _near),
    ("court-of-the-story", _judged),
    ("country-of-subject", _of_subjects),
    ("subject-of-clause-before", _clause_before),
    ("dateline", _dateline),
    ("home-of-the-story", _of_story),
    ("last-country-told", _farther),
)
"""In the order of how sure they are."""


def _loose(scene: Scene, draft: Draft) -> bool:
    """Whether a noun is told to be anybody's or foreign ("an international force")."""
    before = {t.text.lower() for t in scene.tokens[draft.first : draft.head]}
    return not before.isdisjoint(words().indefinite) or is_foreign(scene, draft)


def is_foreign(scene: Scene, draft: Draft) -> bool:
    """Whether a noun is told to be of several countries or of another one ("foreign", "international")."""
    own = {t.text.lower() for t in scene.tree.kids(draft.head) if draft.first <= t.i < draft.head}
    own -= set() if draft.noun is None else set(draft.noun.noun.split())
    return not own.isdisjoint(words().foreign)


def _subject_country(scene: Scene, token: Token) -> str | None:
    """The one country whose actors are subjects in the nearest sentence that has any."""
    near = [c for c in candidates(scene, token) if c.subject and scene.code(c.entity) in countries()]
    if len(near) == 0:
        return None
    closest = min(c.distance for c in near)
    told = {scene.code(e) for c in near if c.distance == closest for e in c.draft.entities}
    codes = told & countries().keys()
    return codes.pop() if len(codes) == 1 else None


def _owners(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """The countries of the possessor."""
    for possessor in scene.tree.kids(draft.head, "poss"):
        owner = scene.owner.get(possessor.i)
        if owner is not None and owner is not draft and not owner.dropped and len(owner.entities) > 0:
            codes = [scene.code(e) for e in owner.entities]
            return tuple(dict.fromkeys(code for code in codes if code is not None))
    return ()


def _give_all(scene: Scene, draft: Draft, codes: tuple[str, ...]) -> None:
    """Make a noun's actor one of each country that owns it ("their soldiers")."""
    sectors = draft.entities[0].sectors
    give(scene, draft, codes[0], "country-of-possessor")
    if draft.noun is not None and len(codes) > 1:
        draft.entities = tuple(generic_entity(draft.noun.noun, code, sectors) for code in codes)


def give(scene: Scene, draft: Draft, code: str | None, rule: str) -> None:
    """Make a noun's actor one of a country, for the reason named."""
    if draft.noun is None or code is None:
        return
    sectors = draft.entities[0].sectors
    draft.entities, draft.open, draft.rule = (generic_entity(draft.noun.noun, code, sectors),), False, rule
    draft.detail = f"{scene.words(draft.first, draft.stop)!r}: {draft.noun.noun} of {code} ({rule})"
