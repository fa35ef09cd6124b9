"""A record → what it is searched by: the columns of its row, its parties, pairs, marks and names, and its words.

The one place that says so; what is written, what is checked and what is removed all follow from it.
"""

import datetime as dt
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from dragoman.model.event import ActorRef, EventRecord, FigureRecord, Record, StatementRecord
from dragoman.store.columns import parties
from dragoman.store.desk.wire import column
from dragoman.store.pairs import pairs
from dragoman.store.status import status, told_factuality
from dragoman.text.folding import folded

NAMES_HELD = 65_536
"""Names are folded once each: so many fill a few megabytes, and news comes back to the same ones."""


class Party(NamedTuple):
    """A row of `record_parties`, and the folded name for `entities`."""

    side: str
    code: str | None
    entity: str
    sector: str | None
    others: str | None
    name: str


class Name(NamedTuple):
    """A row of `names`."""

    kind: str
    of: str
    name: str


class Row(NamedTuple):
    """A row of `facets`, in the order of its columns."""

    kind: str
    day: str
    type: str
    quad: int | None
    last_day: str | None
    edtf: str | None
    cameo: str | None
    factuality: str
    told: str
    phase: str | None
    status: str
    country: str | None
    place: str | None
    publisher: str | None
    published: str | None
    confidence: float


class Facets(NamedTuple):
    """All that a record is searched by."""

    row: Row
    parties: tuple[Party, ...]
    pairs: tuple[tuple[str, str], ...]
    marks: tuple[tuple[str, str], ...]
    names: tuple[Name, ...]
    words: str


def facets(record: Record) -> Facets:
    """What a record is searched by."""
    actors, recipients = parties(record)
    about = record.about if isinstance(record, StatementRecord) else ()
    row = _row(record)
    return Facets(
        row,
        (*_parties("actor", actors), *_parties("recipient", recipients), *_parties("about", about)),
        tuple(sorted(coded_pairs(record))),
        tuple(sorted(_marks(record) | _sectors("actor", actors) | _sectors("recipient", recipients))),
        _names(row),
        folded(record.text),
    )


def kind(record: Record) -> str:
    """Event, statement or figure."""
    if isinstance(record, EventRecord):
        return "event"
    return "figure" if isinstance(record, FigureRecord) else "statement"


def _row(record: Record) -> Row:
    event = record if isinstance(record, EventRecord) else None
    place, article = record.event_loc, record.article
    return Row(
        kind=kind(record),
        day=_iso(record.date) or "",
        type="" if event is None else event.event[0],
        quad=None if event is None else event.quad_code,
        last_day=_iso(record.enddate),
        edtf=record.edtf,
        cameo=None if event is None else event.cameo,
        factuality=record.factuality,
        told=told_factuality(record),
        phase=None if event is None else event.phase,
        status=status(record),
        country=None if place is None else place.country,
        place=None if place is None else _folded_name(place.name),
        publisher=None if article.publisher is None else column(article.publisher),
        published=_iso(article.date),
        confidence=record.confidence,
    )


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _parties(side: str, members: tuple[ActorRef, ...]) -> tuple[Party, ...]:
    return tuple(
        Party(side, one.code, column(one.entity_id), one.sector_code, _others(one), _folded_name(one.entity_name))
        for one in members
    )


def _others(one: ActorRef) -> str | None:
    return f";{';'.join(one.other_sector_codes)};" if len(one.other_sector_codes) > 0 else None


def coded_pairs(record: Record) -> set[tuple[str, str]]:
    """Codes of who acts with whom: both ways where the parties of an event act on each other."""
    sides = pairs(record) if isinstance(record, EventRecord) else product(*parties(record))
    return {
        (one.code, other.code)
        for one, other in sides
        if one is not None and other is not None and one.code is not None and other.code is not None
    }


def sector_field(side: str) -> str:
    """The field of `record_marks` that has the sectors of a side."""
    return f"{side} sector"


def _sectors(side: str, members: tuple[ActorRef, ...]) -> set[tuple[str, str]]:
    field = sector_field(side)
    every = {sector for one in members for sector in (one.sector_code, *one.other_sector_codes)}
    return {(field, sector) for sector in every if sector is not None}


def _marks(record: Record) -> set[tuple[str, str]]:
    marks: set[tuple[str, str]] = {("auxiliary", one) for one in record.auxiliary}
    marks.update(("source", one.kind) for one in record.attribution)
    if isinstance(record, EventRecord):
        marks.update(("mode", one) for one in record.mode)
        marks.update(("context", one) for one in record.context)
    return marks


def _names(row: Row) -> tuple[Name, ...]:
    """The names by which place and publisher are found."""
    found = [] if row.place is None else [Name("place", row.place, row.place)]
    found += [] if row.publisher is None else [Name("publisher", row.publisher, _folded_name(row.publisher))]
    return tuple(found)


@lru_cache(NAMES_HELD)
def _folded_name(name: str) -> str:
    return folded(name)
