"""Names with values → the content lines of iCalendar (RFC 5545): escaped, folded, ended by CR LF."""

import datetime as dt
from collections.abc import Iterator

from dragoman.store.export.telling import whole

LONGEST = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""
_CONTINUED = b"\r\n "
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def component(*properties: tuple[str, str | None]) -> bytes:
    """Lines of properties; those without a value are left out."""
    return b"".join(content_line(f"{name}:{value}") for name, value in properties if value)


def content_line(line: str) -> bytes:
    r"""One line, folded so that no part is longer than allowed and no character is cut.

    >>> content_line("STATUS:TENTATIVE")
    b'STATUS:TENTATIVE\r\n'
    """
    return _CONTINUED.join(_folds(whole(line))) + b"\r\n"


def _folds(line: str) -> Iterator[bytes]:
    """Parts of a line; the blank that a continued part begins with counts."""
    part, room = bytearray(), LONGEST
    for character in line:
        octets = character.encode()
        if len(part) + len(octets) > room:
            yield bytes(part)
            part, room = bytearray(), LONGEST - 1
        part += octets
    yield bytes(part)


def text(value: str) -> str:
    r"""A text value, its own marks escaped.

    >>> text("talks; Oslo, Bergen")
    'talks\\; Oslo\\, Bergen'
    """
    return value.translate(_ESCAPES)


def address(url: str | None) -> str | None:
    """A URI value; what lies outside ASCII is left out, as the RFC allows none."""
    return url if url is not None and url.isascii() else None


def day(value: dt.date) -> str:
    """A DATE value."""
    return value.isoformat().replace("-", "")


def stamp(value: dt.date) -> str:
    """The beginning of a day as a DATE-TIME in UTC."""
    return f"{day(value)}T000000Z"
