"""The spellings of a calendar date → the date; what is ambiguous or outside plausible years is left unknown."""

import datetime as dt
import functools
import importlib.resources
import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

FIRST_YEAR, LAST_YEAR = 1000, 2100
"""No report was published outside these years; four other digits are a house number or a typing error."""
_EPOCH_SECONDS, _EPOCH_MILLISECONDS = 10, 13
"""Digits of a Unix time in our days (2001 to 2286)."""


class Calendar(NamedTuple):
    """Words of the calendar: month number by name, weekday names, labels before a date of publication."""

    months: dict[str, int]
    weekdays: tuple[str, ...]
    labels: tuple[str, ...]


class Found(NamedTuple):
    """A date at some place of a text; `date` is None when its year is missing, or when it is no date that can be."""

    start: int
    end: int
    date: dt.date | None


@functools.cache
def calendar() -> Calendar:
    """The words of the calendar, from the data file."""
    data = yaml.safe_load(importlib.resources.files("dragoman.read").joinpath("data/calendar.yaml").read_text("utf-8"))
    months = {name: number for number, names in data["months"].items() for name in names}
    return Calendar(months, tuple(data["weekdays"]), tuple(data["labels"]))


@functools.cache
def spellings() -> tuple[re.Pattern[str], ...]:
    """Patterns with the groups year, month, day (or first and second where the order is open), most exact first."""
    names = alternatives(calendar().months)
    weekday = rf"(?:(?:{alternatives(calendar().weekdays)})\b\.?\s*,?\s*)?"
    day_first = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]*(?P<name>{names})"
    written = (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=\d{6}(?!\d)|T\d|(?!\d))",
        rf"{weekday}(?P<name>{names})\b\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(?P<year>\d{{4}})(?!\d)",
        rf"{weekday}{day_first}\b\.?\s*[,-]?\s*(?P<year>\d{{4}})(?!\d)",
        r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
        rf"{weekday}(?P<name>{names})\b\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:])",
        rf"{weekday}{day_first}\b\.?",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in written)


def alternatives(words: dict[str, int] | tuple[str, ...]) -> str:
    """Words as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))


def at(text: str, start: int) -> Found | None:
    """The date that begins at an offset, if one does.

    >>> at("TOKYO, 2 June 2019 - Japan", 7)
    Found(start=7, end=18, date=datetime.date(2019, 6, 2))
    >>> at("TOKYO, June 2 - Japan", 7)
    Found(start=7, end=13, date=None)
    """
    for pattern in spellings():
        match = pattern.match(text, start)
        if match is not None:
            return Found(start, match.end(), _date(match))
    return None


def parsed(value: object) -> dt.date | None:
    """The date that a column, sidecar or tag gives; a time behind it is left aside, the day stays as it is written.

    >>> parsed("Fri, 20 Dec 2019 01:00:00 +0900"), parsed("12/20/2019"), parsed("03/04/2019")
    (datetime.date(2019, 12, 20), datetime.date(2019, 12, 20), None)
    """
    if isinstance(value, dt.date):
        day = value.date() if isinstance(value, dt.datetime) else value
        return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
    written = "" if value is None else str(value).strip()
    if re.fullmatch(r"\d{10}|\d{13}", written, re.ASCII):
        return _unix(written)
    found = at(written, 0)
    return None if found is None else found.date


def _unix(digits: str) -> dt.date:
    seconds = int(digits) // (1 if len(digits) == _EPOCH_SECONDS else 1000)
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date()


def _date(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    if parts.get("year") is None:
        return None
    orders = {_day(int(parts["year"]), month, day) for month, day in _orders(parts)} - {None}
    return orders.pop() if len(orders) == 1 else None


def _orders(parts: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Month and day, both ways round where the spelling does not tell which comes first."""
    if "first" in parts:
        yield int(parts["first"]), int(parts["second"])
        yield int(parts["second"]), int(parts["first"])
    elif "name" in parts:
        yield calendar().months[parts["name"].lower()], int(parts["day"])
    else:
        yield int(parts["month"]), int(parts["day"])


def _day(year: int, month: int, day: int) -> dt.date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
