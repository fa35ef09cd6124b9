"""Common nouns still without a country, after all references are settled → the country of those around them.

These are the least sure rules of all: each names itself in its reason, so that later stages can trust it less.
"""

import msgspec

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.ontology import offices
from dragoman.ontology.actor_generics import generics
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.ontology.actors import generic_entity
from dragoman.ontology.countries import countries
from dragoman.resolve.reference_candidates import of_another_land
from dragoman.resolve.reference_homes import STATE_BODIES, give, is_foreign
from dragoman.resolve.who_hints import located
from dragoman.resolve.who_places import dateline
from dragoman.resolve.who_scene import Draft, Scene
from dragoman.resolve.who_story import told_home

DOMESTIC = frozenset(
    {"CVL", "OPP", "REB", "LAB", "EDU", "MED", "REL", "AGR", "JRN", "LEG", "JUD", "COP", "PTY", "CRM", "ELI", "UAF"}
)
"""Sectors of people who mostly act in their own country."""
AUTHORITIES = frozenset({"GOV", "COP", "JUD", "MIL", "LEG", "SPY"})
PRINCIPALS = frozenset({"to", "for", "of", "from"})
PEOPLE = frozenset({"person", "people", "body"})
SUFFERING = frozenset({"dobj", "nsubjpass"})
"""What the press is where it comes into the news itself, and people are with whom something is done."""
PARTIES = SUFFERING | {"nsubj"}
BACKED = ("backed", "supported", "funded", "sponsored")
OFFICER = "officer"
ETHNIC = "ethnic"


def homes(scene: Scene) -> None:
    """Give countries to common nouns that have none, and to the pronouns that stand for them."""
    changed: dict[int, Entity] = {}
    for draft in reversed(scene.living()):
        _in_police(scene, draft)
        if draft.noun is None or draft.noun.sort not in PEOPLE or not _homeless(draft):
            continue
        before = draft.entities[0]
        _home(scene, draft)
        if draft.entities[0] is not before:
            changed[id(before)] = draft.entities[0]
    for draft in scene.living():
        if draft.kind in {"pronoun", "description"}:
            draft.entities = tuple(changed.get(id(e), e) for e in draft.entities)
        _minority(scene, draft)


def _homeless(draft: Draft) -> bool:
    return len(draft.entities) == 1 and draft.entities[0].kind == "generic" and draft.entities[0].code is None


def _home(scene: Scene, draft: Draft) -> None:
    if is_foreign(scene, draft) or _backed(scene, draft) or len(scene.tree.kids(draft.head, "poss")) > 0:
        return
    if _roams(draft):
        give(scene, draft, _same_elsewhere(scene, draft), "same-noun-in-the-report")
        return
    give(scene, draft, _principal(scene, draft), "country-of-principal")
    if not _homeless(draft) or not _is_domestic(scene, draft):
        return
    named = _named(scene, draft)
    town = dateline(scene, scene.tokens[draft.head].sentence)
    if len(named - {town}) == 0 and _acts(scene, draft):
        give(scene, draft, town, "dateline")
    if _homeless(draft) and len(named) == 1 and _counts(scene, draft, PARTIES):
        give(scene, draft, next(iter(named)), "only-country-in-sentence")
    elif _homeless(draft) and len(named) == 0 and _counts(scene, draft, SUFFERING):
        give(scene, draft, _other_side(scene, draft), "home-of-the-other-side")
    is_party = _counts(scene, draft, PARTIES) and not _has_name(scene, draft) and not _speaks(scene, draft)
    if _homeless(draft) and len(named) == 0 and is_party:
        give(scene, draft, told_home(scene, scene.tokens[draft.head].sentence), "home-of-the-story")


def _in_police(scene: Scene, draft: Draft) -> None:
    """Make "officers" policemen where the sentences near tell of police and of no soldiers."""
    if draft.noun is None or draft.noun.noun != OFFICER or len(draft.entities) != 1:
        return
    near = scene.recent(scene.tokens[draft.head], 1)
    told = {s for d in near if d is not draft for e in d.entities for s in offices.standing(e, scene.date).sectors}
    if "COP" in told and "MIL" not in told:
        draft.noun = generics()[f"police {OFFICER}"]
        draft.entities = (generic_entity(draft.noun.noun, draft.entities[0].code, draft.noun.sectors),)


def _backed(scene: Scene, draft: Draft) -> bool:
    """Whether a country is only behind somebody ("Ankara-backed fighters"): nothing tells whose he is."""
    return any(scene.tokens[i].text.lower().endswith(BACKED) for i in range(draft.first, draft.head))


def _roams(draft: Draft) -> bool:
    """Whether a noun is of people who are mostly not of the country where they come in."""
    return draft.noun is not None and draft.noun.noun in reference_words().roaming


def _same_elsewhere(scene: Scene, draft: Draft) -> str | None:
    """The only country with which the report names the same people anywhere ("pirates … Somali pirates")."""
    same = [d for d in scene.living() if d.noun is draft.noun and d.rule == "noun-with-country" and d.plural]
    codes = {e.code for d in same for e in d.entities}
    return codes.pop() if len(codes) == 1 else None


