"""The laws that every record keeps, whatever the article."""

from collections.abc import Iterator
from typing import Any

import msgspec

from dragoman.model.coded import Coded
from dragoman.model.event import Record

RAW = {"raw_text": "span", "event_text": "event_span", "text": "text_span", "date_text": "date_span"}
RAW |= {"cue": "cue_span", "position": "position_span"}
"""Fields that hold characters of the article, with the field that says which."""


def broken(coded: Coded) -> Iterator[str]:
    """Every law that a coded article breaks, in words."""
    for record in coded.records:
        plain = msgspec.to_builtins(record)
        where = f"{coded.article.id} {plain['record']} {record.event_text!r}"
        yield from (f"{where}: {fault}" for fault in _spans(plain, coded.article.text))
        yield from (f"{where}: {fault}" for fault in _time(record))
        if msgspec.json.decode(msgspec.json.encode(record), type=Record) != record:
            yield f"{where}: does not come back from JSON as it was"
    identities = [record.id for record in coded.records]
    if len(set(identities)) != len(identities):
        yield f"{coded.article.id}: an id occurs twice"


def _spans(value: Any, text: str) -> Iterator[str]:  # noqa: ANN401 - any part of a record
    """Spans of a record that do not point at the characters beside them, or lie outside the text."""
    if isinstance(value, dict):
        yield from _raw(value, text)
        for inner in value.values():
            yield from _spans(inner, text)
    elif isinstance(value, list) and _is_span(value):
        if not 0 <= value[0] <= value[1] <= len(text):
            yield f"span {value} lies outside the text"
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner, text)


def _raw(value: dict[str, Any], text: str) -> Iterator[str]:
    for name, span_name in RAW.items():
        raw, span = value.get(name), value.get(span_name)
        if raw is not None and span is not None and text[span[0] : span[1]] != raw:
            yield f"{name} is {raw!r}, but its span holds {text[span[0] : span[1]]!r}"


def _is_span(value: list[Any]) -> bool:
    return len(value) == 2 and all(isinstance(n, int) and not isinstance(n, bool) for n in value)


def _time(record: Record) -> Iterator[str]:
    """Dates that are the wrong way round, or later than the report without being planned."""
    if record.date is not None and record.enddate is not None and record.date > record.enddate:
        yield f"begins on {record.date} and ends on {record.enddate}"
    planned = {"future", "hypothetical"} & set(record.auxiliary)
    reported = record.article.date
    if not planned and record.date is not None and reported is not None and record.date > reported:
        yield f"is told as done and begins on {record.date}, after the report of {reported}"
