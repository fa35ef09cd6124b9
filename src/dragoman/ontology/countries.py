"""`countries.csv` → states and PLOVER's territories: codes, names, demonyms, capitals, regions, kinds of state."""

from functools import cache

import msgspec

from dragoman.ontology import plover
from dragoman.ontology.actor_rows import Row, Table

FILE = "countries.csv"
COLUMNS = ("code", "name", "names", "former", "adjectives", "people", "capitals", "regions", "forms", "basis")
_CODE_LENGTH = 3


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """A state or territory.

    Attributes:
        code: ISO 3166 alpha-3 or PLOVER's own code.
        name: Its plain name.
        names: Other and former names.
        adjectives: Demonym adjectives; each is also a person of that country ("an Iranian").
        people: Words for its people.
        capitals: Cities whose name stands for its government.
        regions: Adjectives that describe where it lies or belongs ("Middle Eastern", "Arab").
        forms: Common nouns for this kind of state ("Islamic republic", "kingdom").
        source: File and line.
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    regions: frozenset[str]
    forms: frozenset[str]
    source: str

    @property
    def adjective(self) -> str:
        """The plain demonym, or the name where there is none."""
        return self.adjectives[0] if self.adjectives else self.name


@cache
def countries() -> dict[str, Country]:
    """All countries by code.

    >>> countries()["IRN"].capitals[0], "Middle Eastern" in countries()["IRN"].regions
    ('Tehran', True)
    """
    return load(None)


def country_name(code: str | None) -> str | None:
    """Plain name of a state's code; None for codes that are no state.

    >>> country_name("JPN"), country_name("IGO")
    ('Japan', None)
    """
    country = countries().get(code or "")
    return None if country is None else country.name


def check_code(table: Table, row: Row, *, beyond: bool = True) -> str:
    """The `code` of a row; a fault if no country nor (with `beyond`) country-like code of PLOVER has it."""
    code = row.one("code")
    if code not in countries() and not (beyond and code in plover.country_like()):
        table.fault(row, f"unknown code {code!r}")
    return code


def load(text: str | None) -> dict[str, Country]:
    """Countries from a table's text, or from the shipped one.

    Raises:
        DataError: The table has faults.
    """
    table = Table(FILE, COLUMNS, text)
    found: dict[str, Country] = {}
    for row in table.rows:
        country = _country(row)
        if len(country.code) != _CODE_LENGTH or not country.code.isupper():
            table.fault(row, f"code {country.code!r} is not three capital letters")
        if country.code in found:
            table.fault(row, f"code {country.code!r} stands twice")
        found[country.code] = country
    table.close()
    return found


def _country(row: Row) -> Country:
    return Country(
        code=row.one("code"),
        name=row.one("name"),
        names=row.several("names") + row.several("former"),
        adjectives=row.several("adjectives"),
        people=row.several("people"),
        capitals=row.several("capitals"),
        regions=frozenset(row.several("regions")),
        forms=frozenset(row.several("forms")),
        source=row.source,
    )
