"""The actor dictionary: states, houses, organisations, persons with their aliases, found in a text by one automaton."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import ahocorasick

from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.ontology import actor_own, actor_spellings
from dragoman.ontology.actor_generics import generics
from dragoman.ontology.actor_line import Row
from dragoman.ontology.actor_persons import Person, persons
from dragoman.ontology.actor_rows import Table, slug
from dragoman.ontology.countries import Country, check_code, countries

METONYMS = "metonyms.csv"
ORGANISATIONS = "organisations.csv"
METONYM_COLUMNS = ("name", "code", "sectors", "basis")
ORGANISATION_COLUMNS = ("name", "aliases", "code", "sectors", "kind", "basis")
KINDS = (
    "igo",
    "alliance",
    "ngo",
    "armed",
    "party",
    "outlet",
    "company",
    "union",
    "church",
    "body",
    "movement",
    "territory",
)

AliasKind = Literal["name", "adjective", "people", "capital", "house", "organisation", "person", "surname"]


class Alias(NamedTuple):
    """What an alias may stand for, and how it names it."""

    kind: AliasKind
    entity: Entity
    alone: bool = True


class Hit(NamedTuple):
    """An alias found in a text: its characters and its readings."""

    start: int
    end: int
    readings: tuple[Alias, ...]


class Dictionary:
    """All actors that we know by name.

    Attributes:
        entities: Actors by id.
        kinds: Kind of each organisation ("igo", "armed", "outlet" …) by id.
        aliases: Readings of each alias.
    """

    def __init__(self) -> None:
        self.entities: dict[EntityId, Entity] = {}
        self.kinds: dict[EntityId, str] = {}
        self.aliases: dict[str, list[Alias]] = defaultdict(list)

    def add(self, entity: Entity, alias: str, kind: AliasKind, *, alone: bool = True) -> None:
        """Note one alias of an entity."""
        self.entities.setdefault(entity.id, entity)
        reading = Alias(kind, entity, alone)
        forms = (alias, alias.replace("'", "’"), alias.replace("-", " ") if kind == "person" else alias)
        for form in dict.fromkeys(forms):
            if reading not in self.aliases[form]:
                self.aliases[form].append(reading)

    def close(self) -> None:
        """Build the automaton; nothing may be added afterwards."""
        self._automaton = ahocorasick.Automaton()
        for alias, readings in self.aliases.items():
            self._automaton.add_word(alias, (len(alias), tuple(readings)))
        self._automaton.make_automaton()

    def find(self, text: str) -> list[Hit]:
        """Aliases in a text that are whole words, the longest of those that overlap, in order.

        >>> hits = dictionary().find("North Korean leader Kim Jong Un thanked the U.N. Security Council")
        >>> [(h.start, h.end, h.readings[0].kind) for h in hits]
        [(0, 12, 'adjective'), (20, 31, 'person'), (44, 65, 'organisation')]
        """
        found = list(self._hits(text))
        level = text if text.isascii() else actor_spellings.level(text)
        if level != text:
            seen = {(hit.start, hit.end) for hit in found}
            found.extend(hit for hit in self._hits(level) if (hit.start, hit.end) not in seen)
        found.sort(key=lambda hit: (hit.start, -hit.end))
        kept: list[Hit] = []
        for hit in found:
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        return kept

    def _hits(self, text: str) -> Iterator[Hit]:
        for last, (length, readings) in self._automaton.iter(text):
            if _bounded(text, last + 1 - length, last + 1):
                yield Hit(last + 1 - length, last + 1, readings)


def _bounded(text: str, start: int, end: int) -> bool:
    before = start == 0 or not text[start - 1].isalnum()
    return before and (end == len(text) or not text[end].isalnum())


def dictionary() -> Dictionary:
    """The dictionary of the shipped tables and of the user's own files that are in use.

    Raises:
        DataError: A table has faults.
    """
    return _dictionary(actor_own.current())


@cache
def _dictionary(_own: actor_own.Files) -> Dictionary:
    found = Dictionary()
    for country in countries().values():
        _add_country(found, country)
    _add_persons(found)
    _add_houses(found, None)
    _add_organisations(found, None)
    _forget(found)
    found.close()
    return found


def _forget(found: Dictionary) -> None:
    """Take out the names that the user wants to stand for nobody; names that nobody has are faults."""
    faults = actor_own.book().faults
    for told in actor_own.book().forgets:
        if found.aliases.pop(told.name, None) is None:
            faults.append(f"{told.source}: no actor is called {told.name!r}")
    for told in actor_own.book().told:
        if told.name not in found.aliases:
            faults.append(f"{told.source}: no person or organisation is called {told.name!r}")


def _add_country(found: Dictionary, country: Country) -> None:
    state = Entity(id=state_id(country.code), name=country.name, kind="state", code=country.code, source=country.source)
    people = Entity(
        id=EntityId(f"generic:people:{country.code}"),
        name=f"{country.adjective} people",
        kind="generic",
        code=country.code,
        sectors=("CVL",),
        source=country.source,
    )
    for name in (country.name, *country.names):
        found.add(state, name, "name")
    for adjective in country.adjectives:
        found.add(state, adjective, "adjective")
    for noun in country.people:
        found.add(people, noun, "people")
    for capital in country.capitals:
        found.add(state, capital, "capital")


def _add_persons(found: Dictionary) -> None:
    """Names as the table writes them, then other spellings where no other actor has them."""
    for person in persons().values():
        entity = Entity(id=person.id, name=person.name, kind="person", source=person.source)
        for name in (person.name, *person.aliases):
            found.add(entity, name, "person")
        for form in (form for surname in person.surnames for form in actor_spellings.of_surname(surname)):
            found.add(entity, form, "surname", alone=person.alone)
    for person in persons().values():
        _add_spellings(found, person)


def _add_spellings(found: Dictionary, person: Person) -> None:
    for name in (person.name, *person.aliases):
        for form in actor_spellings.of_person(name):
            if form not in found.aliases:
                found.add(found.entities[person.id], form, "person")


def _add_houses(found: Dictionary, text: str | None) -> None:
    table = Table(METONYMS, METONYM_COLUMNS, text)
    for row in table.rows:
        name, code = row.one("name"), check_code(table, row, beyond=False)
        entity = Entity(
            id=EntityId(f"org:{slug(name)}:{code}"),
            name=name,
            kind="organisation",
            code=code,
            sectors=table.sectors(row),
            source=row.source,
        )
        found.add(entity, name, "house")
    table.close()


def _add_organisations(found: Dictionary, text: str | None) -> None:
    table = Table(ORGANISATIONS, ORGANISATION_COLUMNS, text)
    merges = actor_own.book().merges
    for row in table.rows:
        entity = _organisation(table, row)
        old = found.entities.get(_organisation_id(merges.get(entity.name, entity.name)))
        if old is None:
            found.kinds[entity.id] = row.one("kind")
        elif old.id != entity.id:
            entity = old
        elif row.own:
            _replace(found, old, entity)
        else:
            table.fault(row, f"{entity.name!r} stands twice")
        for name in (row.one("name"), *row.several("aliases")):
            found.add(entity, name, "organisation")
    table.close()


def _organisation(table: Table, row: Row) -> Entity:
    if row.one("kind") not in KINDS:
        table.fault(row, f"kind {row.one('kind')!r} is not one of {', '.join(KINDS)}")
    return Entity(
        id=_organisation_id(row.one("name")),
        name=row.one("name"),
        kind="group" if row.one("kind") in {"armed", "movement"} else "organisation",
        code=check_code(table, row),
        sectors=table.sectors(row),
        source=row.source,
    )


def _organisation_id(name: str) -> EntityId:
    return EntityId(f"org:{slug(name)}")


def _replace(found: Dictionary, old: Entity, own: Entity) -> None:
    """Put the user's organisation in place of the one of the same name, for all its aliases."""
    actor_own.replaced(own.source, own.name, old.source)
    found.entities[own.id] = own
    for readings in found.aliases.values():
        readings[:] = [alias._replace(entity=own) if alias.entity is old else alias for alias in readings]


