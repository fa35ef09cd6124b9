"""A cell of the calendar's tables → the days that it means: a year, a month, a day known for sure, a day known about.

Dates are recalled: years and months carry EDTF's mark for about (`2003~`, `2003-05~`); a day carries it where it is
known to within some days only (`2003-05-12~`), and none where it is known (`2003-05-12`).
"""

import calendar as months
import datetime as dt
import re

from dragoman.model.interval import Interval

UNSURE = dt.timedelta(days=3)
"""Days on either side of a day that is known about; the same number is told to whoever writes the tables."""
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<about>~?)", re.ASCII)


def recalled(said: str) -> Interval | None:
    """The days that a recalled date means; None if it is none.

    >>> recalled("2003-05-12~").edtf, recalled("2003-05-12").edtf, recalled("2003-05~").edtf, recalled("2003-05")
    ('2003-05-09~/2003-05-15~', '2003-05-12', '2003-05~', None)
    """
    found = _DATE.fullmatch(said)
    if found is None or not _exists(found):
        return None
    about = found["about"] != ""
    year, month = int(found["year"]), int(found["month"] or 1)
    if found["day"] is not None:
        return _day(dt.date(year, month, int(found["day"])), about=about)
    if not about:
        return None
    whole = Interval.year(year) if found["month"] is None else Interval.month(year, month)
    return Interval(whole.start, whole.end, approximate=True)


def _exists(found: re.Match[str]) -> bool:
    year, month, day = (int(found[name] or 1) for name in ("year", "month", "day"))
    return year > 0 and month in range(1, 13) and 1 <= day <= months.monthrange(year, month)[1]


def _day(day: dt.date, *, about: bool) -> Interval:
    if not about:
        return Interval.day(day)
    days = Interval.days(day - UNSURE, day + UNSURE)
    return Interval(days.start, days.end, approximate=True)
