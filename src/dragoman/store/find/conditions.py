"""One clause → the condition that a row of `facets` answers, or a list of the numbers of the records that hold it.

Clauses on what a record has one of are conditions on the columns of its row. Clauses on what it may have several of
(parties, pairs, marks, ties) are a select of numbers from the table where these lie.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, literal, or_, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from dragoman.model.interval import Interval
from dragoman.ontology import plover
from dragoman.store.desk import tables as t
from dragoman.store.desk.facets import sector_field
from dragoman.store.desk.wire import key as stored
from dragoman.store.find.query import Amount, Beginning, Clause, Days, Exact, Nothing, Pair, Phrase, Value

Condition = ColumnElement[bool]
Numbers = Select[tuple[int]]
LASTS = or_(t.facets.c.last_day.is_(None), t.facets.c.last_day != t.facets.c.day)
"""The condition of the index `facets_lasting`, as it is written there."""
Columns = ReadOnlyColumnCollection[str, ColumnElement[Any]]

COUNTED = frozenset({"type", "quad"})
"""Keys whose columns stand beside parties, pairs and marks too."""
COLUMNS: dict[str, ColumnElement[str]] = {
    "cameo": t.facets.c.cameo,
    "factuality": t.facets.c.factuality,
    "told": t.facets.c.told,
    "status": t.facets.c.status,
    "phase": t.facets.c.phase,
    "record": t.facets.c.kind,
}
"""Keys whose values stand in a column of text."""
_DERIVED = "happening"
MARKS = frozenset({"mode", "context", "auxiliary", "source"})
SIDES = {"actor": ("actor",), "recipient": ("recipient",), "party": ("actor", "recipient")}


def any_of(conditions: Iterable[Condition]) -> Condition:
    """At least one of some conditions holds."""
    found = tuple(conditions)
    return found[0] if len(found) == 1 else or_(false(), *found)


def begins(column: ColumnElement[str], text: str) -> Condition:
    """A column begins with a text: as a range, so that an index finds it, and to the letter."""
    return and_(column >= text, func.substr(column, 1, len(text)) == text)


def named(name: ColumnElement[str], phrase: Phrase) -> Condition:
    """A folded name has a phrase in it; letters and digits are no patterns of LIKE."""
    end = "%" if phrase.open else " %"
    return (literal(" ") + name + " ").like(f"% {' '.join(phrase.words)}{end}")


def counted(clause: Clause, type_: ColumnElement[str], quad: ColumnElement[int | None]) -> Condition:
    """The condition of a clause on type or quad, columns that stand in several tables."""
    made = _text(type_) if clause.key == "type" else _quad(quad)
    return any_of(made(value) for value in clause.values)


def on_facets(clause: Clause) -> Condition:
    """The condition of a clause on a row of `facets`."""
    made = _text(COLUMNS[clause.key]) if clause.key in COLUMNS else _ON_FACETS[clause.key]
    return any_of(made(value) for value in clause.values)


def _text(column: ColumnElement[str]) -> Callable[[Value], Condition]:
    def condition(value: Value) -> Condition:
        match value:
            case Nothing():
                return or_(column.is_(None), column == "")
            case Exact(text):
                return column == text
            case Beginning(text):
                return begins(column, text)
        return false()

    return condition


def _quad(column: ColumnElement[int | None]) -> Callable[[Value], Condition]:
    def condition(value: Value) -> Condition:
        return column == int(value.text) if isinstance(value, Exact) else column.is_(None)

    return condition


def _confidence(value: Value) -> Condition:
    column = t.facets.c.confidence
    if not isinstance(value, Amount):
        return column.is_(None)
    low = () if value.low is None else (column >= value.low,)
    high = () if value.high is None else (column <= value.high,)
    return and_(*low, *high)


def _place(value: Value) -> Condition:
    country, place = t.facets.c.country, t.facets.c.place
    match value:
        case Exact(code):
            return country == code
        case Phrase():
            return place.in_(_names("place", value))
    return and_(country.is_(None), place.is_(None))


def _publisher(value: Value) -> Condition:
    column = t.facets.c.publisher
    return column.in_(_names("publisher", value)) if isinstance(value, Phrase) else column.is_(None)


def _names(kind: str, phrase: Phrase) -> Select[tuple[str]]:
    return select(t.names.c.of).where(t.names.c.kind == kind, named(t.names.c.name, phrase))


def _published(value: Value) -> Condition:
    column = t.facets.c.published
    return _within(column, value.interval) if isinstance(value, Days) else column.is_(None)


def _within(column: ColumnElement[str], days: Interval) -> Condition:
    """A day lies in a stretch; days without a value do not."""
    first = () if days.start is None else (column >= days.start.isoformat(),)
    last = () if days.end is None else (column < days.end.isoformat(),)
    return and_(column > "", *first, *last)


def _date(value: Value) -> Condition:
    """Both stretches share a day: the record's begins in the one asked for, or began before and reaches into it."""
    day, last_day = t.facets.c.day, t.facets.c.last_day
    if not isinstance(value, Days):
        return and_(day == "", last_day.is_(None))
    within = _within(day, value.interval)
    if value.interval.start is None:
        return or_(within, and_(day == "", last_day.is_not(None)))
    start = value.interval.start.isoformat()
    ends_later = and_(LASTS, last_day >= start, day < start)
    goes_on = and_(last_day.is_(None), day > "", day < start)
    return or_(within, ends_later, goes_on)


