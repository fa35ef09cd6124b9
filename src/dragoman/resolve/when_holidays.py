"""Names of holidays → their day in a year, from `text/data/holidays.yaml`."""

import datetime as dt
import functools
import importlib.resources

import msgspec
import yaml

from dragoman.model.interval import Interval
from dragoman.text import calendar


class Holiday(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the file: names, and one of month and day, days after an Easter, n-th weekday, or days by country."""

    names: tuple[str, ...]
    day: str | None = None
    easter: int | None = None
    nth: tuple[int, int, int] | None = None
    orthodox: int | None = None
    lands: dict[str, str] = {}

    @property
    def is_fixed(self) -> bool:
        """Whether the civil calendar alone tells its day."""
        ways = (self.day, self.easter, self.nth, self.orthodox)
        return any(way is not None for way in ways)

    def of_land(self, land: str) -> "Holiday":
        """The same holiday as a country keeps it, by a word for the country in lower case."""
        return msgspec.structs.replace(self, day=self.lands[land]) if land in self.lands else self


@functools.cache
def _by_name() -> dict[str, Holiday]:
    path = importlib.resources.files("dragoman.text") / "data" / "holidays.yaml"
    rows = msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), list[Holiday])
    return {name.lower(): row for row in rows for name in row.names}


def named(name: str) -> Holiday | None:
    """The holiday of a name in lower case."""
    return _by_name().get(name)


def of_year(holiday: Holiday, year: int) -> Interval | None:
    """Its day in a year.

    >>> of_year(Holiday(names=("Good Friday",), easter=-2), 2019).edtf
    '2019-04-19'
    """
    if not calendar.FIRST_YEAR <= year <= calendar.LAST_YEAR:
        return None
    if holiday.day is not None:
        month, day = holiday.day.split("-")
        return Interval.day(dt.date(year, int(month), int(day)))
    if holiday.easter is not None:
        return Interval.day(calendar.easter(year) + holiday.easter * calendar.DAY)
    if holiday.orthodox is not None:
        return Interval.day(calendar.orthodox_easter(year) + holiday.orthodox * calendar.DAY)
    if holiday.nth is not None:
        return Interval.day(calendar.nth_weekday(year, *holiday.nth))
    return None
