"""An article without a date, coded as of several days → the records of its best day, as wide as the days make them."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec import structs

from dragoman.model import interval as intervals
from dragoman.model.because import Because
from dragoman.model.coded import Coded
from dragoman.model.event import Anticipated, EventRecord, FigureRecord, Record, StatementRecord
from dragoman.model.ids import RecordId
from dragoman.model.interval import Interval

Dated = Record | Anticipated
D = TypeVar("D", EventRecord, StatementRecord, FigureRecord, Anticipated)
Others = Sequence[dict[RecordId, Record]]


def widened(codings: Sequence[Coded]) -> Coded:
    """The first coding, its dates widened to hold those that the other codings give the same records."""
    best, others = codings[0], [{record.id: record for record in one.records} for one in codings[1:]]
    events = tuple(_event(record, others) for record in best.events)
    wider = {new.id for new, old in zip(events, best.events, strict=True) if new != old}
    detail = f"the article's own date is inferred: {best.article.date_edtf}"
    because = Because(field="date", rule="inferred-article-date", detail=detail)
    return structs.replace(
        best,
        events=events,
        statements=tuple(_statement(record, others) for record in best.statements),
        figures=tuple(_figure(record, others) for record in best.figures),
        reasons={key: (*why, because) if key in wider else why for key, why in best.reasons.items()},
    )


def _event(record: EventRecord, others: Others) -> EventRecord:
    same = [found for one in others if isinstance(found := one.get(record.id), EventRecord)]
    days = _days(record, same)
    foreseen = record.anticipates
    if foreseen is not None:
        every = [
            one.anticipates for one in same if one.anticipates is not None and len(one.anticipates) == len(foreseen)
        ]
        foreseen = tuple(_foreseen(one, [found[n] for found in every]) for n, one in enumerate(foreseen))
    return structs.replace(_dated(record, days), anticipates=foreseen)


def _statement(record: StatementRecord, others: Others) -> StatementRecord:
    same = [found for one in others if isinstance(found := one.get(record.id), StatementRecord)]
    return _dated(record, _days(record, same))


def _figure(record: FigureRecord, others: Others) -> FigureRecord:
    same = [found for one in others if isinstance(found := one.get(record.id), FigureRecord)]
    return _dated(record, _days(record, same))


def _foreseen(one: Anticipated, same: Sequence[Anticipated]) -> Anticipated:
    return _dated(one, _days(one, same))


def _days(one: Dated, same: Sequence[Dated]) -> Interval | None:
    """The days of all codings together; None where they agree, or where one of them has none."""
    told = [_interval(found) for found in (one, *same)]
    known = [days for days in told if days is not None]
    if len(known) < len(told) or all(days == known[0] for days in known):
        return None
    starts, ends = [days.start for days in known], [days.end for days in known]
    start = None if None in starts else min(day for day in starts if day is not None)
    end = None if None in ends else max(day for day in ends if day is not None)
    return Interval(start, end, approximate=True)


def _interval(one: Dated) -> Interval | None:
    return None if one.edtf is None else intervals.parse(one.edtf)


def _dated(one: D, days: Interval | None) -> D:
    if days is None:
        return one
    return structs.replace(one, date=days.start, enddate=days.last, edtf=days.edtf)
