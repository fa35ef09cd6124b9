"""A noun phrase → whose it is: countries told by its adjectives, possessor or "of …", with the words that say so."""

from typing import NamedTuple

from dragoman.model.annotated import Token
from dragoman.ontology.actor_generics import Generic
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_words import words
from dragoman.resolve.who_scene import Draft, Scene, country_of_place

OWNING = frozenset({"of", "for", "from"})
PLACING = frozenset({"in", "at"})
SERVED = frozenset({"for"})


class Hint(NamedTuple):
    """Codes of the countries a phrase belongs to, and the token after the last word that says so (or 0)."""

    codes: tuple[str, ...]
    stop: int = 0


NOTHING = Hint(())


def belongs(scene: Scene, i: int, first: int) -> Hint:
    """Whose the noun at `i` is, whose phrase begins at `first`."""
    possessors = [t for t in scene.tree.kids(i, "poss") if t.i >= first]
    limit = max((scene.tree.subtree(p.i)[-1] + 1 for p in possessors), default=first)
    close = _codes(scene, max(limit, first), i)
    if close:
        return Hint(close)
    owners = _codes(scene, first, limit) or _whose(scene, possessors)
    if owners or any(t.tag == "PRP$" for t in possessors):
        return Hint(owners)
    after = _after(scene, i, OWNING)
    return after if after.codes else _led(scene, i)


def _whose(scene: Scene, possessors: list[Token]) -> tuple[str, ...]:
    """The countries of the noun that "whose" takes up ("Austria, whose banks …")."""
    for token in possessors:
        clause = next((t for t in scene.tree.ancestors(token.i) if t.dep == "relcl"), None)
        if token.tag == "WP$" and clause is not None and clause.head < token.i:
            return _all_told(scene, clause.head)
    return ()


def placed(scene: Scene, i: int) -> Hint:
    """Where the noun at `i` is said to be ("rebels in Sudan")."""
    return Hint(_after(scene, i, PLACING).codes)


def _led(scene: Scene, i: int) -> Hint:
    """Who leads what the noun names ("a coalition led by Saudi Arabia"), or for whom it works."""
    for verb in scene.tree.kids(i, "acl"):
        hint = _after(scene, verb.i, SERVED) if verb.lemma.lower() in words().serving else NOTHING
        if hint.codes:
            return hint
        for by in scene.tree.kids(verb.i, "agent"):
            if verb.lemma.lower() in words().leading:
                for noun in scene.tree.kids(by.i, "pobj"):
                    return _object(scene, noun.i)
    return NOTHING


def located(scene: Scene, i: int) -> str | None:
    """The country of the place that a noun names: a town, a state, or "the Kenyan capital", "the city of X"."""
    code = _told(scene, i)
    if code is not None:
        return code
    if scene.tokens[i].lemma.lower() in words().place_nouns:
        inner = belongs(scene, i, scene.left_edge(i)).codes
        return inner[0] if len(inner) == 1 else _town_named(scene, i)
    return None


def _town_named(scene: Scene, i: int) -> str | None:
    """The country of the town in "the city of X", whatever the recogniser takes X for."""
    for of in scene.tree.kids(i, "prep"):
        for noun in scene.tree.kids(of.i, "pobj"):
            if of.lemma.lower() == "of" and noun.tag == "NNP":
                return country_of_place(scene.words(scene.left_edge(noun.i), noun.i + 1))
    return None


def _codes(scene: Scene, first: int, stop: int) -> tuple[str, ...]:
    """Countries named between two tokens."""
    found: list[str] = []
    for i in range(first, stop):
        found.extend(code for code in _all_told(scene, i) if code not in found)
    return tuple(found)


def _all_told(scene: Scene, i: int) -> tuple[str, ...]:
    """The countries that a token names: more than one only for "the two Koreas"."""
    code, draft = _told(scene, i), scene.owner.get(i)
    if code is None or draft is None or draft.dropped or len(draft.entities) == 1:
        return () if code is None else (code,)
    return tuple(c for e in draft.entities if (c := scene.code(e)) is not None)


def _told(scene: Scene, i: int) -> str | None:
    draft = scene.owner.get(i)
    if draft is not None and not draft.dropped and len(draft.entities) > 0:
        return scene.code(draft.entities[0]) if i == draft.head and _owns(scene, draft) else None
    for hit in scene.hits.get(i, ()):
        if hit.readings[0].kind in {"capital", "adjective", "name"}:
            return hit.readings[0].entity.code
    return scene.places.get(i)