def entity(entity_id: EntityId) -> Entity | None:
    """The actor with an id, also a generic one ("generic:police:JPN"); None if the dictionary has none.

    >>> entity(EntityId("generic:police:JPN")).name
    'Japanese police'
    """
    found = dictionary().entities.get(entity_id)
    if found is not None:
        return found
    sort, _, rest = entity_id.partition(":")
    noun, _, code = rest.partition(":")
    told = next((form for form in (noun, noun.replace("-", " ")) if form in generics()), None)
    return None if sort != "generic" or told is None else generic_entity(told, code or None)


def state_id(code: str) -> EntityId:
    """Id of the state with a code.

    >>> state_id("JPN")
    'state:JPN'
    """
    return EntityId(f"state:{code}")


def generic_entity(
    noun: str, code: str | None, sectors: tuple[str, ...] | None = None, role: str | None = None
) -> Entity:
    """The actor that a common noun stands for, of a country or of none."""
    generic = generics()[noun]
    country = countries().get(code or "")
    return Entity(
        id=EntityId(f"generic:{generic.noun.replace(' ', '-')}" + (f":{code}" if code is not None else "")),
        name=generic.noun if country is None else f"{country.adjective} {generic.noun}",
        kind="generic",
        code=code,
        sectors=generic.sectors if sectors is None else sectors,
        role=role,
        source=generic.source,
    )
