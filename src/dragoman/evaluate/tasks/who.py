"""Office held on a day: rows {id, name, date} → {id, code, sector_code, role}, by the actor dictionary."""

from collections.abc import Iterable, Iterator

from dragoman.evaluate.tasks.parsed import Row, day
from dragoman.ontology import offices
from dragoman.ontology.lookup import named

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
