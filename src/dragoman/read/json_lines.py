"""A file with one JSON object a line → its reports; a bad line is reported by its number and the next ones are read."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from dragoman.model.article import Skipped
from dragoman.read import columns, own
from dragoman.read.decoding import SAMPLE, decoded, encoding_of_head
from dragoman.read.raw import Raw, Source, peeked
from dragoman.settings import Settings

BYTES_PER_ESCAPE = 6
r"""JSON may write each character as \uXXXX."""
OTHER_COLUMNS = 65_536
"""Room on a line for all that is not the text."""
_OBJECT = re.compile(rb"^\s*\{\s*\"\w", re.MULTILINE)
"""A line that begins as one of ours: then junk on other lines is their own matter."""
CHUNK = 1_048_576
"""Bytes read at once of a line that is passed over."""


def read(source: Source, settings: Settings) -> Iterator[Raw | Skipped]:
    """The reports of the file, in its order."""
    with source.open() as opened:
        head, stream = peeked(opened, SAMPLE)
        if _begins_with_record(head):
            yield own.skipped(source.label, "records")
            return
        for number, line in _lines(_as_utf8(head, stream), line_limit(settings)):
            label = f"{source.label}#{number}"
            if line is None:
                yield Skipped(file=label, reason="over-long", detail=f"more than {settings.max_characters} characters")
            elif len(line.strip()) > 0:
                yield report(label, line, settings)


def _begins_with_record(head: bytes) -> bool:
    """Whether the first line is one of our own records, as far as it can be seen."""
    line = head.lstrip().partition(b"\n")[0]
    try:
        return own.is_record(value(line))
    except ValueError:
        return False


def line_limit(settings: Settings) -> int:
    """Bytes that one object may have."""
    return settings.max_characters * BYTES_PER_ESCAPE + OTHER_COLUMNS


def report(label: str, line: bytes, settings: Settings) -> Raw | Skipped:
    """One line as a report."""
    try:
        row = value(line)
    except ValueError as error:
        return Skipped(file=label, reason="unreadable", detail=f"no JSON: {error}")
    if not isinstance(row, dict):
        return Skipped(file=label, reason="unreadable", detail=f"no JSON object but {type(row).__name__}")
    return columns.report(label, row, settings)


def value(data: bytes) -> object:
    """One JSON value; the slower, more patient reader is asked where the fast one refuses (NaN, other encodings).

    Raises:
        ValueError: It is no JSON.
    """
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _patient(data)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _patient(data: bytes) -> object:
    try:
        parsed: object = json.loads(decoded(data))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return parsed


def _as_utf8(head: bytes, stream: BinaryIO) -> BinaryIO:
    """The stream without its mark, in UTF-8 where characters are wider than bytes; other encodings are told by line."""
    if head.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
    if b"\0" not in head or _OBJECT.search(head) is not None:
        return stream
    return codecs.EncodedFile(stream, "utf-8", encoding_of_head(head))


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one that is longer than the limit, of which only a piece is ever held."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(CHUNK)  # the loop ends where the long line ends
        yield number, None
