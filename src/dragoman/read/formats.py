"""The table of formats: a file name's ending → its reader; libraries are loaded only when a format occurs."""

import importlib
import re
from pathlib import PurePath
from typing import NamedTuple, cast

from dragoman.read.decoding import SAMPLE
from dragoman.read.json_lines import value
from dragoman.read.raw import Reader


class Format(NamedTuple):
    """A reader by module and function, and whether a file of the format is one report (and may have a sidecar)."""

    module: str
    function: str = "read"
    single: bool = False


TEXT = Format("plain", single=True)
PAGE = Format("web_page", single=True)
FEED = Format("feed")
LINES = Format("json_lines")
CSV = Format("tables", "read_csv")

FORMATS: dict[str, Format] = {
    "": TEXT,
    ".txt": TEXT,
    ".text": TEXT,
    ".md": TEXT,
    ".html": PAGE,
    ".htm": PAGE,
    ".xhtml": PAGE,
    ".jsonl": LINES,
    ".ndjson": LINES,
    ".json": Format("json_document"),
    ".csv": CSV,
    ".tsv": CSV,
    ".tab": CSV,
    ".parquet": Format("tables", "read_parquet"),
    ".pq": Format("tables", "read_parquet"),
    ".rss": FEED,
    ".atom": FEED,
    ".xml": FEED,
}
SINGLE = tuple(ending for ending, known in FORMATS.items() if known.single)
_OBJECT = re.compile(rb"\{\s*\"")
_ENDING = re.compile(r"\.[a-z][a-z0-9]{0,9}")
_PAGE = re.compile(rb"\s*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE)
_FEED = re.compile(rb"\s*(?:<\?xml[^>]*\?>)?\s*(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE | re.DOTALL)


def ending(name: str) -> str:
    """The ending that tells the format, in lower case; a number behind a point is none.

    >>> ending("Report.HTML"), ending("visit.2019-06"), ending("README")
    ('.html', '', '')
    """
    found = PurePath(name).suffix.lower()
    return found if _ENDING.fullmatch(found) else ""


def by_content(head: bytes) -> Format:
    """The format of input without a name, from its first bytes: JSON lines, a page, a feed, else text."""
    marked = head.removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(marked):
        return PAGE
    if _FEED.match(marked):
        return FEED
    return LINES if _is_object(marked.lstrip()) else TEXT


def reader(known: Format) -> Reader:
    """The reader of a format."""
    module = importlib.import_module(f"dragoman.read.{known.module}")
    return cast("Reader", getattr(module, known.function))


def _is_object(head: bytes) -> bool:
    """Whether the first line is a JSON object, or begins like one and is longer than what is seen of it."""
    line, _, rest = head.partition(b"\n")
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(value(line), dict)
    except ValueError:
        return rest == b"" and len(line) >= SAMPLE and _OBJECT.match(line) is not None
