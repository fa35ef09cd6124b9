"""The calendar of public events: what it must hold, how it is found in a sentence, and that its faults are told."""

import csv
import re
from importlib import resources

import pytest

from dragoman.errors import DataError
from dragoman.model.span import Span
from dragoman.ontology import calendar


def rows(name: str) -> list[dict[str, str]]:
    text = (resources.files("dragoman.ontology") / "data/calendar" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def seen(text: str) -> list[str]:
    return [one.what.name for one in calendar.events().seen(text, Span(0, len(text)))]


def test_the_calendar_is_as_large_as_was_asked() -> None:
    """At least 150 events of 25 countries from 2000 to 2026."""
    every = [row for file in calendar.event_files() for row in rows(file)]
    recent = [row for row in every if "2000" <= row["start"][:4] <= "2026"]
    assert len(recent) >= 150
    assert len({code for row in recent for code in row["countries"].split(";")}) >= 25


@pytest.mark.parametrize("name", ["names.csv", "companies.csv", "people.csv"])
def test_dates_of_names_are_never_finer_than_a_month(name: str) -> None:
    """EDTF with its mark for about."""
    told = [row[column] for row in rows(name) for column in ("since", "until") if row[column]]
    assert [one for one in told if re.fullmatch(r"\d{4}(-\d\d)?~", one) is None] == []


def loaded(start: str, end: str = "", name: str = "Storm") -> str:
    """The days of the one event of a table, as the calendar tells them."""
    lines = [",".join(calendar.EVENTS), f"{name},the storm of Lund,{start},{end},,SWE,recalled"]
    index = calendar.load_events({"events.csv": "\n".join(lines)})
    text = "He told of the storm of Lund."
    (one,) = index.seen(text, Span(0, len(text)))
    return one.what.days.edtf


@pytest.mark.parametrize(
    "start, end, days",
    [
        ("2003-05-12", "", "2003-05-12"),
        ("2003-05-12~", "", "2003-05-09~/2003-05-15~"),
        ("2003-05-12", "2003-06-01", "2003-05-12/2003-06-01"),
        ("2003-05-12", "2003-06~", "2003-05-12~/2003-06-30~"),
        ("2003-05~", "", "2003-05~"),
        ("2003~", "2004~", "2003~/2004~"),
        ("2004-02-29", "", "2004-02-29"),
    ],
)
def test_events_are_of_days_or_about_days_months_and_years(start: str, end: str, days: str) -> None:
    """A day with the mark for about means three days to either side."""
    assert loaded(start, end) == days


@pytest.mark.parametrize("start", ["2003-02-29", "2003-13~", "2003-00-01", "2003-05", "2003", "0000~", "12 May 2003"])
def test_days_that_do_not_exist_and_bare_months_are_faults(start: str) -> None:
    """A month without its mark would claim to be known to the day."""
    with pytest.raises(DataError, match="is no day, and no day, month or year with ~"):
        loaded(start)


def test_a_name_told_by_two_files_for_one_year_is_a_fault_of_the_later_one() -> None:
    """Events are told apart by their names and years."""
    head = ",".join(calendar.EVENTS)
    texts = {
        "events.csv": f"{head}\nFlood,a flood,2001-05~,,,USA,recalled",
        "events-later.csv": f"{head}\nFlood,a fire,2002-05~,,,USA,recalled\nFlood,the flood,2001~,,,USA,recalled",
    }
    with pytest.raises(DataError) as caught:
        calendar.load_events(texts)
    assert caught.value.faults == ("events-later.csv:3: 'Flood' is told by events.csv:2 already",)


def test_every_file_of_events_is_read_the_general_one_first() -> None:
    """The order is that of the names, whatever the folder says."""
    files = calendar.event_files()
    assert files[0] == "events.csv"
    assert list(files[1:]) == sorted(files[1:])
    events = [(row["name"], row["start"][:4]) for file in files for row in rows(file)]
    assert len(events) == len(set(events))


@pytest.mark.parametrize(
    "text, name",
    [
        ("Since the fall of Kabul he has lived abroad.", "Fall of Kabul"),
        ("The quake that struck Haiti killed many.", "Earthquake in Haiti"),
        ("He saw the Beijing Olympics on television.", "Olympics in Beijing"),
        ("He saw Kabul in the fall.", None),
    ],
)
def test_events_are_found_by_phrases_and_by_words_of_one_sentence(text: str, name: str | None) -> None:
    """Capitals count where the pattern has them."""
    assert (name in seen(text)) if name else seen(text) == []


@pytest.mark.parametrize(
    "text, count",
    [
        ("In Lund the storm took 27 roofs.", 2),
        ("In Lund the storm took, as the mayor told us on the phone at night, some 27 roofs.", 1),
        ("Lund, " + "which lies in the south and has a church, " * 4 + "saw a storm.", 0),
    ],
)
def test_words_of_a_pattern_stand_near_each_other_and_numbers_nearer(text: str, count: int) -> None:
    """Far apart they mostly tell of different things."""
    lines = [",".join(calendar.EVENTS), "A,Lund + storm,2001~,,,SWE,recalled", "B,Lund + 27,2001~,,,SWE,recalled"]
    index = calendar.load_events({"events.csv": "\n".join(lines)})
    assert len(list(index.seen(text, Span(0, len(text))))) == count


def test_all_faults_are_told_with_their_lines() -> None:
    """Unknown countries, days that are none, ends before starts, empty phrases."""
    head = ",".join(calendar.EVENTS)
    lines = [
        "A,a war,2001-05-33~,,,USA,recalled",
        "B,b,2003-05~,2001~,,USA,recalled",
        "C,--,2001~,,,XXX,recalled",
        "D,d,,,,USA,recalled",
    ]
    with pytest.raises(DataError) as caught:
        calendar.load_events({"events.csv": "\n".join([head, *lines])})
    assert len(caught.value.faults) == 5
    assert {fault.split(":")[1] for fault in caught.value.faults} == {"2", "3", "4", "5"}


def test_a_long_run_of_one_word_is_read_at_once() -> None:
    """Only the first few places of a word are looked at."""
    assert seen("Kabul " * 20_000) == []
