"""An article as it was read, and the reason why an input was skipped."""

import datetime as dt
from typing import Literal

import msgspec

from dragoman.model.ids import ArticleId, Revision
from dragoman.model.span import Span

ArticleDateBasis = Literal["given", "stated", "inferred", "unknown"]


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One report, its text exactly as read.

    Attributes:
        id: The id given, else the URL, else 16 hex digits of the text's SHA-256.
        revision: Hash of the text.
        text: What all spans count into; never altered.
        body: Where the prose begins: after a date line or dateline that is no sentence.
        headline: Where the headline stands inside `text`, if it does.
        date: The day the report was published; None when unknown.
        date_basis: given (file, column, metadata, sidecar), stated (in the text), inferred, unknown.
        date_span: Where a stated date stands.
        date_edtf: The days among which an inferred date is the likeliest.
        path: The file it came from, with `#n` for the n-th article of a table or feed; only for messages.
    """

    id: ArticleId
    revision: Revision
    text: str
    body: int = 0
    headline: Span | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    language: str = "en"
    date: dt.date | None = None
    date_basis: ArticleDateBasis = "unknown"
    date_span: Span | None = None
    date_edtf: str | None = None
    path: str = ""


SkipReason = Literal[
    "unreadable",
    "empty",
    "not-english",
    "over-long",
    "repeated",
    "no-text-column",
    "no-permission",
    "not-found",
    "own-output",
    "failed",
]


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """An input that gave no article, one line of the issues file: which file, which fixed reason, what exactly."""

    file: str
    reason: SkipReason
    detail: str = ""
