"""Single cells of POLECAT, ICEWS, GDELT and Phoenix: what of a record stands where, and what stands nowhere."""

import datetime as dt

import pytest
from msgspec.structs import replace

from dragoman.model.event import ActorRef, EventLoc, EventRecord
from dragoman.store.export.dyads import SEVERAL_DAYS
from dragoman.store.export.gdelt import fips, fraction
from tests import factory
from tests.store.export import readers
from tests.store.export.written import written

REPORT = factory.article(
    "Iranian police met the UN and reporters in Gaza on Monday. They met again on Friday.",
    publisher="Harbour Gazette",
    url="https://example.org/a",
)
POLICE = factory.party(REPORT, "Iranian police", code="IRN", sector_code="COP", other_sector_codes=("GOV",))
UN = factory.party(REPORT, "the UN", code="UNO", sector_code=None)
PRESS = factory.party(REPORT, "reporters", code=None, sector_code="JRN")
RUSSIA = factory.party(REPORT, "They", code="RUS", sector_code=None)
GAZA = EventLoc(
    raw_text="Gaza",
    span=factory.span(REPORT, "Gaza"),
    name="Gaza City",
    feature="city",
    admin1="Gaza Strip",
    admin2=None,
    country="PSE",
    lat=31.5,
    lon=34.466,
    geonameid=281133,
    resolution=4,
)


def event(actors: tuple[ActorRef, ...], recipients: tuple[ActorRef, ...], **fields: object) -> EventRecord:
    made = factory.event(
        REPORT, "met", "CONSULT", cameo="040", date=dt.date(2019, 12, 16), quad_code=1, event_scale=2.5
    )
    return replace(made, actor=actors, recipient=recipients, event_loc=GAZA, **fields)


def row(record: EventRecord, layout: str, *include: str) -> dict[str, str]:
    table = readers.as_text(written([record], layout, include)[0], layout)
    cells: dict[str, str] = table.iloc[0].to_dict()
    return cells


def test_polecat() -> None:
    cells = row(event((POLICE, PRESS), (RUSSIA,), context=("diplomatic", "military")), "polecat")
    assert cells["Event Date"] == "2019-12-16"
    assert (cells["Event Type"], cells["Event Mode"], cells["Intensity"]) == ("CONSULT", "None", "2.5")
    assert (cells["Quad Code"], cells["Contexts"]) == ("VERBAL COOPERATION", "diplomatic;military")
    assert (cells["Actor Name"], cells["Actor Country"]) == ("Iranian police;reporters", "IRN;None")
    assert (cells["Actor COW"], cells["Primary Actor Sector"]) == ("630;None", "COP;JRN")
    assert cells["Actor Sectors"] == "COP;GOV;JRN"
    assert (cells["Recipient COW"], cells["Primary Recipient Sector"]) == ("365", "None")
    assert (cells["City"], cells["Province"], cells["Country"]) == ("Gaza City", "Gaza Strip", "PSE")
    assert (cells["Source"], cells["Publication Date"]) == ("Harbour Gazette", "2019-12-20")
    assert [cells[name] for name in ("Wikipedia Actor ID", "Story People", "District")] == ["None"] * 3


def test_polecat_has_undated_acts_without_a_date() -> None:
    assert row(event((POLICE,), (), date=None), "polecat")["Event Date"] == "None"


def test_icews() -> None:
    cells = row(event((POLICE,), (RUSSIA,)), "icews")
    assert (cells["Event Date"], cells["Event Text"], cells["CAMEO Code"]) == ("2019-12-16", "Consults", "040")
    assert (cells["Source Name"], cells["Source Sectors"]) == ("Iranian police", "Police,Government")
    assert (cells["Source Country"], cells["Target Country"]) == ("Iran", "Russian Federation")
    assert (cells["Target Sectors"], cells["Intensity"], cells["Sentence Number"]) == ("", "1", "1")
    assert (cells["Country"], cells["City"]) == ("Occupied Palestinian Territory", "Gaza City")
    other = row(event((UN,), (PRESS,)), "icews")
    assert (other["Source Sectors"], other["Source Country"]) == ("International Government Organization", "")
    assert (other["Target Sectors"], other["Target Country"]) == ("Media,Social", "")


