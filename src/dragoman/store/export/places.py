"""A record's place → the parts of it that the layouts of others ask for."""

from dragoman.model.event import EventLoc

CITY = "city"


def city(place: EventLoc | None) -> str | None:
    """The city that a place is; None for sites, regions, countries and seas, of which the record names no city."""
    return place.name if place is not None and place.feature == CITY else None
