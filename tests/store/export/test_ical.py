"""iCalendar, read by its own library: what is foreseen, on which days, and with what doubt."""

import datetime as dt
from typing import Any

import icalendar
import pytest
from msgspec.structs import replace

from dragoman.model.event import Anticipated, EventRecord
from dragoman.model.interval import Interval
from dragoman.store.export.ical import NOTHING, UNDATED
from dragoman.store.export.ical_lines import LONGEST, content_line, text
from tests import factory
from tests.store.export.written import sample, written

REPORT = factory.article("Abe agreed to meet Rouhani in Tokyo.", title="Talks")
PLAN = factory.event(REPORT, "agreed", "AGREE", (["Abe"], ["Rouhani"]))
Day = dt.date


def foreseen(days: Interval, **fields: object) -> Anticipated:
    told = factory.foreseen(REPORT, "meet", date=days.start, enddate=days.last, edtf=days.edtf)
    return replace(told, **fields)


def planned(*days: Interval) -> EventRecord:
    return replace(PLAN, anticipates=tuple(foreseen(one) for one in days))


def entries(*records: EventRecord, include: tuple[str, ...] = ()) -> list[Any]:
    return read(written(records, "ical", include)[0])


def read(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_the_sample_foresees_a_visit_a_meeting_and_sanctions() -> None:
    """Each on the days that the report gives for it."""
    found = read(written(sample(), "ical")[0])
    told = {(str(one["CATEGORIES"].cats[0]), one["DTSTART"].dt, one["DTEND"].dt) for one in found}
    assert told >= {
        ("CONSULT", Day(2019, 5, 28), Day(2019, 5, 29)),
        ("CONSULT", Day(2019, 6, 13), Day(2019, 6, 14)),
        ("SANCTION", Day(2019, 6, 25), Day(2019, 7, 1)),
    }


@pytest.mark.parametrize(
    "days, start, end, words",
    [
        (Interval.day(Day(2020, 2, 28)), Day(2020, 2, 28), Day(2020, 2, 29), "meeting or talks"),
        (Interval.day(Day(2019, 12, 31)), Day(2019, 12, 31), Day(2020, 1, 1), "meeting or talks"),
        (
            Interval.month(2020, 1),
            Day(2020, 1, 1),
            Day(2020, 2, 1),
            "meeting or talks (some time in Jan 2020)",
        ),
        (
            Interval(None, Day(2020, 2, 1)),
            Day(2020, 1, 31),
            None,
            "meeting or talks (by 31 Jan 2020)",
        ),
        (
            Interval(Day(2020, 1, 5), None),
            Day(2020, 1, 5),
            None,
            "meeting or talks (from 5 Jan 2020)",
        ),
    ],
)
def test_days_end_before_dtend_and_doubt_is_told_in_words(
    days: Interval, start: dt.date, end: dt.date | None, words: str
) -> None:
    """All-day events; without DTEND an event has one day."""
    (one,) = entries(planned(days))
    assert (one["DTSTART"].dt, one["DTEND"].dt if "DTEND" in one else None) == (start, end)
    assert str(one["SUMMARY"]) == f"Abe → Rouhani: {words}"


def test_an_entry_is_tentative_and_known_by_its_record() -> None:
    """It takes the day of the report as its stamp, so that it is the same from run to run."""
    (one,) = entries(planned(Interval.day(Day(2020, 1, 5))))
    assert (str(one["UID"]), str(one["STATUS"])) == (PLAN.id, "TENTATIVE")
    assert one["DTSTAMP"].dt == dt.datetime(2019, 12, 20, tzinfo=dt.UTC)


def test_several_plans_of_one_record_have_ids_of_their_own() -> None:
    """The first has that of the record."""
    found = entries(planned(Interval.day(Day(2020, 1, 5)), Interval.day(Day(2020, 2, 5))))
    assert [str(one["UID"]) for one in found] == [PLAN.id, f"{PLAN.id}-1"]


def test_what_is_called_off_is_cancelled() -> None:
    """The calendar strikes it out instead of losing it."""
    (one,) = entries(replace(planned(Interval.day(Day(2020, 1, 5))), phase="cancelled"))
    assert str(one["STATUS"]) == "CANCELLED"


@pytest.mark.parametrize(
    "record, reason",
    [
        (PLAN, NOTHING),
        (replace(PLAN, anticipates=(foreseen(Interval()),)), UNDATED),
        (replace(PLAN, anticipates=(foreseen(Interval.year(2020), auxiliary=("hypothetical",)),)), NOTHING),
        (replace(planned(Interval.year(2020)), auxiliary=("negation",)), "negation"),
        (replace(planned(Interval.year(2020)), auxiliary=("hypothetical",)), "hypothetical"),
        (replace(planned(Interval.year(2020)), factuality="U"), "uncertain"),
    ],
)
def test_what_is_not_foreseen_on_a_day_is_counted(record: EventRecord, reason: str) -> None:
    """Each for its reason."""
    data, tally = written([record], "ical")
    assert b"VEVENT" not in data
    assert dict(tally.left_out) == {reason: 1}


def test_texts_come_back_as_they_were() -> None:
    """Escaped and folded on the way, also where a fold would cut a character."""
    words = "東京, Tokyo; C:\\temp " * 12
    (one,) = entries(replace(planned(Interval.year(2020)), text=words))
    assert str(one["DESCRIPTION"]).splitlines()[0] == words.strip()


@pytest.mark.parametrize("length", range(60, 240, 7))
def test_lines_are_folded_between_characters(length: int) -> None:
    """No part is longer than allowed, and unfolding gives the line."""
    line = "SUMMARY:" + text("é" * length)
    parts = content_line(line).split(b"\r\n")
    assert max(map(len, parts)) <= LONGEST
    assert b"".join([parts[0], *(part[1:] for part in parts[1:])]).decode() == line
