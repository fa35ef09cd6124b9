"""Dictionary names in an article → drafts: states, capitals as governments, houses, organisations, persons."""

from dragoman.model.annotated import Token
from dragoman.model.entity import Entity
from dragoman.model.resolved import MentionKind
from dragoman.model.span import Span
from dragoman.ontology import offices
from dragoman.ontology.actor_persons import persons
from dragoman.ontology.actor_words import words
from dragoman.ontology.actors import Alias, AliasKind, Hit
from dragoman.resolve.who_metonyms import governs
from dragoman.resolve.who_scene import Draft, Scene

NAME_TAGS = frozenset({"NNP", "NNPS"})
STRANGE = frozenset({"PART", "NOUN", "VERB", "CCONJ", "PUNCT"})
"""Parts of speech before a state's name that belong to something else."""
PERSON = "PERSON"
CALENDAR = frozenset({"DATE", "TIME"})
"""What the recogniser takes for a time is nobody's surname ("Friday", "May")."""
ACRONYM = 4
"""Capitals from which on an organisation's acronym is its name whatever the tagger says."""
ACTING = ("ed", "led", "sponsored", "run")
"""Endings of the second half of "Tehran-backed", "Moscow-run"."""
KINDS: dict[AliasKind, MentionKind] = {"adjective": "demonym", "people": "generic", "house": "metonym"}
"""How a mention names its actor, by kind of alias; else by name."""


def named(scene: Scene) -> None:
    """Put a draft for every dictionary name that is an actor where it stands."""
    for first in sorted(scene.hits):
        for hit in scene.hits[first]:
            _name(scene, first, hit)


def _name(scene: Scene, first: int, hit: Hit) -> None:
    stop = first + 1
    while stop < len(scene.tokens) and scene.tokens[stop].span.start < hit.end:
        stop += 1
    whole = scene.tokens[first].span.start == hit.start and scene.tokens[stop - 1].span.end == hit.end
    kind = hit.readings[0].kind
    if kind in {"person", "surname"}:
        if whole:
            _person(scene, first, stop, hit)
    elif whole and _is_name(scene, first, stop, kind) and not _currency(scene, stop):
        _other(scene, first, stop, hit)
    elif not whole and kind in {"name", "adjective", "capital"}:
        _part(scene, first, hit)


def _is_name(scene: Scene, first: int, stop: int, kind: str) -> bool:
    """Whether the words are used as a name here, and not as part of a longer or other one."""
    tokens = scene.tokens[first:stop]
    if stop - first == 1:
        if kind in {"organisation", "house"} and _part_of_name(scene, first, stop):
            return False
        token = tokens[0]
        is_tagged = token.pos == "PROPN" or token.entity != ""
        namelike = is_tagged or kind in {"adjective", "people"} or _is_clear(token, kind)
        if not namelike:
            return False
    return not _inside_other(scene, first, stop, kind)


def _is_clear(token: Token, kind: str) -> bool:
    """Whether a word is a name whatever the tagger says: a long acronym, a state or capital that is no other word."""
    if kind == "organisation":
        return token.text.isupper() and len(token.text) >= ACRONYM
    return kind in {"name", "capital"} and token.text.istitle() and token.text not in words().everyday_names


def _currency(scene: Scene, stop: int) -> bool:
    """Whether a sum of money or a state's money follows ("US $50 million", "200 US dollars", "Swiss francs")."""
    after = _at(scene, stop)
    return after is not None and (after.tag == "$" or after.lemma.lower() in words().currencies)


def _inside_other(scene: Scene, first: int, stop: int, kind: str) -> bool:
    """Whether a longer name of another thing swallows it ("New Mexico", "Michael Jordan")."""
    if kind in {"organisation", "house", "adjective", "people"}:
        return False
    before, after = scene.tokens[first - 1] if first > 0 else None, _at(scene, stop)
    token = scene.tokens[first]
    if before is not None and before.tag in NAME_TAGS and before.head in range(first, stop) and before.entity != "":
        joined = before.entity in {PERSON, "GPE", "LOC", "FAC"} and before.entity == token.entity
        if joined and first - 1 not in scene.hits and scene.generic(first - 1) is None:
            return True
    if (
        scene.labels.get(first, "") in {"LOC", "FAC"}
        and token.dep == "compound"
        and token.head not in range(first, stop)
    ):
        return True
    person_after = after is not None and after.entity == PERSON == token.entity and after.tag in NAME_TAGS
    return person_after and scene.generic(stop) is None


