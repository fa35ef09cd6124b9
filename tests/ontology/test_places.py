"""The gazetteer finds places by name, and its tables hold together."""

import csv
import importlib.resources
import time

import pytest

from dragoman.ontology.places import Candidate, Gazetteer, Names, fold, gazetteer

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


@pytest.mark.parametrize("written, main", [("Bombay", "Mumbai"), ("Kiev", "Kyiv"), ("Raqqa", "Ar Raqqah")])
def test_other_names_of_large_cities(written: str, main: str) -> None:
    """Older and shortened names lead to the city and are marked as such."""
    found = gazetteer().cities(written)[0]
    assert (found.place.name, found.alternate) == (main, True)


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


@pytest.mark.parametrize("name", ["countries.csv", "regions_located.csv", "areas.csv"])
def test_coordinates_lie_on_the_globe_and_countries_exist(name: str) -> None:
    """Every line has coordinates, and a country that the table of countries knows, or none."""
    known = {row["iso3"] for row in table("countries.csv")} | {""}
    for row in table(name):
        assert abs(float(row["lat"])) <= 90, row
        assert abs(float(row["lon"])) <= 180, row
        assert row["iso3"] in known, row


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
