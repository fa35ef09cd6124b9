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
    recent = [row for row in rows("events.csv") if "2000" <= row["start"][:4] <= "2026"]
    assert len(recent) >= 150
    assert len({code for row in recent for code in row["countries"].split(";")}) >= 25


@pytest.mark.parametrize("name, columns", [("events.csv", ("start", "end")), ("names.csv", ("since", "until"))])
def test_recalled_dates_are_never_finer_than_a_month(name: str, columns: tuple[str, ...]) -> None:
    """EDTF with its mark for about."""
    told = [row[column] for row in rows(name) for column in columns if row[column]]
    assert [one for one in told if re.fullmatch(r"\d{4}(-\d\d)?~", one) is None] == []


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


def test_all_faults_are_told_with_their_lines() -> None:
    """Unknown countries, finer dates, ends before starts, empty phrases."""
    head = ",".join(calendar.EVENTS)
    lines = ["A,a war,2001-05-03~,,,USA,recalled", "B,b,2003-05~,2001~,,USA,recalled", "C,--,2001~,,,XXX,recalled"]
    with pytest.raises(DataError) as caught:
        calendar.load_events("\n".join([head, *lines]))
    assert len(caught.value.faults) == 5
    assert {fault.split(":")[1] for fault in caught.value.faults} == {"2", "3", "4"}


def test_a_long_run_of_one_word_is_read_at_once() -> None:
    """Only the first few places of a word are looked at."""
    assert seen("Kabul " * 20_000) == []
