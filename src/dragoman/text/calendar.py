"""Calendar arithmetic: days, weeks, months, quarters, seasons and feasts → intervals and TIMEX3 values.

Nothing here knows a text or "now". Weeks are those of ISO 8601 where a value is written; as intervals they are as
wide as the two customs of beginning a week (Sunday, Monday) allow.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable
from typing import Literal

from dragoman.model.interval import Interval

Direction = Literal["past", "future", "open"]
Yearly = Callable[[int], Interval | None]
"""What recurs every year: a year → its days in that year, None where it has none."""

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
MONTHS = 12
QUARTER = 3
HALF = 6
FIRST_YEAR = 1000
LAST_YEAR = 2100
"""Years that a report may speak of; anything else is left open."""
_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_IN_DAYS = {"D": 1, "W": 7}
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
CENTURY = 100
PIVOT = 10
"""Two digits are of this century unless that lies further ahead than so many years."""
SUNDAY = 7
_SATURDAY = 6
_EARLY_DAY, _MID_DAY = 11, 21
"""Early, mid and late parts of a month begin on days 1, 11 and 21."""


def in_range(day: dt.date) -> bool:
    """Whether a day lies in the years that a report may speak of."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def date(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none or the year is out of range.

    >>> date(2019, 2, 29) is None
    True
    """
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= MONTHS and day >= 1):
        return None
    return dt.date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def months_later(day: dt.date, months: int) -> dt.date | None:
    """The same day of another month, or that month's last day where it is shorter; None out of range.

    >>> months_later(dt.date(2020, 1, 31), 1)
    datetime.date(2020, 2, 29)
    """
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_later(day: dt.date, days: int) -> dt.date | None:
    """So many days later (earlier if negative); None out of range."""
    try:
        found = day + dt.timedelta(days=days)
    except OverflowError:
        return None
    return found if in_range(found) else None


def months(first: dt.date, count: int) -> Interval | None:
    """So many whole months, from the one in which a day lies."""
    start = first.replace(day=1)
    end = months_later(start, count)
    return None if end is None else Interval(start, end)


def length_later(day: dt.date, length: str, sign: int = 1) -> dt.date | None:
    """A day moved by an ISO 8601 length of days, weeks, months or years; None for other lengths.

    >>> length_later(dt.date(2024, 3, 15), "P3W", -1), length_later(dt.date(2024, 3, 15), "PXW")
    (datetime.date(2024, 2, 23), None)
    """
    match = _LENGTH.fullmatch(length)
    if match is None:
        return None
    count = sign * int(match[1])
    if match[2] in _IN_DAYS:
        return days_later(day, count * _IN_DAYS[match[2]])
    return months_later(day, count * (MONTHS if match[2] == "Y" else 1))


def quarter(year: int, number: int) -> Interval | None:
    """A quarter of a calendar year; the number may run over the year's end on either side."""
    year, place = divmod(year * 4 + number - 1, 4)
    return months(dt.date(year, place * QUARTER + 1, 1), QUARTER) if FIRST_YEAR <= year <= LAST_YEAR else None


def quarter_of(day: dt.date) -> int:
    """Number of the quarter in which a day lies."""
    return (day.month - 1) // QUARTER + 1


def half(year: int, number: int) -> Interval | None:
    """First or second half of a calendar year."""
    first = date(year, 1 if number == 1 else HALF + 1, 1)
    return None if first is None else months(first, HALF)


def season(year: int, name: str) -> Interval | None:
    """A season of the northern hemisphere in whole months; winter begins in December of the year named."""
    first = date(year, _SEASON_MONTH[name], 1)
    return None if first is None else months(first, QUARTER)