def _speaks(scene: Scene, draft: Draft) -> bool:
    """Whether mere people only say something: sources may be of anywhere."""
    token = scene.tokens[draft.head]
    civil = draft.entities[0].sectors[:1] == ("CVL",)
    return civil and token.dep == "nsubj" and scene.tokens[token.head].lemma.lower() in words().saying


def _has_name(scene: Scene, draft: Draft) -> bool:
    """Whether a body has a word before it that tells which one it is ("the shipping council")."""
    return draft.noun is not None and draft.noun.sort == "body" and bool(scene.tree.kids(draft.head, "compound"))


def _acts(scene: Scene, draft: Draft) -> bool:
    return scene.tokens[draft.head].dep in {"nsubj", "nsubjpass", "agent"}


def _counts(scene: Scene, draft: Draft, deps: frozenset[str]) -> bool:
    """Whether somebody has a part in what happens: mere people only as its parties, and never one of them alone."""
    if draft.entities[0].sectors[:1] != ("CVL",):
        return True
    return draft.plural and scene.tokens[draft.head].dep in deps


def _is_domestic(scene: Scene, draft: Draft) -> bool:
    """Whether a noun is of people at home, and not of the press, which comes from anywhere to hear and see."""
    sectors = set(draft.entities[0].sectors)
    if draft.noun is None or sectors.isdisjoint(DOMESTIC) or draft.noun.sort == "outlet":
        return False
    token = scene.tokens[draft.head]
    told = token.dep == "dobj" and scene.tokens[token.head].lemma in words().saying
    return "JRN" not in sectors or (token.dep in SUFFERING and not told)


def _principal(scene: Scene, draft: Draft) -> str | None:
    """The country of the one whom an official serves or speaks for ("an aide to the prime minister")."""
    if STATE_BODIES.isdisjoint(draft.entities[0].sectors):
        return None
    for preposition in scene.tree.kids(draft.head, "prep"):
        for noun in scene.tree.kids(preposition.i, "pobj"):
            owner = scene.owner.get(noun.i)
            if preposition.lemma.lower() in PRINCIPALS and owner is not None and not owner.dropped and owner.entities:
                return scene.code(owner.entities[0]) if len(owner.entities) == 1 and owner is not draft else None
    return None


def _named(scene: Scene, draft: Draft) -> set[str]:
    """The countries that a sentence names, by names, adjectives of actors and towns; not those only passed by."""
    sentence = scene.annotated.sentences[scene.tokens[draft.head].sentence]
    said, found = _said(scene, draft), set()
    for token in scene.tokens[sentence.first : sentence.stop]:
        code = _country(scene, token)
        if code is not None and token.i not in said:
            found.add(code)
    return found


def _said(scene: Scene, draft: Draft) -> set[int]:
    """What they only say ("two people said that Iran …"): it tells nothing of who they are."""
    verb = scene.tokens[draft.head].head
    if scene.tokens[draft.head].dep != "nsubj" or scene.tokens[verb].lemma.lower() not in words().saying:
        return set()
    return {i for content in scene.tree.kids(verb, "ccomp") for i in scene.tree.subtree(content.i)}


def _country(scene: Scene, token: Token) -> str | None:
    owner = scene.owner.get(token.i)
    if owner is None or owner.dropped or not owner.entities:
        code = located(scene, token.i) if token.tag == "NNP" else None
    elif owner.head == token.i and owner.kind in {"name", "metonym", "demonym", "title", "generic"}:
        code = scene.code(owner.entities[0])
    else:
        code = None
    return code if code in countries() and not of_another_land(scene, token) else None


def _other_side(scene: Scene, draft: Draft) -> str | None:
    """The country of the one government whose police, court, army or officials the sentence also tells of."""
    codes = set()
    for other in scene.told.get(scene.tokens[draft.head].sentence, ()):
        if other is draft or other.dropped or len(other.entities) != 1:
            continue
        if of_another_land(scene, scene.tokens[other.head]):
            continue
        entity = other.entities[0]
        code = scene.code(entity)
        if code in countries() and not AUTHORITIES.isdisjoint(entity.sectors):
            codes.add(code)
    return codes.pop() if len(codes) == 1 else None


def _minority(scene: Scene, draft: Draft) -> None:
    """Ethnic Xs are people of the other country that the sentence names, where it names just one."""
    if draft.kind not in {"generic", "demonym"} or len(draft.entities) != 1 or draft.entities[0].code is None:
        return
    before = {scene.tokens[i].text.lower() for i in range(draft.first, draft.head)}
    if ETHNIC not in before:
        return
    others = _named(scene, draft) - {draft.entities[0].code}
    if len(others) == 1:
        _resettle(scene, draft, others.pop())


def _resettle(scene: Scene, draft: Draft, code: str) -> None:
    old = draft.entities[0]
    noun = "people" if draft.noun is None else draft.noun.noun
    new = msgspec.structs.replace(generic_entity(noun, code), name=scene.words(draft.first, draft.stop))
    for other in scene.living():
        if other is draft or (other.kind == "pronoun" and other.entities[:1] == (old,)):
            other.entities, other.rule = (new,), "minority-where-it-lives"
