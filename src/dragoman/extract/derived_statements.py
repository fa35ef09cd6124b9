"""Derived days → statement records of their own, marked `derived`, with the arithmetic among their reasons."""

import datetime as dt
from collections.abc import Iterator

from dragoman.extract import wire
from dragoman.extract.clock import auxiliaries, is_historical
from dragoman.extract.derived import PHRASE, Derived, Deriver
from dragoman.extract.events import CODER, EventWriter
from dragoman.model.because import Because
from dragoman.model.event import StatementRecord
from dragoman.model.interval import Interval

CONFIDENCE = 0.6
"""An estimate: the arithmetic is sure, whether the words count from the report is less so."""


def written(writer: EventWriter) -> tuple[StatementRecord, ...]:
    """The derived statements of an article, in the order of the text."""
    return tuple(_each(writer))


def _each(writer: EventWriter) -> Iterator[StatementRecord]:
    for found in Deriver(writer.resolved, writer.clock).each():
        is_step = writer.tree.tokens[found.token].pos == "NOUN"
        if is_step or not _is_ahead(found.interval, writer.article.date):
            yield _statement(found, writer)


def _is_ahead(interval: Interval, report: dt.date | None) -> bool:
    """Whether a day lies behind the report: that of a step to come, or of a month that was read the wrong way."""
    return report is not None and interval.start is not None and interval.start > report


def _statement(found: Derived, writer: EventWriter) -> StatementRecord:
    text, interval = writer.article.text, found.interval
    span, sentence = writer.tree.tokens[found.token].span, writer.sentence(found.token)
    near = writer.tree.tokens[max(0, found.token - PHRASE) : found.token + PHRASE]
    inside = [t.i for t in near if found.position.holds(t.span)]
    identity = writer.identify("statement", span)
    why = Because(field="date", rule="derived", detail=found.detail, spans=found.spans)
    writer.reasons[identity] = (Because(field="kind", rule="derived.yaml", spans=(span,)), why)
    return StatementRecord(
        id=identity,
        article=writer.ref,
        kind="stands",
        about=tuple(wire.actor_ref(m, text, writer.article.date) for m in writer.cast.within(inside)),
        position=found.position.of(text),
        position_span=found.position,
        auxiliary=auxiliaries(
            historical=is_historical(interval, writer.article.date),
            future=_is_ahead(interval, writer.article.date),
            hypothetical=False,
            negated=False,
        ),
        date=interval.start,
        enddate=interval.last,
        edtf=interval.edtf,
        date_text=found.spans[-1].of(text),
        date_span=found.spans[-1],
        date_basis="derived",
        event_text=span.of(text),
        event_span=span,
        text=sentence.span.of(text),
        text_span=sentence.span,
        sentence=sentence.index,
        confidence=CONFIDENCE,
        coder=CODER,
    )