def test_gdelt_events() -> None:
    cells = row(event((POLICE,), (UN,)), "gdelt-events")
    assert (cells["SQLDATE"], cells["MonthYear"], cells["Year"]) == ("20191216", "201912", "2019")
    assert (cells["Actor1Code"], cells["Actor1Name"], cells["Actor1CountryCode"]) == (
        "IRNCOPGOV",
        "IRANIAN POLICE",
        "IRN",
    )
    assert (cells["Actor1Type1Code"], cells["Actor1Type2Code"], cells["Actor1Type3Code"]) == ("COP", "GOV", "")
    assert (cells["Actor2Code"], cells["Actor2KnownGroupCode"], cells["Actor2Type1Code"]) == ("IGOUNO", "UNO", "IGO")
    assert (cells["EventCode"], cells["EventBaseCode"], cells["EventRootCode"]) == ("040", "040", "04")
    assert (cells["QuadClass"], cells["GoldsteinScale"], cells["IsRootEvent"]) == ("1", "1", "1")
    assert (cells["ActionGeo_Type"], cells["ActionGeo_CountryCode"]) == ("4", "GZ")
    assert cells["ActionGeo_FullName"] == "Gaza City, Gaza Strip, Palestine"
    assert (cells["DATEADDED"], cells["SOURCEURL"]) == ("20191220000000", "https://example.org/a")
    assert (cells["AvgTone"], cells["Actor1Geo_Type"], cells["ActionGeo_FeatureID"]) == ("", "", "")


def test_gdelt_counts_words_elsewhere_that_tell_it_again() -> None:
    again = factory.span(REPORT, "They met")
    record = event((POLICE,), (UN,))
    told = replace(record, evidence=replace(record.evidence, event=(again,)))
    assert [row(one, "gdelt-events")["NumMentions"] for one in (record, told)] == ["1", "2"]


def test_gdelt_mentions() -> None:
    cells = row(event((POLICE,), (UN,)), "gdelt-mentions")
    assert (cells["EventTimeDate"], cells["MentionTimeDate"]) == ("20191216000000", "20191220000000")
    assert (cells["MentionType"], cells["MentionIdentifier"]) == ("1", "https://example.org/a")
    offsets = [int(cells[name]) for name in ("Actor1CharOffset", "ActionCharOffset", "Actor2CharOffset")]
    assert [REPORT.text[at:].split()[0] for at in offsets] == ["Iranian", "met", "the"]
    assert (cells["Confidence"], cells["InRawText"], cells["MentionDocTone"]) == ("90", "1", "")


def test_a_mention_without_an_address_is_a_citation() -> None:
    record = event((POLICE,), (UN,))
    cells = row(replace(record, article=replace(record.article, url=None, title="Talks")), "gdelt-mentions")
    assert (cells["MentionType"], cells["MentionIdentifier"]) == ("2", "Harbour Gazette, Talks, 2019-12-20")


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (POLICE, ("IRNCOPGOV", "IRN", "COP", "GOV")),
        (RUSSIA, ("RUS", "RUS", "", "")),
        (UN, ("IGOUNO", "IGO", "", "UNO")),
        (PRESS, ("MED", "", "MED", "")),
        (replace(POLICE, sector_code="LAB"), ("IRNLABGOV", "IRN", "", "LAB;GOV")),
        (replace(RUSSIA, code=None), ("", "", "", "")),
    ],
)
def test_phoenix_parties(party: ActorRef, expected: tuple[str, ...]) -> None:
    cells = row(event((party,), ()), "phoenix")
    assert tuple(cells[f"Source{part}"] for part in ("Full", "Entity", "Role", "Attr")) == expected
    assert cells["TargetFull"] == ""


@pytest.mark.parametrize(
    ("code", "quad"), [("010", "0"), ("020", "0"), ("036", "1"), ("080", "2"), ("111", "3"), ("163", "3"), ("141", "4")]
)
def test_phoenix_has_classes_of_its_own(code: str, quad: str) -> None:
    cells = row(event((POLICE,), (RUSSIA,), cameo=code, context=("economic",)), "phoenix")
    assert (cells["CAMEO"], cells["root"], cells["quad"], cells["issues"]) == (code, code[:2], quad, "economic,1")
    assert (cells["year"], cells["month"], cells["day"]) == ("2019", "12", "16")
    assert (cells["place"], cells["country"]) == ("Gaza City", "PSE")


