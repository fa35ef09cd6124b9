"""Coded articles → what the page's template shows: plain values, already in words, nothing left to decide."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.model.coded import Coded
from dragoman.model.event import ActorRef, EventRecord, Record
from dragoman.model.ids import RecordId
from dragoman.ontology import plover
from dragoman.pages.marks import Kind, pieces
from dragoman.store import wording
from dragoman.store.columns import parties
from dragoman.store.status import status
from dragoman.text.day_words import readable

UNDATED = "no date told"


class Party(NamedTuple):
    """An actor: plain name, codes, and the words of the text with the office."""

    name: str
    codes: str
    title: str


class RecordView(NamedTuple):
    """A record in words. `key` is its number on the page, short enough to stand in many places."""

    key: str
    id: str
    kind: str
    code: str
    cameo: str
    quad: int
    label: str
    word: str
    what: str
    foreseen: str
    status: str
    date: str
    date_text: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    according: str
    where: str
    quantities: tuple[str, ...]
    confidence: str
    sentence: str
    article: int
    outlet: str


class PieceView(NamedTuple):
    """A piece of text with its kinds of marks, the keys of its records, and the keys whose event word begins here."""

    text: str
    kinds: tuple[Kind, ...]
    keys: tuple[str, ...]
    begins: tuple[str, ...]
    silent: int | None


class ArticleView(NamedTuple):
    """An article with its marked text and its records."""

    number: int
    title: str
    outlet: str
    date: str
    url: str
    pieces: tuple[PieceView, ...]
    records: tuple[RecordView, ...]
    silent: tuple[str, ...]


class Month(NamedTuple):
    """Rows of the chronology that begin in the same month, or of which no more than the year is told."""

    name: str
    rows: tuple[RecordView, ...]


def articles(items: Iterable[Coded]) -> tuple[ArticleView, ...]:
    """Every article with its records in words, numbered from 1."""
    return tuple(article(item, number) for number, item in enumerate(items, start=1))


def chronology(items: tuple[Coded, ...], views: tuple[ArticleView, ...]) -> tuple[Month, ...]:
    """Events of all articles by the day they begin, in months; those without a date come last."""
    months: dict[str, list[RecordView]] = {}
    for begins, view in events(items, views):
        months.setdefault(_heading(begins, view), []).append(view)
    return tuple(Month(name, tuple(rows)) for name, rows in months.items())


def _heading(begins: dt.date | None, view: RecordView) -> str:
    """The month in which an event begins; the year where no more is told."""
    if begins is None:
        return UNDATED
    return view.date if view.date.isdecimal() else f"{begins:%B %Y}"


def events(items: tuple[Coded, ...], views: tuple[ArticleView, ...]) -> list[tuple[dt.date | None, RecordView]]:
    """Events of all articles with the day they begin, in its order; those without a date come last."""
    dated = [
        (record.date or record.enddate, view)
        for item, article in zip(items, views, strict=True)
        for record, view in zip(item.records, article.records, strict=True)
        if isinstance(record, EventRecord)
    ]
    return sorted(dated, key=lambda pair: (pair[0] is None, pair[0] or dt.date.min))


def article(item: Coded, number: int) -> ArticleView:
    """One article with its records in words."""
    report = item.article
    keys = {record.id: f"{number}-{place}" for place, record in enumerate(item.records, start=1)}
    return ArticleView(
        number=number,
        title=_title(item),
        outlet=report.publisher or "",
        date="" if report.date is None else readable(report.date, report.date),
        url=report.url if report.url is not None and report.url.startswith(("http://", "https://")) else "",
        pieces=tuple(_pieces(item, keys)),
        records=tuple(record_view(record, keys[record.id], number, report.publisher or "") for record in item.records),
        silent=tuple(span.of(report.text) for span in item.silent),
    )


def _title(item: Coded) -> str:
    """The article's title, else its headline, else its first line."""
    report = item.article
    headline = "" if report.headline is None else report.headline.of(report.text)
    first_line = next((line.strip() for line in report.text.splitlines() if line.strip()), "")
    return report.title or headline.strip() or first_line[:120]


def _pieces(item: Coded, keys: dict[RecordId, str]) -> Iterator[PieceView]:
    begins: dict[int, list[str]] = {}
    for record in item.records:
        begins.setdefault(record.event_span.start, []).append(keys[record.id])
    silent = {span.start: n for n, span in enumerate(item.silent, start=1)}
    for piece in pieces(item):
        yield PieceView(
            text=piece.text,
            kinds=piece.kinds,
            keys=tuple(keys[one] for one in piece.records),
            begins=tuple(begins.get(piece.span.start, ())),
            silent=silent.get(piece.span.start),
        )


def record_view(record: Record, key: str = "", number: int = 0, outlet: str = "") -> RecordView:
    """A record in words."""
    actors, recipients = parties(record)
    event = record if isinstance(record, EventRecord) else None
    return RecordView(
        key=key,
        id=record.id,
        kind="event" if event else wording.code(record),
        code=wording.code(record),
        cameo=(event and event.cameo) or "",
        quad=plover.quad(event.event[0]) if event else 0,
        label=wording.label(event) if event else wording.what(record),
        word=record.event_text,
        what=wording.what(record),
        foreseen=wording.foreseen(event) if event else "",
        status=status(record),
        date=wording.when(record),
        date_text=record.date_text or "",
        actors=tuple(_party(one) for one in actors),
        recipients=tuple(_party(one) for one in recipients),
        according=wording.according(record),
        where=wording.where(record),
        quantities=tuple(one.raw_text for one in event.quantity) if event else (),
        confidence=f"{record.confidence:.2f}",
        sentence=record.text,
        article=number,
        outlet=outlet,
    )


def _party(one: ActorRef) -> Party:
    office = f" ({one.role})" if one.role else ""
    return Party(one.entity_name, wording.codes(one), f"“{one.raw_text}”{office}")
