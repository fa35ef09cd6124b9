"""A record → the cells of its flat row: POLECAT's columns in snake case with ours beside them.

Lists are joined by `;` (a `;` inside an item becomes `,`), spans are written `a-b`; what is missing is None.
A statement's speaker and addressee stand in the columns of actor and recipient, and so do the two ends of a figure.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from dragoman.model.event import (
    ActorRef,
    Anticipated,
    Attribution,
    EventRecord,
    FigureRecord,
    Quantity,
    Record,
    StatementRecord,
)
from dragoman.model.span import Span
from dragoman.ontology import plover
from dragoman.store.pairs import pairs
from dragoman.store.status import status, told_factuality

Cell = str | int | float | dt.date | None
CellType = type[str] | type[int] | type[float] | type[dt.date]
LIST_MARK = ";"


class Column(NamedTuple):
    """A column: its name, the type of its cells, and what it takes from a row."""

    name: str
    type: CellType
    cell: Callable[["Row"], Cell]


class Row(NamedTuple):
    """What one row is made of: a record, the parties shown in it, and how many rows the record has."""

    record: Record
    actors: tuple[ActorRef, ...]
    recipients: tuple[ActorRef, ...]
    rows: int = 1


def whole(record: Record) -> Row:
    """The one row of a record."""
    return Row(record, *parties(record))


def dyads(record: Record) -> Iterable[Row]:
    """A row for each pair of an event, both ways where its parties act on each other; a missing side is left empty."""
    if not isinstance(record, EventRecord):
        return
    found = pairs(record)
    for actor, recipient in found:
        yield Row(record, _some(actor), _some(recipient), len(found))


def parties(record: Record) -> tuple[tuple[ActorRef, ...], tuple[ActorRef, ...]]:
    """Both sides of a record: actor and recipient, speaker and addressee, or whence and whither."""
    if isinstance(record, EventRecord):
        return record.actor, record.recipient
    if isinstance(record, StatementRecord):
        return record.speaker, record.addressee
    return _some(record.source_of), _some(record.destination)


def _some(one: ActorRef | None) -> tuple[ActorRef, ...]:
    return () if one is None else (one,)


def joined(items: Iterable[object]) -> str | None:
    """Items as one cell, None when there is nothing to tell; empty places keep their turn.

    >>> joined(["IRN", None, "JPN"]), joined([None, None]), joined([])
    ('IRN;;JPN', None, None)
    """
    texts = ["" if item is None else str(item).replace(LIST_MARK, ",") for item in items]
    return LIST_MARK.join(texts) if any(texts) else None


def dashed(span: Span | None) -> str | None:
    """A span as `a-b`."""
    return None if span is None else f"{span.start}-{span.end}"


def dashed_all(spans: Iterable[Span]) -> str | None:
    """Several spans in one cell."""
    return joined(dashed(span) for span in spans)


def _text(name: str, cell: Callable[[Row], Cell]) -> Column:
    return Column(name, str, cell)


def _of_record(name: str, field: str, kind: CellType = str) -> Column:
    """A field that not every kind of record has."""
    return Column(name, kind, lambda row: getattr(row.record, field, None))


def _of_article(name: str, field: str, kind: CellType = str) -> Column:
    return Column(name, kind, lambda row: getattr(row.record.article, field))


def _of_place(name: str, field: str, kind: CellType = str) -> Column:
    return Column(name, kind, lambda row: getattr(row.record.event_loc, field, None))


def _list_of_record(name: str, field: str) -> Column:
    return Column(name, str, lambda row: joined(getattr(row.record, field, None) or ()))


def _span_of_record(name: str, field: str) -> Column:
    return Column(name, str, lambda row: dashed(getattr(row.record, field, None)))


def _evidence(field: str) -> Column:
    return Column(f"evidence_{field}", str, lambda row: dashed_all(getattr(row.record.evidence, field)))


Members = Callable[[Row], Iterable[Any]]


def _each(name: str, members: Members, value: Callable[[Any], object]) -> Column:
    """A list cell with one item for each member."""
    return Column(name, str, lambda row: joined(value(one) for one in members(row)))


def _party(side: str, members: Members) -> tuple[Column, ...]:
    return (
        _each(f"{side}_name", members, lambda one: one.entity_name),
        _each(f"{side}_country", members, lambda one: one.code),
        _each(f"{side}_country_name", members, lambda one: one.country_name),
        _each(f"primary_{side}_sector", members, lambda one: one.sector_code),
        _each(f"{side}_sectors", members, _sectors),
        _each(f"{side}_title", members, lambda one: one.role),
        _each(f"{side}_name_raw", members, lambda one: one.raw_text),
        _each(f"{side}_span", members, lambda one: dashed(one.span)),
        _each(f"{side}_id", members, lambda one: one.entity_id),
        _each(f"{side}_wikidata_id", members, lambda one: one.wikidata_id),
    )


def _sectors(one: ActorRef) -> str | None:
    """All sectors of one party, in an order of their own mark, as `;` parts the parties."""
    return "+".join(code for code in (one.sector_code, *one.other_sector_codes) if code is not None) or None


def _in_words(row: Row) -> str | None:
    if not isinstance(row.record, EventRecord):
        return None
    return plover.label(row.record.event[0], row.record.mode)


def _attribution(row: Row) -> tuple[Attribution, ...]:
    return row.record.attribution


def _foreseen(row: Row) -> tuple[Anticipated, ...]:
    return (row.record.anticipates or ()) if isinstance(row.record, EventRecord) else ()


def _about(row: Row) -> tuple[ActorRef, ...]:
    return row.record.about if isinstance(row.record, StatementRecord) else ()


def _quantities(row: Row) -> str | None:
    if not isinstance(row.record, EventRecord):
        return None
    return joined(" ".join(part for part in (_amount(one), one.unit, one.of) if part) for one in row.record.quantity)


def _amount(one: Quantity) -> str:
    return f"{one.value:g}" if one.upper is None else f"{one.value:g}-{one.upper:g}"


def _harmed(field: str) -> Column:
    return Column(field, int, lambda row: getattr(getattr(row.record, "size", None), field, None))


def _kind(row: Row) -> str:
    record = row.record
    if isinstance(record, EventRecord):
        return "event"
    return "statement" if isinstance(record, StatementRecord) else "figure"


def _figure_value(row: Row) -> float | None:
    return row.record.value if isinstance(row.record, FigureRecord) else None


COLUMNS: tuple[Column, ...] = (
    _of_record("event_id", "id"),
    _text("record", _kind),
    Column("n_dyads", int, lambda row: row.rows),
    _of_record("event_date", "date", dt.date),
    _of_record("event_enddate", "enddate", dt.date),
    _of_record("edtf", "edtf"),
    _of_record("date_text", "date_text"),
    _span_of_record("date_span", "date_span"),
    _of_record("date_basis", "date_basis"),
    _list_of_record("event_type", "event"),
    _list_of_record("event_mode", "mode"),
    _text("event_in_words", _in_words),
    _of_record("intensity", "event_scale", float),
    _of_record("quad_code", "quad_code", int),
    _of_record("cameo", "cameo"),
    _list_of_record("contexts", "context"),
    _text("status", lambda row: status(row.record)),
    _list_of_record("auxiliary", "auxiliary"),
    _of_record("factuality", "factuality"),
    _text("told_factuality", lambda row: told_factuality(row.record)),
    _of_record("phase", "phase"),
    *_party("actor", lambda row: row.actors),
    *_party("recipient", lambda row: row.recipients),
    _each("attribution_kind", _attribution, lambda one: one.kind),
    _each("attribution_text", _attribution, lambda one: one.raw_text),
    _each("attribution_name", _attribution, lambda one: one.entity and one.entity.entity_name),
    _each("attribution_span", _attribution, lambda one: dashed(one.span)),
    _each("attribution_cue", _attribution, lambda one: one.cue),
    _each("attribution_factuality", _attribution, lambda one: one.factuality),
    _each("attribution_via", _attribution, lambda one: " < ".join(link.raw_text for link in one.via) or None),
    _each("anticipates_type", _foreseen, lambda one: one.event),
    _each("anticipates_mode", _foreseen, lambda one: "+".join(one.mode) or None),
    _each("anticipates_auxiliary", _foreseen, lambda one: "+".join(one.auxiliary) or None),
    _each("anticipates_edtf", _foreseen, lambda one: one.edtf),
    _each("anticipates_span", _foreseen, lambda one: dashed(one.event_span)),
    _of_place("placename", "name"),
    _of_place("district", "admin2"),
    _of_place("province", "admin1"),
    _of_place("country", "country"),
    _of_place("latitude", "lat", float),
    _of_place("longitude", "lon", float),
    _of_place("geonames_id", "geonameid", int),
    _of_place("feature_type", "feature"),
    _of_place("place_resolution", "resolution", int),
    _of_place("raw_placename", "raw_text"),
    _text("place_span", lambda row: dashed(getattr(row.record.event_loc, "span", None))),
    _text("quantity", _quantities),
    *(_harmed(field) for field in ("dead", "injured", "arrested")),
    _of_record("statement_kind", "kind"),
    _each("about", _about, lambda one: one.entity_name),
    _of_record("position", "position"),
    _span_of_record("position_span", "position_span"),
    _of_record("polarity", "polarity"),
    _span_of_record("quote_span", "quote"),
    _of_record("measure", "measure"),
    Column("value", float, _figure_value),
    _of_record("unit", "unit"),
    _of_record("value_of", "of"),
    _of_record("period", "period"),
    _of_record("event_text", "event_text"),
    _span_of_record("event_span", "event_span"),
    _of_record("text", "text"),
    _span_of_record("text_span", "text_span"),
    _of_record("sentence", "sentence", int),
    *(_evidence(field) for field in ("event", "mode", "context", "auxiliary", "factuality", "phase")),
    _text("links", lambda row: joined(f"{one.kind}:{one.to}" for one in row.record.links)),
    _text("readings", lambda row: joined(f"{one.edtf}@{one.weight:g}" for one in row.record.readings)),
    _of_record("repeats", "repeats"),
    _list_of_record("notes", "notes"),
    _of_record("confidence", "confidence", float),
    _of_article("source", "publisher"),
    _of_article("publication_date", "date", dt.date),
    _of_article("publication_date_basis", "date_basis"),
    _of_article("publication_date_edtf", "date_edtf"),
    _of_article("title", "title"),
    _of_article("url", "url"),
    _of_article("language", "language"),
    _of_article("article_id", "id"),
    _of_article("article_revision", "revision"),
    _of_record("version", "coder"),
    _of_record("schema_version", "schema_version", int),
)
"""Every column of the flat forms, in their order."""
