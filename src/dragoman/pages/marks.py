"""A coded article → its text in pieces, each with the marks that lie over it; spans may overlap in any way.

Used by the page and by the terminal. The pieces joined are the text, character by character.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from dragoman.model.coded import Coded
from dragoman.model.event import EventRecord, Record, StatementRecord
from dragoman.model.ids import RecordId
from dragoman.model.span import Span
from dragoman.store.columns import parties

Kind = Literal[
    "event", "evidence", "foreseen", "actor", "recipient", "source", "time", "place", "quantity", "headline", "silent"
]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Mark(NamedTuple):
    """One stretch of text that one record rests on, or that the article's layout shows (then without a record)."""

    kind: Kind
    span: Span
    record: RecordId | None = None


class Piece(NamedTuple):
    """Text between two borders of marks.

    Attributes:
        span: Its characters.
        text: Those characters.
        kinds: Kinds of the marks over it, each once, in a fixed order.
        records: Records of those marks, each once, in the order of the text.
    """

    span: Span
    text: str
    kinds: tuple[Kind, ...]
    records: tuple[RecordId, ...]


def pieces(item: Coded) -> tuple[Piece, ...]:
    """The whole text of an article, cut where marks begin or end."""
    return tuple(cut(item.article.text, tuple(marks(item))))


def marks(item: Coded) -> Iterator[Mark]:
    """All marks of an article: those of its records, its headline, and sentences that gave no record."""
    for record in item.records:
        yield from of_record(record)
    if item.article.headline is not None:
        yield Mark("headline", item.article.headline)
    yield from (Mark("silent", span) for span in item.silent)


def of_record(record: Record) -> Iterator[Mark]:
    """The stretches of text that a record rests on."""
    for kind, spans in _layers(record):
        yield from (Mark(kind, span, record.id) for span in spans if span is not None and span.start < span.end)


def _layers(record: Record) -> Iterator[tuple[Kind, Iterable[Span | None]]]:
    actors, recipients = parties(record)
    yield "event", (record.event_span,)
    yield "evidence", (*record.evidence.event, *record.evidence.mode, *record.evidence.auxiliary)
    yield "actor", (one.span for one in actors)
    yield "recipient", (one.span for one in recipients)
    yield "time", (record.date_span,)
    yield "place", (None if record.event_loc is None else record.event_loc.span,)
    for source in record.attribution:
        yield "source", (source.span, source.cue_span, *(link.span for link in source.via))
    if isinstance(record, StatementRecord):
        yield "foreseen", (record.position_span,)
    if isinstance(record, EventRecord):
        yield "quantity", (one.span for one in record.quantity)
        for one in record.anticipates or ():
            yield "foreseen", (one.event_span,)
            yield "time", (one.date_span,)


def cut(text: str, over: tuple[Mark, ...]) -> Iterator[Piece]:
    """A text in pieces, cut at every border of a mark; one sweep, so that long texts with many marks stay quick."""
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in over:
        opening.setdefault(mark.span.start, []).append(mark)
        closing.setdefault(mark.span.end, []).append(mark)
    borders = sorted({0, len(text), *opening, *closing})
    alive: list[Mark] = []
    for start, end in pairwise(borders):
        for mark in closing.get(start, ()):
            alive.remove(mark)
        alive.extend(opening.get(start, ()))
        yield _piece(text, Span(start, end), alive)


def _piece(text: str, span: Span, alive: list[Mark]) -> Piece:
    present = {mark.kind for mark in alive}
    return Piece(
        span=span,
        text=span.of(text),
        kinds=tuple(kind for kind in KINDS if kind in present),
        records=tuple(dict.fromkeys(mark.record for mark in alive if mark.record is not None)),
    )