def _at(scene: Scene, i: int) -> Token | None:
    return scene.tokens[i] if i < len(scene.tokens) else None


def _other(scene: Scene, first: int, stop: int, hit: Hit) -> None:
    reading = hit.readings[0]
    if _doubtful(scene, first, stop):
        return
    if reading.kind == "capital":
        _capital(scene, first, stop, reading)
        return
    head = scene.head(first, stop)
    modifies = reading.kind == "adjective" and scene.tokens[head].dep in {"amod", "compound", "nmod", "poss", "conj"}
    kind = KINDS.get(reading.kind, "name")
    if reading.kind == "adjective" and not modifies:
        _demonym_noun(scene, first, stop, reading)
        return
    start = first if kind == "demonym" else _with_article(scene, first, stop)
    scene.put(
        Draft(
            first=start,
            stop=stop,
            head=head,
            kind=kind,
            entities=(reading.entity,),
            rule=f"dictionary-{reading.kind}",
            detail=f"{scene.words(first, stop)!r} is {reading.entity.name} ({reading.entity.source})",
            plural=reading.kind == "people",
        )
    )


def _demonym_noun(scene: Scene, first: int, stop: int, reading: Alias) -> None:
    """An adjective used as a noun: "the Iranians", "the Chinese" are a state's side; "is Iranian" is no actor."""
    token = scene.tokens[stop - 1]
    if token.dep in {"acomp", "ROOT", "attr", "oprd"} and token.tag.startswith("JJ"):
        return
    scene.put(
        Draft(
            first=_with_article(scene, first, stop),
            stop=stop,
            head=scene.head(first, stop),
            kind="demonym",
            entities=(reading.entity,),
            rule="dictionary-adjective-as-noun",
            detail=f"{scene.words(first, stop)!r} is {reading.entity.name} ({reading.entity.source})",
        )
    )


def _with_article(scene: Scene, first: int, stop: int) -> int:
    """The phrase's first token: the name's own determiner and adjectives, nothing that names someone else."""
    edge = scene.left_edge(scene.head(first, stop))
    for i in range(first - 1, edge - 1, -1):
        token = scene.tokens[i]
        hyphen = token.text == "-" or token.dep == "npadvmod"
        if i in scene.owner or (token.pos in STRANGE and not hyphen):
            return i + 2 if scene.tokens[i + 1].text == "-" else i + 1
    return min(first, edge)


def _capital(scene: Scene, first: int, stop: int, reading: Alias) -> None:
    head = scene.head(first, stop)
    reason = "in-compound" if _acts_in_compound(scene, stop) else governs(scene, head)
    if reason is None:
        return
    scene.put(
        Draft(
            first=first,
            stop=stop,
            head=head,
            kind="metonym",
            entities=(reading.entity,),
            rule=f"capital-{reason}",
            detail=f"{scene.words(first, stop)!r} for the government of {reading.entity.name}",
        )
    )


def _acts_in_compound(scene: Scene, stop: int) -> bool:
    """Whether "-backed" or the like follows a capital, by which its government acts."""
    following = [t.text.lower() for t in scene.tokens[stop : stop + 2]]
    if following[:1] not in (["-"], ["–"]) or len(following) == 1:
        return False
    return following[1].endswith(ACTING) and following[1] not in words().not_acting


def _part(scene: Scene, token: int, hit: Hit) -> None:
    """A country inside a hyphenated word: "U.S.-imposed", "Tehran-backed"; not "Seoul-based"."""
    reading = hit.readings[0]
    rest = scene.text[hit.end : scene.tokens[token].span.end]
    joined = scene.text[hit.end : hit.end + 1] in {"-", "–"} or scene.text[hit.start - 1 : hit.start] in {"-", "–", "/"}
    if not joined and rest not in {"", "'s", "’s"}:
        return
    if reading.kind == "capital" and rest.lstrip("-–") in words().not_acting:
        return
    scene.put(
        Draft(
            first=token,
            stop=token + 1,
            head=token,
            kind="metonym" if reading.kind == "capital" else "demonym",
            entities=(reading.entity,),
            rule="country-in-compound",
            detail=f"{scene.tokens[token].text!r} names {reading.entity.name}",
            span=Span(hit.start, hit.end),
        )
    )


