"""Names that the dictionary lacks → actors of this article, with the country and sector that their titles tell."""

from dragoman.model.annotated import NamedSpan
from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.ontology.actor_generics import Generic
from dragoman.ontology.actor_references import reference_words
from dragoman.ontology.actor_rows import slug
from dragoman.ontology.actor_words import words
from dragoman.ontology.places import gazetteer
from dragoman.resolve.who_acronyms import introduced
from dragoman.resolve.who_bodies import sectors_by_words, states_inside, told_of
from dragoman.resolve.who_described import described
from dragoman.resolve.who_hints import belongs
from dragoman.resolve.who_regions import acts
from dragoman.resolve.who_scene import Draft, Scene, country_of_place, plural
from dragoman.resolve.who_spellings import near_spelling
from dragoman.resolve.who_trimmed import trimmed

UNKNOWN_LABELS = frozenset({"PERSON", "ORG"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
DATELINE_ENDS = frozenset({"--", "-", "–", "—", ",", "("})
OPENING = 4
"""Sentences in which a body may be told by the last word of its name before the name itself."""
REGION = "admin1"
FULL_NAME = range(2, 4)
"""Words of a first name and a surname."""
WHOLE_ARTICLE = 200
"""Sentences over which a body's short name may point back."""
CALENDAR = frozenset({"DATE", "TIME"})
"""What the recogniser takes for a time is part of no name ("on Tuesday Rouhani")."""


def unknown(scene: Scene) -> None:
    """Put a draft for every person or organisation that the parser named and the dictionary does not know."""
    _cut_short(scene)
    introduced(scene)
    for name in scene.annotated.names:
        if name.label in UNKNOWN_LABELS:
            _name(scene, name)
    _cut_short(scene)
    _remembered(scene)


def _cut_short(scene: Scene) -> None:
    """The last word of a body's name after "the", seen by the recogniser or not ("a commander of the Guards").

    Asked before the recogniser's names, which must not take the word for another body, and again with theirs.
    """
    last: dict[str, list[Draft]] = {}
    for draft in scene.living():
        if draft.entities[0].kind in {"organisation", "group"} and draft.stop - draft.first > 1:
            last.setdefault(scene.tokens[draft.stop - 1].text, []).append(draft)
    if len(last) == 0:
        return
    for token in scene.tokens[1:-1]:
        alone = scene.tokens[token.i - 1].text.lower() == "the" and scene.tokens[token.i + 1].tag not in NAME_TAGS
        if token.text in words().full_only:
            continue
        if alone and token.text in last and token.tag in NAME_TAGS and token.i not in scene.owner:
            told = [d for d in last[token.text] if d.first < token.i or token.sentence < OPENING]
            if told:
                _put(scene, token.i - 1, token.i + 1, told[0].entities[0], "name-cut-short")


def _name(scene: Scene, name: NamedSpan) -> None:
    first, stop = trimmed(scene, name)
    if (
        first >= stop
        or scene.tokens[first].text.partition("-")[0] in reference_words().combining
        or any(_taken(scene, i) for i in range(first, stop))
    ):
        return
    if _no_actor(scene, first, stop) or _is_capital(scene, first, stop):
        return
    text = scene.words(first, stop)
    if name.label == "PERSON" and _whole_state(scene, first, stop) and not _is_also_a_person(text):
        return
    told = stop - first == 1 and _human(scene, stop - 1) and _shortened(scene, first, stop) is None
    told = told or _has_title(scene, first, stop)
    if name.label == "PERSON" or told:
        first = first if name.label == "PERSON" else _with_first_names(scene, first)
        _person(scene, first, stop, scene.words(first, stop))
    elif not _plain(scene, first, stop) and not _place(scene, stop, text):
        _organisation(scene, first, stop, text)


def _place(scene: Scene, stop: int, text: str) -> bool:
    """Whether what the recogniser took for a body is a region, or a large city that acts; then it is noted as that."""
    is_region = any(r.place.feature == REGION for r in gazetteer().named(text))
    code = country_of_place(text) if is_region or acts(scene, stop - 1) else None
    if code is not None:
        scene.places[stop - 1] = code
    return code is not None


def _has_title(scene: Scene, first: int, stop: int) -> bool:
    """Whether a name of two or three words has a title in small letters before it, or explains one ("the envoy, X")."""
    names = [scene.tokens[i].text for i in range(first, stop)]
    if len(names) not in FULL_NAME or not all(n.isalpha() and not n.isupper() for n in names):
        return False
    last = scene.tokens[stop - 1]
    beside = first - 1 if last.dep != "appos" else last.head
    found = scene.generic(beside) if beside >= 0 and scene.tokens[beside].text.islower() else None
    joined = last.dep == "appos" or scene.tokens[beside].dep == "compound"
    return found is not None and found[0].sort == "person" and found[0].title and joined and _one(scene, beside)


def _one(scene: Scene, i: int) -> bool:
    return not plural(scene.tokens[i])


def _human(scene: Scene, i: int) -> bool:
    """Whether an apposition tells that a name is a person's ("X, police chief of Van,")."""
    found = (scene.generic(t.i) for t in scene.tree.kids(i, "appos"))
    return any(one is not None and one[0].sort == "person" for one in found)


def _with_first_names(scene: Scene, first: int) -> int:
    """Where the first names begin that the recogniser left out."""
    while first > 0 and _first_name(scene, first):
        first -= 1
    return first


def _first_name(scene: Scene, first: int) -> bool:
    before = scene.tokens[first - 1]
    joined = before.dep == "compound" and before.tag in NAME_TAGS and before.head == scene.tokens[first].head
    joined = joined or (before.dep == "compound" and before.tag in NAME_TAGS and before.head == first)
    return joined and first - 1 not in scene.owner and first - 1 not in scene.hits and scene.generic(first - 1) is None


def _taken(scene: Scene, i: int) -> bool:
    """Whether a token belongs to a name that is already known to be one of a person, a body or a capital."""
    draft = scene.owner.get(i)
    return draft is not None and not draft.dropped and draft.entities[0].kind != "state"


def _no_actor(scene: Scene, first: int, stop: int) -> bool:
    """Whether what the recogniser saw is hardly an actor: no proper noun, a dateline, a place, a mere attribute."""
    if not any(scene.tokens[i].tag in NAME_TAGS for i in range(first, stop)):
        return True
    token = scene.tokens[stop - 1]
    after = scene.tokens[stop].text if stop < len(scene.tokens) else ""
    if (
        scene.words(first, stop).isupper()
        and after in DATELINE_ENDS
        and scene.tokens[first - 1].sentence != token.sentence
    ):
        return True
    if stop - first > 1:
        return False
    if token.dep in {"compound", "nmod", "amod"}:
        return scene.generic(token.head) is None
    above = scene.tokens[token.head]
    placed = token.dep == "pobj" and above.lemma.lower() in words().place_prepositions
    return placed or (first > 0 and scene.tokens[first - 1].text in {"'s", "’s"})


def _is_capital(scene: Scene, first: int, stop: int) -> bool:
    """Whether a name is just a capital's, whatever the recogniser takes it for ("the Lima city court")."""
    end = scene.tokens[stop - 1].span.end
    return any(hit.end == end and hit.readings[0].kind == "capital" for hit in scene.hits.get(first, ()))


def _plain(scene: Scene, first: int, stop: int) -> bool:
    """Whether a name is only a state's, or a common noun with a country ("Nigerian Interior Ministry")."""
    found = scene.generic(stop - 1)
    if found is None and scene.generic(scene.head(first, stop)) is not None and _whole_state(scene, stop - 1, stop):
        return True
    start = stop if found is None else found[1]
    return all(i in scene.owner for i in range(first, start)) and (
        found is not None or _whole_state(scene, first, stop)
    )


def _whole_state(scene: Scene, first: int, stop: int) -> bool:
    owner = scene.owner.get(first)
    return owner is not None and owner.stop >= stop


def _person(scene: Scene, first: int, stop: int, text: str) -> None:
    surname = scene.tokens[stop - 1].text
    alone = stop - first == 1
    entity = scene.known.get(text) or ((scene.known.get(surname) or _within(scene, text)) if alone else None)
    rule = "name-told-before"
    if entity is None:
        head = scene.head(first, stop)
        entity, rule = described(scene, first, stop, head), "name-by-recogniser"
        meant = near_spelling(text) if stop - first > 1 else None
        if meant is not None and entity.code in {None, scene.code(meant)}:
            entity, rule = meant, "near-spelling"
        scene.known[text] = entity
        if scene.tokens[stop - 1].tag in {"NNP", "NNPS"}:
            scene.known[surname] = entity
    _put(scene, first, stop, entity, rule)


def _is_also_a_person(name: str) -> bool:
    """Whether the name of a state is a first name or surname too, and not often enough the state ("Georgia")."""
    return name in words().ambiguous and name in words().everyday_names


def _within(scene: Scene, name: str) -> Entity | None:
    """The only person told in full whose name has this word behind the first ("Leiva" of "Mauricio Leiva Paz")."""
    people = {e.id: e for e in scene.known.values() if e.kind == "person" and name in e.name.split()[1:]}
    return next(iter(people.values())) if len(people) == 1 else None


def _organisation(scene: Scene, first: int, stop: int, text: str) -> None:
    entity = scene.known.get(text) or _shortened(scene, first, stop)
    if entity is None:
        head = scene.head(first, stop)
        explained, sectors = told_of(scene, head)
        codes = belongs(scene, head, first).codes or belongs(scene, head, scene.left_edge(head)).codes
        kind = _kind_before(scene, text)
        entity = Entity(
            id=EntityId(f"article:{slug(text)}"),
            name=text,
            kind="organisation",
            code=(explained or codes or _inside(scene, first, stop) or (_place_in(text),))[0],
            sectors=sectors or sectors_by_words(scene, first, stop) or (() if kind is None else kind[0].sectors),
        )
        scene.known[text] = entity
    _put(scene, first, stop, entity, "name-by-recogniser")


def _inside(scene: Scene, first: int, stop: int) -> tuple[str, ...]:
    """The country in a body's name of several words, that is not joined to another by a hyphen."""
    joined = any(scene.tokens[i].text in {"-", "–", "/"} for i in range(first, stop))
    return () if stop - first == 1 or joined else states_inside(scene, first, stop)


def _kind_before(scene: Scene, text: str) -> tuple[Generic, int] | None:
    """The common noun that stands before a name wherever it comes in ("the security agency X … X")."""
    first = text.split(maxsplit=1)[0]
    places = (t.i for t in scene.tokens if t.text == first and t.i > 0)
    return next((found for i in places if (found := scene.generic(i - 1)) is not None), None)


def _shortened(scene: Scene, first: int, stop: int) -> Entity | None:
    """The body told before whose name ends in this one word ("the Guards" after "the Revolutionary Guards")."""
    word = scene.tokens[first].text
    if stop - first > 1 or not word[0].isupper() or word in words().full_only:
        return None
    for draft in scene.recent(scene.tokens[first], WHOLE_ARTICLE):
        entity = draft.entities[0]
        longer = entity.kind in {"organisation", "group"} and draft.stop - draft.first > 1
        if longer and scene.tokens[draft.stop - 1].text == word:
            return entity
    return None


def _place_in(name: str) -> str | None:
    """The country of a region or large city in a body's name ("Michigan Department of …")."""
    pieces = name.split()
    for size in (2, 1):
        for n in range(len(pieces) - size):
            code = country_of_place(" ".join(pieces[n : n + size]))
            if code is not None:
                return code
    return None


def _put(scene: Scene, first: int, stop: int, entity: Entity, rule: str) -> None:
    told = f"{entity.code or 'no country told'}, {', '.join(entity.sectors) or 'no sector told'}"
    detail = f"{scene.words(first, stop)!r}: {told}"
    head = scene.head(first, stop)
    scene.put(Draft(first=first, stop=stop, head=head, kind="name", entities=(entity,), rule=rule, detail=detail))


def _alone(scene: Scene, i: int) -> bool:
    """Whether a surname is not the end of another name ("La Paz" is not Mr Paz)."""
    before = scene.tokens[i - 1] if i > 0 else None
    joined = before is not None and before.head == i and before.dep == "compound" and before.tag in NAME_TAGS
    if before is not None and before.entity in CALENDAR:
        return True
    return before is None or not joined or scene.generic(i - 1) is not None or i - 1 in scene.owner


def _remembered(scene: Scene) -> None:
    """Further places where a name of this article stands, whether or not the recogniser saw them."""
    for token in scene.tokens:
        entity = scene.known.get(token.text)
        if entity is not None and token.i not in scene.owner and token.text[0].isupper() and _alone(scene, token.i):
            _put(scene, token.i, token.i + 1, entity, "name-told-before")
