"""Names of places → the places that bear them: countries, first-level regions, seas, straits, sites and cities.

Names of countries, regions and areas are small tables kept by hand, their points and the one sorted, packed table of
cities are made by `development/build_places.py`; cities are searched in place, so that nothing has to be indexed.
"""

import csv
import functools
import gzip
import importlib.resources
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import NamedTuple

import msgspec

from dragoman.model.entity import Place

COUNTRY, REGION, CITY, AREA, SITE = 1, 2, 4, 3, 5
"""`Place.resolution` of a country, a first-level region, a city, a named area and an exact site."""
COUNTY = 25_000
"""People of a middling American county; no table at hand has their numbers."""
SHOUTED = 4
"""Names of at least so many letters are also known in capitals ("TEXAS"); shorter ones would be acronyms."""
_PIECE = re.compile(r"[\w.]+|[^\w\s]\w?")
"""What a tokenizer makes of a name: words with their full stops, hyphens, endings after an apostrophe."""
SITE_FEATURES = frozenset({"site"})


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A place that a name may stand for.

    Attributes:
        place: The place.
        population: How many people live there, 0 where that is not known or makes no sense.
        source: Table and line it comes from.
        alternate: The name looked up is not the place's main name.
        capital: It is the capital of its country.
        known: The name is the one that English papers use for a city of the world (`english_cities.csv`).
        code: GeoNames code of the first-level region it lies in or is, "" where unknown.
    """

    place: Place
    population: int
    source: str
    alternate: bool = False
    capital: bool = False
    known: bool = False
    code: str = ""


class Names(NamedTuple):
    """Names kept by hand, as written, each with its candidates; `lengths` tells the most pieces by the first one."""

    candidates: dict[str, tuple[Candidate, ...]]
    lengths: dict[str, int]


class _County(NamedTuple):
    """A line of the table of counties."""

    name: str
    state: str
    lat: float
    lon: float
    source: str


def fold(name: str) -> str:
    """A name without accents, marks and capitals, as the table of cities is sorted by.

    >>> fold("Saint-Étienne"), fold("Sana'a"), fold("St. John’s")
    ('st etienne', 'sanaa', 'st johns')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    spaced = "".join(c if c.isalnum() else "" if c in "'’‘ʼ`." else " " for c in plain)
    return " ".join("st" if word == "saint" else word for word in spaced.split())


class Gazetteer:
    """Look-ups by name."""

    def __init__(self, names: Names, demonyms: dict[str, Candidate], cities: bytes, regions: dict[str, str]) -> None:
        self._names = names
        self._demonyms = demonyms
        self._cities = cities
        self._regions = regions
        states = (c for each in names.candidates.values() for c in each if _is_state(c))
        self._states = {c.code: c for c in states}
        self._found: dict[str, tuple[Candidate, ...]] = {}

    def named(self, name: str) -> tuple[Candidate, ...]:
        """Countries, regions and areas of exactly that name, capitals and full stops counted ("US", "Ky.")."""
        return self._names.candidates.get(name, ())

    def pieces(self, first: str) -> int:
        """How many pieces a name in `named` that begins with this one has at most; 0 where none begins so."""
        return self._names.lengths.get(first, 0)

    def state(self, code: str) -> Candidate | None:
        """The state of the United States that letters carry as its code ("TX")."""
        return self._states.get(code)

    def demonym(self, word: str) -> Candidate | None:
        """The country whose people or things are called so."""
        return self._demonyms.get(word)

    def cities(self, name: str) -> tuple[Candidate, ...]:
        """Cities of that name, whatever its accents and capitals; the largest first."""
        key = fold(name)
        if key not in self._found:
            found = (self._city(line) for line in _lines(self._cities, key.encode() + b"\t")) if key else iter(())
            self._found[key] = tuple(sorted(found, key=lambda c: (-c.population, c.source)))
        return self._found[key]

    def all(self, name: str) -> tuple[Candidate, ...]:
        """Every place of that name."""
        return (*self.named(name), *self.cities(name), *self.counties(name))

    def is_doubtful(self, name: str) -> bool:
        """Whether some town bears this word, but papers hardly ever mean the town ("University", "March")."""
        return name in _doubtful()

    def counties(self, name: str) -> tuple[Candidate, ...]:
        """Counties of the United States of that name."""
        return tuple(
            _county(row, state)
            for row in _counties().get(fold(name), ())
            for state in self.named(row.state)
            if _is_state(state)
        )

    def _city(self, line: str) -> Candidate:
        key, name, iso3, code, lat, lon, number, population, flags = line.split("\t")
        place = Place(
            name=name or key.title(),
            feature="city",
            country=iso3,
            lat=float(lat),
            lon=float(lon),
            geonameid=int(number),
            resolution=CITY,
            admin1=self._regions.get(f"{iso3}.{code}"),
        )
        return Candidate(
            place=place,
            population=int(population),
            source=f"GeoNames:{number}",
            alternate="a" in flags,
            capital="c" in flags,
            known="e" in flags,
            code=code,
        )


