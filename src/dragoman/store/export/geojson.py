"""Records → GeoJSON (RFC 7946): one FeatureCollection, a line for each feature, so that it can be streamed and read so.

A record becomes a point where the coder knows coordinates; the others are left out and counted, because a feature
without geometry vanishes silently in most map programs. `resolution` tells how exact the point is.
"""

from collections.abc import Iterable
from typing import Any

from dragoman.model.event import ActorRef, EventLoc, EventRecord, Record
from dragoman.store import wording
from dragoman.store.export.base import AUXILIARY, Layout, Output, Tally
from dragoman.store.export.telling import events, headline, json_text, quad, scale, web_address
from dragoman.store.status import status, told_factuality

NOWHERE = "no coordinates"
BEGIN, BETWEEN, END = b'{"type":"FeatureCollection","features":[\n', b",\n", b"\n]}\n"
_RESOLUTIONS = {5: "site", 4: "city", 3: "second-level region", 2: "first-level region", 1: "country"}
_LAT, _LON = 90.0, 180.0

Json = dict[str, Any]


def write(records: Iterable[Record], output: Output, tally: Tally) -> None:
    """Write one collection with a feature for each record that has coordinates."""
    output.write(BEGIN)
    for record in events(records):
        made = feature(record)
        if made is None:
            tally.leave(NOWHERE)
            continue
        output.write((BETWEEN if tally.rows > 0 else b"") + json_text(made))
        tally.rows += 1
    output.write(END)


def feature(record: EventRecord) -> Json | None:
    """The point of a record with what is told there; None where no coordinates are known."""
    place = record.event_loc
    at = None if place is None else position(place)
    if place is None or at is None:
        return None
    return {
        "type": "Feature",
        "id": record.id,
        "geometry": {"type": "Point", "coordinates": at},
        "properties": _act(record) | _place(place) | _origin(record),
    }


def position(place: EventLoc) -> list[float] | None:
    """Longitude, then latitude, as GeoJSON has them; None where they are missing or lie outside the world."""
    if place.lat is None or place.lon is None:
        return None
    inside = abs(place.lat) <= _LAT and abs(place.lon) <= _LON
    return [place.lon, place.lat] if inside else None


def _act(record: EventRecord) -> Json:
    return {
        "headline": headline(record),
        "event": record.event[0],
        "mode": list(record.mode),
        "context": list(record.context),
        "label": wording.label(record),
        "quad_code": quad(record),
        "event_scale": scale(record),
        "status": status(record),
        "auxiliary": list(record.auxiliary),
        "told_factuality": told_factuality(record),
        "when": wording.when(record) or None,
        "date": None if record.date is None else record.date.isoformat(),
        "enddate": None if record.enddate is None else record.enddate.isoformat(),
        "edtf": record.edtf,
        **_party("actor", record.actor),
        **_party("recipient", record.recipient),
    }


def _party(side: str, members: tuple[ActorRef, ...]) -> Json:
    return {
        side: [one.entity_name for one in members],
        f"{side}_code": [one.code for one in members],
    }


def _place(place: EventLoc) -> Json:
    return {
        "place": place.name,
        "country": place.country,
        "feature": place.feature,
        "geonameid": place.geonameid,
        "resolution": place.resolution,
        "resolution_means": _RESOLUTIONS.get(place.resolution),
    }


def _origin(record: EventRecord) -> Json:
    article = record.article
    return {
        "according_to": wording.according(record),
        "text": record.text,
        "publisher": article.publisher,
        "published": None if article.date is None else article.date.isoformat(),
        "title": article.title,
        "url": web_address(article.url),
        "article_id": article.id,
        "confidence": record.confidence,
        "coder": record.coder,
    }


LAYOUT = Layout(
    name="geojson",
    suffix=".geojson",
    means="GeoJSON, a point for each record with coordinates",
    write=write,
    carries=frozenset({"undated", "no-recipient"}),
    takes=AUXILIARY,
)
