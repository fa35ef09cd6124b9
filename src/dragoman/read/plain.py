"""A plain-text file → one report; its text is the file decoded, untouched."""

from collections.abc import Iterator

from dragoman.model.article import Skipped
from dragoman.read.decoding import BYTES_PER_CHARACTER, decoded
from dragoman.read.raw import Raw, Source, read_up_to
from dragoman.settings import Settings

MARK_BYTES = 4
"""Room for a byte order mark."""


def read(source: Source, settings: Settings) -> Iterator[Raw | Skipped]:
    """The file as one report; no more is read of it than may be coded."""
    limit = settings.max_characters * BYTES_PER_CHARACTER + MARK_BYTES
    with source.open() as stream:
        data = read_up_to(stream, limit + 1)
    if len(data) > limit:
        yield Skipped(file=source.label, reason="over-long", detail=f"more than {settings.max_characters} characters")
        return
    yield Raw(label=source.label, text=decoded(data))
