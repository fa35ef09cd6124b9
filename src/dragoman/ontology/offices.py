"""`offices.csv` → who held which office when; an entity and a day → its code, sectors and role on that day.

The rules, told at length in docs/actors.md: on the first and last day a person is in office; an empty end means still
in office; after the last office a former official has the sector ELI and a role that begins with "former"; before the
first one a person is a politician (PTY) without a role; without a day the latest office of government counts.
"""

import datetime as dt
import re
from collections import defaultdict
from functools import cache

import msgspec

from dragoman.model.entity import Entity, Standing
from dragoman.model.ids import EntityId
from dragoman.model.interval import Interval
from dragoman.ontology.actor_persons import person_id, persons
from dragoman.ontology.actor_rows import Row, Table
from dragoman.ontology.actors import entity as known_entity
from dragoman.ontology.countries import check_code, country_name

FILE = "offices.csv"
COLUMNS = ("person", "title", "code", "sectors", "start", "end", "basis")
GOVERNMENT = "GOV"
FORMER = "ELI"
NOT_YET = "PTY"
PUBLIC = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
"""Sectors that are an office one leaves; a rebel or cleric stays what he is."""
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?~?")


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office that a person held from `first` to `last` (None: still holds, as far as the table knows)."""

    person: EntityId
    title: str
    code: str
    sectors: tuple[str, ...]
    first: dt.date
    last: dt.date | None
    source: str

    def held(self, day: dt.date) -> bool:
        """Whether it was held on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


@cache
def offices() -> dict[EntityId, tuple[Office, ...]]:
    """Offices by person, in order of their start.

    >>> [o.title for o in offices()[EntityId("person:joe-biden")]]
    ['Vice President', 'President']
    """
    return load(None)


@cache
def _by_code() -> dict[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = defaultdict(list)
    for held in offices().values():
        for office in held:
            found[office.code].append(office)
    return {code: tuple(held) for code, held in found.items()}


def load(text: str | None) -> dict[EntityId, tuple[Office, ...]]:
    """Offices from a table's text, or from the shipped one.

    Raises:
        DataError: The table has faults.
    """
    table = Table(FILE, COLUMNS, text)
    found: dict[EntityId, list[Office]] = defaultdict(list)
    for row in table.rows:
        office = _office(table, row)
        if office is not None:
            found[office.person].append(office)
    table.close()
    return {person: tuple(sorted(held, key=lambda o: (o.first, o.title))) for person, held in found.items()}


def _office(table: Table, row: Row) -> Office | None:
    person = person_id(row.one("person"))
    if person not in persons():
        table.fault(row, f"no line of persons.csv for {row.one('person')!r}")
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
        code=check_code(table, row),
        sectors=table.sectors(row),
        first=first.start,
        last=end,
        source=row.source,
    )


def _days(table: Table, row: Row, column: str) -> Interval | None:
    """The days that a date of day, month or year precision covers."""
    said = row.one(column)
    if said == "":
        return None
    match = _EDTF.fullmatch(said)
    if match is None:
        table.fault(row, f"{column} {said!r} is not an EDTF day, month or year")
        return None
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


def on(entity_id: EntityId, date: dt.date | None) -> Standing:
    """What an entity of the dictionary is on a day; without a day, what it is best known as.

    >>> on(EntityId("person:shinzo-abe"), dt.date(2019, 6, 1)).role
    'Prime Minister'
    >>> obama = on(EntityId("person:barack-obama"), dt.date(2019, 6, 1))
    >>> obama.code, obama.sectors, obama.role
    ('USA', ('ELI',), 'former President')
    """
    held = offices().get(entity_id)
    if held is None:
        found = known_entity(entity_id)
        return (
            Standing(code=None, country_name=None, sectors=(), role=None, source="") if found is None else _plain(found)
        )
    return _undated(held) if date is None else _dated(held, date)


def standing(entity: Entity, date: dt.date | None) -> Standing:
    """What any entity is on a day: persons by their offices, all others as the entity says.

    Without a day, words such as "former" that the entity brings from its article outweigh the table.

    >>> standing(Entity(id=EntityId("article:x"), name="X", kind="group", code="YEM", sectors=("REB",)), None).sectors
    ('REB',)
    """
    if entity.id not in offices():
        return _plain(entity)
    found = on(entity.id, date)
    if date is not None or len(entity.sectors) == 0:
        return found
    return msgspec.structs.replace(found, sectors=entity.sectors, role=entity.role)


def holder(noun: str, code: str, day: dt.date) -> EntityId | None:
    """The one person who held on a day the office that a common noun names; None if nobody or several did.

    >>> holder("prime minister", "JPN", dt.date(2019, 6, 1))
    'person:shinzo-abe'
    """
    asked = _title(noun)
    found = {o.person for o in _by_code().get(code, ()) if o.held(day) and _title(o.title) == asked}
    return next(iter(found)) if len(found) == 1 else None


@cache
def _title(noun: str) -> str:
    """An office in the form in which offices are compared."""
    plain = noun.lower().replace("defence", "defense").replace("foreign secretary", "foreign minister")
    return "prime minister" if plain == "premier" else plain


def titled(person: EntityId, noun: str, code: str | None = None) -> bool:
    """Whether a person ever held the office that a common noun names (in a country, if one is told)."""
    asked = _title(noun)
    return any(
        (code is None or o.code == code) and (_title(o.title) == asked or _title(o.title).endswith(f" {asked}"))
        for o in offices().get(person, ())
    )


def _undated(held: tuple[Office, ...]) -> Standing:
    ruling = [o for o in held if GOVERNMENT in o.sectors]
    return _in_office((ruling or list(held))[-1])


def _dated(held: tuple[Office, ...], day: dt.date) -> Standing:
    now = [o for o in held if o.held(day)]
    if now:
        return _in_office(max(now, key=lambda o: (GOVERNMENT in o.sectors, o.first)))
    past = [o for o in held if o.first < day]
    if past:
        return _former(past[-1])
    return Standing(
        code=held[0].code, country_name=country_name(held[0].code), sectors=(NOT_YET,), role=None, source=held[0].source
    )


def _in_office(office: Office) -> Standing:
    return Standing(
        code=office.code,
        country_name=country_name(office.code),
        sectors=office.sectors,
        role=office.title,
        source=office.source,
    )


def _former(office: Office) -> Standing:
    left = any(sector in PUBLIC for sector in office.sectors)
    return Standing(
        code=office.code,
        country_name=country_name(office.code),
        sectors=(FORMER,) if left else office.sectors,
        role=f"former {office.title}",
        source=office.source,
    )


def _plain(entity: Entity) -> Standing:
    return Standing(
        code=entity.code,
        country_name=country_name(entity.code),
        sectors=entity.sectors,
        role=entity.role,
        source=entity.source,
    )
