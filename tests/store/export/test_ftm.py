"""FollowTheMoney entities, read by its own library: who, what, when, and on what proof."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

import dragoman
from dragoman.model.event import EventRecord
from dragoman.model.ids import EntityId
from dragoman.store.export import ftm, ftm_actors
from tests import factory
from tests.store.export import ftm_reader
from tests.store.export.written import sample, taken, written

if TYPE_CHECKING:
    from followthemoney.proxy import EntityProxy

VISIT = factory.visit().events[0]


def of(schema: str, layout: str = "ftm") -> "list[EntityProxy]":
    return [one for one in ftm_reader.entities(written(sample(), layout)[0]).values() if one.schema.name == schema]


def named(name: str, **fields: object) -> EventRecord:
    """The visit by an actor of this entity id."""
    return replace(VISIT, actor=(replace(VISIT.actor[0], entity_id=EntityId(name), **fields),))


def test_every_event_let_in_becomes_one_event() -> None:
    """With its sentence as summary and its id as record id."""
    told = {one.first("recordId"): one.first("summary") for one in of("Event")}
    assert told == {one.id: one.text for one in taken("ftm")}


def test_whom_an_entity_points_at_is_there_and_of_the_right_kind() -> None:
    """Proofs are documents, those who act or are acted upon legal entities."""
    found = ftm_reader.entities(written(sample(), "ftm")[0])
    for one in found.values():
        for prop, target in one.itervalues():
            if prop.range is not None:
                assert found[target].schema.is_a(prop.range)


def test_the_reader_changes_no_value() -> None:
    """Countries, dates, languages and URLs stand as FollowTheMoney itself would write them."""
    plain, cleaned = (ftm_reader.entities(written(sample(), "ftm")[0], cleaned=clean) for clean in (False, True))
    assert {one.id: one.properties for one in plain.values()} == {one.id: one.properties for one in cleaned.values()}


def test_who_acts_and_who_is_acted_upon_are_told_apart() -> None:
    """The one organises, the other is involved."""
    made = ftm.event(VISIT).properties
    report = VISIT.article
    assert made["organizer"] == (ftm_actors.actor_id(VISIT.actor[0], report),)
    assert made["involved"] == (ftm_actors.actor_id(VISIT.recipient[0], report),)


@pytest.mark.parametrize(
    "first, last, told",
    [
        (dt.date(2019, 5, 8), dt.date(2019, 5, 8), {"date": ["2019-05-08"]}),
        (dt.date(2019, 5, 1), dt.date(2019, 5, 31), {"date": ["2019-05"]}),
        (dt.date(2019, 1, 1), dt.date(2019, 12, 31), {"date": ["2019"]}),
        (dt.date(2019, 5, 8), dt.date(2019, 5, 9), {"startDate": ["2019-05-08"], "endDate": ["2019-05-09"]}),
        (dt.date(2019, 5, 8), None, {"startDate": ["2019-05-08"], "endDate": [None]}),
        (None, dt.date(2019, 5, 8), {"startDate": [None], "endDate": ["2019-05-08"]}),
        (dt.date(622, 7, 16), dt.date(622, 7, 16), {"startDate": [None], "endDate": [None]}),
        (None, None, {"startDate": [None], "endDate": [None]}),
    ],
)
def test_days_are_told_as_exactly_as_they_are_known(
    first: dt.date | None, last: dt.date | None, told: dict[str, list[str | None]]
) -> None:
    """A prefix date where it fits, else both ends; nothing outside the years that the reader knows."""
    assert ftm.dates(first, last) == told


@pytest.mark.parametrize(
    "name, fields, schema",
    [
        ("state:IRN", {}, "PublicBody"),
        ("person:x", {}, "Person"),
        ("org:x", {"sector_code": "GOV"}, "PublicBody"),
        ("org:x", {"sector_code": "REB"}, "Organization"),
        ("ship:x", {}, "LegalEntity"),
        ("generic:official:JPN", {}, "LegalEntity"),
        ("article:x", {"role": "commander"}, "LegalEntity"),
    ],
)
def test_an_actor_gets_the_schema_that_its_id_tells(name: str, fields: dict[str, object], schema: str) -> None:
    """And no more exact one than is known."""
    assert ftm_actors.actor(named(name, **fields).actor[0], VISIT.article).schema == schema


@pytest.mark.parametrize("name, same", [("person:x", True), ("generic:official:JPN", False), ("article:x", False)])
def test_whom_only_one_article_knows_is_not_one_across_articles(name: str, same: bool) -> None:  # noqa: FBT001 - a table
    """An official of this report need not be the official of another."""
    one, other = VISIT.article, replace(VISIT.article, id="other")
    actor = named(name).actor[0]
    assert (ftm_actors.actor_id(actor, one) == ftm_actors.actor_id(actor, other)) is same


def test_all_that_is_told_of_an_actor_stands_in_one_entity() -> None:
    """Two offices of a person are two values."""
    records = [named("person:x", role="Senator"), replace(named("person:x", role="President"), id="2")]
    found = ftm_reader.entities(written(records, "ftm")[0])
    assert [one.get("position") for one in found.values() if one.schema.name == "Person"] == [["Senator", "President"]]


def test_an_inferred_date_of_an_article_is_not_told_as_its_date() -> None:
    """It stands in words."""
    inferred = replace(VISIT.article, date_basis="inferred", date_edtf="2019-12-19/2019-12-21")
    made = ftm.article(inferred).properties
    assert "publishedAt" not in made
    assert made["description"] == ("Date inferred: 2019-12-19/2019-12-21",)


def test_the_package_does_without_the_library() -> None:
    """It is for readers and tests."""
    sources = Path(dragoman.__file__).parent.rglob("*.py")
    assert [path.name for path in sources if "import followthemoney" in path.read_text(encoding="utf-8")] == []
