"""A record's place → the parts of it that the layouts of others ask for."""

from dragoman.model.event import EventLoc
from dragoman.store.export import codes

CITY = "city"


def city(place: EventLoc | None) -> str | None:
    """The city that a place is; None for sites, regions, countries and seas, of which the record names no city."""
    return place.name if place is not None and place.feature == CITY else None


def state(place: EventLoc | None) -> str | None:
    """The country that a place lies in, by the code that parties have for it."""
    if place is None:
        return None
    found = codes.country(place.country)
    return place.country if found is None else found.iso3
