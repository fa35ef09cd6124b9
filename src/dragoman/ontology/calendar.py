"""`calendar/events*.csv`, `names.csv`, `companies.csv`, `people.csv` → public events in a sentence, times of names.

Dates are recalled: those of events to the day, or about a day, a month or a year (`calendar_dates.py`), those of names
never finer than a month. A pattern is one or more phrases of words joined by `+`, all of
which must stand in one sentence; alternatives are set apart by `;`. Letters in lower case match capitals too.
"""

import datetime as dt
import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Generic, NamedTuple, TypeVar

import msgspec

from dragoman.model.interval import Interval
from dragoman.model.span import Span
from dragoman.ontology import calendar_dates
from dragoman.ontology.actor_rows import Row, Table
from dragoman.ontology.countries import check_code

EVENTS = ("name", "patterns", "start", "end", "planned", "countries", "basis")
NAMES = ("patterns", "since", "until", "basis")
PEOPLE = ("patterns", "role", "since", "until", "basis")
_WORD = re.compile(r"\w+")
NEAR = 8
"""So many places of a word in one sentence are looked at; no name needs more, and long runs of a word stay cheap."""

APART = 25
"""Words between the phrases of a pattern, at most; further apart they mostly tell of different things."""

NUMBER_APART = 8
"""The same for patterns with a bare number: there are many in a report, of many things."""

T = TypeVar("T")
Phrase = tuple[str, ...]
Pattern = tuple[Phrase, ...]


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


class Seen(NamedTuple, Generic[T]):
    """Something of the calendar that a sentence names.

    Attributes:
        what: The event or name.
        span: The first phrase by which it is named.
        words: All phrases of the pattern.
    """

    what: T
    span: Span
    words: frozenset[Span]

    @property
    def exact(self) -> bool:
        """Whether one phrase names it, and not words spread over the sentence."""
        return len(self.words) == 1


class Index(Generic[T]):
    """Patterns by the first word of one of their phrases: of that which fewest patterns before them are filed under."""

    def __init__(self) -> None:
        self._by_word: defaultdict[str, list[tuple[int, Pattern, T]]] = defaultdict(list)
        self._number = itertools.count()

    def add(self, patterns: tuple[Pattern, ...], what: T) -> None:
        """Add what some patterns name."""
        for pattern in patterns:
            word = min((phrase[0].lower() for phrase in pattern), key=lambda one: len(self._by_word.get(one, ())))
            self._by_word[word].append((next(self._number), pattern, what))

    def seen(self, text: str, sentence: Span) -> Iterator[Seen[T]]:
        """What a sentence names, in the order of its words; each pattern once."""
        words = [(m[0], Span(*m.span())) for m in _WORD.finditer(text, sentence.start, sentence.end)]
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, (word, _) in enumerate(words):
            if len(places[word.lower()]) < NEAR:
                places[word.lower()].append(place)
        filed = (one for word in list(places) for one in self._by_word.get(word, ()))
        here = [one for one in filed if all(phrase[0].lower() in places for phrase in one[1])]
        for _, pattern, what in sorted(here, key=lambda one: (places[one[1][0][0].lower()][0], one[0])):
            found = [at for phrase in pattern if (at := _place(phrase, words, places)) is not None]
            if len(found) == len(pattern) and max(found) - min(found) <= _reach(pattern):
                spans = [_span(words, at, len(phrase)) for at, phrase in zip(found, pattern, strict=True)]
                yield Seen(what, spans[0], frozenset(spans))


def _place(phrase: Phrase, words: list[tuple[str, Span]], places: dict[str, list[int]]) -> int | None:
    """The place of the word where a phrase stands first."""
    for place in places.get(phrase[0].lower(), ()):
        if place + len(phrase) <= len(words) and all(map(_same, phrase, (w for w, _ in words[place:]))):
            return place
    return None


def _reach(pattern: Pattern) -> int:
    """How far the phrases of a pattern may stand from each other."""
    return NUMBER_APART if any(len(p) == 1 and p[0].isdigit() and len(p[0]) < len("1999") for p in pattern) else APART


def _span(words: list[tuple[str, Span]], place: int, count: int) -> Span:
    """The characters of some words."""
    return Span(words[place][1].start, words[place + count - 1][1].end)


def _same(told: str, word: str) -> bool:
    return told == (word if told != told.lower() else word.lower())


def patterns(text: str) -> tuple[Pattern, ...]:
    """The alternatives of a cell; `|` sets apart single words.

    >>> patterns("fall of Kabul; Kabul|Bagram + evacuation")
    ((('fall', 'of', 'Kabul'),), (('Kabul',), ('evacuation',)), (('Bagram',), ('evacuation',)))
    """
    told = (one for cell in text.split(";") if cell.strip() for one in _alternatives(cell))
    return tuple(tuple(tuple(_WORD.findall(phrase)) for phrase in one.split(" + ")) for one in told)


def _alternatives(cell: str) -> Iterator[str]:
    """A pattern with each of its single words that are set apart by `|`."""
    for words in itertools.product(*(word.split("|") for word in cell.split())):
        yield " ".join(words)


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
    if any(len(phrase) == 0 for pattern in found for phrase in pattern):
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
