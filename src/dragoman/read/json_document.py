"""A JSON file with an object, a list of objects, or objects one after the other → its reports, decoded one by one."""

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.model.article import Skipped
from dragoman.read import columns, own
from dragoman.read.decoding import SAMPLE, encoding_of_head
from dragoman.read.faults import OverLongError
from dragoman.read.json_lines import line_limit
from dragoman.read.raw import Raw, Source, peeked
from dragoman.settings import Settings

BETWEEN = " \t\r\n,"
"""What stands between the values of a list, or of a file that simply has one after the other."""
GROWTH = 2
"""A value that is not complete is tried again when so many times its length is there: no text is gone over often."""


def read(source: Source, settings: Settings) -> Iterator[Raw | Skipped]:
    """The reports of the file, in its order."""
    with source.open() as opened:
        number = 0
        for row in _rows(_Values(opened, line_limit(settings))):
            number += 1
            if number == 1 and own.is_record(row):
                yield own.skipped(source.label, "records")
                return
            label = f"{source.label}#{number}"
            if isinstance(row, dict):
                yield columns.report(label, row, settings)
            else:
                yield Skipped(file=label, reason="unreadable", detail=f"no JSON object but {type(row).__name__}")
        if number == 0:
            yield Skipped(file=source.label, reason="empty", detail="no JSON object")


def _rows(values: "_Values") -> Iterator[object]:
    """The values; of an object that only wraps a list of objects (as news services send) those of the list."""
    for value in values:
        wrapped = _wrapped(value)
        if wrapped is None:
            yield value
        else:
            yield from wrapped


def _wrapped(value: object) -> list[object] | None:
    if not isinstance(value, dict) or "text" in columns.chosen(tuple(value), Settings()):
        return None
    lists = [inner for inner in value.values() if isinstance(inner, list) and any(isinstance(x, dict) for x in inner)]
    return lists[0] if len(lists) == 1 else None


class _Values:
    """The JSON values of a stream; holds one value and one read-ahead, never the whole file."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        head, whole = peeked(stream, SAMPLE)
        self._reader = codecs.getreader(encoding_of_head(head))(whole, "replace")
        self._limit = limit
        self._text = ""
        self._ended = False

    def __iter__(self) -> Iterator[object]:
        self._fill(1)
        self._text = self._text.lstrip(BETWEEN).removeprefix("[")
        while self._more():
            yield self._value()

    def _more(self) -> bool:
        """Whether another value begins; white space and the end of the list are passed over."""
        self._text = self._text.lstrip(BETWEEN)
        while len(self._text) == 0 and not self._ended:
            self._fill(SAMPLE)
            self._text = self._text.lstrip(BETWEEN)
        return self._text.strip("] \t\r\n") != ""

    def _value(self) -> object:
        decoder = json.JSONDecoder()
        while True:
            try:
                value, end = decoder.raw_decode(self._text)
            except json.JSONDecodeError as error:
                self._or_refuse(error)
                continue
            self._text = self._text[end:]
            return value

    def _or_refuse(self, error: json.JSONDecodeError) -> None:
        """Read on if the value may only be incomplete.

        Raises:
            InputError: There is no more.
            OverLongError: The value is longer than an article may be.
        """
        if self._ended:
            raise InputError(f"no JSON: {error.msg} near {error.doc[error.pos : error.pos + 20]!r}")
        if len(self._text) > self._limit:
            raise OverLongError(f"no JSON, or an object of more than {self._limit} characters")
        self._fill(len(self._text) * (GROWTH - 1))

    def _fill(self, size: int) -> None:
        more = self._reader.read(max(size, SAMPLE))
        self._ended = len(more) == 0
        self._text += more
