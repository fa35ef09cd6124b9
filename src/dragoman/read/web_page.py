"""An HTML page → one report: its main text with the title above, and the metadata that the page gives."""

import functools
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import trafilatura
import trafilatura.settings

from dragoman.model.article import Skipped
from dragoman.model.span import Span
from dragoman.read import dates, own
from dragoman.read.columns import whole
from dragoman.read.decoding import MARKS, decoded
from dragoman.read.raw import Raw, Source, read_up_to
from dragoman.settings import Settings

MARKUP = 8
"""Bytes of a page for each character that its article may have; pages of the press are mostly frame and script."""
HEAD = 4_096
"""Bytes in which a page names its encoding (the standard asks for the first 1,024)."""
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
LATIN = frozenset({"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"})
"""Names under which browsers understand Windows-1252 (WHATWG Encoding Standard)."""
SHORT = 250
"""The library's own limit under which it mistrusts what it found (`MIN_EXTRACTED_SIZE`) …"""
GAIN = 2
"""… and how many times longer the fallback must be to be worth its lost paragraphs."""
LINES = 3
"""The headline is looked for in so many lines: a kicker or section name may stand above it."""
GAP = "\n\n"
FROM_MARKUP = {
    "extensive_search": False,
    "original_date": True,
    "outputformat": "%Y-%m-%d",
    "min_date": f"{dates.FIRST_YEAR}-01-01",
    "max_date": f"{dates.LAST_YEAR}-12-31",
}
"""Options of the date search: only what the markup says, and no day depends on the day of the run."""


def read(source: Source, settings: Settings) -> Iterator[Raw | Skipped]:
    """The page as one report."""
    limit = settings.max_characters * MARKUP
    with source.open() as stream:
        data = read_up_to(stream, limit + 1)
    if len(data) > limit:
        yield Skipped(file=source.label, reason="over-long", detail=f"a page of more than {limit} bytes")
    elif len(data.strip()) == 0:
        yield Skipped(file=source.label, reason="empty")
    else:
        html = _characters(data)
        yield own.skipped(source.label, "the page of records") if own.is_page(html) else page(source.label, html)


def page(label: str, html: str) -> Raw:
    """The report that a page holds."""
    known = trafilatura.extract_metadata(html, date_config=dict(FROM_MARKUP))
    title = _one_line(known.title)
    text, headline, start = headed(title, prose(html))
    return Raw(
        label=label,
        text=text,
        headline=headline,
        start=start,
        title=title,
        publisher=_one_line(known.sitename),
        url=_own_url(known.url),
        date=dates.parsed(known.date),
    )


def prose(html: str) -> str:
    """The running text of a page or of a piece of one, a paragraph a line; "" where there is none."""
    if "<body" not in html.lower():
        html = f"<html><body><article>{html}</article></body></html>"
    text = _main_text(html, 1)
    if len(text) < SHORT:
        careful = _main_text(html, SHORT)
        text = careful if len(careful) > GAIN * len(text) else text
    return whole(text).strip()


def _main_text(html: str, least: int) -> str:
    found: Any = trafilatura.bare_extraction(html, config=_config(least), include_comments=False, include_tables=False)
    return "" if found is None else str(found.text or "")


@functools.cache
def _config(least: int) -> Any:  # noqa: ANN401  # the library's own type of options
    """Options of the extraction: below `least` characters it falls back on all text there is, paragraphs glued."""
    config = trafilatura.settings.use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(least))
    return config


def headed(title: str | None, body: str) -> tuple[str, Span | None, int]:
    r"""Text with its headline as first paragraph, the headline's span, and where the body begins.

    >>> headed("Talks fail", "OSLO - Talks failed.")
    ('Talks fail\n\nOSLO - Talks failed.', Span(start=0, end=10), 12)
    """
    if title is None or body == "":
        return body, None, 0
    start = 0
    for line in body.splitlines(keepends=True)[:LINES]:
        if _same(line, title):
            end = start + len(line.rstrip())
            return body, Span(start, end), start + len(line)
        start += len(line)
    return f"{title}{GAP}{body}", Span(0, len(title)), len(title) + len(GAP)


def _same(line: str, title: str) -> bool:
    return line.split() == title.split() or line.strip().casefold() == title.casefold()


def _one_line(value: object) -> str | None:
    return whole(" ".join(str(value).split())) or None if value is not None else None


def _own_url(url: str | None) -> str | None:
    """The address of the page itself; many sites give that of their front page for all pages."""
    return url if url and urlsplit(url).path.strip("/") else None


def _characters(data: bytes) -> str:
    """The page decoded as it says itself, or, where that is wrong or missing, as any text is."""
    declared = _CHARSET.search(data[:HEAD])
    marked = any(data.startswith(mark) for mark, _ in MARKS) or b"\0" in data
    if declared is None or marked:
        return decoded(data)
    name = declared[1].decode("ascii", "replace").lower()
    try:
        return data.decode("cp1252" if name in LATIN else name)
    except (LookupError, UnicodeDecodeError):
        return decoded(data)
