"""`offices.csv`, `offices_beside.csv` → terms of office by person and by country, with the user's own put over them."""

import datetime as dt
import re
from collections import defaultdict
from functools import cache

import msgspec

from dragoman.model.ids import EntityId
from dragoman.model.interval import Interval
from dragoman.ontology import actor_own
from dragoman.ontology.actor_persons import person_id, persons
from dragoman.ontology.actor_rows import RECALLED, Row, Table
from dragoman.ontology.countries import check_code

FILE = "offices.csv"
BESIDE = "offices_beside.csv"
"""Offices that somebody holds beside a greater one elsewhere: the realms of a crown, co-princes."""
COLUMNS = ("person", "title", "code", "sectors", "start", "end", "basis")
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?~?")

Offices = dict[EntityId, tuple["Office", ...]]


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office that a person held from `first` to `last` (None: still holds, as far as the table knows).

    One held `beside` a greater one never tells what its holder is; it only tells who held it.
    """

    person: EntityId
    title: str
    code: str
    sectors: tuple[str, ...]
    first: dt.date
    last: dt.date | None
    source: str
    beside: bool = False

    def held(self, day: dt.date) -> bool:
        """Whether it was held on a day."""
        return self.first <= day and (self.last is None or day <= self.last)

    def meets(self, other: "Office") -> bool:
        """Whether it is a telling of the same term: same title and country, and some day in common."""
        same = (self.title, self.code) == (other.title, other.code)
        return same and self.first <= (other.last or dt.date.max) and other.first <= (self.last or dt.date.max)


def offices() -> Offices:
    """Offices by person, in order of their start.

    >>> [o.title for o in offices()[EntityId("person:joe-biden")]]
    ['Vice President', 'President']
    """
    return _offices(actor_own.current())


@cache
def _offices(_own: actor_own.Files) -> Offices:
    return load(None)


@cache
def beside() -> Offices:
    """Offices held beside a greater one, by person.

    >>> sorted(o.code for o in beside()[EntityId("person:emmanuel-macron")])
    ['AND']
    """
    return load(None, BESIDE)


def by_code() -> dict[str, tuple[Office, ...]]:
    """Offices by code of the country or body."""
    return _by_code(actor_own.current())


@cache
def _by_code(_own: actor_own.Files) -> dict[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = defaultdict(list)
    for held in (*offices().values(), *beside().values()):
        for office in held:
            found[office.code].append(office)
    return {code: tuple(held) for code, held in found.items()}


def load(text: str | None, file: str = FILE) -> Offices:
    """Offices from a table's text, or from the shipped one and the user's own files.

    Raises:
        DataError: A table has faults.
    """
    table = Table(file, COLUMNS, text)
    found: dict[EntityId, list[Office]] = defaultdict(list)
    for row in table.rows:
        office = _office(table, row)
        if office is not None:
            if row.own:
                _correct(found[office.person], office)
            found[office.person].append(office)
    table.close()
    return {person: tuple(sorted(held, key=lambda o: (o.first, o.title))) for person, held in found.items()}


def _correct(held: list[Office], own: Office) -> None:
    """Take out what an office of the user's tells anew, and say so."""
    for old in [o for o in held if o.meets(own)]:
        held.remove(old)
        actor_own.replaced(own.source, f"{own.title} of {own.person}", old.source)


def _office(table: Table, row: Row) -> Office | None:
    person = _whose(row)
    if person not in persons():
        table.fault(row, f"no line of persons.csv for {row.one('person')!r}")
    code, sectors = check_code(table, row), table.sectors(row)
    first, last = _days(table, row, "start"), _days(table, row, "end")
    if first is None or first.start is None:
        table.fault(row, "no start")
        return None
    end = None if last is None else last.last
    if end is not None and end < first.start:
        table.fault(row, f"starts {row.one('start')!r} after its end {row.one('end')!r}")
    return Office(
        person=person,
        title=row.one("title"),
        code=code,
        sectors=sectors,
        first=first.start,
        last=end,
        source=row.source,
        beside=table.file == BESIDE,
    )


def _whose(row: Row) -> EntityId:
    """The person of a row, or the one that the user says is the same."""
    name = row.one("person")
    return person_id(actor_own.book().merges.get(name, name))


def _days(table: Table, row: Row, column: str) -> Interval | None:
    """The days that a date of day, month or year precision covers."""
    said = row.one(column)
    if said == "":
        return None
    match = _EDTF.fullmatch(said)
    if match is None:
        table.fault(row, f"{column} {said!r} is not an EDTF day, month or year")
        return None
    if match[3] is not None and row.one("basis") == RECALLED:
        table.fault(row, f"{column} {said!r}: a recalled date is written to the month")
    year, month, day = (0 if part is None else int(part) for part in match.groups())
    try:
        return _interval(year, month, day)
    except ValueError:
        table.fault(row, f"{column} {said!r} is no date")
        return None


def _interval(year: int, month: int, day: int) -> Interval:
    if day > 0:
        return Interval.day(dt.date(year, month, day))
    return Interval.month(year, month) if month > 0 else Interval.year(year)