@pytest.mark.parametrize(
    ("layout", "names"),
    [
        ("polecat", ("Intensity", "Quad Code")),
        ("icews", ("Intensity",)),
        ("gdelt-events", ("QuadClass", "GoldsteinScale")),
        ("phoenix", ("quad", "Goldstein")),
    ],
)
def test_a_denied_act_that_is_asked_for_has_neither_class_nor_score(layout: str, names: tuple[str, ...]) -> None:
    """So that no mean counts it as done."""
    done, denied = event((POLICE,), (RUSSIA,)), event((POLICE,), (RUSSIA,), factuality="CT-")
    assert {row(denied, layout, "negation")[name] for name in names} == {"None" if layout == "polecat" else ""}
    assert {row(done, layout)[name] for name in names}.isdisjoint({"None", ""})


@pytest.mark.parametrize(("iso3", "admin1", "code"), [("PSE", None, "WE"), ("PSE", "Gaza", "GZ"), ("DEU", None, "GM")])
def test_fips(iso3: str, admin1: str | None, code: str) -> None:
    assert fips(iso3, admin1, dt.date(2019, 1, 1)) == code
    assert fips("DEU", None, dt.date(1989, 1, 1)) == "GE"


@pytest.mark.parametrize(("day", "part"), [("2021-01-05", "2021.0137"), ("2014-12-31", "2014.9890")])
def test_the_part_of_a_year(day: str, part: str) -> None:
    assert fraction(dt.date.fromisoformat(day)) == part


@pytest.mark.parametrize(
    ("end", "counted"), [("2019-12-16", 0), ("2019-12-31", 1), (None, 1)], ids=["a day", "several", "open"]
)
@pytest.mark.parametrize("layout", ["polecat", "icews"])
def test_acts_of_several_days_are_counted(layout: str, end: str | None, counted: int) -> None:
    """The tables tell one day only, the first."""
    record = event((POLICE,), (), enddate=None if end is None else dt.date.fromisoformat(end))
    data, tally = written([record], layout)
    assert b"2019-12-16" in data
    assert tally.altered[SEVERAL_DAYS] == counted


@pytest.mark.parametrize(("layout", "name"), [("polecat", "Country"), ("phoenix", "country")])
def test_places_have_the_codes_that_parties_have(layout: str, name: str) -> None:
    """GeoNames writes XKX for Kosovo, PLOVER KOS."""
    record = replace(event((POLICE,), ()), event_loc=replace(GAZA, country="XKX"))
    assert row(record, layout)[name] == "KOS"
    assert row(record, "gdelt-events")["ActionGeo_FullName"].endswith(", Kosovo")
    assert row(record, "gdelt-events")["ActionGeo_CountryCode"] == "KV"


@pytest.mark.parametrize(
    ("country", "resolution", "kind", "region"),
    [
        ("DEU", 1, "1", "GM"),
        ("DEU", 2, "5", ""),
        ("DEU", 4, "4", ""),
        ("USA", 1, "1", "US"),
        ("USA", 3, "2", ""),
        ("USA", 5, "3", ""),
        (None, 3, "", ""),
    ],
)
def test_gdelt_kinds_of_places(country: str | None, resolution: int, kind: str, region: str) -> None:
    place = replace(GAZA, country=country, resolution=resolution)
    cells = row(replace(event((POLICE,), ()), event_loc=place), "gdelt-events")
    assert (cells["ActionGeo_Type"], cells["ActionGeo_ADM1Code"]) == (kind, region)


@pytest.mark.parametrize(("sentence", "lead"), [(0, "1"), (2, "1"), (3, "0")])
def test_gdelt_knows_the_lead_by_the_first_sentences(sentence: int, lead: str) -> None:
    cells = row(replace(event((POLICE,), ()), sentence=sentence), "gdelt-events")
    assert cells["IsRootEvent"] == lead
