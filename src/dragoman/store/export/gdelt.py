"""What both of GDELT's tables share: days and times as digits, and parties in CAMEO's codes."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.model.event import ActorRef
from dragoman.store.export import codes
from dragoman.store.export.rows import digits

TYPES = 3
"""Columns that an actor's types have."""
DAYS_OF_MONTH = 30
DAYS_OF_YEAR = 365
"""By which GDELT's codebook counts the part of a year that is over."""
GAZA, GAZA_FIPS = "Gaza", "GZ"
"""FIPS 10-4 has one code for the West Bank and another for Gaza, where ISO 3166 has one for both."""


class Actor(NamedTuple):
    """A party: all codes in one, its name, country, known group, and up to three types."""

    code: str | None
    name: str | None
    country: str | None
    group: str | None
    types: tuple[str | None, ...]


NOBODY = Actor(None, None, None, None, (None,) * TYPES)


def actor(party: ActorRef | None, day: dt.date) -> Actor:
    """A party in CAMEO's codes; its name in capitals, as GDELT writes names."""
    if party is None:
        return NOBODY
    state, body = codes.country(party.code, day), codes.body(party.code)
    country = state.cameo if state is not None else None if body is None else body.area
    group, kinds = (None, ()) if body is None else (body.group, (body.cameo,))
    types = (*kinds, *_types(party))[:TYPES]
    parts = (*kinds, country, group, *types[len(kinds) :])
    filled = (*types, *(None,) * (TYPES - len(types)))
    return Actor("".join(part for part in parts if part) or None, party.entity_name.upper(), country, group, filled)


def _types(party: ActorRef) -> Iterator[str]:
    known = (codes.sector(code) for code in (party.sector_code, *party.other_sector_codes))
    yield from dict.fromkeys(one.gdelt for one in known if one is not None and one.gdelt is not None)


def midnight(day: dt.date | None) -> str | None:
    """The first second of a day as fourteen digits; reports bring no time of day."""
    return None if day is None else f"{digits(day)}000000"


def fraction(day: dt.date) -> str:
    """A year and the part of it that is over, as GDELT counts it.

    >>> fraction(dt.date(2014, 2, 18))
    '2014.1315'
    """
    return f"{day.year + ((day.month - 1) * DAYS_OF_MONTH + day.day) / DAYS_OF_YEAR:.4f}"


def fips(iso3: str | None, admin1: str | None, day: dt.date) -> str | None:
    """FIPS 10-4 code of where something took place."""
    country = codes.country(iso3, day)
    if country is None:
        return None
    return GAZA_FIPS if iso3 == "PSE" and admin1 is not None and GAZA in admin1 else country.fips
