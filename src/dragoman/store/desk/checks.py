"""What was handed in of a revision → what cannot be right in it: hash, length, ids, spans, passages."""

from collections.abc import Iterator

from dragoman.model import ids
from dragoman.model.event import Record
from dragoman.store.desk import passages
from dragoman.store.desk.base import Coding, Fault, StoredArticle
from dragoman.store.desk.facets import kind


def faults(coding: Coding) -> Iterator[Fault]:
    """Everything that is wrong with one revision and its records."""
    where = coding.stored.article.id
    yield from (Fault(kind="text", where=where, detail=detail) for detail in _text(coding.stored))
    seen: set[str] = set()
    for record in coding.records:
        if record.id in seen:
            yield Fault(kind="id", where=record.id, detail="occurs twice in its article")
        seen.add(record.id)
        yield from _record(record, coding)


def _text(stored: StoredArticle) -> Iterator[str]:
    article = stored.article
    if not stored.kept:
        if article.text != "":
            yield "its text is there although it may not be kept"
        return
    if ids.revision(article.text) != article.revision:
        yield f"its text has the hash {ids.revision(article.text)}, its revision is {article.revision}"
    if len(article.text) != stored.length:
        yield f"its text has {len(article.text)} characters, not {stored.length}"


def _record(record: Record, coding: Coding) -> Iterator[Fault]:
    article = coding.stored.article
    if (record.article.id, record.article.revision) != (article.id, article.revision):
        yield Fault(kind="id", where=record.id, detail=f"names another article than {article.id!r}")
    elif not _has_its_id(record, len(coding.records)):
        yield Fault(kind="id", where=record.id, detail="is not the id of its article, kind and place")
    for span in passages.spans(record):
        if not 0 <= span.start <= span.end <= coding.stored.length:
            yield Fault(kind="span", where=record.id, detail=f"{list(span)} lies outside the text")
    for name, span, held in passages.repeated(record):
        told = span.of(article.text) if coding.stored.kept else ""
        if held != told:
            yield Fault(kind="passage", where=record.id, detail=f"{name} is {held!r}, its span holds {told!r}")


def _has_its_id(record: Record, most: int) -> bool:
    """Whether the id is that of some turn among records at the same place."""
    article, at = record.article, record.event_span
    turns = range(most)
    return any(ids.record_id(article.id, article.revision, kind(record), at, turn) == record.id for turn in turns)
