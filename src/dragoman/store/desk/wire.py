"""Values ↔ the JSON in which they lie in a desk: the lines of the output, whatever characters an article may bring.

Half of a surrogate pair and the character NUL are written as escapes, which every database can hold; `column` gives
such a text in the form that a column of a table can hold.
"""

import json
from functools import cache
from typing import TypeVar

import msgspec

from dragoman.model.event import Record
from dragoman.store.lines import line

_T = TypeVar("_T")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def body(value: msgspec.Struct) -> str:
    """A value as JSON text, without the line's end.

    >>> from dragoman.model.because import Issue
    >>> body(Issue(stage="read", reason="undated"))
    '{"stage":"read","reason":"undated","detail":"","span":null}'
    """
    return line(value)[:-1].decode()


def value(text: str | bytes, kind: type[_T]) -> _T:
    """A value from its JSON text."""
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.DecodeError:  # the decoder refuses half surrogate pairs
        return msgspec.convert(json.loads(text), kind)


def record(text: str | bytes) -> Record:
    """A record from its line."""
    try:
        return _records().decode(text)
    except msgspec.DecodeError:
        made: Record = msgspec.convert(json.loads(text), Record)
        return made


def column(text: str) -> str:
    r"""A text as the columns of all databases can hold it: what they cannot hold becomes U+FFFD.

    >>> column("Tokyo"), column("\ud83d\x00") == "\N{REPLACEMENT CHARACTER}" * 2
    ('Tokyo', True)
    """
    if text.isascii() and "\0" not in text:
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", _REPLACEMENT)


def key(text: str) -> str:
    r"""An id of an article as a column can hold it, no two alike: as it is, or as JSON where it cannot be kept so.

    >>> key("https://example.org/a"), key("\ud83d")
    ('https://example.org/a', '"\\ud83d"')
    """
    return text if column(text) == text and not text.startswith('"') else json.dumps(text)


@cache
def _records() -> msgspec.json.Decoder[Record]:
    return msgspec.json.Decoder(Record)
