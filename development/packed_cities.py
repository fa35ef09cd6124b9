"""Cities of GeoNames → `cities.tsv.gz`: a line for each name of each city, sorted by the folded name.

Kept by hand are the names that English papers use for cities of the world, whatever GeoNames calls them
(`english_cities.csv`): they count as main names. Part of `build_places.py`.
"""

import csv
import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.ontology.places import fold

ALTERNATES_FROM = 50_000
"""Population from which other spellings are kept; below it they are mostly other languages' transcriptions."""
SHORTEST_ALTERNATE = 4
"""Shorter other names are airport codes and abbreviations."""
ARTICLES = frozenset({"al", "ar", "as", "ash", "at", "ath", "az", "ad", "an", "el"})
ARABIC = frozenset(
    {"ARE", "BHR", "DZA", "EGY", "IRQ", "JOR", "KWT", "LBN", "LBY", "MAR", "MRT", "OMN", "PSE", "QAT", "SAU", "SDN"}
    | {"SYR", "TUN", "YEM"}
)
ON_RIVERS = frozenset({"upon", "on", "am", "an", "im", "sur", "na", "under"})
"""Words before the river or the land that tells a town from its namesakes."""
SHORT_FROM = 100_000
"""Population from which a town is mostly named without it."""
City = dict[str, Any]
English = dict[str, set[str]]
"""By GeoNames number: the folded names that English papers use."""


class _Home(NamedTuple):
    """What a city's country gives to its lines."""

    iso3: str
    capital: str


def pack(folder: Path, cities: Sequence[City], iso3: Mapping[str, str], capitals: Mapping[str, str]) -> None:
    """Write the table."""
    english = _english(folder / "english_cities.csv", cities, iso3)
    homes = {code: _Home(three, fold(capitals[three])) for code, three in iso3.items()}
    lines = {line.encode() for c in cities for line in _lines(c, homes[c["countrycode"]], english)}
    (folder / "cities.tsv.gz").write_bytes(gzip.compress(b"\n".join(sorted(lines)) + b"\n", 9, mtime=0))


def _english(path: Path, cities: Sequence[City], iso3: Mapping[str, str]) -> English:
    """The largest city of the country that GeoNames knows by the name, also among its other names."""
    with path.open(encoding="utf-8") as rows:
        wanted = {(row["iso3"], fold(row["name"])): row["name"] for row in csv.DictReader(rows)}
    found: dict[tuple[str, str], City] = {}
    for city in cities:
        for name in {fold(n) for n in (city["name"], *city["alternatenames"])}:
            key = iso3[city["countrycode"]], name
            if key in wanted and city["population"] > found.get(key, {"population": -1})["population"]:
                found[key] = city
    if missing := sorted(set(wanted) - set(found)):
        sys.exit(f"no such city: {missing!r}")
    result: English = defaultdict(set)
    for (_, name), city in found.items():
        result[str(city["geonameid"])].add(name)
    return result


def _lines(city: City, home: _Home, english: English) -> Iterator[str]:
    key = fold(city["name"])
    used = english.get(str(city["geonameid"]), set())
    capital = home.capital in {key, *used}
    facts = (
        home.iso3,
        city["admin1code"],
        f"{city['latitude']:.3f}",
        f"{city['longitude']:.3f}",
        city["geonameid"],
        city["population"],
    )
    name = "" if city["name"] == key.title() else city["name"]
    main, other = ("c", "ca") if capital else ("-", "a")
    flags = dict.fromkeys(_alternates(city) | _bare(key, home.iso3), other)
    flags |= {key: main} | dict.fromkeys(_short(city, key), main) | dict.fromkeys(used, main + "e")
    for written, flag in sorted(flags.items()):
        if written != key:
            yield "\t".join(map(str, (written, city["name"], *facts, flag)))
    if key:
        yield "\t".join(map(str, (key, name, *facts, flags[key])))


def _short(city: City, key: str) -> set[str]:
    """What large towns are called without their river ("Newcastle", "Frankfurt")."""
    words = key.split()
    cut = [n for n, word in enumerate(words) if word in ON_RIVERS and 0 < n < len(words) - 1]
    return {" ".join(words[: cut[0]])} if cut and city["population"] >= SHORT_FROM else set()


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
