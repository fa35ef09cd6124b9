"""`ships.csv` → warships that the press names by their class alone ("the carrier X"), each with country and sectors."""

from functools import cache

from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.ontology.actor_rows import Table, slug
from dragoman.ontology.countries import check_code

FILE = "ships.csv"
COLUMNS = ("name", "code", "sectors", "basis")


@cache
def ships() -> dict[str, Entity]:
    """The ships of the shipped table by name.

    >>> ships()["Charles de Gaulle"].code
    'FRA'
    """
    return load(None)


def load(text: str | None) -> dict[str, Entity]:
    """Ships from a table's text, or from the shipped one.

    Raises:
        DataError: The table has faults.
    """
    table = Table(FILE, COLUMNS, text)
    found: dict[str, Entity] = {}
    for row in table.rows:
        name = row.one("name")
        if name in found:
            table.fault(row, f"{name!r} stands twice")
        found[name] = Entity(
            id=EntityId(f"ship:{slug(name)}"),
            name=name,
            kind="generic",
            code=check_code(table, row, beyond=False),
            sectors=table.sectors(row),
            source=row.source,
        )
    table.close()
    return found
