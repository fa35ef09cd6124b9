"""A country's ISO 3166 code and a day → its codes in other systems; a sector → its codes; a CAMEO code → its score.

The tables are our own, of public facts: Correlates of War and Gleditsch–Ward numbers of states, FIPS 10-4, the country
codes of CAMEO, names as ICEWS writes them. A row holds from `since` up to but not including `until`.
"""

import csv
import datetime as dt
from functools import cache
from importlib import resources
from typing import TypeVar

import msgspec

from dragoman.errors import DataError

PLOVERS_OWN = frozenset({"KOS"})
"""Codes that PLOVER adds to ISO 3166."""
OTHERWISE = {"XKX": "KOS"}
"""Codes that GeoNames writes, in which places are told, by those that PLOVER writes."""
_Line = TypeVar("_Line", bound=msgspec.Struct)


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """A state or territory as other systems write it; what one of them does not know is None. All codes are text.

    Attributes:
        iso3: ISO 3166 alpha-3, or PLOVER's own code.
        since: First day on which the row holds.
        until: First day on which it holds no more.
        cow: Correlates of War number of a member of the state system.
        cow_code: Its abbreviation there.
        gw: Gleditsch–Ward number.
        fips: FIPS 10-4.
        cameo: Country code of CAMEO, as GDELT lists it.
        icews: Name as ICEWS writes it.
    """

    iso3: str
    since: dt.date | None
    until: dt.date | None
    cow: str | None
    cow_code: str | None
    gw: str | None
    fips: str | None
    cameo: str | None
    icews: str

    def holds(self, day: dt.date | None) -> bool:
        """Whether the row holds on a day; without a day the one that holds today does."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class Sector(msgspec.Struct, frozen=True, kw_only=True):
    """A PLOVER sector: its role in CAMEO, the type that GDELT lists for it, its names in ICEWS."""

    plover: str
    cameo: str | None
    gdelt: str | None
    icews: str | None


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """A PLOVER code for what is no country: CAMEO's role, known group and area, and its name in ICEWS."""

    plover: str
    cameo: str
    group: str | None
    area: str | None
    icews: str


class Class(msgspec.Struct, frozen=True, kw_only=True):
    """A category of CAMEO: the class that Phoenix and that GDELT puts it into, as their own files do.

    In both 1 and 2 are cooperation, 3 and 4 conflict, each in words and in deeds; in Phoenix 0 is for statements.
    """

    root: str
    phoenix: int
    gdelt: int


class _Score(msgspec.Struct, frozen=True, kw_only=True):
    code: str
    score: float


def country(iso3: str | None, day: dt.date | None = None) -> Country | None:
    """The codes of a country on a day, or today's; None for what is no country.

    >>> country("DEU", dt.date(1985, 1, 1)).cow, country("DEU").cow, country("IGO")
    ('260', '255', None)
    """
    code = OTHERWISE.get(iso3 or "", iso3 or "")
    return next((row for row in countries().get(code, ()) if row.holds(day)), None)


@cache
def countries() -> dict[str, tuple[Country, ...]]:
    """All rows by ISO code, oldest first."""
    found: dict[str, tuple[Country, ...]] = {}
    for row in _rows("country_codes.csv", Country):
        found[row.iso3] = (*found.get(row.iso3, ()), row)
    return found


def sector(code: str | None) -> Sector | None:
    """A PLOVER sector in other systems.

    >>> sector("JRN").cameo, sector("MED").cameo
    ('MED', 'HLH')
    """
    return _sectors().get(code or "")


def body(code: str | None) -> Body | None:
    """What is no country in other systems.

    >>> body("UNO").group
    'UNO'
    """
    return _bodies().get(code or "")


def goldstein(cameo: str) -> float | None:
    """CAMEO's score of a code, else that of the code above it, from -10 (conflict) to +10 (cooperation).

    >>> goldstein("042"), goldstein("0233"), goldstein("193")
    (1.9, 3.4, -10.0)
    """
    table = _scores()
    return next((table[cameo[:n]] for n in range(len(cameo), 1, -1) if cameo[:n] in table), None)


def classed(cameo: str) -> Class:
    """The classes of a CAMEO code.

    >>> classed("080").phoenix, classed("163").phoenix, classed("141").gdelt
    (2, 3, 3)
    """
    return _classes()[cameo[:2]]


@cache
def _classes() -> dict[str, Class]:
    return {row.root: row for row in _rows("classes.csv", Class)}


@cache
def _scores() -> dict[str, float]:
    return {row.code: row.score for row in _rows("goldstein.csv", _Score)}


@cache
def _sectors() -> dict[str, Sector]:
    return {row.plover: row for row in _rows("sectors.csv", Sector)}


@cache
def _bodies() -> dict[str, Body]:
    return {row.plover: row for row in _rows("bodies.csv", Body)}


def _rows(name: str, kind: type[_Line]) -> list[_Line]:
    text = resources.files("dragoman.store.export").joinpath("data", name).read_text(encoding="utf-8")
    return read(name, text, kind)


def read(name: str, text: str, kind: type[_Line]) -> list[_Line]:
    """The rows of a table; empty cells are None.

    Raises:
        DataError: Rows cannot be read; all of them are told.
    """
    found, faults = list[_Line](), list[str]()
    for number, cells in enumerate(csv.DictReader(text.splitlines()), start=2):
        try:
            found.append(msgspec.convert({key: cell or None for key, cell in cells.items()}, kind, strict=False))
        except msgspec.ValidationError as error:
            faults.append(f"{name}:{number}: {error}")
    if len(faults) > 0:
        raise DataError(tuple(faults))
    return found