def _owns(scene: Scene, draft: Draft) -> bool:
    """Whether a country in a hyphenated word has what follows: "U.S.-led troops" are its own, not "U.S.-backed"."""
    rest = scene.text[draft.span.end : scene.tokens[draft.head].span.end] if draft.span is not None else ""
    following = [t.text for t in scene.tokens[draft.stop : draft.stop + 2]]
    if rest == "" and following[:1] in (["-"], ["–"]):
        rest = "".join(following)
    return rest[:1] not in {"-", "–"} or not rest.endswith("ed") or rest[1:] in words().owning


def charge(scene: Scene, i: int) -> int | None:
    """The "of" behind a noun that tells what it is accused of ("accused the alliance of lying"), not whose it is."""
    token = scene.tokens[i]
    if token.dep != "dobj" or scene.tokens[token.head].lemma.lower() not in reference_words().charging:
        return None
    behind = [t.i for t in scene.tree.kids(i, "prep") if t.lemma.lower() == "of" and t.i > i]
    return behind[-1] if behind and not scene.tree.kids(token.head, "prep") else None


def _after(scene: Scene, i: int, prepositions: frozenset[str]) -> Hint:
    charged = charge(scene, i)
    for preposition in scene.tree.kids(i, "prep"):
        if preposition.lemma.lower() not in prepositions or preposition.i < i or preposition.i == charged:
            continue
        for noun in scene.tree.kids(preposition.i, "pobj"):
            hint = _object(scene, noun.i)
            if hint.codes:
                return hint
    return NOTHING


def _object(scene: Scene, i: int) -> Hint:
    """Countries of what stands after "of": a country, or an actor of one ("of the Chinese army")."""
    first = scene.left_edge(i)
    if scene.tokens[i].lemma.lower() in words().place_nouns and scene.generic(i) is None:
        place = located(scene, i)
        return Hint((place,)) if place is not None else NOTHING
    heads = {i, *(t.i for t in scene.tree.kids(i, "nmod"))}
    parts = {c for h in heads for c in scene.tree.conjuncts(h)}
    joined = [c for c in sorted(parts) if scene.tokens[c].pos in {"PROPN", "NOUN", "ADJ"}]
    codes = tuple(dict.fromkeys(code for c in joined for code in _all_told(scene, c)))
    if codes:
        last = [c for c in joined if _told(scene, c) is not None][-1]
        owner = scene.owner.get(last)
        return Hint(codes, owner.stop if owner is not None else last + 1)
    found = scene.generic(i)
    if found is not None and found[0].sort not in {"state", "side", "power"}:
        inner = belongs(scene, i, first)
        return Hint(inner.codes, max(i + 1, inner.stop)) if inner.codes else NOTHING
    return NOTHING


def company(scene: Scene, i: int, first: int, noun: str) -> str | None:
    """The sector that goes with the words beside a noun like "official" or "spokesman" ("police official")."""
    if noun not in words().carriers:
        return None
    beside = [t for t in scene.tree.kids(i, "compound", "amod", "poss", "nmod") if t.i >= first]
    for preposition in scene.tree.kids(i, "prep"):
        if preposition.lemma.lower() in OWNING:
            beside.extend(scene.tree.kids(preposition.i, "pobj"))
    told = [k for t in beside if t.dep == "pobj" for k in scene.tree.kids(t.i, "compound", "amod") if k.text.islower()]
    for token in (*beside, *told):
        sector = words().companions.get(token.lemma.lower())
        if sector is not None:
            return sector
    return _owner_sector(scene, [t.i for t in beside])


def sectors_of(scene: Scene, i: int, generic: Generic, first: int) -> tuple[str, ...]:
    """The noun's sectors, with what its company tells before them."""
    beside = company(scene, i, first, generic.noun)
    if beside is not None and beside not in generic.sectors:
        return tuple(dict.fromkeys((beside, *(s for s in generic.sectors if s not in {"GOV", "UNK"}))))
    if any(t.text.lower() == "opposition" for t in scene.tokens[first:i]) and "OPP" not in generic.sectors:
        return (*generic.sectors, "OPP")
    return generic.sectors


def _owner_sector(scene: Scene, tokens: list[int]) -> str | None:
    """The sector of a body named beside it ("a spokesman for the Revolutionary Guards", "a Hamas official")."""
    for i in tokens:
        owner = scene.owner.get(i)
        if owner is not None and owner.entities and owner.entities[0].kind in {"organisation", "group"}:
            return next(iter(owner.entities[0].sectors), None)
    return None


def absorb(scene: Scene, draft: Draft) -> None:
    """Drop the mentions that a longer phrase swallows."""
    for i in range(draft.first, draft.stop):
        inner = scene.owner.get(i)
        if inner is not None and inner is not draft and _owns(scene, inner):
            inner.inside = inner.inside or (inner.kind == "name" and not inner.dropped)
            inner.dropped = True
