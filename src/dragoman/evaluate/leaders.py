"""A list of leaders by country and year → how many the dictionary codes to their country and government.

The list is `world-leaders-2021-22.csv` (CC0; years only). Each holder is asked on 1 July of the first full year of his
office, and two years after its end where an end is known.

Usage: python -m dragoman.evaluate.leaders world-leaders-2021-22.csv
"""

import csv
import datetime as dt
import json
import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dragoman.ontology import offices
from dragoman.ontology.countries import countries
from dragoman.ontology.lookup import named

LAST_YEAR = 2022
"""The year the list was drawn up: an office without an end was held until then."""
GRACE = 2
"""Years after a known end by which nobody may be told in office (issue 5)."""
NAMELESS = re.compile(r"Q\d+")
"""A row whose name the list itself lacks."""
PARENTS = {
    "Republic of Artsakh": "AZE",
    "Republic of Abkhazia": "GEO",
    "South Ossetia": "GEO",
    "Transnistria": "MDA",
    "Turkish Republic of Northern Cyprus": "CYP",
    "Somaliland": "SOM",
    "Republika Srpska": "BIH",
    "Sahrawi Arab Democratic Republic": "MAR",
}
"""Governments of territories that PLOVER has no code for, by the state that claims them (docs/actors.md)."""
PREFIX = re.compile(r"^(?:The |Kingdom of (?:the )?|Republic of (?=Ireland)|State of |People's Republic of )")


class Holder(NamedTuple):
    """One row of the list."""

    country: str
    name: str
    start: int
    end: int | None


class Asked(NamedTuple):
    """What came of one question: its words, whether the answer was right, whether only an office beside gave it."""

    question: str
    right: bool
    beside: bool = False


def read(path: Path) -> tuple[Holder, ...]:
    """Rows of the list that have a name."""
    with path.open(encoding="utf-8") as lines:
        return tuple(_holder(row) for row in csv.DictReader(lines) if not NAMELESS.fullmatch(row["officeholderLabel"]))


def _holder(row: Mapping[str, str]) -> Holder:
    end = row["end_year"]
    return Holder(row["country"], row["officeholderLabel"], int(row["start_year"]), int(end) if end else None)


def known(holder: Holder) -> Asked:
    """Whether a holder's name is tied to a person with an office of government of the country at any time."""
    entity = named(holder.name)
    held = () if entity is None else (*offices.offices().get(entity.id, ()), *offices.beside().get(entity.id, ()))
    right = any(o.code == code(holder.country) and offices.GOVERNMENT in o.sectors for o in held)
    return Asked(f"{holder.name} ({holder.country})", right)


def inside(holder: Holder) -> Asked | None:
    """Whether he is in office on 1 July of the first full year; None where the list has no such year."""
    year = holder.start + 1
    if year > LAST_YEAR or (holder.end is not None and year >= holder.end):
        return None
    day, entity = dt.date(year, 7, 1), named(holder.name)
    held = () if entity is None else offices.held_by(entity.id, day)
    right = [o for o in held if o.code == code(holder.country) and offices.GOVERNMENT in o.sectors]
    return Asked(f"{holder.name} ({holder.country}) {day}", len(right) > 0, all(o.beside for o in right))


def after(holder: Holder, others: tuple[Holder, ...]) -> Asked | None:
    """Whether his term is over two years after its end; None where the list knows no end, or another office after it.

    A term that began later than the list's, of one who came back, is another term.
    """
    still = any(o.name == holder.name and o.end is None for o in others)
    if holder.end is None or still:
        return None
    day, entity = dt.date(holder.end + GRACE, 7, 1), named(holder.name)
    held = () if entity is None else offices.held_by(entity.id, day)
    term = [o for o in held if o.first.year <= holder.start]
    wrong = any(o.code == code(holder.country) and offices.GOVERNMENT in o.sectors for o in term)
    return Asked(f"{holder.name} ({holder.country}) {day}", not wrong)


def code(country: str) -> str | None:
    """Code of a country as the list names it.

    >>> code("Kingdom of the Netherlands"), code("Somaliland")
    ('NLD', 'SOM')
    """
    return PARENTS.get(country) or _codes().get(country) or _codes().get(PREFIX.sub("", country))


@cache
def _codes() -> dict[str, str]:
    return {name: c.code for c in countries().values() for name in (c.name, *c.names)}


def figures(path: Path) -> dict[str, object]:
    """Counts and the questions answered wrongly."""
    holders = read(path)
    persons = [known(holder) for holder in holders]
    held = [asked for holder in holders if (asked := inside(holder)) is not None]
    left = [asked for holder in holders if (asked := after(holder, holders)) is not None]
    return {
        "rows": len(holders),
        "known": sum(asked.right for asked in persons),
        "asked_in_office": len(held),
        "in_office": sum(asked.right for asked in held),
        "only_beside_another": sum(asked.right and asked.beside for asked in held),
        "asked_after": len(left),
        "not_in_office": sum(asked.right for asked in left),
        "wrong": [asked.question for asked in (*persons, *held, *left) if not asked.right],
    }


if __name__ == "__main__":
    json.dump(figures(Path(sys.argv[1])), sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")
