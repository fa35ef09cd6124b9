"""`calendar/events*.csv`, `names.csv`, `companies.csv`, `people.csv` → public events in a sentence, times of names.

Dates are recalled: those of events to the day, or about a day, a month or a year (`calendar_dates.py`), those of names
never finer than a month. `calendar_index.py` says what a pattern is.
"""

import datetime as dt
import functools
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec

from dragoman.model.interval import Interval
from dragoman.ontology import calendar_dates
from dragoman.ontology.actor_rows import Row, Table
from dragoman.ontology.calendar_index import Index, Pattern, patterns
from dragoman.ontology.countries import check_code

EVENTS = ("name", "patterns", "start", "end", "planned", "countries", "basis")
NAMES = ("patterns", "since", "until", "basis")
PEOPLE = ("patterns", "role", "since", "until", "basis")


class PublicEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A public event with a known date.

    Attributes:
        name: What it is called.
        days: From its beginning to its end: days where they are known, otherwise whole months or years.
        planned: Whether it could be told before it took place (elections, summits, games).
        countries: Where it took place and who took part.
        source: File and line.
    """

    name: str
    days: Interval
    planned: bool
    countries: tuple[str, ...]
    source: str


class LastingName(msgspec.Struct, frozen=True, kw_only=True):
    """A name of a state, body or thing, and from when until when it was in use as that of something present.

    With a `role` it is a person's, who was known in it for that time.
    """

    name: str
    since: dt.date | None
    until: dt.date | None
    source: str
    role: str = ""


@functools.cache
def events() -> Index[PublicEvent]:
    """The shipped calendar of public events, of all its files."""
    return load_events({file: _shipped(file) for file in event_files()})


def event_files() -> tuple[str, ...]:
    """The names of the files of public events: `events.csv`, then those of single times (`events-1979-1994.csv`)."""
    found = (file.name for file in _folder().iterdir() if file.name.startswith("events") and file.name.endswith(".csv"))
    return tuple(sorted(found, key=lambda name: name.removesuffix(".csv")))


@functools.cache
def names() -> Index[LastingName]:
    """The shipped names with their times: of states and things, companies, people."""
    index = load_names(_shipped("names.csv"))
    for file, columns in (("companies.csv", NAMES), ("people.csv", PEOPLE)):
        index = load_names(_shipped(file), file, columns, index)
    return index


def load_events(texts: Mapping[str, str]) -> Index[PublicEvent]:
    """The events of the texts of one or several tables.

    Args:
        texts: By the name of each file.

    Raises:
        DataError: A table has faults, or tells an event of a name and year that an earlier one has.
    """
    index, sources = Index[PublicEvent](), dict[tuple[str, str], str]()
    for file, text in texts.items():
        table = Table(file, EVENTS, text)
        for row in table.rows:
            event = _event(table, row)
            first = sources.setdefault((event.name, row.one("start")[:4]), event.source)
            if first != event.source:
                table.fault(row, f"{event.name!r} is told by {first} already")
            index.add(_patterns(table, row), event)
        table.close()
    return index


def _event(table: Table, row: Row) -> PublicEvent:
    return PublicEvent(
        name=row.one("name"),
        days=_days(table, row),
        planned=row.one("planned") == "yes",
        countries=tuple(check_code_of(table, row, code) for code in row.several("countries")),
        source=row.source,
    )


def _days(table: Table, row: Row) -> Interval:
    """From the first day of its start to the last one of its end."""
    start, end = _date(table, row, "start"), _date(table, row, "end")
    if start is None:
        if row.one("start") == "":
            table.fault(row, "no start")
        return Interval()
    last = end or start
    if start.start is not None and last.end is not None and last.end <= start.start:
        table.fault(row, "ends before it starts")
    return Interval(start.start, last.end, start.approximate or last.approximate)


def _date(table: Table, row: Row, column: str) -> Interval | None:
    said = row.one(column)
    found = calendar_dates.recalled(said)
    if said != "" and found is None:
        table.fault(row, f"{column} {said!r} is no day, and no day, month or year with ~")
    return found


def check_code_of(table: Table, row: Row, code: str) -> str:
    """A country code of a list, checked like those of other tables."""
    return check_code(table, Row(row.file, row.line, {"code": code}))


def load_names(
    text: str,
    file: str = "names.csv",
    columns: tuple[str, ...] = NAMES,
    known: Index[LastingName] | None = None,
) -> Index[LastingName]:
    """The names of a table's text, put to those that are known.

    Raises:
        DataError: The table has faults.
    """
    table, index = Table(file, columns, text), known or Index[LastingName]()
    for row in table.rows:
        index.add(_patterns(table, row), _name(table, row))
    table.close()
    return index


def _name(table: Table, row: Row) -> LastingName:
    since, until = _month(table, row, "since"), _month(table, row, "until")
    name = LastingName(
        name=row.one("patterns").partition(";")[0].partition(" + ")[0],
        since=None if since is None else since.start,
        until=None if until is None else until.last,
        source=row.source,
        role=row.fields.get("role", ""),
    )
    if name.since is not None and name.until is not None and name.until < name.since:
        table.fault(row, "ends before it starts")
    return name


def _patterns(table: Table, row: Row) -> tuple[Pattern, ...]:
    found = patterns(row.one("patterns"))
    if any(len(phrase) == 0 for pattern in found for part in pattern for phrase in part):
        table.fault(row, "a phrase without words")
        return ()
    return found


def _month(table: Table, row: Row, column: str) -> Interval | None:
    """The month or year of a recalled date."""
    said = row.one(column)
    if said == "":
        return None
    found = calendar_dates.recalled(said)
    if found is None or said.count("-") > 1:
        table.fault(row, f"{column} {said!r} is no month or year with ~")
        return None
    return Interval(found.start, found.end)


def _folder() -> Traversable:
    return resources.files("dragoman.ontology") / "data/calendar"


def _shipped(file: str) -> str:
    return (_folder() / file).read_text(encoding="utf-8")
