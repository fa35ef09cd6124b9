"""A record → the characters of the article that it repeats, and the record without them where no text may be kept.

Without them a record keeps its codes, the names of the dictionary, and all spans. Whoever has the article, and sees by
its hash that it is the right one, gets the record back as it was.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from dragoman.model.event import Record
from dragoman.model.span import Span

SPAN_OF = {
    "raw_text": "span",
    "event_text": "event_span",
    "text": "text_span",
    "date_text": "date_span",
    "cue": "cue_span",
    "position": "position_span",
}
"""Fields that hold characters of the article, with the field of the same part that says which."""

Fill = Callable[[str, Span | None], str | None]


def repeated(record: Record) -> Iterator[tuple[str, Span, str]]:
    """Each field that repeats the article: its name, where it stands there, and what it holds."""
    for part in _parts(msgspec.to_builtins(record)):
        for name, span_name in SPAN_OF.items():
            if part.get(name) is not None and part.get(span_name) is not None:
                yield name, Span(*part[span_name]), part[name]


def spans(record: Record) -> Iterator[Span]:
    """All spans of a record, in no particular order."""
    for part in _parts(msgspec.to_builtins(record)):
        for item in part.values():
            yield from _spans(item)


def without(record: Record) -> Record:
    """A record with nothing in it of the article's text but names and codes."""
    return _filled(record, lambda _, span: None if span is None else "")


def within(record: Record, text: str) -> Record:
    """A record with the characters of its article put back where they were left out."""
    return _filled(record, lambda held, span: held if span is None or held != "" else span.of(text))


def _filled(record: Record, fill: Fill) -> Record:
    plain = msgspec.to_builtins(record)
    for part in _parts(plain):
        for name, span_name in SPAN_OF.items():
            if part.get(name) is not None and span_name in part:
                span = part[span_name]
                part[name] = fill(part[name], None if span is None else Span(*span))
    made: Record = msgspec.convert(plain, Record)
    return made


def _parts(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any part of a record
    """All objects inside a value of JSON."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list | tuple):
        for inner in value:
            yield from _parts(inner)


def _spans(value: Any) -> Iterator[Span]:  # noqa: ANN401 - any part of a record
    if not isinstance(value, list | tuple):
        return
    if len(value) == len(Span._fields) and all(type(item) is int for item in value):
        yield Span(*value)
    else:
        for item in value:
            yield from _spans(item)
