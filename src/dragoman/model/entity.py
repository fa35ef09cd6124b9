"""Actors and places: what a name in the text stands for."""

from typing import Literal

import msgspec

from dragoman.model.ids import EntityId

EntityKind = Literal["state", "person", "organisation", "group", "generic"]


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of the dictionary, or one that only this article names.

    Attributes:
        id: Stable key ("state:IRN", "person:hassan-rouhani", "article:…" for one that no dictionary knows).
        name: Its plain name.
        kind: state, person, organisation, group or generic ("officials", "police").
        code: ISO 3166 alpha-3 or PLOVER country-like code that it has whatever the date; None when that depends on it.
        sectors: PLOVER sector codes, the first one primary.
        role: Office or function in the text's words, where it does not depend on the date.
        source: Line of the data file it comes from ("organisations.csv:17"), or "text".
    """

    id: EntityId
    name: str
    kind: EntityKind
    code: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    source: str = "text"


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What an entity is on a given day: country code and name, sectors, office held, and the data line that says so."""

    code: str | None
    country_name: str | None
    sectors: tuple[str, ...]
    role: str | None
    source: str


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the map.

    Attributes:
        name: Its plain name.
        feature: country, admin1, city, sea, region, site …
        country: ISO 3166 alpha-3, None for what lies in none.
        lat: Degrees north, None where the point is not known.
        lon: Degrees east.
        geonameid: Its number in GeoNames, where it was matched there.
        resolution: 5 exact site, 4 city, 3 second-level region, 2 first-level, 1 country.
        admin1: First-level region that it lies in, by name.
        admin2: Second-level region.
    """

    name: str
    feature: str
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    resolution: int
    admin1: str | None = None
    admin2: str | None = None
