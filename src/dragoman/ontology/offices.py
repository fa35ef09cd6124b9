"""An entity and a day → its code, sectors and role on that day, by the table of offices (`office_rows`).

The rules, told at length in docs/actors.md: on the first and last day a person is in office; an empty end means still
in office; after the last office a former official has the sector ELI and a role that begins with "former"; before the
first one a person is a politician (PTY) without a role; without a day the latest office of government counts.
"""

import datetime as dt
from functools import cache

import msgspec

from dragoman.model.entity import Entity, Standing
from dragoman.model.ids import EntityId
from dragoman.ontology.actors import entity as known_entity
from dragoman.ontology.countries import country_name
from dragoman.ontology.office_rows import Office, beside, by_code, load, offices

__all__ = ["Office", "bearers", "beside", "held_by", "holder", "load", "offices", "on", "standing", "titled"]

GOVERNMENT = "GOV"
FORMER = "ELI"
NOT_YET = "PTY"
PUBLIC = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
"""Sectors that are an office one leaves; a rebel or cleric stays what he is."""


def held_by(entity_id: EntityId, day: dt.date) -> tuple[Office, ...]:
    """All offices that a person held on a day, also those beside a greater one.

    >>> [o.title for o in held_by(EntityId("person:angela-merkel"), dt.date(2015, 6, 1))]
    ['Chancellor']
    """
    known = (*offices().get(entity_id, ()), *beside().get(entity_id, ()))
    return tuple(office for office in known if office.held(day))


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
    found = {o.person for o in by_code().get(code, ()) if o.held(day) and _title(o.title) == asked}
    return next(iter(found)) if len(found) == 1 else None


@cache
def _title(noun: str) -> str:
    """An office in the form in which offices are compared."""
    plain = noun.lower().replace("defence", "defense").replace("foreign secretary", "foreign minister")
    return "prime minister" if plain == "premier" else plain


@cache
def bearers(noun: str) -> frozenset[str]:
    """The states that ever had the office that a common noun names.

    >>> "OMN" in bearers("sultan"), "YEM" in bearers("sultan")
    (True, False)
    """
    asked = _title(noun)
    return frozenset(o.code for terms in offices().values() for o in terms if _title(o.title) == asked)


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
