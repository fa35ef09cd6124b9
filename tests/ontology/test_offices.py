"""What an actor is on a day follows from the dated table of offices."""

import datetime as dt
import itertools

import pytest

from dragoman.errors import DataError
from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.ontology import offices

HEAD = "person,title,code,sectors,start,end,basis\n"
LEAST_OFFICES = 700


@pytest.mark.parametrize(
    ("person", "day", "code", "sectors", "role"),
    [
        ("angela-merkel", "2015-09-04", "DEU", ("GOV",), "Chancellor"),
        ("angela-merkel", "2023-01-01", "DEU", ("ELI",), "former Chancellor"),
        ("boris-johnson", "2017-05-01", "GBR", ("GOV",), "Foreign Secretary"),
        ("boris-johnson", "2020-05-01", "GBR", ("GOV",), "Prime Minister"),
        ("boris-johnson", "2010-05-01", "GBR", ("PTY",), None),
        ("ban-ki-moon", "2005-05-01", "KOR", ("GOV",), "Foreign Minister"),
        ("ban-ki-moon", "2010-05-01", "UNO", ("GOV",), "Secretary-General"),
        ("donald-trump", "2022-05-01", "USA", ("ELI",), "former President"),
        ("donald-trump", "2017-01-20", "USA", ("GOV",), "President"),
        ("nancy-pelosi", "2019-10-01", "USA", ("LEG",), "House Speaker"),
        ("hassan-nasrallah", "2024-12-01", "LBN", ("REB", "PTY"), "former Hezbollah Leader"),
    ],
)
def test_office_on_a_day(person: str, day: str, code: str, sectors: tuple[str, ...], role: str | None) -> None:
    """In office, between offices, after them and before them."""
    found = offices.on(EntityId(f"person:{person}"), dt.date.fromisoformat(day))
    assert (found.code, found.sectors, found.role) == (code, sectors, role)


def test_without_a_day_the_latest_office_of_government_counts() -> None:
    """An undated mention is of the office one is known for."""
    found = offices.on(EntityId("person:kofi-annan"), None)
    assert (found.code, found.role) == ("UNO", "Secretary-General")


def test_other_actors_do_not_change_with_the_day() -> None:
    """States and bodies stand as the dictionary says; nobody knows a stranger."""
    assert offices.on(EntityId("state:KEN"), None).country_name == "Kenya"
    assert offices.on(EntityId("org:nato"), dt.date(2020, 1, 1)).sectors == ("MIL",)
    assert offices.on(EntityId("article:jane-doe"), None).code is None


def test_standing_of_an_actor_of_one_article() -> None:
    """What the text told of a stranger is his standing."""
    stranger = Entity(id=EntityId("article:x"), name="X", kind="person", code="KEN", sectors=("GOV",), role="minister")
    assert offices.standing(stranger, None).role == "minister"


@pytest.mark.parametrize(
    ("noun", "code", "day", "person"),
    [
        ("prime minister", "GBR", "2017-01-01", "person:theresa-may"),
        ("foreign minister", "GBR", "2017-01-01", "person:boris-johnson"),
        ("premier", "CHN", "2016-01-01", "person:li-keqiang"),
        ("defence minister", "RUS", "2016-01-01", "person:sergei-shoigu"),
        ("prime minister", "ZZZ", "2016-01-01", None),
    ],
)
def test_holder_of_an_office(noun: str, code: str, day: str, person: str | None) -> None:
    """An office and a day name one person."""
    assert offices.holder(noun, code, dt.date.fromisoformat(day)) == person


def test_table_is_broad() -> None:
    """There are enough lines."""
    assert sum(len(held) for held in offices.offices().values()) >= LEAST_OFFICES


def test_no_country_has_two_presidents_at_once() -> None:
    """Terms of one office overlap by no more than the months that are only known roughly."""
    terms: dict[str, list[tuple[dt.date, dt.date, str]]] = {}
    for held in offices.offices().values():
        for office in held:
            if office.title == "President" and office.last is not None and "PRE" not in office.sectors:
                terms.setdefault(office.code, []).append((office.first, office.last, office.person))
    for code, found in terms.items():
        found.sort()
        for (_, end, one), (start, _, other) in itertools.pairwise(found):
            assert one == other or (end - start).days <= 370, (code, one, other)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Nobody At All,President,USA,GOV,2001,,recalled", "no line of persons.csv"),
        ("Joe Biden,President,USA,GOV,2021,2020,recalled", "after its end"),
        ("Joe Biden,President,USX,GOV,2021,,recalled", "unknown code"),
        ("Joe Biden,President,USA,GUV,2021,,recalled", "unknown sector"),
        ("Joe Biden,President,USA,GOV,soon,,recalled", "EDTF"),
        ("Joe Biden,President,USA,GOV,2021-13,,recalled", "no date"),
        ("Joe Biden,President,USA,GOV,,,recalled", "no start"),
        ("Joe Biden,President,USA,GOV,2021,,hearsay", "basis"),
    ],
)
def test_faults(line: str, fault: str) -> None:
    """Each kind of fault is named with its line."""
    with pytest.raises(DataError, match=fault) as raised:
        offices.load(HEAD + line + "\n")
    assert raised.value.faults[0].startswith("offices.csv:2: ")
