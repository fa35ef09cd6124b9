"""What travels inside this stage: where bytes come from, and one report as its format gives it, not yet checked."""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol

from dragoman.model.article import Skipped
from dragoman.model.span import Span
from dragoman.settings import Settings

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def _none() -> None:
    return None


@dataclass(frozen=True, kw_only=True)
class Source:
    """One input that can be opened.

    Attributes:
        label: What messages call it.
        name: File name, whose ending tells the format; "" where there is none.
        open: Opens it for reading.
        named: Whether the user named it; then an unknown ending is no obstacle.
        sidecar: The source that holds its date and other columns, if there is one.
    """

    label: str
    name: str
    open: Callable[[], BinaryIO]
    named: bool = True
    sidecar: "Callable[[], Source | None]" = _none


@dataclass(frozen=True, kw_only=True)
class Raw:
    """One report as its format gives it.

    Attributes:
        label: What messages call it: the file, with `#n` for the n-th report in it.
        text: Its text, exactly as all spans will count it.
        headline: Where the headline stands, when the format knows.
        start: Where the search for dates and datelines begins.
    """

    label: str
    text: str
    headline: Span | None = None
    start: int = 0
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    date: dt.date | None = None


class Reader(Protocol):
    """Reads one format: a source in, its reports and what could not be read of it out, as a stream."""

    def __call__(self, source: Source, settings: Settings, /) -> Iterator[Raw | Skipped]:
        """The reports of a source."""
        ...


class Rewound(io.RawIOBase):
    """A stream of which some bytes were read already and are given again; for input that cannot seek."""

    def __init__(self, head: bytes, rest: BinaryIO, *, owned: bool = True) -> None:
        self._head = head
        self._rest = rest
        self._owned = owned

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill a buffer, first from the head, then from the stream."""
        view = memoryview(buffer)
        if len(self._head) > 0:
            data, self._head = self._head[: len(view)], self._head[len(view) :]
        else:
            data = self._rest.read(len(view))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the stream below as well, unless it belongs to somebody else (standard input)."""
        if self._owned:
            self._rest.close()
        super().close()


def peeked(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream that still gives all of them."""
    head = read_up_to(stream, size)
    return head, io.BufferedReader(Rewound(head, stream))


def read_up_to(stream: BinaryIO, size: int) -> bytes:
    """So many bytes, or all there are, also from streams that give little at a time."""
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
