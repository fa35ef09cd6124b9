"""Written days and numbers, single or with `..` between two → `Days` and `Amount`."""

import datetime as dt
import re

from dragoman.model.interval import Interval, parse
from dragoman.store.find.query import Amount, Days
from dragoman.store.find.raw import Raw, RefusedError

RANGE = ".."
_DAY = re.compile(r"\d{4}(-\d{2}){0,2}|\d{4}-W\d{2}", re.ASCII)
_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
_DATES = "a day, month, year or week (2019-05-03, 2019-05, 2019, 2019-W18), or two of them with .. between"
_NUMBERS = "a number, or a range such as 0.8.. or 0.5..0.8"
_WEEK = dt.timedelta(days=7)


def days(raw: Raw) -> Days:
    """A stretch of days.

    >>> days(Raw("2019-05..2019-06")).interval.edtf, days(Raw("2019-W18")).interval.edtf
    ('2019-05/2019-06', '2019-04-29/2019-05-05')
    """
    first, last = _sides(raw.text.replace("/..", RANGE).replace("../", RANGE).replace("/", RANGE))
    found = Interval(_side(first, raw.text).start, _side(last, raw.text).end)
    if found == Interval() or raw.star:
        raise RefusedError(f"{raw.text!r} names no day", _DATES)
    if found.start is not None and found.end is not None and found.end <= found.start:
        raise RefusedError(f"{raw.text!r} ends before it begins", _DATES)
    return Days(found)


def number(raw: Raw) -> Amount:
    """A number, or numbers from one to another.

    >>> number(Raw("0.8.."))
    Amount(low=0.8, high=None)
    """
    first, last = _sides(raw.text)
    if not all(side == "" or _NUMBER.fullmatch(side) for side in (first, last)) or first == last == "" or raw.star:
        raise RefusedError(f"{raw.text!r} is no number", _NUMBERS)
    found = Amount(float(first) if first else None, float(last) if last else None)
    if found.low is not None and found.high is not None and found.high < found.low:
        raise RefusedError(f"{raw.text!r} ends before it begins", _NUMBERS)
    return found


def _sides(text: str) -> tuple[str, str]:
    """Both sides of a range; a single value is both."""
    first, mark, last = text.partition(RANGE)
    return first, last if mark else first


def _side(text: str, whole: str) -> Interval:
    """The days of one side of a range; an empty side is open."""
    if text == "":
        return Interval()
    try:
        return _written(text)
    except (ValueError, OverflowError):
        raise RefusedError(f"{whole!r} is no date", _DATES) from None


def _written(text: str) -> Interval:
    if _DAY.fullmatch(text) is None:
        raise ValueError(text)
    if "W" not in text:
        return parse(text)
    monday = dt.date.fromisoformat(f"{text}-1")
    return Interval(monday, monday + _WEEK)
