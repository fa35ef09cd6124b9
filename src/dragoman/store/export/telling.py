"""A record → the short texts that people meet in an export: a headline, who told it, in how far it is certain.

What comes out is one line without characters that a format cannot hold, whatever the article had.
"""

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import msgspec

from dragoman.model.event import EventRecord, Record
from dragoman.store import wording
from dragoman.store.export.admission import denied
from dragoman.store.status import status, told_factuality

ARROW = " → "
_HAPPENED = "happened"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
"""Unicode's category Cc."""
_PLAIN = re.compile("[!-~]+(?: [!-~]+)*")
"""What needs no change: most texts."""


def events(records: Iterable[Record]) -> Iterator[EventRecord]:
    """The event records among them."""
    return (record for record in records if isinstance(record, EventRecord))


def whole(text: str) -> str:
    r"""A text without halves of surrogate pairs, which UTF-8 cannot hold.

    >>> whole("Tokyo \ud83d"), whole("Rouhani")
    ('Tokyo �', 'Rouhani')
    """
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def one_line(text: str | None) -> str:
    r"""A text in one line: stretches of blanks and control characters become one blank.

    >>> one_line("He\x00 left\r\nTehran."), one_line(None)
    ('He left Tehran.', '')
    """
    if text is None or _PLAIN.fullmatch(text) is not None:
        return text or ""
    return " ".join(_CONTROL.sub(" ", whole(text)).split())


def headline(record: EventRecord) -> str:
    """Who did what to whom, as short as a title; what did not simply happen says so."""
    told = status(record)
    doubt = "" if told == _HAPPENED else f" ({told})"
    return one_line(f"{sides(record)}: {wording.label(record)}{doubt}")


def sides(record: EventRecord) -> str:
    """Who and to whom, by plain names; a dash stands for one who is not known."""
    recipients = "" if len(record.recipient) == 0 else ARROW + wording.names(record.recipient)
    return wording.names(record.actor) + recipients


def quad(record: EventRecord) -> int | None:
    """The class of an act; None where it is denied, because then nothing was done."""
    return None if denied(record) else record.quad_code


def scale(record: EventRecord) -> float | None:
    """The score of an act; None where it is denied."""
    return None if denied(record) else record.event_scale


def certainty(record: Record) -> str:
    """Whether it happened, in one word, with the factuality that the word stands on."""
    return f"{status(record)} ({told_factuality(record)})"


def source(record: Record) -> str:
    """According to whom, and in which paper of which day."""
    day = record.article.date
    paper = ", ".join(part for part in (record.article.publisher, None if day is None else day.isoformat()) if part)
    return one_line("; ".join(part for part in (wording.according(record), paper) if part))


def web_address(url: str | None) -> str | None:
    """A URL that a reader may follow: http or https with a host, and nothing that is no URL.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)"), web_address("notes/a.txt")
    ('https://example.org/a', None, None)
    """
    if url is None or not url.isprintable() or any(sign in url for sign in ' "<>\\^`{|}'):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def json_text(value: object) -> bytes:
    """A value of plain types as JSON in UTF-8, in one line."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return whole(json.dumps(value, ensure_ascii=False, separators=(",", ":"))).encode()