def week_value(day: dt.date) -> str:
    """ISO week of a day as TIMEX3 value.

    >>> week_value(dt.date(2019, 6, 2))
    '2019-W22'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def iso_week(day: dt.date) -> Interval:
    """The week from Monday to Sunday in which a day lies."""
    monday = day - dt.timedelta(days=day.isoweekday() - 1)
    return Interval(monday, monday + WEEK)


def sunday_week(day: dt.date) -> Interval:
    """The week from Sunday to Saturday in which a day lies."""
    sunday = day - dt.timedelta(days=day.isoweekday() % SUNDAY)
    return Interval(sunday, sunday + WEEK)


def week(day: dt.date, shift: int = 0) -> Interval:
    """A week before or after that of a day, as wide as both customs of beginning a week.

    >>> week(dt.date(2019, 12, 20), -1).edtf
    '2019-12-08/2019-12-15'
    """
    moved = day + shift * WEEK
    return union(iso_week(moved), sunday_week(moved))


def weekend(day: dt.date) -> Interval:
    """Saturday and Sunday of the ISO week in which a day lies."""
    monday = day - dt.timedelta(days=day.isoweekday() - 1)
    return Interval(monday + (_SATURDAY - 1) * DAY, monday + WEEK)


def union(one: Interval, other: Interval) -> Interval:
    """The smallest interval that holds both; open where one of them is open."""
    start = None if one.start is None or other.start is None else min(one.start, other.start)
    end = None if one.end is None or other.end is None else max(one.end, other.end)
    return Interval(start, end, one.approximate or other.approximate)


def on_or_before(day: dt.date, weekday: int) -> dt.date:
    """The last such weekday (1 = Monday) up to and including a day."""
    return day - dt.timedelta(days=(day.isoweekday() - weekday) % 7)


def on_or_after(day: dt.date, weekday: int) -> dt.date:
    """The next such weekday (1 = Monday) from a day on, that day included."""
    return day + dt.timedelta(days=(weekday - day.isoweekday()) % 7)


def easter(year: int) -> dt.date:
    """Western Easter Sunday (the anonymous Gregorian computus of 1876).

    >>> easter(2019)
    datetime.date(2019, 4, 21)
    """
    century, place = divmod(year, 100)
    leap, rest = divmod(century, 4)
    moon = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * rest + 2 * (place // 4) - moon - place % 4) % 7
    month, day = divmod(moon + weekday - 7 * ((year % 19 + 11 * moon + 22 * weekday) // 451) + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian computus (Meeus), as a day of the civil calendar.

    >>> orthodox_easter(2024)
    datetime.date(2024, 5, 5)
    """
    moon = (19 * (year % 19) + 15) % 30
    rest = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
    julian_lag = year // 100 - year // 400 - 2
    month, day = divmod(rest, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=julian_lag)


def nth_weekday(year: int, month: int, weekday: int, place: int) -> dt.date:
    """The n-th such weekday of a month; -1 is the last one.

    >>> nth_weekday(1999, 11, 4, 4)
    datetime.date(1999, 11, 25)
    """
    if place > 0:
        return on_or_after(dt.date(year, month, 1), weekday) + (place - 1) * WEEK
    last = dt.date(year, month, calendar.monthrange(year, month)[1])
    return on_or_before(last, weekday) + (place + 1) * WEEK


def part_of_month(first: dt.date, name: str) -> Interval:
    """Days 1 to 10 (EARLY), 11 to 20 (MID) or 21 to the end (LATE) of the month that begins on a day."""
    mid, late = first.replace(day=_EARLY_DAY), first.replace(day=_MID_DAY)
    end = Interval.month(first.year, first.month).end
    return {"EARLY": Interval(first, mid), "MID": Interval(mid, late)}.get(name, Interval(late, end))


def third(whole: Interval, name: str) -> Interval:
    """First (EARLY), middle (MID) or last (LATE) third of an interval, in months where it has whole ones.

    >>> third(Interval.year(2019), "MID").edtf
    '2019-05/2019-08'
    """
    if whole.start is None or whole.end is None:
        return whole
    count = (whole.end.year - whole.start.year) * MONTHS + whole.end.month - whole.start.month
    if count > 0 and count % QUARTER == 0 and whole.start.day == whole.end.day == 1:
        return _third_in_months(whole.start, count // QUARTER, name)
    days = (whole.end - whole.start).days
    one, two = whole.start + dt.timedelta(days=days // 3), whole.start + dt.timedelta(days=days - days // 3)
    cuts = {"EARLY": (whole.start, two if days < QUARTER else one), "MID": (one, two), "LATE": (two, whole.end)}
    start, end = cuts[name]
    return Interval(start, end) if start < end else whole


def _third_in_months(start: dt.date, length: int, name: str) -> Interval:
    place = ("EARLY", "MID", "LATE").index(name)
    return Interval(months_later(start, place * length), months_later(start, (place + 1) * length))


def full_year(digits: str, report: dt.date | None) -> int:
    """The year that two digits mean, seen from a report.

    >>> full_year("98", dt.date(2019, 12, 20)), full_year("21", dt.date(2019, 12, 20))
    (1998, 2021)
    """
    now = report.year if report is not None else 2000
    this = now - now % CENTURY + int(digits)
    return this if this <= now + PIVOT else this - CENTURY
