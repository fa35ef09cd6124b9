"""An RSS or Atom file → its entries as reports, each with the entry's headline as first paragraph."""

import datetime as dt
import io
import xml.sax
from collections.abc import Iterator
from typing import Any

import feedparser

from dragoman.model.article import Skipped
from dragoman.read import dates
from dragoman.read.columns import whole
from dragoman.read.raw import Raw, Source, read_up_to
from dragoman.read.web_page import headed, prose
from dragoman.settings import Settings

FEED = 16
"""Bytes of a feed for each character that one article may have; the library holds a feed as a whole."""


def read(source: Source, settings: Settings) -> Iterator[Raw | Skipped]:
    """The entries of a feed, in its order."""
    limit = settings.max_characters * FEED
    with source.open() as stream:
        data = read_up_to(stream, limit + 1)
    if len(data) > limit:
        yield Skipped(file=source.label, reason="over-long", detail=f"a feed of more than {limit} bytes")
        return
    feed: Any = feedparser.parse(io.BytesIO(data))
    yield from _entries(source.label, feed)


def _entries(label: str, feed: Any) -> Iterator[Raw | Skipped]:  # noqa: ANN401  # the library has no types
    broken = feed.get("bozo_exception") if feed.get("bozo") else None
    if len(feed.entries) == 0:
        known = bool(feed.get("version"))
        detail = "a feed without entries" if known else f"no RSS or Atom: {broken or 'no feed'}"
        yield Skipped(file=label, reason="empty" if known and broken is None else "unreadable", detail=detail)
        return
    for number, entry in enumerate(feed.entries, 1):
        yield _report(f"{label}#{number}", entry, feed.feed)
    if isinstance(broken, xml.sax.SAXException):
        yield Skipped(file=label, reason="unreadable", detail=f"the feed is broken, entries may be missing: {broken}")


def _report(label: str, entry: Any, feed: Any) -> Raw:  # noqa: ANN401  # the library has no types
    title = prose(entry.get("title") or "") or None
    body = prose(_markup(entry))
    text, headline, start = headed(title, body) if body else (title or "", None, 0)
    outlet = (entry.get("source") or {}).get("title") or feed.get("title")
    return Raw(
        label=label,
        text=text,
        headline=headline,
        start=start,
        id=_lasting(entry),
        title=title,
        publisher=whole(outlet) if outlet else None,
        url=entry.get("link") or None,
        date=_day(entry),
    )


def _markup(entry: Any) -> str:  # noqa: ANN401  # the library has no types
    """The longest content of an entry, else its summary."""
    contents = [content.get("value") or "" for content in entry.get("content") or []]
    return max(contents, key=len, default="") or str(entry.get("summary") or "")


def _lasting(entry: Any) -> str | None:  # noqa: ANN401  # the library has no types
    """The entry's id if it is one all over the world; a bare number or word is not."""
    given = str(entry.get("id") or "")
    return given if any(mark in given for mark in ":/") else None


def _day(entry: Any) -> dt.date | None:  # noqa: ANN401  # the library has no types
    """The day of publication as the outlet writes it, else as the library understands it."""
    for key in ("published", "updated"):
        written = dates.parsed(entry.get(key))
        if written is not None:
            return written
        parts = entry.get(f"{key}_parsed")
        if parts is not None:
            return dates.parsed(f"{parts.tm_year:04}-{parts.tm_mon:02}-{parts.tm_mday:02}")
    return None