def _lines(table: bytes, prefix: bytes) -> Iterator[str]:
    """The lines of a sorted table that begin with a prefix, found by halving."""
    low, high = 0, len(table)
    while low < high:
        middle = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", middle) + 1 or len(table)
        if table[middle:end] < prefix:
            low = end
        else:
            high = middle
    while table.startswith(prefix, low):
        end = table.find(b"\n", low)
        yield table[low:end].decode()
        low = end + 1


@functools.cache
def _counties() -> dict[str, list[_County]]:
    folder = importlib.resources.files("dragoman.ontology") / "data" / "places"
    found: dict[str, list[_County]] = defaultdict(list)
    for source, row in _rows(folder, "us_counties.csv"):
        found[fold(row["name"])].append(
            _County(row["name"], row["state"], float(row["lat"]), float(row["lon"]), source)
        )
    return dict(found)


@functools.cache
def _doubtful() -> frozenset[str]:
    folder = importlib.resources.files("dragoman.ontology") / "data" / "places"
    return frozenset(row["word"] for _, row in _rows(folder, "no_places.csv"))


def _is_state(candidate: Candidate) -> bool:
    return candidate.place.country == "USA" and candidate.place.feature == "admin1"


def _county(row: _County, state: Candidate) -> Candidate:
    place = Place(
        name=row.name,
        feature="admin2",
        country=state.place.country,
        admin1=state.place.name,
        admin2=row.name,
        lat=row.lat,
        lon=row.lon,
        geonameid=None,
        resolution=REGION,
    )
    return Candidate(place=place, population=COUNTY, source=row.source, code=state.code)


@functools.cache
def gazetteer() -> Gazetteer:
    """The places that are shipped, read once.

    >>> [c.place.country for c in gazetteer().named("Strait of Hormuz")], gazetteer().cities("Kabul")[0].place.country
    ([None], 'AFG')
    """
    folder = importlib.resources.files("dragoman.ontology") / "data" / "places"
    countries = list(_countries(folder))
    regions = list(_regions(folder))
    named = [*countries, *regions, *_areas(folder)]
    demonyms = {word: c for _, words, c in named for word in words}
    cities = gzip.decompress((folder / "cities.tsv.gz").read_bytes())
    codes = {f"{c.place.country}.{c.code}": c.place.name for _, _, c in regions}
    return Gazetteer(_index(named), demonyms, cities, codes)


_Entry = tuple[tuple[str, ...], tuple[str, ...], Candidate]
"""Names, demonyms, and the place they stand for."""


def _index(entries: list[_Entry]) -> Names:
    found: dict[str, list[Candidate]] = defaultdict(list)
    lengths: dict[str, int] = defaultdict(int)
    for names, _, candidate in entries:
        for name in dict.fromkeys(written for n in names for written in _spellings(n)):
            found[name].append(candidate)
            pieces = _PIECE.findall(name)
            for opening, more in ((pieces[0], 0), (pieces[0].rstrip("."), 1)):  # "Ont." may be cut before its full stop
                lengths[opening] = max(lengths[opening], len(pieces) + more)
    return Names({name: tuple(candidates) for name, candidates in found.items()}, dict(lengths))


def _spellings(name: str) -> tuple[str, ...]:
    return (name, name.upper()) if len(name) >= SHOUTED and not name.endswith(".") else (name,)


def _rows(folder: Traversable, file: str) -> Iterator[tuple[str, dict[str, str]]]:
    with (folder / file).open(encoding="utf-8") as lines:
        for number, row in enumerate(csv.DictReader(lines), 2):
            yield f"{file}:{number}", row


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _countries(folder: Traversable) -> Iterator[_Entry]:
    for source, row in _rows(folder, "countries.csv"):
        place = _place(row, "country", COUNTRY)
        candidate = Candidate(place=place, population=int(row["population"]), source=source)
        yield (row["name"], *_split(row["aliases"])), _split(row["demonyms"]), candidate


def _regions(folder: Traversable) -> Iterator[_Entry]:
    for source, row in _rows(folder, "regions_located.csv"):
        place = msgspec.structs.replace(_place(row, "admin1", REGION), admin1=row["name"])
        candidate = Candidate(place=place, population=int(row["population"]), source=source, code=row["admin1"])
        yield (row["name"], *_split(row["aliases"])), (), candidate


def _areas(folder: Traversable) -> Iterator[_Entry]:
    for source, row in _rows(folder, "areas.csv"):
        place = _place(row, row["feature"], SITE if row["feature"] in SITE_FEATURES else AREA)
        candidate = Candidate(place=place, population=0, source=source)
        yield (row["name"], *_split(row["aliases"])), _split(row["demonyms"]), candidate


def _place(row: dict[str, str], feature: str, resolution: int) -> Place:
    return Place(
        name=row["name"],
        feature=feature,
        country=row["iso3"] or None,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        geonameid=int(row["geonameid"]) if row.get("geonameid") else None,
        resolution=resolution,
    )
