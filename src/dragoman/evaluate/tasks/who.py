"""Office held on a day: rows {id, name, date} → {id, code, sector_code, role}, by the actor dictionary."""

from collections.abc import Iterable, Iterator

from dragoman.evaluate.tasks.parsed import Row, day
from dragoman.model.entity import Entity
from dragoman.ontology import offices
from dragoman.ontology.actors import Alias, dictionary

NOTHING = {"code": None, "sector_code": None, "role": None}


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """What each name stood for on its day; nulls where the dictionary does not know it or cannot decide."""
    for row in rows:
        yield {"id": row["id"], **_standing(str(row["name"]), row)}


def _standing(name: str, row: Row) -> Row:
    entity = named(name)
    if entity is None:
        return NOTHING
    standing = offices.standing(entity, day(row.get("date")))
    return {
        "code": standing.code,
        "sector_code": standing.sectors[0] if standing.sectors else None,
        "role": standing.role,
    }


def named(name: str) -> Entity | None:
    """The one actor that a name stands for: a person by full name before all else.

    >>> named("Shinzo Abe").id, named("Nobody At All")
    ('person:shinzo-abe', None)
    """
    readings = dictionary().aliases.get(name.strip(), [])
    full = [alias for alias in readings if alias.kind == "person"]
    return _only(full) or _only(readings) or _within(name)


def _within(name: str) -> Entity | None:
    """The one person named inside a longer phrase ("President Barack Obama")."""
    hits = dictionary().find(name)
    return _only([alias for hit in hits for alias in hit.readings if alias.kind == "person"])


def _only(readings: list[Alias]) -> Entity | None:
    found = {alias.entity.id: alias.entity for alias in readings}
    return next(iter(found.values())) if len(found) == 1 else None
