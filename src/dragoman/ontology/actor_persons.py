"""`persons.csv` → people with offices: names, surnames that point at them, gender for pronouns."""

from functools import cache

import msgspec

from dragoman.model.ids import EntityId
from dragoman.ontology import actor_own
from dragoman.ontology.actor_line import Row
from dragoman.ontology.actor_rows import Table, slug

FILE = "persons.csv"
COLUMNS = ("name", "surnames", "aliases", "gender", "alone", "basis")
GENDERS = ("m", "f", "")
ALONE = ("yes", "no")


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A person of the dictionary.

    Attributes:
        id: "person:" and the name.
        name: Plain name.
        surnames: What the press calls the person after the first mention.
        aliases: Other full names.
        gender: m, f, or "" where the sources do not tell.
        alone: Whether a surname alone may be read as this person before any full name or title.
        source: File and line.
    """

    id: EntityId
    name: str
    surnames: tuple[str, ...]
    aliases: tuple[str, ...]
    gender: str
    alone: bool
    source: str


def persons() -> dict[EntityId, Person]:
    """All persons by id.

    >>> persons()[EntityId("person:shinzo-abe")].surnames
    ('Abe',)
    """
    return _persons(actor_own.current())


@cache
def _persons(_own: actor_own.Files) -> dict[EntityId, Person]:
    return load(None)


def load(text: str | None) -> dict[EntityId, Person]:
    """Persons from a table's text, or from the shipped one and the user's own files.

    Raises:
        DataError: The table has faults.
    """
    table = Table(FILE, COLUMNS, text)
    found: dict[EntityId, Person] = {}
    for row in table.rows:
        person = _person(table, row)
        if person.id not in found:
            found[person.id] = person
        elif row.own:
            found[person.id] = _corrected(found[person.id], person)
        else:
            table.fault(row, f"{person.name!r} stands twice")
    if text is None:
        _merge(found)
    table.close()
    return found


def _person(table: Table, row: Row) -> Person:
    if row.one("gender") not in GENDERS:
        table.fault(row, f"gender {row.one('gender')!r} is not one of m, f or empty")
    if row.one("alone") not in (*ALONE, *([""] if row.own else [])):
        table.fault(row, f"alone {row.one('alone')!r} is neither yes nor no")
    return Person(
        id=person_id(row.one("name")),
        name=row.one("name"),
        surnames=row.several("surnames"),
        aliases=row.several("aliases"),
        gender=row.one("gender"),
        alone=row.one("alone") == "yes",
        source=row.source,
    )


def _corrected(old: Person, own: Person) -> Person:
    """A person of the table with what the user's file says: names are added, a gender replaces another one."""
    if "" != own.gender != old.gender != "":
        actor_own.replaced(own.source, f"gender {own.gender} of {old.name}", old.source)
    return msgspec.structs.replace(
        old,
        surnames=tuple(dict.fromkeys((*old.surnames, *own.surnames))),
        aliases=tuple(dict.fromkeys((*old.aliases, *own.aliases))),
        gender=own.gender or old.gender,
        alone=own.alone or old.alone,
    )


def _merge(found: dict[EntityId, Person]) -> None:
    """Join persons whom the user says to be one; names of none are told when the dictionary is built."""
    for name, into in actor_own.book().merges.items():
        one, other = found.get(person_id(name)), found.get(person_id(into))
        if one is not None and other is not None and one is not other:
            del found[one.id]
            aliases = msgspec.structs.replace(one, aliases=(one.name, *one.aliases), gender="", alone=False)
            found[other.id] = _corrected(other, aliases)


def person_id(name: str) -> EntityId:
    """Id of a person of the dictionary.

    >>> person_id("Shinzo Abe")
    'person:shinzo-abe'
    """
    return EntityId(f"person:{slug(name)}")