def _doubtful(scene: Scene, first: int, stop: int) -> bool:
    """Whether the article's other words speak against reading a name as a state; then it is left open."""
    name = scene.words(first, stop)
    doubt = words().ambiguous.get(name)
    if doubt is None:
        return False
    told = {token.text for token in scene.tokens}
    if told.isdisjoint(doubt.against) or not told.isdisjoint(doubt.favour):
        return False
    scene.hits.pop(first, None)
    span = Span(scene.tokens[first].span.start, scene.tokens[stop - 1].span.end)
    scene.doubt("ambiguous-name", f"{name!r}: the article also names {sorted(told & doubt.against)}", span)
    return True


def _person(scene: Scene, first: int, stop: int, hit: Hit) -> None:
    entity, rule = _who(scene, first, stop, hit)
    if entity is None:
        return
    for surname in persons()[entity.id].surnames:
        scene.known[surname] = entity
    scene.put(
        Draft(
            first=first,
            stop=stop,
            head=scene.head(first, stop),
            kind="name",
            entities=(entity,),
            rule=rule,
            detail=f"{scene.words(first, stop)!r} is {entity.name} ({entity.source})",
        )
    )


def _who(scene: Scene, first: int, stop: int, hit: Hit) -> tuple[Entity | None, str]:
    """The person a full name or surname means here."""
    full = [r.entity for r in hit.readings if r.kind == "person"]
    if len(full) > 0:
        return full[0], "dictionary-person"
    name = scene.words(first, stop)
    seen = scene.tokens[stop - 1].tag in NAME_TAGS or scene.tokens[first].entity != "" or name in scene.known
    if not seen and not hit.readings[0].alone:
        return None, ""
    if _part_of_name(scene, first, stop) or scene.tokens[first].entity in CALENDAR:
        return None, ""
    if name in scene.known:
        return scene.known[name], "surname-told-before"
    return _unnamed_before(scene, first, hit)


def _part_of_name(scene: Scene, first: int, stop: int) -> bool:
    """Whether a surname stands with another first name, or in the name of a thing."""
    before = scene.tokens[first - 1] if first > 0 else None
    joined = before is not None and before.tag in NAME_TAGS and before.head in range(first, stop)
    if joined and before is not None and before.dep == "compound" and scene.generic(first - 1) is None:
        return first - 1 not in scene.owner
    if stop >= len(scene.tokens):
        return False
    after = scene.tokens[stop]
    inside = scene.tokens[stop - 1].dep == "compound" and scene.tokens[stop - 1].head == stop
    return inside and after.tag in NAME_TAGS and scene.generic(stop) is None


def _unnamed_before(scene: Scene, first: int, hit: Hit) -> tuple[Entity | None, str]:
    """A surname without a full name before it: by its title, as the only one, or by who was in office that day."""
    people = [r.entity for r in hit.readings]
    found = scene.generic(first - 1) if first > 0 else None
    if found is not None and found[0].title and found[0].sort != "courtesy":
        held = [e for e in people if offices.titled(e.id, found[0].noun)]
        return (_in_office(scene, held), "title-and-surname") if held else (None, "")
    if scene.strangers.get(scene.words(first, first + 1), first) < first:
        return None, ""
    if len(people) == 1 and hit.readings[0].alone:
        return people[0], "surname-of-one"
    if not any(r.alone for r in hit.readings):
        return None, ""
    return _in_office(scene, people), "surname-in-office"


def _in_office(scene: Scene, people: list[Entity]) -> Entity | None:
    """Of several people the one in office on the article's day; without a day the one last in office."""
    if len(people) == 1:
        return people[0]
    day = scene.date
    ruling = [e for e in people if day is not None and any(o.held(day) for o in offices.offices().get(e.id, ()))]
    if len(ruling) == 1:
        return ruling[0]
    with_offices = [e for e in people if offices.offices().get(e.id)]
    return max(with_offices, key=lambda e: offices.offices()[e.id][-1].first, default=None)
