"""GeoJSON, read by its own library: where, and what is told of it."""

from typing import Any

import geojson
import pytest
from msgspec.structs import replace

from dragoman.model.event import EventLoc
from dragoman.store.export.geojson import NOWHERE, feature, position
from tests import factory
from tests.store.export.written import sample, taken, written

VISIT = factory.visit().events[0]
TOKYO = EventLoc(
    raw_text="Tokyo",
    span=VISIT.event_span,
    name="Tokyo",
    feature="city",
    admin1=None,
    admin2=None,
    country="JPN",
    lat=35.69,
    lon=139.69,
    geonameid=1850147,
    resolution=4,
)
BOX = {"Tokyo": (138, 141, 35, 37), "Tehran": (51, 52, 35, 36.5), "Gibraltar": (-6, -5, 36, 37)}
"""West, east, south and north of what lies where on any map."""


def features() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = geojson.loads(written(sample(), "geojson")[0])["features"]
    return found


def test_what_has_coordinates_is_written_and_the_rest_counted() -> None:
    """A feature for each, under the record's id."""
    _, tally = written(sample(), "geojson")
    placed = [one for one in taken("geojson") if one.event_loc is not None and one.event_loc.lat is not None]
    assert [one["id"] for one in features()] == [one.id for one in placed]
    assert tally.left_out[NOWHERE] == len(taken("geojson")) - len(placed)


def test_longitude_stands_before_latitude() -> None:
    """Cities of the sample lie where they lie."""
    points = [(one["properties"]["place"], one["geometry"]["coordinates"]) for one in features()]
    seen = [(name, lon, lat) for name, (lon, lat) in points if name in BOX]
    assert {name for name, _, _ in seen} >= {"Tokyo", "Tehran"}
    for name, lon, lat in seen:
        west, east, south, north = BOX[name]
        assert west < lon < east
        assert south < lat < north


def test_each_line_between_the_first_and_the_last_is_a_feature() -> None:
    """So that a file larger than memory can be read line by line."""
    lines = written(sample(), "geojson")[0].decode().splitlines()[1:-1]
    assert [geojson.loads(line.removesuffix(","))["id"] for line in lines] == [one["id"] for one in features()]


@pytest.mark.parametrize("lat, lon", [(None, 1.0), (1.0, None), (91.0, 0.0), (0.0, -181.0), (float("nan"), 0.0)])
def test_no_point_is_made_of_what_is_none(lat: float | None, lon: float | None) -> None:
    """Missing or outside the world."""
    assert position(replace(TOKYO, lat=lat, lon=lon)) is None


def test_a_feature_tells_how_sure_and_how_exact_it_is() -> None:
    """Status, factuality, and what the point stands for."""
    told = feature(replace(VISIT, event_loc=TOKYO, factuality="PR+"))
    assert told is not None
    kept = {key: told["properties"][key] for key in ("status", "told_factuality", "resolution_means", "actor_code")}
    assert kept == {
        "status": "uncertain",
        "told_factuality": "PR+",
        "resolution_means": "city",
        "actor_code": ["IRN"],
    }
