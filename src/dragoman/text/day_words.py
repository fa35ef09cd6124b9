"""Days of a record → a date as people write it, as exact as it is known and no more."""

import datetime as dt

_DAY = dt.timedelta(days=1)


def readable(first: dt.date | None, last: dt.date | None, edtf: str | None = None) -> str:
    """A date or interval in words; empty when nothing is known.

    Args:
        first: First day, None where it is open.
        last: Last day, None where it is open.
        edtf: The same as EDTF, which tells whether it is approximate.

    >>> readable(dt.date(2019, 6, 12), dt.date(2019, 6, 14)), readable(dt.date(2019, 5, 1), dt.date(2019, 5, 31))
    ('12–14 Jun 2019', 'May 2019')
    >>> readable(dt.date(2019, 5, 1), None), readable(None, None)
    ('since 1 May 2019', '')
    """
    told = _interval(first, last)
    return f"about {told}" if told and edtf is not None and "~" in edtf else told


def _interval(first: dt.date | None, last: dt.date | None) -> str:
    if first is None:
        return "" if last is None else f"until {_day(last)}"
    if last is None:
        return f"since {_day(first)}"
    if first == last:
        return _day(first)
    return _whole(first, last) or _between(first, last)


def _whole(first: dt.date, last: dt.date) -> str:
    """Whole years or months in short, empty for anything else."""
    if last == dt.date.max:
        return ""
    after = last + _DAY
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        return f"{first:%Y}" if first.year == last.year else f"{first:%Y}–{last:%Y}"
    if first.day != 1 or after.day != 1:
        return ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b %Y}"
    return f"{first:%b}–{last:%b %Y}" if first.year == last.year else f"{first:%b %Y} – {last:%b %Y}"


def _between(first: dt.date, last: dt.date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%b} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b} {day.year}"
