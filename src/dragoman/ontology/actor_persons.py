"""`persons.csv` → people with offices: names, surnames that point at them, gender for pronouns."""

from functools import cache

import msgspec

from dragoman.model.ids import EntityId
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


@cache
def persons() -> dict[EntityId, Person]:
    """All persons by id.

    >>> persons()[EntityId("person:shinzo-abe")].surnames
    ('Abe',)
    """
    return load(None)


def load(text: str | None) -> dict[EntityId, Person]:
    """Persons from a table's text, or from the shipped one.

    Raises:
        DataError: The table has faults.
    """
    table = Table(FILE, COLUMNS, text)
    found: dict[EntityId, Person] = {}
    for row in table.rows:
        if row.one("gender") not in GENDERS:
            table.fault(row, f"gender {row.one('gender')!r} is not one of m, f or empty")
        if row.one("alone") not in ALONE:
            table.fault(row, f"alone {row.one('alone')!r} is neither yes nor no")
        person = Person(
            id=person_id(row.one("name")),
            name=row.one("name"),
            surnames=row.several("surnames"),
            aliases=row.several("aliases"),
            gender=row.one("gender"),
            alone=row.one("alone") == "yes",
            source=row.source,
        )
        if person.id in found:
            table.fault(row, f"{person.name!r} stands twice")
        found[person.id] = person
    table.close()
    return found


def person_id(name: str) -> EntityId:
    """Id of a person of the dictionary.

    >>> person_id("Shinzo Abe")
    'person:shinzo-abe'
    """
    return EntityId(f"person:{slug(name)}")