_ON_FACETS: dict[str, Callable[[Value], Condition]] = {
    "confidence": _confidence,
    "place": _place,
    "publisher": _publisher,
    "date": _date,
    "published": _published,
}


def having(clause: Clause) -> Numbers:
    """The numbers of the records that have one of a clause's values under its key, empty ones left aside."""
    return _HAVING[clause.key](clause)


def number(numbers: Numbers) -> ColumnElement[int]:
    """The column of the numbers that a select gives."""
    return next(iter(numbers.selected_columns))


def anything(clause: Clause) -> Numbers:
    """The numbers of the records that have anything at all under a clause's key."""
    if clause.key in MARKS:
        marks = t.record_marks.alias()
        return select(marks.c.n).where(marks.c.field == clause.key)
    if clause.key in SIDES:
        parties = t.record_parties.alias()
        return select(parties.c.n).where(parties.c.side.in_(SIDES[clause.key]))
    return _happenings(())


def _marks(clause: Clause) -> Numbers:
    values = [value.text for value in clause.values if isinstance(value, Exact)]
    marks = t.record_marks.alias()
    return select(marks.c.n).where(marks.c.field == clause.key, _among(marks.c.value, values))


def _among(column: ColumnElement[str], values: Sequence[str]) -> Condition:
    """A column has one of some values; of one alone its rows lie in the order of their numbers."""
    return column == values[0] if len(values) == 1 else column.in_(values)


def _parties(clause: Clause) -> Numbers:
    if all(is_sector(value) for value in clause.values):
        return _sectors(clause)
    parties = t.record_parties.alias()
    called = any_of(_called(parties.c, value) for value in clause.values)
    return select(parties.c.n).where(_among(parties.c.side, SIDES[clause.key]), called)


def is_sector(value: Value) -> bool:
    """Whether a value is a sector's code, which marks tell."""
    return isinstance(value, Exact) and value.text in plover.sectors()


def _sectors(clause: Clause) -> Numbers:
    """The numbers of the records that have parties of some sectors."""
    marks = t.record_marks.alias()
    fields = [sector_field(side) for side in SIDES[clause.key]]
    sectors = [value.text for value in clause.values if isinstance(value, Exact)]
    return select(marks.c.n).where(_among(marks.c.field, fields), _among(marks.c.value, sectors))


def _called(parties: Columns, value: Value) -> Condition:
    """A party is called so: by code, sector, id, or words of the name."""
    match value:
        case Exact(text) if is_sector(value):
            return or_(parties.sector == text, and_(parties.others.is_not(None), parties.others.like(f"%;{text};%")))
        case Exact(text):
            return parties.entity == text if ":" in text else parties.code == text
        case Phrase():
            known = select(t.entities.c.entity).where(named(t.entities.c.name, value))
            return parties.entity.in_(known)
    return false()


def _pairs(clause: Clause) -> Numbers:
    pairs = t.record_pairs.alias()

    def condition(pair: Pair) -> Condition:
        straight = and_(pairs.c.actor == pair.first, pairs.c.recipient == pair.second)
        back = and_(pairs.c.actor == pair.second, pairs.c.recipient == pair.first)
        return straight if pair.directed else or_(straight, back)

    return select(pairs.c.n).where(any_of(condition(value) for value in clause.values if isinstance(value, Pair)))


def _articles(clause: Clause) -> Numbers:
    records = t.records.alias()
    tied = records.join(t.revisions, t.revisions.c.n == records.c.revision).join(
        t.articles, t.articles.c.n == t.revisions.c.article
    )
    asked = any_of(_id(t.articles.c.id, value) for value in clause.values)
    return select(records.c.n).select_from(tied).where(asked)


def _ids(clause: Clause) -> Numbers:
    records = t.records.alias()
    return select(records.c.n).where(any_of(_id(records.c.id, value) for value in clause.values))


def _happenings(values: tuple[Value, ...]) -> Numbers:
    """Members of happenings; of all of them where none is named."""
    records = t.records.alias()
    tied = records.join(t.derived_members, t.derived_members.c.record == records.c.id).join(
        t.derived, t.derived.c.n == t.derived_members.c.derived
    )
    asked = () if len(values) == 0 else (any_of(_id(t.derived.c.id, value) for value in values),)
    return select(records.c.n).select_from(tied).where(t.derived.c.kind == _DERIVED, *asked)


def _id(column: ColumnElement[str], value: Value) -> Condition:
    match value:
        case Exact(text):
            return column == stored(text)
        case Beginning(text):
            return begins(column, text)
    return false()


_HAVING: dict[str, Callable[[Clause], Numbers]] = {
    **dict.fromkeys(MARKS, _marks),
    **dict.fromkeys(SIDES, _parties),
    "pair": _pairs,
    "article": _articles,
    "id": _ids,
    _DERIVED: lambda clause: _happenings(clause.values),
}
